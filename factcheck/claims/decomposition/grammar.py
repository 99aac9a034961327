"""Repairs of grammar: a participle made finite, agreement, articles. Nothing here adds a content word."""

from __future__ import annotations

from functools import cache

from factcheck.claims.data import rows, words
from factcheck.facets.tables import rows as table_rows

_VOWELS = "aeiou"
# Spelled with a consonant and spoken with a vowel, and the other way round.
_SILENT_H = ("hour", "honest", "honour", "honor", "heir")
_SPOKEN_CONSONANT = ("uni", "use", "usu", "eu", "one", "once", "ute", "ura", "uku")
_VOWEL_LETTERS = frozenset("AEFHILMNORSX")


@cache
def _past_forms() -> dict[str, str]:
    return {base: past for base, past, _ in rows("irregular-verbs.tsv")}


@cache
def _participles() -> dict[str, str]:
    return {base: participle for base, _, participle in rows("irregular-verbs.tsv")}


def past_participle(lemma: str) -> str:
    """The past participle: "steal" gives "stolen"."""
    return _participles().get(lemma) or past(lemma)


def past(lemma: str) -> str:
    """The past tense: "leave" gives "left"; "be" is the caller's matter."""
    irregular = _past_forms().get(lemma)
    if irregular:
        return irregular
    for prefix in ("re", "un", "over", "out", "mis", "under"):
        base = lemma.removeprefix(prefix)
        if base != lemma and len(base) > 2 and base in _past_forms():
            return prefix + _past_forms()[base]
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    return (lemma + lemma[-1] if _doubles(lemma) else lemma) + "ed"


def present(lemma: str, plural: bool) -> str:
    """The present tense for "they" or for "it"."""
    if lemma == "be":
        return "are" if plural else "is"
    if plural:
        return lemma
    if lemma == "have":
        return "has"
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def be(plural: bool, is_past: bool) -> str:
    """The form of "be"."""
    if is_past:
        return "were" if plural else "was"
    return "are" if plural else "is"


def article(following: str) -> str:
    """ "a" or "an", by the sound of the next word as far as its spelling tells."""
    lower = following.lower()
    if following.isupper() and len(following) > 1:
        return "an" if following[0] in _VOWEL_LETTERS else "a"
    if lower[:1].isdigit():
        return "an" if lower.startswith(("8", "11", "18")) else "a"
    if lower.startswith(_SILENT_H):
        return "an"
    if lower[:1] in _VOWELS and not lower.startswith(_SPOKEN_CONSONANT):
        return "an"
    return "a"


def _doubles(lemma: str) -> bool:
    if lemma in words("doubling-verbs.txt"):
        return True
    if len(lemma) < 3 or lemma[-1] in _VOWELS + "wxy" or lemma[-2] not in _VOWELS or lemma[-3] in _VOWELS:
        return False
    return sum(1 for a, b in zip(lemma, lemma[1:] + " ", strict=False) if a in _VOWELS + "y" and b not in _VOWELS) == 1


@cache
def demonyms() -> frozenset[str]:
    """What people and things of a country are called: "Dutch", "Canadian"."""
    return frozenset(word for row in table_rows("countries.tsv") if len(row) > 2 for word in row[2].split(";") if word)
