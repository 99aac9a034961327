"""A document to the sentences that are parsed, each tied to its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims import sentences
from factcheck.facets.quotes import Quote, find_text
from factcheck.model import BlockKind, Span
from factcheck.readers.plain import Plain, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Block, Document

# A sentence with more words than this is no sentence; it is cut, so that parsing stays linear.
LONGEST = 250


_DATELINE = re.compile(r"(?:[A-Z][A-Z.’'-]+ ?){1,4}(?:, [^—–\n]{1,40}?)? (?:\([A-Z]\w+\) )?(?:—|–|--) ")


@dataclass(frozen=True)
class Part:
    """A sentence before it is parsed: its plain words, the quotations of its block, and where it stands."""

    block: Block
    plain: Plain
    span: Span
    quotes: tuple[Quote, ...] = ()

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.span.of(self.plain.text)

    def source(self, start: int, end: int) -> Span:
        """The document's characters behind characters of the sentence."""
        return self.plain.source(Span(self.span.start + start, self.span.start + end))


def parts(document: Document) -> Iterator[Part]:
    """The sentences of a document, in order; a table row is one."""
    for block in document.blocks:
        words = plain(document, block.span)
        if not words.text:
            continue
        quotes = find_text(words.text)
        spans = [Span(0, len(words.text))] if block.kind is BlockKind.TABLE_ROW else sentences.split(words.text)
        for span in _without_dateline(words.text, spans, block):
            inside = tuple(quote for quote in quotes if quote.span.overlaps(span))
            for piece in _pieces(words.text, span):
                yield Part(block, words, piece, inside)


def _without_dateline(text: str, spans: list[Span], block: Block) -> list[Span]:
    """A place and a date before a dash at the head of a paragraph stand by themselves."""
    match = _DATELINE.match(text) if block.kind is BlockKind.PARAGRAPH else None
    if match is None or not spans or not spans[0].start < match.end() < spans[0].end:
        return spans
    return [Span(spans[0].start, match.end()), Span(match.end(), spans[0].end), *spans[1:]]


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """The sentence, cut at spaces where it is longer than any sentence is."""
    if len(span) < LONGEST * 3 or span.of(text).count(" ") <= LONGEST:
        yield from _by_length(span)
        return
    start, count = span.start, 0
    for at in range(span.start, span.end):
        if text[at] == " ":
            count += 1
            if count == LONGEST:
                yield from _by_length(Span(start, at))
                start, count = at + 1, 0
    yield from _by_length(Span(start, span.end))


def _by_length(span: Span) -> Iterator[Span]:
    """Text without spaces is cut by its length."""
    size = LONGEST * 20
    for start in range(span.start, span.end, size):
        yield Span(start, min(start + size, span.end))
