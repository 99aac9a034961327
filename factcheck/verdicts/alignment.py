"""Which word of a claim corresponds to which word of a passage, and what stands where one has no counterpart."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property

from factcheck.facets import names
from factcheck.model import Relation
from factcheck.verdicts.graph import alike
from factcheck.verdicts.matching import EQUAL, NONE, Kinship, government, kinship, names_kinship
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.values import compare
from factcheck.verdicts.words import Kind, Word, plain

# How much a neighbour that also matches speaks for a link, against the words' own likeness of 0 to 1.
NEIGHBOUR_BONUS = 0.3
# The least likeness of two words that can be linked at all.
LEAST_KINSHIP = 0.55
# How much a word found only next to the passage (its neighbours, its note's title) is worth against one found in it:
# a name tells what the passage is about; a word or a number there may belong to another statement.
CONTEXT_STRENGTH = {Kind.NAME: 0.9, Kind.WORD: 0.5, Kind.VALUE: 0.0, Kind.PRONOUN: 0.0}
# How much a pronoun, or "the film", is worth for the name in its place, where the note has nothing but that sentence.
PRONOUN_STRENGTH = 0.8
# How many tokens from its start a text may take to say "he", "it" or "the film".
STAND_IN_REACH = 12
PART = re.compile(r"[^\W_]+")
PERSONAL = frozenset(
    {"he", "she", "it", "they", "his", "her", "its", "their", "him", "them", "i", "my", "me", "we", "our"}
)


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

    def coverage(self, besides: frozenset[int] = frozenset()) -> float:
        """The share of the claim's weight that the passage (with its context) has, some nodes left aside."""
        rest = [word for word in self.claim.words if word.i not in besides]
        total = sum(word.weight for word in rest)
        return sum(word.weight * self.strength(word.i) for word in rest) / total if total else 0.0

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


def align(claim: Reading, passage: Reading, context: tuple[Reading, ...] = (), source: str = "") -> Alignment:
    """Link each word of the claim to the word of the passage that fits best by itself and by its neighbours.

    `source` tells who speaks in the passage: its speaker, its note's title and file name.
    """
    options = {word.i: _options(claim, passage, word) for word in claim.words if word.weight > 0}
    links = {i: _best(claim, passage, i, found, options) for i, found in options.items() if found}
    nearby = frozenset(
        w.i for w in claim.words if w.weight > 0 and w.i not in links and _nearby(claim, passage, context, w)
    )
    aligned = Alignment(claim, passage, links, nearby)
    aligned = replace(aligned, context=nearby - _displaced(aligned), spoken=_spoken(claim, source))
    return aligned if context else replace(aligned, stand_ins=_stand_ins(aligned))


def _spoken(claim: Reading, source: str) -> frozenset[int]:
    """The words that only say who says it, where the source is of that person."""
    if not claim.attribution:
        return frozenset()
    named = [claim.at[i] for i in claim.attribution if claim.at[i].kind is Kind.NAME]
    written = frozenset(plain(part) for part in PART.findall(source))
    return claim.attribution if any(not word.forms.isdisjoint(written) for word in named) else frozenset()


def _displaced(alignment: Alignment) -> frozenset[int]:
    """The names found only around the passage, in whose very place the passage itself has quite another name."""
    found: set[int] = set()
    for i in sorted(alignment.context):
        if alignment.claim.at[i].kind is Kind.NAME and any(
            place.exact and place.passage not in alignment.back and _another(alignment, i, place.passage)
            for place in alignment.counterparts(i)
        ):
            found.update(alignment.claim.name(i))
    return frozenset(found)


def _another(alignment: Alignment, i: int, p: int) -> bool:
    """Whether a node of the passage is of a name that has nothing to do with the claim's."""
    ours, theirs = alignment.claim.name_at[i], alignment.passage.name_at.get(p)
    if theirs is None or not set(ours.words).isdisjoint(theirs.words):
        return False
    outcome = names.compare(ours, theirs, alignment.passage.aliases)
    return outcome.relation is Relation.DIFFERS and outcome.how == "different"


def _stand_ins(alignment: Alignment) -> frozenset[int]:
    """The claim's names in whose place a passage that stands alone has a pronoun or "the" with a noun."""
    topic = _topic(alignment.claim)
    if topic is None or any(alignment.strength(i) for i in topic) or not _begins_with_stand_in(alignment):
        return frozenset()
    return frozenset(topic)


def _topic(claim: Reading) -> tuple[int, ...] | None:
    """The first name of a claim, if it stands before the main predicate: what the claim is about."""
    first = next((word for word in claim.words if word.kind is Kind.NAME), None)
    root = claim.analysis.roots[0] if claim.analysis.roots else 0
    return claim.name(first.i) if first is not None and first.i < root else None


def _begins_with_stand_in(alignment: Alignment) -> bool:
    """Whether a passage speaks from its start of something that neither it nor the claim names otherwise."""
    passage = alignment.passage
    for token in passage.analysis.tokens[:STAND_IN_REACH]:
        if token.pos == "PRON" and token.lower in PERSONAL:
            return True
        if token.i in passage.name_at or token.i in alignment.back:
            return False
        determiner = passage.analysis.child(token.i, "det")
        definite = determiner is not None and determiner.lower in ("the", "this")
        if token.pos == "NOUN" and token.rel == "nsubj" and definite:
            return True
    return False


def _options(claim: Reading, passage: Reading, word: Word) -> list[tuple[int, Kinship]]:
    """The passage's nodes that can stand for a word: those that are the same word, or else those that mean the same."""
    same = (
        [(i, EQUAL) for i in passage.having(word.forms) if passage.at[i].kind is word.kind]
        if word.kind is not Kind.VALUE
        else []
    )
    if same:
        return same
    found = []
    for other in passage.words:
        kin = _kinship(claim, passage, word, other)
        if kin.strength >= LEAST_KINSHIP:
            found.append((other.i, kin))
    return found


def _nearby(claim: Reading, passage: Reading, context: tuple[Reading, ...], word: Word) -> bool:
    """Whether the surroundings have the word; a number or a date only where the passage has none of its kind."""
    if word.kind is Kind.VALUE and any(value.unit == claim.value_at[word.i].unit for value in passage.values):
        return False
    return any(_in_context(around, claim, word) for around in context)


def _in_context(context: Reading, claim: Reading, word: Word) -> bool:
    """Whether the surroundings of a passage have the word itself, or the bearer of the name."""
    if word.kind is Kind.WORD:
        return bool(context.having(word.forms))
    return bool(_options(claim, context, word))


def _kinship(claim: Reading, passage: Reading, word: Word, other: Word) -> Kinship:
    if (word.kind is Kind.VALUE) and (other.kind is Kind.VALUE):
        outcome = compare(claim.value_at[word.i], passage.value_at[other.i])
        return Kinship(1.0, outcome.how) if outcome.relation is Relation.AGREES else NONE
    if Kind.VALUE in (word.kind, other.kind) or other.kind is Kind.PRONOUN:
        return NONE
    if word.kind is other.kind is Kind.NAME:
        ours, theirs = claim.name_at[word.i], passage.name_at[other.i]
        kin = names_kinship(word, ours, other, theirs, passage.aliases)
        return government(ours, theirs) if kin is NONE and _acts(claim, word.i) else kin
    return kinship(word, other)


def _acts(reading: Reading, i: int) -> bool:
    """Whether a node does or owns something, rather than being where it happens."""
    return any(edge.label in ("subj", "poss") for edge in reading.into.get(i, ()))


def _best(
    claim: Reading,
    passage: Reading,
    i: int,
    found: list[tuple[int, Kinship]],
    options: dict[int, list[tuple[int, Kinship]]],
) -> Link:
    if len(found) == 1:
        return Link(i, *found[0])
    around = claim.neighbours(i)

    def fit(option: tuple[int, Kinship]) -> tuple[float, int]:
        near = passage.neighbours(option[0])
        shared = sum(any(p in near for p, _ in options.get(j, ())) for j in around)
        return option[1].strength + NEIGHBOUR_BONUS * shared / (len(around) or 1), -option[0]

    return Link(i, *max(found, key=fit))
