"""The words of a text that carry its information: how much each carries, and by which forms it is known again."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

from factcheck.claims.data import words as joining_words
from factcheck.facets import lexicon
from factcheck.model import Token

FREQUENCIES = Path(__file__).parent / "data" / "frequencies.tsv"

# A word that carries nothing by itself: what it governs does.
LIGHT = frozenset(
    {"be", "have", "do", "there", "also", "so", "then", "just", "very", "such", "etc", "as", "well", "however", "too"}
)
# Before a name, these say nothing that a note without them would not.
HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "mister", "madam"})
# What such a verb weighs: next to nothing, but "had no children" has to find "had children".
LIGHT_VERBS = frozenset({"be", "have", "do"})
LIGHT_WEIGHT = 0.05
CONTENT_POS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "SYM", "X", "INTJ"})

# The weight of a word falls with the logarithm of its frequency; these two fix the ends of the line:
# a word seen 1,000 times in 100,000 weighs the least, one seen fewer than 5 times the most.
COMMON, RARE = 1000.0, 3.0
LEAST_WEIGHT = 0.15


# Letters of the phonetic alphabet: how a name is spoken, not what is said of it.
PHONETIC = re.compile("[\u0250-\u02ff]")


class Kind(StrEnum):
    """What a node of a text is."""

    WORD = "word"
    NAME = "name"
    VALUE = "value"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Word:
    """A content word: its token, its kind, its weight (0 to 1), its lemma, and the forms by which it is known again.

    `first`: of a verb of two words, the forms of the first alone.
    """

    i: int
    kind: Kind
    weight: float
    lemma: str
    pos: str
    forms: frozenset[str]
    first: frozenset[str] = frozenset()


@cache
def _frequencies() -> dict[str, int]:
    table: dict[str, int] = {}
    for line in FREQUENCIES.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            word, count = line.split("\t")
            table[word] = int(count)
    return table


@lru_cache(maxsize=20_000)
def weight(lemma: str) -> float:
    """How much a word tells: 1 for a rare one, near 0 for one that is everywhere."""
    if lemma in LIGHT:
        return LIGHT_WEIGHT if lemma in LIGHT_VERBS else 0.0
    count = max(float(_frequencies().get(lemma, 0)), RARE)
    return max(LEAST_WEIGHT, 1.0 - math.log(count / RARE) / math.log(COMMON / RARE))


@lru_cache(maxsize=20_000)
def plain(word: str) -> str:
    """The word in lower case and without diacritics."""
    decomposed = unicodedata.normalize("NFKD", word.casefold().replace("ł", "l").replace("ø", "o").replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A crude stem, for words whose lemma the model got wrong."""
    for ending, keep in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            base = word[: len(word) - len(ending)] + keep
            if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "aeiousl":
                base = base[:-1]
            return base[:-1] if base.endswith("e") and len(base) > 3 else base
    return word


@lru_cache(maxsize=20_000)
def true_lemma(text: str, lemma: str, pos: str) -> str:
    """The lemma, or where the dictionary does not know it, the base form that it does know."""
    if lexicon.known(lemma, pos):
        return lemma
    for base in (*sorted(lexicon.base_forms(text, pos)), *_bases(text)):
        if lexicon.known(base, pos):
            return base
    return lemma


def _bases(text: str) -> list[str]:
    """The forms that a regular inflection can come from, the likeliest first."""
    found = []
    for ending in ("ies", "ied", "es", "s", "ing", "ed", "er", "est"):
        if text.endswith(ending) and len(text) - len(ending) >= 2:
            base = text[: -len(ending)]
            found += (
                [base + "y"]
                if ending[:2] == "ie"
                else [base, base + "e", base[:-1] if base[-1:] == base[-2:-1] else base]
            )
    return found


def word_of(token: Token, name: bool) -> Word | None:
    """The content word that a token is, if it is one; `name` says that it belongs to a proper name."""
    if token.pos == "PRON":
        return Word(token.i, Kind.PRONOUN, 0.0, token.lower, token.pos, frozenset({token.lower}))
    if (
        (token.pos not in CONTENT_POS and not name)
        or not any(c.isalnum() for c in token.text)
        or PHONETIC.search(token.text)
    ):
        return None
    text = plain(token.text)
    lemma = text if name else true_lemma(text, plain(token.lemma), token.pos)
    forms = frozenset({text}) if name else frozenset({text, lemma, stem(text)})
    heft = 1.0 if name else min(weight(lemma), weight(text))
    honours = token.pos == "PROPN" and text.rstrip(".") in HONORIFICS
    joins = token.pos == "ADV" and text in joining_words("connectives.txt") and "NumType" not in token.morph
    if honours or joins:
        heft = 0.0
    return Word(token.i, Kind.NAME if name else Kind.WORD, heft, lemma, token.pos, forms)
