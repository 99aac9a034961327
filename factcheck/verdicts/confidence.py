"""How sure the judge is of a verdict: a logistic function of what it was decided on, with its coefficients as data."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from factcheck.model import Label
from factcheck.verdicts.assessment import Assessment
from factcheck.verdicts.decision import Decision

COEFFICIENTS = Path(__file__).parent / "data" / "confidence.tsv"
# Where notes disagree, either may be right.
UNDECIDED = 0.5
# Differences of number and duration are errors less often than others: two right statements can count different things.
FIGURES = frozenset({"FC201", "FC202", "FC203", "FC302"})
# Differences that hang on how far a negation, a name or a certainty reaches.
LOOSE = frozenset({"FC401", "FC501", "FC504", "FC505"})


@cache
def _coefficients() -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = {}
    for line in COEFFICIENTS.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            label, feature, value = line.split("\t")
            table.setdefault(label, {})[feature] = float(value)
    return table


def confidence(decision: Decision, assessments: Sequence[Assessment]) -> float:
    """The probability, from 0 to 1, that the label is right."""
    coefficients = _coefficients().get(decision.label.value)
    if coefficients is None:
        return UNDECIDED
    found = features(decision, assessments)
    total = sum(weight * found[feature] for feature, weight in coefficients.items())
    return round(1.0 / (1.0 + math.exp(-total)), 3)


def features(decision: Decision, assessments: Sequence[Assessment]) -> dict[str, float]:
    """What a verdict was decided on, in numbers."""
    best = decision.best
    if best is None:
        return dict.fromkeys((name for row in _coefficients().values() for name in row), 0.0) | {"constant": 1.0}
    decided = best.deciding[0] if decision.label is Label.REFUTED and best.deciding else None
    return {
        "constant": 1.0,
        "coverage": best.coverage,
        "missing": max((word.weight for word in best.missing), default=0.0),
        "length": math.log(len(best.alignment.claim.words) + 1),
        "passages": math.log(len(assessments) + 1),
        "passage": math.log(len(best.alignment.passage.words) + 1),
        "core": float(bool(best.core_missing)),
        "difference": max((d.rest for a in assessments for d in a.differences), default=0.0),
        "rest": decided.rest if decided else 0.0,
        "tied": float(bool(decided and decided.ties)),
        "figure": float(bool(decided and decided.code in FIGURES)),
        "loose": float(bool(decided and decided.code in LOOSE)),
    }
