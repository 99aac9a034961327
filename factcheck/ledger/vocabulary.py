"""The unstemmed words of the notes: what the index takes for a word, and how many passages hold it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.ledger.coding import to_json

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

LONGEST_WORD = 64  # code points; a longer run of letters is data, not a word, and nobody misspells it

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*[^\W\d_]*|[^\W_]+")


def words(text: str) -> list[str]:
    """The words of a text in lower case, in their order: "The U.S. has 118.4m." gives the, u.s., has, 118.4m."""
    return [word for word in _WORD.findall(text.lower()) if len(word) <= LONGEST_WORD]


def vocabulary(connection: sqlite3.Connection, notes: Collection[str], read_by: str) -> dict[str, int]:
    """Every word of the notes, unstemmed and in lower case, and how many passages hold it."""
    return dict(
        connection.execute(
            "SELECT word, sum(w.passages) FROM documents d JOIN words w ON w.document = d.number"
            " WHERE d.sha256 IN (SELECT value FROM json_each(?)) AND d.read_by = ? GROUP BY word ORDER BY word",
            [to_json(sorted(notes)), read_by],
        ).fetchall()
    )
