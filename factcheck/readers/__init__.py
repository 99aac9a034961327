"""Bytes to documents: one module a format, chosen by content and not by the file's ending alone.

To add a format, write a module with a `FORMAT` and name it in `FORMATS`, before those that accept more.
"""

from __future__ import annotations

import os
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.errors import ReadError
from factcheck.readers import delimited, markdown, subtitles, text, webpage
from factcheck.readers.decode import digest
from factcheck.readers.files import file_bytes, is_url, sources, stdin_bytes
from factcheck.readers.metadata import apply_metadata, sidecar, sidecar_bytes
from factcheck.readers.signatures import foreign_kind

if TYPE_CHECKING:
    from typing import BinaryIO

    from factcheck.model import Document
    from factcheck.readers.format import Format

__all__ = ["FORMATS", "content_hash", "fingerprint", "read", "read_bytes", "sources"]

FORMATS: tuple[Format, ...] = (
    subtitles.VTT,
    subtitles.SRT,
    webpage.FORMAT,
    delimited.FORMAT,
    markdown.FORMAT,
    text.FORMAT,
)


def read(path: str, *, stdin: BinaryIO | None = None, allow_loopback: bool = False) -> Document:
    """Read a file, a URL, or standard input ("-"), with the metadata of a sidecar; a `ReadError` says why it cannot be.

    `allow_loopback` lets a URL lead to this computer, which is otherwise refused.
    """
    if path == "-":
        return read_bytes(stdin_bytes(stdin), "-")
    if is_url(path):
        return read_bytes(_fetched(path, allow_loopback), path)
    document = read_bytes(file_bytes(path), _shown(path))
    found = sidecar(path)
    if not found:
        return document
    return replace(apply_metadata(document, {**document.metadata, **found}), sha256=fingerprint(path))


def fingerprint(path: str, *, allow_loopback: bool = False) -> str:
    """The SHA-256 that `read` would give the document: of its bytes and, where there is one, of its sidecar's."""
    if is_url(path):
        return content_hash(path, allow_loopback=allow_loopback)
    beside = sidecar_bytes(path)
    return digest(file_bytes(path) + b"\0" + beside) if beside else content_hash(path)


def content_hash(path: str, *, allow_loopback: bool = False) -> str:
    """The SHA-256 of the bytes alone, by which a copy of a text is known whatever stands beside it."""
    return digest(_fetched(path, allow_loopback) if is_url(path) else file_bytes(path))


def read_bytes(data: bytes, path: str) -> Document:
    """The document in some bytes; `path` names it in errors, and its ending breaks ties between formats."""
    chosen = next((entry for entry in FORMATS if entry.recognise(data, path)), None)
    kind = foreign_kind(data)
    if chosen is None or (kind is not None and chosen is text.FORMAT):
        raise ReadError(path, f"is {kind}; save its text in a file of its own" if kind else "is not text")
    document = chosen.read(data, path)
    if not document.text.strip("\ufeff \t\r\n"):
        raise ReadError(path, "holds no words")
    return replace(document, path=path)


@lru_cache(maxsize=64)
def _fetched(url: str, allow_loopback: bool) -> bytes:
    """The page at the URL, fetched once a process, so that its fingerprint is that of what is read."""
    from factcheck.readers.fetch import fetch

    return fetch(url, allow_loopback=allow_loopback).data


def _shown(path: str) -> str:
    """The path as the user spelt it, with forward slashes, and printable whatever the file system holds."""
    return os.fsencode(path).decode("utf-8", "replace").replace(os.sep, "/")
