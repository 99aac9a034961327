"""How sure the judge is of a verdict."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Label
from factcheck.verdicts.assessment import Assessment
from factcheck.verdicts.decision import Decision


def confidence(decision: Decision, assessments: Sequence[Assessment]) -> float:
    """The probability, from 0 to 1, that the label is right."""
    best = decision.best
    if best is None:
        return 0.5
    if decision.label is Label.REFUTED:
        return round(best.deciding[0].rest, 2)
    if decision.label is Label.SUPPORTED:
        return round(best.coverage, 2)
    return round(1.0 - best.coverage, 2)
