"""A passage that was found for a claim, with its parse."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import Analysis, Passage


@dataclass(frozen=True)
class Candidate:
    """A passage worth comparing: its parse, the share of the claim's information that it covers, and its surroundings.

    `context` are the parses of its neighbours, of the heading above it and of its note's title, the nearest first;
    `table` are all the rows of a row's table; `turns` those who speak in the passage's note; `reply` is what the next
    speaker begins with.
    """

    passage: Passage
    analysis: Analysis
    score: float = 0.0
    context: tuple[Analysis, ...] = ()
    table: tuple[Passage, ...] = ()
    turns: frozenset[str] = frozenset()
    reply: str = ""
