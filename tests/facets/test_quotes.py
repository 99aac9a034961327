from __future__ import annotations

import pytest
from facet_tables import read_table
from hypothesis import given
from hypothesis import strategies as st

from factcheck.facets import quotes
from factcheck.model import Relation

RELATIONS = {
    "exact": Relation.AGREES,
    "trimmed": Relation.AGREES,
    "altered": Relation.DIFFERS,
    "joined": Relation.DIFFERS,
    "not found": Relation.MISSING,
}
CODES = {"altered": "FC101", "joined": "FC103"}
MARKED = st.text(st.sampled_from("ab c.,\n\"'“”‘’«»…[]")) | st.text()


@pytest.mark.parametrize("row", read_table("quotes.tsv"), ids=lambda row: f"{row[0]}-{row[2]}")
def test_quoted_words_against_a_passage(row: list[str]) -> None:
    words, passage, how, differing = (*row, "")[:4]
    match = quotes.compare(words, passage)
    assert match.comparison.how == how
    assert match.comparison.relation is RELATIONS[how]
    assert match.comparison.code == CODES.get(how)
    if differing:
        assert [">".join(pair) for pair in match.differing] == differing.split("; ")


@pytest.mark.parametrize("row", read_table("quotes_found.tsv"), ids=lambda row: row[0])
def test_quotations_are_found(row: list[str]) -> None:
    expected = [part for part in (*row, "")[1].split(" | ") if part]
    found = quotes.find_text(row[0])
    assert [f"{quote.words} [{quote.speaker or '-'}]" for quote in found] == expected


def test_quotations_over_paragraphs() -> None:
    """A quotation that each new paragraph opens again is one, and an open one ends with its paragraph."""
    (quote,) = quotes.find_text("“First words.\n\n“Second words,” Smith said.")
    assert quote.words == "First words.\n\n“Second words," and quote.speaker == "Smith" and not quote.unclosed
    (quote,) = quotes.find_text("“Open words\n\nAnother paragraph.")
    assert quote.words == "Open words" and quote.unclosed


def test_a_single_word_may_be_a_scare_quote() -> None:
    one, two = quotes.find_text('The "experts" said: "We know it."')
    assert one.scare and not two.scare


@given(MARKED)
def test_any_text_can_be_searched(text: str) -> None:
    for quote in quotes.find_text(text):
        assert quote.words_span.of(text) == quote.words
        assert quote.span.covers(quote.words_span)


@given(MARKED, MARKED)
def test_any_texts_can_be_compared(words: str, passage: str) -> None:
    match = quotes.compare(words, passage)
    if match.passage_span is not None:
        assert 0 <= match.passage_span.start < match.passage_span.end <= len(passage)
    assert (match.passage_span is None) == (match.comparison.relation is Relation.MISSING)


def test_many_open_quotations_and_long_texts_are_read() -> None:
    for text in ("“" * 10_000, '"' * 10_001, "'a " * 10_000, "“a\n\n" * 5_000, "x" * 1_000_000 + '"'):
        quotes.find_text(text)
    quotes.compare("a b c " * 3_000, "a c b " * 3_000)
