"""The blocks of a Markdown text, with exact spans, from the block parser's tokens and the source's own lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.model import Block, BlockKind, Cell, Span
from factcheck.readers.markdown_inline import inline_markup
from factcheck.readers.markdown_spans import line_at, lines_of, merged, placed, prefixes_between, words_outside

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MAX_BLOCK_INPUT = 5_000_000
"""Characters given to the block parser; a longer file is taken as paragraphs between blank lines."""

_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,60}\]:[ \t]*")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_CLOSING_HASHES = re.compile(r"[ \t]#+[ \t]*$")
_HTML = re.compile(r"<!--.*?(?:-->|\Z)|<[/!?a-zA-Z][^<>]*>", re.DOTALL)
_NO_WORDS_IN = re.compile(r"\s*<(?:script|style)\b", re.IGNORECASE)
_IMAGE_ONLY = re.compile(r"!\[(?P<alt>[^\]]*)\](?:\([^()]*\)|\[[^\]]*\])")
_CELL = re.compile(r"(?:[^\\|]|\\.)*(?:\\$)?", re.DOTALL)


class Layout:
    """The layout of one Markdown text from an offset on."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.start = start
        self.lines = lines_of(text, start)
        self.parser = _parser()
        self.env: dict[str, object] = {}

    def blocks(self) -> Iterator[Block]:
        """The blocks in the order of the text, disjoint; notation between them has none."""
        if len(self.text) - self.start > MAX_BLOCK_INPUT:
            yield from self._paragraphs_by_gaps()
            return
        tokens = self.parser.parse(self.text[self.start :], self.env)
        quotes = items = 0
        in_footnote = False
        index = 0
        while index < len(tokens):
            token = tokens[index]
            quotes += token.nesting if token.type.startswith("blockquote") else 0
            items += token.nesting if token.type.startswith("list_item") else 0
            prose = BlockKind.BLOCK_QUOTE if quotes else BlockKind.LIST_ITEM if items else BlockKind.PARAGRAPH
            for block in self._at(tokens, index, prose, in_footnote):
                in_footnote = block.kind is BlockKind.FOOTNOTE
                yield block
            index = _table_end(tokens, index) if token.type == "table_open" else index + 1

    def _at(self, tokens: list[Token], index: int, prose: BlockKind, in_footnote: bool) -> Iterator[Block]:
        token = tokens[index]
        if token.map is None:
            return
        if token.type == "paragraph_open":
            yield from self._prose(tokens[index + 1], prose)
        elif token.type == "heading_open":
            yield from self._heading(tokens[index + 1], int(token.tag[1]))
        elif token.type == "table_open":
            yield from self._table(*token.map)
        elif token.type == "html_block":
            yield from self._html(*token.map)
        elif token.type in ("fence", "code_block"):
            kind = BlockKind.FOOTNOTE if in_footnote and token.type == "code_block" else BlockKind.CODE
            span = self._trimmed(*token.map)
            if span is not None:
                yield Block(kind, span)

    # --- prose ---

    def _prose(self, inline: Token, kind: BlockKind) -> Iterator[Block]:
        """A paragraph; where footnotes follow one another without a blank line, each is a block."""
        pieces = self._content(inline)
        starts = [0, *(i for i, (piece, _) in enumerate(pieces) if i and _FOOTNOTE.match(piece))]
        for first, end in pairwise([*starts, len(pieces)]):
            block = self._inline_block(kind, pieces[first:end])
            if block is not None:
                yield block

    def _heading(self, inline: Token, level: int) -> Iterator[Block]:
        block = self._inline_block(BlockKind.HEADING, self._content(inline), level)
        if block is None or inline.map is None:
            return
        whole = self._trimmed(inline.map[0], self._heading_end(inline))
        end = whole.end if whole else block.span.end
        marks = (*block.markup, Span(block.span.end, end)) if end > block.span.end else block.markup
        yield Block(BlockKind.HEADING, Span(block.span.start, end), marks, level=level)

    def _heading_end(self, inline: Token) -> int:
        """The line after the heading, and after the underline of a setext heading."""
        start, end = inline.map or [0, 1]
        if end < len(self.lines):
            line = self.lines[end].of(self.text).strip(" \t>")
            first = self.lines[start].of(self.text).lstrip(" \t>")
            if not first.startswith("#") and line and set(line) in ({"="}, {"-"}):
                return end + 1
        return end

    def _content(self, inline: Token) -> list[tuple[str, int]]:
        """The lines of the block's words as they stand in the source, each with its offset there."""
        if inline.map is None:
            return []
        found = []
        first = inline.map[0]
        while first + 1 < inline.map[1] and not self.lines[first].of(self.text).strip(" \t>").strip():
            first += 1
        for number, content in enumerate(inline.content.split("\n")):
            words = content.strip()
            line = self.lines[min(first + number, len(self.lines) - 1)]
            at = self._end_aligned(line, words)
            found.append((line.of(self.text)[at - line.start :][: len(words)], at))
        return found

    def _end_aligned(self, line: Span, content: str) -> int:
        """Where the content, which is the end of its line but for closing hashes, starts."""
        source = line.of(self.text).rstrip()
        if not source.endswith(content):
            source = _CLOSING_HASHES.sub("", source).rstrip()
        if source.endswith(content):
            return line.start + len(source) - len(content)
        return line.start + max(source.rfind(content), 0)

    def _inline_block(self, kind: BlockKind, pieces: list[tuple[str, int]], level: int | None = None) -> Block | None:
        pieces = [piece for piece in pieces if piece[0].strip()]
        if not pieces:
            return None
        words = "\n".join(piece for piece, _ in pieces)
        start = self._line_start(pieces[0][1])
        marks = [Span(start, pieces[0][1])] if start < pieces[0][1] else []
        skip = 0
        footnote, task = _FOOTNOTE.match(words), _TASK.match(words) if kind is BlockKind.LIST_ITEM else None
        if footnote:
            kind, skip = BlockKind.FOOTNOTE, footnote.end()
        elif task:
            skip = task.end()
        elif _IMAGE_ONLY.fullmatch(words):
            kind = BlockKind.CAPTION
        if skip:
            marks.append(Span(pieces[0][1], pieces[0][1] + skip))
        inner = inline_markup(self.parser, words, self.env, skip, keep_alt=kind is BlockKind.CAPTION)
        marks.extend(placed(inner, pieces))
        marks.extend(prefixes_between(self.text, pieces))
        end = pieces[-1][1] + len(pieces[-1][0])
        return Block(kind, Span(start, end), merged(marks), level=level)

    def _line_start(self, offset: int) -> int:
        """The first character of the line that is not white space: where a bullet or a hash stands."""
        line = self.lines[line_at(self.lines, offset)]
        return line.start + len(line.of(self.text)) - len(line.of(self.text).lstrip())

    # --- tables, HTML, code ---

    def _table(self, first: int, end: int) -> Iterator[Block]:
        header = self._cells(self.lines[first], (), 0)
        names = tuple(cell.text for cell in header)
        rule = self._trimmed(first + 1, first + 2)
        if rule is None:
            return
        yield self._row(header, self.lines[first], rule)
        for row, number in enumerate(range(first + 2, end), start=1):
            cells = self._cells(self.lines[number], names, row)
            if cells:
                yield self._row(cells, self.lines[number], None)

    def _cells(self, line: Span, names: tuple[str, ...], row: int) -> tuple[Cell, ...]:
        source = line.of(self.text)
        position = len(source) - len(source.lstrip(" \t>"))
        position += source.startswith("|", position)
        last = len(source.rstrip())
        cells: list[Cell] = []
        while position < last:
            match = _CELL.match(source, position, last)
            end = match.end() if match else last
            inner = source[position:end]
            start = line.start + position + len(inner) - len(inner.lstrip())
            span = Span(start, start + len(inner.strip()))
            header = names[len(cells)] if len(cells) < len(names) else ""
            cells.append(Cell(header, self._plain_cell(span), span, row, len(cells) + 1))
            position = end + 1
        return tuple(cells)

    def _plain_cell(self, span: Span) -> str:
        marks = inline_markup(self.parser, span.of(self.text), self.env)
        return " ".join("".join(words_outside(span.of(self.text), marks)).split())

    def _row(self, cells: tuple[Cell, ...], line: Span, rule: Span | None) -> Block:
        start = self._line_start(line.start)
        end = rule.end if rule else line.start + len(line.of(self.text).rstrip())
        inner = [
            Span(mark.start + cell.span.start, mark.end + cell.span.start)
            for cell in cells
            for mark in inline_markup(self.parser, cell.span.of(self.text), self.env)
        ]
        edges = [start, *(edge for cell in cells for edge in (cell.span.start, cell.span.end)), end]
        between = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
        return Block(BlockKind.TABLE_ROW, Span(start, end), merged([*between, *inner]), cells=cells)

    def _html(self, first: int, end: int) -> Iterator[Block]:
        span = self._trimmed(first, end)
        if span is None:
            return
        source = span.of(self.text)
        marks = [Span(span.start + m.start(), span.start + m.end()) for m in _HTML.finditer(source)]
        bare = _HTML.sub("", source).strip()
        if not bare or _NO_WORDS_IN.match(source):
            yield Block(BlockKind.CODE, span, (span,))
        else:
            yield Block(BlockKind.PARAGRAPH, span, merged(marks))

    def _trimmed(self, first: int, end: int) -> Span | None:
        lines = self.lines[first:end]
        if not lines:
            return None
        whole = self.text[lines[0].start : lines[-1].end]
        if not whole.strip():
            return None
        start = lines[0].start + len(whole) - len(whole.lstrip())
        return Span(start, start + len(whole.strip()))

    def _paragraphs_by_gaps(self) -> Iterator[Block]:
        for match in re.finditer(r"[^\r\n]+(?:(?:\r\n|\r|\n)[^\r\n]+)*", self.text[self.start :]):
            words = match[0].strip()
            if words:
                start = self.start + match.start() + len(match[0]) - len(match[0].lstrip())
                yield Block(BlockKind.PARAGRAPH, Span(start, start + len(words)))


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # Words are parsed block by block (markdown_inline); entities and escapes stay tokens of their own.
    return MarkdownIt("commonmark").enable("table").disable(["inline", "text_join"])


def _table_end(tokens: list[Token], index: int) -> int:
    while tokens[index].type != "table_close":
        index += 1
    return index + 1
