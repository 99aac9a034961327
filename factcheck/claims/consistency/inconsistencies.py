"""The draft against itself (FC6xx): one thing that it gives in two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.consistency import ages as consistency_ages
from factcheck.claims.consistency import dates as consistency_dates
from factcheck.claims.consistency import names as consistency_names
from factcheck.claims.consistency import numbers as consistency_numbers
from factcheck.claims.consistency import sums as consistency_sums
from factcheck.claims.consistency import titles as consistency_titles
from factcheck.claims.consistency.telling import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.claims.parts import Part
    from factcheck.claims.referents.context import Resolved
    from factcheck.model import Analysis, Document, Inconsistency

_CHECKS = (
    consistency_numbers.find,
    consistency_dates.find,
    consistency_names.find,
    consistency_sums.find,
    consistency_ages.find,
    consistency_titles.find,
)


def inconsistencies(parsed: Sequence[tuple[Part, Analysis, Resolved]], document: Document) -> tuple[Inconsistency, ...]:
    """Pairs of places of the draft that cannot both be right, in the order of the text."""
    told = tell(parsed, document)
    found = [each for check in _CHECKS for each in check(told)]
    return tuple(sorted(found, key=lambda each: (each.first, each.second, each.code)))
