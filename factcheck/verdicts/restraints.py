"""The little words of a claim that turn, narrow or rank what it says: a passage that lacks them does not support it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facets import lexicon, polarity, ranks
from factcheck.model import Relation
from factcheck.verdicts.alignment import Alignment
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.words import Kind

ONLY = frozenset({"only", "solely", "exclusively", "merely", "purely", "alone", "sole", "exclusive"})


def unmet(alignment: Alignment) -> tuple[int, ...]:
    """The tokens of the claim that deny, narrow or rank something, where the passage does not do so."""
    return tuple(sorted({*_denials(alignment), *_narrowings(alignment), *_ranks(alignment)}))


def _denials(alignment: Alignment) -> Iterator[int]:
    """What the claim denies and the passage does not deny, by a negation or by an opposite."""
    ours = _denied(alignment.claim)
    if ours and not _denied(alignment.passage):
        yield from (i for i in ours if not _has_opposite(alignment, i))


def _denied(reading: Reading) -> list[int]:
    return [w.i for w in reading.words if w.kind is not Kind.PRONOUN and polarity.negated(reading.analysis, w.i)]


def _has_opposite(alignment: Alignment, i: int) -> bool:
    word = alignment.claim.at[i]
    return any(lexicon.antonyms(word.lemma, other.lemma, word.pos, other.pos) for other in alignment.passage.words)


def _narrowings(alignment: Alignment) -> Iterator[int]:
    """ "Only" and its like."""
    if not any(token.lower in ONLY for token in alignment.passage.analysis.tokens):
        yield from (token.i for token in alignment.claim.analysis.tokens if token.lower in ONLY)


def _ranks(alignment: Alignment) -> Iterator[int]:
    """Places in an order, none of which the passage gives."""
    for rank in alignment.claim.ranks:
        agreed = any(ranks.compare(rank, other).relation is Relation.AGREES for other in alignment.passage.ranks)
        if not agreed and not rank.only:
            yield rank.head
