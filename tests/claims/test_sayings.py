"""Who says so: sayings between commas, sources, quotations that are not closed, and lists of people."""

from __future__ import annotations

import pytest
from claim_drafts import extracted

from factcheck.model import Extraction


def texts(extraction: Extraction) -> list[str]:
    return [claim.text for claim in extraction.claims]


@pytest.mark.parametrize(
    ("sentence", "claim", "speaker"),
    [
        (
            "Unrest in the valley, Ada Kemp said, was something nobody had wanted.",
            "Ada Kemp said that unrest in the valley was something nobody had wanted.",
            "Ada Kemp",
        ),
        (
            "Residents, the council conceded, were not told until noon.",
            "The council conceded that residents were not told until noon.",
            "The council",
        ),
        (
            "The clinic, she admitted, had no licence until 2021.",
            "She admitted that the clinic had no licence until 2021.",
            "She",
        ),
        (
            "Growth, said the bank's governor, Lena Fors, was slower than in 2019.",
            "The bank's governor said that growth was slower than in 2019.",
            "The bank's governor",
        ),
        (
            "Taxes, as Ada Kemp puts it, are the price of peace.",
            "As Ada Kemp puts it, taxes are the price of peace.",
            "Ada Kemp",
        ),
        (
            "The effects lasted for six years, a study by the University of Padua found.",
            "A study by the University of Padua found that the effects lasted for six years.",
            "A study by the University of Padua",
        ),
        (
            "The school will close, according to the head of the council.",
            "According to the head of the council, the school will close.",
            "The head of the council",
        ),
    ],
)
def test_a_saying_stands_before_what_is_said(sentence: str, claim: str, speaker: str) -> None:
    found = extracted(sentence).claims
    assert (claim, speaker) in [(c.text, c.speaker) for c in found]


def test_a_saying_ends_at_the_semicolon_behind_it() -> None:
    found = texts(extracted("The makers spent £12 million, a producer told the court; few people saw the film."))
    assert "A producer told the court that the makers spent £12 million." in found
    assert "Few people saw the film." in found


def test_what_stands_beside_a_quotation_is_a_claim_without_it() -> None:
    found = texts(extracted("“Nobody saw it coming,” Vera Holm told a paper in 2019; the repair cost £3 million."))
    assert found == [
        "Vera Holm told a paper in 2019: “Nobody saw it coming”.",
        "The repair cost £3 million.",
    ]


def test_a_quotation_that_is_not_closed_ends_before_who_says_it() -> None:
    found = extracted("“We never stopped looking, said Ida Krantz, who led the search.")
    assert found.claims[0].speaker == "Ida Krantz"
    assert found.claims[0].quoted == "We never stopped looking,"
    assert texts(found)[1] == "Ida Krantz led the search."


def test_an_interrupted_quotation_is_shown_in_one() -> None:
    assert texts(extracted('"The plan," Ida Krantz said, "is dead."')) == ["Ida Krantz said: “The plan is dead.”"]


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    draft = (
        '"We regret it," said Joan Cole. "The staff acted at once. The river will recover." She added that it rained.'
    )
    assert {claim.speaker for claim in extracted(draft).claims} == {"Joan Cole"}


def test_each_of_a_list_of_titled_people_is_told_apart() -> None:
    found = texts(
        extracted("The visit includes meetings with Premier Lin Bao, Trade Minister Ada Kemp, and President Roy.")
    )
    assert found == [
        "The visit includes meetings with Lin Bao.",
        "The visit includes meetings with Ada Kemp.",
        "The visit includes meetings with Roy.",
        "Lin Bao is Premier.",
        "Ada Kemp is Trade Minister.",
        "Roy is President.",
    ]


def test_titled_people_before_another_meeting() -> None:
    draft = "The trip holds meetings with Premier Lin Bao, Trade Minister Ada Kemp, and a talk with President Tim Roy."
    assert texts(extracted(draft))[:3] == [
        "The trip holds meetings with Lin Bao.",
        "The trip holds meetings with Ada Kemp.",
        "The trip holds a talk with Tim Roy.",
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("BREWERY FINED AFTER SPILL", "headline in capitals"),
        ("What changed.", "no statement"),
        ("How the bridge fell.", "no statement"),
    ],
)
def test_lines_that_state_nothing_are_no_claims(line: str, reason: str) -> None:
    found = extracted(line)
    assert not found.claims
    assert found.sentences[0].excluded[0].reason == reason


def test_a_dateline_and_a_captions_label_are_no_part_of_a_claim() -> None:
    assert texts(extracted("HELSINKI, Sept. 2015 — Ants treat themselves.")) == ["Ants treat themselves."]
    found = extracted("Figure 2: The ferry left Larne.", "Photo: The ferry sank in 1951.")
    assert texts(found) == ["The ferry left Larne.", "The ferry sank in 1951."]


def test_a_company_that_reports_on_itself_can_be_checked() -> None:
    claim = extracted("We employed 1,412 people.").claims[0]
    assert claim.checkable
    assert claim.unresolved == ("We",)


def test_a_sentence_in_capitals_that_ends_as_one_is_a_claim() -> None:
    assert extracted("THE MILL EMPLOYED 40 PEOPLE IN 2019.").sentences[0].claims
