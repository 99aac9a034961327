"""The judge: a claim and the passages found for it become findings and a verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from factcheck.model import Analysis, Claim, Evidence, Relation, Verdict
from factcheck.verdicts.assessment import Assessment, assess
from factcheck.verdicts.candidate import Candidate
from factcheck.verdicts.confidence import confidence
from factcheck.verdicts.decision import Decision, decide
from factcheck.verdicts.explain import explain, reason
from factcheck.verdicts.findings import findings
from factcheck.verdicts.linking import Source, align
from factcheck.verdicts.quotations.held import with_quotations
from factcheck.verdicts.quotations.turns import by_turns
from factcheck.verdicts.reading import Reading, read
from factcheck.verdicts.sources import with_sources
from factcheck.verdicts.tables import held as tables
from factcheck.verdicts.tables.cells import cell_of
from factcheck.verdicts.values import Value, compare


def judge(
    claim: Claim, claim_analysis: Analysis, candidates: Sequence[Candidate], *, article_date: date | None
) -> Verdict:
    """The verdict on a claim: what the passages found for it say, whatever their order."""
    reading = read(claim_analysis, article_date)
    assessments = _without_seen(reading, [_assess(reading, candidate) for candidate in candidates])
    assessments = by_turns(claim, assessments)
    assessments = tables.heard(reading, candidates, assessments, article_date, cell_of(claim))
    assessments.sort(key=lambda a: (-a.coverage, a.candidate.passage.id))
    decision = decide(assessments)
    found = tables.located(findings(claim, decision, assessments), assessments)
    verdict = Verdict(
        claim,
        decision.label,
        confidence(decision, assessments),
        found,
        tuple(_evidence(a, decision) for a in assessments),
        tables.explained(decision, explain(decision, found, assessments)),
    )
    return with_sources(with_quotations(verdict), claim_analysis, article_date)


def _assess(reading: Reading, candidate: Candidate) -> Assessment:
    anchor = candidate.passage.date
    around = tuple(read(analysis, anchor) for analysis in candidate.context)
    passage = candidate.passage
    who = f"{passage.speaker or ''} {passage.title} {passage.note.rsplit('/', 1)[-1]}"
    source = Source(who, anchor, passage.speaker or "")
    return assess(candidate, align(reading, read(candidate.analysis, anchor), around, source))


def _without_seen(reading: Reading, assessments: list[Assessment]) -> list[Assessment]:
    """The assessments, each with the values and the words of names of the claim that no candidate has."""
    values = [
        value.head
        for value in reading.values
        if not any(compare(value, other).relation is Relation.AGREES for a in assessments for other in _values(a))
    ]
    names = [i for i in reading.name_at if not any(a.alignment.strength(i) for a in assessments)]
    unseen = frozenset((*values, *names))
    return [replace(assessment, unseen=unseen) for assessment in assessments] if unseen else assessments


def _values(assessment: Assessment) -> Iterator[Value]:
    """The values of a passage and of what stands around it."""
    yield from assessment.alignment.passage.values
    for analysis in assessment.candidate.context:
        yield from read(analysis, assessment.candidate.passage.date).values


def _evidence(assessment: Assessment, decision: Decision) -> Evidence:
    return Evidence(
        assessment.candidate.passage, round(assessment.coverage, 4), assessment.stance, reason(assessment, decision)
    )
