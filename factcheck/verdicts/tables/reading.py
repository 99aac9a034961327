"""A note's table as facts: each figure with its measure, its unit, the labels of its row, and its time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache

from factcheck.facets import quantities
from factcheck.facets.dates import DateValue
from factcheck.facets.quantities import Bound, Quantity
from factcheck.model import Cell, Passage, Span
from factcheck.verdicts.tables.columns import Column, measured_by_row, read_column, row_measure, sums
from factcheck.verdicts.tables.headers import Measure, Unit, date_of, figure_of
from factcheck.verdicts.tables.words import cues, pieces

TABLES_KEPT = 64


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

    @cached_property
    def times(self) -> frozenset[tuple[object, object]]:
        """Every time that a figure is of."""
        return frozenset(fact.time for fact in self.facts if fact.time is not None)

    @cached_property
    def labels(self) -> tuple[tuple[int, str], ...]:
        """Every label, with its column."""
        return tuple(sorted({label for fact in self.facts for label in fact.labels if label[1]}))

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """What the columns measure, in their order."""
        return tuple(dict.fromkeys(fact.measure for fact in self.facts))


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
    columns = [read_column(number, data) for number in sorted({cell.column for row in data for cell in row.cells})]
    total = sums(data, columns)
    across = measured_by_row(data, columns)
    facts = tuple(fact for row in data for fact in _facts(row, columns, total=row.id in total, across=across))
    keys = frozenset(w for c in columns if c.kind in ("label", "time") for w in c.measure.words)
    first = data[0]
    title = frozenset(
        pieces(f"{first.title} {first.heading} {first.note.rsplit('/', 1)[-1].rsplit('.', 1)[0]}", camel=True)
    )
    timed = any(c.kind == "time" or c.time is not None for c in columns)
    persons = frozenset(c.number for c in columns if not cues("person").isdisjoint(c.measure.words))
    rows = 1 if across else len(data) - len(total)
    return Table(facts, rows, keys, title, timed, persons, _identity(facts))


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


def _facts(row: Passage, columns: Sequence[Column], *, total: bool, across: int) -> Iterator[Fact]:
    cells = {cell.column: cell for cell in row.cells}
    labels = tuple((c.number, cells[c.number].text) for c in columns if c.kind == "label" and c.number in cells)
    by_row = row_measure(cells[across].text, row) if across in cells else None
    labels = labels if by_row is None else ()
    time = next((date_of(cells[c.number].text) for c in columns if c.kind == "time" and c.number in cells), None)
    for column in columns:
        cell = cells.get(column.number)
        if cell is None or column.kind not in ("figure", "date"):
            continue
        when = column.time or time
        interval = (when.start, when.end) if when is not None and when.start is not None else None
        date = date_of(cell.text) if column.kind == "date" else None
        figure = figure_of(cell.text) if column.kind == "figure" else None
        if date is not None or figure is not None:
            precision = _precision(figure, column.zeros)
            qualified = _qualified(labels, cell) if figure is not None else None
            yield Fact(row, cell, by_row or column.measure, labels, interval, total, figure, precision, date, qualified)


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
