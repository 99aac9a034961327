"""The furniture of copy, the same in every format: bylines, credits, datelines, reference marks and speaker labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import replace

from factcheck.model import Block, BlockKind, Document, Span
from factcheck.readers.interviewee import REACH, interviewee, is_short_for, tells_of, titled
from factcheck.readers.interviews import answered, markup_within, questions_alone, questions_apart, questions_set_off
from factcheck.readers.plain import Plain, plain_block
from factcheck.readers.references import mark_references
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
# "(Additional reporting by Ann Lee in Lima; editing by J. Roe)" at the end of a piece.
_CREDIT = re.compile(
    r"\(?(?:(?:Additional|Further|Extra) )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslat(?:ed|ion))"
    rf" by {_NAME}"
    r"[^.!?]{0,200}(?:\.? ?[A-Z][^.!?]{0,60}){0,4}[.)]{0,2}"
)
CREDIT_BLOCKS = 3
"""Credits stand among the last blocks of a piece."""
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
_YOU_WRITE = re.compile(r"\byou\b[^.?!]*[,:]\s*\Z")
TAIL = 400
"""Characters of a paragraph's end that may announce words that are read out."""
_ENDS = (".", "!", "?", '"', "”")
_PROSE = (BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTE)


def mark_newsroom_parts(document: Document, metadata: Mapping[str, str]) -> tuple[Document, dict[str, str]]:
    """The document with bylines, datelines and speakers marked, and its metadata with the author of the byline."""
    document = mark_references(document)
    document = replace(document, blocks=questions_apart(document))
    plains = [plain_block(document, block) for block in document.blocks]
    known = dict(metadata)
    blocks = list(document.blocks)
    for index, block in enumerate(blocks[:BYLINE_BLOCKS]):
        words = plains[index].text
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) and len(words) < 160 and _BYLINE.fullmatch(words):
            blocks[index] = replace(block, kind=BlockKind.BYLINE, level=None)
            known.setdefault("author", words[2:].lstrip(": "))
    for index in range(max(0, len(blocks) - CREDIT_BLOCKS), len(blocks)):
        if blocks[index].kind is BlockKind.PARAGRAPH and _CREDIT.fullmatch(plains[index].text):
            blocks[index] = replace(blocks[index], kind=BlockKind.BYLINE)
    lead = [words.text for words in plains[:REACH]]
    subject = known.get("speaker") or interviewee(lead)
    prose = [words.text for block, words in zip(blocks, plains, strict=True) if block.kind in _PROSE]
    set_off: Set[int] = frozenset()
    if not certain_labels(prose, subject) and not bare_labels(prose):
        set_off = questions_set_off([block.span.of(document.text) for block in blocks])
        set_off = set_off or (questions_alone(blocks, plains) if subject else frozenset())
    if set_off:
        blocks = list(answered(blocks, plains, set_off, subject or titled(lead)))
    else:
        blocks = list(_with_speakers(blocks, plains, subject))
    return replace(document, blocks=tuple(_with_dateline(blocks, plains))), known


def _with_speakers(blocks: list[Block], plains: list[Plain], subject: str | None) -> Iterator[Block]:
    """The blocks with the speaker of each; in a transcript, a turn's further paragraphs are the same speaker's."""
    prose = [words.text for block, words in zip(blocks, plains, strict=True) if block.kind in _PROSE]
    head = "\n".join(words.text for words in plains[:INTRODUCTION])
    labels, bare = certain_labels(prose, subject), bare_labels(prose)
    spoken = from_first_turn(prose, labels)
    turns = sum(found is not None and found[0] in labels for found in (label(words[:120]) for words in spoken))
    carries = bool(bare) or turns * 2 >= len(prose) or turns >= SMALLEST_SHARE * len(spoken)
    current: str | None = None
    voices = {_who(name, subject, head) for name in (*labels, *bare)}
    above = ("", *(words.text for words in plains))
    for block, words, before in zip(blocks, plains, above, strict=False):
        found = label(words.text[:120]) if labels and block.kind in (*_PROSE, BlockKind.HEADING) else None
        if block.kind in _PROSE and words.text in bare:
            found = (words.text, len(words.text))
        if found is not None and (found[0] in labels or found[0] in bare):
            current = _who(found[0], subject, head)
            kind = BlockKind.PARAGRAPH if block.kind is BlockKind.HEADING else block.kind
            markup = _merged(block.markup, words.source(Span(0, found[1])))
            yield replace(block, kind=kind, level=None, speaker=current, markup=markup)
        elif block.kind in _PROSE and current and tells_of(words.text, current):
            current = None
            yield block
        elif block.kind in _PROSE and carries and current and not words.text.startswith(("[", "(")):
            yield replace(block, speaker=_read_out(before, voices - {current}) or current)
        else:
            current = None if block.kind is BlockKind.HEADING else current
            yield block


def _read_out(before: str, others: Set[str | None]) -> str | None:
    """Whose words a paragraph behind "and you write," is, in a talk of two."""
    return next(iter(others)) if len(others) == 1 and _YOU_WRITE.search(before[-TAIL:]) else None


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
            block,
            kind=BlockKind.DATELINE,
            span=Span(block.span.start, end),
            markup=markup_within(block, end, first=True),
        )
        yield replace(block, span=Span(cut, block.span.end), markup=markup_within(block, cut, first=False))
