"""Numbers, dates and ranks that stand in the same place and differ."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facets import ranks
from factcheck.facets.quantities_value import ORDINAL
from factcheck.model import Relation
from factcheck.verdicts.alignment import Alignment, Counterpart
from factcheck.verdicts.difference import Difference
from factcheck.verdicts.values import Value, compare

RANK = "FC503"


def differing_values(alignment: Alignment) -> Iterator[Difference]:
    """Values of the claim that the passage does not have, where it has another in their place."""
    for i, value in alignment.claim.value_at.items():
        if alignment.strength(i) > 0:
            continue
        rest = alignment.coverage(besides=frozenset({i}))
        for place in _places(alignment, i, value):
            other = alignment.passage.value_at.get(place.passage)
            if other is None or place.passage in alignment.back:
                continue
            outcome = compare(value, other)
            if outcome.relation is Relation.DIFFERS:
                code = RANK if value.unit == ORDINAL else outcome.code or "FC201"
                yield Difference(code, outcome.how, i, place.passage, place.ties, rest, outcome.message)
                break


def _places(alignment: Alignment, i: int, value: Value) -> list[Counterpart]:
    """What stands in the value's place, or else the only value of its kind that nothing else in the claim has taken."""
    places = [p for p in alignment.counterparts(i) if p.passage in alignment.passage.value_at]
    if places:
        return places
    free = [p for p, v in alignment.passage.value_at.items() if v.unit == value.unit and p not in alignment.back]
    return [Counterpart(free[0], 0, 0)] if len(free) == 1 else []


def differing_ranks(alignment: Alignment) -> Iterator[Difference]:
    """The same thing in another place of an order."""
    theirs = {rank.head: rank for rank in ranks.find(alignment.passage.analysis)}
    for rank in ranks.find(alignment.claim.analysis):
        link = alignment.links.get(rank.head)
        other = theirs.get(link.passage) if link is not None else None
        if other is None:
            continue
        outcome = ranks.compare(rank, other)
        if outcome.relation is Relation.DIFFERS:
            own = frozenset(i for i in alignment.claim.analysis.at(rank.span) if i != rank.head)
            yield Difference(RANK, outcome.how, rank.head, other.head, 1, alignment.coverage(besides=own), outcome.message)
