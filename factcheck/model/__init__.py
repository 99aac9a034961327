"""The nouns of factcheck, as frozen dataclasses; imports nothing of the rest of the project.

Offsets are code points, ends exclusive. Lines and columns count from 1.
"""

from __future__ import annotations

from factcheck.model.analysis import Analysis, Token
from factcheck.model.claim import Antecedent, Claim, ClaimKind, Exclusion, Extraction, Inconsistency, Piece, Sentence
from factcheck.model.document import Block, BlockKind, Cell, Document, Locator
from factcheck.model.evidence import Evidence, Passage, Stance
from factcheck.model.span import Span
from factcheck.model.verdict import ArticleResult, Comparison, Finding, Label, Relation, Run, Unreadable, Verdict

__all__ = [
    "Analysis",
    "Antecedent",
    "ArticleResult",
    "Block",
    "BlockKind",
    "Cell",
    "Claim",
    "ClaimKind",
    "Comparison",
    "Document",
    "Evidence",
    "Exclusion",
    "Extraction",
    "Finding",
    "Inconsistency",
    "Label",
    "Locator",
    "Passage",
    "Piece",
    "Relation",
    "Run",
    "Sentence",
    "Span",
    "Stance",
    "Token",
    "Unreadable",
    "Verdict",
]
