"""What differs between a claim and a passage that says the same: each difference with its rule code."""

from __future__ import annotations

from factcheck.verdicts.alignment import Alignment
from factcheck.verdicts.compare_clauses import (
    differing_certainty,
    differing_negation,
    differing_scope,
    swapped_roles,
    taken_roles,
)
from factcheck.verdicts.compare_values import differing_ranks, differing_values
from factcheck.verdicts.compare_words import differing_descriptions, differing_names, differing_words
from factcheck.verdicts.difference import Difference

CHECKS = (
    differing_values,
    differing_ranks,
    differing_names,
    differing_words,
    differing_descriptions,
    differing_negation,
    differing_certainty,
    differing_scope,
    swapped_roles,
    taken_roles,
)


def differences(alignment: Alignment) -> list[Difference]:
    """All differences, the surest first."""
    found = [difference for check in CHECKS for difference in check(alignment)]
    return sorted(found, key=lambda d: (-d.rest, -d.ties, d.claim, d.code, d.passage))
