"""The day of a text is the one that it gives itself, wherever at its head that stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.config import Settings
from factcheck.ledger import open_ledger
from factcheck.model import Label
from factcheck.pipeline.dating import dated
from factcheck.readers import read_bytes

BODY = "The harbour board met and agreed to dredge the outer basin."
DAY = date(2024, 3, 12)


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("note.txt", "Date: 12 March 2024"),
        ("note.txt", "Harbour board, minutes\nDate: 12 March 2024\nPlace: Old customs house"),
        ("note.md", "# Minutes\n\n**Date:** 12 March 2024"),
        ("note.md", "# Minutes\n\n- Date: 12 March 2024\n- Place: Old customs house"),
        ("note.txt", "From: Ida Falk\nDate: Tue, 12 Mar 2024 09:30\nSubject: Dredging"),
        ("note.md", "---\ndate: 2024-03-12\n---"),
    ],
)
def test_a_date_at_the_head_is_the_texts_own(name: str, head: str) -> None:
    assert dated(read_bytes(f"{head}\n\n{BODY}\n".encode(), name)).date == DAY


def test_a_date_told_in_the_copy_is_not_the_texts_own() -> None:
    assert dated(read_bytes(f"{BODY} It last met on 12 March 2024.\n".encode(), "note.txt")).date is None


def test_a_given_day_goes_before_the_texts_own() -> None:
    given = date(2025, 1, 1)
    assert dated(read_bytes(f"Date: 12 March 2024\n\n{BODY}\n".encode(), "note.txt"), given).date == given


def test_a_relative_time_of_a_note_hangs_on_the_date_at_its_head(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Date: 12 March 2024\n\nThe Falk yard closed last year.\n", "utf-8")
    (tmp_path / "draft.txt").write_text("The Falk yard closed in 2021.\n", "utf-8")
    with open_ledger(None) as ledger:
        steps = pipeline.check([str(tmp_path / "draft.txt")], [str(tmp_path / "note.txt")], ledger, Settings())
        run = pipeline.completed(steps)
    assert Label.REFUTED in {verdict.label for verdict in run.articles[0].verdicts}
