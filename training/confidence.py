"""Fits the coefficients of the confidence anew: confidence.py --bench FOLDER [--half odd] [--sets NAME …] [--out FILE].

FOLDER holds pairs/NAME.jsonl. For each label a logistic regression with an L2 penalty of 1 (not on the constant) says
how often the verdicts with that label are right; without --out the table is printed.
"""

from __future__ import annotations

import argparse
import importlib
import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from factcheck.config import Settings
from factcheck.evaluation import pairs
from factcheck.evaluation.cases import Pair, load
from factcheck.language import Parser
from factcheck.verdicts.assessment import Assessment
from factcheck.verdicts.confidence import COEFFICIENTS, features
from factcheck.verdicts.decision import Decision

SETS = (
    *("bump", "check-covid", "fever", "fever-symmetric", "fool-me-twice"),
    *("newsnli-quantities", "numeric", "qags", "summedits-other", "wice"),
)
PENALTY = 1.0
STEPS = 50


def recorded(cases: Sequence[Pair], parser: Parser) -> list[tuple[str, dict[str, float], bool]]:
    """Each verdict's label, the numbers that it was decided on, and whether it is right."""
    names = vars(importlib.import_module("factcheck.verdicts.judge"))
    seen: list[tuple[str, dict[str, float]]] = []
    original: Callable[[Decision, Sequence[Assessment]], float] = names["confidence"]

    def record(decision: Decision, assessments: Sequence[Assessment]) -> float:
        seen.append((decision.label.value, features(decision, assessments)))
        return original(decision, assessments)

    names["confidence"] = record
    try:
        judged = list(pairs.judge_pairs(cases, parser))
    finally:
        names["confidence"] = original
    both = zip(seen, judged, strict=True)
    return [(label, found, row.right) for (label, found), row in both if row.verdict.label.value == label]


def fitted(names: Sequence[str], rows: Sequence[tuple[dict[str, float], bool]]) -> list[float]:
    """The coefficients of a logistic regression, by Newton's method."""
    x = np.array([[found[name] for name in names] for found, _ in rows])
    y = np.array([float(right) for _, right in rows])
    penalty = np.diag([0.0 if name == "constant" else PENALTY for name in names])
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        p = 1.0 / (1.0 + np.exp(-(x @ weights)))
        gradient = x.T @ (y - p) - penalty @ weights
        weights = weights + np.linalg.solve(
            x.T @ (x * (p * (1 - p))[:, None]) + penalty + np.eye(len(names)) * 1e-6, gradient
        )
    return [float(weight) for weight in weights]


def table() -> tuple[list[str], dict[str, list[str]]]:
    """The comment lines of the table that is there, and which features each label has."""
    lines = COEFFICIENTS.read_text("utf-8").splitlines()
    kept: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        if not line.startswith("#"):
            label, feature, _ = line.split("\t")
            kept[label].append(feature)
    return [line for line in lines if line.startswith("#")], kept


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--half", choices=("odd", "even", "all"), default="odd")
    parser.add_argument("--sets", nargs="+", default=list(SETS))
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    language, rows = Parser(Settings().language_model), []
    with TemporaryDirectory() as folder:
        for name in options.sets:
            lines = (options.bench / "pairs" / f"{name}.jsonl").read_text("utf-8").splitlines()
            part = Path(folder) / f"{name}.jsonl"
            part.write_text("\n".join({"odd": lines[0::2], "even": lines[1::2], "all": lines}[options.half]), "utf-8")
            rows += recorded([case for case in load(part) if isinstance(case, Pair)], language)
    head, kept = table()
    found = list(head)
    for label, names in kept.items():
        own = [(numbers, right) for verdict, numbers, right in rows if verdict == label]
        found += [f"{label}\t{name}\t{weight:.3f}" for name, weight in zip(names, fitted(names, own), strict=True)]
        right = sum(ok for _, ok in own)
        print(json.dumps({"label": label, "verdicts": len(own), "right": round(right / max(1, len(own)), 3)}))
    if options.out is None:
        print("\n".join(found))
    else:
        options.out.write_text("\n".join(found) + "\n", "utf-8")


if __name__ == "__main__":
    main()
