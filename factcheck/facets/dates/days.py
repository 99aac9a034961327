"""The days that a date can mean, as numbers that can be compared."""

from __future__ import annotations

from factcheck.facets.dates.value import DateValue

DAYS_OF_YEAR = 366

Days = tuple[int, int]


def days_of(value: DateValue) -> Days | None:
    """The interval as day numbers, those before AD 1 below zero."""
    if value.years is not None:
        return value.years[0] * DAYS_OF_YEAR, (value.years[1] + 1) * DAYS_OF_YEAR - 1
    if value.start is None or value.end is None:
        return None
    return value.start.toordinal(), value.end.toordinal()


def covers(outer: Days, inner: Days) -> bool:
    """Whether the first stretch holds every day of the second."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def gap_between(first: Days, second: Days) -> int:
    """How many days lie from the end of one stretch to the start of the other; none where they meet."""
    return max(first[0] - second[1], second[0] - first[1], 0)
