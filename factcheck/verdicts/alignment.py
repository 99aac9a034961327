"""Which word of a claim corresponds to which word of a passage, and what stands where one has no counterpart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from factcheck.verdicts.graph import alike
from factcheck.verdicts.matching import Kinship
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.words import Kind, Word

# How much a word found only next to the passage (its neighbours, its note's title) is worth against one found in it:
# a name tells what the passage is about; a word or a number there may belong to another statement.
CONTEXT_STRENGTH = {Kind.NAME: 0.9, Kind.WORD: 0.2, Kind.VALUE: 0.0, Kind.PRONOUN: 0.0}
# How much a pronoun, or "the film", is worth for the name in its place, where the note has nothing but that sentence.
PRONOUN_STRENGTH = 0.8
# What is left of the weight of the words that only say who says it, where the passage does not have them: a note that
# states it says more than one that reports it. The speaker's name has to be found all the same.
REPORTING = 0.2
NOTHING: Mapping[int, float] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Link:
    """A claim's node and the passage's node that stands for it."""

    claim: int
    passage: int
    kinship: Kinship


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A passage's node in the place of a claim's node.

    `ties` counts the edges that put it there, `exact` those of them that have the same role.
    """

    passage: int
    ties: int
    exact: int


@dataclass(frozen=True)
class Alignment:
    """A claim held against one passage.

    `context`: nodes found only around it; `stand_ins`: names for which it has a pronoun; `spoken`: who says it, where
    the note is known to be theirs.
    """

    claim: Reading
    passage: Reading
    links: dict[int, Link]
    context: frozenset[int] = field(default_factory=frozenset)
    stand_ins: frozenset[int] = field(default_factory=frozenset)
    spoken: frozenset[int] = field(default_factory=frozenset)

    @cached_property
    def back(self) -> dict[int, list[int]]:
        """The claim's nodes linked to each node of the passage."""
        table: dict[int, list[int]] = defaultdict(list)
        for link in self.links.values():
            table[link.passage].append(link.claim)
        return table

    def strength(self, i: int) -> float:
        """How well a claim's node is matched, 0 to 1."""
        if i in self.spoken:
            return 1.0
        if i in self.links:
            return self.links[i].kinship.strength
        if i in self.context:
            return CONTEXT_STRENGTH[self.claim.at[i].kind]
        return PRONOUN_STRENGTH if i in self.stand_ins else 0.0

    @cached_property
    def total(self) -> float:
        """The weight of the claim."""
        return sum(word.weight for word in self.claim.words) or 1.0

    def rest(self, besides: frozenset[int]) -> float:
        """The coverage of what is left of the claim without some nodes and without who says it."""
        return self.coverage(besides | self.claim.attribution)

    def coverage(self, besides: frozenset[int] = frozenset(), lent: Mapping[int, float] = NOTHING) -> float:
        """The share of the claim's weight that the passage (with its context) has, some nodes left aside.

        `lent`: how well something else has nodes that the passage lacks.
        """
        words = (word for word in self.claim.words if word.i not in besides)
        rest = [(self._weight(word), lent.get(word.i) or self.strength(word.i)) for word in words]
        total = sum(weight for weight, _ in rest)
        return sum(weight * strength for weight, strength in rest) / total if total else 0.0

    def _weight(self, word: Word) -> float:
        """How much it matters that the passage has a word."""
        unsaid = word.i in self.claim.attribution and word.kind is Kind.WORD and not self.strength(word.i)
        return word.weight * REPORTING if unsaid else word.weight

    def tied(self, i: int) -> bool:
        """Whether a linked node stands in the passage beside what it stands beside in the claim."""
        around = self.passage.neighbours(self.links[i].passage)
        beside = [j for j in self.claim.neighbours(i) if j in self.links]
        return not beside or any(
            self.links[j].passage in around or self.links[j].passage == self.links[i].passage for j in beside
        )

    def anchored(self, i: int) -> bool:
        """Whether what a node hangs on is itself in its place: "seven languages" of the same knowledge, not of any."""
        beside = [j for j in self.claim.neighbours(i) if j in self.links]
        return any(self.tied(j) for j in beside)

    def open_places(self) -> list[int]:
        """The claim's nodes that the passage lacks, or has only in some other place."""
        return [
            w.i
            for w in self.claim.words
            if w.weight > 0 and (self.strength(w.i) == 0 or (w.i in self.links and not self.tied(w.i)))
        ]

    def missing(self) -> list[Word]:
        """The claim's words that have nothing in the passage or around it."""
        return [word for word in self.claim.words if word.weight > 0 and self.strength(word.i) == 0.0]

    def counterparts(self, i: int) -> list[Counterpart]:
        """What stands in the passage where the claim has this node: same governor or dependents, in a like role."""
        ties: dict[int, int] = defaultdict(int)
        exact: dict[int, int] = defaultdict(int)
        for edge in self.claim.into.get(i, ()):
            if edge.head in self.links:
                for other in self.passage.out.get(self.links[edge.head].passage, ()):
                    if alike(edge.label, other.label):
                        ties[other.tail] += 1
                        exact[other.tail] += edge.label == other.label
        for edge in self.claim.out.get(i, ()):
            if edge.tail in self.links:
                for other in self.passage.into.get(self.links[edge.tail].passage, ()):
                    if alike(edge.label, other.label):
                        ties[other.head] += 1
                        exact[other.head] += edge.label == other.label
        found = [Counterpart(p, ties[p], exact[p]) for p in ties]
        return sorted(found, key=lambda c: (-c.ties, -c.exact, c.passage))
