"""What a format must offer to be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.model import Document


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: its media type, the endings it goes by, and two functions of bytes and path.

    `recognise` says whether the bytes are of this format, with the path's ending as a hint where content cannot tell;
    `read` turns them into a document or raises a `ReadError`.
    """

    media_type: str
    suffixes: tuple[str, ...]
    recognise: Callable[[bytes, str], bool]
    read: Callable[[bytes, str], Document]


def has_suffix(path: str, suffixes: tuple[str, ...]) -> bool:
    """Whether the path (or a URL's path) ends in one of the suffixes, in any case."""
    return path.split("?", 1)[0].split("#", 1)[0].lower().endswith(suffixes)
