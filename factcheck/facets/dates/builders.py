"""What a written form of a date means: a value made of the groups of its pattern, or nothing where they are no date."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from factcheck.facets.dates.value import (
    DateValue,
    Interval,
    day_of,
    division_interval,
    months_interval,
    part_of,
    years_interval,
)
from factcheck.facets.dates.words import count_of, holidays, month_of, ordinal_of, part_name, weekday_of, words

Builder = Callable[[DateValue, dict[str, Any]], DateValue | None]

# Two-digit years up to this are of this century ("3/5/19", "FY23"), later ones of the last.
LAST_SHORT_YEAR = 49


def _year(text: str) -> int:
    if len(text) == 2:
        return int(text) + (2000 if int(text) <= LAST_SHORT_YEAR else 1900)
    return int(text)


def _end_year(first: int, text: str) -> int:
    if len(text) == 4:
        return int(text)
    year = first // 100 * 100 + int(text)
    return year if year > first else year + 100


def _over(value: DateValue, interval: Interval | None, granularity: str, **parts: Any) -> DateValue:
    if interval is None:
        return replace(value, granularity=granularity, unresolved=True, **parts)
    return replace(value, start=interval[0], end=interval[1], granularity=granularity, **parts)


def _cut(value: DateValue, written: str | None) -> DateValue:
    if written is None:
        return value
    part = part_name(written)
    if value.start is None or value.end is None:
        return replace(value, part=part)
    start, end = part_of((value.start, value.end), value.granularity, part)
    return replace(value, start=start, end=end, part=part)


def _on_day(value: DateValue, year: int | None, month: int, day: int, weekday: int | None = None) -> DateValue | None:
    known = day_of(year if year is not None else 2000, month, day)
    if known is None:
        return None
    fields: dict[str, Any] = {"year": year, "month": month, "day": day, "weekday": weekday}
    return _over(value, None if year is None else (known, known), "day", **fields)


def _whole(value: DateValue, g: dict[str, Any]) -> DateValue | None:
    weekday = re.match(r"[A-Za-z]+", g["weekday"]) if g.get("weekday") else None
    named = g["m"] or g["m2"]
    month = int(named) if named.isdigit() else month_of(named)
    year = int(g["y"]) if g.get("y") else None
    day = int(re.sub(r"\D", "", g["d"]))
    return _on_day(value, year, month, day, weekday_of(weekday.group()) if weekday else None)


def _numeric(value: DateValue, g: dict[str, Any]) -> DateValue | None:
    separator = g["sep"] or g["sep2"]
    first, second, year = int(g["a"]), int(g["b"] or g["b2"]), _year(g["y"] or g["y2"])
    days = {day_of(year, second, first)}
    if separator == "/" or (separator == "-" and not any(days)):
        days.add(day_of(year, first, second))
    found = sorted(day for day in days if day is not None)
    if not found:
        return None
    if len(found) > 1:
        return replace(value, unresolved=True, year=year, alternatives=tuple(found))
    return _on_day(value, year, found[0].month, found[0].day)


def _days(value: DateValue, g: dict[str, Any]) -> DateValue | None:
    year = int(g["y"]) if g["y"] else None
    ends = [_on_day(value, year, month_of(g["m"]), int(re.sub(r"\D", "", g[name]))) for name in ("a", "b")]
    return between(value, ends[0], ends[1]) if ends[0] and ends[1] else None


def _month(value: DateValue, g: dict[str, Any]) -> DateValue | None:
    month = int(g["m"]) if g["m"].isdigit() else month_of(g["m"])
    if not g.get("y"):
        return _cut(_over(value, None, "month", month=month), g.get("part"))
    year = int(g["y"])
    whole = _over(value, months_interval(year, month, month), "month", year=year, month=month)
    return _cut(whole, g.get("part"))


def _years(value: DateValue, g: dict[str, Any]) -> DateValue | None:
    first = int(g["y"])
    last = _end_year(first, g["b"])
    short = int(g["b"])
    if g["sep"] != "/" and len(g["b"]) == 2 and 1 <= short <= 12 and short <= first % 100:
        return _month(value, {"y": g["y"], "m": g["b"]})
    if not first < last <= first + 500 or (len(g["b"]) == 2 and last > first + 100):
        return None
    ends = [_over(value, years_interval(year, year), "year", year=year) for year in (first, last)]
    return between(value, *ends)


def _one_year(value: DateValue, g: dict[str, Any]) -> DateValue | None:
    year = int(g["y"])
    return _cut(_over(value, years_interval(year, year), "year", year=year), g["part"])


def _fiscal(value: DateValue, g: dict[str, Any]) -> DateValue | None:
    first = _year(g["y"])
    if g["b"]:
        last = _end_year(first, g["b"])
        interval = (date(first, 1, 1), date(last, 12, 31))
        return _over(value, interval, "year", year=last, fiscal=True)
    # India's 2023 begins in April 2022, Japan's ends in March 2024.
    return _over(value, (date(first - 1, 4, 1), date(first + 1, 3, 31)), "year", year=first, fiscal=True)


def _division(value: DateValue, g: dict[str, Any]) -> DateValue | None:
    letter = g.get("letter", "Q").upper()
    number = g.get("n") or ordinal_of(g["o"])
    if g.get("o", "") and g["o"].lower() == "latter":
        number = 2
    if number is None or not 1 <= int(number) <= (4 if letter == "Q" else 2):
        return None
    name, granularity = f"{letter}{number}", "quarter" if letter == "Q" else "half"
    if not g.get("y"):
        return _over(value, None, granularity, division=name)
    year = int(g["y"])
    return _over(value, division_interval(year, name), granularity, year=year, division=name)


def _half(value: DateValue, g: dict[str, Any]) -> DateValue | None:
    return _division(value, {**g, "letter": "H"})


def _season(value: DateValue, g: dict[str, Any]) -> DateValue | None:
    name, year = words("season")[g["s"].lower()], int(g["y"])
    if g["b"]:
        last = _end_year(year, g["b"])
        if last != year + 1:
            return None
        interval = (date(year, 12, 1), date(last, 3, 20)) if name == "winter" else years_interval(year, last)
        return _over(value, interval, "season", division=name)
    return _cut(_over(value, division_interval(year, name), "season", year=year, division=name), g["part"])


def _decade(value: DateValue, g: dict[str, Any]) -> DateValue | None:
    if g.get("w"):
        first = 1900 + int(words("decade-word")[g["w"].lower()])
    elif g.get("short"):
        first = int(g["short"]) + (1900 if int(g["short"]) >= 30 else 2000)
    else:
        first = int(g["y"])
    if first in (1920, 2010, 2020) and not g.get("y"):
        return _over(value, None, "decade")  # "the '20s": of which century?
    length = 100 if first % 100 == 0 and first != 2000 else 10
    granularity = "decade" if length == 10 else "century"
    return _cut(_over(value, years_interval(first, first + length - 1), granularity), g["part"])


def _century(value: DateValue, g: dict[str, Any]) -> DateValue | None:
    number = ordinal_of(g["o"])
    if not number or number > 21:
        return None
    if g["era"] and g["era"][0] in "Bb":
        return _over(value, None, "century", years=(-100 * number, -100 * (number - 1) - 1))
    first = max(100 * (number - 1), 1)
    return _cut(_over(value, years_interval(first, 100 * number), "century"), g["part"])


def _era(value: DateValue, g: dict[str, Any]) -> DateValue | None:
    era = g.get("era") or "AD"
    if era != era.upper():
        return None
    year = int(g["n"])
    if era.startswith("B"):
        return _over(value, None, "year", year=-year, years=(-year, -year))
    return _over(value, years_interval(year, year), "year", year=year) if 0 < year <= 2100 else None


def _weekday(value: DateValue, g: dict[str, Any]) -> DateValue | None:
    return _over(value, None, "day", weekday=weekday_of(g["weekday"]))


def _holiday(value: DateValue, g: dict[str, Any]) -> DateValue | None:
    month, day, year = holidays()[" ".join(g["h"].lower().split())]
    return _on_day(value, year if year is not None else int(g["y"]) if g["y"] else None, month, day)


def _clock(value: DateValue, g: dict[str, Any]) -> DateValue | None:
    hour, minute = count_of(g["h"]), int(g.get("min") or 0)
    half_day = (g.get("half") or "").replace(".", "").lower()
    if hour is None or hour > (12 if half_day else 24) or minute > 59 or (half_day and hour == 0):
        return None
    if half_day:
        hour = hour % 12 + (12 if half_day == "pm" else 0)
    zone = (g.get("zone") or "").strip() or None
    unsure = not half_day and zone is None and 1 <= hour < 12 and not g["h"].startswith("0")
    return replace(value, granularity="time", time=f"{hour % 24:02}:{minute:02}", zone=zone, unresolved=unsure)


def _named_time(value: DateValue, g: dict[str, Any]) -> DateValue | None:
    return replace(value, granularity="time", time="12:00" if g["t"].lower() in ("noon", "midday") else "00:00")


def between(value: DateValue, first: DateValue, last: DateValue) -> DateValue | None:
    """The period from one date to another; none where the second lies before the first."""
    if first.start and last.end and first.start > last.end:
        return None
    known = first.start is not None and last.end is not None
    return replace(
        value,
        start=first.start if known else None,
        end=last.end if known else None,
        granularity="period",
        unresolved=not known,
        bound="from-to",
        relative=first.relative or last.relative,
        loose=first.loose or last.loose,
        ends=(first, last),
    )


BUILDERS: dict[str, Builder] = {
    "whole": _whole,
    "numeric": _numeric,
    "days": _days,
    "month": _month,
    "years": _years,
    "division": _division,
    "half": _half,
    "season": _season,
    "fiscal": _fiscal,
    "decade": _decade,
    "century": _century,
    "era": _era,
    "clock": _clock,
    "named_time": _named_time,
    "holiday": _holiday,
    "one_year": _one_year,
    "weekday": _weekday,
}
