"""Whom and what a draft names: one record a mention, with what is known of the person or thing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING

from factcheck.claims.data import rows, words
from factcheck.facets import lexicon
from factcheck.facets.names.data import gendered_names

if TYPE_CHECKING:
    from collections.abc import Collection

    from factcheck.claims.parts import Part
    from factcheck.model import Analysis, Span


class Role(IntEnum):
    """What a mention does in its sentence, the most prominent first."""

    TOPIC = 0
    SUBJECT = 1
    OBJECT = 2
    OBLIQUE = 3
    PART = 4


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence of a draft: its parse, its place, and its number."""

    analysis: Analysis
    part: Part
    index: int

    def text(self, first: int, last: int) -> str:
        """The words from one token to another."""
        return self.analysis.text[self.analysis.tokens[first].start : self.analysis.tokens[last].end]

    def source(self, first: int, last: int) -> Span:
        """Where the words from one token to another stand in the document."""
        return self.part.source(self.analysis.tokens[first].start, self.analysis.tokens[last].end)


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody or something, as one sentence names it.

    `text` is what stands for it in brackets, "" where no words of the draft can; `key` is the same in every mention;
    `words` are those of its name or phrase; `nouns` what it is called or said to be; `acts`: a name of no
    known kind that is the subject of several clauses; `article` whether it was told
    of as "the", "a" or neither ("-"); `form` is what a pronoun that means it wants; `is_open`: that it
    does is likely, not certain.
    """

    text: str
    source: Span
    sentence: int
    kind: str
    key: str
    role: Role
    plural: bool = False
    named: bool = False
    gender: str | None = None
    tokens: frozenset[int] = frozenset()
    words: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    acts: bool = False
    article: str = ""
    form: str = ""
    is_open: bool = False

    @property
    def is_person(self) -> bool:
        """Whether it is certainly a person."""
        return self.kind == "person"

    @property
    def may_be_person(self) -> bool:
        """Whether "he" or "she" may stand for it."""
        return self.kind in ("person", "unknown") and not self.plural


def role_of(analysis: Analysis, tokens: Collection[int]) -> Role:
    """What the words do in their sentence."""
    top = next((i for i in sorted(tokens) if analysis.tokens[i].head not in tokens or i in analysis.roots), None)
    if top is None:
        return Role.PART
    token = analysis.tokens[top]
    if token.rel == "nsubj":
        head = analysis.tokens[token.head]
        outer = head.i in analysis.roots or (head.rel in ("conj", "parataxis") and head.head in analysis.roots)
        return Role.TOPIC if outer else Role.SUBJECT
    if min(tokens) == 0 and token.rel in ("ROOT", "root", "vocative", "dislocated", "dep"):
        return Role.TOPIC
    return {"obj": Role.OBJECT, "iobj": Role.OBJECT, "obl": Role.OBLIQUE}.get(token.rel, Role.PART)


def names_person(noun: str) -> bool:
    """Whether a common noun is a word for a person."""
    if noun in gendered():
        return True
    if noun in words("titles.txt"):
        return not any(lexicon.falls_under(noun, kind) for kind in ("group", "artifact", "animal", "communication"))
    return lexicon.falls_under(noun, "person")


@cache
def gendered() -> dict[str, str]:
    """Nouns and titles of men and women, and the pronoun that goes with each."""
    return {noun: {"m": "he", "f": "she"}[gender] for noun, gender in rows("gendered-nouns.tsv")}


@cache
def genders() -> dict[str, str]:
    """Given names and the pronoun that goes with them."""
    return {name: {"m": "he", "f": "she"}[gender] for name, gender in gendered_names().items()}
