"""A verdict in one plain sentence, made from its findings and from what the passages lack."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Finding, Label, Passage, Relation, Stance
from factcheck.verdicts.assessment import Assessment
from factcheck.verdicts.comparison.difference import Difference
from factcheck.verdicts.decision import Decision
from factcheck.verdicts.restraints import unmet
from factcheck.verdicts.uncovered import listed, phrases

# Rules whose finding is told by its message: two values beside one another would not say what is wrong.
TOLD = frozenset({"FC403", "FC404", "FC501", "FC505", "FC506"})
# A word that weighs less is not worth naming where the claim is supported all the same.
LEAST_TOLD = 0.3
# Where the best passage has less than this of a claim, it is of something else.
LEAST_NEAR = 0.35


def place(passage: Passage) -> str:
    """Where a passage stands, for a reader: the note's file name and the locator."""
    return f"{passage.note.rsplit('/', 1)[-1]} {passage.locator}"


def explain(decision: Decision, findings: Sequence[Finding], assessments: Sequence[Assessment]) -> str:
    """Why the claim has its label."""
    best = decision.best
    if best is None:
        return "no passage of the notes speaks of this"
    where = place(best.candidate.passage)
    differing = [f for f in findings if f.relation is Relation.DIFFERS]
    if decision.label is Label.REFUTED:
        return f"differs: {_sides(differing[0], where)}"
    if decision.label is Label.CONFLICTING and decision.against is not None:
        other, first = decision.against.candidate.passage, differing[0]
        said = f"{place(other)} says {first.passage_value} for {first.claim_value}"
        return f"notes disagree: {where} agrees, {said}"
    if decision.label is Label.SUPPORTED:
        return _agreement(best, assessments)
    return _undecided(best, assessments)


def _sides(finding: Finding, where: str) -> str:
    """What either side says, or in words what is wrong."""
    same = finding.claim_value.casefold() == finding.passage_value.casefold()
    if (finding.code in TOLD or same) and finding.message:
        return f"“{finding.claim_value}”: {finding.message} ({where})"
    return f"article says {finding.claim_value}, {where} says {finding.passage_value}"


# --- supported -------------------------------------------------------------------------------------


def _agreement(best: Assessment, assessments: Sequence[Assessment]) -> str:
    """Which passages agree: the best, and where it lacks something, the one that has most of that."""
    open_words = [word.i for word in best.missing]
    helper = max(
        (a for a in assessments if a is not best and a.usable), key=lambda a: _has(a, open_words), default=None
    )
    where = place(best.candidate.passage)
    if helper is not None and _has(helper, open_words) > 0 and best.stance is not Stance.SUPPORTS:
        where = f"{where} and {place(helper.candidate.passage)}"
        open_words = [i for i in open_words if helper.alignment.strength(i) == 0]
    lacking = phrases(best.alignment.claim, open_words) if any(_heavy(best, i) for i in open_words) else []
    return f"agrees with {where}" + (f"; not said there: {listed(lacking)}" if lacking else "")


def _has(assessment: Assessment, nodes: Sequence[int]) -> float:
    """How much of some nodes a passage itself has."""
    alignment = assessment.alignment
    return sum(alignment.claim.at[i].weight * alignment.strength(i) for i in nodes if i not in alignment.context)


def _heavy(assessment: Assessment, i: int) -> bool:
    """Whether a word tells enough to be worth saying that it is not in the passage."""
    return assessment.alignment.claim.at[i].weight >= LEAST_TOLD


# --- undecided -------------------------------------------------------------------------------------


def _undecided(best: Assessment, assessments: Sequence[Assessment]) -> str:
    """What of the claim the notes leave open."""
    doubt = next((d for a in assessments[:1] for d in a.doubts), None)
    if doubt is not None:
        return f"cannot be decided: {_doubt(assessments[0], doubt)}"
    return reserve(best) or f"{place(best.candidate.passage)} says something near, not this"


def reserve(assessment: Assessment) -> str:
    """Why a passage that is near does not confirm the claim."""
    where = place(assessment.candidate.passage)
    if assessment.stance is Stance.NEUTRAL and assessment.said >= LEAST_NEAR and not assessment.usable:
        return f"{where} asks this and does not say it" if assessment.asks else f"{where} is somebody else’s turn"
    lacking = phrases(assessment.alignment.claim, [word.i for word in assessment.missing])
    if lacking and assessment.coverage < LEAST_NEAR:
        return f"the notes do not speak of this: {listed(lacking)}"
    if lacking:
        return f"the notes do not say: {listed(lacking)}"
    beyond = _beyond(assessment)
    return f"{where} does not go so far as {listed(beyond)}" if beyond else ""


def _beyond(assessment: Assessment) -> list[str]:
    """The words of the claim that turn, narrow, rank or make certain what the passage has without them."""
    analysis = assessment.alignment.claim.analysis
    return [analysis.tokens[i].text for i in unmet(assessment.alignment)]


def _doubt(assessment: Assessment, difference: Difference) -> str:
    ours = assessment.alignment.claim.text(difference.claim)
    theirs = assessment.alignment.passage.text(difference.passage)
    where = place(assessment.candidate.passage)
    if difference.code in TOLD and difference.message:
        return f"“{ours}”: {difference.message} ({where})"
    return f"article says {ours}, {where} says {theirs}, but perhaps of something else"


def reason(assessment: Assessment, decision: Decision) -> str:
    """Why a passage did or did not decide."""
    if (
        decision.best is not None
        and assessment.candidate is decision.best.candidate
        and decision.label is not Label.NOT_ENOUGH_EVIDENCE
    ):
        return "decides"
    if assessment.stance is Stance.REFUTES:
        return "differs, but another passage agrees"
    if assessment.stance is Stance.SUPPORTS:
        return "agrees"
    return _why_neutral(assessment)


def _why_neutral(assessment: Assessment) -> str:
    """What keeps a passage from deciding."""
    if assessment.doubts:
        return f"differs, but not for certain: {_doubt(assessment, assessment.doubts[0])}"
    if not assessment.usable:
        return "asks, and says nothing" if assessment.asks else "somebody else says it"
    lacking = phrases(assessment.alignment.claim, [word.i for word in assessment.missing])
    if lacking:
        return f"does not say: {listed(lacking)}"
    beyond = _beyond(assessment)
    return f"does not go so far as {listed(beyond)}" if beyond else "says something near"
