"""Plain lines, one a claim, for pipes, editors and CI: `path:line:col: CODE label message [id]`, never wrapped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.reports.lines import Line, View, lines
from factcheck.reports.outcome import LIMIT
from factcheck.reports.safe import one_line, relative

if TYPE_CHECKING:
    from factcheck.model import Run, Unreadable


def render(run: Run, view: View) -> str:
    """The lines of a run, and one for each source that could not be used."""
    found = [_line(line) for line in lines(run, view)]
    found += [unreadable_line(item) for item in run.unreadable]
    return "".join(f"{line}\n" for line in found)


def unreadable_line(item: Unreadable) -> str:
    """A source that could not be used, and why."""
    used = "used in part" if item.code == LIMIT else "not used"
    return f"{one_line(relative(item.path))}: {item.code} {used}: {one_line(item.reason)}"


def _line(line: Line) -> str:
    message = f"{line.statement} — {line.message}" if line.message else line.statement
    identifier = f" [{line.id}]" if line.id else ""
    return f"{line.path}:{line.place}: {line.code} {line.label} {message}{identifier}"
