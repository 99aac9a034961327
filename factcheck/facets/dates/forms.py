"""The written forms of dates: one pattern and one builder for each, tried in this order at each place of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from factcheck.facets.dates.builders import BUILDERS, Builder
from factcheck.facets.dates.value import DateValue
from factcheck.facets.dates.words import (
    LONG_MONTHS,
    LONG_WEEKDAYS,
    ORDINALS,
    PART,
    SPACE,
    WEEKDAYS,
    filled,
    holidays,
    pattern,
    words,
)
from factcheck.facets.tables import rows
from factcheck.model import Span


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a date: the pattern and what makes a value of its groups; `name` keys the rules of context."""

    name: str
    pattern: str
    build: Builder


PARTS = {
    "S": SPACE,
    "DASH": r"[-‐-—]",
    "YEAR": r"(?:1\d{3}|20\d{2}|2100)(?![\d%])(?![.,]\d)",
    "DAY": r"(?:3[01]|[12]\d|0?[1-9])(?:\s?(?:st|nd|rd|th)\b)?(?![\w%])(?![.,:]\d)",
    "MONTH": rf"(?:May\.(?=\s\d)|(?:{pattern(LONG_MONTHS)})\b|(?:{pattern(words('month-short'))})\b\.?)",
    "LONG_MONTH": rf"(?:{pattern(LONG_MONTHS)})\b",
    "WEEKDAY": rf"(?:(?:{pattern(WEEKDAYS)})\b\.?,?{SPACE}(?:the{SPACE})?)",
    "LONG_WEEKDAY": pattern(LONG_WEEKDAYS),
    "PART": PART,
    "ORDINAL": rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{pattern(ORDINALS)})",
    "NUMBER": pattern([number for number in words("number") if number not in ("a", "an")]),
    "SEASON": pattern(words("season")),
    "DECADE": pattern(words("decade-word")),
    "HOLIDAY": pattern(holidays()),
    "ERA": r"B\.C\.E\.|B\.C\.|BCE|BC|A\.D\.|AD|C\.E\.|CE",
    "ZONE": r"GMT|UTC|BST|CET|CEST|EST|EDT|ET|CST|CDT|CT|PST|PDT|PT|IST|JST|local time|hours|hrs",
    "ISO_TIME": r"(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?",
}


FORMS = tuple(Form(name, filled(form, PARTS), BUILDERS[builder]) for name, builder, form in rows("date_forms.tsv"))


def bare(source: str) -> str:
    """The pattern without the names of its groups, so that many can stand in one."""
    return re.sub(r"\(\?P<\w+>", "(?:", source)


@cache
def compiled(index: int) -> re.Pattern[str]:
    """The pattern of one form, by its place in the table."""
    return re.compile(rf"(?:{FORMS[index].pattern})(?!\w)", re.IGNORECASE)


def build(index: int, text: str, span: Span) -> DateValue | None:
    """The value of a form that was found at a span."""
    match = compiled(index).match(text, span.start)
    if match is None:
        return None
    groups: dict[str, Any] = match.groupdict()
    return FORMS[index].build(DateValue(Span(*match.span()), match.group()), groups)
