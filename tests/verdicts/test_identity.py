"""What differs is an error only where both texts speak of one thing; what the note leaves open supports nothing."""

from __future__ import annotations

import pytest

from factcheck.evaluation.cases import Pair
from factcheck.evaluation.pairs import judge_pairs
from factcheck.language import Parser

UNDECIDED, REFUTED = "not-enough-evidence", "refuted"
PAIRS = [
    ("The mayor of Larne resigned.", "The mayor of Port Ellery resigned.", UNDECIDED),
    ("The bank in Leeds closed.", "The bank in York closed.", UNDECIDED),
    ("Exports to France rose.", "Exports to Spain fell.", UNDECIDED),
    ("Sales rose in the north.", "Sales fell in the south.", UNDECIDED),
    ("The minister visited Paris in May.", "The minister visited Rome in June.", UNDECIDED),
    ("The plan will cut 300 jobs.", "The plan may cut 300 jobs.", UNDECIDED),
    ("Ann Roe resigned in 2018.", "Ann Roe resigned in 2019.", REFUTED),
    ("Ann Roe is the mayor of Larne.", "Ann Roe is the mayor of Port Ellery.", REFUTED),
    ("Exports to France rose in 2020.", "Exports to France fell in 2020.", REFUTED),
    ("The company hired 40 people in 2020.", "The company hired 60 people in 2020.", REFUTED),
    ("The king visited Oslo on Monday.", "The king visited Bergen on Monday.", REFUTED),
    ("The boat carries passengers.", "The boat does not carry passengers.", REFUTED),
]


@pytest.mark.parametrize(("claim", "note", "label"), PAIRS, ids=[f"{claim} / {note}" for claim, note, _ in PAIRS])
def test_only_the_same_thing_is_contradicted(claim: str, note: str, label: str) -> None:
    judged = next(judge_pairs([Pair("pair", claim, (note,), label)], Parser()))
    assert judged.predicted == label
