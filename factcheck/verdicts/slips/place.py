"""A place of the draft beside a place of a passage: what stands around both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model import Span
from factcheck.verdicts.alignment import Alignment
from factcheck.verdicts.candidate import Candidate
from factcheck.verdicts.reading import Reading

# How many edges of the graph from a place its surroundings reach, in the draft and in a passage, which words it freely.
REACH, PASSAGE_REACH = 2, 3
# What must be shared around two places: words of this weight (one rare word weighs 1), and this part of the draft's.
# Chosen on labelled articles as about the lowest at which nine in ten such places were errors.
LEAST_WEIGHT, LEAST_SHARE = 1.0, 0.25
# A passage with less than this of a sentence, and nothing around the place, has the same number or name by chance.
LEAST_NEAR = 0.2


@dataclass(frozen=True)
class Neighbour:
    """A passage found for a sentence: how it is aligned with it, and the readings of what stands around it."""

    candidate: Candidate
    alignment: Alignment
    around: tuple[Reading, ...]

    def near(self, besides: frozenset[int]) -> bool:
        """Whether the passage has something of the sentence besides some nodes."""
        return self.alignment.coverage(besides) >= LEAST_NEAR


@dataclass(frozen=True, order=True)
class Shared:
    """The words that stand around two places: their weight, and their part of those around the draft's place."""

    weight: float
    part: float

    @property
    def suffices(self) -> bool:
        """Whether the two places are surely of one statement."""
        return self.weight >= LEAST_WEIGHT and self.part >= LEAST_SHARE


@dataclass(frozen=True)
class Place:
    """What a sentence has, `ours`, and what a passage has in its place; both are spans of their own texts."""

    candidate: Candidate
    ours: Span
    theirs: Span
    code: str
    how: str
    shared: Shared


def shared(alignment: Alignment, i: int, p: int) -> Shared:
    """What stands around a node of the sentence and also around a node of the passage."""
    claim = alignment.claim
    around = claim.within(i, REACH) - frozenset(claim.name(i))
    there = alignment.passage.within(p, PASSAGE_REACH) | {p}
    had = sum(_weight(alignment, j) for j in around if j in alignment.links and alignment.links[j].passage in there)
    total = sum(claim.at[j].weight for j in around if j in claim.at)
    return Shared(round(had, 4), round(had / total, 4) if total else 0.0)


def _weight(alignment: Alignment, i: int) -> float:
    return alignment.claim.at[i].weight * alignment.strength(i)


def best(places: Iterator[Place]) -> Iterator[Place]:
    """The place that shares most with the draft's, if one shares enough; the first passage of equals."""
    found = [place for place in places if place.shared.suffices]
    if found:
        yield max(found, key=lambda place: place.shared)
