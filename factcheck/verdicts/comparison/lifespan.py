"""Dates of birth and death in brackets after a name, "(10 February 1894 – 29 December 1986)", read as what they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from factcheck.facets.dates import DateValue
from factcheck.model import Analysis
from factcheck.verdicts.graph import Edge
from factcheck.verdicts.values import Value, tied
from factcheck.verdicts.words import Kind, Word, weight

# The brackets stand this close to the start of a text that is about the name.
REACH = 40
DASHES = frozenset("–—-−")


@dataclass(frozen=True)
class Lifespan:
    """The brackets of a text: their values, the verbs they stand for (at the bracket and at the dash), the edges."""

    replaced: Value | None
    values: tuple[Value, ...]
    words: tuple[Word, ...]
    edges: tuple[Edge, ...]


def lifespan(analysis: Analysis, subject: int, found: tuple[Value, ...]) -> Lifespan | None:
    """The life dates of the name at token `subject`, if the text has them."""
    for replaced, born, died in _pairs(analysis, found):
        opening, dash = born.tokens[0] - 1, died.tokens[0] - 1
        if (
            opening > REACH
            or analysis.tokens[opening].text not in ("(", ";")
            or analysis.tokens[dash].text not in DASHES
        ):
            continue
        if not subject < opening < dash or dash in born.tokens:
            continue
        edges = (
            Edge(opening, "obj", subject),
            Edge(opening, "by:on", born.head),
            Edge(dash, "subj", subject),
            Edge(dash, "by:on", died.head),
        )
        return Lifespan(replaced, (born, died), tuple(_verbs(opening, dash)), edges)
    return None


def _pairs(analysis: Analysis, found: tuple[Value, ...]) -> Iterator[tuple[Value | None, Value, Value]]:
    """Two dates that may be the ends of a life: of one period, or one after the other."""
    for value in found:
        if isinstance(value.facet, DateValue) and value.facet.ends is not None:
            ends = tuple(tied(analysis, (("date", replace(end, bound="on")) for end in value.facet.ends)))
            if len(ends) == 2:
                yield value, *ends
    for first, second in pairwise(found):
        if first.unit == second.unit == "date":
            yield None, first, second


def _verbs(opening: int, dash: int) -> Iterator[Word]:
    yield Word(opening, Kind.WORD, weight("bear"), "bear", "VERB", frozenset({"born", "bear", "birth"}))
    yield Word(dash, Kind.WORD, weight("die"), "die", "VERB", frozenset({"died", "die", "death"}))
