"""`factcheck rule` and `factcheck config show`, and how an error leaves the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck.cli.main import app
from factcheck.config import ENTRIES
from factcheck.rules import RULES


def factcheck(*arguments: str, **environ: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(arguments), env=environ)
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_rule_is_explained_with_wrong_right_and_limits() -> None:
    code, out, _ = factcheck("rule", "fc201")
    assert code == 0
    assert out.startswith("FC201 number")
    for words in ("The note says:", "Wrong:", "Right:", "Limits:", "41 percent"):
        assert words in out


def test_every_rule_is_listed_and_has_a_page() -> None:
    code, out, _ = factcheck("rule")
    assert code == 0
    for name in RULES:
        assert name in out
        assert factcheck("rule", name)[1].startswith(name)


def test_the_beginning_of_codes_lists_a_family() -> None:
    code, out, _ = factcheck("rule", "FC2")
    assert code == 0
    assert "FC201" in out
    assert "FC301" not in out


def test_an_unknown_rule_is_an_error_of_one_line() -> None:
    code, out, err = factcheck("rule", "FC999")
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert "FC999" in err


def test_config_show_tells_each_value_and_its_origin() -> None:
    Path("factcheck.toml").write_text('notes = ["notes/"]', encoding="utf-8")
    code, out, _ = factcheck("config", "show", FACTCHECK_DB="desk.db")
    rows = {line.split()[0]: line for line in out.splitlines()}
    assert code == 0
    assert list(rows) == list(ENTRIES)
    assert rows["db"].split()[1:] == ["desk.db", "FACTCHECK_DB"]
    assert rows["notes"].split()[1:] == ["notes/", "factcheck.toml"]
    assert rows["fail_on"].split()[1:] == ["refuted,", "conflicting", "default"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "draft.md", "--fail-on", "FC299"],
        ["check", "draft.md", "--only", "refutted"],
        ["check", "draft.md", "--kind", "numbers"],
        ["check", "draft.md", "--format", "yaml"],
        ["check", "draft.md", "--date", "yesterday"],
        ["check", "draft.md", "--min-confidence", "2"],
        ["verify", "--no-ledger"],
        ["extract", "draft.md", "--coverage", "--format", "json"],
        ["show", ""],
    ],
    ids=" ".join,
)
def test_a_wrong_value_is_one_line_and_exit_code_2(arguments: list[str]) -> None:
    Path("draft.md").write_text("The fund paid 40 grants.", encoding="utf-8")
    code, out, err = factcheck(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("error: ")
    assert err.count("\n") == 1


def test_an_internal_error_is_never_exit_code_1(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the\nsky \x1b[31mfell")

    monkeypatch.setattr("factcheck.reports.rules.page", fail)
    code, out, err = factcheck("rule", "FC201")
    assert (code, out) == (2, "")
    assert err.startswith("error: internal error (RuntimeError: the sky [31mfell); please report it")
    assert err.count("\n") == 1
    _, _, err = factcheck("rule", "FC201", FACTCHECK_DEBUG="1")
    assert "Traceback" in err


def test_an_interruption_has_its_own_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("factcheck.reports.rules.page", interrupt)
    assert factcheck("rule", "FC201")[0] == 130
