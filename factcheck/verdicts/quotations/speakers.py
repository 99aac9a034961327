"""Whether two ways to name a speaker ("Orr", "MAYOR MARY ORR", "the engineer") name one person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from factcheck.facets import lexicon, names
from factcheck.facets.names import Name
from factcheck.facets.names.data import fold, places, titles, words_of
from factcheck.model import Relation, Span

WORDS = Path(__file__).parent.parent / "data" / "quoted-words.tsv"
_WORD = re.compile(r"[^\W\d_][\w’'.\-]*")
PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "you", "who"})
# An acronym is an organisation's name, and organisations speak through persons.
_ACRONYM = re.compile(r"[A-Z]{2,6}")


class Who(StrEnum):
    """How two speakers stand to one another."""

    SAME = "same"
    OTHER = "other"
    UNKNOWN = "unknown"


@cache
def listed(kind: str) -> frozenset[str]:
    """The words of one kind in the table; an underscore stands for a blank."""
    lines = [line.split("\t") for line in WORDS.read_text("utf-8").splitlines() if not line.startswith("#")]
    return frozenset(word.replace("_", " ") for row, found in lines if row == kind for word in found.split())


@dataclass(frozen=True, slots=True)
class _Speaker:
    """A speaker as named words and as the offices among them."""

    names: tuple[str, ...]
    roles: frozenset[str]


def same_speaker(claim: str | None, passage: str | None, around: str = "") -> Who:
    """Whether the claim's speaker is the passage's.

    A single word may be an organisation that speaks through a person: where `around`, the words near the passage,
    holds it, nobody knows.
    """
    if not claim or not passage:
        return Who.UNKNOWN
    ours, theirs = _speaker(claim), _speaker(passage)
    if ours.names and theirs.names:
        return _same_name(ours, theirs, around)
    if ours.names or theirs.names or not ours.roles or not theirs.roles:
        return Who.SAME if not theirs.names and fold(claim) == fold(passage) else _shared(ours, theirs)
    return Who.SAME if ours.roles & theirs.roles else _other_office(ours.roles, theirs.roles)


def _speaker(text: str) -> _Speaker:
    words = [word for word in _WORD.findall(text) if fold(word) not in PRONOUNS and fold(word) != "the"]
    roles = frozenset(fold(word) for word in words if fold(word) in titles())
    named = tuple(
        word for word in words if word[0].isupper() and fold(word) not in roles and fold(word) not in words_of("suffix")
    )
    known = not places(" ".join(named)) and not any(fold(word) in words_of("organisation") for word in named)
    whole = known and not (len(words) == 1 and _ACRONYM.fullmatch(words[0]) and fold(words[0]) not in roles)
    return _Speaker(named if whole or text.isupper() else (), roles)


def _shared(ours: _Speaker, theirs: _Speaker) -> Who:
    """Two of which one has no name: the same where they share the office, otherwise nobody knows."""
    return Who.SAME if ours.roles & theirs.roles else Who.UNKNOWN


def _other_office(ours: frozenset[str], theirs: frozenset[str]) -> Who:
    """Other offices are other persons, unless one office is a kind of the other or a word for any."""
    if (ours | theirs) & listed("role"):
        return Who.UNKNOWN
    pairs = [(a, b) for a in ours for b in theirs]
    near = any(
        lexicon.hypernym(a, b, "NOUN") or lexicon.hypernym(b, a, "NOUN") or lexicon.synonyms(a, b, "NOUN")
        for a, b in pairs
    )
    return Who.UNKNOWN if near else Who.OTHER


def _same_name(ours: _Speaker, theirs: _Speaker, around: str) -> Who:
    outcome = names.compare(_name(ours), _name(theirs))
    if outcome.relation is Relation.AGREES:
        return Who.SAME
    words = {fold(word) for word in _WORD.findall(around)}
    if len(ours.names) == 1 and fold(ours.names[0]) in words:
        return Who.UNKNOWN
    return Who.OTHER if outcome.how in ("different", "perhaps-different") else Who.UNKNOWN


def _name(speaker: _Speaker) -> Name:
    text = " ".join(word.title() if word.isupper() and len(word) > 2 else word for word in speaker.names)
    words = tuple(fold(word) for word in speaker.names)
    return Name(Span(0, len(text)), text, "person" if len(words) > 1 else "unknown", words, None, 0)
