"""The bundled data files: a row a line, cut at tabs; a line that begins with a hash is a comment."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def rows(path: Path) -> tuple[tuple[str, ...], ...]:
    """The rows of a data file, without its comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))
