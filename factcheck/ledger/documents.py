"""Texts with their layout, each stored once, whether it is an article's or a note's."""
# ruff: noqa: S608 - the only text put into a query is this module's own list of columns

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from factcheck.ledger.coding import blocks_from, blocks_json, to_json
from factcheck.model import Document

if TYPE_CHECKING:
    import sqlite3

COLUMNS = "title, media_type, date, text, sha256, exact, read_by, metadata, blocks"


def keep_document(connection: sqlite3.Connection, document: Document, read_by: str) -> int:
    """The number of the document's row, which is added if no row says the same."""
    values = _values(document, read_by)
    same = " AND ".join(f"{name.strip()} IS ?" for name in COLUMNS.split(","))
    row = connection.execute(
        f"SELECT number FROM documents INDEXED BY idx_documents_sha256 WHERE {same}", values
    ).fetchone()
    if row is not None:
        return int(row[0])
    marks = ", ".join("?" * len(values))
    row = connection.execute(f"INSERT INTO documents ({COLUMNS}) VALUES ({marks}) RETURNING number", values).fetchone()
    return int(row[0])


def load_document(connection: sqlite3.Connection, number: int, path: str) -> Document:
    """The document of that row, under the path that it goes by here."""
    row = connection.execute(f"SELECT {COLUMNS} FROM documents WHERE number = ?", [number]).fetchone()
    title, media_type, written, text, sha256, exact, _read_by, metadata, blocks = row
    return Document(
        path=path,
        text=text,
        blocks=blocks_from(blocks),
        sha256=sha256,
        media_type=media_type,
        title=title,
        date=None if written is None else date.fromisoformat(written),
        metadata=json.loads(metadata),
        exact=bool(exact),
    )


def _values(document: Document, read_by: str) -> list[Any]:
    return [
        document.title,
        document.media_type,
        None if document.date is None else document.date.isoformat(),
        document.text,
        document.sha256,
        int(document.exact),
        read_by,
        to_json(dict(document.metadata)),
        blocks_json(document.blocks),
    ]
