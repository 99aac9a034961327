"""Parsed passages, kept so that a sentence is parsed once: columns of words and numbers as JSON, deflated."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

from factcheck.ledger.coding import to_json
from factcheck.model import Analysis, Token

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping


def encode(analysis: Analysis) -> bytes:
    """The analysis as bytes; what follows from the text (a word, its number, a lemma like its word) is left out."""
    text, tokens = analysis.text, analysis.tokens
    ends = [0, *(t.end for t in tokens)]
    columns = [
        text,
        None if all(i == t.i for i, t in enumerate(tokens)) else [t.i for t in tokens],
        [t.start - end for t, end in zip(tokens, ends, strict=False)],
        [t.end - t.start for t in tokens],
        [None if t.text == text[t.start : t.end] else t.text for t in tokens],
        [None if t.lemma == t.text.lower() else t.lemma for t in tokens],
        [t.pos for t in tokens],
        [t.tag for t in tokens],
        [t.morph for t in tokens],
        [t.dep for t in tokens],
        [t.head for t in tokens],
    ]
    return zlib.compress(to_json(columns).encode(), 9)


def decode(data: bytes) -> Analysis:
    """The analysis that `encode` wrote."""
    text, numbers, gaps, lengths, words, lemmas, *others, heads = json.loads(zlib.decompress(data))
    tokens = []
    end = 0
    columns = zip(numbers or range(len(gaps)), gaps, lengths, words, lemmas, *others, heads, strict=True)
    for i, gap, length, given, lemma, pos, tag, morph, dep, head in columns:
        start = end + gap
        end = start + length
        word = text[start:end] if given is None else given
        tokens.append(Token(i, word, word.lower() if lemma is None else lemma, pos, tag, morph, dep, head, start, end))
    return Analysis(text, tuple(tokens))


def load_analyses(connection: sqlite3.Connection, ids: Iterable[str], model: str, read_by: str) -> dict[str, Analysis]:
    """The analyses of these passages by that model, as far as they are kept."""
    rows = connection.execute(
        "SELECT p.id, a.analysis FROM passages p JOIN documents d ON d.number = p.document"
        " JOIN analyses a ON a.passage = p.number"
        " WHERE p.id IN (SELECT value FROM json_each(?)) AND d.read_by = ? AND a.model = ?",
        [to_json(list(ids)), read_by, model],
    )
    return {id: decode(data) for id, data in rows}


def keep_analyses(connection: sqlite3.Connection, analyses: Mapping[str, Analysis], model: str, read_by: str) -> None:
    """Keep the analyses of passages; one that is kept already stays."""
    connection.executemany(
        "INSERT OR IGNORE INTO analyses (passage, model, analysis)"
        " SELECT p.number, ?, ? FROM passages p JOIN documents d ON d.number = p.document"
        " WHERE p.id = ? AND d.read_by = ?",
        [(model, encode(analysis), id, read_by) for id, analysis in analyses.items()],
    )
