"""Whose words a quotation is, over sentences and paragraphs, and what is told beside it."""

from __future__ import annotations

import pytest
from claim_drafts import extracted

from factcheck.model import ClaimKind, Extraction


def said(extraction: Extraction) -> list[tuple[str | None, str | None]]:
    """Speaker and words of each quotation."""
    return [(claim.speaker, claim.quoted) for claim in extraction.claims if claim.kind is ClaimKind.QUOTE]


def texts(extraction: Extraction) -> list[str]:
    return [claim.text for claim in extraction.claims]


def test_a_quotation_goes_on_over_paragraphs_whose_closing_mark_is_missing() -> None:
    found = extracted(
        "“The pumps failed,” said Vera Holm. “We called the county.",
        "“Nobody came until noon.",
        "“By then the mill was under water.”",
    )
    assert {speaker for speaker, _ in said(found)} == {"Vera Holm"}
    assert len(said(found)) == 4


def test_an_open_quotation_has_the_speaker_whom_the_next_paragraph_names() -> None:
    found = extracted("“I was in Leeds at the time.", "“The road was dry,” Olaf Berg told the panel.")
    assert [speaker for speaker, _ in said(found)] == ["Olaf Berg", "Olaf Berg"]


def test_a_paragraph_of_quotation_belongs_to_who_just_spoke() -> None:
    found = extracted(
        "Olaf Berg, an engineer, said the piers were sound.", "“I went down there on Monday. The concrete is dry.”"
    )
    assert [speaker for speaker, _ in said(found)] == ["Olaf Berg", "Olaf Berg"]


def test_an_answer_without_a_name_has_no_speaker() -> None:
    found = extracted(
        "“We closed it in May,” Olaf Berg said.", "“Who told you to do that?”", "“I would rather not say.”"
    )
    assert [speaker for speaker, _ in said(found)][1:] == [None, None]
    assert all("“" in claim.unresolved for claim in found.claims[1:])


def test_the_only_voice_of_a_paragraph_speaks_before_its_name_too() -> None:
    found = extracted("“I have the logs.” He taps a folder. “They go back to 2003,” Olaf Berg says.")
    assert {speaker for speaker, _ in said(found)} == {"Olaf Berg"}


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        (
            "“We have lost the bridge,” said Ida Krantz, the mayor.",
            ["Ida Krantz said: “We have lost the bridge”.", "Ida Krantz is the mayor."],
        ),
        (
            "“It was never safe,” one of them, Priya Nair, wrote in a letter.",
            ["Priya Nair wrote in a letter: “It was never safe”.", "Priya Nair is one of them."],
        ),
        (
            "“We left at six,” she said as the ship sailed.",
            ["She said: “We left at six”.", "The ship sailed."],
        ),
        (
            "Asked about the cost, Krantz said: “Too much.”",
            ["Krantz said: “Too much.”", "Krantz was asked about the cost."],
        ),
        (
            "The driver told reporters outside the court that he had been “strung along, for months”.",
            ["The driver told reporters outside the court that he had been “strung along, for months”."],
        ),
        (
            "The clerk, asked whether the form had been lost, said the office was “still looking into it”.",
            [
                "The clerk said that the office was “still looking into it”.",
                "The clerk was asked whether the form had been lost.",
            ],
        ),
        (
            "The trust, which took over the canal in 2012, “could not run a bath”.",
            ["The trust “could not run a bath”.", "The trust took over the canal in 2012."],
        ),
        (
            "“A lender of last resort” often ignores its own rules, the report said.",
            ["The report said that “a lender of last resort” often ignores its own rules."],
        ),
    ],
)
def test_what_is_quoted_and_what_is_told_are_kept_apart(sentence: str, claims: list[str]) -> None:
    assert texts(extracted(sentence)) == claims


def test_a_sentence_ends_at_a_small_word_and_takes_its_opening_mark_along() -> None:
    found = extracted("“My clients like to challenge me. I have done this for 25 years,” said Ida Krantz. “It pays.”")
    assert [words for _, words in said(found)] == [
        "My clients like to challenge me.",
        "I have done this for 25 years,",
        "It pays.",
    ]
