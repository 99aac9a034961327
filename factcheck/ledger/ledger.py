"""The ledger as the other rooms see it: notes and their index, kept analyses, runs, and what earlier runs said."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.ledger import analyses, history, index, notes, passages, rebuild, runs, vocabulary
from factcheck.ledger.connection import BUSY_SECONDS, Store
from factcheck.version import __version__

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from types import TracebackType
    from typing import Self

    from factcheck.ledger.history import ArticleRow, HistoryRow
    from factcheck.ledger.notes import NoteRow
    from factcheck.model import Analysis, Document, Passage, Run


def open_ledger(path: str | Path | None, *, wait: float = BUSY_SECONDS, version: str = __version__) -> Ledger:
    """Open the ledger at `path`, or one in memory for None.

    The file is created when something is first written. `wait` is how many seconds to wait for another process that
    writes. A note that another `version` of factcheck has read is read again. What cannot be used is a `LedgerError`.
    """
    return Ledger(Store(None if path is None else Path(path), wait), version)


class Ledger:
    """The claims database; a context manager that closes it.

    Notes are named by the SHA-256 of their bytes; what a search finds depends on the named notes only, never on what
    else the ledger holds.
    """

    def __init__(self, store: Store, version: str) -> None:
        self._store = store
        self._version = version
        self._scopes: dict[frozenset[str], index.Scope] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    # --- notes -----------------------------------------------------------------------------------

    def knows(self, sha256: str, path: str) -> bool:
        """Whether that path is known to hold that content, so that it need not be read again."""
        with self._store.reading() as connection:
            return notes.knows(connection, sha256, path, self._version)

    def add_note(
        self, document: Document, passages: Sequence[Passage], keys: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        """Keep a note, its passages and, by passage id, the keys of their values; known content gets one more path."""
        if self.knows(document.sha256, document.path):
            return
        with self._store.writing() as connection:
            notes.add_note(connection, document, passages, keys or {}, self._version)
        self._scopes.clear()

    def notes(self) -> list[NoteRow]:
        """Every note that the ledger knows, by path."""
        with self._store.reading() as connection:
            return notes.list_notes(connection)

    def note_document(self, sha256: str) -> Document:
        """The note with that content; a content that is not known is a `LedgerError`."""
        with self._store.reading() as connection:
            return notes.note_document(connection, sha256, self._version)

    # --- passages and index ----------------------------------------------------------------------

    def passages(self, ids: Sequence[str], paths: Mapping[str, str] | None = None) -> list[Passage]:
        """The passages in the order asked; an id that is not known is left out.

        `paths` gives the path that each content hash goes by in this run; without it, the first of its known paths.
        """
        with self._store.reading() as connection:
            found = passages.load_passages(connection, ids, self._version, paths)
        return [found[id] for id in ids if id in found]

    def table_rows(self, passage: Passage, paths: Mapping[str, str] | None = None) -> tuple[Passage, ...]:
        """All the rows of the table that a passage is a row of, with its header; none for prose and huge tables."""
        if not passage.cells:
            return ()
        with self._store.reading() as connection:
            return passages.load_table(connection, passage.id, self._version, paths)

    def turns(self, notes: Collection[str]) -> dict[str, frozenset[str]]:
        """Those who speak in each of these notes, by content hash; a note without turns is left out."""
        with self._store.reading() as connection:
            return passages.load_turns(connection, self._version, notes)

    def long_tables(self, notes: Collection[str]) -> dict[str, int]:
        """The notes, by content hash, with a table too long to be read as one, and how many rows it has."""
        with self._store.reading() as connection:
            return passages.load_long_tables(connection, self._version, notes)

    def count_passages(self, notes: Collection[str]) -> int:
        """How many passages these notes have in all."""
        with self._store.reading() as connection:
            return index.count_passages(connection, notes, self._version)

    def vocabulary(self, notes: Collection[str]) -> dict[str, int]:
        """The words of these notes as `factcheck.ledger.words` cuts them, and how many passages hold each."""
        with self._store.reading() as connection:
            return vocabulary.vocabulary(connection, notes, self._version)

    def match(self, terms: Sequence[Sequence[str]], notes: Collection[str], limit: int) -> list[tuple[str, float]]:
        """The passages of these notes that the terms find, best first, with their BM25 scores.

        A term is a list of variants, any of which will do; any text is a safe variant.
        """
        with self._store.reading() as connection:
            return self._scope(notes).match(connection, terms, limit)

    def match_values(self, keys: Iterable[str], notes: Collection[str], limit: int) -> list[str]:
        """The passages of these notes that hold the values with these keys, best first."""
        with self._store.reading() as connection:
            return self._scope(notes).match_values(connection, keys, limit)

    def _scope(self, notes: Collection[str]) -> index.Scope:
        wanted = frozenset(notes)
        scope = self._scopes.get(wanted)
        if scope is None:
            with self._store.reading() as connection:
                scope = index.Scope(connection, wanted, self._version)
            self._scopes.clear()
            self._scopes[wanted] = scope
        return scope

    # --- analyses --------------------------------------------------------------------------------

    def analyses(self, passage_ids: Iterable[str], model: str) -> dict[str, Analysis]:
        """The kept analyses of these passages by that model; what was not kept is left out."""
        with self._store.reading() as connection:
            return analyses.load_analyses(connection, passage_ids, model, self._version)

    def keep_analyses(self, found: Mapping[str, Analysis], model: str) -> None:
        """Keep the analyses of passages, by passage id."""
        known = self.analyses(found, model)
        new = {id: analysis for id, analysis in found.items() if id not in known}
        if new:
            with self._store.writing() as connection:
                analyses.keep_analyses(connection, new, model, self._version)

    # --- runs ------------------------------------------------------------------------------------

    def find_run(self, run_id: str) -> Run | None:
        """The run with that id, equal to what was recorded."""
        with self._store.reading() as connection:
            return rebuild.find_run(connection, run_id)

    def record(self, run: Run, note_arguments: Iterable[str] = ()) -> None:
        """Append the run, unless it is there; `note_arguments` are its notes as the user named them."""
        with self._store.reading() as connection:
            known = runs.has_run(connection, run.id)
        if not known:
            with self._store.writing() as connection:
                runs.record(connection, run, note_arguments, self._version)

    def last_run(self) -> str | None:
        """The id of the run that was recorded last."""
        with self._store.reading() as connection:
            return history.last_run(connection)

    def last_notes(self) -> list[str]:
        """The notes of the last run, as the user named them."""
        with self._store.reading() as connection:
            return history.last_notes(connection)

    def articles(self) -> list[ArticleRow]:
        """Every article that a run has looked at, by path."""
        with self._store.reading() as connection:
            return history.list_articles(connection)

    def claim_history(self, claim_id: str) -> list[HistoryRow]:
        """What each run said of the claim, the latest first."""
        with self._store.reading() as connection:
            return history.claim_history(connection, claim_id)

    def find_claims(self, prefix: str) -> list[HistoryRow]:
        """The claims whose id begins with `prefix`, each with its latest verdict, the latest run first."""
        with self._store.reading() as connection:
            return history.find_claims(connection, prefix)
