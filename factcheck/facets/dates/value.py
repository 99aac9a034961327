"""A date as a text gives it: the days that it can mean, and how finely it says so."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.model import Span


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date, a period or a time of day in a text.

    `start` and `end` are the earliest and the latest day that it can mean, both included; None where that is open.
    `granularity` is day, week, month, season, quarter, half, year, decade, century, period or time.
    `relative`: counted from another date; `unresolved`: no interval is known.
    `bound` is on, since, until, before, after, from-to, by or about, by the words before it; `head` the token that the
    expression depends on; `time` the time of day, "HH:MM"; `zone` its time zone as written.
    `year` (negative before AD 1), `month`, `day`, `weekday` (Monday is 0) and `division` ("Q3", "H1", "spring") are
    what the words name; `part` is start, early, mid, late or end.
    `years` are the first and the last year of a time before AD 1.
    `alternatives` are the days that an ambiguous form such as 03/05/2019 can mean. `ends` are the ends of a from-to.
    `fiscal`: a business year, whose limits vary. `loose`: resolved by custom rather than by the words, so it accuses
    nobody. `approximate`: "since about 1900" says so beside its bound.
    """

    span: Span
    text: str
    start: date | None = None
    end: date | None = None
    granularity: str = "day"
    relative: bool = False
    unresolved: bool = False
    bound: str = "on"
    head: int | None = None
    time: str | None = None
    zone: str | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    division: str | None = None
    part: str | None = None
    years: tuple[int, int] | None = None
    alternatives: tuple[date, ...] = ()
    ends: tuple[DateValue, DateValue] | None = None
    fiscal: bool = False
    loose: bool = False
    approximate: bool = False

    @property
    def roughly(self) -> bool:
        """Whether the words leave open how near the time is: "about 1900", "since about 1900"."""
        return self.approximate or self.bound == "about"

    @property
    def side(self) -> str:
        """On which side of its time the words lie: the bound, where "about" lies on both."""
        return "on" if self.bound == "about" else self.bound


Interval = tuple[date, date]

QUARTERS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}

# The northern seasons, meteorological and astronomical together; the south has them half a year apart, so a season is
# compared only with a season of a year.
SEASONS = {"spring": ((3, 1), (6, 21)), "summer": ((6, 1), (9, 23)), "autumn": ((9, 1), (12, 21))}

# What part of a stretch its early, middle and late days are: generous, because writers are.
PARTS = {"start": (0.0, 0.25), "early": (0.0, 0.5), "mid": (0.25, 0.75), "late": (0.5, 1.0), "end": (0.75, 1.0)}
MONTH_PARTS = {"start": (1, 10), "early": (1, 15), "mid": (8, 23), "late": (16, 31), "end": (20, 31)}
DECADE_PARTS = {"start": (0, 2), "early": (0, 4), "mid": (3, 7), "late": (5, 9), "end": (7, 9)}


def day_of(year: int, month: int, day: int) -> date | None:
    """The day of the calendar, if there is one."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def years_interval(first: int, last: int) -> Interval | None:
    """From the first day of one year to the last of another."""
    if not 1 <= first <= last <= 9999:
        return None
    return date(first, 1, 1), date(last, 12, 31)


def months_interval(year: int, first: int, last: int) -> Interval | None:
    """From the first day of one month to the last of another, in one year."""
    if not 1 <= year <= 9999:
        return None
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def division_interval(year: int, division: str) -> Interval | None:
    """A quarter, a half or a season of a year; a winter is the one that begins or the one that ends in it."""
    if division in QUARTERS:
        return months_interval(year, *QUARTERS[division])
    if not 2 <= year <= 9998:
        return None
    if division == "winter":
        return date(year - 1, 12, 1), date(year + 1, 3, 20)
    first, last = SEASONS[division]
    return date(year, *first), date(year, *last)


def part_of(interval: Interval, granularity: str, part: str) -> Interval:
    """The early, middle or late days of a stretch of time."""
    start, end = interval
    if granularity == "month":
        first, last = MONTH_PARTS[part]
        return start.replace(day=first), start.replace(day=min(last, end.day))
    if granularity == "decade":
        first, last = DECADE_PARTS[part]
        return date(start.year + first, 1, 1), date(start.year + last, 12, 31)
    low, high = PARTS[part]
    if granularity == "year":
        month = round(12 * high)
        return date(start.year, round(12 * low) + 1, 1), date(end.year, month, monthrange(end.year, month)[1])
    if granularity == "century":
        return date(start.year + int(100 * low), 1, 1), date(start.year + int(100 * high), 12, 31)
    days = (end - start).days
    return start + timedelta(int(days * low)), start + timedelta(round(days * high))
