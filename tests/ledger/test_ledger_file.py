"""The file itself: where it may lie, who else may hold it, and that nothing changes it but news."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import traceback
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest
import sqlite_utils
from ledger_samples import TRADE, document, passages, run_on

from factcheck.errors import LedgerError
from factcheck.ledger import notes, open_ledger, schema
from factcheck.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NOTE = document("notes/trade.txt", TRADE)
PASSAGES = passages(NOTE)
OTHER = document("notes/other.txt", "Nothing new.")
RUN = run_on(PASSAGES[:2])
NOBODY = 65534

HOLD_THE_LOCK = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
time.sleep(float(sys.argv[2]))
connection.execute("COMMIT")
"""

ADD_A_NOTE = """
import sys
from factcheck.ledger import open_ledger
from factcheck.model import Document
with open_ledger(sys.argv[1], wait=60) as ledger:
    ledger.add_note(Document(sys.argv[2], "x", (), sys.argv[2], "text/plain"), [])
"""

DIE_WHILE_WRITING = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.executemany("INSERT INTO runs (id, version) VALUES (?, '')", [(str(i) * 999,) for i in range(500)])
os._exit(9)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with one note and one run."""
    return filled(tmp_path / "claims.db")


def filled(path: Path) -> Path:
    with open_ledger(path) as ledger:
        ledger.add_note(NOTE, PASSAGES, {PASSAGES[0].id: ["118.4"]})
        ledger.record(RUN, ["notes/"])
    return path


@contextmanager
def locked(path: Path, seconds: float) -> Iterator[None]:
    """Another process that is writing."""
    command = [sys.executable, "-c", HOLD_THE_LOCK, str(path), str(seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        try:
            yield
        finally:
            other.terminate()


def without_rights(work: Callable[[], None]) -> None:
    """Do the work as a user who may not write what is read-only; root may, so root does it as nobody, in a fork."""
    if os.geteuid() != 0:
        work()
        return
    child = os.fork()
    if child == 0:
        try:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            work()
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.fixture
def sealed(tmp_path: Path) -> Iterator[Path]:
    """A ledger in a read-only folder."""
    folder = tmp_path / "sealed"
    folder.mkdir()
    filled(folder / "claims.db").chmod(0o444)
    opened = [parent for parent in folder.parents if parent.stat().st_uid == os.geteuid() and parent != parent.parent]
    modes = {parent: parent.stat().st_mode for parent in opened}
    for parent in opened:
        parent.chmod(modes[parent] | 0o055)
    folder.chmod(0o555)
    yield folder / "claims.db"
    folder.chmod(0o755)
    for parent, mode in modes.items():
        parent.chmod(mode)


# --- news, and no news ---------------------------------------------------------------------------


def test_the_file_is_made_by_the_first_write(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with open_ledger(path) as ledger:
        assert ledger.notes() == []
        assert ledger.find_run("run") is None
        assert ledger.match([["exports"]], [NOTE.sha256], 5) == []
        assert not path.exists()
        ledger.add_note(NOTE, PASSAGES)
        assert path.exists()
        assert ledger.knows(NOTE.sha256, NOTE.path)


def test_an_empty_file_is_an_empty_ledger(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    path.touch()
    with open_ledger(path) as ledger:
        assert ledger.notes() == []
    assert path.read_bytes() == b""
    assert filled(path).stat().st_size > 0


def test_the_same_again_changes_no_byte_and_leaves_nothing_beside(path: Path) -> None:
    before = path.read_bytes()
    filled(path)
    with open_ledger(path) as ledger:
        assert ledger.find_run(RUN.id) == RUN
        ledger.match([["exports"]], [NOTE.sha256], 5)
        ledger.keep_analyses({}, "model")
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["claims.db"]


def test_the_same_inputs_make_the_same_bytes(tmp_path: Path) -> None:
    assert filled(tmp_path / "a.db").read_bytes() == filled(tmp_path / "b.db").read_bytes()


# --- schema --------------------------------------------------------------------------------------


@pytest.mark.parametrize("steps", range(1, len(schema.STEPS)))
def test_an_older_ledger_is_upgraded(tmp_path: Path, steps: int) -> None:
    path = tmp_path / "claims.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        schema.migrate(connection, steps)
    assert filled(path)
    with closing(sqlite3.connect(path)) as connection:
        assert schema.version_of(connection) == len(schema.STEPS)
    with open_ledger(path) as ledger:
        assert ledger.find_run(RUN.id) == RUN


def test_an_upgrade_keeps_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        schema.migrate(connection, 2)
        notes.add_note(connection, NOTE, PASSAGES, {}, __version__)
    with open_ledger(path) as ledger:
        assert ledger.note_document(NOTE.sha256) == NOTE
        assert ledger.passages([PASSAGES[3].id]) == [PASSAGES[3]]


def test_an_upgraded_ledger_is_laid_out_like_a_new_one(tmp_path: Path, path: Path) -> None:
    old = tmp_path / "old.db"
    with closing(sqlite3.connect(old, isolation_level=None)) as connection:
        schema.migrate(connection, 1)
    with sqlite_utils.Database(filled(old)) as upgraded, sqlite_utils.Database(path) as new:
        assert upgraded.schema == new.schema


# --- what cannot be used -------------------------------------------------------------------------


def refused(path: Path) -> str:
    """The message with which the ledger is refused: one line that begins with the path."""
    with pytest.raises(LedgerError) as caught, open_ledger(path, wait=0.1) as ledger:
        ledger.add_note(OTHER, passages(OTHER))
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    return message


def test_a_folder(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path)


def test_what_is_not_a_file_on_a_disk(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "is not a file" in refused(tmp_path / "pipe")


def test_a_place_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert "there is no folder" in refused(tmp_path / "missing" / "claims.db")


def test_a_file_that_is_not_a_database(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    path.write_text("Dear diary, " * 1000)
    assert "is not a SQLite database" in refused(path)
    assert path.read_text() == "Dear diary, " * 1000


def test_another_programs_database(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE visits (url)")
    before = path.read_bytes()
    assert "another program" in refused(path)
    assert path.read_bytes() == before


def test_a_ledger_of_a_newer_factcheck(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(schema.STEPS) + 1}")
    assert "newer factcheck" in refused(path)


def test_a_damaged_file(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    assert "is damaged" in refused(path)


def test_a_path_below_a_file(path: Path) -> None:
    assert refused(path / "claims.db")


# --- other processes -----------------------------------------------------------------------------


def test_while_another_process_writes_reading_works_and_writing_is_refused(path: Path) -> None:
    with locked(path, seconds=60):
        assert "is locked by another process" in refused(path)
        with open_ledger(path) as ledger:
            assert ledger.find_run(RUN.id) == RUN


def test_a_short_lock_is_waited_for(path: Path) -> None:
    with locked(path, seconds=0.2), open_ledger(path, wait=60) as ledger:
        ledger.add_note(OTHER, passages(OTHER))
        assert ledger.knows(OTHER.sha256, OTHER.path)


def test_a_process_that_dies_while_writing_leaves_nothing(path: Path) -> None:
    command = [sys.executable, "-c", DIE_WHILE_WRITING, str(path)]
    assert subprocess.run(command, check=False).returncode == 9
    with open_ledger(path) as ledger:
        assert ledger.last_run() == RUN.id
        ledger.add_note(OTHER, passages(OTHER))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_processes_that_make_the_ledger_at_the_same_time(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    command = [sys.executable, "-c", ADD_A_NOTE, str(path)]
    started = [subprocess.Popen([*command, f"{i}.txt"]) for i in range(4)]
    assert [process.wait() for process in started] == [0, 0, 0, 0]
    with open_ledger(path) as ledger:
        assert [row.path for row in ledger.notes()] == ["0.txt", "1.txt", "2.txt", "3.txt"]


def test_two_ledgers_of_one_file_see_each_others_notes(path: Path) -> None:
    with open_ledger(path) as one, open_ledger(path) as two:
        one.add_note(OTHER, passages(OTHER))
        assert two.knows(OTHER.sha256, OTHER.path)
        two.add_note(OTHER, passages(OTHER))
        assert one.count_passages([OTHER.sha256]) == 1


# --- read-only -----------------------------------------------------------------------------------


def test_a_read_only_ledger_is_read(sealed: Path) -> None:
    def work() -> None:
        with open_ledger(sealed) as ledger:
            assert ledger.find_run(RUN.id) == RUN
            assert ledger.match([["exports"]], [NOTE.sha256], 5)
            ledger.record(RUN)
            ledger.add_note(NOTE, PASSAGES)
        assert [file.name for file in sealed.parent.iterdir()] == ["claims.db"]

    without_rights(work)


def test_news_for_a_read_only_ledger_is_refused(sealed: Path) -> None:
    without_rights(lambda: _is_in("is read-only", refused(sealed)))


def test_a_new_ledger_in_a_read_only_folder_is_refused(sealed: Path) -> None:
    without_rights(lambda: _is_in("is read-only", refused(sealed.with_name("new.db"))))


def test_a_read_only_ledger_of_an_older_factcheck_is_refused(sealed: Path) -> None:
    sealed.parent.chmod(0o755)
    sealed.unlink()
    with closing(sqlite3.connect(sealed, isolation_level=None)) as connection:
        schema.migrate(connection, 2)
    sealed.chmod(0o444)
    sealed.parent.chmod(0o555)
    without_rights(lambda: _is_in("older factcheck", refused(sealed)))


def _is_in(words: str, message: str) -> None:
    assert words in message
