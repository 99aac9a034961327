"""HTML: the words of the main text, each block with the element that it comes from ("p[3]")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.errors import ReadError
from factcheck.model import Block, BlockKind, Cell, Document, Span
from factcheck.readers.decode import decode, digest, looks_like_text
from factcheck.readers.format import Format, has_suffix
from factcheck.readers.metadata import apply_metadata
from factcheck.readers.newsroom import mark_newsroom_parts
from factcheck.readers.webpage_main import main_pieces
from factcheck.readers.webpage_metadata import page_metadata
from factcheck.readers.webpage_walk import Piece, pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

MEDIA_TYPE = "text/html"
_SUFFIXES = (".html", ".htm", ".xhtml")

_HEAD = 4096
_START = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|article|main)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<(?:p|div|h[1-6]|table|ul|ol|br|span|article|section|blockquote)\b[^<>]*>", re.IGNORECASE)
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([A-Za-z0-9_-]{2,30})", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\ufeff?\s*<\?xml[^>]*\?>")


def read(data: bytes, path: str) -> Document:
    """The document in an HTML page; its text is what was extracted, so places in it are elements, not lines."""
    declared = _DECLARED.search(data[:_HEAD])
    source = decode(data, path, declared=declared[1].decode("ascii") if declared else None)
    root = _parsed(source, path)
    found = main_pieces(pieces(root), source)
    if not found:
        raise ReadError(path, "is a web page without text; if a script makes its words, save what the browser shows")
    text, blocks = _laid_out(found)
    document = Document(path, text, tuple(blocks), digest(data), MEDIA_TYPE, exact=False)
    return apply_metadata(*mark_newsroom_parts(document, page_metadata(root)))


def _recognise(data: bytes, path: str) -> bool:
    if not looks_like_text(data):
        return False
    head = data[:_HEAD].decode("utf-8", "replace")
    return bool(_START.match(head)) or (has_suffix(path, _SUFFIXES) and bool(_TAG.search(head)))


FORMAT = Format(MEDIA_TYPE, _SUFFIXES, _recognise, read)


def _parsed(source: str, path: str) -> HtmlElement:
    from lxml import etree, html

    # libxml2's HTML parser expands no entities of the document's own and, without huge_tree, keeps its depth in limits.
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8")
    try:
        root = html.document_fromstring(_XML_DECLARATION.sub("", source).encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise ReadError(path, f"is not HTML that can be read ({str(error)[:80]})") from error
    return root


def _laid_out(found: Sequence[Piece]) -> tuple[str, list[Block]]:
    """The pieces as one text, a blank line between blocks and a tab between cells, and the blocks that lie in it."""
    parts: list[str] = []
    blocks: list[Block] = []
    position = 0
    for piece in found:
        separator = "" if not parts else "\n" if _same_table(blocks[-1], piece) else "\n\n"
        position += len(separator)
        words = "\t".join(cell.text for cell in piece.cells) if piece.cells else piece.text
        parts.extend((separator, words))
        blocks.append(_block(piece, position, len(words)))
        position += len(words)
    return "".join(parts), blocks


def _same_table(previous: Block, piece: Piece) -> bool:
    return previous.kind is BlockKind.TABLE_ROW and piece.kind is BlockKind.TABLE_ROW and piece.row > 0


def _block(piece: Piece, start: int, length: int) -> Block:
    cells: list[Cell] = []
    at = start
    for cell in piece.cells:
        cells.append(Cell(cell.header, cell.text, Span(at, at + len(cell.text)), piece.row, cell.column))
        at += len(cell.text) + 1
    return Block(piece.kind, Span(start, start + length), element=piece.element, level=piece.level, cells=tuple(cells))
