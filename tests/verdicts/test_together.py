"""When passages of one note confirm a claim together, and what each of them must not say."""

from __future__ import annotations

import pytest

from factcheck.language import Parser
from factcheck.model import Claim, ClaimKind, Label, Passage, Span
from factcheck.verdicts import Candidate, judge

PARSER = Parser()


def label(claim: str, *notes: str) -> Label:
    """The label of a claim by sentences of one note."""
    made = Claim("c1", claim, ClaimKind.EVENT, (Span(0, len(claim)),), 0)
    found = [
        Candidate(Passage(f"n:{i:04d}", "notes/a.txt", "n", Span(0, len(text)), text, f"{i}:1"), PARSER.parse_one(text))
        for i, text in enumerate(notes, 1)
    ]
    return judge(made, PARSER.parse_one(claim), found, article_date=None).label


@pytest.mark.parametrize(
    ("claim", "notes"),
    [
        (
            "The Brunel needed nine days.",
            ("The Clifton had to come from Cardiff and she took nine days.", "Nobody has forgotten the Brunel fire."),
        ),
        ("The canal was longer than the railway.", ("The canal was shorter than the railway.",)),
        ("Two of the barns burned, both in a storm.", ("Two of the barns burned, one in a storm and one in a raid.",)),
        ("It was Lindqvist.", ("Lindqvist and Moreau talk about the orchard.",)),
        ("Lindqvist showed the guests the orchard.", ("Moreau showed Lindqvist and the guests the orchard.",)),
        ("The mill is to be sold in the autumn.", ("The mill stands beside the falling water.",)),
    ],
)
def test_what_the_note_says_of_another_confirms_nothing(claim: str, notes: tuple[str, ...]) -> None:
    assert label(claim, *notes) is not Label.SUPPORTED


def test_a_comparison_turned_round_with_its_terms_still_holds() -> None:
    assert label("The canal was longer than the railway.", "The canal was longer than the railway.") is Label.SUPPORTED
