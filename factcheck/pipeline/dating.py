"""The day of a document: the one that the user gives, its own, or unknown; never the file's time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.model import Document

# A line that is only a date stands among so many blocks at the head of a document.
HEAD_BLOCKS = 5


def dated(document: Document, given: date | None = None) -> Document:
    """The document with its day: the given one, that of its metadata, or one that stands at its head."""
    return replace(document, date=given or document.date or _own_date(document))


def _own_date(document: Document) -> date | None:
    """The date that a dispatch opens with, or that stands by itself above the copy."""
    from factcheck.facets import dates

    for number, block in enumerate(document.blocks):
        text = block.span.of(document.text)
        day = dates.dateline(text)[1]
        if day is None and number < HEAD_BLOCKS:
            day = dates.dated_line(text) or dates.dated_line(document.words(block.span))
        if day is not None:
            return day
    return None
