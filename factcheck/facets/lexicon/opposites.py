"""Words that say opposite things, and words that name one relation from its two ends."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

from factcheck.facets.lexicon.families import members
from factcheck.facets.lexicon.synonymy import share_listed_meaning
from factcheck.facets.lexicon.wordnet import listed_antonyms, opposites, parents, senses
from factcheck.facets.lexicon.words import CACHE, normal, plain_pos
from factcheck.facets.tables import rows

NEGATING = ("un", "non-", "non")


def antonyms(a: str, b: str, pos: str, other_pos: str | None = None) -> bool:
    """Whether the words are opposites: themselves, by synonyms, or by their derivations (termination, prolong)."""
    a, b, other_pos = normal(a), normal(b), other_pos or pos
    return _antonyms(a, b, plain_pos(pos), plain_pos(other_pos))


def converse(a: str, b: str, pos: str) -> bool:
    """Whether the words name one relation from its two ends (buy and sell); opposites only of the same subject."""
    return _on_opposite_sides(_sides("converses.tsv"), normal(a), normal(b), plain_pos(pos))


@lru_cache(CACHE)
def _antonyms(a: str, b: str, pos: str, other_pos: str) -> bool:
    if a == b:
        return False
    if pos == other_pos and (_listed_opposites(a, b, pos) or _negated_form(a, b, pos)):
        return True
    if pos == other_pos and share_listed_meaning(a, b, pos):
        return False
    return (pos == other_pos and _opposite_senses(a, b, pos)) or _opposite_families(a, b, pos, other_pos)


def _listed_opposites(a: str, b: str, pos: str) -> bool:
    if _on_opposite_sides(_sides("opposites.tsv"), a, b, pos):
        return True
    return b in listed_antonyms(a, pos) or a in listed_antonyms(b, pos)


def _on_opposite_sides(sides: dict[tuple[str, str], list[tuple[int, int]]], a: str, b: str, pos: str) -> bool:
    theirs = sides.get((b, pos), ())
    return any((row, 1 - side) in theirs for row, side in sides.get((a, pos), ()))


@cache
def _sides(name: str) -> dict[tuple[str, str], list[tuple[int, int]]]:
    found: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for number, row in enumerate(rows(name)):
        pos, *columns = row[-3:]
        for side, words in enumerate(columns):
            for word in words.split():
                found[word, pos].append((number, side))
    return dict(found)


def _negated_form(a: str, b: str, pos: str) -> bool:
    """Whether one is the other with a negating prefix: "unpaid", "non-stop", and "anti-European" of "pro-European"."""
    long, short = (a, b) if len(a) > len(b) else (b, a)
    if pos in ("ADJ", "ADV") and any(long == prefix + short for prefix in NEGATING):
        return True
    one_against = "anti" in (a[:4], b[:4])
    return one_against and _without_side(a) == _without_side(b)


def _without_side(word: str) -> str:
    return word.removeprefix("anti-").removeprefix("pro-")


def _opposite_senses(a: str, b: str, pos: str) -> bool:
    """Whether WordNet opposes their meanings, for adjectives also one step away ("swift" by "fast" to "slow")."""
    ours, theirs = set(senses(a, pos)), set(senses(b, pos))
    if pos != "ADJ":
        return _face(ours, theirs)
    our_heads = {parent for sense in ours for parent in parents(sense)}
    their_heads = {parent for sense in theirs for parent in parents(sense)}
    if (ours | our_heads) & (theirs | their_heads):
        return False
    return _face(ours, theirs) or _face(our_heads, theirs) or _face(ours, their_heads)


def _face(ours: set[str], theirs: set[str]) -> bool:
    return any(not theirs.isdisjoint(opposites(sense)) for sense in ours)


def _opposite_families(a: str, b: str, pos: str, other_pos: str) -> bool:
    theirs = _family_of_kind(b, other_pos)
    if any(word == a for word, _ in theirs):
        return False
    return any(
        word_pos == other and _listed_opposites(word, another, word_pos)
        for word, word_pos in _family_of_kind(a, pos)
        for another, other in theirs
    )


@lru_cache(CACHE)
def _family_of_kind(lemma: str, pos: str) -> tuple[tuple[str, str], ...]:
    """The word, and the verbs (of an adverb, the adjectives) that it derives from."""
    kind = "VERB" if pos in ("NOUN", "VERB") else "ADJ"
    return ((lemma, pos), *(member for member in members(lemma, pos) if member[1] == kind))
