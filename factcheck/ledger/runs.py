"""Recording a run: once, in one transaction, in rows that are only ever appended."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.errors import LedgerError
from factcheck.ledger.articles import keep_extraction
from factcheck.ledger.coding import span_pair, to_json

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from factcheck.model import Claim, Finding, Run, Verdict


@dataclass
class _Rows:
    """The rows of a run's verdicts, gathered so that each table is written once."""

    verdicts: list[tuple[object, ...]] = field(default_factory=list)
    evidence: list[tuple[object, ...]] = field(default_factory=list)
    findings: list[tuple[object, ...]] = field(default_factory=list)


def has_run(connection: sqlite3.Connection, run_id: str) -> bool:
    """Whether the run is recorded."""
    return connection.execute("SELECT 1 FROM runs WHERE id = ?", [run_id]).fetchone() is not None


def record(connection: sqlite3.Connection, run: Run, note_arguments: Iterable[str], read_by: str) -> None:
    """Append the run with everything that it found, unless it is there already."""
    if has_run(connection, run.id):
        return
    inserted = connection.execute(
        "INSERT INTO runs (id, version) VALUES (?, ?) RETURNING number", [run.id, run.version]
    )
    (number,) = inserted.fetchone()
    _record_inputs(connection, number, run, note_arguments)
    passages = _passage_numbers(connection, run, read_by)
    rows = _Rows()
    first = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM verdicts").fetchone()[0]
    for place, result in enumerate(run.articles):
        article = keep_extraction(connection, result.extraction, read_by)
        connection.execute(
            "INSERT INTO run_articles (run, position, article) VALUES (?, ?, ?)", [number, place, article]
        )
        claims = _claim_numbers(connection, article, result.extraction.claims)
        for position, verdict in enumerate(result.verdicts):
            place_of = (claims[verdict.claim], number, place, position)
            _gather(rows, first + len(rows.verdicts), place_of, verdict, passages)
    _write(connection, rows)


def _record_inputs(connection: sqlite3.Connection, run: int, what: Run, note_arguments: Iterable[str]) -> None:
    connection.executemany(
        "INSERT INTO run_settings (run, position, name, value) VALUES (?, ?, ?, ?)",
        [(run, i, name, value) for i, (name, value) in enumerate(what.settings.items())],
    )
    connection.executemany(
        "INSERT INTO run_notes (run, position, path, sha256) VALUES (?, ?, ?, ?)",
        [(run, i, path, sha256) for i, (path, sha256) in enumerate(what.notes.items())],
    )
    connection.executemany(
        "INSERT INTO run_note_arguments (run, position, argument) VALUES (?, ?, ?)",
        [(run, i, argument) for i, argument in enumerate(note_arguments)],
    )
    connection.executemany(
        "INSERT INTO run_unreadable (run, position, path, code, reason) VALUES (?, ?, ?, ?, ?)",
        [(run, i, source.path, source.code, source.reason) for i, source in enumerate(what.unreadable)],
    )


def _passage_numbers(connection: sqlite3.Connection, run: Run, read_by: str) -> dict[str, int]:
    """The row of each passage that the run names as evidence."""
    ids = sorted({e.passage.id for result in run.articles for verdict in result.verdicts for e in verdict.evidence})
    numbers = dict(
        connection.execute(
            "SELECT p.id, p.number FROM passages p JOIN documents d ON d.number = p.document"
            " WHERE p.id IN (SELECT value FROM json_each(?)) AND d.read_by = ?",
            [to_json(ids), read_by],
        ).fetchall()
    )
    unknown = next((id for id in ids if id not in numbers), None)
    if unknown is not None:
        raise LedgerError(f"the run rests on the passage {unknown}, which the ledger does not hold; add its note first")
    return numbers


def _claim_numbers(connection: sqlite3.Connection, article: int, claims: Sequence[Claim]) -> dict[Claim, int]:
    numbers = connection.execute("SELECT number FROM claims WHERE article = ? ORDER BY position", [article])
    return {claim: number for claim, (number,) in zip(claims, numbers, strict=True)}


def _gather(
    rows: _Rows, number: int, place: tuple[int, int, int, int], verdict: Verdict, passages: dict[str, int]
) -> None:
    rows.verdicts.append((number, *place, verdict.label.value, verdict.confidence, verdict.explanation))
    rows.evidence += [
        (number, i, passages[e.passage.id], e.passage.note, e.stance.value, e.score, e.reason)
        for i, e in enumerate(verdict.evidence)
    ]
    rows.findings += [(number, i, *_finding_row(finding)) for i, finding in enumerate(verdict.findings)]


def _finding_row(finding: Finding) -> tuple[object, ...]:
    return (
        finding.code,
        finding.relation.value,
        finding.how,
        finding.message,
        finding.claim_value,
        finding.passage_value,
        finding.evidence,
        *(span_pair(finding.claim_span) or (None, None)),
        *(span_pair(finding.passage_span) or (None, None)),
    )


def _write(connection: sqlite3.Connection, rows: _Rows) -> None:
    connection.executemany(
        "INSERT INTO verdicts (number, claim, run, article, position, label, confidence, explanation)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        rows.verdicts,
    )
    connection.executemany(
        "INSERT INTO evidence (verdict, position, passage, note, stance, score, reason) VALUES (?, ?, ?, ?, ?, ?, ?)",
        rows.evidence,
    )
    connection.executemany(
        "INSERT INTO findings (verdict, position, code, relation, how, message, claim_value, passage_value, evidence,"
        " claim_start, claim_end, passage_start, passage_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows.findings,
    )
