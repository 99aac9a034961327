"""The typed values of a text, numbers and dates, tied to the tokens they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from factcheck.facets import dates, quantities
from factcheck.facets.dates import DateValue
from factcheck.facets.quantities import Quantity
from factcheck.facets.quantities.value import AGE, COUNT
from factcheck.model import Analysis, Comparison, Relation, Span

OTHER_KIND = Comparison(Relation.INCOMPARABLE, "kind")


@dataclass(frozen=True)
class Value:
    """A quantity or a date: what it measures, its tokens, the token that ties it to the rest, and the facet itself."""

    unit: str
    span: Span
    tokens: tuple[int, ...]
    head: int
    facet: Quantity | DateValue


def values(analysis: Analysis, anchor: date | None) -> tuple[Value, ...]:
    """The values of a text in its order; where a number is part of a date, the date."""
    when = dates.find(analysis, anchor)
    found = list(tied(analysis, (("date", value) for value in when)))
    taken = {i for value in found for i in value.tokens}
    numbers = [n for n in quantities.find(analysis) if not n.vague]
    found += [v for v in tied(analysis, ((n.unit, n) for n in numbers)) if taken.isdisjoint(v.tokens)]
    return tuple(sorted(found, key=lambda value: value.span))


def tied(analysis: Analysis, facets: Iterable[tuple[str, Quantity | DateValue]]) -> Iterator[Value]:
    """The facets as values, each with its tokens and the one that ties it to the rest."""
    for unit, facet in facets:
        tokens = tuple(analysis.at(facet.span))
        if tokens:
            inside = set(tokens)
            head = next(
                (i for i in tokens if analysis.tokens[i].head not in inside or analysis.tokens[i].head == i), tokens[0]
            )
            yield Value(unit, facet.span, tokens, head, facet)


def compare(claim: Value, passage: Value) -> Comparison:
    """How a claim's value stands to a passage's."""
    ours, theirs = claim.facet, passage.facet
    if isinstance(ours, DateValue) and isinstance(theirs, DateValue):
        return dates.compare(ours, theirs)
    if isinstance(ours, Quantity) and isinstance(theirs, Quantity):
        return quantities.compare(*_as_ages(ours, theirs))
    return OTHER_KIND


def _as_ages(ours: Quantity, theirs: Quantity) -> tuple[Quantity, Quantity]:
    """A bare number beside an age is an age too: "he was five" and "when I was ten"."""
    if ours.unit == AGE and theirs.unit == COUNT and theirs.noun is None:
        theirs = replace(theirs, unit=AGE)
    if theirs.unit == AGE and ours.unit == COUNT and ours.noun is None:
        ours = replace(ours, unit=AGE)
    return ours, theirs
