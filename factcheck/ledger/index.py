"""Finding passages by their words and by their values, among the notes of a run and no others.

FTS5 says which passages hold a term; the scores are counted here, over the notes of the run alone, because FTS5's own
bm25() weighs a word by everything that the file holds, and then what a ledger saw last year would change today's order.
A passage is a sentence, so a term counts once in it, however often it stands there. Words of its neighbours, of the
heading above, of the note's title and of the speaker's name count a little: sentences say "he" and "the city".
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nsmallest
from math import log
from typing import TYPE_CHECKING

from factcheck.ledger.coding import to_json

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Sequence

# Measured on 211 sentences of news against 1,351 passages, by the right passage among the first ten:
K1, B = 0.9, 0.4  # BM25 as it is usual for short passages; five other pairs differ by one sentence at most
CONTEXT_WEIGHT = 0.3  # of a term that stands beside the passage only; 0 loses seven sentences, .1 three, .5 two
SHORTLIST = 4  # so many times the passages asked for are looked at with their context; looking at all gains nothing
KEPT_PLACES = 2_000_000  # how many places of terms are remembered; the claims of one article share most of their terms


@dataclass(frozen=True, slots=True)
class _Term:
    """Where a term stands: in which passages, in whose heading, title or speaker's name, and how much it tells."""

    inside: frozenset[int]
    above: frozenset[int]
    rarity: float


class Scope:
    """The passages of some notes, in an order that does not depend on when they were added."""

    def __init__(self, connection: sqlite3.Connection, notes: Collection[str], read_by: str) -> None:
        rows = connection.execute(
            "SELECT p.number, p.id, p.words, p.before <> '', p.after <> ''"
            " FROM documents d JOIN passages p ON p.document = d.number"
            " WHERE d.sha256 IN (SELECT value FROM json_each(?)) AND d.read_by = ? ORDER BY d.sha256, p.number",
            [to_json(sorted(notes)), read_by],
        ).fetchall()
        self.ids: list[str] = [row[1] for row in rows]
        self._places: dict[int, int] = {row[0]: place for place, row in enumerate(rows)}
        average = sum(row[2] for row in rows) / len(rows) if rows else 1.0
        self._weights = [(K1 + 1) / (1 + K1 * (1 - B + B * row[2] / average)) for row in rows]
        self._brings_before = [row[3] for row in rows]
        self._brings_after = [row[4] for row in rows]
        self._terms: dict[str, _Term] = {}
        self._kept = 0

    def match(
        self, connection: sqlite3.Connection, terms: Iterable[Sequence[str]], limit: int
    ) -> list[tuple[str, float]]:
        """The best passages for the terms, with their BM25 scores; a term is a list of variants, of which any does."""
        found = [self._term(connection, variants) for variants in terms]
        sums: dict[int, float] = {}
        for term in found:
            for place in term.inside:
                sums[place] = sums.get(place, 0.0) + term.rarity
        weights = self._weights
        likely = nsmallest(limit * SHORTLIST, ((-total * weights[place], place) for place, total in sums.items()))
        scored = ((-(sums[place] + self._context(found, place)) * weights[place], place) for _score, place in likely)
        return [(self.ids[place], -score) for score, place in nsmallest(limit, scored)]

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

    def _context(self, terms: Iterable[_Term], place: int) -> float:
        """What the terms count that stand beside the passage, not in it."""
        total = 0.0
        for term in terms:
            inside = term.inside
            if place not in inside and (
                place in term.above
                or (self._brings_before[place] and place - 1 in inside)
                or (self._brings_after[place] and place + 1 in inside)
            ):
                total += term.rarity
        return total * CONTEXT_WEIGHT

    def _term(self, connection: sqlite3.Connection, variants: Sequence[str]) -> _Term:
        """Where any of the variants stands."""
        query = " OR ".join(map(quoted, variants)) or '""'
        found = self._terms.get(query)
        if found is None:
            inside = self._found(connection, f"{{text}} : ({query})")
            above = self._found(connection, f"{{speaker title heading}} : ({query})")
            found = _Term(inside, above, self._rarity(len(inside)))
            self._keep(query, found)
        return found

    def _keep(self, query: str, term: _Term) -> None:
        self._kept += len(term.inside) + len(term.above)
        if self._kept > KEPT_PLACES:
            self._terms.clear()
            self._kept = 0
        self._terms[query] = term

    def _found(self, connection: sqlite3.Connection, query: str) -> frozenset[int]:
        rows = connection.execute("SELECT rowid FROM passages_fts WHERE passages_fts MATCH ?", [query])
        places = self._places
        return frozenset(places[number] for (number,) in rows if number in places)

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
