"""How far a run is, step by step."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeVar

from factcheck.model import Verdict

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: `done` of `total` steps of a stage, and the verdict that has just been reached, if one has."""

    stage: str
    done: int
    total: int
    verdict: Verdict | None = None


def completed(steps: Generator[Progress, None, T]) -> T:
    """Take every step without looking at it, and return what they lead to."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result
