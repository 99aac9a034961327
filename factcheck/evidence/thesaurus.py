"""The words of an index by meaning, so that "detention" finds "was held" and "spying" finds "espionage"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache

from factcheck.facets import lexicon

_KINDS = ("NOUN", "VERB", "ADJ", "ADV")
# Endings of regular English inflection and what the lemma has instead, the longest first.
_ENDINGS = (
    *(("iest", "y"), ("ier", "y"), ("ies", "y"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("est", ""), ("est", "e")),
    *(("es", ""), ("ed", ""), ("ed", "e"), ("er", ""), ("er", "e"), ("s", ""), ("", "")),
)
# Endings before which a consonant may be doubled: "bigger", "planned".
DOUBLING = ("ing", "ed", "er", "est")
CACHE = 1 << 16


class Thesaurus:
    """Finds the words of a vocabulary that mean much the same as a given one."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._vocabulary = vocabulary

    @cached_property
    def _by_meaning(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for word in self._vocabulary:
            for meaning in _meanings_of_form(word):
                found[meaning].add(word)
        return dict(found)

    def neighbours(self, lemma: str, pos: str) -> set[str]:
        """The words that share a frequent meaning with a lemma, or with a word of its family."""
        return set().union(*(self._by_meaning.get(meaning, ()) for meaning in lexicon.meanings(lemma, pos)))


@lru_cache(CACHE)
def _meanings_of_form(word: str) -> frozenset[str]:
    if not word.isalpha():
        return frozenset()
    found: set[str] = set()
    for pos in _KINDS:
        for lemma in sorted({*_lemmas(word), *lexicon.base_forms(word, pos)}):
            if lexicon.known(lemma, pos):
                found |= lexicon.meanings(lemma, pos)
                break
    return frozenset(found)


def _lemmas(word: str) -> list[str]:
    found = []
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            stem = word[: len(word) - len(ending)]
            found.append(stem + instead)
            if instead == "" and ending in DOUBLING and stem[-1] == stem[-2]:
                found.append(stem[:-1])
    return found
