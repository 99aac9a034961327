"""Which words correspond, and what stands in the place of one that has no counterpart."""

from __future__ import annotations

from factcheck.language import Parser
from factcheck.verdicts.alignment import Alignment
from factcheck.verdicts.linking import align
from factcheck.verdicts.reading import read

PARSER = Parser()


def aligned(claim: str, passage: str, *context: str) -> Alignment:
    around = tuple(read(PARSER.parse_one(text)) for text in context)
    return align(read(PARSER.parse_one(claim)), read(PARSER.parse_one(passage)), around)


def test_identical_texts_cover_one_another() -> None:
    found = aligned("The fund paid 45 grants in March.", "The fund paid 45 grants in March.")
    assert found.coverage() == 1.0
    assert found.missing() == []


def test_what_the_passage_lacks_is_named() -> None:
    found = aligned("The fund paid generous grants.", "The fund paid grants.")
    assert [found.claim.text(word.i) for word in found.missing()] == ["generous"]


def test_a_name_beside_the_passage_counts_and_a_number_beside_it_does_not() -> None:
    found = aligned("Orr resigned in 2018.", "She resigned after the vote.", "Orr was elected in 2018.")
    assert [found.claim.text(word.i) for word in found.missing()] == ["2018"]


def test_the_counterpart_of_a_word_hangs_on_the_same_word_in_the_same_role() -> None:
    found = aligned("The rice came from Brazil.", "The rice of the south came from Peru.")
    node = next(word.i for word in found.claim.words if word.lemma == "brazil")
    assert [found.passage.text(place.passage) for place in found.counterparts(node) if place.exact] == ["Peru"]
