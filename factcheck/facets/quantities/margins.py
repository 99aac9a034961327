"""How exact a written figure is: its central value, and how far the figure behind it may lie from it."""

from __future__ import annotations

from decimal import Decimal

from factcheck.facets.quantities.value import (
    PERCENT,
    RATIO,
    TEMPERATURE,
    Quantity,
)

# A figure of several digits may be rounded by a twentieth ("13,000" for 13,412), one of three digits by a fiftieth.
ROUNDING = Decimal("0.05")
ROUNDING_OF_HUNDREDS = Decimal("0.02")
HALF = Decimal("0.5")


def pointed(quantity: Quantity) -> bool:
    """Whether the quantity names one figure, if only roughly."""
    return quantity.value is not None and quantity.low is not None and quantity.high is not None


def central(quantity: Quantity) -> Decimal:
    """The figure that a quantity names; a `ValueError` for a range, which has none."""
    if quantity.value is None:
        raise ValueError("a range has no central figure")
    return quantity.value


def inside(value: Decimal, quantity: Quantity) -> bool:
    """Whether a figure lies within what a quantity asserts."""
    return (quantity.low is None or quantity.low <= value) and (quantity.high is None or value <= quantity.high)


def same_limits(claim: Quantity, passage: Quantity) -> bool:
    """Whether the two assert the same interval."""
    return (claim.low, claim.high) == (passage.low, passage.high)


def leeway(quantity: Quantity) -> Decimal:
    """Half of the last written place; a round figure below a hundred ("20") is as exact as its neighbours."""
    if quantity.value is None or quantity.figure is None or not quantity.figure or quantity.written_unit == RATIO:
        return quantity.precision
    if abs(quantity.figure) >= 100 or quantity.unit == TEMPERATURE:
        return quantity.precision
    return min(quantity.precision, abs(quantity.value / quantity.figure) * HALF)


def rounding(quantity: Quantity) -> Decimal:
    """How far the figure behind this one may lie from it."""
    slack = leeway(quantity)
    if quantity.unit == PERCENT:
        return slack
    hundreds = quantity.figure is not None and 100 <= abs(quantity.figure) < 1000 and slack > HALF
    return min(slack, abs(central(quantity)) * (ROUNDING_OF_HUNDREDS if hundreds else ROUNDING))
