"""The words of a document without its notation, each character tied to its place in the source."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from factcheck.model import Block, BlockKind, Document, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# Zero-width and direction marks (the byte order mark among them), and a soft hyphen with the line break that it made.
_INVISIBLE = r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\u00ad(?:[ \t]*(?:\r\n|\r|\n)[ \t]*)?"
_PARTS = re.compile(
    rf"(?P<invisible>{_INVISIBLE})|(?P<space>\s+)|(?P<word>[^\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+)"
)


@dataclass(frozen=True)
class Plain:
    """Words for a parser or a reader; `offsets[i]` is where character `i` of `text` stands in the document."""

    text: str
    offsets: tuple[int, ...]

    def source(self, span: Span) -> Span:
        """The document's characters behind a span of `text`; an empty span gives an empty one at its place."""
        if not self.offsets:
            return Span(0, 0)
        if span.start >= span.end:
            at = self.offsets[span.start] if span.start < len(self.offsets) else self.offsets[-1] + 1
            return Span(at, at)
        return Span(self.offsets[span.start], self.offsets[span.end - 1] + 1)


def plain(document: Document, span: Span) -> Plain:
    """The words in a span of the document, without markup and what lies between blocks; white space is one space."""
    words: list[str] = []
    offsets: list[range] = []
    pending: int | None = None
    for start, end, apart in _stretches(document, span):
        if apart and pending is None:
            pending = max(start - 1, 0)
        for match in _PARTS.finditer(document.text, start, end):
            if match["space"]:
                pending = match.start() if pending is None else pending
            elif match["word"]:
                if pending is not None and words:
                    words.append(" ")
                    offsets.append(range(pending, pending + 1))
                pending = None
                words.append(match["word"])
                offsets.append(range(match.start(), match.end()))
    return Plain("".join(words), tuple(chain.from_iterable(offsets)))


def plain_block(document: Document, block: Block) -> Plain:
    """The words of one block."""
    return plain(document, block.span)


def _stretches(document: Document, span: Span) -> Iterator[tuple[int, int, bool]]:
    """What of the span is words: start, end, and whether a space belongs before it."""
    if not document.blocks:
        yield span.start, span.end, False
        return
    first = max(bisect_right(document.blocks, span.start, key=lambda block: block.span.start) - 1, 0)
    for index in range(first, len(document.blocks)):
        block = document.blocks[index]
        if block.span.start >= span.end:
            return
        start, end = max(span.start, block.span.start), min(span.end, block.span.end)
        if start < end:
            yield from _words_of(block, start, end)


def _words_of(block: Block, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    apart = True
    in_table = block.kind is BlockKind.TABLE_ROW
    for index in range(bisect_left(block.markup, start, key=lambda mark: mark.end), len(block.markup)):
        mark = block.markup[index]
        if mark.start >= end:
            break
        if start < mark.start:
            yield start, mark.start, apart
            apart = False
        start = max(start, mark.end)
        apart = apart or (in_table and not _inside_a_cell(block, mark))
    if start < end:
        yield start, end, apart


def _inside_a_cell(block: Block, mark: Span) -> bool:
    index = bisect_right(block.cells, mark.start, key=lambda cell: cell.span.start) - 1
    return index >= 0 and block.cells[index].span.covers(mark)
