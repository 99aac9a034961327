"""Help: light, readable at 80 columns, with an example for each command, and the same in the documentation."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from factcheck.cli.main import app
from factcheck.model import ClaimKind, Label
from factcheck.version import __version__

DOCS = Path(__file__).parents[2] / "docs"
HEAVY = ("spacy", "thinc", "numpy", "requests", "sqlite_utils", "trafilatura", "rich", "sqlite3", "dateutil")


def commands(command: Any = None, words: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    command = command or get_command(app)
    yield words
    for name, child in getattr(command, "commands", {}).items():
        yield from commands(child, (*words, name))


ALL = list(commands())


def test_the_commands_are_those_of_the_plan_in_the_order_of_the_work() -> None:
    root: Any = get_command(app)
    assert root.list_commands(None) == ["extract", "verify", "check", "show", "notes", "rule", "config", "eval"]
    assert {("notes", "add"), ("notes", "list"), ("notes", "search"), ("config", "show")} <= set(ALL)


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_help_reads_well(words: tuple[str, ...]) -> None:
    result = CliRunner().invoke(app, [*words, "--help"], env={"COLUMNS": "80"})
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert "<str>" not in result.stdout
    assert "<list" not in result.stdout
    assert max(map(len, lines)) <= 80
    assert "Example" in result.stdout
    assert f"    factcheck {' '.join(words)}".rstrip() in result.stdout or words in ((), ("notes",), ("config", "show"))
    assert "..." not in "".join(line for line in lines if "Usage:" not in line and not line.startswith("    {"))


def test_the_help_names_every_label_and_kind() -> None:
    out = CliRunner().invoke(app, ["check", "--help"], env={"COLUMNS": "100"}).stdout
    words = "".join(out.split())  # a name may be broken at its hyphen
    assert not [name for name in (*Label, *ClaimKind) if f"{name}," not in words and f"{name}." not in words]


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_no_command_is_undocumented(words: tuple[str, ...]) -> None:
    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    assert not words or f"`factcheck {' '.join(words)}`" in page


def test_the_generated_pages_are_current() -> None:
    done = subprocess.run(
        [sys.executable, str(DOCS / "generate.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "--help"], ["rule", "FC201"]], ids=" ".join)
def test_help_and_version_import_nothing_heavy(arguments: list[str]) -> None:
    program = f"import sys; sys.argv[1:] = {arguments!r}; from factcheck.__main__ import run\ntry: run()\nfinally: "
    program += "print(*sorted(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(done.stderr.split())
    assert not loaded & set(HEAVY)
    assert done.stdout


def test_the_version_is_told() -> None:
    assert CliRunner().invoke(app, ["--version"]).stdout == f"factcheck {__version__}\n"


def test_without_a_command_the_help_is_shown() -> None:
    result = CliRunner().invoke(app, [])
    assert result.exit_code == 2
    assert "Usage:" in result.output


def test_a_misspelt_command_is_wrong_use_and_finds_the_right_one() -> None:
    result = CliRunner().invoke(app, ["chek", "draft.md"])
    assert result.exit_code == 2
    assert "check" in result.stderr


def test_an_unknown_option_is_wrong_use() -> None:
    assert CliRunner().invoke(app, ["check", "draft.md", "--colour"]).exit_code == 2
    assert CliRunner().invoke(app, ["check"]).exit_code == 2
