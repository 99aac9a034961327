"""Interviews without labels: questions set in bold or italics, or standing alone, and the answers below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from factcheck.model import Block, BlockKind, Document, Span
from factcheck.readers.interviewee import tells_of
from factcheck.readers.plain import Plain
from factcheck.readers.speakers import FEWEST_TURNS, INTERVIEWER

LONGEST_QUESTION = 400
"""Characters of a paragraph that may be a question."""

_ANSWERING = (BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTE, BlockKind.LIST_ITEM)
_SET_OFF = re.compile(r"(?P<mark>\*{1,3}|_{1,3})(?![\s*_])(?:(?!(?P=mark)).)+(?<!\s)(?P=mark)", re.DOTALL)
_ASKING_LINE = re.compile(r"[^\n]{2,300}\?[ \t]*\r?\n(?=[ \t]*\S)")
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|My|our|Our)\b")


def is_set_off(source: str) -> bool:
    """Whether a paragraph is set in bold or italics as a whole."""
    return _SET_OFF.fullmatch(source.strip()) is not None


def questions_set_off(paragraphs: Sequence[str]) -> frozenset[int]:
    """The places of the questions of an interview in which they alone are set in bold or italics; else none."""
    found = [i for i, words in enumerate(paragraphs) if is_set_off(words)]
    bold = [i for i in found if paragraphs[i].strip().startswith(("**", "__"))]
    found = bold if len(bold) >= FEWEST_TURNS else found
    asking = [i for i in found if paragraphs[i].rstrip("*_ \n").endswith("?")]
    answered = [i for i in found if i + 1 < len(paragraphs) and i + 1 not in found]
    is_interview = len(asking) >= FEWEST_TURNS and 2 * len(asking) >= len(found) and 2 * len(answered) > len(found)
    return frozenset(i for i in found if i >= asking[0]) if is_interview else frozenset()


def questions_alone(blocks: Sequence[Block], plains: Sequence[Plain]) -> frozenset[int]:
    """The places of questions that are paragraphs of their own, in a text that says whom it interviews; else none."""
    texts = [words.text for words in plains]
    prose = [block.kind is BlockKind.PARAGRAPH for block in blocks]
    asking = {i for i, words in enumerate(texts) if prose[i] and _asks(words)}
    answered_ = {i for i, after in pairwise(range(len(texts))) if i in asking and prose[after] and after not in asking}
    below = [texts[i + 1] for i in answered_]
    first_person = sum(_FIRST_PERSON.search(words) is not None for words in below)
    is_interview = len(answered_) >= FEWEST_TURNS and answered_ == asking and first_person >= 2
    return frozenset(asking) if is_interview and 4 * len(asking) >= sum(prose) else frozenset()


def _asks(words: str) -> bool:
    return words.endswith("?") and len(words) <= LONGEST_QUESTION and words[:1] not in '"“‘'


def questions_apart(document: Document) -> tuple[Block, ...]:
    """The blocks, those in parts whose first line asks and whose other lines answer, where several are so."""
    lines = {
        index: match.end()
        for index, block in enumerate(document.blocks)
        if block.kind is BlockKind.PARAGRAPH
        and (match := _ASKING_LINE.match(document.text, block.span.start, block.span.end))
    }
    if len(lines) < FEWEST_TURNS:
        return document.blocks
    return tuple(
        part
        for index, block in enumerate(document.blocks)
        for part in (_parted(document, block, lines[index]) if index in lines else (block,))
    )


def _parted(document: Document, block: Block, cut: int) -> tuple[Block, Block]:
    """A block in two: its first line, and the rest."""
    line = block.span.start + len(document.text[block.span.start : cut].rstrip())
    first = replace(block, span=Span(block.span.start, line), markup=markup_within(block, line, first=True))
    return first, replace(block, span=Span(cut, block.span.end), markup=markup_within(block, cut, first=False))


def answered(blocks: list[Block], plains: list[Plain], asked: Set[int], subject: str | None) -> Iterator[Block]:
    """The blocks of an interview whose questions are set in bold or italics: what stands below them answers."""
    answering = False
    for index, (block, words) in enumerate(zip(blocks, plains, strict=True)):
        if index in asked:
            answering = True
            yield replace(block, speaker=INTERVIEWER)
            continue
        told = block.kind not in _ANSWERING or is_set_off(words.text)
        answering = answering and not told and not (subject is not None and tells_of(words.text, subject))
        yield replace(block, speaker=subject) if answering else block


def markup_within(block: Block, cut: int, *, first: bool) -> tuple[Span, ...]:
    """The notation in the first part of a block that is cut in two, or in the second."""
    if first:
        return tuple(Span(mark.start, min(mark.end, cut)) for mark in block.markup if mark.start < cut)
    return tuple(Span(max(mark.start, cut), mark.end) for mark in block.markup if mark.end > cut)
