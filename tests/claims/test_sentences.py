from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.sentences import split

CASES = [
    ("Mr. Hale left. He was 40.", ["Mr. Hale left.", "He was 40."]),
    ("It fell 4.1 percent. Why?", ["It fell 4.1 percent.", "Why?"]),
    ("1. Flour 2. Salt", ["1. Flour", "2. Salt"]),
    ("a. Flour b. Salt c. Yeast", ["a. Flour", "b. Salt", "c. Yeast"]),
    (
        "“The bridge is safe. It will open in May,” she said.",
        ["“The bridge is safe.", "It will open in May,” she said."],
    ),
    ("“Go.” He went.", ["“Go.”", "He went."]),
    ("On the other hand, Ms. Clinton won. He left.", ["On the other hand, Ms. Clinton won.", "He left."]),
    ("Dr. Who is a show. It runs.", ["Dr. Who is a show.", "It runs."]),
    ("Café Noël closed. Ärzte kamen.", ["Café Noël closed.", "Ärzte kamen."]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_sentences_end_where_a_reader_ends_them(text: str, wanted: list[str]) -> None:
    assert [span.of(text) for span in split(text)] == wanted


@given(st.text(max_size=400))
def test_sentences_hold_everything_but_white_space(text: str) -> None:
    spans = split(text)
    assert "".join("".join(span.of(text) for span in spans).split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize("text", ["A. " * 50_000, "x" * 1_000_000, "“" * 10_000, '"' * 9_999, "1. a " * 20_000])
def test_odd_texts_come_through_whole(text: str) -> None:
    assert sum(len(span) for span in split(text)) >= len(text.strip()) // 2
