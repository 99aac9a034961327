"""The tables of an evaluation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from factcheck.reports.terminal import drawn, styled

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Protocol

    from factcheck.reports.lines import View

    class Titled(Protocol):
        """A titled table of texts."""

        @property
        def title(self) -> str: ...  # noqa: D102
        @property
        def columns(self) -> tuple[str, ...]: ...  # noqa: D102
        @property
        def rows(self) -> tuple[tuple[str, ...], ...]: ...  # noqa: D102


def render(tables: Iterable[Titled], view: View) -> str:
    """Each table under its title; figures stand to the right, as wide as they need."""
    return "\n".join(drawn(view, styled(table.title, "bold"), _table(table)) for table in tables)


def _table(table: Titled) -> Table:
    grid = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for i, column in enumerate(table.columns):
        grid.add_column(Text(column), justify="left" if i == 0 else "right", overflow="fold")
    for row in table.rows:
        grid.add_row(*(styled(cell) for cell in row))
    return grid
