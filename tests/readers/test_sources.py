"""Which files are notes, and what stands beside them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.errors import ReadError
from factcheck.readers import content_hash, fingerprint, read, sources
from factcheck.readers.metadata import parse_day


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in (
        "notes/b.txt",
        "notes/a.md",
        "notes/sub/c.csv",
        "notes/.hidden",
        "notes/.git/x",
        "notes/a.md.meta.yaml",
        "d.txt",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("tier: primary\ndate: 2 May 2024\n" if "meta" in name else "some,words\n1,2\n")
    return tmp_path


def test_a_folder_is_read_through_in_order_without_hidden_files_and_sidecars(folder: Path) -> None:
    assert sources(["notes"]) == ["notes/a.md", "notes/b.txt", "notes/sub/c.csv"]


def test_files_patterns_and_addresses_each_once(folder: Path) -> None:
    names = ["notes/b.txt", "notes/*.*", "https://example.org/x", "./d.txt", "notes/b.txt"]
    assert sources(names) == ["notes/b.txt", "notes/a.md", "https://example.org/x", "./d.txt"]


def test_a_name_that_stands_for_nothing_is_an_error_and_an_empty_folder_is_not(folder: Path) -> None:
    (folder / "empty").mkdir()
    assert sources(["empty", "*.nothing"]) == []
    with pytest.raises(ReadError, match="no such file"):
        sources(["nots"])


def test_a_sidecar_adds_metadata_and_changes_the_fingerprint(folder: Path) -> None:
    document = read("notes/a.md")
    assert (document.metadata["tier"], document.date, document.path) == ("primary", date(2024, 5, 2), "notes/a.md")
    assert document.sha256 == fingerprint("notes/a.md") != content_hash("notes/a.md")
    assert read("notes/b.txt").sha256 == fingerprint("notes/b.txt") == content_hash("notes/b.txt")


def test_a_broken_sidecar_is_said_to_be_so(folder: Path) -> None:
    (folder / "notes/a.md.meta.yaml").write_text("[" * 2000)
    with pytest.raises(ReadError, match=r"a\.md\.meta\.yaml: is not a valid list"):
        read("notes/a.md")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-01-10", date(2026, 1, 10)),
        ("2026-01-10T23:59:00-05:00", date(2026, 1, 10)),
        ("10 January 2026", date(2026, 1, 10)),
        ("Mon, 12 Jan 2026 18:40", date(2026, 1, 12)),
        ("Jan. 5, 2026", date(2026, 1, 5)),
        ("25/12/2025", date(2025, 12, 25)),
        ("03/04/2026", None),
        ("January 2026", None),
        ("Monday", None),
        ("yesterday", None),
        ("", None),
        ("9" * 50, None),
    ],
)
def test_a_day_is_taken_only_where_it_is_one(words: str, day: date | None) -> None:
    assert parse_day(words) == day
