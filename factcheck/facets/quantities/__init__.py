"""Quantities: numbers in a text with their units, and whether a claim's number is that of a passage.

Years, dates and clock times are not quantities, nor are numbers inside names.
"""

from __future__ import annotations

from factcheck.facets.quantities.comparison import compare
from factcheck.facets.quantities.detection import drafts
from factcheck.facets.quantities.draft import Draft
from factcheck.facets.quantities.nouns import Noun, adjacent_noun, parsed_noun
from factcheck.facets.quantities.value import Bound, Quantity
from factcheck.facets.quantities.words import Word, scan
from factcheck.model import Analysis, Span

__all__ = ["Bound", "Quantity", "compare", "find", "find_text"]


def find(analysis: Analysis) -> tuple[Quantity, ...]:
    """The quantities of a parsed sentence, in order; the parse names what each counts or measures."""
    words = scan(analysis.text)
    found = []
    for draft in drafts(words):
        span = Span(words[draft.start].start, words[draft.end - 1].end)
        noun = parsed_noun(analysis, span, draft.dimension)
        if noun is not None:
            found.append(_quantity(analysis.text, span, draft, noun))
    return tuple(found)


def find_text(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text that has no parse (a table cell); the noun is the nearest that fits."""
    words = scan(text)
    return tuple(
        _quantity(text, _span(words, draft), draft, Noun(adjacent_noun(words, draft.end))) for draft in drafts(words)
    )


def _span(words: list[Word], draft: Draft) -> Span:
    return Span(words[draft.start].start, words[draft.end - 1].end)


def _quantity(text: str, span: Span, draft: Draft, noun: Noun) -> Quantity:
    return Quantity(
        span=span,
        text=span.of(text),
        low=draft.low,
        high=draft.high,
        value=draft.value,
        precision=draft.precision,
        approximate=draft.approximate,
        bound=draft.bound,
        unit=draft.dimension,
        written_unit=draft.unit.name,
        figure=draft.figure,
        noun=noun.lemma,
        head=noun.head,
        token=noun.token,
    )
