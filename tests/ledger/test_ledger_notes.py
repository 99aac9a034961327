from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_samples import TRADE, analyses, document, note_passages, passages

from factcheck.errors import LedgerError
from factcheck.ledger import Ledger, NoteRow, open_ledger, words
from factcheck.ledger.analyses import decode, encode
from factcheck.model import Analysis, Token

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOTE = document("notes/trade.txt", TRADE, "Trade figures")
PASSAGES = passages(NOTE)
NOTES = [NOTE.sha256]


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    """A ledger that knows one note of four passages."""
    with open_ledger(None) as opened:
        opened.add_note(NOTE, PASSAGES, {PASSAGES[0].id: ["number 118.4", "month 3"], PASSAGES[1].id: ["month 3"]})
        yield opened


def found(ledger: Ledger, *terms: list[str], notes: list[str] = NOTES) -> list[int]:
    """The numbers of the passages that the terms find."""
    return [int(id.rsplit("-", 1)[1]) for id, _score in ledger.match(terms, notes, 10)]


def test_a_note_comes_back_as_it_was_added(ledger: Ledger) -> None:
    assert ledger.knows(NOTE.sha256, NOTE.path)
    assert ledger.note_document(NOTE.sha256) == NOTE
    assert ledger.note_document(NOTE.sha256).locate(60) == NOTE.locate(60)
    assert ledger.notes() == [NoteRow(NOTE.path, NOTE.sha256, "Trade figures", "text/plain", 4)]
    assert ledger.count_passages(NOTES) == 4


def test_passages_come_in_the_order_asked(ledger: Ledger) -> None:
    assert ledger.passages([PASSAGES[2].id, "unknown", PASSAGES[0].id]) == [PASSAGES[2], PASSAGES[0]]


def test_one_content_under_two_paths_is_stored_once(ledger: Ledger) -> None:
    ledger.add_note(replace(NOTE, path="notes/copy.txt"), PASSAGES)
    assert [row.path for row in ledger.notes()] == ["notes/copy.txt", "notes/trade.txt"]
    assert ledger.count_passages(NOTES) == 4
    assert found(ledger, ["minister"]) == [1]


def test_a_passage_goes_by_the_path_that_the_run_named(ledger: Ledger) -> None:
    ledger.add_note(replace(NOTE, path="a.txt"), PASSAGES)
    named = ledger.passages([PASSAGES[0].id], {NOTE.sha256: "notes/trade.txt"})
    assert named == [PASSAGES[0]]


def test_a_changed_file_has_its_new_content_and_the_old_can_come_back(ledger: Ledger) -> None:
    changed = document(NOTE.path, "Imports fell.")
    ledger.add_note(changed, passages(changed))
    assert not ledger.knows(NOTE.sha256, NOTE.path)
    assert [row.sha256 for row in ledger.notes()] == [changed.sha256]
    ledger.add_note(NOTE, PASSAGES)
    assert ledger.knows(NOTE.sha256, NOTE.path)
    assert found(ledger, ["minister"]) == [1]


def test_another_version_of_factcheck_reads_a_note_again(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "claims.db", version="1") as old:
        old.add_note(NOTE, PASSAGES)
    better = [replace(PASSAGES[0], locator="line 1")]
    with open_ledger(tmp_path / "claims.db", version="2") as new:
        assert not new.knows(NOTE.sha256, NOTE.path)
        new.add_note(NOTE, better)
        assert new.passages([PASSAGES[0].id]) == better
        assert found(new, ["exports"]) == [0]
        assert found(new, ["minister"]) == []


def test_a_note_that_is_not_known_is_an_error(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="knows no note"):
        ledger.note_document("0" * 64)


@pytest.mark.parametrize(
    ("terms", "numbers"),
    [
        ([["export"]], [0]),
        ([["118.4"]], [0]),
        ([["Zelensky", "zelenskyy"]], [2]),
        ([["non-US"]], [2]),
        ([["China's"]], [0]),
        ([["Lodz"]], []),  # ł is a letter, not an l with a mark; the vocabulary finds it
        ([["łodz"]], [3]),
        ([["resigning"], ["minister"]], [1]),
        ([["absent"]], []),
        ([[]], []),
        ([], []),
    ],
)
def test_terms_find_passages(ledger: Ledger, terms: list[list[str]], numbers: list[int]) -> None:
    assert found(ledger, *terms) == numbers


def test_more_of_the_terms_come_first_and_score_more(ledger: Ledger) -> None:
    best, second = ledger.match([["minister"], ["resigned"], ["exports"]], NOTES, 2)
    assert (best[0], second[0]) == (PASSAGES[1].id, PASSAGES[0].id)
    assert best[1] > second[1] > 0


def test_words_of_the_neighbours_break_a_tie() -> None:
    note = document("n.txt", "He left.\nShe left early.\n\nMarie Orr came.\nShe left early.")
    with open_ledger(None) as ledger:
        ledger.add_note(note, passages(note))
        assert found(ledger, ["left"], ["early"], ["orr"], notes=[note.sha256])[0] == 4


def test_only_the_named_notes_are_searched_and_only_they_count(ledger: Ledger) -> None:
    """What else a ledger knows neither joins nor changes a score."""
    terms = [["minister"], ["exports"], ["march"]]
    alone = ledger.match(terms, NOTES, 10)
    other = document("other.txt", "The minister of exports marched.\nA minister.\nExports, exports.")
    ledger.add_note(other, passages(other))
    assert ledger.match(terms, NOTES, 10) == alone
    assert "marched" not in ledger.vocabulary(NOTES)
    assert "marched" in ledger.vocabulary([*NOTES, other.sha256])


def test_the_order_of_adding_notes_does_not_matter() -> None:
    twins = [document(f"{i}.txt", f"Exports rose.\nNote {i}.") for i in range(5)]
    orders = []
    for order in (twins, twins[::-1]):
        with open_ledger(None) as ledger:
            for note in order:
                ledger.add_note(note, passages(note))
            orders.append(ledger.match([["exports"]], [note.sha256 for note in twins], 3))
    assert orders[0] == orders[1]


def test_values_find_passages_rare_ones_first(ledger: Ledger) -> None:
    assert ledger.match_values(["month 3", "number 118.4"], NOTES, 5) == [PASSAGES[0].id, PASSAGES[1].id]
    assert ledger.match_values(["month 3"], NOTES, 1) == [PASSAGES[0].id]
    assert ledger.match_values(["month 3"], ["another note"], 5) == []


def test_the_vocabulary_is_unstemmed_and_counts_passages(ledger: Ledger) -> None:
    vocabulary = ledger.vocabulary(NOTES)
    assert vocabulary["exports"] == 1
    assert vocabulary["in"] == 2
    assert vocabulary["118.4"] == 1
    assert vocabulary["zelenskyy"] == 1
    assert "export" not in vocabulary


def test_words_are_cut_as_the_vocabulary_does() -> None:
    assert words("The U.S. had 118.4m, COVID-19's peak") == ["the", "u.s.", "had", "118.4m", "covid", "19", "s", "peak"]
    assert words("x" * 10_000_000) == []


@pytest.fixture(scope="module")
def shared() -> Iterator[Ledger]:
    """One ledger for all generated terms: it is only read."""
    with open_ledger(None) as opened:
        opened.add_note(NOTE, PASSAGES)
        yield opened


@settings(max_examples=200, deadline=None)
@given(terms=st.lists(st.lists(st.text(), max_size=3), max_size=3), key=st.text())
def test_any_text_is_a_safe_term(shared: Ledger, terms: list[list[str]], key: str) -> None:
    shared.match(terms, NOTES, 5)
    shared.match_values([key], NOTES, 5)


@pytest.mark.parametrize(
    "text", ['"', "NEAR(", "a AND", "text:", "*", "-", "\0", "\ud800", "(", "'; DROP TABLE notes", "^a"]
)
def test_what_full_text_search_takes_for_an_operator_is_a_word(ledger: Ledger, text: str) -> None:
    assert found(ledger, [text]) == []
    assert found(ledger, [text, "minister"]) == [1]


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_passages_come_back_equal(data: st.DataObject) -> None:
    made = data.draw(note_passages(NOTE))
    with open_ledger(None) as ledger:
        ledger.add_note(NOTE, made)
        assert ledger.passages([passage.id for passage in made]) == made


@given(analyses)
def test_an_analysis_comes_back_equal(analysis: Analysis) -> None:
    assert decode(encode(analysis)) == analysis


def test_analyses_are_kept_by_passage_and_model(ledger: Ledger) -> None:
    analysis = Analysis("Boats sink.", (Token(0, "Boats", "boat", "NOUN", "NNS", "Number=Plur", "nsubj", 1, 0, 5),))
    ledger.keep_analyses({PASSAGES[0].id: analysis, "unknown": analysis}, "model-1")
    ids = [passage.id for passage in PASSAGES]
    assert ledger.analyses(ids, "model-1") == {PASSAGES[0].id: analysis}
    assert ledger.analyses(ids, "model-2") == {}


def test_twenty_thousand_passages() -> None:
    lines = [f"Region {i} sold {i * 7} boats in {1900 + i % 120} to harbour {i % 97}." for i in range(20_000)]
    note = document("boats.txt", "\n".join(lines))
    with open_ledger(None) as ledger:
        ledger.add_note(note, passages(note))
        assert ledger.count_passages([note.sha256]) == 20_000
        assert ledger.vocabulary([note.sha256])["harbour"] == 20_000
        assert found(ledger, ["region"], ["12345"], ["boats"], notes=[note.sha256])[0] == 12_345
