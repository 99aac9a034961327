from __future__ import annotations

from itertools import product

import pytest
from facet_tables import marked, parse_all, read_table, token_at

from factcheck.facets import polarity
from factcheck.model import Relation

# The tables rest on the language model's parses; a few wrong ones are its, not the rules'.
FLOOR = 0.94


def share_right(answers: list[tuple[str, str, str]]) -> None:
    wrong = [answer for answer in answers if answer[1] != answer[2]]
    assert len(wrong) <= (1 - FLOOR) * len(answers), "\n".join(map(str, wrong))


def test_negation_and_certainty() -> None:
    """Each marked predicate is read as affirmed or denied, or as fact, possibility, plan, allegation."""
    table = read_table("polarity.tsv")
    sentences = [marked(row[0]) for row in table]
    answers = []
    for row, (_, _, start), analysis in zip(table, sentences, parse_all([s[0] for s in sentences]), strict=True):
        i = token_at(analysis, start)
        if row[1] in ("pos", "neg"):
            found = "neg" if polarity.negated(analysis, i) else "pos"
        else:
            found = polarity.modality(analysis, i)
        answers.append((row[0], row[1], found))
    share_right(answers)


def test_scope() -> None:
    table = read_table("scope.tsv")
    sentences = [marked(row[0]) for row in table]
    answers = [
        (row[0], row[1], polarity.scope(analysis, token_at(analysis, start)) or "-")
        for row, (_, _, start), analysis in zip(table, sentences, parse_all([s[0] for s in sentences]), strict=True)
    ]
    share_right(answers)


def test_negation_is_compared_both_ways() -> None:
    for a, b in product([True, False], repeat=2):
        assert polarity.compare_negation(a, b).relation is polarity.compare_negation(b, a).relation
    assert polarity.compare_negation(True, False).code == "FC501"


@pytest.mark.parametrize("weak", ["possible", "planned", "alleged", "necessary", "conditional", "denied"])
def test_a_surer_claim_is_an_over_claim(weak: polarity.Modality) -> None:
    found = polarity.compare_modality("fact", weak)
    assert found.relation is Relation.DIFFERS and found.code == "FC505"
    assert polarity.compare_modality(weak, "fact").relation is not Relation.DIFFERS
    assert polarity.compare_modality(weak, weak).relation is Relation.AGREES


@pytest.mark.parametrize(
    ("claim", "passage", "relation"),
    [
        ("all", "some", "differs"),
        ("some", "all", "agrees"),
        ("all", "most", "differs"),
        ("most", "all", "agrees"),
        ("no", "some", "differs"),
        ("some", "no", "differs"),
        ("no", "all", "differs"),
        ("few", "many", "differs"),
        ("all", "not all", "differs"),
        ("many", "most", "agrees"),
        (None, "some", "incomparable"),
        ("all", None, "incomparable"),
        (None, None, "agrees"),
        ("few", "some", "incomparable"),
    ],
)
def test_scopes_are_compared(claim: str | None, passage: str | None, relation: str) -> None:
    found = polarity.compare_scope(claim, passage)
    assert found.relation.value == relation
    assert (found.code == "FC504") == (relation == "differs")
