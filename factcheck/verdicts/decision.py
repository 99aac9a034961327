"""From what the passages say to a label: one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.model import Label, Stance
from factcheck.verdicts.assessment import Assessment
from factcheck.verdicts.comparison.difference import Difference
from factcheck.verdicts.together import together

# A passage that has the claim's value with this share of the rest outweighs one that has another value …
AGREES_ELSEWHERE = 0.6
# … unless the other is nearer to the claim by more than this (in the share of the rest of the claim that it has).
NEARER = 0.12
# Two notes disagree, rather than one outweighing the other, when both have at least this share of the rest.
BOTH_NEAR = 0.9
# … and when what both say of it weighs so much: "two people were hurt" may be of any accident.
LEAST_TOLD = 1.5


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table, and the label that follows.

    `supports`, `refutes`: some passage does; `disagree`: the two are of different notes and both near; `nearer`: the
    refuting passage is nearer to the claim than the supporting one; `doubted`: some passage differs in a way too
    uncertain to refute. None: either.
    """

    supports: bool
    refutes: bool
    disagree: bool | None
    nearer: bool | None
    doubted: bool | None
    label: Label


TABLE = (
    Row(supports=True, refutes=False, disagree=None, nearer=None, doubted=False, label=Label.SUPPORTED),
    Row(supports=True, refutes=False, disagree=None, nearer=None, doubted=True, label=Label.NOT_ENOUGH_EVIDENCE),
    Row(supports=False, refutes=True, disagree=None, nearer=None, doubted=None, label=Label.REFUTED),
    Row(supports=True, refutes=True, disagree=True, nearer=None, doubted=None, label=Label.CONFLICTING),
    Row(supports=True, refutes=True, disagree=False, nearer=True, doubted=None, label=Label.REFUTED),
    Row(supports=True, refutes=True, disagree=False, nearer=False, doubted=None, label=Label.SUPPORTED),
    Row(supports=False, refutes=False, disagree=None, nearer=None, doubted=None, label=Label.NOT_ENOUGH_EVIDENCE),
)


@dataclass(frozen=True)
class Decision:
    """The label, the passage that decides, and the one on the other side, if there is one."""

    label: Label
    best: Assessment | None
    against: Assessment | None = None


def decide(assessments: Sequence[Assessment]) -> Decision:
    """Look the label up for what the passages, best first, say."""
    heard = [_outweighed(a, assessments) for a in assessments]
    supporting = _first(heard, Stance.SUPPORTS) or together(heard)
    refuting = _first(heard, Stance.REFUTES)
    facts = {
        "supports": supporting is not None,
        "refutes": refuting is not None,
        "doubted": any(a.doubts for a in heard),
        **_contest(supporting, refuting),
    }
    label = next(row.label for row in TABLE if all(getattr(row, k) in (None, v) for k, v in facts.items()))
    best = refuting if label is Label.REFUTED else supporting or (heard[0] if heard else None)
    return Decision(label, best, refuting if label is Label.CONFLICTING else None)


def _contest(supporting: Assessment | None, refuting: Assessment | None) -> dict[str, bool]:
    """How a supporting and a refuting passage stand to one another; neither holds where one is lacking."""
    if supporting is None or refuting is None:
        return {"disagree": False, "nearer": False}
    difference = refuting.deciding[0]
    return {"disagree": _disagree(supporting, difference, refuting), "nearer": not _as_near(supporting, difference)}


def _first(assessments: Sequence[Assessment], stance: Stance) -> Assessment | None:
    standing = [a for a in assessments if a.stance is stance]
    if stance is Stance.REFUTES:
        return max(standing, key=lambda a: (a.deciding[0].rest, a.coverage, _back(a)), default=None)
    return max(standing, key=lambda a: (a.coverage, _back(a)), default=None)


def _back(assessment: Assessment) -> tuple[int, ...]:
    """A key that puts the passage whose id comes first last, to break ties."""
    return tuple(-ord(c) for c in assessment.candidate.passage.id)


def _outweighed(assessment: Assessment, others: Sequence[Assessment]) -> Assessment:
    """The passage without the differences that another passage settles in the claim's favour."""
    kept = tuple(
        d for d in assessment.differences if not any(_settles(o, d, assessment) for o in others if o is not assessment)
    )
    return assessment if len(kept) == len(assessment.differences) else replace(assessment, differences=kept)


def _settles(other: Assessment, difference: Difference, source: Assessment) -> bool:
    """Whether a passage has the claim's own value, tied to the same words, and is as near as the source."""
    alignment = other.alignment
    if difference.claim not in alignment.links or any(d.claim == difference.claim for d in other.differences):
        return False
    if not alignment.tied(difference.claim) or alignment.coverage() < AGREES_ELSEWHERE:
        return False
    return _as_near(other, difference) and not _disagree(other, difference, source)


def _as_near(other: Assessment, difference: Difference) -> bool:
    """Whether a passage has as much of the rest of the claim as the one that differs."""
    return other.alignment.rest(frozenset({difference.claim})) >= difference.rest - NEARER


def _disagree(other: Assessment, difference: Difference, source: Assessment) -> bool:
    """Whether two notes speak of the very same thing and disagree."""
    apart = frozenset({difference.claim})
    near = min(other.alignment.rest(apart), difference.rest) >= BOTH_NEAR
    told = sum(w.weight for w in source.alignment.claim.words if w.i not in apart and source.alignment.strength(w.i))
    near = near and told >= LEAST_TOLD
    return near and difference.ties > 0 and other.candidate.passage.sha256 != source.candidate.passage.sha256
