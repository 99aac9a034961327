"""An error is found though the rest of the draft is told in other words; and what only looks like one is left alone."""

from __future__ import annotations

import pytest

from factcheck.language import Parser
from factcheck.model import Claim, ClaimKind, Label, Passage, Relation, Span, Verdict
from factcheck.verdicts import Candidate, judge

PARSER = Parser()


def verdict(claim: str, *notes: str) -> Verdict:
    made = Claim("c1", claim, ClaimKind.EVENT, (Span(0, len(claim)),), 0)
    candidates = []
    for number, text in enumerate(notes, 1):
        place = Passage(f"n:{number}", "n.txt", "n.txt", Span(0, len(text)), text, f"{number}:1")
        candidates.append(Candidate(place, PARSER.parse_one(text), 0.5))
    return judge(made, PARSER.parse_one(claim), candidates, article_date=None)


@pytest.mark.parametrize(
    ("claim", "note", "code"),
    [
        # another place or people in a frame that is the same, the verb told otherwise
        (
            "Rossi ruined himself with a bet on Chilean copper.",
            "Rossi, a shipowner, lost all his money speculating in Bolivian copper.",
            "FC401",
        ),
        (
            "The shells were picked up on the rocky beaches of northern Portugal.",
            "Our shells were gathered by hand on the rocky beaches of northern Spain.",
            "FC401",
        ),
        # names of one kind that only the first word tells apart
        (
            "The beekeeping course was drawn up by Cornell Business School.",
            "I thank the staff of Stanford Business School for giving us a free beekeeping course.",
            "FC401",
        ),
        # a rank is one difference, however it is noticed
        ("Tamar is the third daughter of Ilan.", "Tamar is the second daughter of Ilan.", "FC503"),
        ("The eldest of her sons keeps bees.", "Her third son, Amos, keeps bees in the hills.", "FC503"),
        ("The magazine chose the worst bakeries of the town.", "The magazine chose the best bakeries of the town.", ""),
        # a date or number whose clause is built otherwise
        ("Ellen Marsh died in 1931.", "Ellen Marsh (4 May 1850 – 9 June 1921), known as the Owl, was a poet.", "FC301"),
        (
            "The tower holds 70 lifts, and its owner, who lives in Oslo, paid for the paintings in the hall.",
            "The tower holds 17 lifts.",
            "FC201",
        ),
        (
            "Under the plan Ghana would become a high-income country.",
            "The plan is to make Ghana a middle-income country.",
            "",
        ),
        (
            "It is not sold under many names worldwide.",
            "It is made from figs and is sold under many names worldwide.",
            "FC501",
        ),
    ],
)
def test_an_error_in_other_words_is_found(claim: str, note: str, code: str) -> None:
    found = verdict(claim, note)
    codes = [finding.code for finding in found.findings if finding.relation is Relation.DIFFERS]
    assert found.label is Label.REFUTED, found.explanation
    assert not code or code in codes


@pytest.mark.parametrize(
    ("claim", "note"),
    [
        # one of a list, one of a family, the same people by another word
        ("The crates held Chilean copper.", "The crates held Bolivian copper and Chilean tin."),
        ("Anna Weiss, an actress, has a brother.", "She is the daughter of the actress Clara Weiss."),
        (
            "Bruno Alt was one of the founders of San Marino Games.",
            "A group of San Marinese, Bruno Alt among them, founded it.",
        ),
        # said of another name of the claim
        ("Greek side Volos lost to Galatasaray.", "Volos, from Thessaly, lost to the Turkish side Galatasaray."),
        # a number that the note's text has taken apart
        ("The bridge is 3,400 metres long.", "The bridge is 3, 400 metres long."),
        # an ordinal that belongs to a date
        ("The talks began on the 7th of May.", "The talks began on the 7th of May, said the 9th Duke."),
        # a birth dates no work; "no" in a title denies nothing; the smaller of two may be the second largest
        (
            "Fritz Adler worked on the comic Nightjar in the 1990s.",
            "Fritz Adler (born 3 May 1961) wrote the comic Nightjar.",
        ),
        ("No Roads Left opened in 2011.", "The film No Roads Left opened in 2011 in Oslo."),
        ("Lake Orr is smaller than Lake Tay.", "Lake Orr is the second largest lake of the county, after Lake Tay."),
        # the rest is about something else
        ("Ruth Adler lived in the north of Spain.", "Ruth Adler died in the north of France."),
        ("Ruth Adler taught at Yale Law School.", "Ruth Adler met her husband, who was at Harvard Law School."),
    ],
)
def test_what_only_looks_like_an_error_is_not_accused(claim: str, note: str) -> None:
    assert verdict(claim, note).label is not Label.REFUTED


def test_a_value_confirmed_by_another_note_is_not_accused() -> None:
    claim = "The shells were picked up on the rocky beaches of northern Portugal."
    differing = "Our shells were gathered by hand on the rocky beaches of northern Spain."
    confirming = "The shells were picked up on the rocky beaches of northern Portugal."
    assert verdict(claim, differing).label is Label.REFUTED
    assert verdict(claim, differing, confirming).label is not Label.REFUTED


def test_he_in_a_note_about_somebody_else_is_not_the_one_of_the_claim() -> None:
    text, claim = "He died in Lisbon in 1987.", "Carla Mott died in Oslo in 1954."
    place = Passage(
        "n:2", "n.txt", "n.txt", Span(0, len(text)), text, "2:1", title="Bruno Alt", before="Alt was a baker."
    )
    made = Claim("c1", claim, ClaimKind.EVENT, (Span(0, len(claim)),), 0)
    found = judge(made, PARSER.parse_one(claim), [Candidate(place, PARSER.parse_one(text), 0.5)], article_date=None)
    assert found.label is Label.NOT_ENOUGH_EVIDENCE
