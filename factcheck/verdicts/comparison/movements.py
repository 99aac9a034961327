"""A change whose word goes against its own figures: "rose from 42 to 38", "fewer than before: 3,100 against 2,900"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from factcheck.facets.quantities import Quantity
from factcheck.facets.quantities.value import ORDINAL
from factcheck.model import Token
from factcheck.verdicts.alignment import Alignment
from factcheck.verdicts.comparison.difference import Difference
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.tables.words import cues
from factcheck.verdicts.values import Value
from factcheck.verdicts.words import plain, stem

DIRECTION, CONTRARY = "FC502", "contrary"
# How many tokens before its figures the word that tells the direction may stand, and how many lie between the two.
BEFORE, BETWEEN = 10, 4
# Words between two figures that set the second against the first.
AGAINST = frozenset({"against", "versus", "vs", "vs."})
# Where places in an order are counted, up is to a smaller number.
ORDERED = frozenset({"place", "rank", "ranking", "spot", "position", "chart", "list", "table", "seed", "number", "no."})


@dataclass(frozen=True, slots=True)
class Movement:
    """What a text says to have gone up or down, and its two figures in the order of time."""

    word: Token
    up: bool
    first: Value
    last: Value

    @property
    def contrary(self) -> bool:
        """Whether the figures go the other way."""
        first, last = _figure(self.first), _figure(self.last)
        return first is not None and last is not None and first != last and self.up == (last < first)


def differing_movements(alignment: Alignment) -> Iterator[Difference]:
    """A direction that the claim's own two figures deny, where the passage has both of them."""
    for movement in movements(alignment.claim):
        here = [_having(alignment.passage, value) for value in (movement.first, movement.last)]
        if movement.contrary and movement.word.i in alignment.claim.at and None not in here and here[0] is not here[1]:
            first, last = movement.first.span, movement.last.span
            text = alignment.claim.analysis.text
            message = f"it was {first.of(text)} before and {last.of(text)} after"
            at = here[1].head if here[1] is not None else 0
            yield Difference(DIRECTION, CONTRARY, movement.word.i, at, 2, 1.0, message)


def movements(reading: Reading) -> Iterator[Movement]:
    """Each change of a text whose two figures stand side by side."""
    numbers = [v for v in reading.values if isinstance(v.facet, Quantity) and v.unit != ORDINAL]
    for one, two in pairwise(numbers):
        found = _of_pair(reading, one, two)
        if found is not None and ORDERED.isdisjoint(t.lemma.lower() for t in reading.analysis.tokens):
            yield found


def _of_pair(reading: Reading, one: Value, two: Value) -> Movement | None:
    tokens = reading.analysis.tokens
    before = tokens[max(0, one.tokens[0] - BEFORE) : one.tokens[0]]
    between = tokens[one.tokens[-1] + 1 : two.tokens[0]]
    words = [token.lower for token in between]
    if not before or not between or len(between) > BETWEEN:
        return None
    lead = before[-1].lower
    if lead == "from" and words[-1] == "to":
        return _moved(_nearest(before, "rise", "fall"), one, two)
    if lead == "to" and words[-1] == "from":
        return _moved(_nearest(before, "rise", "fall"), two, one)
    if words[-1] == "from" and words[-2:-1] in (["up"], ["down"]):
        return Movement(between[-2], words[-2] == "up", two, one)
    if not AGAINST.isdisjoint(words) and any(token.lower == "than" for token in before):
        return _moved(_nearest(before, "more", "less"), two, one)
    return None


def _moved(found: tuple[Token, bool] | None, first: Value, last: Value) -> Movement | None:
    return None if found is None else Movement(*found, first, last)


def _nearest(before: tuple[Token, ...], upward: str, downward: str) -> tuple[Token, bool] | None:
    """The last word of a stretch that tells a direction, and whether it is upward."""
    for token in reversed(before):
        forms = {token.lower, plain(token.lemma), stem(token.lower)}
        for kind in (upward, downward):
            if not forms.isdisjoint(cues(kind)):
                return token, kind == upward
    return None


def _figure(value: Value) -> Decimal | None:
    return value.facet.figure if isinstance(value.facet, Quantity) else None


def _having(passage: Reading, value: Value) -> Value | None:
    """A value of a passage with the same figure, whatever its unit: "from 42 to 38" leaves the unit to the reader."""
    figure = _figure(value)
    return next((other for other in passage.values if figure is not None and _figure(other) == figure), None)
