"""Bounds, ranges and vague words against a figure, and against one another."""

from __future__ import annotations

from decimal import Decimal

from factcheck.facets.quantities.margins import HALF, ROUNDING, central, inside, leeway
from factcheck.facets.quantities.outcomes import agrees, differs, incomparable
from factcheck.facets.quantities.points import NEAR
from factcheck.facets.quantities.value import (
    PERCENT,
    Bound,
    Quantity,
)
from factcheck.model import Comparison

# "More than 40" follows from 400, but is not confirmed by ten times as many, nor by "more than 80".
LOOSE_FIGURE = Decimal(10)
LOOSE_BOUND = Decimal(2)


def compare_with_point(claim: Quantity, passage: Quantity) -> Comparison:
    """A claim's bound or range against a figure."""
    value = central(passage)
    if not inside(value, claim):
        return incomparable("near") if _outside(value, claim) <= _edge(claim, passage) else differs(claim, passage)
    if claim.value is not None and value == claim.value and claim.bound in {Bound.MORE_THAN, Bound.LESS_THAN}:
        return incomparable("near")
    if claim.value and claim.bound is not Bound.RANGE and _ratio(value, claim.value) > LOOSE_FIGURE:
        return incomparable("loose")
    return agrees("implied")


def compare_point_with(claim: Quantity, passage: Quantity) -> Comparison:
    """A claim's figure against a bound or a range."""
    value = central(claim)
    if inside(value, passage):
        return incomparable("finer")
    return incomparable("near") if _outside(value, passage) <= _edge(passage, claim) else differs(claim, passage)


def compare_intervals(claim: Quantity, passage: Quantity) -> Comparison:
    """Bounds and ranges against one another."""
    if (claim.low, claim.high, claim.bound) == (passage.low, passage.high, passage.bound):
        return agrees("equal")
    if _disjoint(claim, passage) or _other_end(claim, passage):
        return differs(claim, passage)
    if _contains(claim, passage):
        anchored = claim.value is not None and passage.value is not None
        if anchored and _ratio(central(claim), central(passage)) >= LOOSE_BOUND:
            return incomparable("loose")
        return agrees("implied")
    return incomparable("finer" if _contains(passage, claim) else "overlap")


def compare_vague(claim: Quantity, passage: Quantity) -> Comparison:
    """ "Dozens" may be confirmed by 36, and never accuses."""
    if claim.vague and passage.vague and (claim.low, claim.high) == (passage.low, passage.high):
        return agrees("equal")
    if claim.vague and not passage.vague and _contains(claim, passage):
        return agrees("implied")
    return incomparable("finer" if passage.vague and _contains(passage, claim) else "vague")


def _edge(interval: Quantity, point: Quantity) -> Decimal:
    """How far outside of an interval a figure may lie before the two differ: less than one unit for whole numbers."""
    slack = max(leeway(point) if point.figure is None or abs(point.figure) >= 100 else HALF * _ones(point), Decimal(0))
    return min(slack, abs(central(point)) * ROUNDING) if interval.unit != PERCENT else min(slack, HALF)


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


def _disjoint(claim: Quantity, passage: Quantity) -> bool:
    for lower, upper in ((claim, passage), (passage, claim)):
        if lower.high is None or upper.low is None:
            continue
        strict = lower.bound is Bound.LESS_THAN or upper.bound is Bound.MORE_THAN
        if lower.high < upper.low or (strict and lower.high == upper.low):
            return True
    return False


def _other_end(claim: Quantity, passage: Quantity) -> bool:
    """Whether two ranges that are given by their ends have one of them in common and clearly not the other."""
    if claim.bound is not Bound.RANGE or passage.bound is not Bound.RANGE or claim.approximate or passage.approximate:
        return False
    ends = ((claim.low, passage.low), (claim.high, passage.high))
    known = [(one, two) for one, two in ends if one is not None and two is not None]
    apart = [(one, two) for one, two in known if abs(one - two) > NEAR * max(abs(one), abs(two))]
    return len(known) == len(ends) and len(apart) == 1 and any(one == two for one, two in known)


def _contains(outer: Quantity, inner: Quantity) -> bool:
    low = outer.low is None or (inner.low is not None and outer.low <= inner.low)
    high = outer.high is None or (inner.high is not None and inner.high <= outer.high)
    return low and high
