"""A document to the sentences that are parsed, each tied to its place."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from factcheck.claims import sentences
from factcheck.facets.quotes import Quote, find_text
from factcheck.model import BlockKind, Span
from factcheck.readers.plain import Plain, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Block, Document

# More characters than this are no sentence, but a table without rows or a file without line breaks; not parsed.
LONGEST = 5_000
# A dateline is looked for among so many characters.
DATELINE = 120
# "Figure 1:", "Photo:" before what the picture shows.
_LABEL = re.compile(
    r"(?:Figure|Fig\.|Table|Chart|Map|Box|Photo|Photograph|Picture|Image|Caption)(?: [0-9A-Z]{1,3})?[:.] "
)
# "[laughs]", "(Applause.)": what happens in the room while somebody speaks.
_DIRECTION = re.compile(r"(?:\[[^\[\]\d]{1,40}\]|\([A-Z][^()\d]{1,40}[.!]\))(?= |$)")
_DATELINE = re.compile(r"(?:[A-Z][A-Z.’'-]+ ?){1,4}(?:, [^—–\n]{1,40}?)? (?:\([A-Z]\w+\) )?(?:—|–|--) ")


@dataclass(frozen=True)
class Part:
    """A sentence before it is parsed: its plain words, the quotations of its block, and where it stands."""

    block: Block
    plain: Plain
    span: Span
    quotes: tuple[Quote, ...] = ()

    @property
    def is_too_long(self) -> bool:
        """Whether there are more words than any sentence has."""
        return len(self.span) > LONGEST

    @property
    def is_dateline(self) -> bool:
        """Whether it is the place and the date before a paragraph's first sentence."""
        return self.span.start == 0 and _DATELINE.fullmatch(f"{self.text} ") is not None

    @property
    def is_direction(self) -> bool:
        """Whether it tells in brackets what happens while somebody speaks."""
        return self.block.speaker is not None and _DIRECTION.fullmatch(self.text) is not None

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.span.of(self.plain.text)

    def source(self, start: int, end: int) -> Span:
        """The document's characters behind characters of the sentence."""
        return self.plain.source(Span(self.span.start + start, self.span.start + end))


def parts(document: Document) -> Iterator[Part]:
    """The sentences of a document, in order; a table row is one."""
    for block in document.blocks:
        words = plain(document, block.span)
        if not words.text:
            continue
        quotes = find_text(words.text)
        spans = [Span(0, len(words.text))] if block.kind is BlockKind.TABLE_ROW else sentences.split(words.text)
        open_ = deque(sorted(quotes, key=lambda quote: quote.span.start))
        for span in _without_lead(words.text, spans, block):
            yield Part(block, words, span, _within(open_, span))


def _within(quotes: deque[Quote], span: Span) -> tuple[Quote, ...]:
    """The quotations that the sentence shares words with; those that end before it are done with."""
    while quotes and quotes[0].span.end <= span.start:
        quotes.popleft()
    return tuple(q for q in takewhile(lambda q: q.span.start < span.end, quotes) if q.span.overlaps(span))


def _without_lead(text: str, spans: list[Span], block: Block) -> list[Span]:
    """A place and a date before a dash at the head of a paragraph, or a caption's label, stand by themselves."""
    match = _DATELINE.match(text, 0, DATELINE) if block.kind is BlockKind.PARAGRAPH else None
    match = match or _LABEL.match(text)
    if match is None or not spans or not spans[0].start < match.end() < spans[0].end:
        return [part for span in spans for part in _without_direction(text, span)] if block.speaker else spans
    return [Span(spans[0].start, match.end() - 1), Span(match.end(), spans[0].end), *spans[1:]]


def _without_direction(text: str, span: Span) -> list[Span]:
    """What happens in the room, told in brackets before a sentence, stands by itself."""
    match = _DIRECTION.match(text, span.start, span.end)
    if match is None or match.end() + 1 >= span.end:
        return [span]
    return [Span(span.start, match.end()), Span(match.end() + 1, span.end)]
