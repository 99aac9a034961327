"""What a quantity counts or measures: from the parse, or from the words beside it."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.facets.quantities.value import COUNT, ORDINAL
from factcheck.facets.quantities.words import WORD, Word, at, cues, hyphen, plural
from factcheck.model import Analysis, Span, Token

LOOK_AHEAD = 4
_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth"}
_NOMINAL = frozenset({"NOUN", "PROPN"})
_ATTACHED = frozenset({"nummod", "amod", "compound", "nmod", "det", "advmod"})
_MAX_CLIMB = 6


@dataclass(frozen=True, slots=True)
class Noun:
    """The lemma of the thing, its token, and the topmost token of the number expression itself."""

    lemma: str | None
    head: int | None = None
    token: int | None = None


def parsed_noun(analysis: Analysis, span: Span, dimension: str) -> Noun | None:
    """The noun by the parse; None where the parse says that the expression is no quantity after all."""
    inside = analysis.at(span)
    if not inside:
        return Noun(None)
    top = _top(analysis, inside)
    if dimension == COUNT and _pronoun_one(inside, top):
        return None
    if dimension == ORDINAL and top.lower == "first" and top.pos == "ADV":
        return None
    noun = _below(analysis, top, inside) or _above(analysis, top, inside)
    if noun is None:
        return Noun(None, None, top.i)
    return Noun(lemma(noun), noun.i, top.i)


def lemma(token: Token) -> str:
    """The dictionary form that nouns are compared by: "person" for people."""
    base = (token.lemma or token.text).lower()
    return _IRREGULAR.get(base, base)


def adjacent_noun(words: list[Word], end: int) -> str | None:
    """The first plural noun within a few words after the expression, else the noun that a hyphen ties to it."""
    if hyphen(words, end) and words[end + 1].kind == WORD:
        return words[end + 1].lower
    i = end + 1 if at(words, end) == "of" else end
    while at(words, i) in cues("determiner") and i < end + 2:
        i += 1
    for j in range(i, min(i + LOOK_AHEAD, len(words))):
        if words[j].kind != WORD or words[j].lower in cues("function"):
            break
        if plural(words, j):
            return singular(words[j].lower)
    if i < len(words) and words[i].kind == WORD and words[i].lower not in cues("function"):
        return words[i].lower
    return None


def singular(word: str) -> str:
    """The singular of a regular plural, and of a few irregular ones."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > len("ties"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and word != "series" else word


def _top(analysis: Analysis, inside: list[int]) -> Token:
    """The token of the expression whose head lies outside it; the last of several, which is the unit or the figure."""
    members = set(inside)
    tops = [
        analysis.tokens[i] for i in inside if analysis.tokens[i].head not in members or analysis.tokens[i].head == i
    ]
    numbers = [token for token in tops if token.pos in {"NUM", "NOUN", "SYM", "PROPN"}]
    return (numbers or tops or [analysis.tokens[inside[-1]]])[-1]


def _pronoun_one(inside: list[int], top: Token) -> bool:
    return len(inside) == 1 and top.lower == "one" and top.rel not in {"nummod", "compound", "dep", "root"}


def _below(analysis: Analysis, top: Token, inside: list[int]) -> Token | None:
    """The noun of an "of" phrase: "25 percent of voters", "half of the members", "12 of his 31 points"."""
    for i in analysis.children[top.i]:
        child = analysis.tokens[i]
        if i in inside or i < top.i or child.rel != "nmod" or child.pos not in _NOMINAL:
            continue
        case = analysis.child(i, "case")
        if case is not None and case.lower == "of":
            return child
    return None


def _above(analysis: Analysis, top: Token, inside: list[int]) -> Token | None:
    """The noun that the expression modifies: "13,000 people", "tariffs of 25 percent", "a 12-year sentence"."""
    token, members = top, set(inside)
    for _ in range(_MAX_CLIMB):
        head = analysis.tokens[token.head]
        if head.i == token.i or token.rel not in _ATTACHED:
            return None
        counted = head.pos in _NOMINAL or (head.pos == "ADJ" and token.rel == "nummod")  # "13,000 dead"
        if head.i not in members and counted:
            return head
        token = head
    return None
