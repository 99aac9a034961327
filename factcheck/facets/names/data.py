"""What names are made of: countries and their people, other places, titles, given names, and the words inside names."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from factcheck.facets.tables import rows

# Letters that Unicode does not take apart.
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ŋ": "n", "ħ": "h"}
)
_SILENT = str.maketrans("", "", ".'’ʼ`´,")


@dataclass(frozen=True, slots=True)
class Place:
    """A known place: its first name, level (country, city, …), where it lies, and whether the word is its adjective."""

    id: str
    level: str
    within: str
    adjective: bool


@lru_cache(1 << 15)
def fold(word: str) -> str:
    """The word in lower case without diacritics, stops and apostrophes."""
    plain = unicodedata.normalize("NFKD", word.lower().translate(_UNDECOMPOSED))
    return "".join(c for c in plain if not unicodedata.combining(c)).translate(_SILENT)


@lru_cache(1 << 14)
def places(name: str) -> tuple[Place, ...]:
    """The known places that a name or adjective may stand for; nothing for an unknown one."""
    words = [fold(word) for word in name.split()]
    if words and words[0] == "the":
        words = words[1:]
    return _gazetteer().get(" ".join(words), ())


@cache
def _gazetteer() -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = defaultdict(list)

    def add(names: str, place: Place) -> None:
        for name in filter(None, names.split(";")):
            words = [fold(word) for word in name.split() if fold(word) != "the"]
            key = " ".join(words)
            found[key].append(place)
            if place.adjective and not key.endswith(("s", "ch", "sh", "ese", "men", "man", "woman")):
                found[key + "s"].append(place)

    for row in rows("countries.tsv"):
        country, others, people, capitals = (*row, "", "", "")[:4]
        add(f"{country};{others}", Place(country, "country", "", False))
        add(people, Place(country, "country", "", True))
        if capitals:
            add(
                capitals,
                Place(capitals.split(";")[0] if country != "Netherlands" else capitals, "city", country, False),
            )
    for row in rows("places.tsv"):
        level, listed, people, within = (*row, "", "", "")[:4]
        for names in listed.split("|"):
            first = names.split(";")[0]
            add(names, Place(first, level, within, False))
            add(people, Place(first, level, within, True))
    return {name: tuple(dict.fromkeys(found[name])) for name in found}


@cache
def capitals() -> dict[str, str]:
    """The country of each capital, both by their first names; the capital by its folded name."""
    found: dict[str, str] = {}
    for row in rows("countries.tsv"):
        country, _, _, names = (*row, "", "", "")[:4]
        found.update((fold(name), country) for name in names.split(";") if name)
    return found


@cache
def words_of(kind: str) -> frozenset[str]:
    """The words of name_words.tsv that say something of a kind."""
    return frozenset(word for row, words in rows("name_words.tsv") if row == kind for word in words.split())


@cache
def titles() -> frozenset[str]:
    """Titles before names, in lower case; those of several words are joined by a space."""
    return _words("titles.txt")


@cache
def title_modifiers() -> frozenset[str]:
    """Words that belong to the title that they precede ("former", "finance")."""
    return _words("title_modifiers.txt")


def is_title_word(word: str) -> bool:
    """Whether a word stands in titles, or belongs to the one that it precedes."""
    return word in titles() or word in title_modifiers()


def _words(name: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for (line,) in rows(name) for word in line.split())


@cache
def given_names() -> dict[str, frozenset[int]]:
    """Each given name and the names that it is a form of: "bill" and "william" share a number."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, (name, _, forms) in enumerate(_given_names()):
        for form in (name, *forms.split()):
            found[form].add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


@cache
def gendered_names() -> dict[str, str]:
    """The given names that are nearly always a man's (m) or a woman's (f)."""
    return {name: gender for name, gender, _ in _given_names() if gender}


def _given_names() -> Iterator[tuple[str, str, str]]:
    for row in rows("given_names.tsv"):
        gender, forms = (*row[1:], "", "")[:2]
        yield row[0], gender, forms
