"""One place where a claim and a passage cannot both be right."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Difference:
    """A rule broken at one place.

    `claim` and `passage` are nodes; `rest` is the share of the rest of the claim that the passage has;
    `ties` how many edges put the two nodes in the same place; `message` says it in words, or nothing.
    """

    code: str
    how: str
    claim: int
    passage: int
    ties: int
    rest: float
    message: str = ""
