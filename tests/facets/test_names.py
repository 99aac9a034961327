from __future__ import annotations

from functools import cache

import pytest
from facet_tables import parse_all, read_table
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.facets import names
from factcheck.language import Parser
from factcheck.model import Relation

FLOOR = 0.94
PIECES = ["Mr.", "of", "the", "and", "von", "'s", "-", "(", ")", "&", "President", "Chinese", "Bank", "X", '"', "I"]
PAIRS = read_table("names.tsv")


@cache
def named() -> dict[str, names.Name]:
    """The names of the table, each as it is found in a sentence."""
    texts = sorted({text for row in PAIRS for text in row[:2]})
    analyses = parse_all([f"They spoke about {text} yesterday." for text in texts])
    return {text: max(names.find(a), key=lambda name: len(name.span)) for text, a in zip(texts, analyses, strict=True)}


def test_names_are_compared() -> None:
    wrong = []
    for claim, passage, relation, how in ((*row, "")[:4] for row in PAIRS):
        found = names.compare(named()[claim], named()[passage])
        back = names.compare(named()[passage], named()[claim])
        assert (found.relation, found.how) == (back.relation, back.how)
        assert found.relation is not Relation.DIFFERS or found.code == "FC401"
        if found.relation.value != relation or (how and found.how != how):
            wrong.append(
                (
                    claim,
                    passage,
                    relation,
                    how,
                    found.relation.value,
                    found.how,
                    named()[claim].kind,
                    named()[passage].kind,
                )
            )
    assert len(wrong) <= (1 - FLOOR) * len(PAIRS), "\n".join(map(str, wrong))


def test_no_two_names_of_one_thing_differ() -> None:
    """The costly mistake: what the table says agrees or cannot be compared is never held to differ."""
    accused = [
        row[:2]
        for row in PAIRS
        if row[2] != "differs" and names.compare(named()[row[0]], named()[row[1]]).relation is Relation.DIFFERS
    ]
    assert not accused


def test_names_are_found() -> None:
    table = [(*row, "")[:2] for row in read_table("names_found.tsv")]
    wrong = []
    for (sentence, expected), analysis in zip(table, parse_all([row[0] for row in table]), strict=True):
        found = names.find(analysis)
        assert all(name.span.of(sentence) == name.text for name in found)
        shown = "; ".join(f"{n.text}/{n.kind}" + (f" [{n.title}]" if n.title else "") for n in found)
        if shown != expected:
            wrong.append((expected, shown))
    assert len(wrong) <= 0.1 * len(table), "\n".join(map(str, wrong))


@pytest.mark.parametrize(
    ("sentence", "pair"),
    [
        ("The National People's Congress (NPC) met in March.", ("National People's Congress", "NPC")),
        ("The World Health Organization (WHO) warned of it.", ("World Health Organization", "WHO")),
        ("They met Marie Orr, known as Red Marie, in Paris.", ("Marie Orr", "Red Marie")),
        ("The company X, formerly Twitter, lost money.", ("X", "Twitter")),
    ],
)
def test_aliases_in_the_text(sentence: str, pair: tuple[str, str]) -> None:
    assert pair in names.aliases(Parser().parse_one(sentence))


def test_an_alias_agrees() -> None:
    claim, passage = named()["Toyota"], named()["Honda"]
    assert names.compare(claim, passage, [("Honda", "Toyota")]).how == "alias"


def test_titles_of_one_person() -> None:
    first, second, same = (
        names.find(analysis)[0]
        for analysis in parse_all(
            [
                "Finance Minister Marie Orr left.",
                "Health Minister Marie Orr left.",
                "Former Finance Minister Marie Orr left.",
            ]
        )
    )
    assert names.compare_titles(first, second).code == "FC402"
    assert names.compare_titles(first, same).relation is Relation.AGREES


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200) | st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_any_text_can_be_searched(text: str) -> None:
    found = names.find(Parser().parse_one(text))
    assert all(name.span.of(text) == name.text for name in found)
    assert list(found) == sorted(found, key=lambda name: name.span)
    for first in found:
        for second in found:
            assert names.compare(first, second).relation is names.compare(second, first).relation
