"""The words of English dates, from their tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from factcheck.facets.tables import rows

# How many letters are enough to tell whether a word can open an expression of time.
PREFIX = 3
_OPENING_KINDS = (
    "month",
    "month-short",
    "weekday",
    "weekday-short",
    "number",
    "ordinal",
    "decade-word",
    "season",
    "part",
    "opening",
)


@cache
def _tables() -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = {}
    for kind, word, value in rows("date_words.tsv"):
        tables.setdefault(kind, {})[word] = value
    return tables


def words(kind: str) -> dict[str, str]:
    """The words of one kind, each with its value (empty where it has none)."""
    return _tables()[kind]


def numbers(*kinds: str) -> dict[str, int]:
    """The words of some kinds whose values are numbers."""
    return {word: int(value) for kind in kinds for word, value in words(kind).items()}


@cache
def opening_prefixes() -> frozenset[str]:
    """The first letters of every word that can open an expression of time."""
    opening = {word[:PREFIX].split()[0] for kind in _OPENING_KINDS for word in words(kind)}
    return frozenset(opening | {name[:PREFIX] for name in holidays()})


@cache
def holidays() -> dict[str, tuple[int, int, int | None]]:
    """The days that keep their date: their month and day, and the year where that is fixed too."""
    days = rows("holidays.tsv")
    return {name: (int(month), int(day), int(year) if year else None) for name, month, day, year in days}


def pattern(*tables: Iterable[str]) -> str:
    """A regular expression for any key of the tables, longest first."""
    keys = {key for table in tables for key in table}
    return "|".join(re.escape(key).replace(r"\ ", r"\s{1,3}") for key in sorted(keys, key=lambda k: (-len(k), k)))


def filled(form: str, parts: Mapping[str, str]) -> str:
    """A pattern with the parts that it names in angle brackets put in."""
    return re.sub(r"<([A-Z_]+)>", lambda match: parts[match.group(1)], form)


SPACE = r"(?:[ \t\r\n\u00a0]{1,3})"
PART = rf"(?P<part>{pattern(words('part'))})(?:{SPACE}|[-‐-—])(?:in{SPACE})?(?:the{SPACE}|of{SPACE}){{0,2}}"
MONTHS = numbers("month", "month-short")
LONG_MONTHS = numbers("month")
MONTH_NAMES = tuple(name.capitalize() for name, _ in sorted(LONG_MONTHS.items(), key=lambda month: month[1]))
WEEKDAYS = numbers("weekday", "weekday-short")
LONG_WEEKDAYS = numbers("weekday")
NUMBERS = numbers("number")
ORDINALS = numbers("ordinal")


def count_of(text: str) -> int | None:
    """A small whole number in digits or in words."""
    text = text.lower().replace(",", "")
    return int(text) if text.isdigit() else NUMBERS.get(text.split()[-1] if text.split() else text)


def ordinal_of(text: str) -> int | None:
    """An ordinal in digits or in words: 3 for "3rd" and "third"."""
    digits = re.match(r"\d+", text)
    return int(digits.group()) if digits else ORDINALS.get(text.lower())


def month_of(text: str) -> int:
    """The number of a month's name, long or short, with or without a stop."""
    return MONTHS[text.lower().rstrip(".")]


def weekday_of(text: str) -> int:
    """The number of a weekday's name; Monday is 0."""
    return WEEKDAYS[text.lower().rstrip(".")]


def part_name(text: str) -> str:
    """What part of a stretch the words before it name: "end" for "end of"."""
    return words("part")[" ".join(text.lower().split())]


def spelt(day: date) -> str:
    """A day as a reader has it: "3 May 2019"."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"
