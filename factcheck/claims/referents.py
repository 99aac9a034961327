"""Whom and what a draft has named: names, and the common nouns that head its sentences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from factcheck.claims.data import rows, words
from factcheck.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.claims.parts import Part
    from factcheck.facets import names
    from factcheck.model import Analysis, Token


@dataclass(slots=True)
class Referent:
    """Somebody or something that the draft has named."""

    text: str
    source: Span
    sentence: int
    person: bool
    plural: bool = False
    gender: str | None = None
    subject: bool = False
    key: str = ""
    tokens: frozenset[int] = frozenset()
    actor: bool = False


def unnamed(token: Token, index: int) -> Referent:
    """Somebody beside the named, of whom it is not known who it is: whoever comes next may be either."""
    return Referent(token.text, Span(0, 0), index, person=True, key=f"?{token.lower}", tokens=frozenset([token.i]))


def again(referent: Referent, token: Token, index: int) -> Referent:
    """The same referent, named again by a pronoun."""
    return Referent(
        referent.text,
        referent.source,
        index,
        referent.person,
        referent.plural,
        referent.gender,
        token.rel == "nsubj",
        referent.key,
        frozenset(),
    )


def is_main_subject(analysis: Analysis, tokens: frozenset[int]) -> bool:
    """Whether the words are the subject of the sentence's main clause."""
    top = next((i for i in tokens if analysis.tokens[i].head not in tokens), None)
    if top is None:
        return False
    token = analysis.tokens[top]
    return token.rel == "nsubj" and analysis.tokens[token.head].rel in ("ROOT", "root", "conj")


def common_subject(analysis: Analysis, part: Part, index: int, named: Sequence[Referent]) -> list[Referent]:
    """The subject of the main clause, where it is a definite common noun ("the ferry", "prices")."""
    if not analysis.roots:
        return []
    root = analysis.roots[0]
    subject = next((t for t in (analysis.tokens[k] for k in analysis.children[root]) if t.rel == "nsubj"), None)
    if subject is None or subject.pos != "NOUN" or any(subject.i in r.tokens for r in named):
        return []
    kids = [analysis.tokens[k] for k in analysis.children[subject.i]]
    definite = (
        any(k.lower in ("the", "this", "these", "both") or k.dep == "nmod:poss" for k in kids) or subject.tag == "NNS"
    )
    if not definite or any(k.rel in ("conj", "acl", "appos") for k in kids):
        return []
    inside = [i for i in analysis.subtree(subject.i) if i < subject.i + 6]
    first, last = inside[0], inside[-1]
    if inside != list(range(first, last + 1)) or any(analysis.tokens[i].pos == "PRON" for i in inside):
        return []
    start, end = analysis.tokens[first].start, analysis.tokens[last].end
    text = analysis.text[start:end].rstrip(" ,;:")
    if analysis.tokens[first].pos == "DET":
        text = text[0].lower() + text[1:]
    person = subject.lemma.lower() in words("titles.txt") and subject.lemma.lower() not in words("pointing-nouns.txt")
    return [
        Referent(
            text,
            part.source(start, end),
            index,
            person,
            subject.tag == "NNS",
            None,
            True,
            subject.lemma.lower(),
            frozenset(inside),
        )
    ]


def acts_as_person(name: names.Name, analysis: Analysis) -> bool:
    """Whether a name of no known kind speaks, or bears a given name."""
    if name.words and name.words[0] in genders():
        return True
    token = analysis.tokens[name.head]
    return (
        len(name.words) > 1
        and token.rel == "nsubj"
        and analysis.tokens[token.head].lemma.lower() in words("speech-verbs.txt")
    )


@cache
def genders() -> dict[str, str]:
    """Given names and the pronoun that goes with them."""
    return {name: {"m": "he", "f": "she"}[gender] for name, gender in rows("given-names.tsv")}
