"""What a supported claim rests on."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.language import Parser
from factcheck.model import Analysis, Claim, ClaimKind, Evidence, Label, Passage, Relation, Span, Stance, Verdict
from factcheck.verdicts.sources import STALE_DAYS, sourcing, with_sources

SENTENCE = "The harbour handled nine thousand containers in the course of the last year."
TODAY = date(2024, 6, 1)


def passage(
    note: str, text: str = SENTENCE, tier: str | None = None, origin: str | None = None, day: date | None = None
) -> Passage:
    return Passage(f"{note}:0", note, note, Span(0, len(text)), text, "1:1", tier=tier, origin=origin, date=day)


def supported(*passages: Passage, text: str = "The harbour grew.", label: Label = Label.SUPPORTED) -> Verdict:
    claim = Claim("c", text, ClaimKind.EVENT, (Span(0, len(text)),), 0)
    return Verdict(claim, label, 0.9, (), tuple(Evidence(p, 0.9, Stance.SUPPORTS) for p in passages))


def codes(verdict: Verdict, analysis: Analysis | None = None, day: date | None = TODAY) -> list[str]:
    return [finding.code for finding in sourcing(verdict, analysis or Analysis(verdict.claim.text, ()), day)]


def test_one_secondary_source() -> None:
    """One secondary note is a finding; a primary one, an unlabelled one, or two of them are none."""
    assert codes(supported(passage("a.md", tier="secondary"))) == ["FC701"]
    assert codes(supported(passage("a.md", tier="primary"))) == []
    assert codes(supported(passage("a.md"))) == []
    assert (
        codes(
            supported(passage("a.md", tier="secondary"), passage("b.md", "Nine thousand boxes came.", tier="secondary"))
        )
        == []
    )


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (passage("a.md", origin="Reuters"), passage("b.md", "Other words.", origin="reuters"), ["FC702"]),
        (passage("a.md", origin="Reuters"), passage("b.md", SENTENCE, origin="AFP"), []),
        (passage("a.md"), passage("b.md", SENTENCE.replace("last", "past")), ["FC702"]),
        (
            passage("a.md"),
            passage("b.md", "Last year nine thousand containers passed through the harbour, it says."),
            [],
        ),
        (passage("a.md", "The harbour grew."), passage("b.md", "The harbour grew."), []),
    ],
)
def test_copies_of_one_text(first: Passage, second: Passage, found: list[str]) -> None:
    """Notes of one origin, or with the same long sentence, are one source; a short sentence two can have written."""
    assert codes(supported(first, second)) == found
    assert codes(supported(second, first)) == found


def test_only_interested_parties() -> None:
    """Notes that are all of interested parties; one other note is enough."""
    ours, theirs = passage("a.md", tier="interested"), passage("b.md", "It grew.", tier="interested")
    assert codes(supported(ours, theirs)) == ["FC704"]
    assert codes(supported(ours, passage("b.md", "It grew.", tier="primary"))) == []


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("The harbour is now the largest on the coast.", True),
        ("The harbour currently employs 300 people.", True),
        ("The harbour has become the largest on the coast.", True),
        ("The harbour was the largest on the coast.", False),
        ("The harbour had become the largest on the coast.", False),
    ],
)
def test_an_old_note_for_a_statement_about_today(text: str, old: bool) -> None:
    """Only what the article says of its own day goes stale, and only if every note that says so is old."""
    analysis = Parser().parse_one(text)
    long_ago, fresh = date(2022, 1, 1), date(2024, 5, 1)
    assert codes(supported(passage("a.md", day=long_ago), text=text), analysis) == (["FC703"] if old else [])
    assert (
        codes(supported(passage("a.md", day=long_ago), passage("b.md", "It is.", day=fresh), text=text), analysis) == []
    )
    assert codes(supported(passage("a.md"), text=text), analysis) == []
    assert codes(supported(passage("a.md", day=long_ago), text=text), analysis, day=None) == []


def test_the_message_names_the_days() -> None:
    """The finding says how much older the note is."""
    verdict = supported(passage("a.md", day=date(2023, 6, 1)), text="It is now open.")
    found = sourcing(verdict, Analysis(verdict.claim.text, ()), TODAY)
    assert "366 days" in found[0].message and STALE_DAYS < 366
    assert found[0].relation is Relation.MISSING and found[0].evidence == 0


def test_sources_never_change_the_label() -> None:
    """The label, the confidence and the other findings stay; what is not supported has no sources to speak of."""
    verdict = supported(passage("a.md", tier="secondary"))
    known = with_sources(verdict, Analysis("It is.", ()), TODAY)
    assert (known.label, known.confidence, known.evidence) == (verdict.label, verdict.confidence, verdict.evidence)
    assert codes(supported(passage("a.md", tier="secondary"), label=Label.REFUTED)) == []
