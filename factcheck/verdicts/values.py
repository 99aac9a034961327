"""The typed values of a text, numbers and dates, tied to the tokens they stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from factcheck.model import Analysis, Comparison, Relation, Span


@dataclass(frozen=True)
class Value:
    """A quantity or a date in a text: its tokens, the token that ties it to the rest, and the facet itself."""

    family: str
    span: Span
    tokens: tuple[int, ...]
    head: int
    facet: Any


_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def values(analysis: Analysis, anchor: date | None) -> tuple[Value, ...]:
    """The values of a text in its order."""
    out = []
    for match in _NUMBER.finditer(analysis.text):
        span = Span(match.start(), match.end())
        tokens = tuple(analysis.at(span))
        if tokens:
            inside = set(tokens)
            head = next((i for i in tokens if analysis.tokens[i].head not in inside), tokens[0])
            out.append(Value("number", span, tokens, head, float(match.group().replace(",", ""))))
    return tuple(out)


def compare(claim: Value, passage: Value) -> Comparison:
    """How a claim's value stands to a passage's."""
    if claim.family != passage.family:
        return Comparison(Relation.INCOMPARABLE, "different")
    if claim.facet == passage.facet:
        return Comparison(Relation.AGREES, "equal")
    return Comparison(Relation.DIFFERS, "different", "FC201")
