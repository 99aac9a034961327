"""One passage held against a claim: what agrees, what differs, what is missing, and so where the passage stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from factcheck.model import Passage, Stance
from factcheck.verdicts.alignment import Alignment
from factcheck.verdicts.candidate import Candidate
from factcheck.verdicts.comparison.difference import Difference
from factcheck.verdicts.comparison.differences import differences
from factcheck.verdicts.frame import LEAST_FRAME, LEAST_NEAR
from factcheck.verdicts.identity import of_another
from factcheck.verdicts.restraints import only_names, unmet
from factcheck.verdicts.words import Kind, Word, plain

# The share of a claim's weight that a passage must have to support it; below it, too much is the draft's own.
# Chosen from .58 to .86 on the odd lines of eleven sets of claims.
SUPPORT = 0.7
# A difference with this share of the rest casts doubt on the claim, even where it is too uncertain to accuse anybody.
DOUBTED = 0.7
# A share that no passage has: such a difference only casts doubt. Over-claims were errors in none of four cases.
NEVER = 1.01
# The share of the rest of the claim that a passage must have for a difference to be an error, by rule: the more easily
# two right statements differ in that way, the closer the passage has to be. Chosen from .5 to .95 on the odd lines of
# six sets of labelled pairs, as about the lowest at which nine in ten such differences were errors.
LEAST_REST = {
    "FC201": 0.8,
    "FC202": 0.8,
    "FC301": 0.8,
    "FC302": 0.8,
    "FC401": 0.9,
    "FC402": 0.7,
    "FC403": 0.85,
    "FC404": 0.9,
    "FC501": 0.9,
    "FC502": 0.55,
    "FC503": 0.75,
    "FC504": 0.85,
    "FC505": NEVER,
    "FC506": 0.75,
    "FC507": 0.65,
}
DEFAULT_REST = 0.8
WORD = re.compile(r"[^\W_]+")
# The outcome of comparing two values that are full enough to be sure of it.
SURE = "different"
# Two places that no edge of the parse ties together need a closer passage by this much, unless they are the only dates.
UNTIED, DATED = 0.1, "FC301"
# Where words stand beside both values, and the two are surely not the same, less of the rest will do: it says what the
# claim adds, and not what it speaks of. A frame of this weight makes up for names that are not surely two.
FULL_FRAME = 1.0
FRAMED_REST = {"FC201": 0.75, "FC301": 0.7, "FC401": 0.7}
UNSURE_REST = 0.8
# Two numbers with nothing the same beside them count different things as often as not: seven in eleven were no errors.
COUNTED = "FC201"
# Less still where hardly anything but an error can explain the difference.
CLOSED_REST = {"FC201": 0.6, "FC401": 0.5, "FC501": 0.75}
# And where the two stand near the same words, and no passage has the claim's own.
NEAR_REST = 0.6


def _least(difference: Difference, unseen: frozenset[int]) -> float:
    """The share of the rest of the claim that a passage must have for a difference to be an error."""
    code, sure = difference.code, difference.how == SURE
    if difference.near >= LEAST_NEAR and difference.claim in unseen:
        return NEAR_REST
    if code == COUNTED and not difference.frame:
        return NEVER
    least = LEAST_REST.get(code, DEFAULT_REST) + (0 if difference.ties or code == DATED else UNTIED)
    if difference.closed:
        return min(least, CLOSED_REST.get(code, least))
    if sure and difference.frame >= LEAST_FRAME:
        return min(least, FRAMED_REST.get(code, least))
    return min(least, UNSURE_REST) if difference.frame >= FULL_FRAME else least


@dataclass(frozen=True)
class Assessment:
    """A candidate, its alignment with the claim, and the differences found in it.

    `unseen`: the values and the words of names of the claim that no candidate has.
    """

    candidate: Candidate
    alignment: Alignment
    differences: tuple[Difference, ...]
    unseen: frozenset[int] = frozenset()

    @cached_property
    def coverage(self) -> float:
        """The share of the claim's weight that the passage has."""
        return self.alignment.coverage()

    @cached_property
    def said(self) -> float:
        """The share of what is claimed, without who says it, that the passage itself has."""
        alignment, left = self.alignment, self.alignment.claim.attribution
        stated = [word for word in alignment.claim.words if word.i not in left]
        total = sum(word.weight for word in stated)
        here = (word for word in stated if word.i not in alignment.context)
        return sum(word.weight * alignment.strength(word.i) for word in here) / total if total else 0.0

    @cached_property
    def missing(self) -> tuple[Word, ...]:
        """The words of the claim that the passage lacks."""
        return tuple(self.alignment.missing())

    @cached_property
    def overstated(self) -> frozenset[int]:
        """The words of the claim by which it goes beyond the passage: see `restraints`."""
        return frozenset(unmet(self.alignment))

    @cached_property
    def goes_beyond(self) -> bool:
        """Whether the claim, taken whole, says what the passage does not."""
        return bool(self.overstated) or only_names(self.alignment)

    @cached_property
    def core_missing(self) -> tuple[Word, ...]:
        """The numbers, dates and names of the claim that the passage lacks."""
        return tuple(word for word in self.missing if word.kind is Kind.VALUE or self._is_missing_name(word))

    def _is_missing_name(self, word: Word) -> bool:
        name = self.alignment.claim.name(word.i)
        return word.kind is Kind.NAME and not any(self.alignment.strength(i) for i in name)

    @cached_property
    def deciding(self) -> tuple[Difference, ...]:
        """The differences that are errors: the rest of the statement is the same."""
        near = (d for d in self.differences if d.rest >= _least(d, self.unseen))
        return tuple(d for d in near if not of_another(self.alignment, d, self.differences))

    @cached_property
    def doubts(self) -> tuple[Difference, ...]:
        """The differences that leave the claim in doubt."""
        return tuple(d for d in self.differences if d.rest >= DOUBTED)

    @property
    def asks(self) -> bool:
        """Whether the passage is a question, which states nothing."""
        return self.candidate.passage.asks

    @property
    def usable(self) -> bool:
        """Whether what the passage says can support the claim."""
        return not self.asks

    @property
    def stance(self) -> Stance:
        """Where the passage stands."""
        if self.deciding:
            return Stance.REFUTES
        if not self.usable:
            return Stance.NEUTRAL
        if self.coverage >= SUPPORT and not self.core_missing and not self.doubts and not self.goes_beyond:
            return Stance.SUPPORTS
        return Stance.NEUTRAL


def assess(candidate: Candidate, alignment: Alignment) -> Assessment:
    """Hold one passage against the claim."""
    alignment = _known_stand_ins(candidate.passage, alignment)
    return Assessment(candidate, alignment, tuple(differences(alignment)))


def _known_stand_ins(passage: Passage, alignment: Alignment) -> Alignment:
    """The alignment without "he" for a name, where what stands before the passage speaks of others only."""
    around = {plain(word) for word in WORD.findall(f"{passage.title} {passage.heading} {passage.before}")}
    if not around or not alignment.stand_ins:
        return alignment
    claim = alignment.claim
    known = (i for i in alignment.stand_ins if any(not claim.at[j].forms.isdisjoint(around) for j in claim.name(i)))
    return replace(alignment, stand_ins=frozenset(known))
