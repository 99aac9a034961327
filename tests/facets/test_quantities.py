"""Quantities: what is found in a text, and how a claim's figure stands to a passage's."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.facets.quantities import Bound, Quantity, compare, find, find_text
from factcheck.facets.quantities.words import scan
from factcheck.language import Parser
from factcheck.model import Relation

HERE = Path(__file__).parent
CLOSE = Decimal("1e-9")


def rows(name: str, columns: int) -> list[list[str]]:
    lines = [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [(line.split("\t") + [""] * columns)[:columns] for line in lines]


TEXTS = [(text, list(group)) for text, group in groupby(rows("quantities.tsv", 7), key=lambda row: row[0])]
PAIRS = rows("quantity_pairs.tsv", 5)


def number(written: str) -> Decimal:
    value = Decimal(1)
    for part in written.split("*"):
        above, _, below = part.partition("/")
        value *= Decimal(above) / Decimal(below or 1)
    return value


def same(found: Decimal | None, expected: str) -> bool:
    if not expected or found is None:
        return not expected and found is None
    wanted = number(expected)
    return abs(found - wanted) <= CLOSE * max(abs(wanted), Decimal(1))


def described(quantity: Quantity) -> str:
    return (
        f"{quantity.text!r} value={quantity.value} {quantity.low}..{quantity.high} {quantity.unit} "
        f"{quantity.bound} {'~' if quantity.approximate else ''}"
    )


def fits(quantity: Quantity, row: list[str]) -> bool:
    _, _, value, interval, unit, bound, approximate = row
    if quantity.unit != unit or quantity.bound != (bound or "exact") or quantity.approximate != (approximate == "~"):
        return False
    if not same(quantity.value, value):
        return False
    if interval:
        low, high = interval.split("..")
        return same(quantity.low, low) and same(quantity.high, high)
    if quantity.approximate:
        return quantity.low is not None and quantity.high is not None and quantity.low < quantity.high
    return same(quantity.low, value) and same(quantity.high, value)


@pytest.mark.parametrize(("text", "expected"), TEXTS, ids=[text for text, _ in TEXTS])
def test_text_gives_its_quantities_and_no_others(text: str, expected: list[list[str]]) -> None:
    found = find_text(text)
    wanted = [row for row in expected if row[1]]
    assert [q.text for q in found] == [row[1] for row in wanted], [described(q) for q in found]
    for quantity, row in zip(found, wanted, strict=True):
        assert fits(quantity, row), (described(quantity), row)


def only(text: str) -> Quantity:
    (quantity,) = find_text(text)
    return quantity


@pytest.mark.parametrize(
    ("claim", "passage", "relation", "how", "code"), PAIRS, ids=[f"{p[0]} | {p[1]}" for p in PAIRS]
)
def test_pair_compares_as_a_desk_would(claim: str, passage: str, relation: str, how: str, code: str) -> None:
    outcome = compare(only(claim), only(passage))
    assert (outcome.relation, outcome.how, outcome.code or "") == (relation, how, code)


@pytest.mark.parametrize(("claim", "passage"), [(p[0], p[1]) for p in PAIRS])
def test_differing_is_symmetric_on_the_table(claim: str, passage: str) -> None:
    there = compare(only(claim), only(passage)).relation is Relation.DIFFERS
    back = compare(only(passage), only(claim)).relation is Relation.DIFFERS
    assert there == back


def test_table_is_large_enough() -> None:
    assert sum(bool(row[1]) for _, group in TEXTS for row in group) >= 400
    assert sum(not row[1] for _, group in TEXTS for row in group) >= 60
    assert len(PAIRS) >= 150


WORDS = """
1 2 12 118.4 3,000 2018 one two twenty hundred million half third quarter of a an and in to between from - – % $ £
percent km miles feet inches years old aged about nearly more than or so 3-2 5–7 ½ 3/4 k m bn . , ( ) No. times
dozens several hundreds couple May Boeing minus − degrees F C point points twice not fewer at least age ago
"""
PIECES = st.sampled_from(WORDS.split())
PHRASES = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", " "])), max_size=14).map(
    lambda parts: "".join(piece + space for piece, space in parts)
)


@given(st.one_of(st.text(max_size=80), PHRASES))
@settings(max_examples=400, deadline=None)
def test_no_text_crashes_and_spans_slice_back(text: str) -> None:
    end = 0
    for quantity in find_text(text):
        assert quantity.span.of(text) == quantity.text
        assert quantity.span.start >= end
        end = quantity.span.end
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high


@given(PHRASES, PHRASES)
@settings(max_examples=300, deadline=None)
def test_differing_is_symmetric_and_a_quantity_never_differs_from_itself(one: str, two: str) -> None:
    ours, theirs = find_text(one), find_text(two)
    for a in ours:
        outcome = compare(a, a)
        assert outcome.relation is not Relation.DIFFERS
        if a.bound is Bound.EXACT:
            assert outcome.relation is Relation.AGREES
        for b in theirs:
            there, back = compare(a, b).relation, compare(b, a).relation
            assert (there is Relation.DIFFERS) == (back is Relation.DIFFERS)


@given(st.integers(2, 99), st.integers(2, 99))
def test_plain_counts_differ_exactly_when_they_are_unequal(one: int, two: int) -> None:
    outcome = compare(only(f"{one} people"), only(f"{two} people"))
    assert outcome.relation is (Relation.AGREES if one == two else Relation.DIFFERS)


@pytest.mark.parametrize(
    "text", ["1 " * 50_000, "million " * 50_000, "$" * 50_000, "a" * 1_000_000, "more than " * 30_000]
)
def test_long_input_is_read_in_steps_that_grow_with_it(text: str) -> None:
    assert len(scan(text)) <= len(text)
    assert isinstance(find_text(text), tuple)


NOUNS = [
    ("The war displaced 13,000 people.", "13,000", "person"),
    ("Police arrested two Canadian citizens.", "two", "citizen"),
    ("The state imposed tariffs of 25 percent.", "25 percent", "tariff"),
    ("About 60 percent of voters stayed home.", "About 60 percent", "voter"),
    ("The city built 3.2 million homes.", "3.2 million", "home"),
]


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


@pytest.mark.parametrize(("text", "expression", "noun"), NOUNS)
def test_parse_names_what_is_counted(parser: Parser, text: str, expression: str, noun: str) -> None:
    analysis = parser.parse_one(text)
    (quantity,) = find(analysis)
    assert (quantity.text, quantity.noun) == (expression, noun)
    assert quantity.head is not None
    assert analysis.tokens[quantity.head].lemma.lower() in {noun, "people"}
