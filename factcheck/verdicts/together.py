"""A claim of several clauses that no passage has whole: passages that say them one by one support it together."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Stance
from factcheck.verdicts.assessment import Assessment
from factcheck.verdicts.restraints import unmet
from factcheck.verdicts.words import Kind, Word

# The share of a clause that one passage must have. Chosen from .6 to .9 on the odd lines of five sets of claims.
CLAUSE = 0.75
# A clause of fewer telling words says too little by itself.
LEAST_WORDS = 2


def together(assessments: Sequence[Assessment]) -> Assessment | None:
    """The passage that has most of the claim, if each clause is well covered by some passage."""
    if not assessments:
        return None
    claim = assessments[0].alignment.claim
    parts = [nodes for clause in claim.clauses if (nodes := clause & claim.at.keys())]
    telling = [p for p in parts if sum(claim.at[i].kind is not Kind.PRONOUN for i in p) >= LEAST_WORDS]
    if len(telling) < 2:
        return None
    if not all(any(_covers(a, part) for a in assessments) for part in telling):
        return None
    said = {i for a in assessments if _usable(a) for i in claim.at if a.alignment.strength(i) > 0}
    if any(
        w.i not in said and (w.kind is Kind.VALUE or not said & set(claim.name(w.i))) for w in _core(assessments[0])
    ):
        return None
    return max((a for a in assessments if _usable(a)), key=lambda a: a.coverage)


def _core(assessment: Assessment) -> list[Word]:
    return [w for w in assessment.alignment.claim.words if w.kind in (Kind.NAME, Kind.VALUE)]


def _usable(assessment: Assessment) -> bool:
    return assessment.stance is not Stance.REFUTES and not assessment.candidate.passage.text.rstrip().endswith("?")


def _covers(assessment: Assessment, part: frozenset[int]) -> bool:
    """Whether one passage has a clause: nearly all of its words, with nothing that turns or narrows it."""
    if not _usable(assessment) or not part.isdisjoint(unmet(assessment.alignment)):
        return False
    others = frozenset(assessment.alignment.claim.at) - part
    return assessment.alignment.coverage(others) >= CLAUSE
