"""What `check` and `verify` do once their options are read: run the pipeline, report, exit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from factcheck.cli.output import emit, form, refuse_inputs, say, view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.config import Settings


def verify_and_report(
    files: Sequence[str], settings: Settings, *, output: str | None, quiet: bool, no_color: bool
) -> None:
    """Hold the drafts (none: every draft of the ledger) against the notes and exit with the run's code."""
    from factcheck import pipeline
    from factcheck.cli.inputs import drafts
    from factcheck.cli.progress import followed
    from factcheck.ledger import open_ledger
    from factcheck.reports import report
    from factcheck.reports.outcome import NOTHING_CHECKED, OK, exit_code, summary, with_minimum

    articles = drafts(files)
    if files and not articles:
        say(f"nothing was checked: no file matches {', '.join(files)}")
        raise typer.Exit(OK if settings.allow_empty else NOTHING_CHECKED)
    refuse_inputs(output, [*articles, settings.db])
    with open_ledger(settings.db if settings.ledger else None) as ledger:
        steps = pipeline.check(articles, settings.notes or None, ledger, settings)
        run = followed(steps, quiet, color=not no_color)
    run = with_minimum(run, settings.min_confidence)
    emit(report(form(settings, output))(run, view(settings, output, no_color)), output)
    if not quiet:
        say(summary(run, settings))
    raise typer.Exit(exit_code(run, settings))
