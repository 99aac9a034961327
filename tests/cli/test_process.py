"""The installed command in a process of its own: codes, streams, closed pipes, terminals."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

FACTCHECK = [sys.executable, "-c", "from factcheck.__main__ import run; run()"]
CHECK = [*FACTCHECK, "check", "draft.md", "-n", "notes"]

pytestmark = pytest.mark.usefixtures("desk")


def environment(**more: str) -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("FACTCHECK", "COLUMNS", "NO_COLOR"))
    }
    return {**kept, "TERM": "xterm", **more}


def on_a_terminal(command: list[str], **more: str) -> tuple[int, str]:
    """The exit code and what a terminal would get, standard output and standard error together."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(command, stdin=follower, stdout=follower, stderr=follower, env=environment(**more))
    os.close(follower)
    chunks = []
    while True:
        try:
            chunk = os.read(leader, 65536)
        except OSError:
            break
        if not chunk:
            break
        chunks.append(chunk)
    os.close(leader)
    return process.wait(), b"".join(chunks).decode()


def test_data_goes_to_standard_output_and_the_rest_to_standard_error() -> None:
    done = subprocess.run(CHECK, capture_output=True, text=True, env=environment(), check=False)
    assert done.returncode == 1
    assert all(line.startswith("draft.md:") for line in done.stdout.splitlines())
    assert done.stderr.startswith("1 refuted")
    assert "\x1b" not in done.stdout + done.stderr


def test_a_pipe_that_closes_early_is_no_error() -> None:
    Path("draft.md").write_text(
        "The bank is in Lisbon. Inflation fell to 41 percent in March.\n\n" * 400, encoding="utf-8"
    )
    shell = f'{sys.executable} -c "from factcheck.__main__ import run; run()" check draft.md -n notes'
    done = subprocess.run(
        ["bash", "-c", f'{shell} | head -1; exit "${{PIPESTATUS[0]}}"'],
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )
    assert done.stdout.count("\n") == 1
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "Broken" not in done.stderr


def test_a_terminal_gets_a_table_in_colour_unless_it_wants_none() -> None:
    code, shown = on_a_terminal(CHECK, COLUMNS="90")
    assert code == 1
    assert "verdict" in shown
    assert "\x1b[1;31mrefuted" in shown
    for plain in (
        on_a_terminal(CHECK, COLUMNS="90", NO_COLOR="1"),
        on_a_terminal([*CHECK, "--no-color"], COLUMNS="90"),
    ):
        assert plain[0] == 1
        assert "verdict" in plain[1]
        assert "\x1b[1;31m" not in plain[1]


def test_long_work_shows_progress_on_standard_error_alone() -> None:
    program = "import factcheck.cli.progress as p; p.PATIENCE = 0; from factcheck.__main__ import run; run()"
    command = f"{sys.executable} -c '{program}' check draft.md -n notes"
    _, shown = on_a_terminal(["bash", "-c", f"{command} > out.txt"], COLUMNS="80")
    assert "judging claims" in shown
    assert Path("out.txt").read_text(encoding="utf-8").startswith("draft.md:1:19: FC201")
    _, shown = on_a_terminal(["bash", "-c", f"{command} --no-ledger --quiet > out.txt"], COLUMNS="80")
    assert shown == ""


def test_an_encoding_without_curly_quotes_is_no_error() -> None:
    done = subprocess.run(
        [*CHECK, "--format", "table"], capture_output=True, env=environment(PYTHONIOENCODING="ascii"), check=False
    )
    assert done.returncode == 1
    assert b"refuted" in done.stdout


def test_hash_seeds_change_nothing() -> None:
    command = [*CHECK, "--no-ledger", "--format", "json"]
    answers = {
        subprocess.run(command, capture_output=True, env=environment(PYTHONHASHSEED=seed), check=False).stdout
        for seed in ("1", "2")
    }
    assert len(answers) == 1


@pytest.mark.parametrize(("redirection", "code"), [("2>&-", 1), (">&-", 1), (">/dev/full", 2)])
def test_a_stream_that_takes_nothing_is_no_crash(redirection: str, code: int) -> None:
    shell = f'{sys.executable} -c "from factcheck.__main__ import run; run()" check draft.md -n notes {redirection}'
    done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, env=environment(), check=False)
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert ("draft.md:1:1" in done.stdout) == (redirection == "2>&-")
