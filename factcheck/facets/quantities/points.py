"""Whether two figures agree, with the tolerance of a newspaper's desk."""

from __future__ import annotations

from decimal import Decimal

from factcheck.facets.quantities.margins import ROUNDING, central, inside, leeway, rounding
from factcheck.facets.quantities.outcomes import agrees, differs, incomparable
from factcheck.facets.quantities.value import (
    MASS,
    RATIO,
    TEMPERATURE,
    Bound,
    Quantity,
)
from factcheck.model import Comparison

# Within this share of the larger figure a rounding is odd but no error, so nothing is said.
NEAR = Decimal("0.15")
CONVERSION = Decimal("0.01")
# A share in words is round: "a third" for 33 or 34 percent; 47 percent is neither half nor an error for it.
SHARE_NEAR = Decimal(5)
_PHYSICAL = {"length", MASS, "area", "volume", TEMPERATURE, "speed", "power", "energy", "data", "pressure", "frequency"}


def compare_points(claim: Quantity, passage: Quantity) -> Comparison:
    """Two quantities that each name one figure."""
    one, two = central(claim), central(passage)
    if one == two:
        return _equal(claim, passage)
    confirmed = _confirmed(claim, passage)
    if confirmed is not None:
        return agrees(confirmed)
    finer = inside(one, passage) if passage.approximate else abs(one - two) <= rounding(passage)
    if finer:
        return incomparable("finer")
    return incomparable("near") if _near(claim, passage) else differs(claim, passage)


def _confirmed(claim: Quantity, passage: Quantity) -> str | None:
    """How an unequal figure of the passage still bears out the claim's, if it does."""
    distance = abs(central(claim) - central(passage))
    if claim.approximate and inside(central(passage), claim):
        return "approximate"
    if _converted(claim, passage) and distance <= _conversion_slack(claim, passage):
        return "approximate" if claim.approximate else "converted"
    coarser = not claim.approximate and claim.precision >= passage.precision
    return "rounded" if coarser and distance <= rounding(claim) else None


def _equal(claim: Quantity, passage: Quantity) -> Comparison:
    if {claim.bound, passage.bound} == {Bound.MORE_THAN, Bound.LESS_THAN}:
        return incomparable("near")
    if _converted(claim, passage) and not (claim.approximate or passage.approximate):
        return agrees("converted")
    same = (claim.low, claim.high) == (passage.low, passage.high) or claim.approximate == passage.approximate
    return agrees("equal" if same else "approximate")


def _near(claim: Quantity, passage: Quantity) -> bool:
    """Whether the figures are too close for an accusation: an odd rounding, a wide "about", a share in words."""
    one, two = central(claim), central(passage)
    distance = abs(one - two)
    if RATIO in {claim.written_unit, passage.written_unit} and claim.written_unit != passage.written_unit:
        return distance <= SHARE_NEAR
    if any(_beside(value, other) for value, other in ((one, passage), (two, claim)) if other.approximate):
        return True
    limit = max(abs(one), abs(two)) * NEAR
    return distance <= min(limit, max(leeway(claim), leeway(passage)))


def _beside(value: Decimal, quantity: Quantity) -> bool:
    """Whether a figure lies within twice the margin of an approximate one."""
    if quantity.low is None or quantity.high is None:
        return False
    width = quantity.high - quantity.low
    return quantity.low - width <= value <= quantity.high + width


def _converted(claim: Quantity, passage: Quantity) -> bool:
    return claim.unit in _PHYSICAL and claim.written_unit != passage.written_unit


def _conversion_slack(claim: Quantity, passage: Quantity) -> Decimal:
    size = min(abs(central(claim)), abs(central(passage)))
    slack = max(leeway(claim), leeway(passage), size * CONVERSION)
    return slack if claim.unit == TEMPERATURE else min(slack, size * ROUNDING)
