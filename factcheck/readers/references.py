"""Numbers that are a document's notation, not its words: its reference marks, and the numbers of its paragraphs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.model import BlockKind, Document, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Block

# A bracket with a number, set without a space behind a word or a sentence: "by Monday.[2][3]".
_MARK = re.compile(r"(?<=[^\s\[(])(?:\[\d{1,3}\])+(?!\w)")
# "2.4 The Government accepts": a paragraph's number, and the figure that its section shares.
_NUMBER = re.compile(r"(\d{1,2})\.(?:\d{1,2}\.){0,2}\d{1,2}\.?[ \t]+(?=[\"“‘]?[A-ZÀ-Þ])")
# Fewer paragraphs than this may begin with a figure by chance.
FEWEST_NUMBERED = 3
_PROSE = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE, BlockKind.FOOTNOTE)


def mark_references(document: Document) -> Document:
    """The document with its reference marks and paragraph numbers as markup."""
    numbered = _numbered(document)
    return replace(document, blocks=tuple(_marked(document, block, numbered) for block in document.blocks))


def _numbered(document: Document) -> frozenset[int]:
    """Where the blocks begin that bear a number, if enough of one section do."""
    found: dict[str, list[int]] = {}
    for block in document.blocks:
        match = _NUMBER.match(document.text, block.span.start, block.span.end)
        if match is not None and block.kind in _PROSE:
            found.setdefault(match[1], []).append(block.span.start)
    return frozenset(start for starts in found.values() if len(starts) >= FEWEST_NUMBERED for start in starts)


def _marked(document: Document, block: Block, numbered: frozenset[int]) -> Block:
    if block.kind not in _PROSE:
        return block
    marks = list(_MARK.finditer(document.text, block.span.start, block.span.end))
    if block.span.start in numbered:
        number = _NUMBER.match(document.text, block.span.start, block.span.end)
        marks += [number] if number is not None else []
    new = [Span(match.start(), match.end()) for match in marks]
    return replace(block, markup=tuple(_joined([*block.markup, *new]))) if new else block


def _joined(spans: list[Span]) -> Iterator[Span]:
    """The spans in order, those that overlap as one."""
    current: Span | None = None
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if current is not None and span.start < current.end:
            current = Span(current.start, max(current.end, span.end))
            continue
        if current is not None:
            yield current
        current = span
    if current is not None:
        yield current
