"""A parsed text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from factcheck.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a parsed text: Universal Dependencies columns; a root is its own head."""

    i: int
    text: str
    lemma: str
    pos: str
    tag: str
    morph: str
    dep: str
    head: int
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def rel(self) -> str:
        """The relation without its subtype: "nsubj" for "nsubj:pass"."""
        return self.dep.split(":", 1)[0]


@dataclass(frozen=True)
class Analysis:
    """A parsed text: its tokens and who depends on whom."""

    text: str
    tokens: tuple[Token, ...]

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The dependents of each token, in the order of the text."""
        lists: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                lists[token.head].append(token.i)
        return tuple(tuple(children) for children in lists)

    @cached_property
    def roots(self) -> tuple[int, ...]:
        """The tokens without a head, one a parsed sentence."""
        return tuple(token.i for token in self.tokens if token.head == token.i)

    def subtree(self, i: int) -> list[int]:
        """The token and everything below it, in the order of the text."""
        found, stack = [], [i]
        while stack:
            j = stack.pop()
            found.append(j)
            stack.extend(self.children[j])
        return sorted(found)

    def child(self, i: int, *relations: str) -> Token | None:
        """The first dependent of the token in one of the relations (with or without subtype)."""
        for j in self.children[i]:
            token = self.tokens[j]
            if token.dep in relations or token.rel in relations:
                return token
        return None

    def at(self, span: Span) -> list[int]:
        """The tokens that overlap a span of the text."""
        return [token.i for token in self.tokens if token.start < span.end and span.start < token.end]
