"""Markdown: the layout of a CommonMark parser with tables and footnotes, laid over the unchanged text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.model import Block, BlockKind, Document, Span
from factcheck.readers.decode import decode, digest, looks_like_text
from factcheck.readers.format import Format, has_suffix
from factcheck.readers.markdown_blocks import Layout
from factcheck.readers.metadata import apply_metadata, front_matter
from factcheck.readers.newsroom import mark_newsroom_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

MEDIA_TYPE = "text/markdown"
_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")

_HEAD = 20_000
_SIGNS = re.compile(
    r"^ {0,3}#{1,6} \S|^ {0,3}```|^ {0,3}\[[^\]\n]{1,80}\]: \S|\]\(https?://|(?<![*\w])\*\*[^\s*][^*\n]{0,200}\*\*(?!\w)|^\|.*\|\s*$",
    re.MULTILINE,
)


def read(data: bytes, path: str) -> Document:
    """The document in a Markdown file."""
    text = decode(data, path)
    body, metadata = front_matter(text)
    first = 1 if text.startswith("\ufeff") else 0
    blocks = [Block(BlockKind.FRONT_MATTER, Span(first, body))] if body else []
    blocks.extend(_complete(text, max(body, first), Layout(text, max(body, first)).blocks()))
    document = Document(path, text, tuple(blocks), digest(data), MEDIA_TYPE)
    return apply_metadata(*mark_newsroom_parts(document, metadata))


def _recognise(data: bytes, path: str) -> bool:
    if not looks_like_text(data):
        return False
    if has_suffix(path, _SUFFIXES):
        return True
    return path == "-" and bool(_SIGNS.search(data[:_HEAD].decode("utf-8", "replace")))


FORMAT = Format(MEDIA_TYPE, _SUFFIXES, _recognise, read)


def _complete(text: str, start: int, blocks: Iterator[Block]) -> Iterator[Block]:
    """The blocks, with what lies between them (rules, link definitions, comments) as blocks that are all notation."""
    position = start
    for block in blocks:
        if block.span.start < position:
            continue
        yield from _notation(text, position, block.span.start)
        yield block
        position = block.span.end
    yield from _notation(text, position, len(text))


def _notation(text: str, start: int, end: int) -> Iterator[Block]:
    between = text[start:end]
    words = between.strip()
    if words:
        span_start = start + len(between) - len(between.lstrip())
        span = Span(span_start, span_start + len(words))
        footnote = re.match(r"\[\^[^\]\r\n]{1,60}\]:[ \t]*", words)
        if footnote:
            yield Block(BlockKind.FOOTNOTE, span, (Span(span.start, span.start + footnote.end()),))
        else:
            yield Block(BlockKind.CODE, span, (span,))
