"""The statistics of a report: intervals, balanced accuracy, ranking and calibration."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Z_95 = 1.959964
SMALLEST_BIN = 50


@dataclass(frozen=True, slots=True)
class Share:
    """A count out of a total."""

    count: int
    total: int

    @property
    def value(self) -> float:
        """The share, 0 where the total is."""
        return self.count / self.total if self.total else 0.0

    def interval(self) -> tuple[float, float]:
        """The 95 % interval of Wilson (1927), which holds for small counts and for shares near 0 and 1."""
        if not self.total:
            return 0.0, 1.0
        n, p = self.total, self.value
        centre = (p + Z_95**2 / (2 * n)) / (1 + Z_95**2 / n)
        half = Z_95 / (1 + Z_95**2 / n) * math.sqrt(p * (1 - p) / n + Z_95**2 / (4 * n * n))
        return max(0.0, centre - half), min(1.0, centre + half)

    def __str__(self) -> str:
        low, high = self.interval()
        return f"{self.value:.3f} ({self.count}/{self.total}; {low:.3f}–{high:.3f})"


@dataclass(frozen=True, slots=True)
class Bin:
    """Verdicts of neighbouring confidence: how sure they were on average, and how many were right."""

    confidence: float
    right: Share


def balanced_accuracy(confusion: Mapping[tuple[str, str], int]) -> float:
    """The mean recall over the gold labels of a (gold, predicted) table."""
    golds = sorted({gold for gold, _ in confusion})
    recalls = [
        Share(confusion.get((gold, gold), 0), sum(n for (g, _), n in confusion.items() if g == gold)).value
        for gold in golds
    ]
    return sum(recalls) / len(recalls) if recalls else 0.0


def auroc(right: Sequence[float], wrong: Sequence[float]) -> float | None:
    """The chance that a right verdict has the higher confidence than a wrong one, ties half; None without both."""
    if not right or not wrong:
        return None
    ranked = sorted([(value, True) for value in right] + [(value, False) for value in wrong])
    rank_sum, index = 0.0, 0
    while index < len(ranked):
        end = index
        while end < len(ranked) and ranked[end][0] == ranked[index][0]:
            end += 1
        rank_sum += (index + 1 + end) / 2 * sum(is_right for _, is_right in ranked[index:end])
        index = end
    return (rank_sum - len(right) * (len(right) + 1) / 2) / (len(right) * len(wrong))


def calibration(verdicts: Sequence[tuple[float, bool]]) -> list[Bin]:
    """Up to ten bins of (confidence, right) pairs, lowest first, each of at least 50."""
    if not verdicts:
        return []
    ordered = sorted(verdicts)
    size = max(SMALLEST_BIN, -(-len(ordered) // 10))
    starts = list(range(0, len(ordered), size))
    if len(starts) > 1 and len(ordered) - starts[-1] < SMALLEST_BIN:
        starts.pop()
    ends = [*starts[1:], len(ordered)]
    bins = [ordered[start:end] for start, end in zip(starts, ends, strict=True)]
    return [Bin(sum(c for c, _ in part) / len(part), Share(sum(ok for _, ok in part), len(part))) for part in bins]
