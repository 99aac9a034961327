from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from ledger_samples import TRADE, document, noted_runs, passages, run_on

from factcheck.errors import LedgerError
from factcheck.ledger import ArticleRow, Ledger, open_ledger
from factcheck.model import ArticleResult, Label, Run, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcheck.model import Document, Passage

NOTE = document("notes/trade.txt", TRADE)
PASSAGES = passages(NOTE)


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    """A ledger that knows one note."""
    with open_ledger(None) as opened:
        opened.add_note(NOTE, PASSAGES)
        yield opened


def test_a_run_comes_back_as_it_was_recorded(ledger: Ledger) -> None:
    run = run_on(PASSAGES[:2])
    ledger.record(run)
    assert ledger.find_run(run.id) == run
    assert ledger.find_run("another") is None


@settings(max_examples=100, deadline=None)
@given(noted_runs())
def test_any_run_comes_back_equal_and_in_the_same_order(made: tuple[Document, list[Passage], Run]) -> None:
    note, known, run = made
    with open_ledger(None) as ledger:
        ledger.add_note(note, known)
        ledger.record(run)
        again = ledger.find_run(run.id)
    assert again == run
    assert again is not None
    assert list(again.settings.items()) == list(run.settings.items())
    assert list(again.notes.items()) == list(run.notes.items())


def test_an_empty_span_is_not_taken_for_a_missing_one(ledger: Ledger) -> None:
    run = run_on(PASSAGES[:1])
    result = run.articles[0]
    finding = replace(result.verdicts[0].findings[0], claim_span=Span(0, 0), passage_span=None)
    verdict = replace(result.verdicts[0], findings=(finding,))
    run = replace(run, articles=(replace(result, verdicts=(verdict,)),))
    ledger.record(run)
    assert ledger.find_run(run.id) == run


def test_a_run_is_recorded_once(ledger: Ledger) -> None:
    run = run_on(PASSAGES[:1])
    ledger.record(run)
    ledger.record(replace(run, version="another"))
    assert ledger.find_run(run.id) == run
    assert len(ledger.claim_history("c0ffee")) == 1


def test_an_earlier_run_stays_as_it_was_when_its_note_changes(ledger: Ledger) -> None:
    run = run_on(PASSAGES[:2])
    ledger.record(run)
    changed = document(NOTE.path, "Exports rose 41 percent.")
    ledger.add_note(changed, passages(changed))
    assert ledger.find_run(run.id) == run


def test_evidence_keeps_the_path_that_its_run_named(ledger: Ledger) -> None:
    run = run_on([replace(PASSAGES[0], note="elsewhere/trade.txt")])
    ledger.record(run)
    assert ledger.find_run(run.id) == run


def test_a_run_without_its_note_is_refused_and_leaves_nothing(ledger: Ledger) -> None:
    other = document("unknown.txt", "Nobody added this.")
    with pytest.raises(LedgerError, match="add its note first"):
        ledger.record(run_on(passages(other)))
    assert ledger.last_run() is None
    assert ledger.articles() == []


def test_the_last_run_and_its_notes_as_the_user_named_them(ledger: Ledger) -> None:
    assert ledger.last_run() is None
    assert ledger.last_notes() == []
    ledger.record(run_on(PASSAGES[:1], "first"), ["notes/"])
    ledger.record(run_on(PASSAGES[:1], "second"), ["notes/*.txt", "more"])
    assert ledger.last_run() == "second"
    assert ledger.last_notes() == ["notes/*.txt", "more"]


def test_articles_are_listed_as_their_latest_run_saw_them(ledger: Ledger) -> None:
    run = run_on(PASSAGES[:1], "first")
    ledger.record(run)
    edited = document("draft.md", "Nothing is left.", "A title")
    extraction = replace(run.articles[0].extraction, document=edited, claims=())
    ledger.record(replace(run, id="second", articles=(ArticleResult(extraction, ()),)))
    assert ledger.articles() == [ArticleRow("draft.md", edited.sha256, "A title", 0, "second")]


def test_the_history_of_a_claim_begins_with_the_latest_run(ledger: Ledger) -> None:
    ledger.record(run_on(PASSAGES[:1], "first", Label.REFUTED))
    ledger.record(run_on(PASSAGES[:1], "second", Label.SUPPORTED))
    history = ledger.claim_history("c0ffee")
    assert [(row.run, row.label) for row in history] == [("second", Label.SUPPORTED), ("first", Label.REFUTED)]
    assert history[0].text == "Exports rose 41 percent."
    assert ledger.claim_history("c0ff") == []


def test_a_claim_is_found_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    ledger.record(run_on(PASSAGES[:1], "first"))
    ledger.record(run_on(PASSAGES[:1], "second"))
    assert [(row.claim, row.run) for row in ledger.find_claims("c0")] == [("c0ffee", "second")]
    assert ledger.find_claims("d") == []
    assert ledger.find_claims("%") == []
    assert len(ledger.find_claims("")) == 1


def test_the_tables_read_well_with_other_tools(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with open_ledger(path) as ledger:
        ledger.add_note(NOTE, PASSAGES)
        ledger.record(run_on(PASSAGES[:2]))
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT claim, label, explanation, article, run FROM results").fetchall() == [
        ("Exports rose 41 percent.", "refuted", "differs: 41 % and 118.4 %", "draft.md", "run-1")
    ]
    assert connection.execute("SELECT code, claim_value, passage_value FROM findings").fetchall() == [
        ("FC201", "41 %", "118.4 %")
    ]
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    expected = {"articles", "claims", "notes", "passages", "passages_fts", "runs", "verdicts", "evidence", "findings"}
    assert expected | {"reviews"} <= tables
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.execute("INSERT INTO passages_fts (passages_fts) VALUES ('integrity-check')")
    connection.close()
