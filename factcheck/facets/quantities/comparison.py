"""Whether a claim's quantity is that of a passage, with the tolerance of a newspaper's desk.

Agreeing is asymmetric: a claim may be coarser than its source, never finer. Differing is symmetric.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.facets.quantities.intervals import (
    compare_intervals,
    compare_point_with,
    compare_vague,
    compare_with_point,
)
from factcheck.facets.quantities.margins import pointed, same_limits
from factcheck.facets.quantities.outcomes import agrees, differs, incomparable
from factcheck.facets.quantities.points import compare_points
from factcheck.facets.quantities.value import (
    AGE,
    COUNT,
    CURRENCY,
    PERCENT,
    PERCENTAGE_POINT,
    POINT,
    RATIO,
    SCORE,
    TEMPERATURE,
    Quantity,
)
from factcheck.model import Comparison

_GENERIC = {
    "currency:$": {"USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD"},
    "currency:peso": {"MXN", "ARS", "PHP"},
    "currency:krona": {"SEK", "NOK", "DKK"},
    "currency:franc": {"CHF"},
}


def compare(claim: Quantity, passage: Quantity) -> Comparison:
    """How the claim's quantity stands to the passage's: agrees, differs, or is not to be compared, and why."""
    claim, passage = _as_percent(claim, passage), _as_percent(passage, claim)
    mismatch = _mismatch(claim, passage)
    if mismatch is not None:
        return mismatch
    if claim.vague or passage.vague:
        return compare_vague(claim, passage)
    return _figures(claim, passage)


def _figures(claim: Quantity, passage: Quantity) -> Comparison:
    """Two quantities of one kind that both name a figure, a bound or a range."""
    if claim.unit == SCORE:
        return agrees("equal") if same_limits(claim, passage) else differs(claim, passage)
    if pointed(claim) and pointed(passage):
        return compare_points(claim, passage)
    if pointed(passage):
        return compare_with_point(claim, passage)
    return compare_point_with(claim, passage) if pointed(claim) else compare_intervals(claim, passage)


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
        return agrees("equal")
    if claim.unit == passage.unit:
        return _scale(claim, passage) if claim.unit == TEMPERATURE else None
    if claim.unit.startswith(CURRENCY) and passage.unit.startswith(CURRENCY):
        return _currencies(claim, passage)
    return _kinds(claim, passage, units)


def _kinds(claim: Quantity, passage: Quantity, units: set[str]) -> Comparison:
    """Different kinds are not compared, but for a few that writers mix up, or leave to the reader."""
    same = same_limits(claim, passage)
    if same and units == {PERCENT, PERCENTAGE_POINT}:
        return differs(claim, passage, "unit", "FC202")
    bare = next((q for q in (claim, passage) if q.unit == COUNT), None)
    bare_age = units == {AGE, COUNT} and bare is not None and bare.noun is None
    if same and (units == {POINT, PERCENTAGE_POINT} or bare_age):
        return agrees("equal")
    return incomparable("kind")


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
    return agrees("equal") if same else incomparable("scale")


def _currencies(claim: Quantity, passage: Quantity) -> Comparison | None:
    """Dollars of no country may be anyone's; other currencies differ where the figure is the same."""
    if {claim.unit, passage.unit} == {"currency:$", "currency:USD"}:
        return None
    for one, two in ((claim, passage), (passage, claim)):
        if two.unit.removeprefix(CURRENCY) in _GENERIC.get(one.unit, ()):
            return agrees("equal") if same_limits(claim, passage) else incomparable("currency")
    if claim.value is not None and claim.value == passage.value and claim.figure == passage.figure:
        return differs(claim, passage, "currency", "FC202")
    return incomparable("currency")
