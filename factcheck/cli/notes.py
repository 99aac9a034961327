"""`factcheck notes`: the reference notes that the ledger knows."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.output import emit, say

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)

MOST_FOUND = 10


@app.callback()
def notes() -> None:
    """The reference notes of the ledger: add, list, search.

    \b
    Examples:
      factcheck notes add notes/ report.html
      factcheck notes search "softwood lumber duties"
    """


@app.command()
def add(
    names: Annotated[list[str], typer.Argument(metavar="NOTES", help="Files, folders, globs or URLs.")],
    *,
    db: options.Database = None,
    quiet: options.Quiet = False,
) -> None:
    """Read notes into the ledger, so that a later run finds them read.

    \b
    Example:
      factcheck notes add notes/ "figures/*.csv"
    """
    from factcheck import pipeline
    from factcheck.config import load
    from factcheck.ledger import open_ledger
    from factcheck.reports.outcome import NOTHING_CHECKED, counted
    from factcheck.reports.text import unreadable_line

    settings = load(options.flags(db=db)).settings
    with open_ledger(settings.db) as ledger:
        unreadable = pipeline.add_notes(names, ledger)
        known = ledger.notes()
    for item in unreadable:
        say(unreadable_line(item))
    if not quiet:
        rest = f", {counted(len(unreadable), 'source')} not used" if unreadable else ""
        say(f"{counted(len(known), 'note')} in the ledger{rest}; next: factcheck notes list")
    if not known:
        raise typer.Exit(NOTHING_CHECKED)


@app.command("list")
def list_notes(
    *, db: options.Database = None, format: options.Format = None, no_color: options.NoColor = False
) -> None:
    """List the notes that the ledger knows.

    \b
    Example:
      factcheck notes list --format json
    """
    from factcheck.cli.output import form, view
    from factcheck.config import load
    from factcheck.ledger import open_ledger
    from factcheck.reports.notes import listed

    settings = load(options.flags(db=db, format=format)).settings
    with open_ledger(settings.db) as ledger:
        known = ledger.notes()
    emit(listed(known, view(settings, no_color=no_color), form(settings)))
    if not known:
        say(_no_note(settings.db))


def _no_note(db: str) -> str:
    return f"no note in {db}; next: factcheck notes add NOTES"


@app.command()
def search(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="What to look for, in plain words.")],
    *,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="The most passages to list.")] = MOST_FOUND,
    db: options.Database = None,
    format: options.Format = None,
    no_color: options.NoColor = False,
) -> None:
    """Search the notes, as a claim would.

    \b
    Example:
      factcheck notes search "canola tariffs" --limit 5
    """
    from factcheck import pipeline
    from factcheck.cli.output import form, view
    from factcheck.config import load
    from factcheck.ledger import open_ledger
    from factcheck.reports.notes import found

    settings = load(options.flags(db=db, format=format)).settings
    with open_ledger(settings.db) as ledger:
        known = ledger.notes()
        passages = pipeline.search_notes(query, ledger, settings, limit)
    emit(found(passages, view(settings, no_color=no_color), form(settings)))
    if not known:
        say(_no_note(settings.db))
    elif not passages:
        say("no passage has these words; next: factcheck notes list")
