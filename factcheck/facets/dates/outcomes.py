"""What a comparison of two dates can come to."""

from __future__ import annotations

from factcheck.facets.dates.value import DateValue
from factcheck.model import Comparison, Relation

CODE = "FC301"
FINER = Comparison(Relation.MISSING, "finer")
IMPLIED = Comparison(Relation.AGREES, "implied")
OPEN = Comparison(Relation.INCOMPARABLE, "incomparable")
EQUAL = Comparison(Relation.AGREES, "equal")
COARSER = Comparison(Relation.AGREES, "coarser")
ROUNDED = Comparison(Relation.AGREES, "rounded")


def different(claim: DateValue, passage: DateValue) -> Comparison:
    """The two cannot both hold."""
    return Comparison(Relation.DIFFERS, "different", CODE, f"{claim.text} against {passage.text}")
