"""A quantity in the making: places in the list of words instead of spans, and the arithmetic of its interval."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.facets.quantities.numbers import Figure
from factcheck.facets.quantities.units import NO_UNIT, Unit
from factcheck.facets.quantities.value import COUNT, Bound

# An approximation may be off by a tenth: "about 30" is 27 to 33, "nearly 30" is 27 to 30.
SPREAD = Decimal("0.1")
FIVES = 5


@dataclass(frozen=True, slots=True)
class Draft:
    """An expression from the word `start` up to, not including, the word `end`; figures are in base units."""

    start: int
    end: int
    dimension: str
    low: Decimal | None
    high: Decimal | None
    value: Decimal | None
    precision: Decimal
    figure: Decimal | None = None
    unit: Unit = NO_UNIT
    bound: Bound = Bound.EXACT
    approximate: bool = False
    scale: Decimal = Decimal(1)
    worded: bool = False

    def bounded(self, bound: Bound, approximation: str) -> Draft:
        """The same figure under a modifier: "more than", "nearly"."""
        if self.value is None:
            return replace(self, approximate=self.approximate or bool(approximation))
        low, high = _interval(self, bound, approximation)
        if bound is Bound.EXACT and self.bound is not Bound.EXACT:
            bound, low, high = self.bound, self.low, self.high
        return replace(self, low=low, high=high, bound=bound, approximate=self.approximate or bool(approximation))

    def spanning(self, start: int, end: int) -> Draft:
        """The same quantity over more words."""
        return replace(self, start=start, end=end)


def exact(start: int, end: int, number: Figure, unit: Unit, dimension: str | None = None) -> Draft:
    """A plain figure with its unit."""
    value = unit.base(number.value)
    return Draft(
        start,
        end,
        dimension or unit.dimension,
        value,
        value,
        value,
        abs(number.precision * unit.factor),
        figure=number.mantissa,
        unit=unit,
        scale=number.scale,
        worded=not number.digits,
    )


def plain(start: int, end: int, value: Decimal, dimension: str = COUNT, precision: Decimal = Decimal("0.5")) -> Draft:
    """A figure without a unit of the table: a rank, a share, a multiple."""
    return Draft(start, end, dimension, value, value, value, precision, figure=value, worded=True)


def between(start: int, end: int, first: Draft, last: Draft) -> Draft:
    """The range from one figure to another."""
    return replace(
        last,
        start=start,
        end=end,
        low=first.low,
        high=last.high,
        value=None,
        precision=max(first.precision, last.precision),
        figure=None,
        bound=Bound.RANGE,
    )


def vague(start: int, end: int, low: Decimal, high: Decimal, unit: Unit = NO_UNIT) -> Draft:
    """Words that name no figure: "dozens", "several"."""
    low, high = unit.base(low), unit.base(high)
    return Draft(
        start, end, unit.dimension, low, high, None, Decimal(0), unit=unit, bound=Bound.RANGE, approximate=True
    )


def _interval(draft: Draft, bound: Bound, approximation: str) -> tuple[Decimal | None, Decimal | None]:
    value = draft.value if draft.value is not None else Decimal(0)
    tenth = abs(value) * SPREAD
    if approximation == "below":
        return value - tenth, value
    if approximation == "above":
        return value, value + tenth
    if approximation == "about":
        margin = min(_margin(draft), tenth)
        return value - margin, value + margin
    low = None if bound in {Bound.AT_MOST, Bound.LESS_THAN} else value
    high = None if bound in {Bound.AT_LEAST, Bound.MORE_THAN} else value
    return low, high


def _margin(draft: Draft) -> Decimal:
    """How far off a figure after "about" may be: half of its last place; 45 and 1.5 count as round too."""
    if draft.figure is None or draft.dimension == "ratio":
        return abs(draft.value or Decimal(0))
    digits = draft.figure.as_tuple().digits
    last = next((digit for digit in reversed(digits) if digit), 0)
    return draft.precision * FIVES if last == FIVES else draft.precision
