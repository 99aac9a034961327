"""Quotations: where they are in a text, and whether their words are those of a note."""

from __future__ import annotations

from factcheck.facets.quotes.comparison import QuoteMatch, compare
from factcheck.facets.quotes.detection import Quote, find_text

__all__ = ["Quote", "QuoteMatch", "compare", "find_text"]
