"""Events of which there is only one, so that two dates cannot both hold: the last before a first, and an extreme.

"The first visit since 2017" says when the one before it was, and so does "the last visit was in 2018". "Ties fell to
the lowest point in 2019" dates an extreme, and so does "relations reached a historic low in 2018".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.facets import dates, ranks
from factcheck.facets.dates import DateValue
from factcheck.model import Relation
from factcheck.verdicts.alignment import Alignment
from factcheck.verdicts.comparison.difference import Difference
from factcheck.verdicts.reading import WHEN, Reading
from factcheck.verdicts.values import Value
from factcheck.verdicts.words import Kind

DATE = "FC301"
# Words by which a passage names the latest of a series.
LATEST = frozenset({"last", "late", "latest", "recent", "previous"})
SINCE = frozenset({"since", "after"})
# Which end of a scale a noun or a superlative stands for.
ENDS = {
    **dict.fromkeys(("low", "lowest", "nadir", "trough", "bottom", "minimum", "worst", "smallest", "weakest"), "low"),
    **dict.fromkeys(
        ("high", "highest", "peak", "maximum", "summit", "best", "largest", "strongest", "greatest"), "high"
    ),
}
# What a superlative has to qualify to name a turn of events: "the lowest point", not "the lowest house".
POINTS = frozenset({"point", "level", "mark", "ebb", "value", "rate", "figure", "reading", "state", "position"})
# A noun alone is an extreme only where it is said to be one: "a historic low", not "a low".
RECORDS = frozenset({"record", "historic", "historical", "time", "absolute", "lowest", "highest", "ever"})


@dataclass(frozen=True, slots=True)
class Extreme:
    """One end of a scale that something reached: which end, the nodes that say so, what reached it, and when."""

    end: str
    nodes: frozenset[int]
    subject: int
    when: Value


def differing_milestones(alignment: Alignment) -> Iterator[Difference]:
    """Another date for the one before a first, or for an extreme."""
    yield from _firsts(alignment)
    yield from _extremes(alignment)


def _firsts(alignment: Alignment) -> Iterator[Difference]:
    """The first since a year, where the last was in another."""
    claim, passage = alignment.claim, alignment.passage
    for rank in ranks.find(claim.analysis):
        since = next((v for v in claim.values if _is_since(v) and v.span.start >= rank.span.end), None)
        link = alignment.links.get(rank.head)
        if (
            rank.order != 1
            or rank.by is not None
            or since is None
            or link is None
            or not _is_latest(passage, link.passage)
        ):
            continue
        last = _date_of(passage, link.passage)
        if last is not None and _disjoint(since, last):
            own = frozenset({since.head, *claim.analysis.at(rank.span)} - {rank.head})
            yield Difference(
                DATE, "different", since.head, last.head, 1, alignment.rest(own | _predicates(claim, rank.head))
            )


def _is_since(value: Value) -> bool:
    return isinstance(value.facet, DateValue) and value.facet.bound in SINCE


def _is_latest(reading: Reading, noun: int) -> bool:
    """Whether a noun is said to be the latest of its kind."""
    return any(e.label == "mod" and reading.analysis.tokens[e.tail].lower in LATEST for e in reading.out.get(noun, ()))


def _date_of(reading: Reading, i: int) -> Value | None:
    """The date that a node happened on, by the node or by its predicate."""
    places = [i, *(e.head for e in reading.into.get(i, ()) if e.label == "subj")]
    found = [e.tail for place in places for e in reading.out.get(place, ()) if e.label in (WHEN, "is")]
    return next(
        (reading.value_at[j] for j in found if j in reading.value_at and reading.value_at[j].unit == "date"), None
    )


def _predicates(reading: Reading, noun: int) -> frozenset[int]:
    """The verbs that only introduce a noun: "the trip marks the first visit"; what they say is in the noun."""
    verbs = {e.head for e in reading.into.get(noun, ()) if e.label in ("obj", "is", "subj")}
    subjects = {e.tail for verb in verbs for e in reading.out.get(verb, ()) if e.label == "subj" and e.tail != noun}
    return frozenset(i for i in verbs | subjects if reading.at[i].kind is Kind.WORD)


def _extremes(alignment: Alignment) -> Iterator[Difference]:
    """The same extreme of the same thing at another time."""
    theirs = list(_extremes_in(alignment.passage))
    for ours in _extremes_in(alignment.claim):
        link = alignment.links.get(ours.subject)
        for other in theirs:
            same = link is not None and link.passage == other.subject and ours.end == other.end
            if same and _disjoint(ours.when, other.when):
                own = ours.nodes | {ours.when.head}
                yield Difference(DATE, "different", ours.when.head, other.when.head, 1, alignment.rest(own))


def _extremes_in(reading: Reading) -> Iterator[Extreme]:
    """The dated extremes of a text."""
    for word in reading.words:
        named = _extreme_at(reading, word.i)
        verb = next((e.head for e in reading.into.get(word.i, ()) if e.label in ("obj", "by:to", "by:at")), None)
        if named is None or verb is None:
            continue
        subject = next((e.tail for e in reading.out.get(verb, ()) if e.label == "subj"), None)
        when = _date_of(reading, verb) or _date_of(reading, word.i)
        if subject is not None and when is not None:
            around = {e.tail for e in reading.out.get(word.i, ()) if e.label in ("mod", "by:on")}
            yield Extreme(named, frozenset({word.i, verb, *around}), subject, when)


def _extreme_at(reading: Reading, i: int) -> str | None:
    """Which end of its scale a node stands for, if it is said to be the end."""
    token = reading.analysis.tokens[i]
    modifiers = {reading.analysis.tokens[j].lower for j in reading.analysis.children[i]}
    if token.lemma.lower() in POINTS:
        return next((ENDS[m] for m in sorted(modifiers) if m in ENDS and m.endswith("st")), None)
    if token.pos == "NOUN" and modifiers & RECORDS:
        return ENDS.get(token.lemma.lower())
    return None


def _disjoint(ours: Value, theirs: Value) -> bool:
    """Whether two dates, each taken as the day itself, cannot be the same."""
    if not isinstance(ours.facet, DateValue) or not isinstance(theirs.facet, DateValue):
        return False
    on = (replace(facet, bound="on") for facet in (ours.facet, theirs.facet))
    return dates.compare(*on).relation is Relation.DIFFERS
