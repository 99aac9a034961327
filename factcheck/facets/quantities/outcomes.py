"""What a comparison of two quantities can come to."""

from __future__ import annotations

from factcheck.facets.quantities.value import (
    AGE,
    DURATION,
    Quantity,
)
from factcheck.model import Comparison, Relation


def agrees(how: str) -> Comparison:
    """The passage bears the claim out."""
    return Comparison(Relation.AGREES, how)


def incomparable(how: str) -> Comparison:
    """The two neither agree nor exclude each other, and why not."""
    return Comparison(Relation.INCOMPARABLE, how)


def differs(claim: Quantity, passage: Quantity, how: str | None = None, code: str | None = None) -> Comparison:
    """The two exclude each other: by their figures (FC201, of ages and durations FC302), or by their unit (FC202)."""
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
