"""Finding passages by their words and by their values, among the notes of a run and no others.

FTS5 says which passages hold a term; the scores are counted here, over the notes of the run alone, because FTS5's own
bm25() weighs a word by everything that the file holds, and then what a ledger saw last year would change today's order.
"""

from __future__ import annotations

from heapq import nsmallest
from math import log
from typing import TYPE_CHECKING

from factcheck.ledger.coding import to_json

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Sequence

K1, B = 1.2, 0.75  # BM25's usual values; a passage is a sentence, so a term counts once however often it stands there
CONTEXT_WEIGHT = 0.3  # of a term that stands in the note's title, the heading above, or the speaker's name only
KEPT_TERMS = 5_000


class Scope:
    """The passages of some notes, in an order that does not depend on when they were added."""

    def __init__(self, connection: sqlite3.Connection, notes: Collection[str], read_by: str) -> None:
        rows = connection.execute(
            "SELECT p.number, p.id, p.words FROM documents d JOIN passages p ON p.document = d.number"
            " WHERE d.sha256 IN (SELECT value FROM json_each(?)) AND d.read_by = ? ORDER BY d.sha256, p.number",
            [to_json(sorted(notes)), read_by],
        ).fetchall()
        self.ids: list[str] = [row[1] for row in rows]
        self._places: dict[int, int] = {row[0]: place for place, row in enumerate(rows)}
        average = sum(row[2] for row in rows) / len(rows) if rows else 1.0
        self._weights = [(K1 + 1) / (1 + K1 * (1 - B + B * row[2] / average)) for row in rows]
        self._hits: dict[str, list[int]] = {}

    def match(
        self, connection: sqlite3.Connection, terms: Iterable[Sequence[str]], limit: int
    ) -> list[tuple[str, float]]:
        """The best passages for the terms, with their BM25 scores; a term is a list of variants, of which any does."""
        sums: dict[int, float] = {}
        for variants in terms:
            for place, weight in self._term(connection, variants):
                sums[place] = sums.get(place, 0.0) + weight
        weights = self._weights
        best = nsmallest(limit, ((-total * weights[place], place) for place, total in sums.items()))
        return [(self.ids[place], -score) for score, place in best]

    def match_values(self, connection: sqlite3.Connection, keys: Iterable[str], limit: int) -> list[str]:
        """The passages that hold most of the keys, the rare ones counting more."""
        sums: dict[int, float] = {}
        for key in dict.fromkeys(keys):
            rows = connection.execute("SELECT passage FROM passage_values WHERE key = ?", [clean(key)])
            places = [self._places[number] for (number,) in rows if number in self._places]
            weight = self._rarity(len(places))
            for place in places:
                sums[place] = sums.get(place, 0.0) + weight
        best = nsmallest(limit, ((-total, place) for place, total in sums.items()))
        return [self.ids[place] for _score, place in best]

    def _term(self, connection: sqlite3.Connection, variants: Sequence[str]) -> Iterable[tuple[int, float]]:
        """Where the term stands, and what it counts there."""
        anything = " OR ".join(map(quoted, variants))
        if not anything:
            return
        inside = self._found(connection, f"{{text}} : ({anything})")
        around = self._found(connection, f"{{speaker title heading}} : ({anything})")
        seen = set(inside)
        weight = self._rarity(len(seen.union(around)))
        for place in inside:
            yield place, weight
        for place in around:
            if place not in seen:
                yield place, weight * CONTEXT_WEIGHT

    def _found(self, connection: sqlite3.Connection, query: str) -> list[int]:
        found = self._hits.get(query)
        if found is None:
            rows = connection.execute("SELECT rowid FROM passages_fts WHERE passages_fts MATCH ?", [query])
            places = self._places
            found = [places[number] for (number,) in rows if number in places]
            if len(self._hits) >= KEPT_TERMS:
                self._hits.clear()
            self._hits[query] = found
        return found

    def _rarity(self, passages: int) -> float:
        """BM25's weight of something that so many passages hold."""
        return log(1 + (len(self.ids) - passages + 0.5) / (passages + 0.5))


def count_passages(connection: sqlite3.Connection, notes: Collection[str], read_by: str) -> int:
    """How many passages the notes have in all."""
    row = connection.execute(
        "SELECT coalesce(sum(passages), 0) FROM documents"
        " WHERE sha256 IN (SELECT value FROM json_each(?)) AND read_by = ?",
        [to_json(sorted(notes)), read_by],
    ).fetchone()
    return int(row[0])


def quoted(text: str) -> str:
    """The text as an FTS5 string, in which nothing is an operator."""
    return '"' + clean(text).replace('"', '""') + '"'


def clean(text: str) -> str:
    """The text without what SQLite cannot take: the null character and lone surrogates."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
