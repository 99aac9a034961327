"""Numbers, dates and ranks that stand in the same place and differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.facets import lexicon, ranks
from factcheck.facets.quantities import Quantity
from factcheck.facets.quantities.value import COUNT, MULTIPLE, ORDINAL, Bound
from factcheck.facets.ranks import Rank
from factcheck.model import Comparison, Relation
from factcheck.verdicts import frame
from factcheck.verdicts.alignment import Alignment, Counterpart
from factcheck.verdicts.comparison.contrasts import foreign
from factcheck.verdicts.comparison.difference import Difference
from factcheck.verdicts.reading import WHEN, Reading
from factcheck.verdicts.reckoning import figures_of, reckoned
from factcheck.verdicts.values import Value, compare

RANK = "FC503"
# Which end of the order of birth comes first.
AGES = {"old": 1, "young": -1}
# What stands before and after a piece of a number that was taken apart.
BEFORE_BREAK = re.compile(r"\d[.,]\s+$")
AFTER_BREAK = re.compile(r"\s?[.,]\s+\d{3}\b")
# A value that the passage has, but of something else, is an error only where the rest is nearly all the same.
MISPLACED = 0.93
# Where a passage has this much of the rest, it speaks of the same though its clause is built otherwise ("released by").
WHOLE = 0.85
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
            if other is None or place.passage in alignment.back or not _comparable(alignment, value, other):
                continue
            outcome = compare(value, other)
            if outcome.relation is Relation.DIFFERS and _belongs(alignment, i, place, rest):
                yield _of_values(alignment, value, place, outcome, rest)
                break


def _of_values(alignment: Alignment, value: Value, place: Counterpart, outcome: Comparison, rest: float) -> Difference:
    """Two values that differ; where the same things are counted, one clause of a long claim may be judged by itself."""
    i, p = value.head, place.passage
    around, near = frame.shared(alignment, i, p), _nearness(alignment, value, p)
    if place.ties and around >= frame.LEAST_FRAME:
        rest = max(rest, frame.rest_of_clause(alignment, i))
    code = RANK if value.unit == ORDINAL else outcome.code or "FC201"
    return Difference(code, outcome.how, i, p, place.ties, rest, outcome.message, around, near=near)


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
    nearest = max(free, key=lambda p: (_nearness(alignment, value, p), -p), default=None)
    near = nearest is not None and (len(free) == 1 or _nearness(alignment, value, nearest) > 0)
    return [Counterpart(nearest, 0, 0)] if nearest is not None and near else []


# Numbers of these kinds are too many in a text, and too small, for one to stand for another that is only near.
COUNTED = frozenset({COUNT, MULTIPLE, ORDINAL, "date"})
# Two values of one measure that are farther apart than this are hardly of the same.
FARTHEST = 12


def _nearness(alignment: Alignment, value: Value, p: int) -> float:
    """How near a measured value stands to one of the passage; 0 where the two are hardly measures of the same."""
    ours, theirs = value.facet, alignment.passage.value_at[p].facet
    if value.unit in COUNTED or not isinstance(ours, Quantity) or not isinstance(theirs, Quantity):
        return 0.0
    if ours.bound is not Bound.EXACT or not ours.value or not theirs.value:
        return 0.0
    apart = max(ours.value / theirs.value, theirs.value / ours.value)
    if apart > FARTHEST or any(foreign(alignment, i) for i in alignment.passage.subjects(p)):
        return 0.0
    return frame.nearness(alignment, value.head, p)


def _in_statement(alignment: Alignment, p: int) -> bool:
    """Whether a value of the passage stands in the clause that holds most of what corresponds to the claim."""
    clause = alignment.passage.clause(p)
    linked = {link.passage for link in alignment.links.values()}
    return len(linked & clause) >= MOST_LINKED * len(linked)


def _broken(reading: Reading, value: Value) -> bool:
    """Whether a number is a piece of a longer one that the text has taken apart: "3, 800", "1. 3 billion"."""
    text, start, end = reading.analysis.text, value.span.start, value.span.end
    return bool(BEFORE_BREAK.search(text[:start]) or AFTER_BREAK.match(text[end:]))


# Words that count what comes on top of something: "two other journalists" are three with the one who was named.
ON_TOP = frozenset({"other", "others", "more", "another", "additional", "further", "extra"})
# They stand this near after the number.
ON_TOP_REACH = 2


def _comparable(alignment: Alignment, ours: Value, theirs: Value) -> bool:
    """Whether both values are whole, and count the same."""
    whole = not _broken(alignment.claim, ours) and not _broken(alignment.passage, theirs)
    return whole and _of_one_count(alignment, ours, theirs) and not _follows(alignment.passage, ours)


def _follows(passage: Reading, ours: Value) -> bool:
    """Whether a number is reckoned from two of the passage's: "14 cars before the storm and 9 after it" are 23."""
    return isinstance(ours.facet, Quantity) and reckoned(ours.facet, figures_of(passage.values, ours.unit))


def _of_one_count(alignment: Alignment, ours: Value, theirs: Value) -> bool:
    """Whether both values count all, or both what comes on top."""
    return _on_top(alignment.claim, ours) == _on_top(alignment.passage, theirs)


def _on_top(reading: Reading, value: Value) -> bool:
    after = value.tokens[-1] + 1
    return any(token.lower in ON_TOP for token in reading.analysis.tokens[after : after + ON_TOP_REACH])


def _belongs(alignment: Alignment, i: int, place: Counterpart, rest: float) -> bool:
    """Whether the place is the value's; more is asked where the passage has the value, but in another place."""
    if of_other_event(alignment, place.passage):
        return False
    if _nearness(alignment, alignment.claim.value_at[i], place.passage) >= frame.LEAST_NEAR:
        return i not in alignment.links
    if place.ties and not alignment.anchored(i) and not (place.exact and rest >= WHOLE):
        return False
    if i not in alignment.links:
        return True
    sure = place.exact > 0 and rest >= MISPLACED and alignment.claim.value_at[i].unit != ORDINAL
    return sure and not _without_noun(alignment, i)


def _without_noun(alignment: Alignment, i: int) -> bool:
    """Whether the passage has the number without what it counts: "29 people died and 600 are missing"."""
    theirs = alignment.passage.value_at[alignment.links[i].passage].facet
    return isinstance(theirs, Quantity) and theirs.unit == COUNT and theirs.noun is None


def differing_ranks(alignment: Alignment) -> Iterator[Difference]:
    """The same thing in another place of an order."""
    theirs = {_ranked(alignment.passage, rank): rank for rank in _orders(alignment.passage)}
    for rank in _orders(alignment.claim):
        link = alignment.links.get(_ranked(alignment.claim, rank))
        other = theirs.get(link.passage) if link is not None else None
        if link is not None and other is None:
            other = _by_same_word(alignment, rank)
        if link is None or other is None:
            continue
        outcome = ranks.compare(rank, other)
        if _ranked_so(alignment, rank, link.passage) or _after_another(alignment.passage, other):
            continue
        if outcome.relation is Relation.DIFFERS:
            own = frozenset(i for i in alignment.claim.analysis.at(rank.span) if i != link.claim)
            unlike = sorted(own & alignment.claim.at.keys(), key=lambda i: (alignment.strength(i) > 0, i))
            named = [j for j in alignment.passage.analysis.at(other.span) if j in alignment.passage.at]
            ours, at = (*unlike, link.claim)[0], (*named, link.passage)[0]
            rest = max(alignment.rest(own), frame.rest_of_clause(alignment, link.claim))
            yield Difference(RANK, outcome.how, ours, at, 1, rest, outcome.message)


def of_other_event(alignment: Alignment, p: int) -> bool:
    """Whether a date of the passage is of a verb that is none of the claim's: of his birth, and not of his book."""
    heads = [e.head for e in alignment.passage.into.get(p, ()) if e.label == WHEN]
    verbs = [h for h in heads if alignment.passage.at[h].pos == "VERB"]
    return bool(verbs) and len(verbs) == len(heads) and not any(h in alignment.back for h in heads)


def _orders(reading: Reading) -> list[Rank]:
    """The ranks of a text that are no part of a date, as in "the 7th of January"."""
    dated = {i for value in reading.values if value.unit == "date" for i in value.tokens}
    ranked = [rank for rank in reading.ranks if dated.isdisjoint(reading.analysis.at(rank.span))]
    return [_of_birth(reading, rank) for rank in ranked]


def _of_birth(reading: Reading, rank: Rank) -> Rank:
    """A rank by age among children as one by number: the eldest daughter is the first."""
    if rank.by not in AGES or not lexicon.hypernym("offspring", reading.at[_ranked(reading, rank)].lemma, "NOUN"):
        return rank
    return replace(rank, by=None, order=AGES[rank.by] * rank.order, least=False)


def _ranked_so(alignment: Alignment, rank: Rank, ranked: int) -> bool:
    """Whether the passage gives the claim's rank too, by another measure: "25th by power, 42nd by output"."""
    ours = (r for r in _orders(alignment.passage) if _ranked(alignment.passage, r) == ranked)
    return any(ranks.compare(rank, other).relation is Relation.AGREES for other in ours)


def _by_same_word(alignment: Alignment, rank: Rank) -> Rank | None:
    """The passage's rank by the claim's own adjective, if words of what the claim ranks stand right after it."""
    ours = [alignment.links[i].passage for i in alignment.claim.analysis.at(rank.span) if i in alignment.links]
    ranked = _ranked(alignment.claim, rank)
    phrase = {ranked, *alignment.claim.neighbours(ranked)}
    after = {alignment.links[i].passage for i in phrase if i in alignment.links and i >= ranked}
    for other in _orders(alignment.passage):
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
    said_of = next((e.head for e in reading.into.get(rank.head, ()) if e.label == "is"), None)
    if said_of is not None and token.pos == "ADJ" and token.head == token.i:
        return said_of
    among = next((e.tail for e in reading.out.get(rank.head, ()) if e.label == "by:of"), None)
    if among is not None and token.pos != "NOUN":
        return among
    return token.head if token.pos in ("ADJ", "ADV", "NUM") and token.head in reading.at else rank.head
