"""Plain text: paragraphs, hard-wrapped or one a line, headings, bullets, mail headers; the text itself is unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model import Block, BlockKind, Document, Span
from factcheck.readers.decode import decode, digest, looks_like_text
from factcheck.readers.format import Format
from factcheck.readers.metadata import apply_metadata, front_matter, parse_day
from factcheck.readers.newsroom import mark_newsroom_parts
from factcheck.readers.speakers import label

MEDIA_TYPE = "text/plain"

WIDEST_WRAP = 120
"""Lines longer than this were not wrapped by hand or by a mailer: each is a paragraph."""
NARROWEST_WRAP = 40
"""Lines all shorter than this are a list of short things, not wrapped prose."""
LONGEST_HEADING = 100
MOST_HEADING_WORDS = 14
MOST_TITLES = 4
"""Lines of a title, at most."""
TITLE_FACTOR = 2
"""How many times as long as a heading a title in one line may be."""

_LINE = re.compile(r"[^\r\n]+")
_BULLET = re.compile(r"(?:[-*+•‣◦▪·–—]|\(?\d{1,3}[.)]|\(?[a-z]\))[ \t]+(?=\S)")
_FOOTNOTE = re.compile(r"\[\d{1,3}\][ \t]+(?=\S)")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,}|~{3,}|\*{3,}|_{3,}|(?:[*-][ \t]+){2,}[*-])")
_MAIL_HEADER = re.compile(r"(From|To|Cc|Bcc|Date|Sent|Subject|Re|Reply-To|Slug)[ \t]*:[ \t]*(.*)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…:;](?:[\"'”’»)\]]|\[\d{1,3}\])*$")
_MAIL_DATE = ("date", "sent")
_MAIL_TITLE = ("subject", "re", "slug")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank: where it starts, its words (trimmed), and whether a blank line stands before it."""

    start: int
    words: str
    indent: int
    after_gap: bool

    @property
    def end(self) -> int:
        return self.start + len(self.words)


def read(data: bytes, path: str) -> Document:
    """The document in a plain text file."""
    text = decode(data, path)
    body, metadata = front_matter(text)
    lines = _lines(text, body)
    blocks = [Block(BlockKind.FRONT_MATTER, Span(_skip_mark(text), body))] if body else []
    mail = _mail_header(lines)
    if mail:
        blocks.append(Block(BlockKind.FRONT_MATTER, Span(lines[0].start, lines[mail - 1].end)))
        metadata = {**_mail_metadata(lines[:mail]), **metadata}
    blocks.extend(_blocks(lines[mail:]))
    document = Document(path, text, tuple(blocks), digest(data), MEDIA_TYPE)
    return apply_metadata(*mark_newsroom_parts(document, metadata))


def _recognise(data: bytes, path: str) -> bool:  # noqa: ARG001  every text is at least plain text
    return looks_like_text(data)


FORMAT = Format(MEDIA_TYPE, (".txt", ".text"), _recognise, read)


def _skip_mark(text: str) -> int:
    return 1 if text.startswith("\ufeff") else 0


def _lines(text: str, start: int) -> list[_Line]:
    found: list[_Line] = []
    position = max(start, _skip_mark(text))
    for match in _LINE.finditer(text, position):
        words = match[0].strip()
        if words:
            between = text.count("\n", position, match.start()) or text.count("\r", position, match.start())
            indent = len(match[0]) - len(match[0].lstrip())
            found.append(_Line(match.start() + indent, words, indent, between > 1 or not found))
            position = match.end()
    return found


# --- mail headers --------------------------------------------------------------------------------


def _mail_header(lines: list[_Line]) -> int:
    """How many lines at the head are mail headers; fewer than two are not a header, but for a date by itself."""
    count = 0
    for line in lines:
        if count and line.after_gap:
            break
        if not _MAIL_HEADER.fullmatch(line.words) and not (count and line.indent):
            return 0
        count += 1
    return count if count >= 2 or (count and _is_date_line(lines[0])) else 0


def _is_date_line(line: _Line) -> bool:
    match = _MAIL_HEADER.fullmatch(line.words)
    return match is not None and match[1].lower() in _MAIL_DATE and parse_day(match[2]) is not None


def _mail_metadata(lines: list[_Line]) -> dict[str, str]:
    found = {}
    for line in lines:
        match = _MAIL_HEADER.fullmatch(line.words)
        if match and match[2]:
            key = match[1].lower()
            found["date" if key in _MAIL_DATE else "title" if key in _MAIL_TITLE else key] = match[2].strip()
    return found


# --- blocks --------------------------------------------------------------------------------------


def _blocks(lines: list[_Line]) -> Iterator[Block]:
    shouted = _is_shouted(lines)
    chunks = _chunks(lines)
    if len(chunks) > 1 and _are_titles(chunks[0]):
        yield from (_block(BlockKind.HEADING, [line], level=level) for level, line in enumerate(chunks.pop(0), start=1))
    for number, chunk in enumerate(chunks):
        rest = _without_rules(chunk)
        underlined = len(rest) < len(chunk)
        head = _heading_lines(rest, shouted=shouted, last=number == len(chunks) - 1, underlined=underlined)
        head += underlined if head else 0
        if head:
            yield _block(BlockKind.HEADING, chunk[:head], level=1 if number == 0 else 2)
        for paragraph in _paragraphs(chunk[head:]):
            yield _paragraph_block(paragraph)


def _are_titles(chunk: list[_Line]) -> bool:
    """Whether the first lines of a text are its title and what goes with it: each opens anew, none is a sentence."""
    if any(line.words[0].islower() or _stops(line) for line in chunk):
        return False
    if len(chunk) == 1:
        return _is_short(chunk[0], TITLE_FACTOR)
    return len(chunk) <= MOST_TITLES and all(_is_short(line) and ": " not in line.words for line in chunk)


def _is_short(line: _Line, factor: int = 1) -> bool:
    """Whether a line is so short as a heading, or `factor` times as long, and no item."""
    if len(line.words) > factor * LONGEST_HEADING or len(line.words.split()) > factor * MOST_HEADING_WORDS:
        return False
    return not _BULLET.match(line.words) and any(character.isalpha() for character in line.words)


def _stops(line: _Line) -> bool:
    """Whether a sentence ends with the line, or goes on in the next."""
    return line.words.endswith(",") or _SENTENCE_END.search(line.words) is not None


def _chunks(lines: list[_Line]) -> list[list[_Line]]:
    chunks: list[list[_Line]] = []
    for line in lines:
        if line.after_gap or not chunks:
            chunks.append([])
        chunks[-1].append(line)
    return chunks


def _is_shouted(lines: list[_Line]) -> bool:
    """Whether the text is mostly in capitals, as wire copy once was, so that capitals do not mark headings."""
    upper = sum(line.words.isupper() for line in lines)
    return upper * 2 > len(lines)


def _without_rules(chunk: list[_Line]) -> list[_Line]:
    """The chunk without a rule of dashes under its first line."""
    if len(chunk) > 1 and _UNDERLINE.fullmatch(chunk[1].words):
        return [chunk[0], *chunk[2:]]
    return chunk


def _heading_lines(chunk: list[_Line], *, shouted: bool, last: bool, underlined: bool) -> int:
    """How many lines at the head of the chunk are a heading: 1 or 0."""
    line = chunk[0]
    if not _is_short(line):
        return 0
    if underlined:
        return 1
    if _SENTENCE_END.search(line.words):
        return 0
    capitals = line.words.isupper() and not shouted and sum(map(str.isalpha, line.words)) > 3
    if capitals and len(chunk) > 1 and chunk[1].words.isupper():
        return 0
    alone = len(chunk) == 1 and not last and not line.words[0].islower() and not line.words.endswith(",")
    return int(capitals or alone)


def _paragraphs(chunk: list[_Line]) -> Iterator[list[_Line]]:
    width = max((len(line.words) + line.indent for line in chunk), default=0)
    current: list[_Line] = []
    for line in chunk:
        if current and _starts_anew(current, line, width):
            yield current
            current = []
        current.append(line)
    if current:
        yield current


def _starts_anew(current: list[_Line], line: _Line, width: int) -> bool:
    previous = current[-1]
    in_item = bool(_BULLET.match(current[0].words))
    ended = bool(_SENTENCE_END.search(previous.words))
    if _UNDERLINE.fullmatch(line.words) or _UNDERLINE.fullmatch(previous.words):
        return True
    if (
        _FOOTNOTE.match(line.words)
        or (_BULLET.match(line.words) and (in_item or ended))
        or (ended and _both_are_turns(current[0], line))
    ):
        return True
    if in_item and line.indent > current[0].indent:
        return False
    if not ended and line.words[0].islower():
        return False
    if width > WIDEST_WRAP or width < NARROWEST_WRAP:
        return True
    return _next_word_fitted(previous, line, width) and (ended or len(previous.words) < width * 0.6)


def _both_are_turns(first: _Line, line: _Line) -> bool:
    """Whether both lines begin with who speaks: "Q: …", "Lee: …"."""
    return label(first.words) is not None and label(line.words) is not None


def _next_word_fitted(previous: _Line, line: _Line, width: int) -> bool:
    """Whether the break was made on purpose: the next line's first word still had room in the line before."""
    first = line.words.split(maxsplit=1)[0]
    return previous.indent + len(previous.words) + 1 + len(first) <= width * 0.9


def _paragraph_block(lines: list[_Line]) -> Block:
    first = lines[0]
    note, bullet = _FOOTNOTE.match(first.words), _BULLET.match(first.words)
    if note:
        return _block(BlockKind.FOOTNOTE, lines, (Span(first.start, first.start + note.end()),))
    if bullet:
        return _block(BlockKind.LIST_ITEM, lines, (Span(first.start, first.start + bullet.end()),))
    if first.words.startswith(">"):
        return _block(BlockKind.BLOCK_QUOTE, lines, tuple(_quote_marks(lines)))
    if len(lines) == 1 and _UNDERLINE.fullmatch(first.words):
        return _block(BlockKind.CODE, lines, (Span(first.start, first.end),))
    return _block(BlockKind.PARAGRAPH, lines)


def _quote_marks(lines: list[_Line]) -> Iterator[Span]:
    for line in lines:
        marks = len(line.words) - len(line.words.lstrip("> "))
        if line.words.startswith(">"):
            yield Span(line.start, line.start + marks)


def _block(kind: BlockKind, lines: list[_Line], markup: tuple[Span, ...] = (), level: int | None = None) -> Block:
    if kind is BlockKind.HEADING and len(lines) > 1:
        markup = (Span(lines[1].start, lines[1].end),)
    return Block(kind, Span(lines[0].start, lines[-1].end), markup, level=level)
