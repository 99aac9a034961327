"""A verdict in one plain sentence, made from its findings and from what the passages lack."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facets import polarity
from factcheck.model import Finding, Label, Passage, Relation, Stance
from factcheck.verdicts import restraints
from factcheck.verdicts.assessment import Assessment
from factcheck.verdicts.comparison.difference import Difference
from factcheck.verdicts.decision import Decision
from factcheck.verdicts.findings import differing
from factcheck.verdicts.uncovered import listed, phrases

# Rules whose finding is told by its message: two values beside one another would not say what is wrong.
TOLD = frozenset({"FC403", "FC404", "FC501", "FC505", "FC506"})
# So is a direction that goes against its own figures.
CONTRARY = "contrary"
# So many passages are named that only together say what the claim says.
MOST_AGREEING = 3
# A word that weighs less is not worth naming where the claim is supported all the same.
LEAST_TOLD = 0.3
# Where the best passage has less than this of a claim, it is of something else.
LEAST_NEAR = 0.35
NOTHING = "found nothing about this in the notes"
# What keeps a passage from confirming the words of a claim that it seems to have.
_RESERVES = {
    restraints.OPEN: "leaves {words} open",
    restraints.CAUSE: "does not give {words} as the cause",
    restraints.COMPARED: "compares the other way round than {words}",
    restraints.APART: "tells apart what the article puts together with {words}",
    restraints.ANOTHER: "says it of somebody else than {words}",
    restraints.UNSAID: "does not say {words}",
}


def place(passage: Passage) -> str:
    """Where a passage stands, for a reader: the note's file name and the locator."""
    return f"{passage.note.rsplit('/', 1)[-1]} {passage.locator}"


def explain(decision: Decision, findings: Sequence[Finding], assessments: Sequence[Assessment]) -> str:
    """Why the claim has its label."""
    best = decision.best
    if best is None:
        return NOTHING
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
    if (finding.code in TOLD or finding.how == CONTRARY or same) and finding.message:
        return f"“{finding.claim_value}”: {finding.message} ({where})"
    return f"article says {finding.claim_value}, {where} says {finding.passage_value}"


# --- supported -------------------------------------------------------------------------------------


def _agreement(best: Assessment, assessments: Sequence[Assessment]) -> str:
    """Which passages agree: the best, and where it does not do so alone, those that have what it lacks."""
    agreeing, open_words = [best], [word.i for word in best.missing]
    note = [a for a in assessments if a.usable and a.candidate.passage.sha256 == best.candidate.passage.sha256]
    while best.stance is not Stance.SUPPORTS and len(agreeing) < MOST_AGREEING:
        others = (a for a in note if all(a.candidate is not other.candidate for other in agreeing))
        helper = max(others, key=lambda a: _has(a, open_words), default=None)
        if helper is None or not _has(helper, open_words):
            break
        agreeing.append(helper)
        open_words = [i for i in open_words if helper.alignment.strength(i) == 0]
    *places, last = (place(a.candidate.passage) for a in agreeing)
    where = f"{', '.join(places)} and {last}" if places else last
    lacking = phrases(best.alignment.claim, open_words) if any(_heavy(best, i) for i in open_words) else []
    say = "do not say" if places else "does not say"
    return f"agrees with {where}" + (f", which {say} {listed(lacking)}" if lacking else "")


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
    doubting = best if best.doubts else next((a for a in assessments if a.doubts), None)
    if doubting is not None and (doubting is best or best.stance is Stance.SUPPORTS):
        agrees = "" if doubting is best else f"{place(best.candidate.passage)} agrees, but "
        return f"cannot be decided: {agrees}{_doubt(doubting, doubting.doubts[0])}"
    if best.coverage < LEAST_NEAR:
        return NOTHING
    where = place(best.candidate.passage)
    return f"nearest is {where}, which {reserve(best) or 'does not say just this'}"


def reserve(assessment: Assessment) -> str:
    """Why a passage that is near does not confirm the claim, in words that follow its name; nothing if it does."""
    if assessment.stance is Stance.NEUTRAL and assessment.said >= LEAST_NEAR and not assessment.usable:
        return "only asks this" if assessment.asks else "is said by somebody else"
    lacking = phrases(assessment.alignment.claim, [word.i for word in assessment.missing])
    if lacking:
        return f"does not say {listed(lacking)}"
    found = restraints.reserves(assessment.alignment)
    return _reserve(assessment, *found[0]) if found else ""


def _reserve(assessment: Assessment, kind: str, tokens: Sequence[int]) -> str:
    """What a passage has otherwise than the claim, which has all the claim's words."""
    alignment = assessment.alignment
    analysis = alignment.claim.analysis
    words = listed([analysis.tokens[i].text for i in tokens])
    if kind == restraints.DENIED:
        return f"does not deny {words}" if polarity.negated(analysis, tokens[0]) else f"denies {words}"
    if kind == restraints.UNSAID and any(alignment.strength(i) for i in tokens):
        return f"has {words}, but not as the article has it"
    return _RESERVES[kind].format(words=words)


def _doubt(assessment: Assessment, difference: Difference) -> str:
    alignment = assessment.alignment
    spans = differing(alignment, difference)
    ours, theirs = (s.of(r.analysis.text) for s, r in zip(spans, (alignment.claim, alignment.passage), strict=True))
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
    if assessment.doubts:
        return f"differs, but not for certain: {_doubt(assessment, assessment.doubts[0])}"
    return reserve(assessment) or "says something near"
