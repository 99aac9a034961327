"""The proof that nothing of a sentence was dropped: every content word stands in a claim or among the exclusions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.model import Exclusion

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.claims.decomposition.tree import Tree
    from factcheck.claims.parts import Part
    from factcheck.model import Analysis, Span, Token

_CONTENT = frozenset(["NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"])
# Words that a tagger may call content and that ask, join or point.
_FUNCTION = frozenset(
    [
        "wh-",
        "who",
        "which",
        "that",
        "how",
        "when",
        "where",
        "why",
        "there",
        "here",
        "as",
        "not",
        "n't",
        "n’t",
        "both",
        "be",
        "have",
        "do",
        "own",
        "such",
        "so",
        "more",
        "most",
    ]
)


def content_words(tokens: Sequence[Token]) -> list[int]:
    """The tokens that carry content: nouns, names, main verbs, adjectives, adverbs, numbers."""
    return [t.i for t in tokens if t.pos in _CONTENT and t.lower not in _FUNCTION and any(c.isalnum() for c in t.text)]


def is_connective(tree: Tree, i: int) -> bool:
    """Whether the word joins or comments: "however", "meanwhile", "of course"."""
    if tree.tokens[i].pos not in ("NOUN", "PROPN", "NUM", "ADJ") and tree.rel[i] in (
        "discourse",
        "case",
        "cc",
        "fixed",
        "mark",
        "reparandum",
        "vocative",
    ):
        return True
    if tree.is_joint(i) or tree.is_joint(tree.tokens[i].head):
        return True
    return tree.lowered(i) in words("connectives.txt") and tree.rel[i] == "advmod"


def spans(analysis: Analysis, shown: Iterable[int], part: Part) -> tuple[Span, ...]:
    """The stretches of the document that hold the given words, joined where only punctuation lies between."""
    tokens = analysis.tokens
    out: list[tuple[int, int]] = []
    for i in shown:
        if out and all(tokens[k].pos == "PUNCT" for k in range(out[-1][1] + 1, i)):
            out[-1] = (out[-1][0], i)
        else:
            out.append((i, i))
    return tuple(part.source(tokens[a].start, tokens[b].end) for a, b in out)


def owned(shown: Sequence[list[int]], tokens: Sequence[Token]) -> list[list[int]]:
    """Of each statement's words those that no earlier one shows, and those next to them ("Chairman" with "Zhao Leji").

    All of them where no content word would be left.
    """
    content, taken = set(content_words(tokens)), set[int]()
    found = []
    for mine in shown:
        own = [i for i in mine if i not in taken]
        found.append(_with_adjoining(own, mine) if content.intersection(own) else mine)
        taken.update(mine)
    return found


def _with_adjoining(own: list[int], mine: list[int]) -> list[int]:
    """The own words with the runs of the statement's words that touch them."""
    runs: list[list[int]] = []
    for i in mine:
        if runs and i == runs[-1][-1] + 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return [i for run in runs if not set(own).isdisjoint(run) for i in run]


def exclusions(analysis: Analysis, excluded: Iterable[int], part: Part, reason: str) -> tuple[Exclusion, ...]:
    """The given words as exclusions with one reason."""
    return tuple(Exclusion(span, reason) for span in spans(analysis, sorted(excluded), part))
