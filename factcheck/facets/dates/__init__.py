"""Dates, periods and times of day: found in a text, resolved against its own date, and compared."""

from __future__ import annotations

from factcheck.facets.dates.comparison import compare
from factcheck.facets.dates.detection import find, find_text
from factcheck.facets.dates.value import DateValue
from factcheck.facets.dates.whole import dated_line, dateline, parse_date

__all__ = ["DateValue", "compare", "dated_line", "dateline", "find", "find_text", "parse_date"]
