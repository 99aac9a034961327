"""Rows of a table: each figure of a row is a claim about what the row's first cell names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.identity import claim_id
from factcheck.model import Cell, Claim, ClaimKind, Exclusion, Piece, Sentence, Span

if TYPE_CHECKING:
    from collections import Counter

    from factcheck.claims.parts import Part

NO_VALUE = "no value"
HEADER_ROW = "header row"


def table_row(part: Part, index: int, counts: Counter[str]) -> tuple[Sentence, list[Claim]]:
    """The claims of one row: "Poland, members: 5,120"."""
    whole = part.source(0, len(part.text))
    cells = [cell for cell in part.block.cells if cell.text.strip()]
    if len(cells) < 2 or cells[0].row == 0:
        reason = HEADER_ROW if cells and cells[0].row == 0 else NO_VALUE
        return Sentence(index, whole, excluded=(Exclusion(whole, reason),)), []
    claims = [_claim(cells[0], cell, index, counts) for cell in cells[1:]]
    return Sentence(index, whole, tuple(claim.id for claim in claims)), claims


def _claim(first: Cell, cell: Cell, index: int, counts: Counter[str]) -> Claim:
    name, header, value = first.text.strip(), cell.header.strip(), cell.text.strip()
    lead = f"{name}, {header}: " if header else f"{name}: "
    text = lead + value
    counts[claim_id(text)] += 1
    kind = ClaimKind.QUANTITY if any(c.isdigit() for c in value) else ClaimKind.IDENTITY
    pieces = (
        Piece(Span(0, len(name)), first.span),
        Piece(Span(len(name), len(lead)), None),
        Piece(Span(len(lead), len(text)), cell.span),
    )
    spans = tuple(sorted((first.span, cell.span)))
    return Claim(claim_id(text, counts[claim_id(text)]), text, kind, spans, index, pieces=pieces)
