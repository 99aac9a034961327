"""Whether a claim's quantity is that of a passage, with the tolerance of a newspaper's desk.

Agreeing is asymmetric: a claim may be coarser than its source, never finer. Differing is symmetric.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.facets.quantities.value import (
    AGE,
    COUNT,
    CURRENCY,
    DURATION,
    MASS,
    PERCENT,
    PERCENTAGE_POINT,
    POINT,
    RATIO,
    SCORE,
    TEMPERATURE,
    Bound,
    Quantity,
)
from factcheck.model import Comparison, Relation

# A figure of several digits may be rounded by a twentieth ("13,000" for 13,412), one of three digits by a fiftieth.
ROUNDING = Decimal("0.05")
ROUNDING_OF_HUNDREDS = Decimal("0.02")
# Within this share of the larger figure a rounding is odd but no error, so nothing is said.
NEAR = Decimal("0.15")
CONVERSION = Decimal("0.01")
# A share in words is round: "a third" for 33 or 34 percent; 47 percent is neither half nor an error for it.
SHARE_NEAR = Decimal(5)
# "More than 40" follows from 400, but is not confirmed by ten times as many, nor by "more than 80".
LOOSE_FIGURE = Decimal(10)
LOOSE_BOUND = Decimal(2)
HALF = Decimal("0.5")

_GENERIC = {
    "currency:$": {"USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD"},
    "currency:peso": {"MXN", "ARS", "PHP"},
    "currency:krona": {"SEK", "NOK", "DKK"},
    "currency:franc": {"CHF"},
}
_PHYSICAL = {"length", MASS, "area", "volume", TEMPERATURE, "speed", "power", "energy", "data", "pressure", "frequency"}


def compare(claim: Quantity, passage: Quantity) -> Comparison:
    """How the claim's quantity stands to the passage's: agrees, differs, or is not to be compared, and why."""
    claim, passage = _as_percent(claim, passage), _as_percent(passage, claim)
    mismatch = _mismatch(claim, passage)
    if mismatch is not None:
        return mismatch
    if claim.vague or passage.vague:
        return _vague(claim, passage)
    return _figures(claim, passage)


def _figures(claim: Quantity, passage: Quantity) -> Comparison:
    """Two quantities of one kind that both name a figure, a bound or a range."""
    if claim.unit == SCORE:
        return _agrees("equal") if _same(claim, passage) else _differs(claim, passage)
    if _pointed(claim) and _pointed(passage):
        return _points(claim, passage)
    if _pointed(passage):
        return _point_in(claim, passage)
    return _claim_in(claim, passage) if _pointed(claim) else _intervals(claim, passage)


# --- kinds and units -----------------------------------------------------------------------------


def _as_percent(quantity: Quantity, other: Quantity) -> Quantity:
    """A share as a percentage where one of the two is one."""
    if quantity.unit != RATIO or other.unit not in {RATIO, PERCENT}:
        return quantity
    low, high, value = (None if x is None else x * 100 for x in (quantity.low, quantity.high, quantity.value))
    return replace(
        quantity, unit=PERCENT, written_unit=RATIO, low=low, high=high, value=value, precision=quantity.precision * 100
    )


def _mismatch(claim: Quantity, passage: Quantity) -> Comparison | None:
    """What is to be said where the two do not measure the same; None where they do."""
    units = {claim.unit, passage.unit}
    if _same_figure_pounds(claim, passage):
        return _agrees("equal")
    if claim.unit == passage.unit:
        return _scale(claim, passage) if claim.unit == TEMPERATURE else None
    if claim.unit.startswith(CURRENCY) and passage.unit.startswith(CURRENCY):
        return _currencies(claim, passage)
    return _kinds(claim, passage, units)


def _kinds(claim: Quantity, passage: Quantity, units: set[str]) -> Comparison:
    """Different kinds are not compared, but for a few that writers mix up, or leave to the reader."""
    same = _same(claim, passage)
    if same and units == {PERCENT, PERCENTAGE_POINT}:
        return _differs(claim, passage, "unit", "FC202")
    bare = next((q for q in (claim, passage) if q.unit == COUNT), None)
    bare_age = units == {AGE, COUNT} and bare is not None and bare.noun is None
    if same and (units == {POINT, PERCENTAGE_POINT} or bare_age):
        return _agrees("equal")
    return _incomparable("kind")


def _same(claim: Quantity, passage: Quantity) -> bool:
    return (claim.low, claim.high) == (passage.low, passage.high)


def _same_figure_pounds(claim: Quantity, passage: Quantity) -> bool:
    """Pounds of weight and of money are told apart by context only; the same figure is the same."""
    names = {claim.written_unit, passage.written_unit}
    return names == {"pound", "pound sterling"} and claim.figure is not None and claim.figure == passage.figure


def _scale(claim: Quantity, passage: Quantity) -> Comparison | None:
    """Bare degrees may be of either scale: only the same figure says something."""
    names = {claim.written_unit, passage.written_unit}
    if len(names) == 1 or "degree" not in names:
        return None
    same = claim.figure is not None and claim.figure == passage.figure and claim.bound == passage.bound
    return _agrees("equal") if same else _incomparable("scale")


def _currencies(claim: Quantity, passage: Quantity) -> Comparison | None:
    """Dollars of no country may be anyone's; other currencies differ where the figure is the same."""
    if {claim.unit, passage.unit} == {"currency:$", "currency:USD"}:
        return None
    for one, two in ((claim, passage), (passage, claim)):
        if two.unit.removeprefix(CURRENCY) in _GENERIC.get(one.unit, ()):
            return _agrees("equal") if _same(claim, passage) else _incomparable("currency")
    if claim.value is not None and claim.value == passage.value and claim.figure == passage.figure:
        return _differs(claim, passage, "currency", "FC202")
    return _incomparable("currency")


# --- figures -------------------------------------------------------------------------------------


def _pointed(quantity: Quantity) -> bool:
    """Whether the quantity names one figure, if only roughly."""
    return quantity.value is not None and quantity.low is not None and quantity.high is not None


def _points(claim: Quantity, passage: Quantity) -> Comparison:
    one, two = _value(claim), _value(passage)
    if one == two:
        return _equal(claim, passage)
    confirmed = _confirmed(claim, passage)
    if confirmed is not None:
        return _agrees(confirmed)
    finer = _inside(one, passage) if passage.approximate else abs(one - two) <= _rounding(passage)
    if finer:
        return _incomparable("finer")
    return _incomparable("near") if _near(claim, passage) else _differs(claim, passage)


def _confirmed(claim: Quantity, passage: Quantity) -> str | None:
    """How an unequal figure of the passage still bears out the claim's, if it does."""
    distance = abs(_value(claim) - _value(passage))
    if claim.approximate and _inside(_value(passage), claim):
        return "approximate"
    if _converted(claim, passage) and distance <= _conversion_slack(claim, passage):
        return "approximate" if claim.approximate else "converted"
    coarser = not claim.approximate and claim.precision >= passage.precision
    return "rounded" if coarser and distance <= _rounding(claim) else None


def _equal(claim: Quantity, passage: Quantity) -> Comparison:
    if {claim.bound, passage.bound} == {Bound.MORE_THAN, Bound.LESS_THAN}:
        return _incomparable("near")
    if _converted(claim, passage) and not (claim.approximate or passage.approximate):
        return _agrees("converted")
    same = (claim.low, claim.high) == (passage.low, passage.high) or claim.approximate == passage.approximate
    return _agrees("equal" if same else "approximate")


def _value(quantity: Quantity) -> Decimal:
    if quantity.value is None:
        raise ValueError("a range has no central figure")
    return quantity.value


def _inside(value: Decimal, quantity: Quantity) -> bool:
    return (quantity.low is None or quantity.low <= value) and (quantity.high is None or value <= quantity.high)


def _slack(quantity: Quantity) -> Decimal:
    """Half of the last written place; a round figure below a hundred ("20") is as exact as its neighbours."""
    if quantity.value is None or quantity.figure is None or not quantity.figure or quantity.written_unit == RATIO:
        return quantity.precision
    if abs(quantity.figure) >= 100 or quantity.unit == TEMPERATURE:
        return quantity.precision
    return min(quantity.precision, abs(quantity.value / quantity.figure) * HALF)


def _rounding(quantity: Quantity) -> Decimal:
    """How far the figure behind this one may lie from it."""
    slack = _slack(quantity)
    if quantity.unit == PERCENT:
        return slack
    hundreds = quantity.figure is not None and 100 <= abs(quantity.figure) < 1000 and slack > HALF
    return min(slack, abs(_value(quantity)) * (ROUNDING_OF_HUNDREDS if hundreds else ROUNDING))


def _near(claim: Quantity, passage: Quantity) -> bool:
    """Whether the figures are too close for an accusation: an odd rounding, a wide "about", a share in words."""
    one, two = _value(claim), _value(passage)
    distance = abs(one - two)
    if RATIO in {claim.written_unit, passage.written_unit} and claim.written_unit != passage.written_unit:
        return distance <= SHARE_NEAR
    if any(_beside(value, other) for value, other in ((one, passage), (two, claim)) if other.approximate):
        return True
    limit = max(abs(one), abs(two)) * NEAR
    return distance <= min(limit, max(_slack(claim), _slack(passage)))


def _beside(value: Decimal, quantity: Quantity) -> bool:
    """Whether a figure lies within twice the margin of an approximate one."""
    if quantity.low is None or quantity.high is None:
        return False
    width = quantity.high - quantity.low
    return quantity.low - width <= value <= quantity.high + width


def _converted(claim: Quantity, passage: Quantity) -> bool:
    return claim.unit in _PHYSICAL and claim.written_unit != passage.written_unit


def _conversion_slack(claim: Quantity, passage: Quantity) -> Decimal:
    size = min(abs(_value(claim)), abs(_value(passage)))
    slack = max(_slack(claim), _slack(passage), size * CONVERSION)
    return slack if claim.unit == TEMPERATURE else min(slack, size * ROUNDING)


# --- bounds and ranges ---------------------------------------------------------------------------


def _point_in(claim: Quantity, passage: Quantity) -> Comparison:
    """A claim's bound or range against a figure."""
    value = _value(passage)
    if not _inside(value, claim):
        return _incomparable("near") if _outside(value, claim) <= _edge(claim, passage) else _differs(claim, passage)
    if claim.value is not None and value == claim.value and claim.bound in {Bound.MORE_THAN, Bound.LESS_THAN}:
        return _incomparable("near")
    if claim.value and claim.bound is not Bound.RANGE and _ratio(value, claim.value) > LOOSE_FIGURE:
        return _incomparable("loose")
    return _agrees("implied")


def _claim_in(claim: Quantity, passage: Quantity) -> Comparison:
    """A claim's figure against a bound or a range."""
    value = _value(claim)
    if _inside(value, passage):
        return _incomparable("finer")
    return _incomparable("near") if _outside(value, passage) <= _edge(passage, claim) else _differs(claim, passage)


def _edge(interval: Quantity, point: Quantity) -> Decimal:
    """How far outside of an interval a figure may lie before the two differ: less than one unit for whole numbers."""
    slack = max(_slack(point) if point.figure is None or abs(point.figure) >= 100 else HALF * _ones(point), Decimal(0))
    return min(slack, abs(_value(point)) * ROUNDING) if interval.unit != PERCENT else min(slack, HALF)


def _ones(quantity: Quantity) -> Decimal:
    return abs(quantity.value / quantity.figure) if quantity.value is not None and quantity.figure else Decimal(1)


def _outside(value: Decimal, quantity: Quantity) -> Decimal:
    if quantity.low is not None and value < quantity.low:
        return quantity.low - value
    if quantity.high is not None and value > quantity.high:
        return value - quantity.high
    return Decimal(0)


def _ratio(one: Decimal, two: Decimal) -> Decimal:
    if not one or not two:
        return Decimal(0)
    return max(abs(one / two), abs(two / one))


def _intervals(claim: Quantity, passage: Quantity) -> Comparison:
    if (claim.low, claim.high, claim.bound) == (passage.low, passage.high, passage.bound):
        return _agrees("equal")
    if _disjoint(claim, passage):
        return _differs(claim, passage)
    if _contains(claim, passage):
        anchored = claim.value is not None and passage.value is not None
        if anchored and _ratio(_value(claim), _value(passage)) >= LOOSE_BOUND:
            return _incomparable("loose")
        return _agrees("implied")
    return _incomparable("finer" if _contains(passage, claim) else "overlap")


def _disjoint(claim: Quantity, passage: Quantity) -> bool:
    for lower, upper in ((claim, passage), (passage, claim)):
        if lower.high is None or upper.low is None:
            continue
        strict = lower.bound is Bound.LESS_THAN or upper.bound is Bound.MORE_THAN
        if lower.high < upper.low or (strict and lower.high == upper.low):
            return True
    return False


def _contains(outer: Quantity, inner: Quantity) -> bool:
    low = outer.low is None or (inner.low is not None and outer.low <= inner.low)
    high = outer.high is None or (inner.high is not None and inner.high <= outer.high)
    return low and high


def _vague(claim: Quantity, passage: Quantity) -> Comparison:
    """ "Dozens" may be confirmed by 36, and never accuses."""
    if claim.vague and passage.vague and (claim.low, claim.high) == (passage.low, passage.high):
        return _agrees("equal")
    if claim.vague and not passage.vague and _contains(claim, passage):
        return _agrees("implied")
    return _incomparable("finer" if passage.vague and _contains(passage, claim) else "vague")


# --- outcomes ------------------------------------------------------------------------------------


def _agrees(how: str) -> Comparison:
    return Comparison(Relation.AGREES, how)


def _incomparable(how: str) -> Comparison:
    return Comparison(Relation.INCOMPARABLE, how)


def _differs(claim: Quantity, passage: Quantity, how: str | None = None, code: str | None = None) -> Comparison:
    how = how or _how(claim, passage)
    if claim.unit in {AGE, DURATION}:
        code = "FC302"
    code = code or ("FC201" if how == "different" else "FC202")
    return Comparison(Relation.DIFFERS, how, code)


def _how(claim: Quantity, passage: Quantity) -> str:
    """Whether the same figure stands with another unit or magnitude, or the figures are different."""
    if claim.figure is None or claim.figure != passage.figure or claim.bound != passage.bound:
        return "different"
    return "unit" if claim.written_unit != passage.written_unit else "magnitude"
