"""The furniture of news copy, the same in every format: bylines, datelines and speaker labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from factcheck.model import Block, BlockKind, Document, Span
from factcheck.readers.interviewee import REACH, interviewee, is_short_for, tells_of
from factcheck.readers.plain import Plain, plain_block
from factcheck.readers.speakers import (
    INTERVIEWER,
    SMALLEST_SHARE,
    asks,
    bare_labels,
    certain_labels,
    from_first_turn,
    is_role,
    label,
    speaker_name,
)

BYLINE_BLOCKS = 8
"""A byline stands among the first blocks of a piece."""
INTRODUCTION = 12
"""Initials that stand for the speakers of a transcript are of persons named in its first blocks."""

_NAME = r"[A-ZÀ-ÞĀ-Ž][\w.’'-]+"
_BYLINE = re.compile(
    rf"(?:By|BY):? {_NAME}(?:,? (?:(?:and|AND|with|de|van|von) ){{0,2}}(?:{_NAME}|[A-Z]\.)){{1,8}}"
    r"(?:(?:,| in| for| \|) [^.!?]{1,60})?"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?)"
_AGENCY = r"\([A-Z][A-Za-z. /]{1,30}\)"
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,3}"
_REGION = r"(?:, [A-Z][A-Za-z.]+(?: [A-Z][a-z]+)?)?"
_DATELINE = re.compile(
    rf"(?:{_CAPITALS}{_REGION}(?:,? {_DAY})?(?: {_AGENCY})? ?(?:—|–|--)"
    rf"|{_CAPITALS}{_REGION}(?:,? {_DAY} {_AGENCY}|,? {_DAY}| {_AGENCY}) ?[-:]"
    rf"|{_NAME}(?: {_NAME}){{0,2}}{_REGION}(?:,? {_DAY} {_AGENCY}|, {_DAY}| {_AGENCY}) ?(?:—|–|--|-|:))"
    r"\s+(?=[\"“‘'A-ZÀ-Þ\d])"
)
_ENDS = (".", "!", "?", '"', "”")
_PROSE = (BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTE)


def mark_newsroom_parts(document: Document, metadata: Mapping[str, str]) -> tuple[Document, dict[str, str]]:
    """The document with bylines, datelines and speakers marked, and its metadata with the author of the byline."""
    plains = [plain_block(document, block) for block in document.blocks]
    known = dict(metadata)
    blocks = list(document.blocks)
    for index, block in enumerate(blocks[:BYLINE_BLOCKS]):
        words = plains[index].text
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) and len(words) < 160 and _BYLINE.fullmatch(words):
            blocks[index] = replace(block, kind=BlockKind.BYLINE, level=None)
            known.setdefault("author", words[2:].lstrip(": "))
    subject = known.get("speaker") or interviewee(words.text for words in plains[:REACH])
    blocks = list(_with_speakers(blocks, plains, subject))
    return replace(document, blocks=tuple(_with_dateline(blocks, plains))), known


def _with_speakers(blocks: list[Block], plains: list[Plain], subject: str | None) -> Iterator[Block]:
    """The blocks with the speaker of each; in a transcript, a turn's further paragraphs are the same speaker's."""
    prose = [words.text for block, words in zip(blocks, plains, strict=True) if block.kind in _PROSE]
    head = " ".join(words.text for words in plains[:INTRODUCTION])
    labels, bare = certain_labels(prose, subject), bare_labels(prose)
    spoken = from_first_turn(prose, labels)
    turns = sum(found is not None and found[0] in labels for found in (label(words[:120]) for words in spoken))
    carries = bool(bare) or turns * 2 >= len(prose) or turns >= SMALLEST_SHARE * len(spoken)
    current: str | None = None
    for block, words in zip(blocks, plains, strict=True):
        found = label(words.text[:120]) if labels and block.kind in _PROSE else None
        if block.kind in _PROSE and words.text in bare:
            found = (words.text, len(words.text))
        if found is not None and (found[0] in labels or found[0] in bare):
            current = _who(found[0], subject, head)
            yield replace(block, speaker=current, markup=_merged(block.markup, words.source(Span(0, found[1]))))
        elif block.kind in _PROSE and current and tells_of(words.text, current):
            current = None
            yield block
        elif block.kind in _PROSE and carries and current and not words.text.startswith(("[", "(")):
            yield replace(block, speaker=current)
        else:
            current = None if block.kind is BlockKind.HEADING else current
            yield block


def _who(name: str, subject: str | None, head: str) -> str | None:
    """The speaker behind a label; answers are the interview's subject's where the metadata name one."""
    if is_role(name):
        return INTERVIEWER if asks(name) else subject
    return subject if subject is not None and is_short_for(name, subject) else speaker_name(name, head)


def _merged(markup: tuple[Span, ...], label_span: Span) -> tuple[Span, ...]:
    rest = tuple(mark for mark in markup if mark.start >= label_span.end)
    start = min([label_span.start, *(mark.start for mark in markup if mark.start < label_span.end)])
    end = max([label_span.end, *(mark.end for mark in markup if mark.start < label_span.end)])
    return (Span(start, end), *rest)


def _with_dateline(blocks: list[Block], plains: list[Plain]) -> Iterator[Block]:
    """The blocks with the dateline of the first paragraph, if it has one, as a block of its own."""
    looking = True
    for block, words in zip(blocks, plains, strict=True):
        match = _DATELINE.match(words.text[:160]) if looking and block.kind is BlockKind.PARAGRAPH else None
        looking = looking and not (block.kind is BlockKind.PARAGRAPH and words.text.endswith(_ENDS))
        if match is None or match.end() >= len(words.text):
            yield block
            continue
        cut = words.source(Span(match.end(), match.end() + 1)).start
        cut = next((mark.start for mark in block.markup if mark.end == cut), cut)
        end = words.source(Span(0, len(match[0].rstrip()))).end
        yield replace(
            block, kind=BlockKind.DATELINE, span=Span(block.span.start, end), markup=_within(block, end, first=True)
        )
        yield replace(block, span=Span(cut, block.span.end), markup=_within(block, cut, first=False))


def _within(block: Block, cut: int, *, first: bool) -> tuple[Span, ...]:
    if first:
        return tuple(Span(mark.start, min(mark.end, cut)) for mark in block.markup if mark.start < cut)
    return tuple(Span(max(mark.start, cut), mark.end) for mark in block.markup if mark.end > cut)
