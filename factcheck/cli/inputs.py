"""The drafts that a command line names."""

from __future__ import annotations

import glob
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

PATTERN = "*?["


def drafts(arguments: Sequence[str]) -> list[str]:
    """The arguments, each once, with quoted patterns ("drafts/**/*.md") replaced by the files that they match."""
    return list(dict.fromkeys(path for argument in arguments for path in _matched(argument)))


def _matched(argument: str) -> list[str]:
    if "://" in argument or not any(sign in argument for sign in PATTERN) or Path(argument).exists():
        return [argument]
    return sorted(path for path in glob.glob(argument, recursive=True) if Path(path).is_file())  # noqa: PTH207 - keeps the path as it was written
