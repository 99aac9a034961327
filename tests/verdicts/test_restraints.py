"""What keeps a passage from confirming or refuting a claim that it nearly repeats."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from factcheck.language import Parser
from factcheck.model import Claim, ClaimKind, Label, Passage, Span, Verdict
from factcheck.verdicts import Candidate, judge

PARSER = Parser()


def verdict(claim: str, *notes: str, speaker: str | None = None, day: date | None = None) -> Verdict:
    made = Claim("c1", claim, ClaimKind.EVENT, (Span(0, len(claim)),), 0)
    found = []
    for number, text in enumerate(notes, 1):
        passage = Passage(f"n:{number:04d}", "notes/a.txt", "n", Span(0, len(text)), text, f"{number}:1")
        found.append(Candidate(replace(passage, speaker=speaker), PARSER.parse_one(text), 0.5, ()))
    return judge(made, PARSER.parse_one(claim), found, article_date=day)


@pytest.mark.parametrize(
    ("claim", "note"),
    [
        ("The museum was never on a tourist map.", "The museum is on a tourist map of the city."),
        ("Only the museum opened in May.", "The museum opened in May."),
        ("It is the oldest bridge in Portugal.", "It is a bridge in Portugal."),
        ("The clerk copied the letter.", "The clerk burned the letter."),
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


def test_clauses_that_two_passages_say_one_each_are_confirmed_together() -> None:
    claim = "The council closed the old harbour in May, and the builders repaired the northern bridge in June."
    one, two = "The council closed the old harbour in May.", "The builders repaired the northern bridge in June."
    assert verdict(claim, one, two).label is Label.SUPPORTED
    assert verdict(claim, one).label is not Label.SUPPORTED
