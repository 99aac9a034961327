from __future__ import annotations

import pytest
from claim_drafts import extracted

CASES = [
    ("About 600 people live on the main island and 40 on Pitt.", "40 people live on Pitt."),
    ("Paris has 20 museums and Rome 30.", "Rome has 30 museums."),
    (
        "The team scored 12 goals in the first half and three in the second.",
        "The team scored three goals in the second.",
    ),
    ("The council spent $3 million on roads and $1 million on schools.", "The council spent $1 million on schools."),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_each_part_of_a_gapped_clause_takes_the_place_of_its_counterpart(text: str, wanted: str) -> None:
    claims = [claim.text for claim in extracted(text).claims]
    assert wanted in claims
    assert all(claim in (wanted, *claims[:-1]) for claim in claims)


def test_a_number_with_a_place_of_its_own_is_not_told_of_the_other_place() -> None:
    for claim in extracted("About 600 people live on the main island and 40 on Pitt.").claims:
        assert not ("600" in claim.text and "Pitt" in claim.text)


def test_a_shared_phrase_is_no_gap() -> None:
    claims = [claim.text for claim in extracted("He met the mayor of Paris and the king of Spain.").claims]
    assert claims == ["He met the mayor of Paris.", "He met the king of Spain."]
