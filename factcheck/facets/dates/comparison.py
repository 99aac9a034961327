"""How the date of a claim stands to the date of a passage.

A coarser claim agrees, a finer one is not confirmed, and only dates that cannot both hold differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from factcheck.facets.dates.value import DateValue
from factcheck.model import Comparison, Relation

CODE = "FC301"
_DAYS_OF_YEAR = 366

# How far from the named time "about" still agrees, in days; beyond three times that it differs, between is left open.
_ABOUT = {
    "day": 3,
    "week": 7,
    "month": 31,
    "season": 60,
    "quarter": 60,
    "half": 120,
    "period": 31,
    "decade": 1827,
    "century": 9132,
}
_ABOUT_YEARS = {100: 5, 10: 3, 1: 2}
_ABOUT_MINUTES = 15
_SAME_MINUTES = 5

# Writers differ in what they still call early or late: a date this far outside is left open, in days.
_EDGE = {"month": 5, "season": 15, "year": 60, "decade": 731, "century": 7305}
# Units whose limits overlap with the next one's, by less than one part in so many.
_WIDE = frozenset({"week", "season", "century"})
_TOUCHING = 5
_OPPOSITE = ({"start", "early"}, {"late", "end"})

Days = tuple[int, int]


def compare(claim: DateValue, passage: DateValue) -> Comparison:
    """Hold a claim's date against a passage's.

    It agrees (equal, coarser, rounded, implied, partial), is missing (finer), differs (FC301), or is incomparable.
    """
    if "time" in (claim.granularity, passage.granularity):
        return _times(claim, passage)
    if _same_words(claim, passage):
        return Comparison(Relation.AGREES, "equal")
    claim_bound, passage_bound = (_bound(value) for value in (claim, passage))
    if claim_bound != passage_bound:
        return _unlike_bounds(claim, passage, claim_bound, passage_bound)
    if claim_bound == "from-to":
        return _periods(claim, passage)
    outcome = _points(claim, passage)
    if claim_bound in ("before", "after") and outcome.relation is Relation.DIFFERS:
        return _IMPLIED if _entails(claim, passage, claim_bound) else _FINER
    return outcome


_FINER = Comparison(Relation.MISSING, "finer")
_IMPLIED = Comparison(Relation.AGREES, "implied")
_OPEN = Comparison(Relation.INCOMPARABLE, "incomparable")
_EQUAL = Comparison(Relation.AGREES, "equal")
_COARSER = Comparison(Relation.AGREES, "coarser")
_ROUNDED = Comparison(Relation.AGREES, "rounded")


def _different(claim: DateValue, passage: DateValue) -> Comparison:
    return Comparison(Relation.DIFFERS, "different", CODE, f"{claim.text} against {passage.text}")


def _bound(value: DateValue) -> str:
    return "on" if value.bound == "about" else value.bound


def _about(value: DateValue) -> bool:
    return value.approximate or value.bound == "about"


def _same_words(claim: DateValue, passage: DateValue) -> bool:
    """Two times that are relative to no known date, in the same words."""
    open_ended = claim.unresolved and passage.unresolved and claim.relative and passage.relative
    return open_ended and claim.bound == passage.bound and claim.text.lower().split() == passage.text.lower().split()


# --- bounds --------------------------------------------------------------------------------------


def _entails(claim: DateValue, passage: DateValue, bound: str) -> bool:
    """Whether a passage's time lies wholly on the side that a claim's "before", "after" or "by" names."""
    ours, theirs = _days(claim), _days(passage)
    if ours is None or theirs is None or claim.loose or passage.loose:
        return False
    if bound == "after":
        return theirs[0] > ours[1]
    return theirs[1] <= ours[1] if bound == "by" else theirs[1] < ours[0]


# What a passage must say for a claim's bound to follow from the days alone.
_FOLLOWS: Mapping[str, tuple[str, ...]] = {
    "after": ("on", "since", "from-to"),
    "before": ("on", "until", "by", "from-to"),
    "by": ("on", "before", "until", "from-to"),
}


def _unlike_bounds(claim: DateValue, passage: DateValue, claim_bound: str, passage_bound: str) -> Comparison:
    if passage_bound in _FOLLOWS.get(claim_bound, ()) and _entails(claim, passage, claim_bound):
        return _IMPLIED
    if {claim_bound, passage_bound} == {"on", "since"}:
        outcome = _points(claim, passage)
        return _IMPLIED if outcome.relation is Relation.AGREES else _OPEN
    if (claim_bound, passage_bound) == ("on", "from-to"):
        ours, theirs = _days(claim), _days(passage)
        if ours and theirs and _covers(ours, theirs) and not (claim.loose or claim.fiscal):
            return _COARSER
    return _OPEN


def _periods(claim: DateValue, passage: DateValue) -> Comparison:
    if claim.ends is None or passage.ends is None:
        return _OPEN
    outcomes = [_points(ours, theirs) for ours, theirs in zip(claim.ends, passage.ends, strict=True)]
    relations = {outcome.relation for outcome in outcomes}
    if Relation.DIFFERS in relations:
        return _different(claim, passage)
    for relation in (Relation.INCOMPARABLE, Relation.MISSING):
        if relation in relations:
            return next(outcome for outcome in outcomes if outcome.relation is relation)
    return next((outcome for outcome in outcomes if outcome.how != "equal"), _EQUAL)


# --- points in time ------------------------------------------------------------------------------


def _points(claim: DateValue, passage: DateValue) -> Comparison:
    if claim.alternatives or passage.alternatives:
        return _ambiguous(claim, passage)
    ours, theirs = _days(claim), _days(passage)
    if ours is None or theirs is None:
        return _parts(claim, passage)
    if claim.fiscal or passage.fiscal:
        return _fiscal(claim, passage)
    if _about(claim) or _about(passage):
        return _nearly(claim, passage, ours, theirs)
    if _gap(ours, theirs) > 0 or _neighbours(claim, passage, ours, theirs):
        return _apart(claim, passage, ours, theirs)
    return _overlap(ours, theirs)


def _overlap(ours: Days, theirs: Days) -> Comparison:
    if ours == theirs:
        return _EQUAL
    if _covers(ours, theirs):
        return _COARSER
    return _FINER if _covers(theirs, ours) else _OPEN


def _apart(claim: DateValue, passage: DateValue, ours: Days, theirs: Days) -> Comparison:
    """Two stretches without a day in common: different, unless the edge of one of them is a matter of taste."""
    if claim.loose or passage.loose:
        outcome = _parts(claim, passage)
        return outcome if outcome.relation is Relation.DIFFERS else _OPEN
    if _opposite(claim, passage):
        return _different(claim, passage)
    edge = max(_EDGE.get(value.granularity, 0) if value.part else 0 for value in (claim, passage))
    if "season" in (claim.granularity, passage.granularity) and claim.granularity != passage.granularity:
        edge = max(edge, _DAYS_OF_YEAR // 2 + _EDGE["season"])
    return _OPEN if edge and _gap(ours, theirs) <= edge else _different(claim, passage)


def _neighbours(claim: DateValue, passage: DateValue, ours: Days, theirs: Days) -> bool:
    """Whether two weeks, seasons or centuries touch only because their limits are drawn wide."""
    if claim.granularity != passage.granularity or claim.granularity not in _WIDE or claim.part or passage.part:
        return False
    shared = min(ours[1], theirs[1]) - max(ours[0], theirs[0]) + 1
    return shared * _TOUCHING < min(ours[1] - ours[0], theirs[1] - theirs[0])


def _opposite(claim: DateValue, passage: DateValue) -> bool:
    early, late = _OPPOSITE
    both = claim.granularity == passage.granularity
    return both and ((claim.part in early and passage.part in late) or (claim.part in late and passage.part in early))


def _nearly(claim: DateValue, passage: DateValue, ours: Days, theirs: Days) -> Comparison:
    gap = _gap(ours, theirs)
    tolerance = max(_tolerance(value) for value in (claim, passage) if _about(value))
    if gap > 3 * tolerance:
        exact = not (claim.loose or passage.loose or claim.part or passage.part)
        return _different(claim, passage) if exact else _OPEN
    if gap > tolerance:
        return _OPEN
    if ours == theirs:
        return _EQUAL if _about(claim) == _about(passage) else _ROUNDED
    # A claim may not be finer than its source, nor more certain.
    return _FINER if not _about(claim) or _covers(theirs, ours) else _ROUNDED


def _tolerance(value: DateValue) -> int:
    if value.relative:
        return (value.end - value.start).days // 2 if value.start and value.end else 0
    if value.granularity != "year" or value.year is None:
        return _ABOUT.get(value.granularity, _DAYS_OF_YEAR)
    return _DAYS_OF_YEAR * next(years for unit, years in _ABOUT_YEARS.items() if value.year % unit == 0)


def _fiscal(claim: DateValue, passage: DateValue) -> Comparison:
    """Business years agree or differ by their number; against the calendar they are left open."""
    if not (claim.fiscal and passage.fiscal):
        return _OPEN
    return _EQUAL if claim.year == passage.year else _different(claim, passage)


def _ambiguous(claim: DateValue, passage: DateValue) -> Comparison:
    """A date such as 03/05/2019 differs only where none of its readings can hold."""
    ours, theirs = _readings(claim), _readings(passage)
    if not ours or not theirs or claim.loose or passage.loose:
        return _parts(claim, passage)
    if claim.alternatives and claim.alternatives == passage.alternatives:
        return _EQUAL
    if all(_gap(a, b) > 0 for a in ours for b in theirs):
        return _OPEN if _about(claim) or _about(passage) else _different(claim, passage)
    if all(_covers(a, b) for a in ours for b in theirs):
        return _COARSER
    return _FINER if all(_covers(b, a) for a in ours for b in theirs) else _OPEN


def _readings(value: DateValue) -> list[Days]:
    if value.alternatives:
        return [(day.toordinal(), day.toordinal()) for day in value.alternatives]
    days = _days(value)
    return [days] if days else []


def _days(value: DateValue) -> Days | None:
    """The interval as day numbers, those before AD 1 below zero."""
    if value.years is not None:
        return value.years[0] * _DAYS_OF_YEAR, (value.years[1] + 1) * _DAYS_OF_YEAR - 1
    if value.start is None or value.end is None:
        return None
    return value.start.toordinal(), value.end.toordinal()


def _covers(outer: Days, inner: Days) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _gap(first: Days, second: Days) -> int:
    return max(first[0] - second[1], second[0] - first[1], 0)


# --- dates of which only parts are known ---------------------------------------------------------


def _parts(claim: DateValue, passage: DateValue) -> Comparison:
    """Compare only what both name: the year, the month, the day, the weekday, the quarter or the season."""
    ours, theirs = _named(claim), _named(passage)
    shared = ours.keys() & theirs.keys()
    if {"month", "day"} <= shared:
        shared -= {"weekday"}
    if any(ours[name] != theirs[name] for name in shared):
        certain = not (_about(claim) or _about(passage))
        return _different(claim, passage) if certain else _OPEN
    if not shared:
        return _OPEN
    if claim.part != passage.part and (claim.part or claim.granularity == passage.granularity):
        return _early_and_late(claim, passage)
    if claim.relative and claim.unresolved:
        return Comparison(Relation.AGREES, "partial")
    if ours.keys() - theirs.keys() - ({"weekday"} if "day" in shared else set()):
        return _FINER
    return _COARSER if theirs.keys() - ours.keys() else _EQUAL


def _early_and_late(claim: DateValue, passage: DateValue) -> Comparison:
    """Early May against late May, or against May."""
    if _opposite(claim, passage):
        return _different(claim, passage)
    if not claim.part:
        return _COARSER
    return _OPEN if passage.part else _FINER


def _named(value: DateValue) -> dict[str, object]:
    """The parts that a value names, or that follow from its interval."""
    parts: dict[str, object] = {}
    if value.start is not None and value.end is not None and not value.loose and not value.part and not value.fiscal:
        parts = _of_interval(value.start, value.end)
    elif value.alternatives:
        parts["year"] = value.year
    for name in ("year", "month", "day", "weekday"):
        if getattr(value, name) is not None:
            parts[name] = getattr(value, name)
    if value.division is not None:
        parts[value.granularity] = value.division
    return parts


def _of_interval(start: date, end: date) -> dict[str, object]:
    parts: dict[str, object] = {}
    if start.year == end.year:
        parts["year"] = start.year
        if start.month == end.month:
            parts["month"] = start.month
    if start == end:
        parts |= {"day": start.day, "weekday": start.weekday()}
    return parts


# --- times of day --------------------------------------------------------------------------------


def _times(claim: DateValue, passage: DateValue) -> Comparison:
    if claim.time is None or passage.time is None or _bound(claim) != _bound(passage):
        return _OPEN
    if claim.zone and passage.zone and claim.zone != passage.zone:
        return _OPEN
    half_day = claim.unresolved or passage.unresolved
    gap = _minutes_apart(claim.time, passage.time, 12 * 60 if half_day else 24 * 60)
    if gap == 0:
        return _FINER if passage.unresolved and not claim.unresolved else _EQUAL
    return _different(claim, passage) if _times_exclude(claim, passage, gap) else _near_times(claim, passage, gap)


def _times_exclude(claim: DateValue, passage: DateValue, gap: int) -> bool:
    """Whether two times, so many minutes apart, cannot both be meant."""
    about = _about(claim) or _about(passage)
    one_zone = (claim.zone is None) != (passage.zone is None)
    return (
        not one_zone
        and claim.bound not in ("before", "after")
        and gap > (3 * _ABOUT_MINUTES if about else _SAME_MINUTES)
    )


def _near_times(claim: DateValue, passage: DateValue, gap: int) -> Comparison:
    if gap > _ABOUT_MINUTES or not (_about(claim) or _about(passage)):
        return _OPEN
    return _ROUNDED if _about(claim) else _FINER


def _minutes_apart(first: str, second: str, cycle: int) -> int:
    minutes = [int(time[:2]) * 60 + int(time[3:]) for time in (first, second)]
    gap = abs(minutes[0] - minutes[1]) % cycle
    return min(gap, cycle - gap)
