"""Dates counted from another one: the day of the text ("last year"), or a date told before ("a year later")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta

from factcheck.facets.dates.value import (
    DateValue,
    Interval,
    division_interval,
    months_interval,
    part_of,
    years_interval,
)
from factcheck.facets.dates.words import (
    LONG_MONTHS,
    LONG_WEEKDAYS,
    NUMBERS,
    PART,
    SPACE,
    count_of,
    filled,
    month_of,
    part_name,
    pattern,
    weekday_of,
    words,
)
from factcheck.facets.tables import rows
from factcheck.model import Span

_PARTS = {
    "S": SPACE,
    "PART": PART,
    "UNIT": pattern(words("unit")),
    "COUNT": pattern([number for number in NUMBERS if number != "couple"]),
    "SEVERAL": pattern([number for number in NUMBERS if number not in ("couple", "a", "an", "one")]),
    "NAMED": pattern(words("season"), LONG_MONTHS, LONG_WEEKDAYS),
}
RELATIVE_FORMS = tuple((name, filled(form, _PARTS)) for name, form in rows("date_relative_forms.tsv"))

_BACK = {"last", "past", "previous", "preceding"}
_SAME = {"this", "current", "that", "same"}
# These, like "earlier" and "later", count from a date told before, not from the day of writing.
_TOLD = {"previous", "preceding", "following", "that", "same"}
_NAMED = {"day before yesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "day after tomorrow": 2, "tonight": 0}
_FINENESS = ("day", "week", "period", "month", "season", "quarter", "half", "year", "decade", "century")

# How far from the exact day "three years ago" can lie: half a unit either way.
_SLACK = {
    "day": relativedelta(),
    "week": relativedelta(days=3),
    "month": relativedelta(days=15),
    "quarter": relativedelta(days=45),
    "year": relativedelta(months=6),
    "decade": relativedelta(years=5),
    "century": relativedelta(years=50),
}


@dataclass(frozen=True, slots=True)
class Ground:
    """What relative words count from: the day of the text, and the last date told in it."""

    anchor: date | None
    told: DateValue | None = None


def resolve(name: str, match: re.Match[str], ground: Ground, before: str) -> DateValue | None:
    """The value of a relative expression; `before` are the words that lead to it."""
    value = DateValue(Span(*match.span()), match.group(), relative=True)
    groups = match.groupdict()
    try:
        return _RESOLVERS[name](value, groups, ground, before)
    except (OverflowError, ValueError):  # before the year 1 or after 9999
        return replace(value, unresolved=True, granularity=groups.get("unit") or "day")


def _set(value: DateValue, interval: Interval | None, unit: str, **fields: Any) -> DateValue:
    granularity = {"fortnight": "week", "weekend": "period"}.get(unit, unit)
    if interval is None:
        return replace(value, granularity=granularity, unresolved=True, **fields)
    return replace(value, start=interval[0], end=interval[1], granularity=granularity, **fields)


def _named_day(value: DateValue, _g: dict[str, Any], ground: Ground, _before: str) -> DateValue:
    if ground.anchor is None:
        return _set(value, None, "day")
    words_ = " ".join(value.text.lower().split())
    if words_ == "last night":
        return _set(value, (ground.anchor - timedelta(1), ground.anchor), "day")
    shift = next((days for name, days in _NAMED.items() if words_.startswith(name)), 0)
    day = ground.anchor + timedelta(shift)
    return _set(value, (day, day), "day")


def _unit_of(text: str) -> str:
    return words("unit").get(text.lower(), text.lower())


def _delta(unit: str, count: int) -> relativedelta:
    if unit == "fortnight":
        return relativedelta(weeks=2 * count)
    if unit == "weekend":
        return relativedelta(weeks=count)
    scale = {"quarter": ("months", 3), "decade": ("years", 10), "century": ("years", 100)}.get(unit, (f"{unit}s", 1))
    return relativedelta(**{scale[0]: scale[1] * count})  # type: ignore[arg-type]


def _base(unit: str, told: bool, ground: Ground) -> tuple[Interval | None, bool]:
    """The interval that is counted from, and whether that is only custom: no date was told, so the anchor stands in."""
    if told and ground.told is not None:
        base = ground.told
        if base.start is None or base.end is None or base.granularity not in _FINENESS:
            return None, False
        coarse = _FINENESS.index(base.granularity) > _FINENESS.index(
            "week" if unit in ("fortnight", "weekend") else unit
        )
        return (None if coarse else (base.start, base.end)), base.loose
    if ground.anchor is None:
        return None, False
    return (ground.anchor, ground.anchor), told


def _ago(value: DateValue, g: dict[str, Any], ground: Ground, _before: str) -> DateValue | None:
    unit, count = _unit_of(g["unit"]), 2 if "couple" in g["count"].lower() else count_of(g["count"])
    way = " ".join(g["way"].lower().split())
    if count is None:
        return None
    base, loose = _base(unit, way in ("earlier", "later"), ground)
    granularity = "week" if unit in ("fortnight", "weekend") else "day" if g["exact"] else unit
    if base is None:
        return _set(value, None, granularity)
    shift = _delta(unit, -count if way in ("ago", "earlier") else count)
    whole = unit == "year" and (base[1] - base[0]).days >= 364
    exact = bool(g["exact"]) or whole or unit == "day"
    slack = relativedelta() if exact else _SLACK["week" if unit in ("fortnight", "weekend") else unit]
    return _set(
        value, (base[0] + shift - slack, base[1] + shift + slack), granularity, loose=loose, approximate=not exact
    )


def _several(value: DateValue, g: dict[str, Any], ground: Ground, _before: str) -> DateValue | None:
    unit, count = _unit_of(g["unit"]), 2 if "couple" in g["count"].lower() else count_of(g["count"])
    if count is None:
        return None
    mod = g["mod"].lower()
    base, loose = _base(unit, mod in _TOLD, ground)
    if base is None:
        return _set(value, None, "period")
    if mod in _BACK:
        return _set(value, (base[0] - _delta(unit, count), base[1]), "period", loose=loose)
    return _set(value, (base[0], base[1] + _delta(unit, count)), "period", loose=loose)


def _one(value: DateValue, g: dict[str, Any], ground: Ground, before: str) -> DateValue | None:
    mod, word = g["mod"].lower(), g["unit"].lower()
    if word in LONG_WEEKDAYS:
        return _weekday(value, mod, weekday_of(word), ground)
    if word in LONG_MONTHS:
        return _month(value, mod, g["unit"], g["part"], ground)
    if word in words("season"):
        return _season(value, mod, words("season")[word], ground)
    return _one_unit(value, g, ground, before)


def _one_unit(value: DateValue, g: dict[str, Any], ground: Ground, before: str) -> DateValue | None:
    """ "last year", "the following month", "earlier that year" """
    mod, unit = g["mod"].lower(), _unit_of(g["unit"])
    told = mod in _TOLD or (unit == "day" and mod in ("next", "this")) or (mod == "next" and _tells(before, ground))
    nothing_told = told and mod in _SAME and ground.told is None
    base, loose = (None, False) if nothing_told else _base(unit, told, ground)
    if base is None:
        return _set(value, None, unit)
    interval = _stretch(base, unit, mod, before)
    if g["sofar"] and mod in _SAME:
        interval = (interval[0], base[1]) if g["sofar"].lower().startswith("earlier") else (base[0], interval[1])
    part = part_name(g["part"]) if g["part"] else None
    return _set(value, part_of(interval, unit, part) if part else interval, unit, loose=loose, part=part)


def _tells(before: str, ground: Ground) -> bool:
    """Whether "next year" stands in a story: "in 2018 … the next year", but not "within the next year"."""
    return ground.told is not None and bool(
        re.search(r"(?<!in )(?<!over )(?<!within )(?<!during )\bthe\s*$", before, re.IGNORECASE)
    )


def _stretch(base: Interval, unit: str, mod: str, before: str) -> Interval:
    """The unit that holds the base, or the one before it or after it."""
    step = -1 if mod in _BACK else 0 if mod in _SAME else 1
    if unit in ("decade", "century"):
        return _long_stretch(base, unit, step, mod, before)
    if mod in ("past", "coming") or (
        mod in ("next", "last") and re.search(r"\b(?:within|over|during|in|for)\s+the\s*$", before)
    ):
        if step < 0:
            return base[0] - _delta(unit, 1), base[1]
        return base[0], base[1] + _delta(unit, 1)
    start, end = base[0] + _delta(unit, step), base[1] + _delta(unit, step)
    return _around(start, unit)[0], _around(end, unit)[1]


def _around(day: date, unit: str) -> Interval:
    """The calendar's unit that holds a day; a week begins on Sunday or on Monday, so it has eight days."""
    if unit == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if unit in ("month", "quarter"):
        first = day.month if unit == "month" else (day.month - 1) // 3 * 3 + 1
        return months_interval(day.year, first, first if unit == "month" else first + 2) or (day, day)
    if unit in ("week", "fortnight", "weekend"):
        monday = day - timedelta(day.weekday())
        if unit == "weekend":
            return monday + timedelta(5), monday + timedelta(6)
        return monday - timedelta(1), monday + timedelta(6)
    return day, day


def _long_stretch(base: Interval, unit: str, step: int, mod: str, before: str) -> Interval:
    """A decade or a century: the years to come or gone by, and, unless "within the", the calendar's too."""
    length = 10 if unit == "decade" else 100
    first = base[0].year // length * length
    if step == 0:
        return years_interval(max(first, 1), first + length - 1) or base
    rolling = mod in ("past", "coming") or re.search(
        r"\b(?:within|over|during|in|for)\s+the\s*$", before, re.IGNORECASE
    )
    if step > 0:
        end = base[1] + _delta(unit, 1)
        return base[0], end if rolling else date(first + 2 * length - 1, 12, 31)
    start = base[0] - _delta(unit, 1)
    return (start if rolling else date(first - length, 1, 1)), base[1]


def _weekday(value: DateValue, mod: str, weekday: int, ground: Ground) -> DateValue | None:
    if ground.anchor is None or mod in _TOLD:
        return _set(value, None, "day", weekday=weekday)
    back = (ground.anchor.weekday() - weekday) % 7
    if mod in _BACK:
        day = ground.anchor - timedelta(back or 7)
    else:
        ahead = (weekday - ground.anchor.weekday()) % 7
        day = ground.anchor + timedelta(ahead if mod == "this" else ahead or 7)
    return _set(value, (day, day), "day", weekday=weekday, loose=True)


def _month(value: DateValue, mod: str, name: str, part: str | None, ground: Ground) -> DateValue | None:
    if name.islower() and name in words("month-name"):
        return None  # "this may be"
    month = month_of(name)
    if ground.anchor is None or mod in _TOLD:
        return _set(value, None, "month", month=month)
    year = ground.anchor.year
    if mod in _BACK and month >= ground.anchor.month:
        year -= 1
    elif mod not in _BACK and mod not in _SAME and month <= ground.anchor.month:
        year += 1
    interval = months_interval(year, month, month)
    if interval and part:
        interval = part_of(interval, "month", part_name(part))
    return _set(value, interval, "month", month=month, loose=mod not in _SAME)


def _season(value: DateValue, mod: str, season: str, ground: Ground) -> DateValue | None:
    if ground.anchor is None or mod in _TOLD:
        return _set(value, None, "season", division=season)
    anchor, year = ground.anchor, ground.anchor.year
    interval = division_interval(year, season)
    if interval is None or season == "winter":
        return _winter(value, mod, anchor)
    if mod in _BACK and interval[1] >= anchor:
        interval = division_interval(year - 1, season)
    elif mod not in _BACK and mod not in _SAME and interval[0] <= anchor:
        interval = division_interval(year + 1, season)
    return _set(value, interval, "season", division=season, loose=mod not in _SAME)


def _winter(value: DateValue, mod: str, anchor: date) -> DateValue:
    begun = anchor.year if anchor.month >= 7 else anchor.year - 1
    shift = (
        -1 if mod in _BACK and anchor.month not in range(4, 12) else 1 if mod in ("next", "coming", "following") else 0
    )
    if mod in _BACK and anchor.month in range(7, 12):
        shift = -1
    first = begun + shift
    return _set(value, (date(first, 12, 1), date(first + 1, 3, 20)), "season", division="winter", loose=True)


_RESOLVERS = {"named-day": _named_day, "ago": _ago, "several": _several, "one": _one}
