"""A note of one sentence that says "he", "it" or "the film" of what the claim names."""

from __future__ import annotations

import pytest

from factcheck.evaluation.cases import Pair
from factcheck.evaluation.pairs import judge_pairs
from factcheck.language import Parser

PAIRS = [
    ("Karl IV was a patron of the university.", "He was a patron of the university.", "supported"),
    (
        "Grey Harbour (film) was written by Ida Lund.",
        "It was directed by Bo Vik, and written by Ida Lund.",
        "supported",
    ),
    ("Reach for Me was recorded in 1988.", "Produced by Northside, the song was recorded on 3 May 1988.", "supported"),
    (
        "There are stories that Oswin's brother, Edric, betrayed him.",
        "He fled the country, although there were stories that his brother Edric betrayed him.",
        "supported",
    ),
    ("The mayor of Larne resigned.", "The mayor of Port Ellery resigned.", "not-enough-evidence"),
    ("Anna Berg said that the harbour will close.", "The harbour will close.", "not-enough-evidence"),
    ("Salt Road was directed by Mia Holm.", "Salt Road is a 1994 drama film directed by Per Strand.", "refuted"),
    ("Mia Holm directed Salt Road.", "Salt Road is a 1994 drama film directed by Per Strand.", "refuted"),
    (
        "Salt Road was produced by Per Strand.",
        "Salt Road is a 1994 film produced by Mia Holm and directed by Per Strand.",
        "not-enough-evidence",
    ),
    ("The bridge has yet to be opened.", "The bridge was opened in June.", "refuted"),
    ("The dictionary is sold in 24 dialects.", "The dictionary is sold in 24 hospitals.", "not-enough-evidence"),
]


@pytest.mark.parametrize(("claim", "note", "label"), PAIRS, ids=[f"{claim} / {note}" for claim, note, _ in PAIRS])
def test_what_a_sentence_says_of_something_unnamed(claim: str, note: str, label: str) -> None:
    judged = next(judge_pairs([Pair("pair", claim, (note,), label)], Parser()))
    assert judged.predicted == label
