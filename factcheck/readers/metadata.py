"""What a document says about itself: front matter, mail headers, a sidecar; its title and its date."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import ReadError
from factcheck.model import BlockKind
from factcheck.readers.files import SIDECAR_SUFFIXES, file_bytes
from factcheck.readers.plain import plain_block

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Document

MAX_FRONT_MATTER = 65_536
"""Characters; real front matter is a tenth of this, and a YAML parser is slow on more."""

_FENCE = re.compile(r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
_PAIR = re.compile(r"([A-Za-z][\w -]{0,40})[ \t]*[:=][ \t]*(.*)")
_DATE_KEYS = ("date", "published", "created", "pubdate")
_MAX_DATE_LENGTH = 60


def front_matter(text: str) -> tuple[int, dict[str, str]]:
    """The end of a front matter at the head of the text (0 where there is none), and what it says."""
    opening = _FENCE.match(text)
    if opening is None:
        return 0, {}
    fence = re.escape(opening["fence"])
    end = r"---|\.\.\." if opening["fence"] == "---" else fence
    closing = re.compile(rf"^(?:{end})[ \t]*$", re.MULTILINE).search(
        text.replace("\r", "\n") if "\r" in text else text, opening.end() - 1, opening.end() + MAX_FRONT_MATTER
    )
    if closing is None:
        return 0, {}
    body = text[opening.end() : closing.start()]
    found = _toml(body) if opening["fence"] == "+++" else _yaml(body)
    if found is None:
        found = _pairs(body)
    return (closing.end(), found) if found or not body.strip() else (0, {})


def sidecar(path: str) -> dict[str, str]:
    """What `NAME.meta.yaml` or `NAME.meta.json` beside the file says; one that cannot be read is a `ReadError`."""
    beside = _beside(path)
    return _read_sidecar(beside) if beside else {}


def sidecar_bytes(path: str) -> bytes:
    """The bytes of the file's sidecar, or none."""
    beside = _beside(path)
    return file_bytes(str(beside)) if beside else b""


def apply_metadata(document: Document, metadata: Mapping[str, str]) -> Document:
    """The document with this metadata, and a title and date from it, else its own; its first heading is a title too."""
    given = next((parse_day(metadata[key]) for key in _DATE_KEYS if key in metadata), None)
    title = metadata.get("title") or document.title or _first_heading(document)
    return replace(document, metadata=dict(metadata), title=title, date=given or document.date)


def parse_day(words: str) -> date | None:
    """The one calendar day that the words can mean, or None: "03/04/2026" and "January 2026" are not one day."""
    from dateutil import parser

    words = words.strip()[:_MAX_DATE_LENGTH]
    try:
        return date.fromisoformat(words[:10])
    except ValueError:
        pass
    readings = set()
    for default, day_first in ((datetime(2000, 1, 1), True), (datetime(2004, 2, 2), False)):
        try:
            readings.add(parser.parse(words, default=default, dayfirst=day_first, ignoretz=True).date())
        except (ValueError, OverflowError, TypeError, AttributeError, IndexError):
            return None
    return readings.pop() if len(readings) == 1 else None


def _beside(path: str) -> Path | None:
    """The sidecar of a file, named after its whole name or its name without the ending."""
    file = Path(path)
    names = (
        file.with_name(name + suffix) for name in dict.fromkeys((file.name, file.stem)) for suffix in SIDECAR_SUFFIXES
    )
    return next((beside for beside in names if file.name and beside.is_file()), None)


def _first_heading(document: Document) -> str | None:
    heading = next((block for block in document.blocks if block.kind is BlockKind.HEADING), None)
    return plain_block(document, heading).text or None if heading else None


def _read_sidecar(path: Path) -> dict[str, str]:
    shown = path.as_posix()
    body = file_bytes(str(path)).decode("utf-8-sig", "replace")[:MAX_FRONT_MATTER]
    if path.suffix == ".json":
        try:
            found = _strings(json.loads(body))
        except (ValueError, RecursionError):
            found = None
    else:
        found = _yaml(body)
    if found is None:
        raise ReadError(shown, "is not a valid list of keys and values; mend it or remove it")
    return found


def _yaml(body: str) -> dict[str, str] | None:
    import yaml

    try:
        # The base loader makes nothing but strings, lists and dicts, and leaves a date as it is written.
        return _strings(yaml.load(body, Loader=yaml.BaseLoader))  # noqa: S506
    except (yaml.YAMLError, ValueError, RecursionError):
        return None


def _toml(body: str) -> dict[str, str] | None:
    try:
        return _strings(tomllib.loads(body))
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def _strings(value: object) -> dict[str, str] | None:
    """The scalars of a mapping, and its lists of scalars joined; anything deeper is not metadata of ours."""
    if value is None or value == "":
        return {}
    if not isinstance(value, dict):
        return None
    found = {}
    for key, item in value.items():
        parts = item if isinstance(item, list) else [item]
        words = [str(part).strip() for part in parts if isinstance(part, str | int | float | date)]
        if words and isinstance(key, str):
            found[key.strip().lower()] = ", ".join(words)
    return found


def _pairs(body: str) -> dict[str, str]:
    """Front matter that is not valid YAML ("title: Trade: what now") read line by line; nothing if it is prose."""
    found = {}
    for line in body.splitlines():
        match = _PAIR.fullmatch(line.rstrip())
        if match:
            found[match[1].strip().lower()] = match[2].strip().strip("\"'")
        elif line.strip() and not line.startswith((" ", "\t", "-", "#")):
            return {}
    return found
