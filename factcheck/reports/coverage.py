"""The draft with a line under its words, as a fact-checker marks a proof: what is claimed, what is not, and why not."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from factcheck import wordlists
from factcheck.model import Span
from factcheck.reports.lines import place
from factcheck.reports.safe import clean, one_line, relative, shortened
from factcheck.reports.terminal import drawn, styled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from factcheck.model import Claim, Document, Extraction
    from factcheck.reports.lines import View

FUNCTION_WORDS = Path(__file__).parent / "data" / "function-words.txt"

NOTHING, LEFT_OVER, EXCLUDED, CLAIMED, WHOLE = range(5)
SIGNS = {NOTHING: " ", LEFT_OVER: "?", EXCLUDED: "·", CLAIMED: "─", WHOLE: "~"}
STYLES = {NOTHING: "", LEFT_OVER: "bold red", EXCLUDED: "dim", CLAIMED: "green", WHOLE: "yellow"}
LEGEND = "─ claim  ~ claim, sentence not taken apart  · not checkable  ? left over"
EXCERPT = 60  # characters of the words that a reason is about
_WORD = re.compile(r"\w[\w'’.,-]*\w|\w")


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many words of a draft's sentences are claimed, excluded with a reason, and left over.

    A word that only joins others counts where it is claimed or excluded, and is never left over.
    """

    claimed: int
    excluded: int
    left_over: int

    @property
    def words(self) -> int:
        """All words of the draft's sentences."""
        return self.claimed + self.excluded + self.left_over


def render(extraction: Extraction, view: View) -> str:
    """The draft with its lines, then the counts."""
    document = extraction.document
    marks, counts = _marked(extraction)
    parts: list[RenderableType] = [styled(relative(document.path), "bold"), Text(LEGEND), Text()]
    reasons = deque(sorted(_reasons(extraction), key=lambda reason: reason[0]))
    for number, start, end in _source_lines(document.text):
        rows = _line(document.text, Span(start, end), marks, gutter=f"{number:>5}  ", width=view.width)
        parts.append(Text("\n", no_wrap=True).join(rows))
        while reasons and reasons[0][0].start < end:
            parts.append(_reason(document, *reasons.popleft()))
    parts += [Text(), *_totals(extraction, counts)]
    return drawn(view, *parts)


def coverage(extraction: Extraction) -> Coverage:
    """The draft in numbers."""
    return _marked(extraction)[1]


def _marked(extraction: Extraction) -> tuple[bytearray, Coverage]:
    """The mark of each character, and the words counted by them."""
    text = extraction.document.text
    marks = bytearray(len(text))
    whole = {sentence.index for sentence in extraction.sentences if sentence.untaken}
    for sentence in extraction.sentences:
        for part in sentence.excluded:
            _fill(marks, part.span, EXCLUDED)
    for claim in sorted(extraction.claims, key=lambda claim: claim.checkable):
        for span in claim.spans:
            _fill(marks, span, _mark(claim, whole))
    found = [0] * len(SIGNS)
    for sentence in extraction.sentences:
        for match in _WORD.finditer(text, sentence.span.start, sentence.span.end):
            mark = max(marks[match.start() : match.end()])
            if mark == NOTHING and match[0].lower() in _function_words():
                continue
            if mark == NOTHING:
                mark = LEFT_OVER
                marks[match.start() : match.end()] = bytes([LEFT_OVER]) * len(match[0])
            found[mark] += 1
    return marks, Coverage(found[CLAIMED] + found[WHOLE], found[EXCLUDED], found[LEFT_OVER])


@cache
def _function_words() -> frozenset[str]:
    return frozenset(word for (word,) in wordlists.rows(FUNCTION_WORDS))


def _mark(claim: Claim, whole: set[int]) -> int:
    if not claim.checkable:
        return EXCLUDED
    return WHOLE if claim.sentence in whole else CLAIMED


def _fill(marks: bytearray, span: Span, mark: int) -> None:
    marks[span.start : span.end] = bytes([mark]) * len(marks[span.start : span.end])


def _source_lines(text: str) -> Iterator[tuple[int, int, int]]:
    """Each line that is not blank: its number from 1, its start and its end."""
    for number, match in enumerate(re.finditer(r"([^\r\n]*)(?:\r\n|\r|\n|$)", text), start=1):
        if match[1].strip():
            yield number, match.start(1), match.end(1)


def _line(text: str, line: Span, marks: bytearray, *, gutter: str, width: int) -> Iterator[Text]:
    """A line of the draft, wrapped, each row with its row of marks."""
    room = max(width - len(gutter), 10)
    for row, (first, last) in enumerate(_wrapped(text, line.start, line.end, room)):
        yield Text((gutter if row == 0 else " " * len(gutter)) + _visible(text[first:last]))
        under = Text(" " * len(gutter))
        for mark, run in groupby(range(first, last), key=marks.__getitem__):
            under.append(SIGNS[mark] * sum(_cells(text[offset]) for offset in run), style=STYLES[mark])
        yield under


def _wrapped(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Where the rows of a line begin and end; breaks at a blank if there is one."""
    first, cells, blank = start, 0, -1
    for offset in range(start, end):
        cells += _cells(text[offset])
        if cells > width:
            last = blank + 1 if blank >= first else max(offset, first + 1)
            yield first, last
            first, blank = last, -1
            cells = sum(map(_cells, text[first : offset + 1]))
        if text[offset].isspace():
            blank = offset
    if first < end:
        yield first, end


def _visible(text: str) -> str:
    return clean(text).replace("\n", " ")


@lru_cache(maxsize=4096)
def _cells(character: str) -> int:
    """How many columns a character takes; it is asked for each of a draft."""
    return cell_len(_visible(character))


def _reasons(extraction: Extraction) -> Iterator[tuple[Span, str]]:
    """What is not checkable, and why: parts of sentences, and claims."""
    for sentence in extraction.sentences:
        yield from ((part.span, part.reason) for part in sentence.excluded)
    for claim in extraction.claims:
        if not claim.checkable:
            yield claim.span, claim.reason or "not checkable"


def _reason(document: Document, span: Span, reason: str) -> RenderableType:
    words = shortened(span.of(document.text), EXCERPT)
    return Text(f"       · {place(document, span.start)} {one_line(reason)}: “{words}”", style="dim")


def _totals(extraction: Extraction, counts: Coverage) -> Iterator[RenderableType]:
    total = counts.words or 1
    yield Text(f"{len(extraction.sentences)} sentences, {len(extraction.claims)} claims, {counts.words} words")
    yield Text(
        f"words in claims {counts.claimed} ({counts.claimed / total:.0%}), not checkable {counts.excluded}"
        f" ({counts.excluded / total:.0%}), left over {counts.left_over} ({counts.left_over / total:.0%})"
    )
    whole = [sentence for sentence in extraction.sentences if sentence.untaken]
    places = ", ".join(place(extraction.document, sentence.span.start) for sentence in whole)
    yield Text(f"sentences with several predicates that were not taken apart: {len(whole)}{places and f' ({places})'}")
