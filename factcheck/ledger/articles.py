"""Articles as they were read, with their sentences, claims and inconsistencies; an edited article is a new row."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from factcheck.ledger.coding import (
    antecedents_from,
    antecedents_json,
    pieces_from,
    pieces_json,
    sentences_from,
    sentences_json,
    spans_from,
    spans_json,
    to_json,
)
from factcheck.ledger.documents import keep_document, load_document
from factcheck.model import Claim, ClaimKind, Extraction, Inconsistency, Span

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence


def keep_extraction(connection: sqlite3.Connection, extraction: Extraction, read_by: str) -> int:
    """The number of the article's row with these very claims, which is added if there is none."""
    document = keep_document(connection, extraction.document, read_by)
    path, language, sentences = extraction.document.path, extraction.language, sentences_json(extraction.sentences)
    claims = [_claim_row(claim) for claim in extraction.claims]
    conflicts = [
        (i, c.code, c.message, c.first_value, c.second_value, c.first.start, c.first.end, c.second.start, c.second.end)
        for i, c in enumerate(extraction.inconsistencies)
    ]
    digest = hashlib.sha256(to_json([path, document, language, sentences, claims, conflicts]).encode()).hexdigest()
    row = connection.execute("SELECT number FROM articles WHERE digest = ?", [digest]).fetchone()
    if row is not None:
        return int(row[0])
    (article,) = connection.execute(
        "INSERT INTO articles (path, language, document, digest, sentences) VALUES (?, ?, ?, ?, ?) RETURNING number",
        [path, language, document, digest, sentences],
    ).fetchone()
    connection.executemany(
        "INSERT INTO claims (article, position, id, text, kind, checkable, reason, speaker, quoted, sentence,"
        " unresolved, spans, pieces, antecedents) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(article, position, *claim) for position, claim in enumerate(claims)],
    )
    connection.executemany(
        "INSERT INTO inconsistencies (article, position, code, message, first_value, second_value, first_start,"
        " first_end, second_start, second_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(article, *conflict) for conflict in conflicts],
    )
    return int(article)


def _claim_row(claim: Claim) -> tuple[object, ...]:
    return (
        claim.id,
        claim.text,
        claim.kind.value,
        int(claim.checkable),
        claim.reason,
        claim.speaker,
        claim.quoted,
        claim.sentence,
        to_json(claim.unresolved),
        spans_json(claim.spans),
        pieces_json(claim.pieces),
        antecedents_json(claim.antecedents),
    )


def load_extraction(connection: sqlite3.Connection, article: int, claims: tuple[Claim, ...]) -> Extraction:
    """What was found in the article of that row, whose claims are `claims`."""
    path, language, document, sentences = connection.execute(
        "SELECT path, language, document, sentences FROM articles WHERE number = ?", [article]
    ).fetchone()
    return Extraction(
        document=load_document(connection, document, path),
        sentences=sentences_from(sentences),
        claims=claims,
        inconsistencies=_inconsistencies(connection, article),
        language=language,
    )


def load_claims(connection: sqlite3.Connection, article: int) -> dict[int, Claim]:
    """The claims of that article by their numbers, in their order."""
    rows = connection.execute(
        "SELECT number, id, text, kind, spans, sentence, checkable, reason, speaker, quoted, pieces, antecedents,"
        " unresolved FROM claims WHERE article = ? ORDER BY position",
        [article],
    )
    return {number: _claim(columns) for number, *columns in rows}


def _claim(columns: Sequence[Any]) -> Claim:
    id, text, kind, spans, sentence, checkable, reason, speaker, quoted, pieces, antecedents, unresolved = columns
    return Claim(
        id=id,
        text=text,
        kind=ClaimKind(kind),
        spans=spans_from(json.loads(spans)),
        sentence=sentence,
        checkable=bool(checkable),
        reason=reason,
        speaker=speaker,
        quoted=quoted,
        pieces=pieces_from(pieces),
        antecedents=antecedents_from(antecedents),
        unresolved=tuple(json.loads(unresolved)),
    )


def _inconsistencies(connection: sqlite3.Connection, article: int) -> tuple[Inconsistency, ...]:
    rows = connection.execute(
        "SELECT code, first_start, first_end, second_start, second_end, first_value, second_value, message"
        " FROM inconsistencies WHERE article = ? ORDER BY position",
        [article],
    )
    return tuple(Inconsistency(code, Span(a, b), Span(c, d), *texts) for code, a, b, c, d, *texts in rows)
