"""Who says it: turns of an interview, and statements that are reported of somebody."""

from __future__ import annotations

from pathlib import Path

import pytest
from notes_and_drafts import codes, verdicts_of

from factcheck.model import Label
from factcheck.verdicts.quotations.turns import answers

INTERVIEW = """An interview with Salma Pereira, harbour master of Port Ellery

TOM KERR: Is it true that the old lighthouse must be pulled down? People talk about it.

SALMA PEREIRA: No. It will stand for a hundred years.

TOM KERR: The council has already sold the eastern quay to a hotel chain.

SALMA PEREIRA: I read that in your paper. Nobody has told us.

TOM KERR: Should fishing boats pay higher fees than yachts?

SALMA PEREIRA: Absolutely. Yachts bring us guests.

TOM KERR: You grew up in a village without electricity.

SALMA PEREIRA: I did. The first lamp came in 1961.
"""


@pytest.mark.parametrize(
    "draft",
    [
        "Salma Pereira said that the old lighthouse must be pulled down.",
        "The council, Pereira said, had already sold the eastern quay to a hotel chain.",
    ],
)
def test_what_only_the_interviewer_says_is_not_the_other_speakers(tmp_path: Path, draft: str) -> None:
    found = verdicts_of(tmp_path, draft, INTERVIEW)
    assert all(verdict.label is Label.REFUTED and codes(verdict) == {"FC404"} for verdict in found)
    assert all("Tom Kerr" in verdict.explanation for verdict in found)


@pytest.mark.parametrize(
    "draft",
    [
        "Pereira said that fishing boats should pay higher fees than yachts.",
        "Pereira said that she grew up in a village without electricity.",
    ],
)
def test_what_is_asked_and_affirmed_or_told_to_the_speaker_accuses_nobody(tmp_path: Path, draft: str) -> None:
    assert {verdict.label for verdict in verdicts_of(tmp_path, draft, INTERVIEW)} == {Label.NOT_ENOUGH_EVIDENCE}


def test_the_speakers_own_turn_confirms(tmp_path: Path) -> None:
    draft = "Tom Kerr said that the council had already sold the eastern quay to a hotel chain."
    assert {verdict.label for verdict in verdicts_of(tmp_path, draft, INTERVIEW)} == {Label.SUPPORTED}


def test_a_statement_that_nobody_is_said_to_make_may_be_in_any_turn(tmp_path: Path) -> None:
    draft = "The council has already sold the eastern quay to a hotel chain."
    assert {verdict.label for verdict in verdicts_of(tmp_path, draft, INTERVIEW)} == {Label.SUPPORTED}


NOTE = "Peter Lund said that the accounts of the rowing club were late. The club has 300 members."


@pytest.mark.parametrize(
    ("draft", "label"),
    [
        ("Anna Fry said that the accounts of the rowing club were late.", Label.REFUTED),
        ("According to Anna Fry, the accounts of the rowing club were late.", Label.REFUTED),
        ("Lund said that the accounts of the rowing club were late.", Label.SUPPORTED),
        ("The accounts of the rowing club were late, according to Peter Lund.", Label.SUPPORTED),
    ],
)
def test_a_statement_belongs_to_who_is_said_to_make_it(tmp_path: Path, draft: str, label: Label) -> None:
    found = verdicts_of(tmp_path, draft, NOTE)
    assert {verdict.label for verdict in found} == {label}
    assert all(codes(verdict) == ({"FC404"} if label is Label.REFUTED else set()) for verdict in found)


def test_an_organisation_speaks_through_persons(tmp_path: Path) -> None:
    found = verdicts_of(tmp_path, "The rowing club said that its accounts were late.", NOTE)
    assert Label.REFUTED not in {verdict.label for verdict in found}


@pytest.mark.parametrize(
    ("kind", "answer", "expected"),
    [
        ("denial", "No, no. Forget it.", True),
        ("denial", "Well, not at all!", True),
        ("denial", "That’s not true.", True),
        ("denial", "No doubt about that.", False),
        ("denial", "Nobody has told us.", False),
        ("assent", "Of course.", True),
        ("assent", "Absolutely, they should.", True),
        ("assent", "Right-wing parties say so.", False),
    ],
)
def test_an_answer_says_yes_or_no_by_its_first_words(kind: str, answer: str, expected: bool) -> None:
    assert answers(kind, answer) is expected
