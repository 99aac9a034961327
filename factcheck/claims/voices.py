"""Who speaks each quotation of a draft: told beside one of its sentences, and so for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims import quotes
from factcheck.claims.assembly import named_speaker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.claims.parts import Part
    from factcheck.claims.referents.context import Resolved
    from factcheck.model import Analysis, Span

Voices = dict[tuple["Span", "Span"], str]


def voices(read: Iterable[tuple[Part, Analysis, Resolved]]) -> Voices:
    """The speakers of quotations, by the place of their block and their own in it; where it is open, there is none."""
    found: Voices = {}
    for part, analysis, resolved in read:
        speech = quotes.speech_in(analysis, part) if part.quotes else None
        if speech is None or speech.whole:
            continue
        name = named_speaker(quotes.statement(analysis, speech), analysis, resolved)
        for quote in part.quotes:
            if name is not None and not quote.scare:
                found.setdefault((part.block.span, quote.span), name)
    return found


def voice(known: Voices, part: Part) -> str | None:
    """Who speaks in a sentence, where another sentence of the same quotation tells."""
    told = (known.get((part.block.span, quote.span)) for quote in part.quotes)
    return next((name for name in told if name is not None), None)
