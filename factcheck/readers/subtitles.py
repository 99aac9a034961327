"""Captions (WebVTT and SubRip): each cue a block with its time and, where it is known, its speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.errors import ReadError
from factcheck.model import Block, BlockKind, Document, Span
from factcheck.readers.decode import decode, digest, looks_like_text
from factcheck.readers.format import Format
from factcheck.readers.speakers import certain_labels, is_role, label, speaker_name

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMING = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}")
_TAG = re.compile(r"</?[a-zA-Z][^<>\r\n]*>|<\d\d[\d:.]*>|\{\\[^{}\r\n]*\}|&(?:lrm|rlm|nbsp);|(?<=&)amp;")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?[ \t]+([^<>\r\n]+)>")
_TURN = re.compile(r"^[ \t]*(?:>>+[ \t]*|[-–—][ \t]*(?=\S))", re.MULTILINE)
_CAPITALS = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.’' -]*[A-ZÀ-Þ.]")
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class _Part:
    """Words of one voice in a cue: `voice` from a tag; `turn` says that a mark shows a change of speaker."""

    span: Span
    time: str | None
    voice: str | None = None
    turn: int = 0
    continues: bool = False


def read_vtt(data: bytes, path: str) -> Document:
    """The document in a WebVTT file."""
    return _read(data, path, VTT.media_type)


def read_srt(data: bytes, path: str) -> Document:
    """The document in a SubRip file."""
    return _read(data, path, SRT.media_type)


def _is_vtt(data: bytes, path: str) -> bool:  # noqa: ARG001  the first word tells
    return re.match(rb"(?:\xef\xbb\xbf)?WEBVTT(?:[ \t\r\n]|\Z)", data) is not None


def _is_srt(data: bytes, path: str) -> bool:  # noqa: ARG001  the first timing tells
    if not looks_like_text(data):
        return False
    head = data[:_HEAD].decode("utf-8", "replace").lstrip("\ufeff\r\n\t ")
    lines = head.splitlines()[:2]
    return bool(lines) and (
        bool(_TIMING.match(lines[0])) or (lines[0].strip().isdigit() and bool(_TIMING.match(lines[-1])))
    )


VTT = Format("text/vtt", (".vtt",), _is_vtt, read_vtt)
SRT = Format("application/x-subrip", (".srt",), _is_srt, read_srt)


def _read(data: bytes, path: str, media_type: str) -> Document:
    text = decode(data, path)
    parts = [part for paragraph in _paragraphs(text) for part in _parts(text, paragraph)]
    blocks = tuple(_with_speakers(text, parts))
    if not blocks:
        raise ReadError(path, "holds no cue with words")
    return Document(path, text, blocks, digest(data), media_type)


# --- cues ----------------------------------------------------------------------------------------


def _paragraphs(text: str) -> Iterator[list[Span]]:
    """The lines between blank lines; a line that holds a timing starts a new one even without a blank line."""
    lines: list[Span] = []
    position = 1 if text.startswith("\ufeff") else 0
    while position < len(text):
        match = _LINE.match(text, position)
        end = match.end() if match else len(text)
        line = _stripped(text, position, end)
        position = end
        if len(line):
            lines.append(line)
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines


def _stripped(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    return Span(first, first + len(words.strip()))


def _parts(text: str, lines: list[Span]) -> Iterator[_Part]:
    """The parts of a paragraph's cues, or of a note's comment; headers and styles hold no words."""
    first = lines[0].of(text)
    if first.startswith(("WEBVTT", "STYLE", "REGION")):
        return
    timings = [i for i, line in enumerate(lines) if _TIMING.match(line.of(text))]
    if not timings:
        if first.startswith("NOTE"):
            start = lines[0].start + 4
            span = _stripped(text, start, lines[-1].end)
            if len(span):
                yield _Part(span, None)
        elif not first.isdigit() or len(lines) > 1:
            yield _Part(Span(lines[0].start, lines[-1].end), None)
        return
    for number, timing in enumerate(timings):
        end = timings[number + 1] if number + 1 < len(timings) else len(lines)
        payload = lines[timing + 1 : end]
        if number + 1 < len(timings) and payload and payload[-1].of(text).isdigit():
            payload = payload[:-1]
        if payload:
            yield from _voices(text, Span(payload[0].start, payload[-1].end), _time(lines[timing].of(text)))


def _time(line: str) -> str:
    match = _TIMING.match(line)
    if match is None:
        return ""
    hours, minutes, seconds, fraction = match.group(1, 2, 3, 4)
    return f"{int(hours or 0):02}:{int(minutes):02}:{seconds}.{fraction.ljust(3, '0')}"


def _voices(text: str, span: Span, time: str) -> Iterator[_Part]:
    """A cue in parts: one for each voice tag, dash or ">>" that opens a turn."""
    cuts = [(m.start(), m.end(), m[1].strip(), 0) for m in _VOICE.finditer(text, span.start, span.end)]
    if not cuts:
        turns = list(_TURN.finditer(text[span.start : span.end]))
        if turns and (len(turns) > 1 or turns[0][0].strip().startswith(">")):
            cuts = [(span.start + m.start(), span.start + m.end(), None, len(m[0])) for m in turns]
    edges = [cut[0] for cut in cuts] + [span.end]
    lead = _stripped(text, span.start, edges[0])
    if len(lead):
        yield _Part(lead, time)
    for (start, _, voice, turn), end in zip(cuts, edges[1:], strict=True):
        part = _stripped(text, start, end)
        if len(part):
            yield _Part(part, time, voice, turn)


# --- speakers ------------------------------------------------------------------------------------


def _with_speakers(text: str, parts: list[_Part]) -> Iterator[Block]:
    """The parts as blocks; who speaks carries over until another is named or a mark shows a change."""
    heads = [_words(text, part) for part in parts]
    known = certain_labels(
        [head for head, part in zip(heads, parts, strict=True) if part.time is not None and label(head)]
    )
    current: str | None = None
    for part, head in zip(parts, heads, strict=True):
        marks = [Span(m.start(), m.end()) for m in _TAG.finditer(text, part.span.start, part.span.end)]
        if part.turn:
            marks.insert(0, Span(part.span.start, part.span.start + _turn_length(text, part.span)))
        if part.time is None:
            yield Block(BlockKind.PARAGRAPH, part.span, tuple(marks))
            continue
        named = label(head)
        if part.voice is not None:
            current = part.voice
        elif named is not None and (named[0] in known or _is_surely_a_name(named[0])):
            current = None if is_role(named[0]) else speaker_name(named[0])
            marks = _with_label(text, part.span, marks, named[1])
        elif part.turn:
            current = None
        yield Block(BlockKind.CUE, part.span, tuple(marks), time=part.time, speaker=current)


def _words(text: str, part: _Part) -> str:
    """The head of the part's words without tags and turn marks."""
    start = part.span.start + (_turn_length(text, part.span) if part.turn else 0)
    return _TAG.sub("", text[start : min(part.span.end, start + 240)]).lstrip()


def _turn_length(text: str, span: Span) -> int:
    match = _TURN.match(text[span.start : min(span.end, span.start + 40)])
    return match.end() if match else 0


def _is_surely_a_name(name: str) -> bool:
    """Captions write a speaker in capitals, of two words or more: "JANE DOE:"; one word may be a sign ("WARNING:")."""
    return " " in name and _CAPITALS.fullmatch(name) is not None


def _with_label(text: str, span: Span, marks: list[Span], length: int) -> list[Span]:
    """The marks with the label, which stands after the tags and turn marks at the head of the part."""
    position, taken = span.start, 0
    by_start = {mark.start: mark for mark in marks}
    while taken < length and position < span.end:
        if position in by_start:
            position = by_start[position].end
        else:
            taken += 1 if taken or not text[position].isspace() else 0
            position += 1
    return [Span(span.start, position), *(mark for mark in marks if mark.start >= position)]
