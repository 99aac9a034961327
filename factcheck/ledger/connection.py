"""Opening claims.db: where it lies, whether it may be written, and what to say when it cannot be used.

A file that does not exist yet is created by the first write; until then an empty ledger in memory answers.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING

from factcheck.errors import LedgerError
from factcheck.ledger import schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BUSY_SECONDS = 5.0
ELSEWHERE = "name another file with --db, or use --no-ledger"


class Store:
    """One ledger's connection: `reading` and `writing` give it, and turn what SQLite says into a `LedgerError`."""

    def __init__(self, path: Path | None, wait: float = BUSY_SECONDS) -> None:
        self.path = path
        self.wait = wait
        self._writable = path is None
        with self._explained():
            self._connection = self._open_file(path) if path is not None and _has_content(path) else _in_memory()

    def close(self) -> None:
        """Close the file; what stands in the write-ahead log moves into it, and the log goes."""
        self._connection.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, to read from."""
        with self._explained():
            yield self._connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The connection inside one transaction, which is kept if all goes well and undone if anything fails."""
        with self._explained():
            if not self._writable:
                self._make_writable()
            with _transaction(self._connection):
                yield self._connection

    def _open_file(self, path: Path) -> sqlite3.Connection:
        if not _may_write(path):
            return self._checked(_connect(_uri(path, _reading_mode(path)), self.wait))
        connection = self._checked(_connect(_uri(path, "mode=rw"), self.wait))
        self._writable = True
        return connection

    def _checked(self, connection: sqlite3.Connection) -> sqlite3.Connection:
        """The connection, if what it leads to is a ledger of this version, or can be made one."""
        try:
            problem = self._problem(connection)
            if problem is not None:
                raise LedgerError(f"{self.path}: {problem}")
        except BaseException:
            connection.close()
            raise
        return connection

    def _problem(self, connection: sqlite3.Connection) -> str | None:
        """Why the file cannot be used; an older ledger is upgraded."""
        version = schema.version_of(connection)
        if not schema.is_ledger(connection):
            return f"is a database of another program; {ELSEWHERE}"
        if version > len(schema.STEPS):
            return f"was written by a newer factcheck (schema {version}); upgrade factcheck, or {ELSEWHERE}"
        return self._upgrade(connection) if version < len(schema.STEPS) else None

    def _upgrade(self, connection: sqlite3.Connection) -> str | None:
        if self.path is None or not _may_write(self.path):
            return f"was written by an older factcheck and cannot be upgraded, it is read-only; {ELSEWHERE}"
        connection.execute("PRAGMA journal_mode = WAL")
        with _transaction(connection):
            schema.migrate(connection)
        return None

    def _make_writable(self) -> None:
        """Create the file, unless it is there and may not be written."""
        path = self.path
        if path is None:
            return
        if not path.parent.is_dir():
            raise LedgerError(f"{path}: there is no folder {path.parent}; create it, or {ELSEWHERE}")
        if not _may_write(path):
            raise LedgerError(f"{path}: is read-only, and something has to be written; {ELSEWHERE}")
        connection = self._checked(_connect(_uri(path, "mode=rwc"), self.wait))
        self._connection.close()
        self._connection = connection
        self._writable = True

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except UnicodeEncodeError as error:
            raise LedgerError(
                f"{self.path or 'ledger'}: cannot keep a name or text that is not valid Unicode"
            ) from error
        except sqlite3.DatabaseError as error:
            raise LedgerError(f"{self.path or 'ledger'}: {_explanation(error, self.wait)}") from error


def _explanation(error: sqlite3.DatabaseError, wait: float) -> str:
    """What the user can do about what SQLite said."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return f"is locked by another process (waited {wait:g} s); try again when it has finished, or {ELSEWHERE}"
    if name.startswith("SQLITE_NOTADB"):
        return f"is not a SQLite database; {ELSEWHERE}"
    if name.startswith("SQLITE_CORRUPT"):
        return f"is damaged ({error}); restore it from a copy, or {ELSEWHERE}"
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return f"cannot be opened or written ({error}); {ELSEWHERE}"
    return f"{error}; {ELSEWHERE}"


def _has_content(path: Path) -> bool:
    """Whether there is a file with something in it; what is no file is refused."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise LedgerError(f"{path}: {error.strerror}; {ELSEWHERE}") from error
    if stat.S_ISDIR(found.st_mode):
        raise LedgerError(f"{path}: is a folder; name a file in it, such as {(path / 'claims.db').as_posix()}")
    if not stat.S_ISREG(found.st_mode):
        raise LedgerError(f"{path}: is not a file on a disk; {ELSEWHERE}")
    return found.st_size > 0


def _may_write(path: Path) -> bool:
    """Whether the file and, for the log beside it, its folder can be written."""
    real = path.resolve()
    return os.access(real.parent, os.W_OK) and (not real.exists() or os.access(real, os.W_OK))


def _reading_mode(path: Path) -> str:
    """Immutable, unless a log holds writes that the file does not have yet."""
    log = path.with_name(path.name + "-wal")
    return "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"


def _uri(path: Path, mode: str) -> str:
    return f"{path.absolute().as_uri()}?{mode}"


def _in_memory() -> sqlite3.Connection:
    connection = _connect(":memory:", 0)
    schema.migrate(connection)
    return connection


def _connect(target: str, wait: float) -> sqlite3.Connection:
    connection = sqlite3.connect(target, timeout=wait, isolation_level=None, uri=True)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
