"""What the whole sentence shows is said of the claim that has the words, and of no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from notes_and_drafts import codes, verdicts_of

from factcheck.model import Label, Relation, Verdict


def refuted(found: list[Verdict]) -> list[Verdict]:
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
    found = refuted(verdicts_of(tmp_path, draft, note))
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
    assert not refuted(verdicts_of(tmp_path, draft, note))
