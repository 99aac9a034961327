"""Sentences cut where their punctuation shows that a new clause begins, and put together again."""

from __future__ import annotations

import pytest

from factcheck.language import Parser
from factcheck.language.units import units

PARSER = Parser()
CUT = (
    "The mill closed in May; its owner still lives nearby.",
    "The council bought the barn, but it never paid for the roof.",
    "Rents rose in the north, while wages in the south stayed flat.",
    "Exports reached 40 tonnes, 12 per cent more than in 2019.",
)
WHOLE = (
    "She sells bread; milk; and eggs.",
    "He said “stop it; go home” and left.",
    "Ms Hale (a judge; later a writer) left.",
    "We met Ann, Ben, and Carl in June.",
)


@pytest.mark.parametrize("sentence", CUT + WHOLE)
def test_the_words_and_their_places_are_those_of_the_sentence(sentence: str) -> None:
    analysis = PARSER.parse_one(sentence)
    assert analysis.text == sentence
    assert [t.i for t in analysis.tokens] == list(range(len(analysis.tokens)))
    assert all(sentence[t.start : t.end] == t.text for t in analysis.tokens)
    assert "".join(t.text for t in analysis.tokens) == sentence.replace(" ", "")


@pytest.mark.parametrize("sentence", CUT + WHOLE)
def test_a_sentence_has_one_root_that_every_word_leads_to(sentence: str) -> None:
    analysis = PARSER.parse_one(sentence)
    assert len(analysis.roots) == 1
    assert analysis.subtree(analysis.roots[0]) == list(range(len(analysis.tokens)))


@pytest.mark.parametrize("sentence", CUT)
def test_punctuation_before_a_clause_or_a_comparison_cuts(sentence: str) -> None:
    assert len(units(sentence)) == 2


@pytest.mark.parametrize("sentence", WHOLE[1:])
def test_punctuation_in_marks_brackets_and_lists_of_names_does_not_part_clauses(sentence: str) -> None:
    assert len(PARSER.parse_one(sentence).roots) == 1
    assert len([unit for unit in units(sentence) if unit.mark == ";"]) == 0


def test_nothing_attaches_across_a_semicolon() -> None:
    analysis = PARSER.parse_one("He taught that prices always rise; the lesson to learn, he wrote, is that they do.")
    semicolon = next(t.i for t in analysis.tokens if t.text == ";")
    across = [t for t in analysis.tokens if t.pos != "PUNCT" and (t.i < semicolon) != (t.head < semicolon)]
    assert [t.rel for t in across] == ["parataxis"]


def test_sentences_in_one_batch_do_not_mix() -> None:
    together = list(PARSER.parse(CUT + WHOLE))
    assert [a.text for a in together] == list(CUT + WHOLE)
    assert [len(a.roots) for a in together] == [1] * len(together)
