"""A claim finds the passage that speaks of it, under other words, other spellings and among many others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.evidence import Search, keys, passages
from factcheck.language import Parser
from factcheck.ledger import Ledger, open_ledger
from factcheck.model import BlockKind, Document
from factcheck.readers import read_bytes

NOTES = {
    "police.md": "# Harbour case\n\nThe harbour master was held by police on Tuesday. His lawyer denies everything.\n",
    "trade.csv": "year,exports_m,imports_m\n2023,41.5,12.0\n2024,44.9,13.1\n",
    "visit.txt": "President Volodymyr Zelenskyy met the council. They spoke about grain.\n\nThe mayor spoke of bees.\n",
    "talk.vtt": (
        "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<v Ana Ruiz>We looked at every\n\n"
        "00:00:03.000 --> 00:00:05.000\n<v Ana Ruiz>bolt of the bridge.\n\n"
        "00:00:05.000 --> 00:00:07.000\n<v Ben Okoro>And the paint?\n"
    ),
}


def note(path: str) -> Document:
    return read_bytes(NOTES[path].encode(), path)


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with open_ledger(None) as opened:
        for path in NOTES:
            found = passages(note(path))
            opened.add_note(note(path), found, {passage.id: keys(passage) for passage in found})
        yield opened


def best(ledger: Ledger, parser: Parser, claim: str) -> str:
    everything = {path: note(path).sha256 for path in NOTES}
    return Search(ledger, everything).candidates(parser.parse_one(claim))[0].passage.text


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Police detained the harbour master.", "The harbour master was held by police on Tuesday."),
        ("Zelensky met the council.", "President Volodymyr Zelenskyy met the council."),
        ("Exports were worth 45 million in 2024.", "year: 2024; exports_m: 44.9; imports_m: 13.1"),
        ("Every bolt was looked at.", "We looked at every bolt of the bridge."),
    ],
)
def test_the_passage_that_speaks_of_it_comes_first(ledger: Ledger, parser: Parser, claim: str, passage: str) -> None:
    assert best(ledger, parser, claim) == passage


def test_what_is_said_finds_its_passage_before_who_said_it_to_whom(parser: Parser) -> None:
    text = "The bridge opens to lorries again.\n\nAna Ruiz told a reporter in Leeds on Monday of her childhood.\n"
    document = read_bytes(text.encode(), "talk.txt")
    with open_ledger(None) as opened:
        opened.add_note(document, passages(document), {})
        search = Search(opened, {document.path: document.sha256})
        claim = parser.parse_one("Ana Ruiz told a reporter in Leeds on Monday that the bridge opens to lorries.")
        assert search.candidates(claim)[0].passage.text == "The bridge opens to lorries again."


def test_a_claim_about_nothing_in_the_notes_finds_nothing(ledger: Ledger, parser: Parser) -> None:
    search = Search(ledger, {path: note(path).sha256 for path in NOTES})
    assert search.candidates(parser.parse_one("Quantum chromodynamics explains hadrons.")) == []


def test_only_the_named_notes_are_searched(ledger: Ledger, parser: Parser) -> None:
    found = Search(ledger, {"visit.txt": note("visit.txt").sha256}).candidates(parser.parse_one("The police held him."))
    assert {item.passage.note for item in found} <= {"visit.txt"}


def test_a_passage_knows_its_place_its_neighbours_and_its_speaker() -> None:
    first, second, third = passages(note("police.md"))
    assert (first.text, second.heading) == ("Harbour case", "Harbour case")
    assert (second.locator, third.locator) == ("3:1", "3:51")
    assert (third.before, third.after) == (second.text, "")
    bolt, paint = passages(note("talk.vtt"))
    assert (bolt.text, bolt.speaker) == ("We looked at every bolt of the bridge.", "Ana Ruiz")
    assert (paint.speaker, paint.locator) == ("Ben Okoro", "00:00:05.000")


def test_a_table_row_is_a_passage_with_its_headers() -> None:
    row = passages(note("trade.csv"))[-1]
    assert row.kind is BlockKind.TABLE_ROW
    assert row.text == "year: 2024; exports_m: 44.9; imports_m: 13.1"
    assert row.locator.startswith("row 2")


def test_front_matter_and_code_hold_no_passages() -> None:
    text = "---\ntitle: Plan\n---\n\n```\nprint('no claim')\n```\n\nThe plan stands.\n"
    assert [passage.text for passage in passages(read_bytes(text.encode(), "plan.md"))] == ["The plan stands."]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200))
def test_a_passage_of_a_text_is_a_stretch_of_it(text: str) -> None:
    if not text.strip("\ufeff \t\r\n"):
        return
    document = read_bytes(f"Start. {text}".encode(), "note.txt")
    for passage in passages(document):
        assert document.text[passage.span.start : passage.span.end].split()[0].startswith(passage.text.split()[0][0])


def test_a_line_without_a_space_becomes_short_passages(tmp_path: Path) -> None:
    document = read_bytes(b"x" * 100_000, "long.txt")
    assert max(len(passage.text) for passage in passages(document)) <= 2_000
