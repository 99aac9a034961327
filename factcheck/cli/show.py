"""`factcheck show`: everything that is known of one claim."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli import options
from factcheck.cli.output import emit, view
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.ledger import HistoryRow, Ledger
    from factcheck.model import ArticleResult, Run, Verdict

MOST_LISTED = 4  # claims that an ambiguous id names, on one line


def show(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id, or the beginning of it.")],
    *,
    db: options.Database = None,
    no_color: options.NoColor = False,
) -> None:
    """Show one claim: verdict, evidence, findings, history.

    The draft's words stand beside the note's, with what agrees and what differs
    marked, then the passages that did not decide, and why.

    \b
    Examples:
      factcheck show 3f2a9c
      factcheck show 3f2a9c --db desk.db
    """
    from factcheck.config import load
    from factcheck.ledger import open_ledger
    from factcheck.reports.outcome import with_minimum
    from factcheck.reports.show import Past, render

    settings = load(options.flags(db=db)).settings
    with open_ledger(settings.db) as ledger:
        row = _named(ledger, claim, settings.db)
        run = ledger.find_run(row.run)
        past = [Past(item.run, item.label.value, item.confidence) for item in ledger.claim_history(row.claim)]
    if run is None:
        raise UsageError(f"run {row.run} is not in {settings.db}; check the draft again")
    article, verdict = _found(with_minimum(run, settings.min_confidence), row)
    emit(render(article.extraction, verdict, past, view(settings, no_color=no_color)))


def _named(ledger: Ledger, prefix: str, db: str) -> HistoryRow:
    """The one claim whose id begins so; among several, the one of the last run."""
    if not Path(db).exists():
        raise UsageError(f"there is no ledger {db}; `factcheck check` writes one, and --db names another")
    rows = ledger.find_claims(prefix.strip().lower()) if prefix.strip() else []
    if not rows:
        raise UsageError(f'{db} has no claim "{prefix}"; the ids stand in the report of `factcheck check`')
    latest = [row for row in rows if row.run == ledger.last_run()] or rows
    if len(latest) > 1:
        names = ", ".join(row.claim for row in latest[:MOST_LISTED])
        more = f" and {len(latest) - MOST_LISTED} more" if len(latest) > MOST_LISTED else ""
        raise UsageError(f'"{prefix}" is the beginning of {len(latest)} claims: {names}{more}')
    return latest[0]


def _found(run: Run, row: HistoryRow) -> tuple[ArticleResult, Verdict]:
    return next(
        (article, verdict)
        for article in run.articles
        for verdict in article.verdicts
        if verdict.claim.id == row.claim and article.extraction.document.path == row.article
    )
