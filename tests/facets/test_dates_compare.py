"""Dates held against one another: what agrees, what is not confirmed, what differs, and what nobody is accused of."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.facets.dates import compare, find_text
from factcheck.model import Relation

HERE = Path(__file__).parent
TABLE = [
    line.split("\t")
    for name in ("date_pairs.tsv",)
    for line in (HERE / name).read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
EXPRESSIONS = sorted({(pair[side], pair[side + 3]) for pair in TABLE for side in (0, 1)})


def day(written: str) -> date | None:
    return None if written == "-" else date.fromisoformat(written)


@pytest.mark.parametrize(("claim", "passage", "expected", "claim_anchor", "passage_anchor"), TABLE)
def test_pair(claim: str, passage: str, expected: str, claim_anchor: str, passage_anchor: str) -> None:
    (ours,) = find_text(claim, day(claim_anchor))
    (theirs,) = find_text(passage, day(passage_anchor))
    outcome = compare(ours, theirs)
    assert f"{outcome.relation.value} {outcome.how}" == expected


def test_a_difference_breaks_rule_fc301_and_shows_both_dates() -> None:
    (ours,), (theirs,) = find_text("She resigned in 2018."), find_text("She resigned on 3 May 2019.")
    outcome = compare(ours, theirs)
    assert outcome.code == "FC301"
    assert "2018" in outcome.message
    assert "3 May 2019" in outcome.message


@given(st.sampled_from(EXPRESSIONS), st.sampled_from(EXPRESSIONS))
def test_a_difference_is_one_whichever_side_is_the_claim(first: tuple[str, str], second: tuple[str, str]) -> None:
    (ours,), (theirs,) = (find_text(text, day(anchor)) for text, anchor in (first, second))
    there, back = compare(ours, theirs), compare(theirs, ours)
    assert (there.relation is Relation.DIFFERS) == (back.relation is Relation.DIFFERS)


@pytest.mark.parametrize(("text", "anchor"), EXPRESSIONS)
def test_a_resolved_date_agrees_with_itself(text: str, anchor: str) -> None:
    (value,) = find_text(text, day(anchor))
    assert compare(value, value).relation is Relation.AGREES
