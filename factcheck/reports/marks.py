"""Words marked where they stand: what differs, agrees or is missing, in colour or, without colour, in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from factcheck.model import Relation, Span
from factcheck.reports.safe import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SHARED = "shared"
CONTEXT = 300  # characters kept before the first mark and after the last one of a long text
_BLANKS = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
SHORTEST_SHARED = 4  # letters; shorter words are mostly grammar, which every two sentences share


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text and what is said of it: a relation, or "shared"."""

    span: Span
    meaning: str


_BRACKETS = {Relation.DIFFERS: ("[[", "]]"), Relation.AGREES: ("{", "}"), Relation.MISSING: ("((", "))")}
_STYLES = {
    Relation.DIFFERS: "bold red reverse",
    Relation.AGREES: "bold green",
    Relation.MISSING: "yellow underline",
    SHARED: "underline",
}
_STRENGTH = (SHARED, Relation.AGREES, Relation.MISSING, Relation.DIFFERS)  # where two overlap the later wins


def marked(text: str, marks: Iterable[Mark], color: bool) -> Text:
    """The text on one line with its marks, cut around them where it is long."""
    drawn_marks = [mark for mark in marks if mark.meaning in _STRENGTH]
    window = _window(text, [mark.span for mark in drawn_marks])
    labels = _labelled(window, drawn_marks)
    result = Text("…" if window.start else "")
    for meaning, run in groupby(enumerate(labels, window.start), key=lambda item: item[1]):
        offsets = [offset for offset, _ in run]
        part = _BLANKS.sub(" ", clean(text[offsets[0] : offsets[-1] + 1]))
        before, after = ("", "") if color else _BRACKETS.get(meaning, ("", ""))
        result.append(f"{before}{part}{after}", style=_STYLES.get(meaning, "") if color else "")
    return result.append("…" if window.end < len(text) else "")


def legend(meanings: Iterable[str], color: bool) -> Text:
    """What the marks that were used mean."""
    used = set(meanings)
    result = Text("marks:", style="dim" if color else "")
    for meaning in (Relation.DIFFERS, Relation.AGREES, Relation.MISSING):
        if meaning in used:
            before, after = ("", "") if color else _BRACKETS[meaning]
            result.append(" ").append(f"{before}{meaning}{after}", style=_STYLES[meaning] if color else "")
    return result


def shared(text: str, other: str) -> list[Mark]:
    """The words of a text that the other has too."""
    known = {word for word in _WORD.findall(other.lower()) if _counts(word)}
    return [
        Mark(Span(*match.span()), SHARED)
        for match in _WORD.finditer(text)
        if _counts(match[0]) and match[0].lower() in known
    ]


def _counts(word: str) -> bool:
    return len(word) >= SHORTEST_SHARED or word.isdigit()


def _window(text: str, spans: Sequence[Span]) -> Span:
    if len(text) <= 4 * CONTEXT:
        return Span(0, len(text))
    start = min((span.start for span in spans), default=0)
    end = max((span.end for span in spans), default=0)
    return Span(max(0, start - CONTEXT), min(len(text), max(min(end, start + 4 * CONTEXT), start) + CONTEXT))


def _labelled(window: Span, marks: Iterable[Mark]) -> list[str]:
    """For each character of the window the meaning of its mark, or an empty text."""
    labels = [""] * len(window)
    for mark in sorted(marks, key=lambda mark: _STRENGTH.index(mark.meaning)):
        for offset in range(max(mark.span.start, window.start), min(mark.span.end, window.end)):
            labels[offset - window.start] = mark.meaning
    return labels
