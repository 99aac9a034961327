"""One-to-one token F1 between two lists of claims: best pairs first."""

from __future__ import annotations

import re
from collections import Counter


def words(text: str) -> Counter[str]:
    """The words of a claim, in lower case."""
    return Counter(re.findall(r"\w+", text.lower()))


def alike(one: Counter[str], other: Counter[str]) -> float:
    """Token F1 of two claims."""
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def matched(predicted: list[str], human: list[str]) -> float:
    """The sum of the token F1 of the pairs, matched greedily from the best."""
    mine, theirs = [words(c) for c in predicted], [words(c) for c in human]
    pairs = sorted(((alike(a, b), i, j) for i, a in enumerate(mine) for j, b in enumerate(theirs)), reverse=True)
    left, right, total = set(range(len(mine))), set(range(len(theirs))), 0.0
    for score, i, j in pairs:
        if score > 0 and i in left and j in right:
            left.remove(i)
            right.remove(j)
            total += score
    return total


def f1(cases: list[tuple[list[str], list[str]]]) -> float:
    """The F1 of mean precision and mean recall over texts."""
    precision = sum(matched(p, h) / max(1, len(p)) for p, h in cases) / len(cases)
    recall = sum(matched(p, h) / max(1, len(h)) for p, h in cases) / len(cases)
    return 2 * precision * recall / max(1e-9, precision + recall)
