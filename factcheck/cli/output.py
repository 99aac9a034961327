"""Where a command's words go: data to standard output or a file, all else to standard error."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from factcheck.errors import UsageError
from factcheck.reports.lines import View
from factcheck.reports.safe import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.config import Settings

WIDTH_UNKNOWN = 100  # columns of a table that goes to a pipe or a file, where COLUMNS does not say


def form(settings: Settings, output: str | None = None) -> str:
    """The format of a report: the one asked for, else a table on a terminal and text elsewhere."""
    if settings.format != "auto":
        return settings.format
    return "table" if output is None and sys.stdout.isatty() else "text"


def view(settings: Settings, output: str | None = None, no_color: bool = False) -> View:
    """What to list, and how wide and colourful the place is where it goes."""
    terminal = output is None and sys.stdout.isatty()
    plain = no_color or bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return View(settings.only, settings.kind, width(), terminal and not plain)


def width() -> int:
    """The columns of the terminal."""
    return shutil.get_terminal_size((WIDTH_UNKNOWN, 24)).columns


def emit(text: str, output: str | None = None) -> None:
    """Write a report: to a file, wholly or not at all, or to standard output, where a closed pipe is no error."""
    if output is not None:
        _write_file(text, Path(output))
        return
    _replace_what_cannot_be_encoded(sys.stdout)
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _silence(sys.stdout)
    except OSError as error:
        raise UsageError(f"standard output: cannot be written ({error.strerror})") from error


def say(message: str) -> None:
    """One line on standard error."""
    _replace_what_cannot_be_encoded(sys.stderr)
    try:
        sys.stderr.write(f"{one_line(message)}\n")
        sys.stderr.flush()
    except OSError:
        _silence(sys.stderr)


def refuse_inputs(output: str | None, inputs: Iterable[str]) -> None:
    """A report must not overwrite what it is about."""
    if output is None:
        return
    for name in inputs:
        with suppress(OSError):
            if Path(output).samefile(name):
                raise UsageError(f"--output {output}: this is one of the inputs; name another file")


def _write_file(text: str, path: Path) -> None:
    data = text.encode("utf-8", "replace")
    try:
        if path.exists() and not path.is_file():  # a device or a pipe, which cannot be replaced
            path.write_bytes(data)
            return
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        half_written = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            half_written.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
            half_written.replace(path)
        finally:
            half_written.unlink(missing_ok=True)
    except OSError as error:
        raise UsageError(f"--output {path}: cannot be written ({error.strerror})") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _replace_what_cannot_be_encoded(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def _silence(stream: TextIO) -> None:
    """After its reader has gone, let the interpreter's last flush go nowhere."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
