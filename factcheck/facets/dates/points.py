"""How two days, or stretches of days, stand to each other."""

from __future__ import annotations

from factcheck.facets.dates.days import DAYS_OF_YEAR, Days, covers, days_of, gap_between
from factcheck.facets.dates.outcomes import COARSER, EQUAL, FINER, OPEN, ROUNDED, different
from factcheck.facets.dates.parts import compare_parts, opposite_parts
from factcheck.facets.dates.value import DateValue
from factcheck.model import Comparison, Relation

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

# Writers differ in what they still call early or late: a date this far outside is left open, in days.
_EDGE = {"month": 5, "season": 15, "year": 60, "decade": 731, "century": 7305}
# Units whose limits overlap with the next one's, by less than one part in so many.
_WIDE = frozenset({"week", "season", "century"})
_TOUCHING = 5


def compare_points(claim: DateValue, passage: DateValue) -> Comparison:
    """Hold a claim's day or stretch of days against a passage's, whatever bound stands before them."""
    if claim.alternatives or passage.alternatives:
        return _ambiguous(claim, passage)
    ours, theirs = days_of(claim), days_of(passage)
    if ours is None or theirs is None:
        return compare_parts(claim, passage)
    if claim.fiscal or passage.fiscal:
        return _fiscal(claim, passage)
    if claim.roughly or passage.roughly:
        return _nearly(claim, passage, ours, theirs)
    if gap_between(ours, theirs) > 0 or _neighbours(claim, passage, ours, theirs):
        return _apart(claim, passage, ours, theirs)
    return _overlap(ours, theirs)


def _overlap(ours: Days, theirs: Days) -> Comparison:
    if ours == theirs:
        return EQUAL
    if covers(ours, theirs):
        return COARSER
    return FINER if covers(theirs, ours) else OPEN


def _apart(claim: DateValue, passage: DateValue, ours: Days, theirs: Days) -> Comparison:
    """Two stretches without a day in common: different, unless the edge of one of them is a matter of taste."""
    if claim.loose or passage.loose:
        outcome = compare_parts(claim, passage)
        return outcome if outcome.relation is Relation.DIFFERS else OPEN
    if opposite_parts(claim, passage):
        return different(claim, passage)
    edge = max(_EDGE.get(value.granularity, 0) if value.part else 0 for value in (claim, passage))
    if "season" in (claim.granularity, passage.granularity) and claim.granularity != passage.granularity:
        edge = max(edge, DAYS_OF_YEAR // 2 + _EDGE["season"])
    return OPEN if edge and gap_between(ours, theirs) <= edge else different(claim, passage)


def _neighbours(claim: DateValue, passage: DateValue, ours: Days, theirs: Days) -> bool:
    """Whether two weeks, seasons or centuries touch only because their limits are drawn wide."""
    if claim.granularity != passage.granularity or claim.granularity not in _WIDE or claim.part or passage.part:
        return False
    shared = min(ours[1], theirs[1]) - max(ours[0], theirs[0]) + 1
    return shared * _TOUCHING < min(ours[1] - ours[0], theirs[1] - theirs[0])


def _nearly(claim: DateValue, passage: DateValue, ours: Days, theirs: Days) -> Comparison:
    gap = gap_between(ours, theirs)
    tolerance = max(_tolerance(value) for value in (claim, passage) if value.roughly)
    if gap > 3 * tolerance:
        exact = not (claim.loose or passage.loose or claim.part or passage.part)
        return different(claim, passage) if exact else OPEN
    if gap > tolerance:
        return OPEN
    if ours == theirs:
        return EQUAL if claim.roughly == passage.roughly else ROUNDED
    # A claim may not be finer than its source, nor more certain.
    return FINER if not claim.roughly or covers(theirs, ours) else ROUNDED


def _tolerance(value: DateValue) -> int:
    if value.relative:
        return (value.end - value.start).days // 2 if value.start and value.end else 0
    if value.granularity != "year" or value.year is None:
        return _ABOUT.get(value.granularity, DAYS_OF_YEAR)
    return DAYS_OF_YEAR * next(years for unit, years in _ABOUT_YEARS.items() if value.year % unit == 0)


def _fiscal(claim: DateValue, passage: DateValue) -> Comparison:
    """Business years agree or differ by their number; against the calendar they are left open."""
    if not (claim.fiscal and passage.fiscal):
        return OPEN
    return EQUAL if claim.year == passage.year else different(claim, passage)


def _ambiguous(claim: DateValue, passage: DateValue) -> Comparison:
    """A date such as 03/05/2019 differs only where none of its readings can hold."""
    ours, theirs = _readings(claim), _readings(passage)
    if not ours or not theirs or claim.loose or passage.loose:
        return compare_parts(claim, passage)
    if claim.alternatives and claim.alternatives == passage.alternatives:
        return EQUAL
    if all(gap_between(a, b) > 0 for a in ours for b in theirs):
        return OPEN if claim.roughly or passage.roughly else different(claim, passage)
    if all(covers(a, b) for a in ours for b in theirs):
        return COARSER
    return FINER if all(covers(b, a) for a in ours for b in theirs) else OPEN


def _readings(value: DateValue) -> list[Days]:
    if value.alternatives:
        return [(day.toordinal(), day.toordinal()) for day in value.alternatives]
    days = days_of(value)
    return [days] if days else []
