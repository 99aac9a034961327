"""`factcheck extract`: the claims of a draft, without notes."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.output import emit, form, refuse_inputs, say, view
from factcheck.errors import UsageError


def extract(
    files: options.Articles,
    *,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Print the draft with a line under what is claimed and what is not.")
    ] = False,
    kind: options.Kind = None,
    date: options.Date = None,
    allow_empty: options.AllowEmpty = False,
    format: options.Format = None,
    output: options.Output = None,
    quiet: options.Quiet = False,
    no_color: options.NoColor = False,
) -> None:
    """List the claims of drafts; no notes, nothing is kept.

    \b
    Examples:
      factcheck extract draft.md
      factcheck extract draft.md --coverage
      cat draft.md | factcheck extract - --kind quote,quantity --format json
    """
    from factcheck import pipeline, readers
    from factcheck.cli.inputs import drafts
    from factcheck.config import load
    from factcheck.reports import claims
    from factcheck.reports import coverage as proof
    from factcheck.reports.outcome import NOTHING_CHECKED, OK

    settings = load(options.flags(kind=kind, date=date, format=format, allow_empty=allow_empty)).settings
    if coverage and settings.format == "json":
        raise UsageError("--coverage draws the draft; for JSON leave it out: sentences and spans are in it")
    paths = drafts(files)
    refuse_inputs(output, paths)
    found = [pipeline.extract(readers.read(path), settings) for path in paths]
    place = view(settings, output, no_color)
    drawn = "\n".join(proof.render(extraction, place) for extraction in found) if coverage else None
    emit(claims.render(found, place, form(settings, output)) if drawn is None else drawn, output)
    if not quiet:
        say(claims.summary(found) if paths else f"no file matches {', '.join(files)}")
    raise typer.Exit(OK if settings.allow_empty or any(e.claims for e in found) else NOTHING_CHECKED)
