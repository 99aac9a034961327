"""How two times of day stand to each other."""

from __future__ import annotations

from factcheck.facets.dates.outcomes import EQUAL, FINER, OPEN, ROUNDED, different
from factcheck.facets.dates.value import DateValue
from factcheck.model import Comparison

_ABOUT_MINUTES = 15
_SAME_MINUTES = 5


def compare_times(claim: DateValue, passage: DateValue) -> Comparison:
    """Hold a claim's time of day against a passage's; a time without am or pm stands for both halves of the day."""
    if claim.time is None or passage.time is None or claim.side != passage.side:
        return OPEN
    if claim.zone and passage.zone and claim.zone != passage.zone:
        return OPEN
    half_day = claim.unresolved or passage.unresolved
    gap = _minutes_apart(claim.time, passage.time, 12 * 60 if half_day else 24 * 60)
    if gap == 0:
        return FINER if passage.unresolved and not claim.unresolved else EQUAL
    return different(claim, passage) if _times_exclude(claim, passage, gap) else _near_times(claim, passage, gap)


def _times_exclude(claim: DateValue, passage: DateValue, gap: int) -> bool:
    """Whether two times, so many minutes apart, cannot both be meant."""
    about = claim.roughly or passage.roughly
    one_zone = (claim.zone is None) != (passage.zone is None)
    return (
        not one_zone
        and claim.bound not in ("before", "after")
        and gap > (3 * _ABOUT_MINUTES if about else _SAME_MINUTES)
    )


def _near_times(claim: DateValue, passage: DateValue, gap: int) -> Comparison:
    if gap > _ABOUT_MINUTES or not (claim.roughly or passage.roughly):
        return OPEN
    return ROUNDED if claim.roughly else FINER


def _minutes_apart(first: str, second: str, cycle: int) -> int:
    minutes = [int(time[:2]) * 60 + int(time[3:]) for time in (first, second)]
    gap = abs(minutes[0] - minutes[1]) % cycle
    return min(gap, cycle - gap)
