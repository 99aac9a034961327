"""Values that exclude one another: red and blue, March and May."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from factcheck.facets.lexicon.wordnet import first_path, senses
from factcheck.facets.lexicon.words import normal, plain_pos
from factcheck.facets.tables import rows


def exclusive(a: str, b: str, pos: str) -> bool:
    """Whether only one of the words can hold, as values of one class: red and blue, March and May, wife and sister."""
    a, b, pos = normal(a), normal(b), plain_pos(pos)
    if a == b:
        return False
    own_a, own_b = _exclusive_values().get((a, pos), {}), _exclusive_values().get((b, pos), {})
    shared = own_a.keys() & own_b.keys()
    if shared:
        return all(own_a[name] != own_b[name] for name in shared)
    return pos == "NOUN" and any(_under(root, a, b) for root in _exclusive_roots())


@cache
def _exclusive_values() -> dict[tuple[str, str], dict[str, str]]:
    """For a word, its value in each class that it belongs to."""
    found: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for number, (name, pos, members) in enumerate(rows("exclusive.tsv")):
        for value in members.split():
            if not value.startswith("+"):
                for word in value.split("="):
                    found[word, pos][f"{name} {number}"] = value
    return dict(found)


@cache
def _exclusive_roots() -> tuple[str, ...]:
    named = [value[1:] for _, _, members in rows("exclusive.tsv") for value in members.split() if value.startswith("+")]
    return tuple(found[0] for name in named if (found := senses(name, "NOUN")))


def _under(root: str, a: str, b: str) -> bool:
    """Whether both stand below the class in their first meanings, neither above the other, nor the same."""
    ours, theirs = first_path(a), first_path(b)
    if root not in ours or root not in theirs or ours[0] == theirs[0]:
        return False
    return ours[0] not in theirs and theirs[0] not in ours
