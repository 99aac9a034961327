"""What is said of a name right beside it: at the start of a text ("X is a lawyer"), between commas ("X, a lawyer")."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facets.names import Name
from factcheck.model import Analysis, Span, Token
from factcheck.verdicts.comparison.definition import defined, noun_heads
from factcheck.verdicts.graph import Edge

# A text begins with a name if no more tokens than this (an article, a quotation mark) stand before it.
BEFORE_NAME = 2


def definitions(analysis: Analysis, named: tuple[Name, ...]) -> Iterator[Edge]:
    """What a text that begins with a name says that it is."""
    if named and len(analysis.at(Span(0, named[0].span.start))) <= BEFORE_NAME:
        inside = analysis.at(named[0].span)
        for noun in defined(analysis, inside[-1]):
            yield Edge(inside[-1], "is", noun)


def asides(analysis: Analysis, named: tuple[Name, ...]) -> Iterator[Edge]:
    """What is set beside a name between commas: "Yang Buwei, a lawyer"."""
    tokens = analysis.tokens
    for name in named:
        inside = analysis.at(name.span)
        after = inside[-1] + 1
        if after + 1 < len(tokens) and tokens[after].text == "," and tokens[after + 1].lower in ("a", "an", "the"):
            heads = noun_heads(tokens, after + 1)
            if heads and _closes(tokens, heads[0]):
                yield Edge(inside[-1], "is", heads[0])


def _closes(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the phrase that a noun heads ends with it or goes on only with what belongs to it."""
    return (
        i + 1 >= len(tokens) or tokens[i + 1].text in (",", ".", ";") or tokens[i + 1].pos in ("ADP", "PRON", "SCONJ")
    )
