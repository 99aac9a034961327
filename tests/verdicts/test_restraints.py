"""What keeps a passage from confirming or refuting a claim that it nearly repeats."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from factcheck.language import Parser
from factcheck.model import Claim, ClaimKind, Label, Passage, Span, Verdict
from factcheck.verdicts import Candidate, judge

PARSER = Parser()


def verdict(
    claim: str,
    *notes: str,
    speaker: str | None = None,
    day: date | None = None,
    noted: date | None = None,
    apart: bool = False,
) -> Verdict:
    """The verdict on a claim of `day` by sentences of one note of the day `noted`, or each of a note of its own."""
    made = Claim("c1", claim, ClaimKind.EVENT, (Span(0, len(claim)),), 0)
    found = []
    for number, text in enumerate(notes, 1):
        note = f"n{number}" if apart else "n"
        passage = Passage(f"n:{number:04d}", "notes/a.txt", note, Span(0, len(text)), text, f"{number}:1")
        found.append(Candidate(replace(passage, speaker=speaker, date=noted), PARSER.parse_one(text), 0.5, ()))
    return judge(made, PARSER.parse_one(claim), found, article_date=day)


@pytest.mark.parametrize(
    ("claim", "note"),
    [
        ("The museum was never on a tourist map.", "The museum is on a tourist map of the city."),
        ("Only the museum opened in May.", "The museum opened in May."),
        ("It is the oldest bridge in Portugal.", "It is a bridge in Portugal."),
        ("The clerk copied the letter.", "The clerk burned the letter."),
        ("The bakery is a warehouse.", "The bakery is a family business in Porto."),
        ("Berger founded the quiet orchestra in Linz.", "Berger founded the famous orchestra in Linz."),
        ("The troops withdrew peacefully from the valley in 1921.", "The troops withdrew from the valley in 1921."),
        ("Olsen directed the film in 2004.", "The film, from 2004, was not directed by Olsen."),
        ("Marta Lund opened the school in Bergen.", "Marta Lund lived near Bergen."),
    ],
)
def test_a_passage_without_the_words_that_turn_narrow_or_rank_the_claim_does_not_confirm_it(
    claim: str, note: str
) -> None:
    assert verdict(claim, note).label is not Label.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "note", "code"),
    [
        ("The village lies two miles behind the castle.", "The village lies two miles ahead of the castle.", "FC502"),
        ("Harbour is a Canadian comedy film.", "Harbour is a 1998 American comedy film.", "FC401"),
    ],
)
def test_opposite_directions_and_other_nationalities_are_errors(claim: str, note: str, code: str) -> None:
    found = verdict(claim, note)
    assert found.label is Label.REFUTED
    assert found.findings[0].code == code


@pytest.mark.parametrize(
    ("claim", "note"),
    [
        ("The Dutch had to return to the talks.", "The Dutch have no choice but to return to the talks."),
        ("Three engineers were arrested in Oslo.", "Two other engineers were arrested in Oslo."),
        ("Karla is the daughter of Ivan.", "Ivan is the father of Karla."),
        ("The library is the club house.", "The library is the meeting place of the club."),
        ("Castro is the largest city of the island.", "Ancud is the second largest city of the island after Castro."),
        ("The college cannot host the games.", "The college hosts a fair but failed to host the games."),
    ],
)
def test_two_statements_that_can_both_be_right_are_no_error(claim: str, note: str) -> None:
    assert verdict(claim, note).label is not Label.REFUTED


def test_who_says_it_need_not_stand_in_a_note_that_is_theirs() -> None:
    claim, note = "Anna Berg said that the harbour will close in May.", "The harbour will close in May."
    assert verdict(claim, note, speaker="Anna Berg").label is Label.SUPPORTED
    assert verdict(claim, note, speaker="Olaf Lind").label is not Label.SUPPORTED


def test_when_and_to_whom_it_is_said_need_not_stand_in_a_note_of_that_day() -> None:
    claim, note = "Anna Berg told a reporter in May 2009 that the harbour will close.", "The harbour will close."
    assert verdict(claim, note, speaker="Anna Berg", noted=date(2009, 5, 12)).label is Label.SUPPORTED
    assert verdict(claim, note, speaker="Anna Berg", noted=date(2011, 5, 12)).label is not Label.SUPPORTED


def test_a_name_or_a_date_that_a_passage_leaves_out_may_stand_elsewhere_in_its_note() -> None:
    claim, near = "In 1911 Marta Lund opened the school in Bergen.", "Marta Lund opened the school in Bergen."
    assert verdict(claim, near, "The family left for Oslo in 1911.").label is Label.SUPPORTED
    assert verdict(claim, near).label is not Label.SUPPORTED
    apart = verdict(claim, "In 1905 Marta Lund opened the school in Bergen.", "The family left for Oslo in 1911.")
    assert apart.label is not Label.SUPPORTED


def test_two_notes_are_not_put_together() -> None:
    claim, near = "In 1911 Marta Lund opened the school in Bergen.", "Marta Lund opened the school in Bergen."
    found = verdict(claim, near, "The family left for Oslo in 1911.", apart=True)
    assert found.label is not Label.SUPPORTED


def test_clauses_that_two_passages_say_one_each_are_confirmed_together() -> None:
    claim = "The council closed the old harbour in May, and the builders repaired the northern bridge in June."
    one, two = "The council closed the old harbour in May.", "The builders repaired the northern bridge in June."
    assert verdict(claim, one, two).label is Label.SUPPORTED
    assert verdict(claim, one).label is not Label.SUPPORTED
