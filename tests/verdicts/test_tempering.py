"""An accusation falls where the sentence, told in full, does not differ from the note."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.config import Settings
from factcheck.ledger import open_ledger
from factcheck.model import Label


def labels(folder: Path, draft: str, note: str) -> dict[str, Label]:
    (folder / "draft.txt").write_text(draft, encoding="utf-8")
    (folder / "note.txt").write_text(note, encoding="utf-8")
    with open_ledger(None) as ledger:
        steps = pipeline.check([str(folder / "draft.txt")], [str(folder / "note.txt")], ledger, Settings())
        while True:
            try:
                next(steps)
            except StopIteration as end:
                return {verdict.claim.text: verdict.label for verdict in end.value.articles[0].verdicts}


@pytest.mark.parametrize(
    ("draft", "note"),
    [
        ("The company hired 40 people in 2020.", "The company hired 60 people."),
        ("Ann Roe visited Paris in May.", "Ann Roe visited Rome in June."),
        ("He was born in Leeds.", "His wife was born in York."),
    ],
)
def test_what_the_whole_sentence_does_not_say_is_not_refuted(tmp_path: Path, draft: str, note: str) -> None:
    assert Label.REFUTED not in labels(tmp_path, draft, note).values()


def test_the_whole_sentence_is_refuted_where_it_differs(tmp_path: Path) -> None:
    found = labels(tmp_path, "The company hired 40 people in 2020.", "The company hired 60 people in 2020.")
    assert Label.REFUTED in found.values()
