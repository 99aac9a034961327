"""Which notes the ledger knows: a path holds a content, and a content, stored once, has passages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.errors import LedgerError
from factcheck.ledger.documents import keep_document, load_document
from factcheck.ledger.passages import add_passages
from factcheck.ledger.vocabulary import words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from factcheck.model import Document, Passage


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note as the ledger knows it: its path, the hash of its bytes, its title and format, its number of passages."""

    path: str
    sha256: str
    title: str | None
    media_type: str
    passages: int


def knows(connection: sqlite3.Connection, sha256: str, path: str, read_by: str) -> bool:
    """Whether that path holds that content, as this version of factcheck reads it."""
    row = connection.execute(
        "SELECT 1 FROM notes JOIN documents ON documents.number = notes.document"
        " WHERE path = ? AND sha256 = ? AND read_by = ?",
        [path, sha256, read_by],
    ).fetchone()
    return row is not None


def add_note(
    connection: sqlite3.Connection,
    document: Document,
    passages: Sequence[Passage],
    keys: Mapping[str, Sequence[str]],
    read_by: str,
) -> None:
    """Let the document's path hold its content, and index the content if it is new."""
    number = _indexed(connection, document.sha256, read_by)
    if number is None:
        number = keep_document(connection, document, read_by)
        numbers = add_passages(connection, number, passages)
        _index(connection, number, passages, numbers, keys)
        connection.execute("UPDATE documents SET passages = ? WHERE number = ?", [len(passages), number])
    connection.execute(
        "INSERT INTO notes (path, document) VALUES (?, ?)"
        " ON CONFLICT (path) DO UPDATE SET document = excluded.document",
        [document.path, number],
    )


def list_notes(connection: sqlite3.Connection) -> list[NoteRow]:
    """Every note, by path."""
    rows = connection.execute(
        "SELECT path, sha256, title, media_type, passages FROM notes"
        " JOIN documents ON documents.number = notes.document ORDER BY path"
    )
    return [NoteRow(*row) for row in rows]


def note_document(connection: sqlite3.Connection, sha256: str, read_by: str) -> Document:
    """The note with that content."""
    number = _indexed(connection, sha256, read_by)
    if number is None:
        raise LedgerError(f"the ledger knows no note with the content {sha256[:12]}")
    path = connection.execute("SELECT min(path) FROM notes WHERE document = ?", [number]).fetchone()[0]
    return load_document(connection, number, path or "")


def _indexed(connection: sqlite3.Connection, sha256: str, read_by: str) -> int | None:
    row = connection.execute(
        "SELECT number FROM documents WHERE sha256 = ? AND read_by = ? AND passages IS NOT NULL", [sha256, read_by]
    ).fetchone()
    return None if row is None else int(row[0])


def _index(
    connection: sqlite3.Connection,
    document: int,
    passages: Sequence[Passage],
    numbers: Mapping[str, int],
    keys: Mapping[str, Sequence[str]],
) -> None:
    connection.executemany(
        "INSERT INTO passages_fts (rowid, text, speaker, title, heading) VALUES (?, ?, ?, ?, ?)",
        [(numbers[p.id], p.text, p.speaker, p.title, p.heading) for p in passages],
    )
    frequencies = Counter(word for passage in passages for word in set(words(passage.text)))
    connection.executemany(
        "INSERT INTO words (document, word, passages) VALUES (?, ?, ?)",
        [(document, word, count) for word, count in sorted(frequencies.items())],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO passage_values (key, passage) VALUES (?, ?)",
        sorted((key, numbers[id]) for id, found in keys.items() for key in found if id in numbers),
    )
