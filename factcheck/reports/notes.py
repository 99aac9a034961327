"""The notes that a ledger knows, and what a search of them found."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from factcheck.reports.json_v1 import render_notes, render_passages
from factcheck.reports.lines import source
from factcheck.reports.outcome import counted
from factcheck.reports.safe import one_line, relative, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Evidence
    from factcheck.reports.lines import View

PASSAGE_LENGTH = 300  # characters of a passage in the table; the plain lines are never cut


def listed(notes: Sequence[Any], view: View, form: str) -> str:
    """The notes with their titles and numbers of passages; each row is a dataclass with path, title, passages, …."""
    if form == "json":
        return render_notes([asdict(note) for note in notes])
    rows = [(relative(n.path), n.media_type, counted(n.passages, "passage"), n.title or "") for n in notes]
    if form == "text" or view.narrow:
        return "".join(f"{one_line(': '.join(part for part in row if part))}\n" for row in rows)
    return _table(("note", "format", "holds", "title"), rows, view)


def found(evidence: Sequence[Evidence], view: View, form: str) -> str:
    """The passages, the nearest first, with the share of the query that each covers."""
    if form == "json":
        return render_passages(evidence)
    if form == "text" or view.narrow:
        return "".join(f"{source(item)}: {item.score:.2f} {one_line(item.passage.text)}\n" for item in evidence)
    rows = [(source(e), f"{e.score:.2f}", shortened(e.passage.text, PASSAGE_LENGTH)) for e in evidence]
    return _table(("note", "covers", "passage"), rows, view)


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]], view: View) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    from factcheck.reports.terminal import drawn, styled

    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True)
    # What comes last is prose and takes the room that the others leave; a long path leaves it half of the width.
    for column in columns[:-1]:
        table.add_column(column, overflow="fold", max_width=view.width // 2)
    table.add_column(columns[-1], overflow="fold", ratio=1)
    for row in rows:
        table.add_row(*(styled(cell) for cell in row))
    return drawn(view, table)
