from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.facets import lexicon
from factcheck.facets.tables import rows

TABLE = [
    line.split("\t")
    for line in (Path(__file__).parent / "lexicon.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
POS = st.sampled_from(["NOUN", "VERB", "ADJ", "ADV", "ADP", "PROPN", "X"])
WORDS = st.one_of(st.text(max_size=12), st.sampled_from([row[1] for row in TABLE]))


def answer(relation: str, first: str, second: str, pos: str, other: str | None) -> bool:
    if relation == "antonym":
        return lexicon.antonyms(first, second, pos, other)
    if relation == "synonym":
        return lexicon.synonyms(first, second, pos)
    if relation == "hypernym":
        return lexicon.hypernym(first, second, pos)
    if relation == "exclusive":
        return lexicon.exclusive(first, second, pos)
    return second in lexicon.family(first, pos)


@pytest.mark.parametrize("row", TABLE, ids="-".join)
def test_what_words_have_to_do_with_one_another(row: list[str]) -> None:
    """Each row of the table holds, and opposites and exclusive values hold both ways."""
    relation, first, second, pos, other, expected = row
    assert answer(relation, first, second, pos, other or None) == (expected == "yes")
    if relation in ("antonym", "exclusive", "synonym"):
        assert answer(relation, second, first, other or pos, pos if other else None) == (expected == "yes")


@given(WORDS, WORDS, POS)
def test_any_words_can_be_asked(a: str, b: str, pos: str) -> None:
    """No word crashes; opposites are symmetric and never synonyms; a word is not its own opposite."""
    assert lexicon.antonyms(a, b, pos) == lexicon.antonyms(b, a, pos)
    assert not (lexicon.antonyms(a, b, pos) and lexicon.synonyms(a, b, pos))
    assert not lexicon.antonyms(a, a, pos)
    assert lexicon.exclusive(a, b, pos) == lexicon.exclusive(b, a, pos)
    score = lexicon.related(a, b, pos)
    assert score is None or 0.5 <= score <= 1
    assert not (lexicon.hypernym(a, b, pos) and lexicon.hypernym(b, a, pos))


@pytest.mark.parametrize("name", ["opposites.tsv", "converses.tsv"])
def test_no_class_has_a_word_on_both_sides(name: str) -> None:
    for row in rows(name):
        left, right = row[-2].split(), row[-1].split()
        assert not set(left) & set(right), row
        assert len(set(left)) == len(left) and len(set(right)) == len(right), row


def test_likeness_is_graded() -> None:
    """The same word, a derivation, a synonym and a more general word count less and less."""
    scores = [
        lexicon.related("rise", "rise", "VERB"),
        lexicon.related("grow", "growth", "VERB", "NOUN"),
        lexicon.related("begin", "start", "VERB"),
        lexicon.related("car", "vehicle", "NOUN"),
    ]
    known = [score for score in scores if score is not None]
    assert known == sorted(known, reverse=True) and len(set(known)) == len(scores)
    assert lexicon.related("rise", "fall", "VERB") is None


def test_irregular_forms() -> None:
    assert lexicon.base_forms("fled", "VERB") == {"flee"}
    assert not lexicon.base_forms("walked", "VERB")


def test_data_files_say_where_they_come_from() -> None:
    folder = Path(lexicon.__file__).parent.parent / "data"
    for path in folder.glob("wordnet-*.tsv"):
        assert re.search("WordNet 3.0.*WORDNET-LICENSE", path.read_text("utf-8")[:300])
    assert "Princeton University" in (folder / "WORDNET-LICENSE").read_text("utf-8")
