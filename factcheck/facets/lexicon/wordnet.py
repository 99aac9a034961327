"""WordNet's frequent senses: of a word, above a sense, and against it."""

from __future__ import annotations

from functools import lru_cache

from factcheck.facets.lexicon.words import CACHE, WORDNET_POS, normal
from factcheck.facets.tables import table

# So many steps above a word's first sense are searched for a class that it falls under.
CLASS_STEPS = 8


def known(lemma: str, pos: str) -> bool:
    """Whether WordNet has the word in that part of speech."""
    return bool(entry(normal(lemma), pos))


def base_forms(form: str, pos: str) -> frozenset[str]:
    """The words that an irregular form may come from: "fled" gives "flee"; empty for a regular form."""
    found = table("forms").get(f"{normal(form)}/{WORDNET_POS.get(pos, '')}")
    return frozenset(found[0].split()) if found else frozenset()


def falls_under(lemma: str, general: str) -> bool:
    """Whether the first meaning of a noun is a kind of the first meaning of another ("diplomat" of "person")."""
    return bool(roots := senses(normal(general), "NOUN")) and roots[0] in first_path(normal(lemma))


@lru_cache(CACHE)
def entry(lemma: str, pos: str) -> tuple[str, ...]:
    """The word's line in WordNet: its senses, its antonyms, its family; nothing for a word that it lacks."""
    letter = WORDNET_POS.get(pos)
    return table("words").get(f"{lemma}/{letter}") if letter else ()


def senses(lemma: str, pos: str) -> list[str]:
    """The frequent senses of a word, the most frequent first."""
    found = entry(lemma, pos)
    return found[0].split() if found else []


def listed_antonyms(lemma: str, pos: str) -> list[str]:
    """The words that WordNet itself names as a word's opposites."""
    found = entry(lemma, pos)
    return found[1].split() if len(found) > 1 else []


@lru_cache(CACHE)
def _synset(sense: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    values = [*table("synsets").get(sense), "", ""]
    return tuple(values[0].split()), tuple(values[1].split())


def parents(sense: str) -> tuple[str, ...]:
    """The more general senses right above one."""
    return _synset(sense)[0]


def opposites(sense: str) -> tuple[str, ...]:
    """The senses that WordNet opposes to one."""
    return _synset(sense)[1]


@lru_cache(CACHE)
def depth(sense: str) -> int:
    """How many steps lie between a sense and WordNet's root, by the shortest way."""
    steps, frontier = 0, {sense}
    while all(parents(s) for s in frontier):
        frontier = {parent for s in frontier for parent in parents(s)}
        steps += 1
    return steps


@lru_cache(CACHE)
def above(lemma: str, pos: str, steps: int) -> frozenset[str]:
    """The senses above the word's frequent senses."""
    found: set[str] = set()
    frontier = set(senses(lemma, pos))
    for _ in range(steps):
        frontier = {parent for sense in frontier for parent in parents(sense)} - found
        found |= frontier
    return frozenset(found)


@lru_cache(CACHE)
def first_path(lemma: str) -> tuple[str, ...]:
    """The word's first sense and everything above it."""
    frontier = senses(lemma, "NOUN")[:1]
    path = list(frontier)
    for _ in range(CLASS_STEPS):
        frontier = [parent for sense in frontier for parent in parents(sense)]
        path += frontier
    return tuple(path)
