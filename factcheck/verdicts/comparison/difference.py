"""One place where a claim and a passage cannot both be right."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import Span


@dataclass(frozen=True)
class Difference:
    """A rule broken at one place.

    `claim` and `passage` are nodes; `rest` is the share of the rest of the claim that the passage has;
    `ties` how many edges put the two nodes in the same place; `message` says it in words, or nothing. `frame` is the
    weight of the words that stand beside both; `closed` says that hardly anything but an error can explain it: the two
    are of one closed class in one frame, as two countries are, or no word of the claim is left without a counterpart.
    `near` is the share of what stands near a measured value that stands near the other, too, and 1 for a name that
    looks like the other got wrong.
    `at` is where the two differ, in the claim and in the passage, if that is not all of the nodes and nothing else.
    """

    code: str
    how: str
    claim: int
    passage: int
    ties: int
    rest: float
    message: str = ""
    frame: float = 0.0
    closed: bool = False
    near: float = 0.0
    at: tuple[Span, Span] | None = None
