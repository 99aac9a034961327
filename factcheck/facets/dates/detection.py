"""Dates, periods and times of day in a text: found, resolved against the text's own date, and compared.

What is relative to an unknown date stays unresolved, and a date without a year keeps the parts that it has.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from factcheck.facets.dates.builders import between
from factcheck.facets.dates.context import bound_of, is_date, tense_at
from factcheck.facets.dates.forms import FORMS, bare, build
from factcheck.facets.dates.relative import RELATIVE_FORMS, Ground, resolve
from factcheck.facets.dates.value import DateValue, months_interval
from factcheck.facets.dates.value import day_of as _day_of
from factcheck.facets.dates.words import PREFIX, opening_prefixes
from factcheck.model import Analysis, Span

# A word that is not the rest of a number, a price or a tag.
_WORD = re.compile(r"(?<![\w$£€¥#@])(?:(?<!\d[-.,:/–])|(?!\d))(?:['‘’]\d|\w)\w*")
_OF = re.compile(r",?\s{1,2}(?:of\s{1,2})?(?:the\s{1,2})?")
_COUNTED = re.compile(r"(?:ago|earlier|later|hence|now)$", re.IGNORECASE)
_JOINT = re.compile(r"\s{0,2}(?:[-–—]|to|until|till|through|thru|and)\s{0,2}(?:the\s{1,2})?")

# "the year after 2005", "the decade before the 1950s": the next one, or the one before.
_NEXT = re.compile(
    r"\b(?:the|an?)\s(?P<unit>year|decade)\s(?P<side>after|following|before|preceding)\s(?:the\s)?$", re.IGNORECASE
)
_YEARS_OF = {"year": 1, "decade": 10}
_LATER = ("after", "following")


def find(analysis: Analysis, anchor: date | None = None) -> tuple[DateValue, ...]:
    """The dates of a parsed text, each with the token that it depends on; `anchor` is the day of the text."""
    return tuple(replace(value, head=_head(analysis, value.span)) for value in find_text(analysis.text, anchor))


def find_text(text: str, anchor: date | None = None) -> tuple[DateValue, ...]:
    """The dates of a text in their order; `anchor` is the day of the text."""
    found: list[DateValue] = []
    ground = Ground(anchor)
    position = 0
    while word := _WORD.search(text, position):
        match = _any_form().match(text, word.start()) if _opens(word.group()) else None
        value = _value(match, text, ground) if match else None
        if value is None:
            position = word.end()
            continue
        found.append(value)
        position = value.span.end
        if value.start is not None:
            ground = Ground(anchor, value)
    return tuple(_joined(found, text))


def _opens(word: str) -> bool:
    """Whether an expression can begin with the word: a quick look before the long pattern."""
    return word[0] in "0123456789'‘’" or word[:PREFIX].lower() in opening_prefixes()


@cache
def _any_form() -> re.Pattern[str]:
    forms = [f"(?P<r{i}>{bare(source)})" for i, (_, source) in enumerate(RELATIVE_FORMS)]
    forms += [f"(?P<f{i}>{bare(form.pattern)})" for i, form in enumerate(FORMS)]
    return re.compile(rf"(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)


@cache
def _relative_form(index: int) -> re.Pattern[str]:
    return re.compile(rf"(?:{RELATIVE_FORMS[index][1]})(?!\w)", re.IGNORECASE)


def _value(match: re.Match[str], text: str, ground: Ground) -> DateValue | None:
    group = match.lastgroup or ""
    index = int(group[1:])
    start, end = match.span()
    if group.startswith("r"):
        again = _relative_form(index).match(text, start)
        value = again and resolve(RELATIVE_FORMS[index][0], again, ground, text[max(0, start - 24) : start])
    else:
        value = build(index, text, Span(start, end))
        if value is None or not is_date(FORMS[index].name, value, text):
            return None
        value = _in_tense(value, text, ground.anchor)
    if not value:
        return None
    value = _next_to(value, text)
    start = value.span.start
    bound, about = bound_of(text, start, value.span.end)
    return replace(value, bound=bound if value.bound == "on" else value.bound, approximate=about or value.approximate)


def _next_to(value: DateValue, text: str) -> DateValue:
    """The year or decade next to one, where the text counts from it by one of its own length."""
    before = text[max(0, value.span.start - 40) : value.span.start]
    match = _NEXT.search(before)
    if match is None or match["unit"].lower() != value.granularity or value.start is None or value.end is None:
        return value
    years = _YEARS_OF[value.granularity] * (1 if match["side"].lower() in _LATER else -1)
    first, last = value.start.year + years, value.end.year + years
    if first < 1 or last > date.max.year:
        return value
    span = Span(value.span.start - len(before) + match.start(), value.span.end)
    return replace(
        value,
        span=span,
        text=span.of(text),
        start=value.start.replace(year=first),
        end=value.end.replace(year=last),
        year=None if value.year is None else value.year + years,
    )


def _in_tense(value: DateValue, text: str, anchor: date | None) -> DateValue:
    """A bare weekday as the nearest day on the side that the tense tells; the past of the same weekday is that day."""
    if anchor is None or value.weekday is None or value.month is not None:
        return value
    if re.search(r"\b(?:a|an|one|every|each)\s$", text[max(0, value.span.start - 8) : value.span.start], re.IGNORECASE):
        return value
    tense = tense_at(text, value.span.start, value.span.end)
    back = (anchor.weekday() - value.weekday) % 7
    if tense is None or (tense == "future" and back == 0):
        return value
    day = anchor - timedelta(back) if tense == "past" else anchor + timedelta(7 - back)
    return replace(value, start=day, end=day, unresolved=False, relative=True, loose=True)


def _joined(found: list[DateValue], text: str) -> list[DateValue]:
    """The same values with "from 1990 to 1995" and the like made into one."""
    joined: list[DateValue] = []
    for value in found:
        period = (_period(joined[-1], value, text) or _of_year(joined[-1], value, text)) if joined else None
        if period is None:
            joined.append(value)
        else:
            joined[-1] = period
    return joined


def _period(first: DateValue, last: DateValue, text: str) -> DateValue | None:
    gap = text[first.span.end : last.span.start]
    if len(gap) > 12 or not _JOINT.fullmatch(gap) or "time" in (first.granularity, last.granularity):
        return None
    if first.ends or last.ends:
        return None
    before = text[max(0, first.span.start - 16) : first.span.start].lower()
    if "and" in gap and not re.search(r"between\s+(?:the\s+)?$", before):
        return None
    span = Span(first.span.start, last.span.end)
    first = replace(_with_year(first, last.year), bound="on")
    return between(DateValue(span, span.of(text)), first, replace(last, bound="on"))


def _of_year(first: DateValue, last: DateValue, text: str) -> DateValue | None:
    """One value for "in May last year" and "on 3 May of that year"."""
    if (
        first.month is None
        or first.year is not None
        or not (last.relative and last.granularity == "year" and not last.part)
    ):
        return None
    if not _OF.fullmatch(text[first.span.end : last.span.start]) or _COUNTED.search(last.text):
        return None
    span = Span(first.span.start, last.span.end)
    year = last.start.year if last.start and last.end and last.start.year == last.end.year else None
    dated = _with_year(first, year)
    return replace(dated, span=span, text=span.of(text), relative=True, loose=last.loose)


def _with_year(value: DateValue, year: int | None) -> DateValue:
    """A date without a year takes that of the end of its period."""
    if value.year is not None or year is None or year < 1 or value.month is None:
        return value
    if value.day is None:
        interval = months_interval(year, value.month, value.month)
    else:
        day = _day_of(year, value.month, value.day)
        interval = (day, day) if day else None
    if interval is None:
        return value
    return replace(value, year=year, start=interval[0], end=interval[1], unresolved=False)


def _head(analysis: Analysis, span: Span) -> int | None:
    inside = [token for token in analysis.tokens if token.start < span.end and span.start < token.end]
    here = {token.i for token in inside}
    return next((token.head for token in inside if token.head not in here), inside[0].head if inside else None)
