"""Which numbers, dates and names of a draft have been put in the place of others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck.facets.names import Name
from factcheck.model import Claim, Span
from factcheck.verdicts.candidate import Candidate
from factcheck.verdicts.linking import align
from factcheck.verdicts.reading import Reading, read
from factcheck.verdicts.slips.names import has_name, other_name
from factcheck.verdicts.slips.place import Neighbour, Place
from factcheck.verdicts.slips.values import has_value, other_value
from factcheck.verdicts.values import Value


@dataclass(frozen=True)
class Statement:
    """A sentence of a draft as one claim: what is read in it, and the passages found for it."""

    claim: Claim
    reading: Reading
    candidates: tuple[Candidate, ...]

    @cached_property
    def neighbours(self) -> tuple[Neighbour, ...]:
        """Each passage with its alignment and its surroundings."""
        return tuple(_neighbour(self.reading, candidate) for candidate in self.candidates)


@dataclass(frozen=True)
class Slip:
    """A place of a sentence that a passage tells otherwise: its words, and where they stand in the draft."""

    sentence: int
    ours: str
    source: Span
    place: Place


# A draft is written from the notes if they have this part of its numbers, dates and names, and at least so many.
LEAST_KNOWN, FEWEST_KNOWN = 0.4, 6


def slips_of(statements: Sequence[Statement]) -> Iterator[Slip]:
    """The slips of a draft that was written from the notes, in its order; `statements` are its checkable sentences."""
    draft = [statement.reading for statement in statements]
    unknown = {n: _unknown(statement) for n, statement in enumerate(statements)}
    total = sum(len(reading.values) + len(reading.names) for reading in draft)
    known = total - sum(len(values) + len(names) for values, names in unknown.values())
    if known < max(FEWEST_KNOWN, LEAST_KNOWN * total):
        return
    for n, (values, names) in unknown.items():
        statement = statements[n]
        places = [place for value in values for place in other_value(value, statement.neighbours, draft)]
        places += [place for name in names for place in other_name(name, statement.neighbours, draft)]
        for place in places:
            claim = statement.claim
            yield Slip(claim.sentence, place.ours.of(claim.text), claim.source(place.ours), place)


def _unknown(statement: Statement) -> tuple[list[Value], list[Name]]:
    """The numbers, dates and names of a sentence that no note has."""
    reading, near = statement.reading, statement.neighbours
    values = [value for value in reading.values if not any(has_value(neighbour, value) for neighbour in near)]
    return values, [name for name in reading.names if not any(has_name(neighbour, name) for neighbour in near)]


def _neighbour(reading: Reading, candidate: Candidate) -> Neighbour:
    day = candidate.passage.date
    around = tuple(read(analysis, day) for analysis in candidate.context)
    return Neighbour(candidate, align(reading, read(candidate.analysis, day), around), around)
