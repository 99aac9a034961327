"""What differs between a claim and a passage that says the same: each difference with its rule code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.facets import lexicon, names
from factcheck.model import Relation
from factcheck.verdicts.alignment import Alignment, Counterpart
from factcheck.verdicts.values import compare as compare_values
from factcheck.verdicts.words import Kind, Word


@dataclass(frozen=True)
class Difference:
    """One place where the claim and the passage cannot both be right.

    `claim` and `passage` are nodes; `rest` is the share of the rest of the claim that the passage has;
    `ties` how many edges put the two nodes in the same place.
    """

    code: str
    how: str
    claim: int
    passage: int
    ties: int
    rest: float
    message: str = ""


def differences(alignment: Alignment) -> list[Difference]:
    """All differences, the surest first."""
    found = [*_values(alignment), *_names(alignment), *_words(alignment)]
    return sorted(found, key=lambda d: (-d.rest, -d.ties, d.claim, d.passage))


def _values(alignment: Alignment) -> Iterator[Difference]:
    """Values in the same place that differ."""
    for i, value in alignment.claim.value_at.items():
        if alignment.strength(i) > 0:
            continue
        rest = alignment.coverage(besides=frozenset({i}))
        places = alignment.counterparts(i)
        free = [p for p in alignment.passage.value_at if p not in alignment.back]
        if not places and len(free) == 1:
            places = [Counterpart(free[0], 0, 0)]
        for other in places:
            facet = alignment.passage.value_at.get(other.passage)
            if facet is None or other.passage in alignment.back:
                continue
            outcome = compare_values(value, facet)
            if outcome.relation is Relation.DIFFERS:
                yield Difference(outcome.code or "FC201", outcome.how, i, other.passage, other.ties, rest, outcome.message)
                break


def _unmatched(alignment: Alignment, kind: Kind) -> Iterator[tuple[Word, Word, Counterpart]]:
    for word in alignment.claim.words:
        if word.kind is not kind or alignment.strength(word.i) > 0 or word.weight == 0:
            continue
        for other in alignment.counterparts(word.i):
            found = alignment.passage.at.get(other.passage)
            if other.exact and found is not None and found.i not in alignment.back and found.kind is kind:
                yield word, found, other


def _names(alignment: Alignment) -> Iterator[Difference]:
    """Another name in the same place."""
    done = set()
    for word, other, place in _unmatched(alignment, Kind.NAME):
        ours, theirs = alignment.claim.name_at[word.i], alignment.passage.name_at[other.i]
        outcome = names.compare(ours, theirs, alignment.passage.aliases)
        if ours in done or outcome.code is None:
            continue
        done.add(ours)
        rest = alignment.coverage(besides=frozenset(alignment.claim.name(word.i)))
        yield Difference(outcome.code, outcome.how, word.i, other.i, place.ties, rest, outcome.message)


def _words(alignment: Alignment) -> Iterator[Difference]:
    """An opposite, or a word that excludes the claim's, in the same place."""
    for word, other, place in _unmatched(alignment, Kind.WORD):
        rest = alignment.coverage(besides=frozenset({word.i}))
        if lexicon.antonyms(word.lemma, other.lemma, word.pos, other.pos):
            yield Difference("FC502", "opposite", word.i, other.i, place.ties, rest)
        elif word.pos == other.pos and lexicon.exclusive(word.lemma, other.lemma, word.pos):
            yield Difference("FC507", "exclusive", word.i, other.i, place.ties, rest)
        elif word.pos == other.pos == "NOUN" and lexicon.related(word.lemma, other.lemma, word.pos, other.pos) is None:
            yield Difference("FC507x", "other", word.i, other.i, place.ties, rest)
