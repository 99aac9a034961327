"""Who speaks each quotation of a draft: told beside one of its sentences, or by whoever had the floor before it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.claims import quotes
from factcheck.claims.assembly import named_speaker
from factcheck.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.claims.parts import Part
    from factcheck.claims.referents.context import Resolved
    from factcheck.facets.quotes import Quote
    from factcheck.model import Analysis, Block, Claim, Span

Voices = dict[tuple["Span", "Span"], str]

_OPENING = tuple('“"«„')


def voices(read: Sequence[tuple[Part, Analysis, Resolved]]) -> Voices:
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
    for early, late in reversed(_over_paragraphs([part for part, _, _ in read])):
        if late in found:
            found.setdefault(early, found[late])
    return found | _before_the_saying([part for part, _, _ in read], found)


def _before_the_saying(read: Sequence[Part], found: Voices) -> Voices:
    """ "“I have it.” He taps a folder. “It is old,” says Berg": the only voice of a paragraph spoke first, too."""
    named: dict[Span, set[str]] = {}
    for (block, _), name in found.items():
        named.setdefault(block, set()).add(name)
    return {
        (part.block.span, quote.span): next(iter(told))
        for part in read
        for quote in part.quotes
        if len(told := named.get(part.block.span, set())) == 1 and (part.block.span, quote.span) not in found
    }


def voice(known: Voices, part: Part) -> str | None:
    """Who speaks in a sentence, where another sentence of the same quotation tells."""
    told = (known.get((part.block.span, quote.span)) for quote in part.quotes)
    return next((name for name in told if name is not None), None)


def _over_paragraphs(read: Sequence[Part]) -> list[tuple[tuple[Span, Span], tuple[Span, Span]]]:
    """The quotations that end with their paragraph unclosed, each with the one that goes on with it."""
    last: dict[Span, Part] = {part.block.span: part for part in read}
    first: dict[Span, Part] = {}
    for part in read:
        first.setdefault(part.block.span, part)
    order = list(first)
    return [
        ((one, ended.span), (other, first[other].quotes[0].span))
        for one, other in pairwise(order)
        if (ended := _left_open(last[one])) is not None and _opens_with_quote(first[other])
    ]


def _left_open(part: Part) -> Quote | None:
    """The quotation whose closing mark is missing at the end of its paragraph."""
    open_ = (q for q in part.quotes if q.unclosed and q.span.end >= len(part.plain.text))
    return next(open_, None)


def _opens_with_quote(part: Part) -> bool:
    return bool(part.quotes) and part.text.startswith(_OPENING)


@dataclass(frozen=True, slots=True)
class Floor:
    """Who spoke last, and where; `fresh` says that it was in the sentence before, `asked` that it was a question."""

    speaker: str | None = None
    block: Block | None = None
    quote: Quote | None = None
    fresh: bool = False
    asked: bool = False
    open: bool = False

    def going_on(self, part: Part, known: Voices) -> quotes.GoingOn | None:
        """Who, as the sentences before tell, speaks where a sentence is all quotation."""
        if self.speaker is None or self.block is None or not part.quotes or self.speaker == part.block.speaker:
            return None
        if part.block is self.block:
            return quotes.GoingOn(self.speaker, self.quote.span if self.quote else None)
        taken_up = self.open and _opens_with_quote(part)
        answers = self.asked or part.text.rstrip('”"» ').endswith("?")
        alone = self.fresh and not answers and all(block != part.block.span for block, _ in known)
        apart = {self.block.kind, part.block.kind} != {BlockKind.PARAGRAPH} or part.block.speaker is not None
        return None if apart or not (taken_up or alone) else quotes.GoingOn(self.speaker, None)

    def after(self, part: Part, claims: Iterable[Claim], speech: quotes.Speech | None) -> Floor:
        """Who has the floor behind a sentence with these claims."""
        claims = tuple(claims)
        if not claims:
            return self if part.block.kind is BlockKind.PARAGRAPH else Floor()
        if speech is not None:
            name = quotes.name_of(claims[0].speaker or speech.speaker)
            asked = speech.text.rstrip().endswith("?")
            ended = _left_open(part)
            return Floor(name, part.block, part.quotes[-1], fresh=True, asked=asked, open=ended is not None)
        told = {quotes.name_of(claim.speaker) for claim in claims if claim.speaker} - {part.block.speaker}
        if len(told) == 1 and not part.quotes:
            return Floor(told.pop(), part.block, fresh=True)
        same = self.quote is not None and part.block is self.block and not told
        return Floor(self.speaker, self.block, self.quote) if same else Floor()
