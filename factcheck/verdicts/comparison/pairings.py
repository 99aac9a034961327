"""Which of two figures belongs to which of two things: "13 days in the driest caves and 22 in the wettest"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from factcheck.facets import lexicon
from factcheck.facets.quantities import Quantity
from factcheck.facets.quantities.value import ORDINAL
from factcheck.model import Relation
from factcheck.verdicts.alignment import Alignment
from factcheck.verdicts.comparison.difference import Difference
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.values import Value, compare
from factcheck.verdicts.words import Kind, Word

NUMBER = "FC201"
# What ties a figure to its thing weighs as much as one rare word that stands beside both.
FRAME = 1.0
# Each of two things with its figure, by the nodes of the things.
Pairing = dict[int, Value]


def crossed_figures(alignment: Alignment) -> Iterator[Difference]:
    """A figure of the claim that the passage gives for the other of two things, and not for this one."""
    for pairing in _pairings(alignment.passage):
        for thing, ours in _said(alignment, pairing).items():
            link = alignment.links[thing]
            own = pairing[link.passage]
            other = next(value for label, value in pairing.items() if label != link.passage)
            if _is(ours, other) and compare(ours, own).relation is Relation.DIFFERS:
                rest = alignment.rest(frozenset({ours.head}))
                message = f"{ours.span.of(alignment.claim.analysis.text)} is said of another there"
                yield Difference(NUMBER, "crossed", ours.head, own.head, 2, rest, message, FRAME, closed=True)
                return


def _is(one: Value, other: Value) -> bool:
    return compare(one, other).relation is Relation.AGREES


def _pairings(reading: Reading) -> Iterator[Pairing]:
    """The two things of a text that are set against one another, each with its figure."""
    numbers: dict[str, list[Value]] = {}
    for value in reading.values:
        if isinstance(value.facet, Quantity) and value.unit != ORDINAL:
            numbers.setdefault(value.unit, []).append(value)
    for values in numbers.values():
        if len(values) == 2:
            for things in _contrasts(reading):
                pairing = _paired(things, (values[0], values[1]))
                if pairing is not None:
                    yield pairing


def _contrasts(reading: Reading) -> Iterator[tuple[int, int]]:
    """Two words of which one is the opposite of the other."""
    words = [word for word in reading.words if word.kind is Kind.WORD and word.weight > 0]
    yield from ((a.i, b.i) for a, b in combinations(words, 2) if _opposite(a, b))


def _opposite(one: Word, other: Word) -> bool:
    return any(lexicon.antonyms(one.lemma, other.lemma, pos) for pos in (one.pos, other.pos))


def _paired(things: tuple[int, int], values: tuple[Value, Value]) -> Pairing | None:
    """Each thing with its figure, where the text has one thing and one figure before the others."""
    order = sorted([(thing, None) for thing in things] + [(v.head, v) for v in values], key=lambda item: item[0])
    found: Pairing = {}
    for half in (order[:2], order[2:]):
        labels, figures = [i for i, value in half if value is None], [value for _, value in half if value is not None]
        if len(labels) != 1:
            return None
        found[labels[0]] = figures[0]
    return found


def _said(alignment: Alignment, pairing: Pairing) -> Pairing:
    """The things of a passage's pairing that the claim has, each with the figure that it gives for it."""
    here = [i for i, link in alignment.links.items() if link.passage in pairing]
    unit = next(iter(pairing.values())).unit
    values = [value for value in alignment.claim.values if value.unit == unit]
    if here and len(values) == 1:
        return {min(here, key=lambda i: abs(i - values[0].head)): values[0]}
    if len(here) == 2 and len(values) == 2:
        return _paired((here[0], here[1]), (values[0], values[1])) or {}
    return {}
