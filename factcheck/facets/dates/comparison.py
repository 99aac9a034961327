"""How the date of a claim stands to the date of a passage.

A coarser claim agrees, a finer one is not confirmed, and only dates that cannot both hold differ.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.facets.dates.clock import compare_times
from factcheck.facets.dates.days import covers, days_of
from factcheck.facets.dates.outcomes import COARSER, EQUAL, FINER, IMPLIED, OPEN, different
from factcheck.facets.dates.points import compare_points
from factcheck.facets.dates.value import DateValue
from factcheck.model import Comparison, Relation

# What a passage must say for a claim's bound to follow from the days alone.
_FOLLOWS: Mapping[str, tuple[str, ...]] = {
    "after": ("on", "since", "from-to"),
    "before": ("on", "until", "by", "from-to"),
    "by": ("on", "before", "until", "from-to"),
}


def compare(claim: DateValue, passage: DateValue) -> Comparison:
    """Hold a claim's date against a passage's.

    It agrees (equal, coarser, rounded, implied, partial), is missing (finer), differs (FC301), or is incomparable.
    """
    if "time" in (claim.granularity, passage.granularity):
        return compare_times(claim, passage)
    if _same_words(claim, passage):
        return Comparison(Relation.AGREES, "equal")
    claim_bound, passage_bound = (value.side for value in (claim, passage))
    if claim_bound != passage_bound:
        return _unlike_bounds(claim, passage, claim_bound, passage_bound)
    if claim_bound == "from-to":
        return _periods(claim, passage)
    outcome = compare_points(claim, passage)
    if claim_bound in ("before", "after") and outcome.relation is Relation.DIFFERS:
        return IMPLIED if _entails(claim, passage, claim_bound) else FINER
    return outcome


def _same_words(claim: DateValue, passage: DateValue) -> bool:
    """Two times that are relative to no known date, in the same words."""
    open_ended = claim.unresolved and passage.unresolved and claim.relative and passage.relative
    return open_ended and claim.bound == passage.bound and claim.text.lower().split() == passage.text.lower().split()


def _unlike_bounds(claim: DateValue, passage: DateValue, claim_bound: str, passage_bound: str) -> Comparison:
    if passage_bound in _FOLLOWS.get(claim_bound, ()) and _entails(claim, passage, claim_bound):
        return IMPLIED
    if {claim_bound, passage_bound} == {"on", "since"}:
        outcome = compare_points(claim, passage)
        return IMPLIED if outcome.relation is Relation.AGREES else OPEN
    if (claim_bound, passage_bound) == ("on", "from-to"):
        ours, theirs = days_of(claim), days_of(passage)
        if ours and theirs and covers(ours, theirs) and not (claim.loose or claim.fiscal):
            return COARSER
    return OPEN


def _entails(claim: DateValue, passage: DateValue, bound: str) -> bool:
    """Whether a passage's time lies wholly on the side that a claim's "before", "after" or "by" names."""
    ours, theirs = days_of(claim), days_of(passage)
    if ours is None or theirs is None or claim.loose or passage.loose:
        return False
    if bound == "after":
        return theirs[0] > ours[1]
    return theirs[1] <= ours[1] if bound == "by" else theirs[1] < ours[0]


def _periods(claim: DateValue, passage: DateValue) -> Comparison:
    if claim.ends is None or passage.ends is None:
        return OPEN
    outcomes = [compare_points(ours, theirs) for ours, theirs in zip(claim.ends, passage.ends, strict=True)]
    relations = {outcome.relation for outcome in outcomes}
    if Relation.DIFFERS in relations:
        return different(claim, passage)
    for relation in (Relation.INCOMPARABLE, Relation.MISSING):
        if relation in relations:
            return next(outcome for outcome in outcomes if outcome.relation is relation)
    return next((outcome for outcome in outcomes if outcome.how != "equal"), EQUAL)
