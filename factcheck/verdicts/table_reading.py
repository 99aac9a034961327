"""A note's table as facts: each figure with its measure, its unit, the labels of its row, and its time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from factcheck.facets import dates, quantities
from factcheck.facets.dates import DateValue
from factcheck.facets.quantities import Bound, Quantity
from factcheck.facets.quantities_value import COUNT, PERCENT
from factcheck.model import Cell, Passage, Span
from factcheck.verdicts.words import plain, stem

WORDS = Path(__file__).parent / "data" / "table_words.tsv"
# A column holds figures if this share of its cells that hold anything are figures; with fewer, it holds words.
MOSTLY = 0.6
LONGEST_UNIT, LONGEST_SYMBOL = 3, 3
TABLES_KEPT = 64
YEARS = (1500, 2100)

_NUMBER = re.compile(r"[-−–]?\s?(?:\d{1,3}(?:[,'’ \u00a0\u202f]\d{3})+|\d+)(?:\.\d+)?")
_PIECE = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:\.\d+)?|[%$€£¥°]")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ0-9])(?=[A-Z])")
_MAGNITUDES = {
    "bn": "billion", "b": "billion", "m": "million", "mn": "million", "mln": "million", "mio": "million",
    "k": "thousand", "tn": "trillion", "thousands": "thousand", "millions": "million", "billions": "billion",
}  # fmt: skip


@cache
def cues(kind: str) -> frozenset[str]:
    """The words of one kind in the table of words."""
    return frozenset(word for row in _rows(kind) for word in row.split())


@cache
def phrases(kind: str) -> tuple[str, ...]:
    """The lines of one kind in the table of words, whole."""
    return tuple(_rows(kind))


@cache
def _rows(kind: str) -> tuple[str, ...]:
    lines = (line.split("\t") for line in WORDS.read_text("utf-8").splitlines() if not line.startswith("#"))
    return tuple(words for name, words in lines if name == kind)


@dataclass(frozen=True, slots=True)
class Unit:
    """What a header says of its figures: the dimension, its name, and what a written 1 stands for in the base unit."""

    dimension: str
    name: str
    factor: Decimal


@dataclass(frozen=True, slots=True)
class Measure:
    """What a column measures: the words of its header without its units and its time.

    `units` are the ways to read its unit ("m" is metres or millions); `reference` are the words after "over" or
    "versus", from which the figures are counted; `sides` are its words that stand after "from", "to" or "by", with
    them; `dated` says that its cells are dates.
    """

    words: tuple[str, ...]
    units: tuple[Unit, ...]
    reference: tuple[str, ...] = ()
    sides: tuple[tuple[str, str], ...] = ()
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One cell that holds a figure or a date, and what it is the figure of.

    `labels` are the words of its row by column; `time` the days that its row or its header names; `untimed` says that
    the table has times but this cell's is not known; `total` that its row sums up the others.
    """

    passage: Passage
    cell: Cell
    measure: Measure
    labels: tuple[tuple[int, str], ...]
    time: tuple[object, object] | None
    total: bool
    figure: Decimal | None
    precision: Decimal
    date: DateValue | None = None
    qualified: Quantity | None = None

    def quantity(self, unit: str) -> Quantity | None:
        """The figure as a quantity of that dimension, if the header or the cell may mean it."""
        if self.figure is None:
            return None
        for read in self.measure.units:
            if _compatible(read.dimension, unit):
                return self._as(read)
        return None

    def _as(self, unit: Unit) -> Quantity:
        figure = self.figure or Decimal(0)
        value = figure * unit.factor
        exact = Quantity(
            span=self.cell.span,
            text=self.cell.text,
            low=value,
            high=value,
            value=value,
            precision=self.precision * unit.factor,
            approximate=False,
            bound=Bound.EXACT,
            unit=unit.dimension,
            written_unit=unit.name,
            figure=figure,
        )
        if self.qualified is None:
            return exact
        low, high = self.qualified.low, self.qualified.high
        return replace(
            exact,
            low=None if low is None else low * unit.factor,
            high=None if high is None else high * unit.factor,
            bound=self.qualified.bound,
            approximate=self.qualified.approximate,
        )


@dataclass(frozen=True)
class Table:
    """A table read: its facts, how many rows it has without sums, the words over its columns of labels and times, those
    of its title, whether its figures have times, the columns that hold names of persons, and the first columns of
    labels that together with the time tell its rows apart.
    """

    facts: tuple[Fact, ...]
    rows: int
    keys: frozenset[str]
    title: frozenset[str]
    timed: bool
    persons: frozenset[int] = frozenset()
    identity: tuple[int, ...] = ()


def _compatible(ours: str, theirs: str) -> bool:
    return ours == theirs or (ours.startswith("currency:") and theirs.startswith("currency:"))


def read_table(rows: tuple[Passage, ...]) -> Table | None:
    """The facts of a table, given all its rows; None without a header or without rows."""
    return _read(tuple((row.id, row.note) for row in rows), _Rows(rows))


class _Rows:
    """The rows beside their key of the cache."""

    __slots__ = ("rows",)

    def __init__(self, rows: tuple[Passage, ...]) -> None:
        self.rows = rows

    def __hash__(self) -> int:
        return 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Rows)


@lru_cache(maxsize=TABLES_KEPT)
def _read(_key: tuple[tuple[str, str], ...], boxed: _Rows) -> Table | None:
    data = [row for row in boxed.rows if row.cells and row.cells[0].row > 0]
    if not data or not any(cell.header for cell in data[0].cells):
        return None
    columns = [_column(number, data) for number in sorted({cell.column for row in data for cell in row.cells})]
    facts = tuple(fact for row in data for fact in _facts(row, columns))
    keys = frozenset(w for c in columns if c.kind in ("label", "time") for w in c.measure.words)
    first = data[0]
    title = frozenset(
        pieces(f"{first.title} {first.heading} {first.note.rsplit('/', 1)[-1].rsplit('.', 1)[0]}", camel=True)
    )
    timed = any(c.kind == "time" or c.time is not None for c in columns)
    persons = frozenset(c.number for c in columns if not cues("person").isdisjoint(c.measure.words))
    return Table(
        facts, len([row for row in data if not _is_total(row, columns)]), keys, title, timed, persons, _identity(facts)
    )


def _identity(facts: Sequence[Fact]) -> tuple[int, ...]:
    values: dict[int, set[str]] = {}
    for fact in facts:
        for column, text in fact.labels:
            values.setdefault(column, set()).add(text)
    columns = [column for column in sorted(values) if len(values[column]) > 1]
    for size in range(len(columns) + 1):
        kept = set(columns[:size])
        told = [(f.cell.column, f.time, tuple(label for label in f.labels if label[0] in kept)) for f in facts]
        if len(set(told)) == len(told) and (size or any(fact.time for fact in facts)):
            return tuple(columns[:size])
    return tuple(columns)


# --- columns -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Column:
    number: int
    kind: str
    measure: Measure
    time: DateValue | None
    zeros: int


def _column(number: int, data: Sequence[Passage]) -> _Column:
    cells = [cell for row in data for cell in row.cells if cell.column == number]
    header = cells[0].header
    words, units, when, reference, sides = read_header(header)
    texts = [cell.text for cell in cells if cell.text.strip()]
    figures = [f for f in map(figure_of, texts) if f is not None]
    dated = sum(_date(text) is not None for text in texts)
    if texts and dated >= MOSTLY * len(texts) and not units:
        is_time = not cues("time").isdisjoint(words)
        return _Column(number, "time" if is_time else "date", Measure(words, (), (), dated=True), None, 0)
    if texts and len(figures) >= MOSTLY * len(texts):
        found = {u for t in texts if (u := _cell_unit(t)) is not None}
        units = tuple(found) if len(found) == 1 and not units else units
        return _Column(
            number, "figure", Measure(words, units or _bare(words, figures), reference, sides), when, _zeros(figures)
        )
    return _Column(number, "label", Measure(words, ()), None, 0)


_PLAIN = Unit(COUNT, "", Decimal(1))
_PERCENT = Unit(PERCENT, PERCENT, Decimal(1))
_SIDES = frozenset({"from", "to", "by"})


def _bare(words: Sequence[str], figures: Sequence[Decimal]) -> tuple[Unit, ...]:
    """The unit of a header that names none: a column of shares is in percent unless it may be in parts of one."""
    shares = not cues("share").isdisjoint(words) and any(abs(figure) > 1 for figure in figures)
    return (_PERCENT, _PLAIN) if shares else (_PLAIN,)


def _zeros(figures: Sequence[Decimal]) -> int:
    """How many zeros all the whole numbers of a column end in: they are rounded to that place."""
    counts = []
    for figure in figures:
        if figure == 0:
            continue
        if figure != figure.to_integral_value():
            return 0
        digits = str(abs(int(figure)))
        counts.append(len(digits) - len(digits.rstrip("0")))
    return min(counts, default=0)


def read_header(
    header: str,
) -> tuple[tuple[str, ...], tuple[Unit, ...], DateValue | None, tuple[str, ...], tuple[tuple[str, str], ...]]:
    """A header's words, its unit, its time, the words after "over" or "versus", and those after "from", "to" and "by"."""
    spaced = _CAMEL.sub(" ", header.replace("_", " "))
    when, spaced = _time_of(spaced)
    parts = [piece.group() for piece in _PIECE.finditer(spaced)]
    per = next((i for i, part in enumerate(parts) if i and part.lower() == "per"), len(parts))
    parts, rate = parts[:per], parts[per + 1 :]
    parts, units = _without_unit(parts)
    if not units and rate:
        rate, units = _without_unit(rate)
    words = [plain(part) for part in (*parts, *rate) if part[0].isalpha()]
    cut = next((i for i, word in enumerate(words) if i and word in cues("reference")), len(words))
    sides = tuple((one, two) for one, two in pairwise(words[:cut]) if one in _SIDES)
    return tuple(w for w in words[:cut] if w not in cues("small")), units, when, tuple(words[cut + 1 :]), sides


def _without_unit(parts: list[str]) -> tuple[list[str], tuple[Unit, ...]]:
    """The words of a header without the unit that they end in; a header that is but a unit's word keeps it."""
    for size in range(min(LONGEST_UNIT, len(parts)), 0, -1):
        units = _units_of(tuple(parts[-size:]))
        if units:
            rest = parts[:-size]
            return (rest or [part for part in parts if len(part) > LONGEST_SYMBOL]), units
    return parts, ()


def _time_of(header: str) -> tuple[DateValue | None, str]:
    """The time that a header names ("Passengers 2019", "Q1 2023"), and the header without it."""
    when = next((d for d in dates.find_text(header) if d.start is not None), None)
    if when is not None:
        return when, header[: when.span.start] + " " + header[when.span.end :]
    years = [(match, year) for match in re.finditer(r"\d{4}", header) if (year := _date(match.group())) is not None]
    if len(years) != 1:
        return None, header
    match, year = years[0]
    return year, header[: match.start()] + " " + header[match.end() :]


@lru_cache(maxsize=4096)
def _units_of(parts: tuple[str, ...]) -> tuple[Unit, ...]:
    if parts[0] not in "%$€£¥°" and parts[0].lower() in cues("time"):
        return ()
    scaled = tuple(_MAGNITUDES.get(part.lower(), part) for part in parts)
    codes = tuple(part.upper() if len(part) == 3 else part for part in scaled)
    tried = [
        " ".join(parts),
        " ".join(p.lower() for p in parts),
        " ".join(scaled),
        " ".join(codes),
        " ".join(reversed(codes)),
    ]
    found = [unit for words in dict.fromkeys(tried) if (unit := _unit_of(words)) is not None]
    return tuple(dict.fromkeys(found))


def _unit_of(words: str) -> Unit | None:
    text = f"{words[0]}2{words[1:]}" if words[0] in "$€£¥" else f"2 {words}"
    whole = quantities.find_text(text)
    if len(whole) != 1 or whole[0].span != Span(0, len(text)) or whole[0].value is None:
        return None
    return Unit(whole[0].unit, whole[0].written_unit, whole[0].value / 2)


# --- cells ---------------------------------------------------------------------------------------


def _facts(row: Passage, columns: Sequence[_Column]) -> Iterator[Fact]:
    cells = {cell.column: cell for cell in row.cells}
    labels = tuple((c.number, cells[c.number].text) for c in columns if c.kind == "label" and c.number in cells)
    time = next((_date(cells[c.number].text) for c in columns if c.kind == "time" and c.number in cells), None)
    total = _is_total(row, columns)
    for column in columns:
        cell = cells.get(column.number)
        if cell is None or column.kind not in ("figure", "date"):
            continue
        when = column.time or time
        interval = (when.start, when.end) if when is not None and when.start is not None else None
        date = _date(cell.text) if column.kind == "date" else None
        figure = figure_of(cell.text) if column.kind == "figure" else None
        if date is not None or figure is not None:
            precision = _precision(figure, column.zeros)
            qualified = _qualified(labels, cell) if figure is not None else None
            yield Fact(row, cell, column.measure, labels, interval, total, figure, precision, date, qualified)


def _is_total(row: Passage, columns: Sequence[_Column]) -> bool:
    named = {column.number for column in columns if column.kind in ("label", "time")}
    return any(
        set(pieces(c.text)) & cues("total-row") and len(pieces(c.text)) <= 2 for c in row.cells if c.column in named
    )


def _qualified(labels: Sequence[tuple[int, str]], cell: Cell) -> Quantity | None:
    """The figure with the word beside it: "over" in the next column makes 300000 a bound."""
    for column, text in labels:
        if abs(column - cell.column) == 1 and text and len(text) <= 20:
            whole = f"{text} {cell.text}"
            found = quantities.find_text(whole)
            if len(found) == 1 and found[0].span == Span(0, len(whole)):
                return found[0]
    return None


def _precision(figure: Decimal | None, zeros: int) -> Decimal:
    if figure is None:
        return Decimal(0)
    exponent = figure.as_tuple().exponent
    places = exponent if isinstance(exponent, int) and exponent < 0 else zeros
    return Decimal(5).scaleb(places - 1)


@lru_cache(maxsize=8192)
def figure_of(text: str) -> Decimal | None:
    """The number of a cell that holds one number, as written; None for anything else."""
    bare = text.strip().strip("%$€£¥ ").strip()
    if _NUMBER.fullmatch(bare):
        return Decimal(re.sub(r"[,'’\s]", "", bare).replace("−", "-").replace("–", "-"))
    found = quantities.find_text(text)
    if len(found) == 1 and found[0].span == Span(0, len(text)) and found[0].bound is Bound.EXACT:
        return found[0].figure
    return None


def _cell_unit(text: str) -> Unit | None:
    found = quantities.find_text(text)
    if len(found) != 1 or not found[0].figure or found[0].value is None:
        return None
    read = found[0]
    factor = found[0].value / found[0].figure
    return Unit(read.unit, read.written_unit, factor) if (read.unit, factor) != (COUNT, Decimal(1)) else None


@lru_cache(maxsize=8192)
def _date(text: str) -> DateValue | None:
    found = dates.find_text(text)
    if len(found) != 1 or found[0].span != Span(0, len(text)) or found[0].start is None:
        return None
    if text.isdigit() and not YEARS[0] <= int(text) <= YEARS[1]:
        return None
    return found[0]


def pieces(text: str, *, camel: bool = False) -> tuple[str, ...]:
    """The words of a title or a label, each in plain lower case; `camel` takes "unionPay" apart."""
    spaced = _CAMEL.sub(" ", text.replace("_", " ")) if camel else text.replace("_", " ")
    return tuple(plain(piece.group()) for piece in _PIECE.finditer(spaced) if piece.group()[0].isalnum())


def alike(one: str, two: str) -> bool:
    """Whether two plain words are forms of one word."""
    return one == two or (len(one) > 2 and len(two) > 2 and stem(one) == stem(two))
