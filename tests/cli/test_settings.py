"""Settings: four places, the strongest wins, each value says where it came from, nothing unknown passes."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from factcheck.config import ENTRIES, FORMATS, Settings, load
from factcheck.errors import ConfigError
from factcheck.reports import FORMATS as REPORTS


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_anything_every_value_is_its_default(tmp_path: Path) -> None:
    loaded = load({}, {}, tmp_path)
    assert loaded.settings == Settings()
    assert set(loaded.origins.values()) == {"default"}


def test_flags_win_over_variables_over_the_file_over_defaults(tmp_path: Path) -> None:
    write(tmp_path / "factcheck.toml", 'db = "file.db"\nstrict = true\nmin_confidence = 0.5')
    environ = {"FACTCHECK_DB": "environment.db", "FACTCHECK_MIN_CONFIDENCE": "0.75"}
    loaded = load({"db": "flag.db"}, environ, tmp_path)
    assert (loaded.settings.db, loaded.settings.min_confidence, loaded.settings.strict) == ("flag.db", 0.75, True)
    assert loaded.origins["db"] == "--db"
    assert loaded.origins["min_confidence"] == "FACTCHECK_MIN_CONFIDENCE"
    assert loaded.origins["strict"] == "factcheck.toml"
    assert loaded.origins["date"] == "default"


def test_the_nearest_file_counts_and_its_paths_are_relative_to_it(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", '[tool.factcheck]\nnotes = ["notes", "https://example.org/a"]\ndb = "desk.db"')
    write(tmp_path / "drafts" / "pyproject.toml", "[tool.other]\nx = 1")
    write(tmp_path / "drafts" / "may" / "draft.md", "x")
    loaded = load({}, {}, tmp_path / "drafts" / "may")
    assert loaded.settings.notes == ("../../notes", "https://example.org/a")
    assert loaded.settings.db == "../../desk.db"
    assert loaded.origins["db"] == "../../pyproject.toml"


def test_a_factcheck_toml_goes_before_the_pyproject_beside_it(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", '[tool.factcheck]\ndb = "a.db"')
    write(tmp_path / "factcheck.toml", 'db = "b.db"')
    assert load({}, {}, tmp_path).settings.db == "b.db"


def test_lists_may_be_lists_or_have_commas(tmp_path: Path) -> None:
    write(tmp_path / "factcheck.toml", 'fail_on = ["refuted", "fc201"]')
    assert load({}, {}, tmp_path).settings.fail_on == ("refuted", "FC201")
    assert load({}, {"FACTCHECK_FAIL_ON": "Conflicting, FC2"}, tmp_path).settings.fail_on == ("conflicting", "FC2")
    assert load({"fail_on": ["FC1,FC2", "refuted"]}, {}, tmp_path).settings.fail_on == ("FC1", "FC2", "refuted")
    assert load({}, {"FACTCHECK_KIND": "quote,quantity"}, tmp_path).settings.kind == ("quote", "quantity")


def test_a_date_may_be_a_toml_date_or_a_text(tmp_path: Path) -> None:
    write(tmp_path / "factcheck.toml", "date = 2026-01-15")
    assert load({}, {}, tmp_path).settings.date == date(2026, 1, 15)
    assert load({"date": "2025-12-31"}, {}, tmp_path).settings.date == date(2025, 12, 31)


def test_an_empty_variable_is_not_set_and_the_debug_switch_is_no_setting(tmp_path: Path) -> None:
    assert load({}, {"FACTCHECK_DB": "", "FACTCHECK_DEBUG": "1"}, tmp_path).settings == Settings()


def test_a_variable_can_unset_a_switch_of_the_file(tmp_path: Path) -> None:
    write(tmp_path / "factcheck.toml", "strict = true")
    assert not load({}, {"FACTCHECK_STRICT": "false"}, tmp_path).settings.strict


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("fail-on = 'refuted'", ['no such setting "fail-on"', 'did you mean "fail_on"']),
        ("colour = 1", ['no such setting "colour"']),
        ("fail_on = 'refutted'", ["factcheck.toml: fail_on", 'did you mean "refuted"']),
        ("fail_on = 'FC299'", ['no rule "FC299"', "factcheck rule"]),
        ("fail_on = 'FC'", ['no rule "FC"']),
        ("min_confidence = 1.5", ["min_confidence", "from 0 to 1"]),
        ("min_confidence = true", ["from 0 to 1"]),
        ("date = '15 January'", ["date", "2026-01-31"]),
        ("date = 2026-01-15T10:00:00", ["is not a date"]),
        ("strict = 'maybe'", ["neither true nor false"]),
        ("notes = 7", ["not a list"]),
        ("notes = ['']", ["not a text"]),
        ("format = 'yaml'", ['no format "yaml"', "text"]),
        ("kind = 'quantities'", ['did you mean "quantity"']),
        ("db = ", ["not valid TOML"]),
    ],
)
def test_what_is_wrong_in_a_file_is_one_line_that_helps(tmp_path: Path, text: str, words: list[str]) -> None:
    write(tmp_path / "factcheck.toml", text)
    with pytest.raises(ConfigError) as caught:
        load({}, {}, tmp_path)
    assert "factcheck.toml" in str(caught.value)
    assert all(word in str(caught.value) for word in words)
    assert "\n" not in str(caught.value)


def test_an_unknown_variable_is_an_error_that_names_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r'FACTCHECK_FAILON.*did you mean "FACTCHECK_FAIL_ON"'):
        load({}, {"FACTCHECK_FAILON": "refuted"}, tmp_path)


def test_the_common_beginning_of_variables_makes_no_two_of_them_alike(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"no such setting$"):
        load(environ={"FACTCHECK_XQJ": "1"}, folder=tmp_path)


def test_a_wrong_flag_names_the_flag(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"^--min-confidence: "):
        load({"min_confidence": "much"}, {}, tmp_path)


def test_the_table_of_settings_is_complete() -> None:
    assert list(ENTRIES) == [field.name for field in fields(Settings)]
    assert ["auto", *REPORTS] == list(FORMATS)


def test_only_what_changes_a_verdict_is_recorded_with_a_run() -> None:
    loud = Settings(fail_on=("FC2",), only=("refuted",), strict=True, min_confidence=0.5, format="json")
    assert loud.result_settings() == Settings().result_settings()
    assert Settings(date=date(2026, 1, 15)).result_settings() != Settings().result_settings()
