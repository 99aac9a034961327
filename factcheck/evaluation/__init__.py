"""Accuracy on labelled cases: `evaluate` tells the format of a file by its fields and reports what fits it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.evaluation.cases import Checkability, Decomposition, Pair, Segmentation, load
from factcheck.evaluation.tables import Table
from factcheck.language import Parser

if TYPE_CHECKING:
    from factcheck.config import Settings

__all__ = ["EvalReport", "Table", "evaluate"]


@dataclass(frozen=True)
class EvalReport:
    """The tables of an evaluation, and one prediction a case, in the order of the cases."""

    cases: int
    tables: tuple[Table, ...]
    predictions: tuple[Mapping[str, Any], ...]


def evaluate(path: str, settings: Settings) -> EvalReport:
    """Run the labelled cases of a JSON Lines file; a file of none is a `UsageError`."""
    cases = load(Path(path))
    parser = Parser(settings.language_model)
    predictions: Sequence[Mapping[str, Any]]
    if isinstance(cases[0], Pair):
        from factcheck.evaluation import pairs

        judged = list(pairs.judge_pairs([case for case in cases if isinstance(case, Pair)], parser))
        tables = pairs.tables(judged)
        predictions = [pairs.prediction(row) for row in judged]
    else:
        from factcheck.evaluation import texts

        if isinstance(cases[0], Decomposition):
            decomposed = list(texts.decompose([c for c in cases if isinstance(c, Decomposition)], parser))
            tables, predictions = [texts.decomposition_table(decomposed)], [row for _, row in decomposed]
        elif isinstance(cases[0], Segmentation):
            segmented = list(texts.segment([c for c in cases if isinstance(c, Segmentation)]))
            tables, predictions = [texts.segmentation_table(segmented)], [row for _, row in segmented]
        else:
            checked = list(texts.find_checkable([c for c in cases if isinstance(c, Checkability)], parser))
            tables, predictions = [texts.checkability_table(checked)], [row for _, row in checked]
    return EvalReport(len(cases), tuple(tables), tuple(predictions))
