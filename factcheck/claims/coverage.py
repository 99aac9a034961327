"""The proof that nothing of a sentence was dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.claims.extract import Part
    from factcheck.model import Analysis, Span


def spans(analysis: Analysis, shown: Sequence[int], part: Part) -> tuple[Span, ...]:
    """The stretches of the document that hold the given words, joined where only punctuation lies between."""
    tokens = analysis.tokens
    out: list[tuple[int, int]] = []
    for i in shown:
        if out and all(tokens[k].pos == "PUNCT" for k in range(out[-1][1] + 1, i)):
            out[-1] = (out[-1][0], i)
        else:
            out.append((i, i))
    return tuple(part.source(tokens[a].start, tokens[b].end) for a, b in out)
