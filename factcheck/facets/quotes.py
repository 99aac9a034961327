"""Quotations: where they are in a text, and whether their words are those of a note."""

from __future__ import annotations

from factcheck.facets.quotes_compare import QuoteMatch, compare
from factcheck.facets.quotes_find import Quote, find_text

__all__ = ["Quote", "QuoteMatch", "compare", "find_text"]
