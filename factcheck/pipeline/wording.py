"""A claim as it is parsed."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.model import Claim, Piece, Span

# A longer antecedent is a clause, not a name: it tells the reader what "this" is, and is no part of what is claimed.
LONGEST_ANTECEDENT = 6


def without_brackets(claim: Claim) -> Claim:
    """The claim as it is parsed: editors' brackets are for the reader, and so is a whole clause put behind "this"."""
    dropped = {match.start() for match in re.finditer(r"[\[\]]", claim.text)}
    for match in re.finditer(r" ?\[([^\[\]]*)\]", claim.text):
        if len(match.group(1).split()) > LONGEST_ANTECEDENT:
            dropped |= set(range(*match.span()))
    if not dropped:
        return claim
    kept = [i for i in range(len(claim.text)) if i not in dropped]
    place = {old: new for new, old in enumerate(kept)}

    def moved(span: Span) -> Span:
        inside = [place[i] for i in range(span.start, span.end) if i in place]
        return Span(inside[0], inside[-1] + 1) if inside else Span(0, 0)

    return replace(
        claim,
        text="".join(claim.text[i] for i in kept),
        pieces=tuple(Piece(moved(piece.span), piece.source) for piece in claim.pieces),
    )
