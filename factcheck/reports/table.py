"""The table for a terminal: claim and verdict beside each other, with the reason and the note's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.model import ArticleResult, Label, Run, Verdict
from factcheck.reports.lines import CONTRADICTION, Line, View, article_lines, evidence_shown, source
from factcheck.reports.outcome import short_ids
from factcheck.reports.safe import relative, shortened
from factcheck.reports.terminal import KIND_STYLES, LABEL_STYLES, drawn, joined, styled
from factcheck.reports.text import unreadable_line
from factcheck.rules import RULES

if TYPE_CHECKING:
    from rich.console import RenderableType

PASSAGE_LENGTH = 200  # characters of a note's passage: it fits a sentence, a longer one is for `factcheck show`

GRID: dict[str, Any] = {
    "box": SIMPLE_HEAD,
    "expand": True,
    "pad_edge": False,
    "show_edge": False,
    "collapse_padding": True,
    "leading": 1,
}


def render(run: Run, view: View) -> str:
    """A table for each draft, then the sources that could not be used."""
    ids = short_ids(run)
    parts: list[RenderableType] = []
    for article in run.articles:
        parts += _article(article, ids, view)
    if run.unreadable:
        parts.append(Text("Not used", style="bold"))
        parts += [Padding(Text(unreadable_line(item)), (0, 0, 0, 2)) for item in run.unreadable]
    return drawn(view, *parts)


def _article(article: ArticleResult, ids: dict[str, str], view: View) -> list[RenderableType]:
    title = styled(relative(article.extraction.document.path), "bold")
    rows = article_lines(article, ids, view)
    if not rows:
        return [title, Text("  nothing to list")]
    if view.narrow:
        return [title, *(part for row in rows for part in _card(row))]
    return [title, _table(rows), Text()]


def _table(rows: list[Line]) -> Table:
    table = Table(**GRID)
    table.add_column("id", no_wrap=True)
    table.add_column("where", no_wrap=True, max_width=16)
    table.add_column("claim", ratio=4, overflow="fold")
    table.add_column("verdict", ratio=5, overflow="fold")
    for row in rows:
        table.add_row(styled(row.id, "bold"), _where(row), styled(row.statement), _verdict(row))
    return table


def _where(row: Line) -> Text:
    return _stacked(styled(row.place), styled(row.kind, KIND_STYLES.get(row.kind, "")))


def _verdict(row: Line) -> Text:
    return _stacked(_heading(row), styled(row.message), _passage(row.verdict))


def _heading(row: Line) -> Text:
    style = LABEL_STYLES[row.label]
    name = f"{row.code} {RULES[row.code].name}" if row.code in RULES else ""
    sure = f"{row.verdict.confidence:.2f}" if row.verdict and row.label not in _WITHOUT_CONFIDENCE else ""
    return joined(Text(row.label, style=style), Text(name, style=style), Text(sure, style="dim"))


_WITHOUT_CONFIDENCE = {Label.NOT_CHECKABLE.value, Label.UNCHECKED.value, CONTRADICTION}


def _passage(verdict: Verdict | None) -> Text:
    evidence = evidence_shown(verdict) if verdict else None
    if evidence is None:
        return Text()
    return Text(f"{source(evidence)}: “{shortened(evidence.passage.text, PASSAGE_LENGTH)}”", style="dim")


def _card(row: Line) -> list[RenderableType]:
    """A claim where there is no room for columns."""
    head = joined(styled(row.id, "bold"), styled(row.place), styled(row.kind, KIND_STYLES.get(row.kind, "")))
    body = _stacked(styled(row.statement), _verdict(row))
    return [head, Padding(body, (0, 0, 1, 2))]


def _stacked(*parts: Text) -> Text:
    return Text("\n").join(part for part in parts if part.plain)
