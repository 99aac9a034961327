"""Whether a number follows from the numbers of a text: their sum, their difference, or a percentage that they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.facets.quantities import Quantity
from factcheck.facets.quantities.value import PERCENT, RATIO
from factcheck.verdicts.values import Value

# A figure within this share of another may be rounded from it: one said to be about so, and any other.
ROUNDED_ABOUT, ROUNDED = Decimal("0.05"), Decimal("0.01")
# Reckoning with more figures of one passage or table than these finds any number.
MOST_FIGURES = 40
PERCENTAGES = frozenset({PERCENT, RATIO})


def reckoned(wanted: Quantity, figures: Sequence[Decimal]) -> bool:
    """Whether a quantity is the sum or difference of some figures, or a percentage that two of them make."""
    figures = figures[:MOST_FIGURES]
    pairs = list(combinations(figures, 2))
    results = [*(a + b for a, b in pairs), *(abs(a - b) for a, b in pairs)]
    if len(figures) > 1:
        results.append(sum(figures, Decimal(0)))
    if wanted.unit in PERCENTAGES:
        results += [share for a, b in pairs for share in _shares(a, b)]
    return any(near(wanted, result) for result in results)


def near(wanted: Quantity, figure: Decimal) -> bool:
    """Whether a quantity may be a figure, rounded."""
    share = ROUNDED_ABOUT if wanted.approximate else ROUNDED
    return wanted.value is not None and abs(wanted.value - figure) <= share * abs(figure)


def figures_of(values: Iterable[Value], unit: str) -> list[Decimal]:
    """The figures among some values that are in one unit."""
    facets = (value.facet for value in values if value.unit == unit)
    return [facet.value for facet in facets if isinstance(facet, Quantity) and facet.value is not None]


def _shares(a: Decimal, b: Decimal) -> Iterator[Decimal]:
    """What part one figure is of the other, and by how much it changed, in percent."""
    low, high = sorted((abs(a), abs(b)))
    if low > 0:
        yield from (100 * low / high, 100 * (high - low) / high, 100 * (high - low) / low)
