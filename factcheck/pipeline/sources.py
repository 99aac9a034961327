"""What a run is about, known before anything is parsed: paths, content hashes, and what cannot be used."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck import readers
from factcheck.config import Settings
from factcheck.errors import ReadError
from factcheck.language import Parser
from factcheck.model import Document, Unreadable
from factcheck.version import __version__

if TYPE_CHECKING:
    from factcheck.ledger import Ledger

RUN_ID_DIGITS = 12
OWN_TEXT = "the note is the article itself, and a draft does not support itself"
NO_FILE = "no file is behind this name"
TOO_LONG = "a table of {:,} rows is too long to look figures up in; its rows are only read one by one, as text"


@dataclass(frozen=True)
class Sources:
    """The articles and notes of a run, each path with its content hash, and the notes that cannot be used."""

    articles: dict[str, str]
    notes: dict[str, str]
    unreadable: tuple[Unreadable, ...]


def sources_of(articles: Sequence[str], notes: Sequence[str], documents: dict[str, Document]) -> Sources:
    """What stands behind the names; `documents` are articles that were already read (standard input comes once)."""
    for path in articles:
        _check_name(path)
    hashes = {path: documents[path].sha256 if path in documents else readers.fingerprint(path) for path in articles}
    own = {documents[path].sha256 if path in documents else readers.content_hash(path) for path in articles}
    found: dict[str, str] = {}
    behind = {name: readers.sources([name]) for name in notes}
    unreadable = [Unreadable(name, "FC901", NO_FILE) for name, paths in behind.items() if not paths]
    for path in dict.fromkeys(path for paths in behind.values() for path in paths):
        try:
            _check_name(path)
            if readers.content_hash(path) in own:
                unreadable.append(Unreadable(path, "FC905", OWN_TEXT))
            else:
                found[path] = readers.fingerprint(path)
        except ReadError as error:
            unreadable.append(Unreadable(error.path, "FC901", error.reason))
    return Sources(hashes, found, tuple(unreadable))


def _check_name(path: str) -> None:
    """A name that is not Unicode can be opened, but neither kept nor printed."""
    try:
        path.encode()
    except UnicodeEncodeError:
        printable = path.encode("utf-8", "replace").decode()
        raise ReadError(printable, "has a name that is not valid Unicode; rename the file") from None


def remembered_notes(ledger: Ledger) -> list[str]:
    """The notes of the last run or, before the first, all that the ledger knows."""
    return ledger.last_notes() or [note.path for note in ledger.notes()]


def run_id_of(sources: Sources, settings: Settings) -> str:
    """The run's id: a digest of all that can change its outcome, so the same inputs find their run again."""
    record = {
        "version": __version__,
        "model": Parser(settings.language_model).version,
        "settings": dict(settings.result_settings()),
        "articles": sources.articles,
        "notes": dict(sorted(sources.notes.items())),
        "unreadable": sorted((item.path, item.reason) for item in sources.unreadable),
    }
    text = json.dumps(record, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:RUN_ID_DIGITS]


def too_long(notes: Mapping[str, str], ledger: Ledger) -> list[Unreadable]:
    """The notes that are used only in part: a table with too many rows is not read as a table."""
    rows = ledger.long_tables(set(notes.values()))
    return [Unreadable(path, "FC902", TOO_LONG.format(rows[sha])) for path, sha in notes.items() if sha in rows]
