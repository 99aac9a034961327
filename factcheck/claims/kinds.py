"""What a claim is about: the first kind that applies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.model import ClaimKind

if TYPE_CHECKING:
    from factcheck.claims.frames import Statement
    from factcheck.model import Analysis, Token

_COMPARING = frozenset(["JJR", "RBR", "JJS", "RBS"])
_NO_COMPARISON = frozenset(["least", "most", "later", "earlier", "former", "better", "best"])


def kind_of(statement: Statement, analysis: Analysis, quoted: str | None) -> ClaimKind:  # noqa: PLR0911  one line a kind
    """The kind of a statement."""
    if quoted is not None:
        return ClaimKind.QUOTE
    if statement.speech is not None:
        return ClaimKind.ATTRIBUTION
    shown = {item if isinstance(item, int) else item.token for item in statement.items}
    tokens = [t for t in analysis.tokens if t.i in shown]
    if any(_compares(t, analysis) for t in tokens):
        return ClaimKind.COMPARISON
    numbers = [t for t in tokens if (t.pos == "NUM" and t.lower != "one") or t.text in ("%", "$", "£", "€")]
    timed = any(t.lower in words("time-nouns.txt") and t.pos in ("NOUN", "PROPN") for t in tokens)
    if any(not _is_year(t) and not _is_day(t, tokens) for t in numbers):
        return ClaimKind.QUANTITY
    if numbers or timed:
        return ClaimKind.DATE
    if statement.identity or _is_identity(statement, analysis):
        return ClaimKind.IDENTITY
    return ClaimKind.CAUSAL if any(t.lemma.lower() in words("causal-words.txt") for t in tokens) else ClaimKind.EVENT


def _compares(token: Token, analysis: Analysis) -> bool:
    """Whether the word compares; "more than 40" only bounds a number."""
    if token.tag not in _COMPARING or token.lower in _NO_COMPARISON:
        return False
    after = analysis.tokens[token.i + 1 : token.i + 4]
    return not (len(after) > 1 and after[0].lower == "than" and any(t.pos in ("NUM", "SYM") for t in after[1:]))


def _is_year(token: Token) -> bool:
    return token.text.isdigit() and len(token.text) == 4


def _is_day(token: Token, tokens: list[Token]) -> bool:
    near = {t.lower for t in tokens if abs(t.i - token.i) <= 1}
    return token.text.isdigit() and len(token.text) <= 2 and bool(near & words("time-nouns.txt"))


def _is_identity(statement: Statement, analysis: Analysis) -> bool:
    token = analysis.tokens[statement.predicate]
    copula = any(analysis.tokens[k].rel == "cop" for k in analysis.children[token.i])
    return copula and token.pos in ("NOUN", "PROPN")
