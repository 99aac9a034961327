"""What a claim asks of a table, and which cells answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.facets import lexicon
from factcheck.facets.dates import DateValue
from factcheck.facets.names.data import places
from factcheck.facets.quantities import Quantity
from factcheck.facets.quantities.value import PERCENT
from factcheck.facets.ranks import Rank
from factcheck.model import Analysis
from factcheck.verdicts.tables.headers import Measure
from factcheck.verdicts.tables.reading import Fact, Table
from factcheck.verdicts.tables.words import alike, phrases

# How safely one word must stand for another for a header to be the claim's.
RELATED = 0.75


@dataclass(frozen=True, slots=True)
class Key:
    """A row or a time that the claim names: its first token, the label's column (0 for a time), and what it is."""

    token: int
    column: int
    label: str = ""
    time: tuple[object, object] | None = None


@dataclass(frozen=True)
class Question:
    """What a claim asks of a table: the keys of its cells, the measures, its values, and the cues of its operation.

    `measures` are the columns that it speaks of; `whole` is the measure that a share is of; `cues` are the words that
    say what is done with the cells, each kind with its token; `sure` says that the table names all that the column is
    of, so that a difference is an error; `every` that the claim speaks of all rows.
    """

    analysis: Analysis
    keys: tuple[Key, ...]
    measures: tuple[Measure, ...]
    whole: Measure | None
    values: tuple[Quantity, ...]
    dates: tuple[DateValue, ...]
    ranks: tuple[Rank, ...]
    cues: dict[str, int]
    sure: bool
    every: bool

    @property
    def in_percent(self) -> bool:
        """Whether one of the measures is given in percent."""
        return any(unit.dimension == PERCENT for m in self.measures for unit in m.units)


@lru_cache(maxsize=16_384)
def people_of(word: str, name: str) -> bool:
    """Whether one word is the adjective of the place that the other names: Canadian, Canada."""
    ours = {place.id for place in places(word) if place.adjective}
    return not ours.isdisjoint(place.id for place in places(name) if not place.adjective)


@lru_cache(maxsize=16_384)
def means_same(lemma: str, pos: str, word: str) -> bool:
    """Whether a word of a claim means what a word of a header means."""
    if any(lemma in row.split() and any(alike(word, w) for w in row.split()) for row in phrases("same")):
        return True
    bases = {word, word[:-1]} if word.endswith("s") else {word}
    strengths = (lexicon.related(lemma, base, pos, other) for base in bases for other in ("NOUN", "VERB", "ADJ"))
    return any(strength is not None and strength >= RELATED for strength in strengths)


def matching(table: Table, measure: Measure, keys: Sequence[Key]) -> list[Fact]:
    """The facts of a measure that all the keys fit."""
    return [fact for fact in table.facts if fact.measure == measure and all(fits(fact, key) for key in keys)]


def fits(fact: Fact, key: Key) -> bool:
    """Whether a fact stands in the row, or at the time, that a key names."""
    return fact.time == key.time if key.column == 0 else (key.column, key.label) in fact.labels


def axes(keys: Sequence[Key]) -> Iterator[list[Key]]:
    """The keys by what they name: those of one column, or the times, together."""
    for column in sorted({key.column for key in keys}):
        yield [key for key in keys if key.column == column]
