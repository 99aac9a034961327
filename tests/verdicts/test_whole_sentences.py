"""What the whole sentence shows is said of the claim that has the words, and of no other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from notes_and_drafts import codes, verdicts_of

from factcheck.model import Claim, ClaimKind, Finding, Label, Relation, Span, Verdict
from factcheck.verdicts import with_wholes


def those_refuted(found: list[Verdict]) -> list[Verdict]:
    return [verdict for verdict in found if verdict.label is Label.REFUTED]


@pytest.mark.parametrize(
    ("draft", "note", "code", "word"),
    [
        (
            "After a degree in law came a post at the University of Bergen in 1962.",
            "In 1962, Lindholm took a post at the University of Uppsala after a degree in law.",
            "FC401",
            "Bergen",
        ),
        (
            "The dune creeps inland by nine metres a year in the estimate of the warden, Ida Moe.",
            "The warden, Ida Moe, reckoned that the dune creeps inland by about four metres a year.",
            "FC201",
            "nine metres",
        ),
    ],
)
def test_an_error_is_found_in_the_sentence(tmp_path: Path, draft: str, note: str, code: str, word: str) -> None:
    found = those_refuted(verdicts_of(tmp_path, draft, note))
    assert {code} == set().union(*map(codes, found))
    for verdict in found:
        differing = next(f for f in verdict.findings if f.relation is Relation.DIFFERS)
        assert word in (differing.claim_value or "") or differing.claim_value in word
        assert differing.claim_span is not None
        assert any(span.overlaps(differing.claim_span) for span in verdict.claim.spans)


def test_a_true_neighbour_stays_as_it_was(tmp_path: Path) -> None:
    draft = "The ferry, built in Turku in 1994, sails to Visby with a crew of 26."
    found = verdicts_of(tmp_path, draft, "The ferry, built in Turku in 1994, sails to Visby with a crew of 16.")
    assert {Label.REFUTED} == {v.label for v in found if "26" in v.claim.text}
    assert Label.REFUTED not in {v.label for v in found if "26" not in v.claim.text}


@pytest.mark.parametrize(
    ("draft", "note"),
    [
        ("The ferry, built in Turku, sails to Visby.", "The ferry, built in Turku in 1994, sails to Visby."),
        ("Anna Berg came first and Olaf Lind came last.", "Olaf Lind came last. Anna Berg came first."),
    ],
)
def test_a_true_sentence_is_not_refuted(tmp_path: Path, draft: str, note: str) -> None:
    assert not those_refuted(verdicts_of(tmp_path, draft, note))


def claim(text: str, start: int, kind: ClaimKind = ClaimKind.EVENT, sentence: int = 0) -> Claim:
    return Claim(f"{start}", text, kind, (Span(start, start + len(text)),), sentence)


def undecided(of: Claim) -> Verdict:
    return Verdict(of, Label.NOT_ENOUGH_EVIDENCE, 0.4, (), (), "nearest is log.txt 3:1")


SENTENCE = "The ferry left Turku at noon, and its bar was shut"
LACKING = Finding("", Relation.MISSING, "not found", Span(34, 37), "bar", 0, None, "", "not in the passage")
WHOLE = Verdict(claim(SENTENCE, 0), Label.SUPPORTED, 0.8, (LACKING,), (), "agrees with log.txt 3:1, without “bar”")


def test_a_supported_sentence_supports_the_claims_whose_words_are_known() -> None:
    """What the passage lacks is most of one claim and nothing of the other."""
    left, bar = claim("The ferry left Turku at noon", 0), claim("its bar", 34 - 4)
    other = claim("A ferry", 100, sentence=1)
    found = with_wholes([undecided(c) for c in (left, bar, other)], {0: WHOLE})
    assert [v.label for v in found] == [Label.SUPPORTED, Label.NOT_ENOUGH_EVIDENCE, Label.NOT_ENOUGH_EVIDENCE]
    assert found[0].explanation == "its sentence agrees with log.txt 3:1, without “bar”"
    assert not found[0].findings
    assert found[0].claim is left


def test_quoted_words_and_what_is_refuted_are_left_as_they_were() -> None:
    quote = undecided(claim("The ferry left", 0, ClaimKind.QUOTE))
    refuted = replace(undecided(claim("at noon", 21)), label=Label.REFUTED)
    assert with_wholes([quote, refuted], {0: WHOLE}) == [quote, refuted]
