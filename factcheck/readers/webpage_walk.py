"""Every stretch of words of an HTML tree, in order: paragraphs, headings, list items, table rows, captions."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from factcheck.model import BlockKind
from factcheck.readers.tables import has_header

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

LONGEST_DATA_CELL = 200
"""Characters of the middle cell above which a table only lays out the page."""
MOST_SPAN = 100
"""Columns or rows that one cell may claim to span."""

_SILENT = frozenset(
    (
        "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "embed", "canvas",
        "audio", "video", "button", "select", "input", "textarea", "datalist", "dialog",  "title",
        "meta", "link", "base", "nav",
    )
)  # fmt: skip
_SILENT_ROLES = frozenset(
    (
        "navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar", "dialog",
        "alertdialog",
    )
)  # fmt: skip
_INLINE = frozenset(
    (
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
        "i", "img", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
        "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "picture", "source", "nobr",
    )
)  # fmt: skip
_KINDS = {
    "li": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.BLOCK_QUOTE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "pre": BlockKind.CODE,
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
}
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BREAKS = re.compile(r"[ \t\r\f\v]*\n[ \t\r\f\v]*")


@dataclass(frozen=True, slots=True)
class PieceCell:
    """A table cell: the header over it, its words, and its column from 1."""

    header: str
    text: str
    column: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one element; `links` counts its characters that are links, `furniture` is the page's frame."""

    kind: BlockKind
    text: str
    element: str
    level: int | None = None
    cells: tuple[PieceCell, ...] = ()
    row: int = 0
    links: int = 0
    furniture: bool = False
    byline: bool = False


@dataclass
class _Open:
    """A block element that is being read: its words so far."""

    tag: str
    element: str
    kind: BlockKind
    furniture: bool
    byline: bool
    words: list[str] = field(default_factory=list)
    links: int = 0


def pieces(root: HtmlElement) -> list[Piece]:
    """The words of the tree in their order; scripts, styles, forms and navigation have none."""
    return _Walk().run(root)


class _Walk:
    """One pass over the tree with a stack of its own, so that depth is no danger."""

    def __init__(self) -> None:
        self.found: list[Piece] = []
        self.counts: Counter[str] = Counter()
        self.stack: list[_Open] = []
        self.in_link = 0
        self.in_article = 0

    def run(self, root: HtmlElement) -> list[Piece]:
        self.stack = [_Open("body", "body[1]", BlockKind.PARAGRAPH, furniture=False, byline=False)]
        todo: list[tuple[HtmlElement, bool]] = [(root, True)]
        while todo:
            node, entering = todo.pop()
            if not entering:
                self._leave(node)
            elif self._enter(node):
                todo.append((node, False))
                todo.extend((child, True) for child in reversed(node))
            else:
                self._add(node.tail)
        self._flush()
        return self.found

    def _enter(self, node: HtmlElement) -> bool:
        """Whether the children are to be read; the tail of an element that is not entered is read by the caller."""
        tag = node.tag if isinstance(node.tag, str) else ""
        if not tag or _is_silent(node, tag):
            return False
        self.counts[tag] += 1
        if tag == "br":
            self._add("\n", keep=True)
            return False
        if tag == "table" and _is_data(node):
            self._flush()
            self.found.extend(_table(node, f"table[{self.counts['table']}]"))
            self.counts.update(child.tag for child in node.iterdescendants() if isinstance(child.tag, str))
            return False
        self.in_link += tag == "a"
        self.in_article += tag in ("article", "main")
        if tag not in _INLINE:
            self._flush()
            self.stack.append(self._opened(node, tag))
        self._add(node.text)
        return True

    def _leave(self, node: HtmlElement) -> None:
        tag = str(node.tag)
        if tag not in _INLINE:
            self._flush()
            self.stack.pop()
        self.in_link -= tag == "a"
        self.in_article -= tag in ("article", "main")
        self._add(node.tail)

    def _opened(self, node: HtmlElement, tag: str) -> _Open:
        above = self.stack[-1]
        frame = tag in ("footer", "header") and not self.in_article and not _has_heading(node, tag)
        names = f"{node.get('class', '')} {node.get('itemprop', '')} {node.get('rel', '')}".lower()
        own = _KINDS.get(tag)
        inherited = (
            above.kind
            if above.kind in (BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE, BlockKind.CAPTION)
            else BlockKind.PARAGRAPH
        )
        anonymous = tag in ("div", "section", "span")
        element = above.element if anonymous and above.kind is not BlockKind.PARAGRAPH else f"{tag}[{self.counts[tag]}]"
        return _Open(tag, element, own or inherited, above.furniture or frame, above.byline or "byline" in names)

    def _add(self, words: str | None, *, keep: bool = False) -> None:
        if not words:
            return
        top = self.stack[-1]
        top.words.append(words if keep or top.tag == "pre" else words.replace("\r", " ").replace("\n", " "))
        if self.in_link:
            top.links += len(words.strip())

    def _flush(self) -> None:
        """The words read so far as one piece, or several where empty lines (two breaks) part them."""
        top = self.stack[-1]
        joined = "".join(top.words)
        links, top.words, top.links = top.links, [], 0
        for part in re.split(r"\n\s*\n", joined) if top.tag != "pre" else [joined]:
            text = _collapsed(part) if top.tag != "pre" else part.strip("\r\n")
            if text.strip():
                kind = (
                    BlockKind.BYLINE if top.byline and top.kind is BlockKind.PARAGRAPH and len(text) < 200 else top.kind
                )
                level = int(top.tag[1]) if kind is BlockKind.HEADING else None
                self.found.append(
                    Piece(kind, text, top.element, level, links=min(links, len(text)), furniture=top.furniture)
                )


def _is_silent(node: HtmlElement, tag: str) -> bool:
    if tag in _SILENT or node.get("hidden") is not None or (node.get("role") or "").lower() in _SILENT_ROLES:
        return True
    return (node.get("aria-hidden") or "").lower() == "true" or bool(_HIDDEN_STYLE.search(node.get("style") or ""))


def _has_heading(node: HtmlElement, tag: str) -> bool:
    return tag == "header" and node.find(".//h1") is not None


def _collapsed(words: str) -> str:
    """Runs of white space as one space; single line breaks (of <br>) stay, for addresses and verse."""
    return _BREAKS.sub("\n", re.sub(r"[^\S\n]+", " ", words)).strip()


# --- tables --------------------------------------------------------------------------------------


def _is_data(table: HtmlElement) -> bool:
    """Whether the table holds data: at least two cells a row, no table inside, and cells short enough to be values."""
    if table.find(".//table") is not None:
        return False
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    widths = [len(cells) for cells in rows if cells]
    if not widths or max(widths) < 2:
        return False
    lengths = [len(cell.text_content()) for cells in rows for cell in cells]
    return median(lengths) <= LONGEST_DATA_CELL


def _table(table: HtmlElement, element: str) -> Iterator[Piece]:
    for caption in table.iter("caption"):
        words = " ".join(caption.text_content().split())
        if words:
            yield Piece(BlockKind.CAPTION, words, f"{element}/caption")
    rows = [(node, cells) for node, cells in zip(table.iter("tr"), _grid(table), strict=True) if any(cells.values())]
    if not rows:
        return
    headed = _names_columns(rows)
    header = rows[0][1] if headed else {}
    number = 0
    for position, (_, cells) in enumerate(rows):
        number += 1 if position or not headed else 0
        row = number if position or not headed else 0
        named = tuple(
            PieceCell(header.get(column, "") if row else "", words, column) for column, words in sorted(cells.items())
        )
        yield Piece(BlockKind.TABLE_ROW, "", f"{element}/tr[{position + 1}]", cells=named, row=row)


def _names_columns(rows: list[tuple[HtmlElement, dict[int, str]]]) -> bool:
    first = rows[0][0]
    if len(rows) < 2:
        return False
    if all(cell.tag == "th" for cell in first if cell.tag in ("td", "th")) or first.getparent().tag == "thead":
        return True
    width = max(max(cells) for _, cells in rows)
    return has_header([[cells.get(column, "") for column in range(1, width + 1)] for _, cells in rows])


def _grid(table: HtmlElement) -> Iterator[dict[int, str]]:
    """The words of each row by column; a cell that spans rows stands in each of them."""
    spanning: dict[int, tuple[int, str]] = {}
    for row in table.iter("tr"):
        cells = {column: words for column, (_, words) in spanning.items()}
        spanning = {column: (left - 1, words) for column, (left, words) in spanning.items() if left > 1}
        column = 1
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while column in cells:
                column += 1
            words = " ".join(" ".join(cell.itertext()).split())
            cells[column] = words
            if (down := _span(cell, "rowspan")) > 1:
                spanning[column] = (down - 1, words)
            column += _span(cell, "colspan")
        yield cells


def _span(cell: HtmlElement, name: str) -> int:
    given = (cell.get(name) or "1").strip()
    return max(1, min(int(given), MOST_SPAN)) if given.isascii() and given.isdigit() and len(given) < 6 else 1
