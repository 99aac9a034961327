"""Whether a text puts a predicate as a fact, a possibility, a plan or an allegation."""

from __future__ import annotations

from typing import Literal

from factcheck.facets.polarity.cues import CLAUSES, REACH, introduced_by, is_a
from factcheck.model import Analysis, Token

Modality = Literal["fact", "possible", "necessary", "planned", "alleged", "denied", "conditional", "question"]

_OWN: tuple[tuple[str, Modality], ...] = (
    ("alleged adverb", "alleged"),
    ("alleged adjective", "alleged"),
    ("possible auxiliary", "possible"),
    ("possible adverb", "possible"),
    ("conditional auxiliary", "conditional"),
    ("necessary auxiliary", "necessary"),
    ("planned auxiliary", "planned"),
)
_DENIED: tuple[str, Modality] = ("denied verb", "denied")
_ALLEGED: tuple[tuple[str, Modality], ...] = (("alleged verb", "alleged"),)
_EXPECTED: tuple[tuple[str, Modality], ...] = (("possible verb", "possible"), ("planned verb", "planned"))
_POSSIBLE = _EXPECTED[0]
_AHEAD: tuple[tuple[str, Modality], ...] = (
    _EXPECTED[1],
    ("attempted verb", "planned"),
    ("necessary verb", "necessary"),
)
_OTHERS: tuple[tuple[str, Modality], ...] = (
    ("denied noun", "denied"),
    ("alleged noun", "alleged"),
    ("possible noun", "possible"),
    ("planned noun", "planned"),
)
_ADJECTIVES: tuple[tuple[str, Modality], ...] = (
    ("planned adjective", "planned"),
    ("possible adjective", "possible"),
    ("necessary adjective", "necessary"),
)


def modality(analysis: Analysis, i: int) -> Modality:
    """How the text puts the predicate at token `i`: as a fact, a possibility, a plan, an allegation …"""
    if _asked(analysis, i):
        return "question"
    at = i
    for _ in range(REACH):
        found = _own_modality(analysis, at, i) or _governed_modality(analysis, at)
        if found is not None:
            return found
        token = analysis.tokens[at]
        if token.head == at or not _carries(analysis, at):
            break
        at = token.head
    return "fact"


def _asked(analysis: Analysis, i: int) -> bool:
    return analysis.tokens[i].head == i and analysis.text.rstrip("\"”’') ").endswith("?")


def _carries(analysis: Analysis, i: int) -> bool:
    """Whether what governs the head also governs the token: an infinitive, or a shared auxiliary."""
    token = analysis.tokens[i]
    if token.rel == "conj":
        return analysis.child(i, "nsubj") is None and analysis.child(i, "aux") is None
    return token.rel == "xcomp"


def _own_modality(analysis: Analysis, at: int, i: int) -> Modality | None:
    """From the auxiliaries and adverbs of the predicate, or of the verb that it is an infinitive of."""
    children = [
        analysis.tokens[j]
        for j in analysis.children[at]
        if analysis.tokens[j].rel in ("aux", "advmod", "mark", "amod", "cop", "advcl")
    ]
    own = at == i or analysis.tokens[i].rel == "conj"
    if own and any(token.rel == "mark" and is_a(token, "conditional mark") for token in children):
        return "conditional"
    for kind, modal in _OWN:
        if any(is_a(token, kind) and token.rel != "advcl" and not _is_had(token) for token in children):
            return modal
    return None


def _is_had(token: Token) -> bool:
    """Whether "'d" is short for "had", as in "she'd been there", and not for "would"."""
    return token.lemma.lower() == "have" and token.lower in ("'d", "’d")


def _governed_modality(analysis: Analysis, i: int) -> Modality | None:
    """From the word that governs the predicate: "accused of", "plans to", "is likely to", "a proposal to"."""
    token = analysis.tokens[i]
    if token.head == i or token.rel not in CLAUSES:
        return None
    if token.rel in ("advcl", "obl") and not introduced_by(analysis, i, "of", "to", "on", "with"):
        return None
    head = analysis.tokens[token.head]
    return next((modal for kind, modal in _governors(analysis, i, head) if is_a(head, kind)), None)


def _governors(analysis: Analysis, i: int, head: Token) -> tuple[tuple[str, Modality], ...]:
    """The kinds of word that can govern the clause of `i`, by the clause's relation, and what they make of it."""
    relation = analysis.tokens[i].rel
    if relation == "acl":
        return _OTHERS if introduced_by(analysis, i, "to", "of", "that") else ()
    if relation in ("advcl", "obl"):
        if introduced_by(analysis, i, "of", "with"):  # "accused of fraud", "charged with fraud"
            return _ALLEGED
        return _AHEAD if is_a(head, "bound participle") else ()
    if relation == "ccomp":
        return (_DENIED, *_ALLEGED, *_EXPECTED, *_ADJECTIVES)
    return (_DENIED, *_ALLEGED, _POSSIBLE, *_AHEAD, *_ADJECTIVES)
