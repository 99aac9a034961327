"""The heads and relations of one sentence while they are put right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, SupportsIndex

from factcheck.model import Analysis

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Token

NOMINAL = frozenset(["NOUN", "PROPN", "NUM", "PRON", "SYM"])
FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])


class Heads(list[int]):
    """The head of each word; the dependents are listed anew only when a head has changed."""

    def __init__(self, heads: Iterable[int]) -> None:
        super().__init__(heads)
        self._below: list[list[int]] | None = None

    def __setitem__(self, i: SupportsIndex | slice, head: Any) -> None:
        super().__setitem__(i, head)
        self._below = None

    def kids(self, i: int) -> list[int]:
        """The dependents of a word."""
        if self._below is None:
            self._below = [[] for _ in self]
            for k, head in enumerate(self):
                if k != head:
                    self._below[head].append(k)
        return self._below[i]


class Work:
    """The heads and relations of one sentence, while they change."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.tokens = analysis.tokens
        self.head = Heads(token.head for token in self.tokens)
        self.dep = [token.dep for token in self.tokens]

    def result(self) -> Analysis:
        """The analysis with what changed; as it was, if two repairs together have made a circle."""
        if not self._is_tree():
            return self.analysis
        changed = [t for t in self.tokens if t.head != self.head[t.i] or t.dep != self.dep[t.i]]
        if not changed:
            return self.analysis
        tokens: list[Token] = list(self.tokens)
        for token in changed:
            tokens[token.i] = replace(token, head=self.head[token.i], dep=self.dep[token.i])
        return Analysis(self.analysis.text, tuple(tokens))

    def _is_tree(self) -> bool:
        """Whether every word hangs, over others, on a root."""
        reached = [i for i, head in enumerate(self.head) if head == i]
        for i in reached:
            reached += self.head.kids(i)
        return len(reached) == len(self.head)

    def kids(self, i: int) -> list[int]:
        """The dependents as they stand now."""
        return list(self.head.kids(i))

    def rel(self, i: int) -> str:
        """The relation without its subtype."""
        return self.dep[i].split(":", 1)[0]

    def below(self, i: int, top: int) -> bool:
        """Whether `i` is `top` or hangs below it."""
        for _ in range(len(self.head)):
            if i == top:
                return True
            if self.head[i] == i:
                return False
            i = self.head[i]
        return False

    def edges(self, i: int) -> tuple[int, int]:
        """The first and the last word of the subtree, without punctuation."""
        first, last, stack = i, i, [i]
        for _ in range(len(self.head)):
            if not stack:
                break
            k = stack.pop()
            if self.tokens[k].pos != "PUNCT":
                first, last = min(first, k), max(last, k)
            stack += self.head.kids(k)
        return first, last

    def has_subject(self, i: int) -> bool:
        """Whether the predicate has a subject of its own."""
        return any(self.rel(k) in ("nsubj", "csubj", "expl") for k in self.kids(i))

    def finite(self, i: int) -> bool:
        """Whether the verb or its auxiliary carries a tense."""
        if self.tokens[i].tag in FINITE:
            return True
        return any(self.rel(k) in ("aux", "cop") and self.tokens[k].tag in FINITE for k in self.kids(i))

    def attach(self, i: int, head: int, dep: str) -> None:
        """Hang a word elsewhere, unless that would make a circle."""
        if i == head or self.below(head, i):
            return
        self.head[i], self.dep[i] = head, dep
