"""What a draft claims, and what of it claims nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factcheck.model.document import Document
from factcheck.model.span import Span


class ClaimKind(StrEnum):
    """What a claim is about; the first that applies, in this order."""

    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    COMPARISON = "comparison"
    QUANTITY = "quantity"
    DATE = "date"
    IDENTITY = "identity"
    CAUSAL = "causal"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a claim's text and the words of the document that it stands for.

    `source` is None for words that only mend the grammar.
    """

    span: Span
    source: Span | None


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What a pronoun or a relative time was resolved to: the bracketed words, and where they come from."""

    span: Span
    text: str
    source: Span | None
    ground: str


@dataclass(frozen=True)
class Claim:
    """One atomic statement that can be true or false by itself.

    `text` reads alone; `pieces` tie it to the article; `spans` are its words there; `speaker` is who says it, when it
    is somebody's words; `quoted` the exact words, when it is a quote; `unresolved` the words that stand for
    something the draft does not name with certainty; `reason` says why it is not checkable.
    """

    id: str
    text: str
    kind: ClaimKind
    spans: tuple[Span, ...]
    sentence: int
    checkable: bool = True
    reason: str | None = None
    speaker: str | None = None
    quoted: str | None = None
    pieces: tuple[Piece, ...] = ()
    antecedents: tuple[Antecedent, ...] = ()
    unresolved: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """From the claim's first word in the article to its last."""
        return Span(self.spans[0].start, max(span.end for span in self.spans))

    def source(self, span: Span) -> Span:
        """The article's words behind a span of the claim's text; the whole claim where there are none."""
        found: list[Span] = []
        for piece in self.pieces:
            if piece.source is None or not piece.span.overlaps(span):
                continue
            if len(piece.span) == len(piece.source):
                shift = piece.source.start - piece.span.start
                found.append(Span(max(span.start, piece.span.start) + shift, min(span.end, piece.span.end) + shift))
            else:
                found.append(piece.source)
        if not found:
            return self.span
        return Span(min(s.start for s in found), max(s.end for s in found))


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Words of a sentence that are not checkable, and why."""

    span: Span
    reason: str


@dataclass(frozen=True)
class Sentence:
    """A sentence of an article: its span, its claims, and what of it is not checkable.

    `untaken` says that the sentence holds several predicates but could not be taken apart.
    """

    index: int
    span: Span
    claims: tuple[str, ...] = ()
    excluded: tuple[Exclusion, ...] = ()
    untaken: bool = False


@dataclass(frozen=True)
class Extraction:
    """What was found in one article: every sentence, every claim, and where the draft contradicts itself."""

    document: Document
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    inconsistencies: tuple[Inconsistency, ...] = ()
    language: str = "en"


@dataclass(frozen=True)
class Inconsistency:
    """Two places of one draft that cannot both be right (FC6xx)."""

    code: str
    first: Span
    second: Span
    first_value: str
    second_value: str
    message: str
