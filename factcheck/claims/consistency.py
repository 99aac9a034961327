"""The draft against itself (FC6xx): one thing that it gives in two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.claims.parts import Part
    from factcheck.model import Analysis, Document, Inconsistency


def inconsistencies(parsed: Sequence[tuple[Part, Analysis]], document: Document) -> tuple[Inconsistency, ...]:
    """Pairs of places that cannot both be right."""
    return ()
