"""What a claim must not say beyond a passage that supports it: words that turn, narrow or rank it, another verb."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facets import lexicon, polarity, ranks
from factcheck.model import Relation
from factcheck.verdicts.alignment import Alignment
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.words import Kind

# A verb that tells less ("get", "go") may well have another in its place.
LEAST_TELLING = 0.5
LEFT_OPEN = frozenset({"possible", "alleged", "denied", "conditional"})
ONLY = frozenset({"only", "solely", "exclusively", "merely", "purely", "alone", "sole", "exclusive"})


def unmet(alignment: Alignment) -> tuple[int, ...]:
    """The tokens of the claim that deny, narrow, rank or make certain what the passage does not, and replaced verbs."""
    checks = (_denials, _narrowings, _ranks, _replaced_verbs, _certainties)
    return tuple(sorted({i for check in checks for i in check(alignment)}))


def _certainties(alignment: Alignment) -> Iterator[int]:
    """Predicates that the passage leaves open ("may cut") and the claim does not."""
    for i, link in alignment.links.items():
        if alignment.claim.at[i].pos == "VERB":
            theirs = polarity.modality(alignment.passage.analysis, link.passage)
            if theirs in LEFT_OPEN and polarity.modality(alignment.claim.analysis, i) != theirs:
                yield i


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


def _replaced_verbs(alignment: Alignment) -> Iterator[int]:
    """A verb that is all the passage lacks, and in whose place it has another: the same statement but for that."""
    missing = alignment.missing()
    if len(missing) == 1 and missing[0].pos == "VERB" and missing[0].weight >= LEAST_TELLING:
        yield from (word.i for word in missing if _replaced(alignment, word.i))


def _replaced(alignment: Alignment, i: int) -> bool:
    return any(
        place.exact
        and place.passage not in alignment.back
        and alignment.passage.at[place.passage].kind is not Kind.PRONOUN
        for place in alignment.counterparts(i)
    )
