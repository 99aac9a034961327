"""One whole date by itself: in front matter, file metadata, or at the head of a dispatch."""

from __future__ import annotations

import re
from datetime import date

from factcheck.facets.dates.forms import FORMS, build
from factcheck.facets.dates.value import day_of
from factcheck.facets.dates.words import pattern, words
from factcheck.model import Span

# No usual form of a date is longer.
LONGEST = 80

_WHOLE_FORMS = tuple(i for i, form in enumerate(FORMS) if form.name in ("iso", "day", "numeric", "holiday"))
_COMPACT = re.compile(r"(?:D:)?([12]\d{3})(\d\d)(\d\d)(?:T?\d{2,6}\S{0,8})?")
_TAIL = re.compile(
    r"[\s,]*(?:at\s+)?(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s?(?:[ap]\.?m\.?)?)?\s?(?:Z|[A-Z]{2,4}|[+-]\d{2}:?\d{2})?(?:\s?\([A-Z]{2,4}\))?\.?",
    re.IGNORECASE,
)
_PLACE = r"(?P<place>[A-Z][\w.'’]{0,30}(?:(?:,\s|\s|-|/)[A-Z][\w.'’]{0,30}){0,5}?)"
_BRACKETS = r"(?:\s?\((?P<{}>[A-Z0-9][\w .,&/-]{{1,40}})\))?"
_DATELINE = re.compile(
    rf"\s{{0,3}}{_PLACE}{_BRACKETS.format('before')}"
    rf"(?:,?\s(?P<day>(?=[\w ,./]{{0,30}}?\d)[A-Z0-9][\w ,./]{{2,30}}?))?{_BRACKETS.format('after')}"
    r"\s{0,2}(?:—|–|--|(?<=\s)-)(?:\s|$)"
)
# A line of more characters is no line above the copy.
LONGEST_LINE = 160
_PARTED = re.compile(r"\s[|•·–—-]\s|\n")
_LABEL = re.compile(rf"(?:{pattern(words('day-label'))})(?: on)?:?\s+", re.IGNORECASE)


def parse_date(text: str) -> date | None:
    """The day that the text names and nothing else, in any usual form; None where it is none, or could be two."""
    text = text[: LONGEST + 1].strip().strip("\"'")
    if len(text) > LONGEST:
        return None
    if compact := _COMPACT.fullmatch(text):
        return day_of(*map(int, compact.groups()))
    for index in _WHOLE_FORMS:
        value = build(index, text, Span(0, len(text)))
        if value is not None and value.start is not None and _TAIL.fullmatch(text, value.span.end):
            return value.start
    return None


def dateline(text: str) -> tuple[str | None, date | None]:
    """The place and the day of a paragraph that opens like a dispatch: "OTTAWA, Jan. 13, 2026 —", "LONDON (AP) -"."""
    match = _DATELINE.match(text[:200])
    if match is None:
        return None, None
    brackets = [part for part in (match["before"], match["after"]) if part]
    written = (match["day"] or "").strip(" ,")
    day = next((day for day in map(parse_date, [written, *brackets]) if day is not None), None)
    if not (_shouted(match["place"]) or day is not None or brackets):
        return None, None
    return match["place"], day


def dated_line(text: str) -> date | None:
    """The day that a line above the copy is, or ends in: "Date: 14 March 2025", "By Ellen Marsh | 14 March 2025"."""
    if len(text) > LONGEST_LINE:
        return None
    parts = (_LABEL.sub("", part.strip(" *_#")) for part in _PARTED.split(text))
    return next(filter(None, map(parse_date, parts)), None)


def _shouted(place: str) -> bool:
    """Whether a place's own name, without its state or country, is in capitals."""
    letters = [letter for letter in place.partition(",")[0] if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)
