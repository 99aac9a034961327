"""`factcheck verify`: hold claims against notes, by default those of every draft that the ledger knows."""

from __future__ import annotations

from factcheck.cli import options
from factcheck.errors import UsageError


def verify(
    files: options.MaybeArticles = None,
    *,
    notes: options.Notes = None,
    fail_on: options.FailOn = None,
    exit_zero: options.ExitZero = False,
    strict: options.Strict = False,
    allow_empty: options.AllowEmpty = False,
    min_confidence: options.MinConfidence = None,
    date: options.Date = None,
    only: options.Only = None,
    kind: options.Kind = None,
    format: options.Format = None,
    output: options.Output = None,
    db: options.Database = None,
    no_ledger: options.NoLedger = False,
    quiet: options.Quiet = False,
    no_color: options.NoColor = False,
) -> None:
    """Hold the claims of drafts, or of the ledger, against notes.

    Without a file, every draft of the ledger is taken; without -n, the notes of
    the last run or, before the first, all that `factcheck notes add` has read.

    \b
    Examples:
      factcheck verify -n notes/
      factcheck verify draft.md -n https://example.org/report.html
    """
    from factcheck.cli.verification import verify_and_report
    from factcheck.config import load

    settings = load(
        options.flags(
            notes=notes,
            fail_on=fail_on,
            exit_zero=exit_zero,
            strict=strict,
            allow_empty=allow_empty,
            min_confidence=min_confidence,
            date=date,
            only=only,
            kind=kind,
            format=format,
            db=db,
            no_ledger=no_ledger,
        )
    ).settings
    if not files and not settings.ledger:
        raise UsageError("without a ledger there are no drafts to verify; name a file")
    verify_and_report(files or [], settings, output=output, quiet=quiet, no_color=no_color)
