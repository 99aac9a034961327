"""What a claim is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import ClaimKind

if TYPE_CHECKING:
    from factcheck.claims.clauses import Statement
    from factcheck.claims.wording import Wording
    from factcheck.model import Analysis


def kind_of(statement: Statement, analysis: Analysis, wording: Wording) -> ClaimKind:
    """The first kind that applies."""
    if statement.speech is not None:
        return ClaimKind.ATTRIBUTION
    tokens = [analysis.tokens[t] for _, _, t in wording.pieces if t is not None]
    if any(t.tag in ("JJR", "RBR", "JJS", "RBS") for t in tokens):
        return ClaimKind.COMPARISON
    if any(t.pos == "NUM" for t in tokens):
        return ClaimKind.QUANTITY
    return ClaimKind.EVENT
