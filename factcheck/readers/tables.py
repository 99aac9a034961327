"""What every table shares: where its header is, and cells that know their header."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMBER = re.compile(r"[^\w\s]{0,3}\s?\d[\d.,'\s]*\s?(?:[^\w\s]{1,3}|[A-Za-z]{1,3})?")

MOST_ROWS_LOOKED_AT = 50


def is_number(words: str) -> bool:
    """Whether a cell holds a figure ("5,000", "$3.2", "-4 %") and nothing else to speak of."""
    return len(words) <= 40 and bool(_NUMBER.fullmatch(words.strip()))


def has_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names the columns: words over later figures, or a full row of unlike words."""
    if len(rows) < 2:
        return False
    first, later = rows[0], rows[1:MOST_ROWS_LOOKED_AT]
    if not any(cell.strip() for cell in first):
        return False
    figures = [any(is_number(row[column]) for row in later if column < len(row)) for column in range(len(first))]
    if any(figures):
        return not any(
            is_figure and is_number(cell) and not _is_year(cell) for cell, is_figure in zip(first, figures, strict=True)
        )
    return len({cell.strip() for cell in first}) == len(first) and all(cell.strip() for cell in first)


def _is_year(words: str) -> bool:
    """Years head columns ("2023", "2024")."""
    return bool(re.fullmatch(r"(?:1[5-9]|20|21)\d\d", words.strip()))
