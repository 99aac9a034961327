"""Which parts of a sentence become claims of their own, and which bare remainders do not."""

from __future__ import annotations

import pytest
from claim_drafts import extracted


def texts(sentence: str) -> list[str]:
    return [claim.text for claim in extracted(sentence).claims]


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        (
            "The agenda includes farming, fishing and trade, with a focus on grain.",
            [
                "The agenda includes farming.",
                "The agenda includes fishing.",
                "The agenda includes trade.",
                "The agenda includes farming, fishing and trade, with a focus on grain.",
            ],
        ),
        (
            "The board approaches talks with two aims.",
            ["The board approaches talks with two aims."],
        ),
        (
            "The mayor resigned after being charged with fraud.",
            [
                "The mayor resigned.",
                "The mayor resigned after being charged with fraud.",
                "The mayor was charged with fraud.",
            ],
        ),
        (
            "Vera Holm died in Lund, aged 80.",
            ["Vera Holm died in Lund.", "Vera Holm was aged 80."],
        ),
        (
            "The bridge, built in 1920, collapsed on Monday.",
            ["The bridge collapsed on Monday.", "The bridge was built in 1920."],
        ),
        (
            "The council met Ida Krantz in Leeds on Monday.",
            [
                "The council met Ida Krantz.",
                "The council met Ida Krantz in Leeds.",
                "The council met Ida Krantz on Monday.",
            ],
        ),
        (
            "The club did not reply after the paper printed the letter.",
            ["The club did not reply after the paper printed the letter.", "The paper printed the letter."],
        ),
        (
            "He earned a master's degree in physics from Lund in 1971.",
            [
                "He earned a master's degree.",
                "He earned a master's degree in physics from Lund.",
                "He earned a master's degree in 1971.",
            ],
        ),
    ],
)
def test_a_sentence_gives_the_facts_that_stand_alone(sentence: str, claims: list[str]) -> None:
    assert texts(sentence) == claims


def test_a_line_without_articles_has_its_verb() -> None:
    assert "Adam Lowe scored winning goal." in texts("Midfielder Adam Lowe scored winning goal.")
