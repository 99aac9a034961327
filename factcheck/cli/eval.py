"""`factcheck eval`: accuracy on labelled cases."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.output import emit, refuse_inputs, say, view


def evaluate(
    cases: Annotated[str, typer.Argument(metavar="CASES", help="Labelled cases, one JSON object a line.")],
    *,
    predictions: Annotated[
        str | None, typer.Option("--predictions", metavar="FILE", help="Write what was answered, one object a line.")
    ] = None,
    quiet: options.Quiet = False,
    no_color: options.NoColor = False,
) -> None:
    """Measure accuracy on cases, false accusations first.

    \b
    The fields of a line say what it is:
      {"id", "claim", "evidence": [...], "label"}   verdicts on given evidence
      {"id", "text", "claims": [...]}               splitting into claims
      {"id", "text", "sentences": [...]}            splitting into sentences
      {"id", "text", "label"}                       finding what is worth checking

    \b
    Example:
      factcheck eval cases.jsonl --predictions answers.jsonl
    """
    import json

    from factcheck.config import load
    from factcheck.evaluation import evaluate as measure
    from factcheck.reports.evaluation import render
    from factcheck.reports.outcome import counted

    settings = load().settings
    refuse_inputs(predictions, [cases])
    report = measure(cases, settings)
    if predictions is not None:
        lines = (json.dumps(dict(row), ensure_ascii=False) for row in report.predictions)
        emit("".join(f"{line}\n" for line in lines), predictions)
    emit(render(report.tables, view(settings, no_color=no_color)))
    if not quiet:
        say(counted(report.cases, "case") + (f"; answers in {predictions}" if predictions else ""))
