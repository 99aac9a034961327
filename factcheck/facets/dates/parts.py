"""Dates of which only parts are known, compared by what both name."""

from __future__ import annotations

from datetime import date

from factcheck.facets.dates.outcomes import COARSER, EQUAL, FINER, OPEN, different
from factcheck.facets.dates.value import DateValue
from factcheck.model import Comparison, Relation

_OPPOSITE = ({"start", "early"}, {"late", "end"})


def compare_parts(claim: DateValue, passage: DateValue) -> Comparison:
    """Compare only what both name: the year, the month, the day, the weekday, the quarter or the season."""
    ours, theirs = _named(claim), _named(passage)
    shared = ours.keys() & theirs.keys()
    if {"month", "day"} <= shared:
        shared -= {"weekday"}
    if any(ours[name] != theirs[name] for name in shared):
        certain = not (claim.roughly or passage.roughly)
        return different(claim, passage) if certain else OPEN
    if not shared:
        return OPEN
    if claim.part != passage.part and (claim.part or claim.granularity == passage.granularity):
        return _early_and_late(claim, passage)
    if claim.relative and claim.unresolved:
        return Comparison(Relation.AGREES, "partial")
    if ours.keys() - theirs.keys() - ({"weekday"} if "day" in shared else set()):
        return FINER
    return COARSER if theirs.keys() - ours.keys() else EQUAL


def opposite_parts(claim: DateValue, passage: DateValue) -> bool:
    """Whether one is early and the other late in stretches of one kind."""
    early, late = _OPPOSITE
    both = claim.granularity == passage.granularity
    return both and ((claim.part in early and passage.part in late) or (claim.part in late and passage.part in early))


def _early_and_late(claim: DateValue, passage: DateValue) -> Comparison:
    """Early May against late May, or against May."""
    if opposite_parts(claim, passage):
        return different(claim, passage)
    if not claim.part:
        return COARSER
    return OPEN if passage.part else FINER


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
