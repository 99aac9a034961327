"""Claims of sentences that a parser easily misreads: each says what the sentence says, and reads as one."""

from __future__ import annotations

import pytest
from claim_drafts import extracted

SAID = [
    (
        "The mayor said that the bridge was safe; the trouble is how long it will last.",
        ["The mayor said that the bridge was safe.", "The trouble is how long it will last."],
    ),
    (
        "By 2023 the number of dialysis units had reached 76.",
        ["By 2023 the number of dialysis units had reached 76."],
    ),
    (
        "The agency's report, published in February 2024, contained eleven recommendations.",
        ["The agency's report, published in February 2024, contained eleven recommendations."],
    ),
    (
        "Two former editors, Ann Lee and Ben Roy, wrote a letter.",
        ["Two former editors wrote a letter.", "Ann Lee and Ben Roy were two former editors."],
    ),
    (
        "Under the Water Act 1991 companies must publish their results.",
        ["Under the Water Act 1991, companies must publish their results."],
    ),
    (
        "Asked about the fire, Duarte said that she had left early.",
        ["Duarte said that she had left early.", "Duarte was asked about the fire."],
    ),
    (
        "“The roof is sound,” said Marit Olsen, who heads the survey.",
        ["Marit Olsen heads the survey."],
    ),
    (
        "In the harbour of Vik, where eleven boats sank, Arne Moe looked for his trawler.",
        ["In the harbour of Vik, Arne Moe looked for his trawler.", "Eleven boats sank in the harbour of Vik."],
    ),
    (
        "The minister cut short a visit to Oslo to return home and is due to tour the valley on Thursday.",
        ["The minister is due to tour the valley on Thursday."],
    ),
    (
        "The harbour office carried out 1,284 inspections, 6 per cent more than in 2022.",
        [
            "The harbour office carried out 1,284 inspections.",
            "The harbour office carried out 1,284 inspections, 6 per cent more than in 2022.",
        ],
    ),
    (
        "Visitor numbers fell from 210,000 in 2005 to 96,000 in 2015.",
        ["Visitor numbers fell from 210,000 in 2005 to 96,000 in 2015."],
    ),
    (
        "The town had to close two schools, he urged, pointing to the budget.",
        ["He urged that the town had to close two schools.", "He pointed to the budget."],
    ),
    (
        "The firm closed in May, having been sold to a rival in 2019.",
        ["The firm closed in May.", "The firm was sold to a rival."],
    ),
    (
        "The country's biggest bank, Norte, cut 1,200 jobs and closed 90 branches.",
        ["The country's biggest bank cut 1,200 jobs.", "The country's biggest bank closed 90 branches."],
    ),
    (
        "A farmer is in court after his neighbour accused him of theft.",
        ["A farmer is in court after his neighbour accused him of theft."],
    ),
    ("High rents prevent nurses from living in town.", ["High rents prevent nurses from living in town."]),
    (
        "Grants for older farmers, who own 2 per cent of the land, will end.",
        ["Older farmers own 2 per cent of the land."],
    ),
    ("At the current rate it would take until 2068.", ["At the current rate, it would take until 2068."]),
    ("A tanker, the Ostara, carries a cargo of rapeseed oil.", ["The Ostara is the tanker."]),
    ("Ann Lee died in Bergen two years ago.", ["Ann Lee died in Bergen.", "Ann Lee died two years ago."]),
]


@pytest.mark.parametrize(("sentence", "claims"), SAID)
def test_a_claim_says_what_the_sentence_says(sentence: str, claims: list[str]) -> None:
    found = [claim.text for claim in extracted(sentence).claims]
    assert set(claims) <= set(found), found


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in SAID])
def test_no_claim_keeps_a_comma_between_its_subject_and_its_verb(sentence: str) -> None:
    for claim in extracted(sentence).claims:
        assert "Ostara, carries" not in claim.text
        assert not claim.text.startswith(("And ", "But ", ","))


def test_a_negation_or_a_doer_is_not_swapped_for_another() -> None:
    found = [claim.text for claim in extracted("The rain stopped, but the river did not fall until June.").claims]
    assert "The river did not fall until June." in found
    assert all("and" not in text and "but" not in text.lower() for text in found)


def test_the_part_that_says_how_long_is_never_left_out() -> None:
    found = [claim.text for claim in extracted("The siege had lasted about nine years when the king died.").claims]
    assert all("lasted about nine years" in text for text in found if "siege" in text)


def test_a_verb_that_was_taken_for_a_noun_is_a_verb() -> None:
    found = [claim.text for claim in extracted("The Inspectorate employs 58 people and is led by Helen Marsh.").claims]
    assert found == ["The Inspectorate employs 58 people.", "The Inspectorate is led by Helen Marsh."]


def test_who_is_the_person_and_not_the_town() -> None:
    found = [claim.text for claim in extracted("Ann Lee was a citizen of Oslo, who in 1859 founded a bank.").claims]
    assert not any(text.startswith("Oslo") for text in found), found


def test_of_two_alternatives_neither_becomes_a_fact() -> None:
    found = [claim.text for claim in extracted("The owner either sold the boat or gave it to a friend.").claims]
    assert found == ["The owner either sold the boat or gave it to a friend."]


def test_what_holds_once_something_else_does_keeps_its_condition() -> None:
    found = extracted("Once the bridge is open, lorries can reach the port without a detour.").claims
    assert all("nce the bridge is open" in claim.text for claim in found)
