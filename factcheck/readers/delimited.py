"""CSV and its kin: each row a block, each cell with its header and its exact place in the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from factcheck.errors import ReadError
from factcheck.model import Block, BlockKind, Cell, Document, Span
from factcheck.readers.decode import decode, digest, looks_like_text
from factcheck.readers.format import Format, has_suffix
from factcheck.readers.tables import has_header

MEDIA_TYPE = "text/csv"
_SUFFIXES = (".csv", ".tsv", ".tab")
_DELIMITERS = ("\t", ";", "|", ",")

SNIFFED_ROWS = 60
"""Rows that decide on the delimiter; a preamble is seldom longer than ten."""
MOST_OPEN_QUOTES = 3
"""After so many quotes that never close, quotes are taken as characters of the cell."""

_SNIFFED = 20_000
_UNQUOTED = {delimiter: re.compile(rf"[^{re.escape(delimiter)}\r\n]*") for delimiter in _DELIMITERS}
_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class _Field:
    """A cell's words as they stand, without its quotes and outer spaces; `quoted` says that "" stands for one quote."""

    span: Span
    quoted: bool

    def text(self, source: str) -> str:
        words = self.span.of(source)
        return words.replace('""', '"') if self.quoted else words


@dataclass(frozen=True, slots=True)
class _Row:
    span: Span
    fields: tuple[_Field, ...]


def read(data: bytes, path: str) -> Document:
    """The document in a table of delimited values."""
    text = decode(data, path)
    delimiter = _delimiter(text) or ("\t" if has_suffix(path, (".tsv", ".tab")) else ",")
    rows = [row for row in _rows(text, delimiter) if any(len(field.span) for field in row.fields)]
    if not rows:
        raise ReadError(path, "holds no rows")
    return Document(path, text, tuple(_blocks(text, rows)), digest(data), MEDIA_TYPE)


def _recognise(data: bytes, path: str) -> bool:
    if not looks_like_text(data):
        return False
    if has_suffix(path, _SUFFIXES):
        return True
    return path == "-" and _is_surely_a_table(data[:_SNIFFED].decode("utf-8", "replace"))


FORMAT = Format(MEDIA_TYPE, _SUFFIXES, _recognise, read)


def _is_surely_a_table(text: str) -> bool:
    """Whether unnamed input is a table and not prose with commas: three rows, all of one width, short cells."""
    delimiter = _delimiter(text)
    if delimiter is None:
        return False
    rows = list(islice(_rows(text, delimiter), SNIFFED_ROWS))
    rows = rows[:-1] if len(text) == _SNIFFED else rows
    cells = [field.text(text) for row in rows for field in row.fields]
    spaced = sum(delimiter + " " in row.span.of(text) for row in rows)
    return (
        len(rows) >= 3
        and len({len(row.fields) for row in rows}) == 1
        and max(map(len, cells)) < 80
        and spaced * 2 < len(rows)
    )


def _delimiter(text: str) -> str | None:
    """The character that cuts the most rows into the same number of cells, at least two."""
    best, best_share = None, 0.0
    head = text[:_SNIFFED]
    for delimiter in _DELIMITERS:
        widths = [len(row.fields) for row in islice(_rows(head, delimiter), SNIFFED_ROWS)]
        width, count = max(Counter(widths).items(), key=lambda item: (item[0] > 1, item[1], item[0]), default=(1, 0))
        share = count / len(widths) if widths and width > 1 else 0.0
        if share > best_share:
            best, best_share = delimiter, share
    return best


# --- rows ----------------------------------------------------------------------------------------


def _rows(text: str, delimiter: str) -> Iterator[_Row]:
    position = 1 if text.startswith("\ufeff") else 0
    open_quotes = 0
    while position < len(text):
        start, fields = position, []
        while True:
            field, position, failed = _field(text, position, delimiter, quotes=open_quotes < MOST_OPEN_QUOTES)
            open_quotes += failed
            fields.append(field)
            if not text.startswith(delimiter, position):
                break
            position += 1
        end = position
        line_break = _BREAK.match(text, position)
        position = line_break.end() if line_break else position
        yield _Row(Span(start, end), tuple(fields))


def _field(text: str, start: int, delimiter: str, *, quotes: bool) -> tuple[_Field, int, bool]:
    """The cell that starts here, the offset after it, and whether it opened a quote that never closes."""
    unquoted = _UNQUOTED[delimiter]
    opening = start
    while text.startswith(" ", opening):
        opening += 1
    if quotes and text.startswith('"', opening):
        closing = _closing_quote(text, opening + 1)
        if closing is None:
            return _bare(text, start, unquoted, failed=True)
        rest = unquoted.match(text, closing + 1)
        end = rest.end() if rest else closing + 1
        if not text[closing + 1 : end].strip():
            return _Field(Span(opening + 1, closing), quoted=True), end, False
    return _bare(text, start, unquoted, failed=False)


def _bare(text: str, start: int, unquoted: re.Pattern[str], *, failed: bool) -> tuple[_Field, int, bool]:
    match = unquoted.match(text, start)
    end = match.end() if match else start
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    return _Field(Span(first, first + len(words.strip())), quoted=False), end, failed


def _closing_quote(text: str, start: int) -> int | None:
    while (at := text.find('"', start)) >= 0:
        if not text.startswith('"', at + 1):
            return at
        start = at + 2
    return None


# --- blocks --------------------------------------------------------------------------------------


def _blocks(text: str, rows: Sequence[_Row]) -> Iterator[Block]:
    """Lines of one cell above and below the table are prose; the first row of the table's width may be its header."""
    width = _width(rows)
    table = [row for row in rows if len(row.fields) > 1 or width == 1]
    top = table[0] if table and has_header([_texts(text, row) for row in table[:SNIFFED_ROWS]]) else None
    names = _texts(text, top) if top else []
    number = 0
    for row in rows:
        if _is_prose(row, width):
            field = next(field for field in row.fields if len(field.span))
            yield Block(BlockKind.PARAGRAPH, row.span, _marks(text, row, (field,)))
        elif row is top:
            yield _row_block(text, row, (), 0)
        else:
            number += 1
            yield _row_block(text, row, names, number)


def _width(rows: Sequence[_Row]) -> int:
    counts = Counter(len(row.fields) for row in rows)
    return max(counts, key=lambda width: (counts[width], width))


def _is_prose(row: _Row, width: int) -> bool:
    return width > 1 and len(row.fields) == 1


def _texts(text: str, row: _Row) -> list[str]:
    return [" ".join(field.text(text).split()) for field in row.fields]


def _row_block(text: str, row: _Row, names: Sequence[str], number: int) -> Block:
    cells = tuple(
        Cell(names[i] if i < len(names) else "", words, field.span, number, i + 1)
        for i, (field, words) in enumerate(zip(row.fields, _texts(text, row), strict=True))
    )
    return Block(BlockKind.TABLE_ROW, row.span, _marks(text, row, row.fields), cells=cells)


def _marks(text: str, row: _Row, fields: Sequence[_Field]) -> tuple[Span, ...]:
    """Delimiters and quotes between the cells, and the first of each doubled quote inside them."""
    edges = [row.span.start, *(edge for field in fields for edge in (field.span.start, field.span.end)), row.span.end]
    marks = [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]
    for field in fields:
        if field.quoted:
            doubled = re.finditer('""', field.span.of(text))
            marks.extend(Span(field.span.start + m.start(), field.span.start + m.start() + 1) for m in doubled)
    return tuple(sorted(marks))
