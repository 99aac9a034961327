"""Which files the user named, and their bytes within limits."""

from __future__ import annotations

import glob
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

MAX_BYTES = 50_000_000
"""The largest file that is read; far above any article, below what would fill a small machine's memory."""

SIDECAR_SUFFIXES = (".meta.yaml", ".meta.yml", ".meta.json")


def sources(names: Sequence[str]) -> list[str]:
    """The notes behind the names that a user gives: files, folders (recursively), glob patterns and URLs.

    Each path once, in the order of the names, a folder's sorted; hidden files and sidecars are left out.
    A name that stands for nothing is a `ReadError`; a folder or pattern without files gives none.
    """
    found: dict[str, None] = {}
    for name in names:
        found.update(dict.fromkeys(_behind(name)))
    return list(found)


def is_url(name: str) -> bool:
    """Whether the name is an address to fetch."""
    return name.lower().startswith(("http://", "https://"))


def file_bytes(path: str) -> bytes:
    """The bytes of one file, or a `ReadError` that says what to do."""
    if not path or "\x00" in path:
        raise ReadError(repr(path), "is not a path")
    if Path(path).is_dir():
        raise ReadError(path, "is a folder; name a file in it (a folder can be given as notes, with -n)")
    try:
        with Path(path).open("rb") as file:
            return _limited(file, path)
    except FileNotFoundError:
        raise ReadError(path, "there is no such file") from None
    except PermissionError:
        raise ReadError(path, "may not be read by this user") from None
    except OSError as error:
        raise ReadError(path, f"cannot be read ({error.strerror or error})") from error


def stdin_bytes(stdin: BinaryIO | None) -> bytes:
    """What comes on standard input, or on the stream that stands in for it."""
    try:
        return _limited(stdin or sys.stdin.buffer, "-")
    except OSError as error:
        raise ReadError("-", f"cannot be read ({error.strerror or error})") from error


def _limited(file: BinaryIO, path: str) -> bytes:
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ReadError(path, f"is larger than {MAX_BYTES // 1_000_000} MB; split it, or name the part that matters")
    return data


def _behind(name: str) -> Iterator[str]:
    path = Path(name)
    if name == "-":
        raise ReadError(name, "cannot be the notes, only a draft; save it and name the file")
    if is_url(name):
        yield name
    elif path.is_dir():
        yield from _in_folder(name)
    elif path.exists():
        yield name
    elif "://" in name:
        raise ReadError(name, "is not an http or https address")
    elif glob.has_magic(name):
        for match in sorted(glob.glob(name, recursive=True)):  # noqa: PTH207  keeps the user's spelling
            if Path(match).is_file() and not match.endswith(SIDECAR_SUFFIXES):
                yield match
    else:
        raise ReadError(name, "there is no such file or folder")


def _in_folder(folder: str) -> Iterator[str]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(here, name)
            if not name.startswith(".") and not name.endswith(SIDECAR_SUFFIXES) and path.is_file():
                yield os.path.join(here, name)  # noqa: PTH118  keeps a leading "./"
