from __future__ import annotations

import pytest
from claim_drafts import extracted

CONTRADICTIONS = [
    ("FC601", "The fund paid 40 grants in March. All 45 grants were paid on time."),
    ("FC602", "Orr resigned in 2018. The paper fell silent after Orr resigned in 2019."),
    ("FC603", "Marie Orr came first in Leeds. The prize went to Mary Orr."),
    ("FC604", "Of the 90 members, 50 voted for it, 30 against it and 20 abstained."),
    ("FC605", "Orr, born in 1950, died in 2000 aged 60."),
    ("FC606", "Health minister Marie Orr spoke first. Finance minister Marie Orr left."),
]
CONSISTENT = [
    "The fund paid 40 grants in March. The other 5 grants were paid in May.",
    "Of the 90 members, 50 voted for it, 30 against it and 10 abstained.",
    "Orr, born in 1950, died in 2000 aged 49.",
    "Former health minister Marie Orr spoke. Finance minister Marie Orr left.",
]


@pytest.mark.parametrize(("code", "text"), CONTRADICTIONS)
def test_a_draft_that_contradicts_itself_is_told_where(code: str, text: str) -> None:
    found = extracted(text).inconsistencies
    assert code in [pair.code for pair in found]
    assert all(pair.first != pair.second for pair in found)


@pytest.mark.parametrize("text", CONSISTENT)
def test_a_draft_without_contradiction_is_left_alone(text: str) -> None:
    assert extracted(text).inconsistencies == ()
