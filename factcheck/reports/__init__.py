"""Reports: one module per output format, each of which turns a run into text; none reads the database."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from factcheck.model import Run
from factcheck.reports.lines import View

Report = Callable[[Run, View], str]

# To add a format, add a module with `render(run, view) -> str` and its name here.
FORMATS = {"text": "text", "table": "table", "json": "json_v1"}


def report(name: str) -> Report:
    """The report of that name; its module is imported when it is asked for, so that plain lines need no Rich."""
    return cast("Report", import_module(f"factcheck.reports.{FORMATS[name]}").render)


__all__ = ["FORMATS", "Report", "View", "report"]
