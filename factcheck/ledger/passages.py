"""Passages as rows, and back."""
# ruff: noqa: S608 - the only text put into a query is this module's own list of columns

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from factcheck.ledger.coding import cells_from, cells_json, to_json
from factcheck.ledger.vocabulary import words
from factcheck.model import BlockKind, Passage, Span

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

WRITTEN = (
    "number, document, words, id, start, end, text, locator, title, heading, before, after, speaker, date, kind, cells,"
    " tier, origin"
)
MOST_ROWS = 5_000
"""A table with more rows is not read as one."""

READ = (
    "p.id, p.start, p.end, p.text, p.locator, p.title, p.heading, p.before, p.after, p.speaker, p.date, p.kind,"
    " p.cells, p.tier, p.origin, d.sha256"
)


def add_passages(connection: sqlite3.Connection, document: int, passages: Sequence[Passage]) -> dict[str, int]:
    """Append a document's passages, in their order, and say which number each id got."""
    first = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM passages").fetchone()[0]
    rows = [_row(first + i, document, passage) for i, passage in enumerate(passages)]
    marks = ", ".join("?" * len(WRITTEN.split(",")))
    connection.executemany(f"INSERT INTO passages ({WRITTEN}) VALUES ({marks})", rows)
    return {passage.id: first + i for i, passage in enumerate(passages)}


def load_passages(
    connection: sqlite3.Connection, ids: Iterable[str], read_by: str, paths: Mapping[str, str] | None = None
) -> dict[str, Passage]:
    """The passages of these ids as this version read them; `paths` says by which path each content hash goes."""
    found = connection.execute(
        f"SELECT coalesce((SELECT min(path) FROM notes WHERE document = d.number), ''), {READ}"
        " FROM passages p JOIN documents d ON d.number = p.document"
        " WHERE p.id IN (SELECT value FROM json_each(?)) AND d.read_by = ?",
        [to_json(list(ids)), read_by],
    )
    paths = paths or {}
    return {row[1]: passage_from(paths.get(row[-1], row[0]), row[1:]) for row in found}


def load_table(
    connection: sqlite3.Connection, id: str, read_by: str, paths: Mapping[str, str] | None = None
) -> tuple[Passage, ...]:
    """The rows of the table that a passage is a row of, in their order; none where it has more than `MOST_ROWS`."""
    numbers = connection.execute(
        "SELECT p.number, p.id, json_extract(p.cells, '$[0][4]') FROM passages p"
        " WHERE p.kind = ? AND p.document = (SELECT q.document FROM passages q"
        " JOIN documents d ON d.number = q.document WHERE q.id = ? AND d.read_by = ?) ORDER BY p.number",
        [BlockKind.TABLE_ROW.value, id, read_by],
    ).fetchall()
    ids = _one_table(numbers, id)
    found = load_passages(connection, ids, read_by, paths) if len(ids) <= MOST_ROWS else {}
    return tuple(found[row] for row in ids if row in found)


def load_turns(connection: sqlite3.Connection, read_by: str, notes: Iterable[str]) -> dict[str, frozenset[str]]:
    """Those who speak in each note, by its content hash."""
    found: dict[str, set[str]] = {}
    for sha256, speaker in connection.execute(
        "SELECT DISTINCT d.sha256, p.speaker FROM passages p JOIN documents d ON d.number = p.document"
        " WHERE p.speaker IS NOT NULL AND d.read_by = ? AND d.sha256 IN (SELECT value FROM json_each(?))",
        [read_by, to_json(list(notes))],
    ):
        found.setdefault(sha256, set()).add(speaker)
    return {sha256: frozenset(speakers) for sha256, speakers in found.items()}


def load_long_tables(connection: sqlite3.Connection, read_by: str, notes: Iterable[str]) -> dict[str, int]:
    """The notes, by content hash, whose longest table has more than `MOST_ROWS` rows, with how many it has."""
    found = connection.execute(
        "SELECT d.sha256, p.number, json_extract(p.cells, '$[0][4]') FROM passages p"
        " JOIN documents d ON d.number = p.document WHERE p.kind = ? AND d.read_by = ?"
        " AND d.sha256 IN (SELECT value FROM json_each(?)) AND d.number IN"
        " (SELECT document FROM passages WHERE kind = ? GROUP BY document HAVING count(*) > ?) ORDER BY p.number",
        [BlockKind.TABLE_ROW.value, read_by, to_json(list(notes)), BlockKind.TABLE_ROW.value, MOST_ROWS],
    )
    by_note: dict[str, list[tuple[int, int]]] = {}
    for sha256, number, at in found:
        by_note.setdefault(sha256, []).append((number, at))
    longest = {sha256: _longest_run(rows) for sha256, rows in by_note.items()}
    return {sha256: count for sha256, count in longest.items() if count > MOST_ROWS}


def _longest_run(rows: Sequence[tuple[int, int]]) -> int:
    """How many rows the longest table among them has."""
    longest, size, last, count = 0, 0, -1, 0
    for number, at in rows:
        size = size + 1 if number == last + 1 and at > count else 1
        longest, last, count = max(longest, size), number, at
    return longest


def _one_table(rows: Sequence[tuple[int, str, int]], id: str) -> list[str]:
    """The ids of the table that holds a row: what follows without a gap, and without counting from the start again."""
    table: list[str] = []
    last, count = -1, 0
    for number, row, at in rows:
        if number != last + 1 or at <= count:
            if id in table:
                return table
            table = []
        table.append(row)
        last, count = number, at
    return table if id in table else []


def passage_from(note: str, row: Sequence[Any]) -> Passage:
    """The passage of a row with the columns `READ`, under the path that its note goes by."""
    (
        number,
        start,
        end,
        text,
        locator,
        title,
        heading,
        before,
        after,
        speaker,
        written,
        kind,
        cells,
        tier,
        origin,
        sha256,
    ) = row
    return Passage(
        id=number,
        note=note,
        sha256=sha256,
        span=Span(start, end),
        text=text,
        locator=locator,
        title=title,
        heading=heading,
        before=before,
        after=after,
        speaker=speaker,
        date=None if written is None else date.fromisoformat(written),
        kind=BlockKind(kind),
        cells=cells_from(cells),
        tier=tier,
        origin=origin,
    )


def _row(number: int, document: int, passage: Passage) -> list[Any]:
    return [
        number,
        document,
        max(1, len(words(passage.text))),
        passage.id,
        passage.span.start,
        passage.span.end,
        passage.text,
        passage.locator,
        passage.title,
        passage.heading,
        passage.before,
        passage.after,
        passage.speaker,
        None if passage.date is None else passage.date.isoformat(),
        passage.kind.value,
        cells_json(passage.cells),
        passage.tier,
        passage.origin,
    ]
