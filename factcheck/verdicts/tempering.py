"""What takes an accusation back once the whole sentence is judged.

A claim told without its circumstances ("hired 40 people") is not wrong where the note differs from it but not from the
claim as the draft makes it ("hired 40 people in 2020").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.model import Claim, Finding, Label, Relation, Stance, Verdict

_WORD = re.compile(r"\w+(?:[.,’'-]\w+)*")
# Explanations begin with this where a difference is no error.
OPEN = "undecided"


def tempered(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts of one article, in their order, without the accusations that its own sentences take back."""
    by_sentence: dict[int, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        by_sentence[verdict.claim.sentence].append(verdict)
    return [_tempered(verdict, by_sentence[verdict.claim.sentence]) for verdict in verdicts]


def _tempered(verdict: Verdict, around: Sequence[Verdict]) -> Verdict:
    if verdict.label is not Label.REFUTED:
        return verdict
    for other in around:
        left_out = _restriction(verdict.claim, other.claim)
        if left_out and other.label is not Label.REFUTED:
            return _open(verdict, f"the draft says it only of “{left_out}”")
    return verdict


def _restriction(claim: Claim, fuller: Claim) -> str:
    """The numbers and names that another claim of the sentence adds to all the words of this one, in their order.

    What follows a semicolon there is a statement by itself.
    """
    ours, theirs = _WORD.findall(claim.text), _WORD.findall(fuller.text.split(";")[0])
    if len(theirs) <= len(ours):
        return ""
    added = list(_added(ours, theirs))
    if len(theirs) - len(added) != len(ours):
        return ""
    return " ".join(added) if any(word[0].isdigit() or word[0].isupper() for word in added) else ""


def _added(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[str]:
    """The words of the longer text that are not those of the shorter one, taken in order."""
    at = 0
    for word in theirs:
        if at < len(ours) and word == ours[at]:
            at += 1
        else:
            yield word


def _open(verdict: Verdict, why: str) -> Verdict:
    """The verdict as one that the notes do not decide."""
    return replace(
        verdict,
        label=Label.NOT_ENOUGH_EVIDENCE,
        findings=tuple(map(_not_compared, verdict.findings)),
        evidence=tuple(replace(item, stance=Stance.NEUTRAL) for item in verdict.evidence),
        explanation=f"{OPEN}: {verdict.explanation}; {why}",
    )


def _not_compared(finding: Finding) -> Finding:
    if finding.relation is not Relation.DIFFERS:
        return finding
    return replace(finding, relation=Relation.INCOMPARABLE, how="open")
