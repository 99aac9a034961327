"""British and American spellings of one word."""

from __future__ import annotations

from functools import lru_cache

from factcheck.facets.lexicon.words import CACHE
from factcheck.facets.tables import rows

# The first letters of a word are spelt alike on both sides, and a shorter word has too few to tell.
SAME_LETTERS = 2
SHORTEST = 5


@lru_cache(CACHE)
def american(word: str) -> str:
    """A key that the British and the American spelling of a word share."""
    if len(word) < SHORTEST:
        return word
    rest = word[SAME_LETTERS:]
    for british, replacement in rows("spellings.tsv"):
        rest = rest.replace(british, replacement)
    return word[:SAME_LETTERS] + rest
