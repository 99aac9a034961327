"""Where the lines of a Markdown text and the marks in them lie."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from factcheck.model import Span

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


def lines_of(text: str, start: int) -> list[Span]:
    """The lines of a text from an offset on, without their line breaks."""
    spans = []
    for match in _LINE_BREAK.finditer(text, start):
        spans.append(Span(start, match.start()))
        start = match.end()
    spans.append(Span(start, len(text)))
    return spans


def line_at(lines: list[Span], offset: int) -> int:
    """The number, from 0, of the line that holds the character."""
    return max(bisect_right(lines, offset, key=lambda line: line.start) - 1, 0)


def placed(marks: list[Span], pieces: list[tuple[str, int]]) -> Iterator[Span]:
    """Spans of the joined lines as spans of the source; one across a line break becomes one a line."""
    position = 0
    for words, at in pieces:
        end = position + len(words)
        for mark in marks:
            start, stop = max(mark.start, position), min(mark.end, end)
            if start < stop:
                yield Span(at + start - position, at + stop - position)
        position = end + 1


def prefixes_between(text: str, pieces: list[tuple[str, int]]) -> Iterator[Span]:
    """What stands before the words of a continued line: ">" and other marks of what holds the paragraph."""
    for (words, at), (_, following) in pairwise(pieces):
        gap = text[at + len(words) : following]
        marks = gap.strip()
        if marks:
            start = at + len(words) + len(gap) - len(gap.lstrip())
            yield Span(start, start + len(marks))


def words_outside(text: str, marks: list[Span]) -> Iterator[str]:
    """What of a text lies between its marks."""
    position = 0
    for mark in marks:
        yield text[position : mark.start]
        position = max(position, mark.end)
    yield text[position:]


def merged(marks: list[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap or touch as one."""
    found: list[Span] = []
    for mark in sorted(marks):
        if found and mark.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, mark.end))
        else:
            found.append(mark)
    return tuple(found)
