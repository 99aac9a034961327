"""Figures that cannot be right: of another size in the same place, against their own words, or given to the other."""

from __future__ import annotations

import pytest
from test_judge import verdict

from factcheck.model import Label, Relation


@pytest.mark.parametrize(
    ("claim", "note", "code"),
    [
        # the only measure of its kind, near the same words, that no passage has
        (
            "A gale was gusting to 70 knots on the pier.",
            "Mean 20 knots, gusts of 42 knots recorded on the pier.",
            "FC201",
        ),
        ("Her apprenticeship lasted six months.", "I had an apprenticeship of six weeks.", "FC302"),
        ("The mould grows best between 4 and 18 °C.", "The mould grows best between 11 and 18 °C.", "FC201"),
        # a word that the claim's own figures deny
        ("Opening hours rise from 45 to 36 a week.", "It will be open 36 hours a week, and was open 45.", "FC502"),
        ("Deaths fell to 61 from 48.", "The report counts 48 deaths before and 61 after.", "FC502"),
        ("Fewer people came than last year: 4,120 against 3,650.", "4,120 people came (2023: 3,650).", "FC502"),
        # the figure of the other of two
        (
            "Plants in the driest beds flowered after 31 days.",
            "Plants flowered after 19 days in the driest beds and after 31 days in the wettest.",
            "FC201",
        ),
        # a place in an order
        (
            "The margin was the smallest in the women's race.",
            "It is the third smallest margin in the women's race.",
            "FC503",
        ),
        # a forename got wrong
        ("The organ was built by Bernard Pelham in 1911.", "The organ was built by Bertram Pelham in 1911.", "FC401"),
    ],
)
def test_a_wrong_figure_is_refuted_with_its_rule(claim: str, note: str, code: str) -> None:
    found = verdict(claim, note)
    assert found.label is Label.REFUTED
    assert code in {f.code for f in found.findings if f.relation is Relation.DIFFERS}


@pytest.mark.parametrize(
    ("claim", "note"),
    [
        # of something else, or a value that the note has
        ("Her speech in Turin lasted eighteen minutes.", "They waited in Turin for eighteen months after her speech."),
        ("More than 600 people are missing.", "Thirty people have lost their lives and more than 600 are missing."),
        ("The mould grows between 4 and 30 °C.", "The mould grows between 11 and 18 °C."),
        # words that fit their figures, and places in an order, where up is to a smaller number
        ("Opening hours fall from 45 to 36 a week.", "It will be open 36 hours a week, and was open 45."),
        ("The song rose from number 14 to number 3 in the chart.", "It was at number 3, after number 14."),
        # each with its own figure
        ("Meyer won 7 races and Brandt won 12 races.", "Brandt won 12 races and Meyer won 7 races."),
        (
            "Plants in the driest beds flowered after 19 days.",
            "It was 19 days in the driest beds and 31 in the wettest.",
        ),
        # two of one family
        ("The organ was built by Clara Pelham in 1911.", "The organ was paid for by Edgar Pelham in 1911."),
    ],
)
def test_what_may_be_right_is_not_refuted(claim: str, note: str) -> None:
    assert verdict(claim, note).label is not Label.REFUTED
