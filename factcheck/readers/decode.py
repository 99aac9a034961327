"""Bytes to text: a byte order mark, then strict UTF-8, then Windows-1252; what is not text is an error.

Statistical guessing is not used: it was wrong on every Windows-1252 sample tried.
"""

from __future__ import annotations

import codecs
import hashlib
import re

from factcheck.errors import ReadError

MAX_CONTROL_SHARE = 0.1
"""Above this share of control characters a text is taken to be binary; prose has none."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")


def decode(data: bytes, path: str, *, declared: str | None = None) -> str:
    """The text in the bytes, unchanged (byte order mark and line ends kept); `declared` is tried after UTF-8."""
    text = _decoded(data, path, declared)
    if "\x00" in text or len(_CONTROL.findall(text)) > MAX_CONTROL_SHARE * len(text):
        raise ReadError(path, "is not text")
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise ReadError(path, "is empty" if not data else "holds nothing but white space")
    return text


def looks_like_text(data: bytes) -> bool:
    """Whether `decode` would accept the first part of the bytes."""
    head = data[:4096]
    return any(data.startswith(mark) for mark, _ in _MARKS) or b"\x00" not in head


def digest(data: bytes) -> str:
    """The SHA-256 of the bytes, as `sha256sum` prints it."""
    return hashlib.sha256(data).hexdigest()


def _decoded(data: bytes, path: str, declared: str | None) -> str:
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    encodings = (marked,) if marked else ("utf-8", *((declared,) if declared else ()), "cp1252")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    tried = marked.upper() if marked else "UTF-8 nor Windows-1252"
    raise ReadError(path, f"is not text, or not in {tried}" if marked else f"is not text: neither {tried}")
