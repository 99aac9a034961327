"""Pronouns and nouns that point back: what kind of thing each wants, and how its name is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.data import words

if TYPE_CHECKING:
    from factcheck.claims.referents import Referent
    from factcheck.model import Analysis, Token

_HE = frozenset(["he", "him", "his", "himself"])
_SHE = frozenset(["she", "her", "hers", "herself"])
_IT = frozenset(["it", "its"])
_THEY = frozenset(["they", "them", "their", "theirs"])
_POINTING = frozenset(["this", "that", "these", "those"])


def wanted_by(token: Token, analysis: Analysis) -> str | None:  # noqa: PLR0911  one line a kind of pronoun
    """What a word points back to: "he", "she", "it", "they", "this", "company"; None where it points to nothing."""
    lower = token.lower
    if token.pos == "PRON":
        if lower in _HE:
            return "he" if lower != "himself" else None
        if lower in _SHE:
            return "she" if lower != "herself" else None
        if lower in _IT:
            return None if _is_empty(token, analysis) else "it"
        if lower in _THEY:
            return "they"
        return (
            "this"
            if lower in _POINTING and token.rel in ("nsubj", "obj", "obl") and not analysis.children[token.i]
            else None
        )
    if lower in words("pointing-nouns.txt") and token.tag == "NN":
        kids = [analysis.tokens[k] for k in analysis.children[token.i]]
        if len(kids) == 1 and kids[0].lower == "the":
            return "company"
    return None


def own_subject(token: Token, analysis: Analysis) -> int | None:
    """The subject of the clause in which a pronoun stands as something else: "its" in "the bank raised its rates"."""
    if token.rel == "nsubj":
        return None
    at = token.i
    for _ in range(12):
        head = analysis.tokens[at].head
        if head == at:
            return None
        if analysis.tokens[at].rel == "nsubj":
            return None
        subject = next(
            (k for k in analysis.children[head] if analysis.tokens[k].rel == "nsubj" and k < token.i and k != at), None
        )
        if subject is not None:
            return subject
        at = head
    return None


def own_clause(referent: Referent, token: Token, analysis: Analysis) -> bool:
    """Whether a name is the subject of what is not said by the pronoun itself."""
    return not any(analysis.tokens[i].head in _under(token.head, analysis) for i in referent.tokens)


def _under(verb: int, analysis: Analysis) -> set[int]:
    """The verbs that are said under a verb of saying, or that it interrupts."""
    below = {k for k in analysis.children[verb] if analysis.tokens[k].rel in ("ccomp", "parataxis")}
    return below | ({analysis.tokens[verb].head} if analysis.tokens[verb].rel == "parataxis" else set())


def _is_empty(token: Token, analysis: Analysis) -> bool:
    """ "It is clear that …", "it rained": nothing is meant."""
    if token.rel == "expl":
        return True
    head = analysis.tokens[token.head]
    clausal = any(
        analysis.tokens[k].rel in ("csubj", "ccomp", "xcomp", "advcl") and k > head.i for k in analysis.children[head.i]
    )
    return token.rel == "nsubj" and head.pos in ("ADJ", "NOUN") and clausal


def shown(text: str, token: Token) -> str:
    """The name in brackets, in the case of the pronoun that it stands for."""
    if token.lower == "her" and token.dep != "nmod:poss":
        return f"[{text}]"
    if token.dep == "nmod:poss" or token.lower in ("his", "its", "their", "her"):
        return f"[{text}]’s" if not text.endswith("s") else f"[{text}]’"
    return f"[{text}]"
