"""The words that turn a statement round or take its certainty away, and what introduces a clause."""

from __future__ import annotations

from functools import cache

from factcheck.facets.tables import rows
from factcheck.model import Analysis, Token

# How far up the tree a word's force is followed ("did not plan to try to begin").
REACH = 6
# Clauses that stand under the verb that governs them.
CLAUSES = frozenset(("xcomp", "ccomp", "advcl", "acl", "obl", "csubj"))


@cache
def cues(kind: str) -> frozenset[str]:
    """The words of polarity.tsv in a class."""
    return frozenset(word for name, words in rows("polarity.tsv") if name == kind for word in words.split())


def is_a(token: Token, kind: str) -> bool:
    """Whether a token, as written or by its lemma, is a word of a class."""
    words = cues(kind)
    return token.lower in words or token.lemma.lower() in words


def introduced_by(analysis: Analysis, i: int, *words: str) -> bool:
    """Whether one of the words stands before token `i` and depends on it, as "to" or "of" before a clause."""
    return any(analysis.tokens[j].lower in words and j < i for j in analysis.children[i])
