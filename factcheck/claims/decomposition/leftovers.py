"""What a cut may leave behind: half of a hyphened word, an adverb without its clause, a "that" without its noun."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.claims.decomposition.frames import Statement
    from factcheck.claims.decomposition.tree import Tree

_HYPHENS = frozenset(["-", "‑"])


def has_leftovers(tree: Tree, statement: Statement) -> bool:
    """Whether words stand in the statement that belong to others which do not."""
    order = [item if isinstance(item, int) else item.token for item in statement.items]
    shown = {i for i in order if i is not None}
    own = [item for item in statement.items if isinstance(item, int)]
    return (
        _halves_a_word(tree, order, shown)
        or _runs_past_a_semicolon(tree, own, shown)
        or _joins_strangers(tree, statement)
        or any(_is_loose(tree, i, shown, statement.predicate) for i in own if not statement.identity)
    )


def _halves_a_word(tree: Tree, order: Sequence[int | None], shown: set[int]) -> bool:
    """ "the oldest card", of "card-holder"."""
    for mark in tree.tokens[1:-1]:
        if mark.text not in _HYPHENS or mark.pos != "PUNCT":
            continue
        before, after = tree.tokens[mark.i - 1], tree.tokens[mark.i + 1]
        if before.end != mark.start or mark.end != after.start or "PUNCT" in (before.pos, after.pos):
            continue
        if (before.i in shown) != (after.i in shown):
            return True
        if before.i in shown and (before.i, after.i) not in set(pairwise(i for i in order if i != mark.i)):
            return True
    return False


def _runs_past_a_semicolon(tree: Tree, own: Sequence[int], shown: set[int]) -> bool:
    """ "a profit after tax; net debt": whether a part of the sentence holds the beginning of the next."""
    passed = [one + 1 for one, other in pairwise(own) if other == one + 2 and tree.tokens[one + 1].text == ";"]
    marks = [token.text for token in tree.tokens[: passed[0]]] if passed else []
    if not passed or marks.count("(") > marks.count(")"):
        return False
    return any(token.i not in shown and token.pos in ("VERB", "AUX") for token in tree.tokens)


def _joins_strangers(tree: Tree, statement: Statement) -> bool:
    """ "questions devotion", of "questions about memory and devotion": whether two nouns that other words parted have
    become neighbours."""
    for one, other in pairwise(statement.items):
        if not isinstance(one, int) or not isinstance(other, int) or other <= one + 1:
            continue
        first, second = tree.tokens[one], tree.tokens[other]
        parted = any(t.pos != "PUNCT" for t in tree.tokens[one + 1 : other]) and tree.tokens[other - 1].pos != "PUNCT"
        named = second.pos in ("NOUN", "PROPN") or (second.rel == "det" and second.lower in ("the", "a", "an"))
        if parted and named and first.pos in ("NOUN", "PROPN") and first.rel not in ("compound", "case", "amod"):
            return True
    return False


def _is_loose(tree: Tree, i: int, shown: set[int], predicate: int) -> bool:
    """Whether a small word has lost what it belongs to."""
    token, head = tree.tokens[i], tree.tokens[i].head
    if token.rel == "advmod" and head not in shown:
        return tree.rel[head] == "advcl" and head > i and not tree.negated(head)
    if token.rel == "appos" and head not in shown and i != predicate and tree.comma_before(i):
        return not any(tree.rel[k] == "conj" and k in shown for k in tree.kids[head])
    if token.rel == "cc":
        return head == predicate and i < head and any(k < i for k in shown) and not tree.has(i, "fixed")
    if token.tag == "WDT" and token.lower == "that" and tree.rel[head] == "acl":
        return head in shown and tree.tokens[head].head not in shown
    return False
