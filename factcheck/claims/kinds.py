"""What a claim is about: the first kind that applies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.facets import dates, quantities
from factcheck.model import ClaimKind

if TYPE_CHECKING:
    from factcheck.claims.decomposition.frames import Statement
    from factcheck.model import Analysis, Token

_COMPARING = frozenset(["JJR", "RBR", "JJS", "RBS"])
_NO_COMPARISON = frozenset(["least", "most", "later", "earlier", "former", "better", "best"])


@dataclass(frozen=True, slots=True)
class Figures:
    """The words of a sentence that belong to quantities, and those that belong to dates."""

    quantities: frozenset[int]
    dates: frozenset[int]


def figures(analysis: Analysis) -> Figures:
    """The quantities and dates of a sentence."""
    timed = frozenset(i for value in dates.find(analysis) for i in analysis.at(value.span))
    counted = frozenset(i for value in quantities.find(analysis) for i in analysis.at(value.span))
    return Figures(counted - timed, timed)


def kind_of(  # noqa: PLR0911  one line a kind
    statement: Statement, analysis: Analysis, found: Figures, quoted: str | None
) -> ClaimKind:
    """The kind of a statement."""
    if quoted is not None:
        return ClaimKind.QUOTE
    if statement.speech is not None:
        return ClaimKind.ATTRIBUTION
    shown = {item if isinstance(item, int) else item.token for item in statement.items}
    tokens = [t for t in analysis.tokens if t.i in shown]
    if any(_compares(t, analysis) for t in tokens):
        return ClaimKind.COMPARISON
    if found.quantities & shown:
        return ClaimKind.QUANTITY
    if found.dates & shown:
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


def _is_identity(statement: Statement, analysis: Analysis) -> bool:
    token = analysis.tokens[statement.predicate]
    copula = any(analysis.tokens[k].rel == "cop" for k in analysis.children[token.i])
    return copula and token.pos in ("NOUN", "PROPN")
