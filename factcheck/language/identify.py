"""Whether a text is English, by its script and its function words; short texts are given the benefit of the doubt."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

from factcheck import wordlists

FUNCTION_WORDS = Path(__file__).parent / "data" / "function_words.tsv"

FEWEST_WORDS = 25
"""A text below this length (a headline, a table of figures) is too short to tell."""
MOST_WORDS = 5_000
"""As many words from the head of a long text are looked at."""
FOREIGN_SHARE = 0.12
"""Function words of the other language among all words; running prose in the languages listed has .25 to .5."""
LEAST_LEAD = 1.5
"""How many times more of the other language's function words than of English ones there must be."""

SHARED = "shared"
"""The row of words that English has with another language; they speak for neither."""
LEAST_ENGLISH = 0.02
"""Share of English function words below which sentences are in some language that is not listed; English has .2."""

_MOST_CHARACTERS = 60_000
_SENTENCE_END = re.compile(r"[^\W\d_]{2}[.?!](?:\s|$)")
_WORD = re.compile(r"[^\W\d_]+")


def is_english(text: str) -> bool:
    """Whether the text can be checked as English: not mostly in another script, nor clearly in another language."""
    head = text[:_MOST_CHARACTERS]
    letters = [character for character in head if character.isalpha()]
    latin = sum(_is_latin(character) for character in letters)
    if len(letters) >= FEWEST_WORDS and latin * 2 < len(letters):
        return False
    words = [match[0].lower() for match in _WORD.finditer(head)][:MOST_WORDS]
    if len(words) < FEWEST_WORDS:
        return True
    counts = Counter(language for word in words for language in _languages().get(word, ()))
    english = counts.pop("en", 0)
    foreign = max(counts.values(), default=0)
    if english < LEAST_ENGLISH * len(words) and len(_SENTENCE_END.findall(head)) >= 2:
        return False
    return foreign < FOREIGN_SHARE * len(words) or foreign < LEAST_LEAD * english


@cache
def _is_latin(character: str) -> bool:
    return character.isascii() or unicodedata.name(character, "").startswith("LATIN")


@cache
def _languages() -> dict[str, frozenset[str]]:
    """The languages of each function word; a word that English has too counts for no other."""
    by_language = {language: frozenset(words.split()) for language, words in wordlists.rows(FUNCTION_WORDS)}
    english = by_language["en"]
    shared = english | by_language.pop(SHARED)
    found: dict[str, frozenset[str]] = {word: frozenset({"en"}) for word in english}
    for language, theirs in by_language.items():
        for word in theirs - shared if language != "en" else ():
            found[word] = found.get(word, frozenset()) | {language}
    return found
