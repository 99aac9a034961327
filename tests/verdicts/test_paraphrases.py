"""What a passage says in other words than the claim, and confirms all the same; and what only looks like it."""

from __future__ import annotations

import pytest
from test_restraints import verdict

from factcheck.model import Label


@pytest.mark.parametrize(
    ("claim", "note"),
    [
        ("The plan for the bridge was turned down by the council.", "The council rejected the plan for the bridge."),
        ("The zoo let four cranes go in the marsh.", "The zoo released four cranes in the marsh."),
        ("The ceremony in Vela took place on 4 May 2019.", "The ceremony in Vela happened on 4 May 2019."),
        ("Nine miners were hurt at Elm Pit.", "Nine miners at Elm Pit were injured, two of them seriously."),
        ("The board will nevertheless close the ferry line.", "The board will close the ferry line."),
        ("Ada Berg is a former judge.", "Ada Berg, who used to be a judge, runs the inquiry."),
    ],
)
def test_other_words_for_the_same_confirm(claim: str, note: str) -> None:
    assert verdict(claim, note).label is Label.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "note"),
    [
        ("Orla Finn left earlier.", "Orla Finn won the race in Vela by two minutes."),
        ("Orla Finn heads the medical department.", "Talk with Orla Finn, medical student, in Vela."),
        ("Orla Finn sued Ada Berg.", "Ada Berg and Orla Finn came to the dinner."),
    ],
)
def test_a_passage_that_has_only_who_is_meant_does_not_confirm(claim: str, note: str) -> None:
    assert verdict(claim, note).label is Label.NOT_ENOUGH_EVIDENCE


def test_who_says_i_is_the_speaker_of_the_passage() -> None:
    claim, note = "Finn trained as a plumber in Vela.", "I trained as a plumber in Vela."
    assert verdict(claim, note, speaker="Orla Finn").label is Label.SUPPORTED
    assert verdict(claim, "Berg trained as a plumber in Vela.", speaker="Orla Finn").label is not Label.SUPPORTED


def test_she_had_been_there_is_no_condition() -> None:
    claim, note = "Orla Finn had worked at the mill since 2009.", "Orla Finn said she'd worked at the mill since 2009."
    assert verdict(claim, note).label is Label.SUPPORTED


def test_another_accident_in_another_note_is_no_contradiction() -> None:
    found = verdict("Seven people were hurt.", "Seven people were hurt.", "Two people were hurt.", apart=True)
    assert found.label is Label.SUPPORTED


def test_a_former_one_may_be_another_now() -> None:
    found = verdict("Anton Holm is a former sculptor.", "Anton Holm is a lawyer in Vela.")
    assert found.label is not Label.REFUTED
