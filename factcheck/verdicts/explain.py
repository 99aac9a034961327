"""A verdict in one sentence, made from its findings."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Finding, Label, Passage, Relation, Stance
from factcheck.verdicts.assessment import Assessment
from factcheck.verdicts.decision import Decision

NEGATION = "FC501"
# How many missing words an explanation names.
MOST_MISSING = 6


def place(passage: Passage) -> str:
    """Where a passage stands, for a reader: the note's file name and the locator."""
    return f"{passage.note.rsplit('/', 1)[-1]} {passage.locator}"


def explain(decision: Decision, findings: Sequence[Finding]) -> str:
    """Why the claim has its label."""
    if decision.best is None:
        return "no passage of the notes speaks of this"
    passage = decision.best.candidate.passage
    differing = [f for f in findings if f.relation is Relation.DIFFERS]
    if decision.label is Label.REFUTED:
        return f"differs: {_sides(differing[0], place(passage))}"
    if decision.label is Label.CONFLICTING and decision.against is not None:
        other = decision.against.candidate.passage
        first = differing[0]
        said = f"{place(other)} says {first.passage_value} for {first.claim_value}"
        return f"notes disagree: {place(passage)} agrees, {said}"
    missing = _listed([f.claim_value for f in findings if f.relation is Relation.MISSING])
    if decision.label is Label.SUPPORTED:
        return f"agrees with {place(passage)}" + (f", which does not say: {missing}" if missing else "")
    return f"no passage covers: {missing}" if missing else f"{place(passage)} says something near, not this"


def _sides(finding: Finding, where: str) -> str:
    """What either side says; where one of them denies the other's word, that it does."""
    if finding.code == NEGATION and finding.message:
        return f"“{finding.claim_value}”: {finding.message} ({where})"
    return f"article says {finding.claim_value}, {where} says {finding.passage_value}"


def _listed(words: Sequence[str]) -> str:
    shown = ", ".join(words[:MOST_MISSING])
    return shown + (", …" if len(words) > MOST_MISSING else "")


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
    words = [assessment.alignment.claim.text(word.i) for word in assessment.missing]
    return f"does not say: {_listed(words)}" if words else "says something near"
