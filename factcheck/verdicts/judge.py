"""The judge: a claim and the passages found for it become findings and a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.model import Analysis, Claim, Label, Verdict
from factcheck.verdicts.alignment import align
from factcheck.verdicts.candidate import Candidate
from factcheck.verdicts.compare import differences
from factcheck.verdicts.reading import read

SUPPORT = 0.9
SAME = 0.75


def judge(claim: Claim, claim_analysis: Analysis, candidates: Sequence[Candidate], *, article_date: date | None) -> Verdict:
    """The verdict on a claim: what the passages found for it say, whatever their order."""
    ordered = sorted(candidates, key=lambda c: (-c.score, c.passage.id))
    reading = read(claim_analysis, article_date)
    alignments = [align(reading, read(c.analysis, c.passage.date), tuple(read(a, c.passage.date) for a in c.context)) for c in ordered]
    if any(a.coverage() >= SUPPORT for a in alignments):
        return Verdict(claim, Label.SUPPORTED, 0.7)
    for a in alignments:
        for d in differences(a):
            if d.rest >= SAME:
                return Verdict(claim, Label.REFUTED, 0.7)
    return Verdict(claim, Label.NOT_ENOUGH_EVIDENCE, 0.5)
