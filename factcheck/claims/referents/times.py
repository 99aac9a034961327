"""Relative times of a sentence ("last Tuesday") as dates, where the draft's own date is known."""

from __future__ import annotations

import calendar
from datetime import timedelta
from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.facets import dates
from factcheck.facets.dates.words import MONTH_NAMES, spelt

if TYPE_CHECKING:
    from datetime import date

    from factcheck.facets.dates import DateValue
    from factcheck.model import Analysis

_WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])


def times(analysis: Analysis, anchor: date | None) -> dict[int, str | None]:
    """For the last word of each relative time, the date that it stands for; None where that is not certain."""
    if not any(t.lower in _WEEKDAYS or t.lower in words("relative-time-words.txt") for t in analysis.tokens):
        return {}
    found: dict[int, str | None] = {}
    for value in dates.find(analysis, anchor):
        inside = analysis.at(value.span)
        bare = value.text.lower() in _WEEKDAYS
        if not inside or not (value.relative or bare):
            continue
        if bare:
            day = _weekday(value, inside[0], analysis, anchor)
            found[inside[-1]] = None if day is None else spelt(day)
        else:
            certain = not value.unresolved and not value.loose
            found[inside[-1]] = _date_text(value.start, value.end, value.granularity) if certain else None
    return found


def _weekday(value: DateValue, first: int, analysis: Analysis, anchor: date | None) -> date | None:
    """The day that a bare weekday means: the last one before the draft's date, of what is past."""
    if anchor is None or not _is_on(analysis, first):
        return None
    if value.start is not None and not value.unresolved:
        return value.start
    day = list(calendar.day_name).index(value.text.capitalize())
    return anchor - timedelta((anchor.weekday() - day) % 7) if _is_past(analysis, first) else None


def _is_past(analysis: Analysis, first: int) -> bool:
    """Whether the verb over a word is in the past."""
    at = first
    while analysis.tokens[at].pos not in ("VERB", "AUX") and analysis.tokens[at].head != at:
        at = analysis.tokens[at].head
    verbs = [at, *(k for k in analysis.children[at] if analysis.tokens[k].rel in ("aux", "cop"))]
    return any(analysis.tokens[k].tag == "VBD" for k in verbs)


def _is_on(analysis: Analysis, first: int) -> bool:
    """Whether a weekday says when it was: "on Tuesday", not "a strike for Friday"."""
    before = analysis.tokens[first - 1] if first else None
    return before is None or before.lower == "on" or before.pos != "ADP"


def _date_text(start: date | None, end: date | None, granularity: str) -> str | None:
    if start is None or end is None:
        return None
    if granularity == "day" and start == end:
        return spelt(start)
    if granularity == "month" and (start.year, start.month) == (end.year, end.month):
        return f"{MONTH_NAMES[start.month - 1]} {start.year}"
    if granularity == "year" and start.year == end.year:
        return str(start.year)
    if granularity == "decade":
        return f"{start.year}–{end.year}"
    return f"{spelt(start)} to {spelt(end)}"
