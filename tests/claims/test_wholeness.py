from __future__ import annotations

import pytest
from claim_drafts import extracted

CASES = [
    # What says which ones are meant stays with them.
    ("The council thanked people who had cleared the snow.", ["The council thanked people who had cleared the snow."]),
    ("The mayor called the fee an insult.", ["The mayor called the fee an insult."]),
    # A participle, or "who", speaks of whom it fits.
    (
        "Hundreds marched through Lund, arguing that the new toll punishes nurses.",
        ["Hundreds marched through Lund.", "Hundreds argued that the new toll punishes nurses."],
    ),
    (
        "Two neighbours of the mill, who asked not to be named, complained about dust.",
        [
            "Two neighbours of the mill complained about dust.",
            "Two neighbours of the mill asked not to be named.",
        ],
    ),
    (
        "Ada Lund said the dam was old, pointing out that its gate leaks.",
        ["Ada Lund said that the dam was old.", "Ada Lund pointed out that its gate leaks."],
    ),
    # What two have in common is said of both.
    ("Many Danish ports and islands lost trade.", ["Many Danish ports lost trade.", "Many Danish islands lost trade."]),
    (
        "28% of the owners are new, describing themselves as farmers.",
        ["28% of the owners are new.", "28% of the owners describe themselves as farmers."],
    ),
    # A name in commas, and a hyphened word, are whole.
    (
        "The oldest ticket-holder, Ida Krantz, cut the ribbon.",
        ["The oldest ticket-holder cut the ribbon.", "Ida Krantz is the oldest ticket-holder."],
    ),
    (
        "Ann Lee, 44, a biologist from Oslo, runs the museum.",
        ["Ann Lee runs the museum.", "Ann Lee is 44.", "Ann Lee is a biologist from Oslo."],
    ),
]


@pytest.mark.parametrize(("text", "claims"), CASES, ids=lambda value: value if isinstance(value, str) else "")
def test_a_claim_says_what_its_sentence_says(text: str, claims: list[str]) -> None:
    found = [claim.text.replace("[", "").replace("]", "") for claim in extracted(text).claims]
    assert sorted(found) == sorted(claims)


@pytest.mark.parametrize(
    "text",
    [
        "The guild asked whether fees on small stalls or ferries were fair and how the money was spent.",
        "The report compares the costs and benefits between the towns of Arn and Vale.",
        "So this is where the ferry stops.",
        "He has been a wise and, where necessary, a stubborn judge.",
        "What we grow and how we sell it is our affair.",
    ],
)
def test_no_clause_is_told_without_its_verb_or_its_noun(text: str) -> None:
    for claim in extracted(text).claims:
        last = claim.text.rstrip(".").rsplit(" ", 1)[-1]
        assert last not in ("where", "wise", "Arn", "ferries", "how"), claim.text
        assert "whether how" not in claim.text
        assert not claim.text.startswith(("How ", "What we grow.")), claim.text


def test_a_question_in_a_text_is_no_claim() -> None:
    found = extracted("Old maps are dark to us (like where does the road end? Who built it?), and few read them.")
    for claim in found.claims:
        assert not claim.text.startswith(("The road does", "Where", "Who built")), claim.text
    assert not extracted("**You always lock the gate?**").claims
