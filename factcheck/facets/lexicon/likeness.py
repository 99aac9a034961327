"""How safely one word stands for another: as its synonym, its derivation, or a more general word."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

from factcheck.facets.lexicon.families import members
from factcheck.facets.lexicon.opposites import antonyms
from factcheck.facets.lexicon.synonymy import share_meaning
from factcheck.facets.lexicon.wordnet import above, depth, senses
from factcheck.facets.lexicon.words import CACHE, normal, plain_pos
from factcheck.facets.tables import rows

# How close each relation brings two words, 1 for the same word; chosen by hand, by how safely one stands for the other.
SAME, DERIVED, SYNONYM, DERIVED_SYNONYM, GENERAL, DERIVED_GENERAL = 1.0, 0.95, 0.85, 0.75, 0.6, 0.5

HYPERNYM_STEPS = 4
# A word whose meaning stands nearer than this to WordNet's root ("act", "state") says too little to stand for another.
SHALLOWEST = {"NOUN": 5, "VERB": 1}


def synonyms(a: str, b: str, pos: str, other_pos: str | None = None) -> bool:
    """Whether the words share a frequent meaning; never true of opposites."""
    a, b, pos = normal(a), normal(b), plain_pos(pos)
    if plain_pos(other_pos or pos) != pos:
        return False
    return a == b or (share_meaning(a, b, pos) and not antonyms(a, b, pos))


def hypernym(general: str, specific: str, pos: str) -> bool:
    """Whether every `specific` is a `general` ("vehicle" of "car"), in frequent meanings and within four steps."""
    general, specific, pos = normal(general), normal(specific), plain_pos(pos)
    if pos not in ("NOUN", "VERB") or general == specific:
        return False
    if general in _listed_general().get((specific, pos), ()):
        return True
    if specific in _listed_general().get((general, pos), ()):
        return False
    targets = {sense for sense in senses(general, pos) if depth(sense) >= SHALLOWEST[pos]}
    return bool(targets) and not targets.isdisjoint(above(specific, pos, HYPERNYM_STEPS))


def related(a: str, b: str, pos: str, other_pos: str | None = None) -> float | None:
    """How safely one word stands for the other, from 1 (the same) down to 0.5; None when no relation is known."""
    return _related(normal(a), normal(b), plain_pos(pos), plain_pos(other_pos or pos))


@lru_cache(CACHE)
def _related(a: str, b: str, pos: str, other_pos: str) -> float | None:  # noqa: PLR0911  cases, in their order
    if a == b:
        return SAME if pos == other_pos else DERIVED
    ours, theirs = members(a, pos), members(b, other_pos)
    if antonyms(a, b, pos, other_pos):
        return None
    if (b, other_pos) in ours or (a, pos) in theirs:
        return DERIVED
    if pos == other_pos and share_meaning(a, b, pos):
        return SYNONYM
    if any(p == q and share_meaning(x, y, p) for x, p in ours for y, q in theirs):
        return DERIVED_SYNONYM
    if pos == other_pos and (hypernym(a, b, pos) or hypernym(b, a, pos)):
        return GENERAL
    if pos != other_pos and any(
        p == q and (hypernym(x, y, p) or hypernym(y, x, p)) for x, p in ours for y, q in theirs
    ):
        return DERIVED_GENERAL
    return None


@cache
def _listed_general() -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for pos, general, specifics in rows("general.tsv"):
        for word in specifics.split():
            found[word, pos].add(general)
    return dict(found)
