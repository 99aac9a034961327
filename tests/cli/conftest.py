from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

if TYPE_CHECKING:
    from collections.abc import Callable

DRAFT = """Inflation fell to 41 percent in March.

The bank is in Lisbon. What comes next?
"""
NOTES = {
    "economy.md": "# Economy\n\nInflation fell to 4.1 percent in March.\n",
    "bank.txt": "The bank has its seat in Lisbon. The bank is in Lisbon.\n",
}
SCHEMA = Path(__file__).parents[2] / "docs" / "json-v1.schema.json"

Outcome = tuple[int, str, str]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a draft, one of whose claims is wrong, and two notes."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "notes").mkdir()
    for name, text in NOTES.items():
        (tmp_path / "notes" / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def factcheck() -> Callable[..., Outcome]:
    """Runs a command in this process; returns its exit code, standard output and standard error."""
    from factcheck.cli.main import app

    def run(*arguments: str, stdin: str | None = None, **environ: str) -> Outcome:
        result = CliRunner().invoke(app, list(arguments), input=stdin, env=environ)
        return result.exit_code, result.stdout, result.stderr

    return run


@pytest.fixture(scope="session")
def parsed() -> Callable[[str], dict[str, Any]]:
    """JSON output, validated against the published schema."""
    validator = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))

    def parse(text: str) -> dict[str, Any]:
        value: dict[str, Any] = json.loads(text)
        validator.validate(value)
        return value

    return parse
