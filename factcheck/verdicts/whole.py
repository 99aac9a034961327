"""What only a whole sentence shows.

A claim that was cut out of a sentence can be too small to be known again in the notes, or can have lost a word on the
way. The sentence is held against the notes as it stands, too, and what it is refuted for is said of the claim that has
the words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.model import Claim, ClaimKind, Extraction, Finding, Label, Piece, Relation, Sentence, Span, Verdict

_SPACE = re.compile(r"\s")
# Where a claim has such a label, the notes have said something of its words already.
DECIDED = frozenset({Label.SUPPORTED, Label.REFUTED, Label.CONFLICTING})


def whole_sentences(extraction: Extraction) -> list[Claim]:
    """Each sentence that holds a checkable claim, as one claim."""
    checkable = {claim.sentence for claim in extraction.claims if claim.checkable}
    document = extraction.document.text
    return [_whole(sentence, document) for sentence in extraction.sentences if sentence.index in checkable]


def _whole(sentence: Sentence, document: str) -> Claim:
    """A sentence as one claim; every character stays where it is, so that its words are found again in the article."""
    text = _SPACE.sub(" ", sentence.span.of(document))
    pieces = (Piece(Span(0, len(text)), sentence.span),)
    identifier = f"sentence-{sentence.index}"
    return Claim(identifier, text, ClaimKind.EVENT, (sentence.span,), sentence.index, pieces=pieces)


def with_wholes(verdicts: Sequence[Verdict], wholes: Mapping[int, Verdict]) -> list[Verdict]:
    """The verdicts of one article, with what its sentences are refuted for; `wholes`: sentences by their number."""
    found = list(verdicts)
    for index, whole in sorted(wholes.items()):
        if whole.label is Label.REFUTED and (at := _holder(verdicts, index, whole)) is not None:
            found[at] = replace(whole, claim=verdicts[at].claim)
    return found


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
