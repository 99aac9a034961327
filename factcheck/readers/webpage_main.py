"""Which stretches of a page are its main text, and which its frame: menus, teasers, notices.

Losing a paragraph of a note costs more than keeping a teaser, so a page is only cut where the extractor clearly
found its main text, and whatever stands between two kept pieces stays.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from factcheck.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.readers.webpage_walk import Piece

SHORT_PAGE = 3_000
"""Characters of words; a page up to this size (some 500 words) is taken whole."""
LEAST_SHARE = 0.4
"""Of the page's words outside links: where the extractor kept less, it failed and the page is taken whole."""
MAX_EXTRACTED = 2_000_000
"""Characters of source that the extractor is given; a larger page is taken whole."""
MOST_LINKS = 0.6
"""Share of a piece's characters that are links, above which it is a menu or a teaser."""


def main_pieces(found: Sequence[Piece], source: str) -> list[Piece]:
    """The pieces that belong to the page's main text, in their order."""
    outside = [piece for piece in found if not piece.furniture] or list(found)
    words = [piece for piece in outside if not _is_menu(piece)] or outside
    if sum(map(_size, words)) <= SHORT_PAGE:
        return words
    main = _extracted(source)
    lines = frozenset(map(_letters, main.splitlines()))
    whole = _letters(main)
    kept = [_key(piece) in lines or _in(piece, whole) for piece in words]
    if not any(kept) or sum(_size(p) for p, keep in zip(words, kept, strict=True) if keep) < LEAST_SHARE * sum(
        map(_size, words)
    ):
        return words
    first, last = kept.index(True), len(kept) - 1 - kept[::-1].index(True)
    while first > 0 and (
        words[first - 1].kind in (BlockKind.HEADING, BlockKind.BYLINE) or _size(words[first - 1]) < 200
    ):
        first -= 1
        if words[first].level == 1:
            break
    while last + 1 < len(words) and words[last + 1].kind in (BlockKind.TABLE_ROW, BlockKind.CAPTION):
        last += 1
    return words[first : last + 1]


def _extracted(source: str) -> str:
    """The main text as the extractor sees it, or nothing."""
    if len(source) > MAX_EXTRACTED:
        return ""
    import trafilatura

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    try:
        text = trafilatura.extract(source, favor_recall=True, include_tables=True, include_comments=False)
    except Exception:  # whatever a strange page does to it, the page is then taken whole
        return ""
    return text or ""


def _in(piece: Piece, main: str) -> bool:
    key = _key(piece)
    return len(key) >= 40 and key[:80] in main


def _key(piece: Piece) -> str:
    return _letters(piece.text or " ".join(cell.text for cell in piece.cells))


def _letters(words: str) -> str:
    """Only letters and digits, so that layout does not matter."""
    return re.sub(r"[\W_]+", "", words).lower()


def _size(piece: Piece) -> int:
    return len(piece.text) + sum(len(cell.text) for cell in piece.cells)


def _is_menu(piece: Piece) -> bool:
    """Whether the piece is mostly links and no sentence: a heading or a table is never one."""
    if piece.kind in (BlockKind.HEADING, BlockKind.TABLE_ROW, BlockKind.CAPTION):
        return False
    return piece.links > MOST_LINKS * len(piece.text) and not re.search(r"\w{2}[.!?][\"”’)]*$", piece.text)
