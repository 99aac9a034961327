"""A verdict's findings: what was compared, where it stands in the article and in the note, and how it came out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Finding, Relation, Span
from factcheck.verdicts.alignment import Alignment
from factcheck.verdicts.assessment import Assessment
from factcheck.verdicts.comparison.difference import Difference
from factcheck.verdicts.decision import Decision
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.uncovered import stretches
from factcheck.verdicts.words import Kind, Word

# What hyphens join to a stretch, before it and behind it.
JOINED_BEFORE = re.compile(r"(?:\w+[-‐‑])+\Z")
LONGEST_JOINED = 40
JOINED_AFTER = re.compile(r"(?:[-‐‑]\w+)+")


def findings(claim: Claim, decision: Decision, assessments: Sequence[Assessment]) -> tuple[Finding, ...]:
    """The findings of the passages that decide: differences first, then what agrees, then what is missing."""
    found: list[Finding] = []
    for assessment in (decision.against, decision.best):
        if assessment is not None:
            index = next(i for i, a in enumerate(assessments) if a.candidate is assessment.candidate)
            found += _of(claim, assessment, index)
    found.sort(key=lambda f: (f.relation is not Relation.DIFFERS, f.relation is Relation.MISSING))
    return tuple(f for k, f in enumerate(found) if not any(_repeats(f, other) for other in found[:k]))


def _repeats(one: Finding, other: Finding) -> bool:
    """Whether two differences of a passage are one, found by its number and by its words: "third", "third woman"."""
    differ = one.relation is other.relation is Relation.DIFFERS and one.code == other.code
    return differ and one.evidence == other.evidence and _overlap(one.claim_span, other.claim_span)


def _overlap(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.overlaps(other)


def _of(claim: Claim, assessment: Assessment, index: int) -> Iterator[Finding]:
    alignment = assessment.alignment
    for difference in assessment.deciding:
        yield _differs(claim, alignment, difference, index)
    settled = {d.claim for d in assessment.deciding}
    yield from _agreements(claim, alignment, settled, index)
    lacking = [word.i for word in assessment.missing if word.i not in settled]
    for span, node in stretches(alignment.claim, lacking):
        yield _missing(claim, alignment, span, node, index)


def _agreements(claim: Claim, alignment: Alignment, settled: set[int], index: int) -> Iterator[Finding]:
    """The names and values that both have, each name once."""
    done = {alignment.claim.phrase(i) for i in settled}
    for i, link in alignment.links.items():
        word, ours = alignment.claim.at[i], alignment.claim.phrase(i)
        if word.kind is Kind.WORD or ours in done:
            continue
        done.add(ours)
        theirs = alignment.passage.phrase(link.passage)
        yield Finding(
            _code(alignment.claim, word),
            Relation.AGREES,
            link.kinship.how,
            claim.source(ours),
            ours.of(alignment.claim.analysis.text),
            index,
            theirs,
            theirs.of(alignment.passage.analysis.text),
            "",
        )


def _differs(claim: Claim, alignment: Alignment, difference: Difference, index: int) -> Finding:
    ours, theirs = differing(alignment, difference)
    ours_text, theirs_text = ours.of(alignment.claim.analysis.text), theirs.of(alignment.passage.analysis.text)
    message = difference.message or f"{ours_text} in the article, {theirs_text} in the note"
    return Finding(
        difference.code,
        Relation.DIFFERS,
        difference.how,
        claim.source(ours),
        ours_text,
        index,
        theirs,
        theirs_text,
        message,
    )


def differing(alignment: Alignment, difference: Difference) -> tuple[Span, Span]:
    """Where a difference stands in the claim and in the passage, in whole words: "north-west", not "west"."""
    claim, passage = alignment.claim, alignment.passage
    ours, theirs = difference.at or (claim.phrase(difference.claim), passage.phrase(difference.passage))
    return _whole(claim.analysis.text, ours), _whole(passage.analysis.text, theirs)


def _whole(text: str, span: Span) -> Span:
    """The stretch with the rest of the words that hyphens join to it."""
    first = max(0, span.start - LONGEST_JOINED)
    before, after = JOINED_BEFORE.search(text, first, span.start), JOINED_AFTER.match(text, span.end)
    return Span(before.start() if before else span.start, after.end() if after else span.end)


def _missing(claim: Claim, alignment: Alignment, span: Span, node: int, index: int) -> Finding:
    """A phrase of the claim that the passage does not have; the rule is that of the word in it that tells most."""
    text = span.of(alignment.claim.analysis.text)
    code = _code(alignment.claim, alignment.claim.at[node])
    where = claim.source(span)
    return Finding(code, Relation.MISSING, "not found", where, text, index, None, "", "not in the passage")


def _code(reading: Reading, word: Word) -> str:
    """The rule that a difference in this node would break."""
    if word.kind is Kind.VALUE:
        return "FC301" if reading.value_at[word.i].unit == "date" else "FC201"
    return "FC401" if word.kind is Kind.NAME else "FC507"
