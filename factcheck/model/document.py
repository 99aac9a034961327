"""A text with its layout and its provenance. Lines and columns count from 1."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from factcheck.model.span import Span

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


class BlockKind(StrEnum):
    """What a block is in its source."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    TABLE_ROW = "table-row"
    CUE = "cue"
    BLOCK_QUOTE = "block-quote"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    BYLINE = "byline"
    DATELINE = "dateline"
    CODE = "code"
    FRONT_MATTER = "front-matter"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row; `row` counts the data rows from 1 and is 0 in the header, `column` counts from 1."""

    header: str
    text: str
    span: Span
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """A unit of a document's layout, and where it stands in the source.

    `markup` are stretches inside `span` that are notation, not words (asterisks, link targets, tags);
    `page` counts from 1, `element` names an HTML or DOCX element ("p[3]"), `time` is a cue's start
    ("00:01:02.500"), `level` a heading's level.
    """

    kind: BlockKind
    span: Span
    markup: tuple[Span, ...] = ()
    page: int | None = None
    element: str | None = None
    time: str | None = None
    speaker: str | None = None
    level: int | None = None
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a character stands for a reader; only the parts that its format knows are set."""

    line: int | None = None
    column: int | None = None
    page: int | None = None
    element: str | None = None
    time: str | None = None
    cell: str | None = None

    def __str__(self) -> str:
        if self.cell is not None:
            return self.cell
        if self.time is not None:
            return self.time
        if self.page is not None:
            return f"p. {self.page}"
        if self.element is not None:
            return self.element
        return f"{self.line}:{self.column}"


@dataclass(frozen=True)
class Document:
    """A text with its provenance.

    `path` is as the user gave it (a relative path, a URL, or "-"), with forward slashes; `date` is the date that
    the document gives itself; `metadata` its front matter or sidecar (tier, origin, speaker, …).
    `exact` says whether offsets into `text` are offsets into the source, so that line and column mean something.
    """

    path: str
    text: str
    blocks: tuple[Block, ...]
    sha256: str
    media_type: str
    title: str | None = None
    date: date | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    exact: bool = True

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """The line and the column of a character, both from 1; a byte order mark takes no column."""
        line = bisect_right(self._line_starts, offset)
        start = self._line_starts[line - 1]
        if line == 1 and self.text.startswith("\ufeff") and offset > 0:
            start = 1
        return line, offset - start + 1

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the character, if one does."""
        index = bisect_right(self._block_starts, offset) - 1
        if index < 0:
            return None
        block = self.blocks[index]
        return block if offset < block.span.end else None

    def words(self, span: Span) -> str:
        """The characters of a span without the notation of its blocks; its line breaks are kept."""
        first = max(bisect_right(self._block_starts, span.start) - 1, 0)
        kept, position = [], span.start
        for block in self.blocks[first:]:
            if block.span.start >= span.end:
                break
            for mark in block.markup:
                kept.append(self.text[position : min(mark.start, span.end)])
                position = max(position, mark.end)
        return "".join([*kept, self.text[position : span.end]])

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def locate(self, offset: int) -> Locator:
        """Where the character stands for a reader."""
        block = self.block_at(offset)
        line, column = self.line_and_column(offset)
        if block is None:
            return Locator(line=line, column=column)
        cell = next((c for c in block.cells if c.span.start <= offset < c.span.end), None)
        name = None
        if block.cells:
            name = f"row {block.cells[0].row}" if block.cells[0].row else "header row"
        if cell is not None:
            name = f"{name}, {cell.header or f'column {cell.column}'}"
        return Locator(line=line, column=column, page=block.page, element=block.element, time=block.time, cell=name)
