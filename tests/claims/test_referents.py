"""Whom and what pointing words stand for, where that is certain; where it is not, the claim says so."""

from __future__ import annotations

from datetime import date

import pytest
from claim_drafts import extracted

from factcheck.model import Claim, Extraction


def last(*paragraphs: str) -> Claim:
    return extracted(*paragraphs).claims[-1]


def texts(extraction: Extraction) -> list[str]:
    return [claim.text for claim in extraction.claims]


@pytest.mark.parametrize(
    ("draft", "claim"),
    [
        ("Marta Velin runs a bakery. She opened it in 2010.", "[Marta Velin] opened it in 2010."),
        ("Marta Velin met Paul Orr. He left at noon.", "[Paul Orr] left at noon."),
        ("Nora Quist was born in Lund. Her father built boats.", "[Nora Quist]’s father built boats."),
        ("Two dogs, Rex and Milo, followed Paul Orr. He fed them.", "[Paul Orr] fed them."),
        ("Harvard gave Yusuf Demir a prize. He refused it.", "[Yusuf Demir] refused it."),
        (
            "A chemical spill at a brewery killed 900 fish. The spill was reported by anglers.",
            "[The chemical spill at a brewery] was reported by anglers.",
        ),
        (
            "The Harlow Foundation paid for it. The foundation gave £3 million.",
            "[The Harlow Foundation] gave £3 million.",
        ),
        ("Calder Ales lost its licence. The company sacked 40 people.", "[Calder Ales] sacked 40 people."),
        ("Finance minister Ida Holm resigned. The minister left Oslo.", "[Ida Holm] left Oslo."),
        ("Kenya signed the pact. The country has 47 counties.", "[Kenya] has 47 counties."),
        (
            "Nora Quist ran the mill for Anders Holm, a lender. She sold it to him.",
            "[Nora Quist] sold it to [Anders Holm].",
        ),
        (
            "Ellen Varga leads the party. Voters trust Varga. Her plan was printed in May.",
            "[Ellen Varga]’s plan was printed in May.",
        ),
        ("Ann Lee met Tom Fry in 2010. The two married in 2012.", "[Ann Lee and Tom Fry] married in 2012."),
        ("Ann Lee lived in Bergen. There she wrote a novel.", "[Ann Lee] [in Bergen] wrote a novel."),
    ],
)
def test_the_only_one_who_fits_is_named_in_brackets(draft: str, claim: str) -> None:
    assert last(draft).text == claim


def test_a_bracket_records_where_its_words_stand() -> None:
    found = extracted("A chemical spill at a brewery killed 900 fish. The spill was reported by anglers.")
    antecedent = found.claims[-1].antecedents[0]
    assert antecedent.source is not None
    assert antecedent.source.of(found.document.text) == "A chemical spill at a brewery"
    assert antecedent.ground == "called so before"


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        ("Paul Orr met Peter Hale. He left early.", "He"),
        ("Iris Mott wrote to Ada Kemp. Her letter was lost.", "Her"),
        ("The bridge at Ely fell. The bridge at March held. The bridge cost £2 million.", "The bridge"),
        ("Prices rose. The council met twice.", "The council"),
        ("The mills were shut. This was wrong.", "This"),
        ("The park was sold. We paid for 40 trees.", "We"),
        ("The author wrote four books. The first sold 900 copies.", "The first"),
    ],
)
def test_what_is_not_certain_keeps_its_words_and_says_so(draft: str, words: str) -> None:
    assert words in last(draft).unresolved


def test_who_speaks_is_not_the_he_of_the_quotation() -> None:
    found = extracted("Paul Orr signed the lease. Ben Roth said: “He never read it.”")
    assert all("Ben Roth] never" not in claim.text for claim in found.claims)


def test_a_guess_is_not_passed_on_to_the_pronouns_behind_it() -> None:
    found = extracted("Paul Orr met Peter Hale. He left early. He slept.")
    assert [claim.unresolved for claim in found.claims[1:]] == [("He",), ("He",)]


def test_a_pronoun_in_a_quotation_is_the_speakers() -> None:
    found = extracted("Paul Orr knew Ben Roth. Ada Kemp called it “the worst thing he ever did”.")
    assert not found.claims[-1].antecedents


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill closed. The economy shrank by 4 percent.",
        "The mill closed. The capital of France has 2 million people.",
    ],
)
def test_what_is_definite_by_itself_needs_no_referent(sentence: str) -> None:
    assert last(sentence).unresolved == ()


def test_a_pronoun_of_an_object_is_not_its_subject() -> None:
    draft = "Johan Ekman runs the mill. Italy's minister, Paolo Ricci, summoned him to Rome."
    assert "Italy's minister summoned [Johan Ekman] to Rome." in texts(extracted(draft))


def test_a_woman_who_is_described_is_not_the_one_named_before() -> None:
    assert not last("Ada Kemp left. The book is about a woman who lost her parents.").antecedents


def test_one_who_is_written_of_throughout_is_meant_beside_a_nobody() -> None:
    draft = (
        "Joshua Norman came from Hull. He sold rice. He lost it. The paper printed that because its editor liked it."
    )
    assert last(f"{draft} He moved to Ely.").text == "[Joshua Norman] moved to Ely."


def test_a_line_above_the_copy_dates_the_draft() -> None:
    found = extracted("14 March 2025", "The dam was closed on Tuesday.")
    assert found.sentences[0].excluded[0].reason == "dateline"


def test_a_weekday_is_the_one_before_the_drafts_date() -> None:
    found = extracted("The dam broke on Tuesday. The town called a vote for Friday.", date=date(2025, 3, 14))
    assert found.claims[0].text == "The dam broke on Tuesday [11 March 2025]."
    assert not found.claims[-1].antecedents
    assert found.claims[-1].unresolved
