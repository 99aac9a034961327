"""Rebuilding a recorded run from its rows, equal to what was recorded, so that its reports are the same bytes."""
# ruff: noqa: S608 - the only text put into a query is this room's own list of columns

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.ledger.articles import load_claims, load_extraction
from factcheck.ledger.passages import READ, passage_from
from factcheck.model import (
    ArticleResult,
    Evidence,
    Finding,
    Label,
    Passage,
    Relation,
    Run,
    Span,
    Stance,
    Unreadable,
    Verdict,
)

if TYPE_CHECKING:
    import sqlite3


def find_run(connection: sqlite3.Connection, run_id: str) -> Run | None:
    """The run with that id, as it was recorded."""
    row = connection.execute("SELECT number, version FROM runs WHERE id = ?", [run_id]).fetchone()
    if row is None:
        return None
    number, version = row
    pairs = "FROM {} WHERE run = ? ORDER BY position"
    unreadable = connection.execute("SELECT path, code, reason " + pairs.format("run_unreadable"), [number])
    return Run(
        id=run_id,
        version=version,
        settings=dict(connection.execute("SELECT name, value " + pairs.format("run_settings"), [number]).fetchall()),
        notes=dict(connection.execute("SELECT path, sha256 " + pairs.format("run_notes"), [number]).fetchall()),
        articles=_articles(connection, number),
        unreadable=tuple(Unreadable(*source) for source in unreadable),
    )


def _articles(connection: sqlite3.Connection, run: int) -> tuple[ArticleResult, ...]:
    rows = connection.execute(
        "SELECT position, article FROM run_articles WHERE run = ? ORDER BY position", [run]
    ).fetchall()
    evidence, findings = _evidence(connection, run), _findings(connection, run)
    results = []
    for place, article in rows:
        claims = load_claims(connection, article)
        verdicts = connection.execute(
            "SELECT number, claim, label, confidence, explanation FROM verdicts"
            " WHERE run = ? AND article = ? ORDER BY position",
            [run, place],
        )
        made = tuple(
            Verdict(
                claims[claim], Label(label), confidence, tuple(findings[number]), tuple(evidence[number]), explanation
            )
            for number, claim, label, confidence, explanation in verdicts
        )
        results.append(ArticleResult(load_extraction(connection, article, tuple(claims.values())), made))
    return tuple(results)


def _evidence(connection: sqlite3.Connection, run: int) -> defaultdict[int, list[Evidence]]:
    """The evidence of each verdict; a passage that several verdicts name is built once."""
    rows = connection.execute(
        f"SELECT e.verdict, e.passage, e.note, e.score, e.stance, e.reason, {READ} FROM verdicts v"
        " JOIN evidence e ON e.verdict = v.number JOIN passages p ON p.number = e.passage"
        " JOIN documents d ON d.number = p.document WHERE v.run = ? ORDER BY e.verdict, e.position",
        [run],
    )
    built: dict[tuple[int, str], Passage] = {}
    found: defaultdict[int, list[Evidence]] = defaultdict(list)
    for verdict, number, note, score, stance, reason, *columns in rows:
        passage = built.get((number, note))
        if passage is None:
            passage = built[number, note] = passage_from(note, columns)
        found[verdict].append(Evidence(passage, score, Stance(stance), reason))
    return found


def _findings(connection: sqlite3.Connection, run: int) -> defaultdict[int, list[Finding]]:
    rows = connection.execute(
        "SELECT f.verdict, f.code, f.relation, f.how, f.claim_start, f.claim_end, f.claim_value, f.evidence,"
        " f.passage_start, f.passage_end, f.passage_value, f.message FROM verdicts v"
        " JOIN findings f ON f.verdict = v.number WHERE v.run = ? ORDER BY f.verdict, f.position",
        [run],
    )
    found: defaultdict[int, list[Finding]] = defaultdict(list)
    for verdict, code, relation, how, start, end, value, evidence, from_, to, other, message in rows:
        mine, theirs = _span(start, end), _span(from_, to)
        found[verdict].append(Finding(code, Relation(relation), how, mine, value, evidence, theirs, other, message))
    return found


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)
