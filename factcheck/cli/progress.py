"""Progress on standard error: only on a terminal, and only for work of more than a second."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from factcheck.model import Run
    from factcheck.pipeline import Progress

PATIENCE = 1.0  # seconds without a word before a bar appears
STAGES = {"index": "reading notes", "search": "searching notes", "judge": "judging claims"}


def followed(steps: Generator[Progress, None, Run], quiet: bool, color: bool = True) -> Run:
    """Take every step of a run, showing how far it is, and return the run."""
    display = _Display(color) if sys.stderr.isatty() and not quiet else None
    try:
        while True:
            step = next(steps)
            if display is not None:
                display.show(step)
    except StopIteration as end:
        run: Run = end.value
        return run
    finally:
        if display is not None:
            display.close()


class _Display:
    def __init__(self, color: bool) -> None:
        self._appears = time.monotonic() + PATIENCE
        self._color = color
        self._bar: Bar | None = None
        self._tasks: dict[str, TaskID] = {}

    def show(self, step: Progress) -> None:
        if self._bar is None:
            if time.monotonic() < self._appears:
                return
            self._bar = self._opened()
        task = self._tasks.get(step.stage)
        if task is None:
            self._tasks[step.stage] = task = self._bar.add_task(STAGES.get(step.stage, step.stage), total=step.total)
        self._bar.update(task, completed=step.done, total=step.total)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.stop()

    def _opened(self) -> Bar:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        console = Console(stderr=True, no_color=not self._color)
        columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
        bar = Progress(*columns, console=console, transient=True)
        bar.start()
        return bar
