"""Labelled cases: JSON lines in one of four formats, told apart by their fields."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.errors import UsageError
from factcheck.model import Label

NOT_SUPPORTED = "not-supported"
PAIR_LABELS = (Label.SUPPORTED.value, Label.REFUTED.value, Label.NOT_ENOUGH_EVIDENCE.value, NOT_SUPPORTED)


@dataclass(frozen=True)
class Pair:
    """A claim, the texts that it is held against, the human label, and where it is wrong the kind of error."""

    id: str
    claim: str
    evidence: tuple[str, ...]
    label: str
    error: str | None = None


@dataclass(frozen=True)
class Decomposition:
    """A text and its atomic claims by a human."""

    id: str
    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Segmentation:
    """A text and its sentences by a human."""

    id: str
    text: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Checkability:
    """A sentence, and whether a human thought it worth checking."""

    id: str
    text: str
    worth: bool


Case = Pair | Decomposition | Segmentation | Checkability


def load(path: Path) -> list[Case]:
    """Every case of a file; a `UsageError` names the first line that is none, or mixes formats."""
    cases = list(_cases(path))
    if not cases:
        raise UsageError(
            f"{path}: no cases; a line is a JSON object with id, and claim, evidence and label, or text and claims"
        )
    kinds = {type(case) for case in cases}
    if len(kinds) > 1:
        raise UsageError(f"{path}: the lines are of more than one format; put each into a file of its own")
    return cases


def _cases(path: Path) -> Iterator[Case]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "is not UTF-8"
        raise UsageError(f"{path}: cannot be read ({reason}); name a file of JSON lines") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield _case(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                reason = f'no field "{error.args[0]}"' if isinstance(error, KeyError) else str(error)
                raise UsageError(
                    f"{path}:{number}: not a labelled case ({reason}); see docs/eval.md for the formats"
                ) from error


def _case(row: Mapping[str, Any]) -> Case:
    identifier = str(row["id"])
    if "evidence" in row:
        label = str(row["label"])
        if label not in PAIR_LABELS:
            raise ValueError(f'label "{label}" is none of {", ".join(PAIR_LABELS)}')
        error = row.get("error_type")
        return Pair(
            identifier,
            _text(row["claim"]),
            _texts(row["evidence"]),
            label,
            None if error is None else _text(error),
        )
    text = _text(row["text"])
    if "claims" in row:
        return Decomposition(identifier, text, _texts(row["claims"]))
    if "sentences" in row:
        return Segmentation(identifier, text, _texts(row["sentences"]))
    return Checkability(identifier, text, row["label"] == "checkworthy")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not a text")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is not a list of texts")
    return tuple(_text(item) for item in value)
