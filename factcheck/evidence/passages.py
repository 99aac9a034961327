"""Notes into passages: a sentence, a table row or a caption cue, with its neighbours and its locator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import PurePosixPath

from factcheck.claims.sentences import split
from factcheck.facets import dates, quantities
from factcheck.model import Block, BlockKind, Document, Passage, Span
from factcheck.readers.plain import Plain, plain

# A longer passage is not a sentence that anybody wrote; it is cut, so that a line of 10 MB does not become one parse.
LONGEST_PASSAGE = 2_000

# An answer begins at most this many sentences after the one that it answers.
LONGEST_QUESTION = 6

_SILENT = frozenset({BlockKind.CODE, BlockKind.FRONT_MATTER})
_SIGNIFICANT_FIGURES = 2


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words that are split together: a block, or neighbouring cues of one speaker."""

    block: Block
    plain: Plain


def passages(document: Document) -> tuple[Passage, ...]:
    """Every passage of a note, in its order; code and front matter hold none."""
    found = [passage for stretch, heading in _stretches(document) for passage in _cut(document, stretch, heading)]
    return tuple(
        replace(
            passage,
            id=f"{document.sha256[:12]}:{number}",
            before=found[number - 1].text if number else "",
            after=found[number + 1].text if number + 1 < len(found) else "",
        )
        for number, passage in enumerate(found)
    )


def keys(passage: Passage) -> tuple[str, ...]:
    """The numbers and years of a passage as search keys, to two significant figures, so that 118 finds 118.4."""
    values = [quantity.value for quantity in quantities.find_text(passage.text) if quantity.value is not None]
    years = {day.start.year for day in dates.find_text(passage.text, passage.date) if day.start is not None}
    return tuple(sorted({number_key(value) for value in values} | {f"year:{year}" for year in years}))


def neighbours(passage: Passage) -> dict[str, str]:
    """The words just before and after a passage, by the ids of the passages that they are."""
    note, number = passage.id.rsplit(":", 1)
    near = {f"{note}:{int(number) - 1}": passage.before, f"{note}:{int(number) + 1}": passage.after}
    return {identifier: text for identifier, text in near.items() if text}


def following(passage: Passage) -> list[str]:
    """The ids of the passages among which the next speaker's answer begins; none for what nobody speaks."""
    note, number = passage.id.rsplit(":", 1)
    reach = range(int(number) + 1, int(number) + 1 + LONGEST_QUESTION) if passage.speaker else ()
    return [f"{note}:{other}" for other in reach]


def number_key(value: Decimal) -> str:
    """The search key of a number."""
    return f"number:{value:.{_SIGNIFICANT_FIGURES - 1}e}"


def _stretches(document: Document) -> Iterator[tuple[_Stretch, str]]:
    heading = ""
    waiting: list[Block] = []
    for block in document.blocks:
        if waiting and (block.kind is not BlockKind.CUE or block.speaker != waiting[0].speaker):
            yield _joined(document, waiting), heading
            waiting = []
        if block.kind in _SILENT:
            continue
        if block.kind is BlockKind.CUE:
            waiting.append(block)
            continue
        stretch = _Stretch(block, plain(document, block.span))
        if block.kind is BlockKind.HEADING:
            heading = stretch.plain.text
        yield stretch, heading
    if waiting:
        yield _joined(document, waiting), heading


def _joined(document: Document, cues: list[Block]) -> _Stretch:
    text = ""
    offsets: list[int] = []
    for cue in cues:
        part = plain(document, cue.span)
        if text and part.text:
            text += " "
            offsets.append(offsets[-1] + 1)
        text += part.text
        offsets.extend(part.offsets)
    return _Stretch(cues[0], Plain(text, tuple(offsets)))


def _cut(document: Document, stretch: _Stretch, heading: str) -> Iterator[Passage]:
    words = stretch.plain
    if not words.text:
        return
    if stretch.block.kind is BlockKind.TABLE_ROW:
        yield _passage(document, stretch, stretch.block.span, _row_text(stretch.block), heading)
        return
    for span in _short(split(words.text)):
        yield _passage(document, stretch, words.source(span), span.of(words.text), heading)


def _short(spans: Iterable[Span]) -> Iterator[Span]:
    for span in spans:
        for start in range(span.start, span.end, LONGEST_PASSAGE):
            yield Span(start, min(start + LONGEST_PASSAGE, span.end))


def _row_text(block: Block) -> str:
    return "; ".join(f"{cell.header}: {cell.text}" if cell.header else cell.text for cell in block.cells if cell.text)


def _passage(document: Document, stretch: _Stretch, span: Span, text: str, heading: str) -> Passage:
    block = stretch.block
    return Passage(
        id="",
        note=document.path,
        sha256=document.sha256,
        span=span,
        text=text,
        locator=str(document.locate(span.start)),
        title=document.title or PurePosixPath(document.path).stem,
        heading=heading,
        speaker=block.speaker or document.metadata.get("speaker"),
        date=document.date,
        kind=block.kind,
        cells=block.cells,
        tier=document.metadata.get("tier"),
        origin=document.metadata.get("origin"),
    )
