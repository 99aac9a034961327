"""What differs between a claim and a passage that says the same: each difference with its rule code."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from factcheck.facets import polarity
from factcheck.verdicts.alignment import Alignment
from factcheck.verdicts.comparison.causes import differing_causes
from factcheck.verdicts.comparison.clauses import (
    differing_certainty,
    differing_directions,
    differing_negation,
    differing_scope,
    swapped_roles,
)
from factcheck.verdicts.comparison.difference import Difference
from factcheck.verdicts.comparison.milestones import differing_milestones
from factcheck.verdicts.comparison.movements import differing_movements
from factcheck.verdicts.comparison.pairings import crossed_figures
from factcheck.verdicts.comparison.values import differing_ranks, differing_values
from factcheck.verdicts.comparison.words import differing_descriptions, differing_names, differing_words
from factcheck.verdicts.quotations.attributions import ATTRIBUTION, differing_speakers

Check = Callable[[Alignment], Iterable[Difference]]
# How far above a place the predicate that may be denied is looked for.
REACH = 6

CHECKS: tuple[Check, ...] = (
    differing_values,
    crossed_figures,
    differing_ranks,
    differing_milestones,
    differing_names,
    differing_words,
    differing_descriptions,
    differing_negation,
    differing_certainty,
    differing_scope,
    differing_directions,
    differing_movements,
    swapped_roles,
    differing_speakers,
    differing_causes,
)


def differences(alignment: Alignment) -> list[Difference]:
    """All differences, the surest first."""
    found = [
        difference for check in CHECKS for difference in check(alignment) if not _denied(alignment, check, difference)
    ]
    sayers = {i for d in found if d.code == ATTRIBUTION for i in alignment.claim.name(d.claim)}
    found = [d for d in found if d.code == ATTRIBUTION or d.claim not in sayers]
    return sorted(found, key=lambda d: (-d.rest, -d.ties, d.claim, d.code, d.passage))


def _denied(alignment: Alignment, check: Check, difference: Difference) -> bool:
    """Whether the claim denies the statement that differs: "did not sign in 2014" holds where the note says 2018."""
    if check is differing_negation:
        return False
    i, analysis = difference.claim, alignment.claim.analysis
    for _ in range(REACH):
        if polarity.negated(analysis, i):
            return not polarity.negated(alignment.passage.analysis, difference.passage)
        if analysis.tokens[i].head == i:
            break
        i = analysis.tokens[i].head
    return False
