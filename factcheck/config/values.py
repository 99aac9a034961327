"""Reading one raw value of a setting: each function returns it or raises a `ValueError` that says what it is not."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date, datetime

from factcheck.config.spelling import suggestion
from factcheck.model import ClaimKind, Label
from factcheck.rules import RULES

FORMATS = ("auto", "text", "table", "json")


def text(raw: object) -> str:
    """One text that is not blank."""
    if not isinstance(raw, str) or not raw.strip():
        raise ValueError(f"{_shown(raw)} is not a text")
    return raw


def texts(raw: object) -> tuple[str, ...]:
    """Several texts: a list, or one text with commas between them."""
    parts: list[object] = [part.strip() for part in raw.split(",")] if isinstance(raw, str) else _several(raw)
    return tuple(text(part) for part in parts)


def paths(raw: object) -> tuple[str, ...]:
    """Several paths: a list, or one text with `os.pathsep` (":" or ";") between them, since a name may hold a comma."""
    if not isinstance(raw, str):
        return tuple(text(part) for part in _several(raw))
    return (raw,) if "://" in raw else tuple(text(part) for part in raw.split(os.pathsep))


def labels(raw: object) -> tuple[str, ...]:
    """Labels of verdicts."""
    return tuple(dict.fromkeys(_one_of(part, list(Label), "label") for part in _split(raw)))


def kinds(raw: object) -> tuple[str, ...]:
    """Kinds of claim."""
    return tuple(dict.fromkeys(_one_of(part, list(ClaimKind), "kind of claim") for part in _split(raw)))


def labels_and_codes(raw: object) -> tuple[str, ...]:
    """Labels of verdicts, rule codes, and beginnings of rule codes."""
    return tuple(dict.fromkeys(_label_or_code(part) for part in _split(raw)))


def format_name(raw: object) -> str:
    """The name of a report's format."""
    return _one_of(raw, FORMATS, "format")


def day(raw: object) -> date:
    """A day, as TOML or ISO 8601 writes it."""
    if isinstance(raw, date) and not isinstance(raw, datetime):
        return raw
    try:
        return date.fromisoformat(str(raw).strip())
    except ValueError:
        raise ValueError(f"{_shown(raw)} is not a date; write it as 2026-01-31") from None


def share(raw: object) -> float:
    """A number from 0 to 1."""
    try:
        number = float(raw) if isinstance(raw, str | int | float) and not isinstance(raw, bool) else -1.0
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise ValueError(f"{_shown(raw)} is not a number from 0 to 1")
    return number


def switch(raw: object) -> bool:
    """True or false, in any of the words that people use for them."""
    words = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
    if isinstance(raw, bool):
        return raw
    if isinstance(raw, str) and raw.strip().lower() in words:
        return words[raw.strip().lower()]
    raise ValueError(f"{_shown(raw)} is neither true nor false")


def _several(raw: object) -> list[object]:
    if not isinstance(raw, list | tuple):
        raise ValueError(f"{_shown(raw)} is not a list of texts")
    return list(raw)


def _split(raw: object) -> list[str]:
    """Several words: each text of a list may itself hold commas, as a repeated flag does."""
    several = [raw] if isinstance(raw, str) else _several(raw)
    return [word for part in several for word in texts(part)]


def _label_or_code(word: str) -> str:
    if not word.upper().startswith("FC"):
        return _one_of(word, list(Label), "label or code")
    code = word.upper()
    if len(code) < 3 or not any(known.startswith(code) for known in RULES):
        raise ValueError(f'there is no rule "{word}"; `factcheck rule` lists them all')
    return code


def _one_of(word: object, known: Iterable[str], what: str) -> str:
    written = str(word).strip().lower().replace("_", "-").replace(" ", "-")
    names = [str(name) for name in known]
    if written not in names:
        advice = suggestion(written, names) or f"; choose from {', '.join(names)}"
        raise ValueError(f'there is no {what} "{word}"{advice}')
    return written


def _shown(raw: object) -> str:
    return f'"{raw}"'
