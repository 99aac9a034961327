"""What only a whole sentence shows.

A claim that was cut out of a sentence can be too small to be known again in the notes, or can have lost a word on the
way. The sentence is held against the notes as it stands, too: what it is refuted for is said of the claim that has the
words, and what is known of it supports the claims whose words are known with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.model import Claim, ClaimKind, Extraction, Finding, Label, Piece, Relation, Sentence, Span, Verdict

_SPACE = re.compile(r"\s")
# Where a claim has such a label, the notes have said something of its words already.
DECIDED = frozenset({Label.SUPPORTED, Label.REFUTED, Label.CONFLICTING})
# A sentence supports a claim of which no more than this is missing from what supports the sentence.
MOST_MISSING = 0.3


def whole_sentences(extraction: Extraction) -> list[Claim]:
    """Each sentence that holds a checkable claim, as one claim."""
    checkable: dict[int, list[Claim]] = {}
    for claim in extraction.claims:
        if claim.checkable:
            checkable.setdefault(claim.sentence, []).append(claim)
    text = extraction.document.text
    return [_whole(s, checkable[s.index], text) for s in extraction.sentences if s.index in checkable]


def _whole(sentence: Sentence, claims: Sequence[Claim], document: str) -> Claim:
    """A sentence as one claim; every character stays where it is, so that its words are found again in the article."""
    text = _SPACE.sub(" ", sentence.span.of(document))
    pieces = (Piece(Span(0, len(text)), sentence.span),)
    speakers = {claim.speaker for claim in claims}
    speaker = next(iter(speakers)) if len(speakers) == 1 else None
    identifier = f"sentence-{sentence.index}"
    return Claim(identifier, text, ClaimKind.EVENT, (sentence.span,), sentence.index, speaker=speaker, pieces=pieces)


def with_wholes(verdicts: Sequence[Verdict], wholes: Mapping[int, Verdict]) -> list[Verdict]:
    """The verdicts of one article, with what its sentences show; `wholes`: sentences by their number."""
    found = list(verdicts)
    for index, whole in sorted(wholes.items()):
        if whole.label is Label.REFUTED and (at := _holder(verdicts, index, whole)) is not None:
            found[at] = replace(whole, claim=verdicts[at].claim)
        if whole.label is Label.SUPPORTED:
            found = [_as_part(verdict, index, whole) for verdict in found]
    return found


def _as_part(verdict: Verdict, index: int, whole: Verdict) -> Verdict:
    """The verdict on a claim of a supported sentence; words that are quoted are looked up by themselves."""
    claim = verdict.claim
    if claim.sentence != index or verdict.label is not Label.NOT_ENOUGH_EVIDENCE:
        return verdict
    if claim.kind is ClaimKind.QUOTE or claim.speaker != whole.claim.speaker:
        return verdict
    missing = [f.claim_span for f in whole.findings if f.relation is Relation.MISSING and f.claim_span is not None]
    lost = sum(span.shared(words) for span in missing for words in claim.spans)
    if lost > MOST_MISSING * sum(map(len, claim.spans)):
        return verdict
    own = tuple(finding for finding in whole.findings if _is_of(finding, claim))
    return replace(whole, claim=claim, findings=own, explanation=f"its sentence {whole.explanation}")


def _is_of(finding: Finding, claim: Claim) -> bool:
    """Whether a finding is about words of a claim, or about no words."""
    return finding.claim_span is None or any(span.overlaps(finding.claim_span) for span in claim.spans)


def _holder(verdicts: Sequence[Verdict], index: int, whole: Verdict) -> int | None:
    """The place of the narrowest claim that has the words which differ; None where one of them is decided."""
    differing = next((f.claim_span for f in whole.findings if _differs(f)), None)
    here = [at for at, verdict in enumerate(verdicts) if verdict.claim.sentence == index]
    if differing is None:
        return None
    holding = [at for at in here if any(span.overlaps(differing) for span in verdicts[at].claim.spans)]
    if any(verdicts[at].label in DECIDED for at in holding):
        return None
    open_ = [at for at in holding if verdicts[at].label is Label.NOT_ENOUGH_EVIDENCE]
    return min(open_, key=lambda at: (sum(map(len, verdicts[at].claim.spans)), at), default=None)


def _differs(finding: Finding) -> bool:
    return finding.relation is Relation.DIFFERS
