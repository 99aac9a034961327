"""`factcheck check`: extract and verify; the command for CI."""

from __future__ import annotations

from factcheck.cli import options


def check(
    files: options.Articles,
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
    """Extract and verify: the command for a desk and for CI.

    Exits with 1 when a claim is refuted, when notes that bear on it conflict, or
    when a draft contradicts itself.

    \b
    Examples:
      factcheck check draft.md -n notes/
      factcheck check draft.md -n notes/ -n "figures/*.csv" --format json
      factcheck check "drafts/*.md" --fail-on refuted,FC2 --only refuted
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
    verify_and_report(files, settings, output=output, quiet=quiet, no_color=no_color)
