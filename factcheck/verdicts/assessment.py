"""One passage held against a claim: what agrees, what differs, what is missing, and so where the passage stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from factcheck.model import Stance
from factcheck.verdicts.alignment import Alignment
from factcheck.verdicts.candidate import Candidate
from factcheck.verdicts.compare import differences
from factcheck.verdicts.difference import Difference
from factcheck.verdicts.identity import of_another
from factcheck.verdicts.restraints import unmet
from factcheck.verdicts.words import Kind, Word

# The share of a claim's weight that a passage must have to support it; below it, too much is the draft's own.
# Chosen from .70, .74, .78 and .85 on the odd lines: the highest that confirms three in four true statements.
SUPPORT = 0.74
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
    "FC301": 0.7,
    "FC302": 0.8,
    "FC401": 0.9,
    "FC402": 0.7,
    "FC403": 0.85,
    "FC501": 0.9,
    "FC502": 0.55,
    "FC503": 0.75,
    "FC504": 0.85,
    "FC505": NEVER,
    "FC506": 0.75,
    "FC507": 0.65,
}
DEFAULT_REST = 0.8
# Two places that no edge of the parse ties together need a closer passage by this much.
UNTIED = 0.1


@dataclass(frozen=True)
class Assessment:
    """A candidate, its alignment with the claim, and the differences found in it."""

    candidate: Candidate
    alignment: Alignment
    differences: tuple[Difference, ...]

    @cached_property
    def coverage(self) -> float:
        """The share of the claim's weight that the passage has."""
        return self.alignment.coverage()

    @cached_property
    def missing(self) -> tuple[Word, ...]:
        """The words of the claim that the passage lacks."""
        return tuple(self.alignment.missing())

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
        near = (
            d for d in self.differences if d.rest >= LEAST_REST.get(d.code, DEFAULT_REST) + (0 if d.ties else UNTIED)
        )
        return tuple(d for d in near if not of_another(self.alignment, d, self.differences))

    @cached_property
    def doubts(self) -> tuple[Difference, ...]:
        """The differences that leave the claim in doubt."""
        return tuple(d for d in self.differences if d.rest >= DOUBTED)

    @property
    def stance(self) -> Stance:
        """Where the passage stands."""
        if self.deciding:
            return Stance.REFUTES
        if self.candidate.passage.text.rstrip().endswith("?"):
            return Stance.NEUTRAL
        if self.coverage >= SUPPORT and not self.core_missing and not self.doubts and not unmet(self.alignment):
            return Stance.SUPPORTS
        return Stance.NEUTRAL


def assess(candidate: Candidate, alignment: Alignment) -> Assessment:
    """Hold one passage against the claim."""
    return Assessment(candidate, alignment, tuple(differences(alignment)))
