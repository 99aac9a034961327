"""From what the passages say to a label: one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.model import Label, Stance
from factcheck.verdicts.assessment import Assessment
from factcheck.verdicts.difference import Difference

# A passage that has the claim's value together with this share of the rest outweighs one that has another value.
AGREES_ELSEWHERE = 0.6
# A refuting passage this close to a supporting one (in the share of the claim that they have) makes the notes disagree.
AS_CLOSE = 0.02


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: what the passages do (None: either), and the label that follows."""

    supports: bool | None
    refutes: bool | None
    disagree: bool | None
    label: Label


TABLE = (
    Row(supports=True, refutes=False, disagree=None, label=Label.SUPPORTED),
    Row(supports=False, refutes=True, disagree=None, label=Label.REFUTED),
    Row(supports=True, refutes=True, disagree=True, label=Label.CONFLICTING),
    Row(supports=True, refutes=True, disagree=False, label=Label.SUPPORTED),
    Row(supports=False, refutes=False, disagree=None, label=Label.NOT_ENOUGH_EVIDENCE),
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
    supporting = _first(heard, Stance.SUPPORTS)
    refuting = _first(heard, Stance.REFUTES)
    disagree = supporting is not None and refuting is not None and _disagree(supporting, refuting)
    facts = {"supports": supporting is not None, "refutes": refuting is not None, "disagree": disagree}
    label = next(row.label for row in TABLE if all(getattr(row, k) in (None, v) for k, v in facts.items()))
    best = refuting if label is Label.REFUTED else supporting or (heard[0] if heard else None)
    return Decision(label, best, refuting if label is Label.CONFLICTING else None)


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
    kept = tuple(d for d in assessment.differences if not any(_settles(o, d) for o in others if o is not assessment))
    return assessment if len(kept) == len(assessment.differences) else replace(assessment, differences=kept)


def _settles(other: Assessment, difference: Difference) -> bool:
    """Whether a passage has the claim's own value, tied to the same words, with enough of the rest."""
    alignment = other.alignment
    link = alignment.links.get(difference.claim)
    if link is None or any(d.claim == difference.claim for d in other.differences):
        return False
    around = alignment.passage.neighbours(link.passage)
    tied = any(alignment.links[i].passage in around for i in alignment.claim.neighbours(difference.claim) if i in alignment.links)
    return tied and alignment.coverage() >= AGREES_ELSEWHERE


def _disagree(supporting: Assessment, refuting: Assessment) -> bool:
    """Whether the refuting passage speaks of the very same thing as the supporting one, in another note or as closely."""
    return refuting.deciding[0].rest >= supporting.coverage - AS_CLOSE and refuting.deciding[0].ties > 0
