"""Numbers, dates and ranks that stand in the same place and differ."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facets import ranks
from factcheck.facets.quantities_value import ORDINAL
from factcheck.facets.ranks import Rank
from factcheck.model import Relation
from factcheck.verdicts.alignment import Alignment, Counterpart
from factcheck.verdicts.difference import Difference
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.values import Value, compare

RANK = "FC503"
# A value that the passage has, but of something else, is an error only where the rest is nearly all the same.
MISPLACED = 0.93
# What is ranked stands this near after its rank, where the parse does not tie the two.
RANKED_REACH = 5
# "after" stands this near after a rank that is a rank after another.
AFTER_REACH = 8


def differing_values(alignment: Alignment) -> Iterator[Difference]:
    """Values of the claim that the passage does not have, where it has another in their place."""
    for i, value in alignment.claim.value_at.items():
        if i not in alignment.open_places():
            continue
        rest = alignment.rest(frozenset({i}))
        for place in _places(alignment, i, value):
            other = alignment.passage.value_at.get(place.passage)
            if other is None or place.passage in alignment.back or not _of_one_count(alignment, value, other):
                continue
            outcome = compare(value, other)
            if outcome.relation is Relation.DIFFERS and _belongs(alignment, i, place, rest):
                code = RANK if value.unit == ORDINAL else outcome.code or "FC201"
                yield Difference(code, outcome.how, i, place.passage, place.ties, rest, outcome.message)
                break


# The share of the corresponding words that the clause of a value must hold for it to be a value of the same statement.
MOST_LINKED = 0.6


def _places(alignment: Alignment, i: int, value: Value) -> list[Counterpart]:
    """What stands in the value's place, or else the only value of its kind that nothing else in the claim has taken."""
    places = [p for p in alignment.counterparts(i) if p.passage in alignment.passage.value_at]
    if places:
        return places
    free = [p for p, v in alignment.passage.value_at.items() if v.unit == value.unit and p not in alignment.back]
    here = [p for p in free if _in_statement(alignment, p)]
    if len(here) == 1:
        return [Counterpart(here[0], 1, 0)]
    return [Counterpart(free[0], 0, 0)] if len(free) == 1 else []


def _in_statement(alignment: Alignment, p: int) -> bool:
    """Whether a value of the passage stands in the clause that holds most of what corresponds to the claim."""
    clause = alignment.passage.clause(p)
    linked = {link.passage for link in alignment.links.values()}
    return len(linked & clause) >= MOST_LINKED * len(linked)


# Words that count what comes on top of something: "two other journalists" are three with the one who was named.
ON_TOP = frozenset({"other", "others", "more", "another", "additional", "further", "extra"})
# They stand this near after the number.
ON_TOP_REACH = 2


def _of_one_count(alignment: Alignment, ours: Value, theirs: Value) -> bool:
    """Whether both values count all, or both what comes on top."""
    return _on_top(alignment.claim, ours) == _on_top(alignment.passage, theirs)


def _on_top(reading: Reading, value: Value) -> bool:
    after = value.tokens[-1] + 1
    return any(token.lower in ON_TOP for token in reading.analysis.tokens[after : after + ON_TOP_REACH])


def _belongs(alignment: Alignment, i: int, place: Counterpart, rest: float) -> bool:
    """Whether the place is the value's; more is asked where the passage has the value, but in another place."""
    if place.ties and not alignment.anchored(i):
        return False
    return i not in alignment.links or (
        place.exact > 0 and rest >= MISPLACED and alignment.claim.value_at[i].unit != ORDINAL
    )


def differing_ranks(alignment: Alignment) -> Iterator[Difference]:
    """The same thing in another place of an order."""
    theirs = {_ranked(alignment.passage, rank): rank for rank in alignment.passage.ranks}
    for rank in alignment.claim.ranks:
        link = alignment.links.get(_ranked(alignment.claim, rank))
        other = theirs.get(link.passage) if link is not None else None
        if link is not None and other is None:
            other = _by_same_word(alignment, rank)
        if link is None or other is None:
            continue
        outcome = ranks.compare(rank, other)
        if outcome.relation is Relation.DIFFERS and not _after_another(alignment.passage, other):
            own = frozenset(i for i in alignment.claim.analysis.at(rank.span) if i != link.claim)
            yield Difference(RANK, outcome.how, link.claim, link.passage, 1, alignment.rest(own), outcome.message)


def _by_same_word(alignment: Alignment, rank: Rank) -> Rank | None:
    """The passage's rank by the claim's own adjective, if words of what the claim ranks stand right after it."""
    ours = [alignment.links[i].passage for i in alignment.claim.analysis.at(rank.span) if i in alignment.links]
    ranked = _ranked(alignment.claim, rank)
    phrase = {ranked, *alignment.claim.neighbours(ranked)}
    after = {alignment.links[i].passage for i in phrase if i in alignment.links and i >= ranked}
    for other in alignment.passage.ranks:
        inside = alignment.passage.analysis.at(other.span)
        reach = range(inside[-1] + 1, inside[-1] + RANKED_REACH)
        if not set(ours).isdisjoint(inside) and not after.isdisjoint(reach):
            return other
    return None


def _after_another(reading: Reading, rank: Rank) -> bool:
    """Whether a lower rank is said together with who is above: "the second largest city after Castro"."""
    end = reading.analysis.at(rank.span)[-1] + 1
    following = reading.analysis.tokens[end : end + AFTER_REACH]
    return rank.order > 1 and any(token.lower in ("after", "behind") for token in following)


def _ranked(reading: Reading, rank: Rank) -> int:
    """The node of what is ranked: the rank's own noun, or the noun that its adjective belongs to."""
    token = reading.analysis.tokens[rank.head]
    return token.head if token.pos in ("ADJ", "ADV", "NUM") and token.head in reading.at else rank.head
