"""The columns of a note's table: what each holds, which rows sum up the others, whether the rows are the measures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.facets.dates import DateValue
from factcheck.facets.quantities.value import PERCENT
from factcheck.model import Passage
from factcheck.verdicts.tables.headers import Measure, cell_unit, date_of, figure_of, read_header, unit_of_bare
from factcheck.verdicts.tables.words import cues, pieces

# A column holds figures if this share of its cells that hold anything are figures; with fewer, it holds words.
MOSTLY = 0.6
# Fewer rows than this may well add up by chance.
FEWEST_SUMMED = 3
# A header of fewer times is not one of times only.
FEWEST_TIMES = 2


@dataclass(frozen=True)
class Column:
    """What a column holds (label, time, date or figure), of what and when, and how its figures are rounded."""

    number: int
    kind: str
    measure: Measure
    time: DateValue | None
    zeros: int
    step: Decimal = Decimal(0)

    @property
    def whole(self) -> bool:
        """Whether its figures are counted one by one."""
        return self.step == 1


def read_column(number: int, data: Sequence[Passage]) -> Column:
    """A column by its header and by what most of its cells are."""
    cells = [cell for row in data for cell in row.cells if cell.column == number]
    header = cells[0].header
    words, units, when, reference, sides = read_header(header)
    texts = [cell.text for cell in cells if cell.text.strip()]
    figures = [f for f in map(figure_of, texts) if f is not None]
    dated = sum(date_of(text) is not None for text in texts)
    if texts and dated >= MOSTLY * len(texts) and not units:
        is_time = not cues("time").isdisjoint(words)
        return Column(number, "time" if is_time else "date", Measure(words, (), (), dated=True), None, 0)
    if texts and len(figures) >= MOSTLY * len(texts):
        found = {u for t in texts if (u := cell_unit(t)) is not None}
        units = tuple(found) if len(found) == 1 and not units else units
        return Column(
            number,
            "figure",
            Measure(words, units or unit_of_bare(words, figures), reference, sides),
            when,
            _zeros(figures),
            _step(figures),
        )
    return Column(number, "label", Measure(words, ()), None, 0)


def _step(figures: Sequence[Decimal]) -> Decimal:
    """What the last written digit of a column's figures stands for."""
    exponents = [e for f in figures if isinstance(e := f.as_tuple().exponent, int)]
    return Decimal(1).scaleb(min(exponents, default=0))


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


# --- rows ------------------------------------------------------------------------------------------


def sums(data: Sequence[Passage], columns: Sequence[Column]) -> frozenset[str]:
    """The rows that sum up the others: those that say so, or else the last or first one, if its figures do."""
    named = frozenset(row.id for row in data if _is_total(row, columns))
    if named or len(data) <= FEWEST_SUMMED:
        return named
    return frozenset(row.id for row in (data[-1], data[0]) if _sums_up(row, data, columns))


def _sums_up(row: Passage, data: Sequence[Passage], columns: Sequence[Column]) -> bool:
    """Whether every figure of a row that can be added is the sum of those of the other rows."""
    own = _figures(row)
    others = [_figures(other) for other in data if other is not row]
    added = [
        (own[c.number], sum((other[c.number] for other in others if c.number in other), Decimal(0)), c)
        for c in columns
        if c.kind == "figure" and c.number in own and all(u.dimension != PERCENT for u in c.measure.units)
    ]
    return bool(added) and all(value and abs(value - total) <= _slack(c, len(others)) for value, total, c in added)


def _figures(row: Passage) -> dict[int, Decimal]:
    found = ((cell.column, figure_of(cell.text)) for cell in row.cells)
    return {column: figure for column, figure in found if figure is not None}


def _slack(column: Column, rows: int) -> Decimal:
    """How far a sum may be off: what rounding makes of so many figures, which is nothing where they are counted."""
    return Decimal(0) if column.whole else column.step * rows / 2


def measured_by_row(data: Sequence[Passage], columns: Sequence[Column]) -> int:
    """The column whose words say what each row measures ("Revenue (€m)"), where the header has only times; else 0."""
    labels = [c for c in columns if c.kind == "label"]
    figures = [c for c in columns if c.kind == "figure"]
    if len(labels) != 1 or len(figures) < FEWEST_TIMES or any(c.time is None or c.measure.words for c in figures):
        return 0
    texts = [cell.text for row in data for cell in row.cells if cell.column == labels[0].number]
    with_unit = sum(bool(read_header(text)[1]) for text in texts)
    return labels[0].number if len(set(texts)) == len(texts) and 2 * with_unit >= len(texts) else 0


def _is_total(row: Passage, columns: Sequence[Column]) -> bool:
    named = {column.number for column in columns if column.kind in ("label", "time")}
    return any(
        set(pieces(c.text)) & cues("total-row") and len(pieces(c.text)) <= 2 for c in row.cells if c.column in named
    )


def row_measure(label: str, row: Passage) -> Measure:
    """What a row measures, by its label."""
    words, units, _, reference, sides = read_header(label)
    figures = [f for cell in row.cells if (f := figure_of(cell.text)) is not None]
    return Measure(words, units or unit_of_bare(words, figures), reference, sides)
