"""What the ledger remembers: its articles, its last run, and what earlier runs said of a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import Label

if TYPE_CHECKING:
    import sqlite3

HIGHEST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article as its latest run saw it; `run` is that run's id."""

    path: str
    sha256: str
    title: str | None
    claims: int
    run: str


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """What one run said of one claim."""

    claim: str
    run: str
    article: str
    label: Label
    confidence: float
    text: str
    explanation: str


def last_run(connection: sqlite3.Connection) -> str | None:
    """The id of the run that was recorded last."""
    row = connection.execute("SELECT id FROM runs ORDER BY number DESC LIMIT 1").fetchone()
    return None if row is None else str(row[0])


def last_notes(connection: sqlite3.Connection) -> list[str]:
    """The notes of the last run, as the user named them."""
    rows = connection.execute(
        "SELECT argument FROM run_note_arguments WHERE run = (SELECT max(number) FROM runs) ORDER BY position"
    )
    return [argument for (argument,) in rows]


def list_articles(connection: sqlite3.Connection) -> list[ArticleRow]:
    """Every article that a run has looked at, by path."""
    rows = connection.execute(
        "SELECT a.path, d.sha256, d.title, (SELECT count(*) FROM claims c WHERE c.article = a.number), r.id,"
        " max(ra.run) FROM run_articles ra JOIN runs r ON r.number = ra.run JOIN articles a ON a.number = ra.article"
        " JOIN documents d ON d.number = a.document GROUP BY a.path ORDER BY a.path"
    )
    return [ArticleRow(*columns) for *columns, _run in rows]


def claim_history(connection: sqlite3.Connection, claim_id: str) -> list[HistoryRow]:
    """What each run said of the claim, the latest first."""
    return _history(connection, claim_id, claim_id)


def find_claims(connection: sqlite3.Connection, prefix: str) -> list[HistoryRow]:
    """The claims whose id begins so, each with its latest verdict; the latest run first, then the article's order."""
    latest: dict[str, HistoryRow] = {}
    for row in _history(connection, prefix, prefix + HIGHEST):
        latest.setdefault(row.claim, row)
    return list(latest.values())


def _history(connection: sqlite3.Connection, lowest: str, highest: str) -> list[HistoryRow]:
    rows = connection.execute(
        "SELECT c.id, r.id, a.path, v.label, v.confidence, c.text, v.explanation FROM claims c"
        " JOIN verdicts v ON v.claim = c.number JOIN runs r ON r.number = v.run JOIN articles a ON a.number = c.article"
        " WHERE c.id BETWEEN ? AND ? ORDER BY v.run DESC, v.article, v.position",
        [lowest, highest],
    )
    return [HistoryRow(id, run, path, Label(label), *rest) for id, run, path, label, *rest in rows]
