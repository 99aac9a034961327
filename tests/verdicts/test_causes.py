"""What a note gives as the cause of something, against what the draft says."""

from __future__ import annotations

from pathlib import Path

import pytest
from notes_and_drafts import codes, verdicts_of

from factcheck.language import Parser
from factcheck.model import Label
from factcheck.verdicts.comparison.causes import causes

PARSER = Parser()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill closed because of debts.", [("closed", "debts", False)]),
        ("The closure of the mill was caused by a fire.", [("closure", "fire", False)]),
        ("Officials blamed the delay on the weather.", [("delay", "weather", False)]),
        ("The delay was due to the weather.", [("delay", "weather", False)]),
        ("The change cannot be attributed to the weight.", [("change", "weight", True)]),
        ("The fire, which was caused by a cable, killed two people.", [("fire", "cable", False)]),
        ("The mill closed in March.", []),
    ],
)
def test_causes_are_found_where_the_text_names_them(text: str, expected: list[tuple[str, str, bool]]) -> None:
    analysis = PARSER.parse_one(text)
    found = [(analysis.tokens[c.effect].text, analysis.tokens[c.cause].text, c.denied) for c in causes(analysis)]
    assert found == expected


@pytest.mark.parametrize(
    ("draft", "note"),
    [
        ("The match was abandoned because of a power failure.", "The match was abandoned because of fog."),
        ("The mill closed because of a fire.", "Debts caused the closure of the mill."),
        ("The extra weight explains the change.", "The change cannot be attributed to the extra weight."),
    ],
)
def test_another_cause_or_a_denied_one_is_an_error(tmp_path: Path, draft: str, note: str) -> None:
    (verdict,) = verdicts_of(tmp_path, draft, note)
    assert (verdict.label, codes(verdict)) == (Label.REFUTED, {"FC506"})


@pytest.mark.parametrize(
    ("draft", "note"),
    [
        ("The match was abandoned because of fog.", "Fog stopped the ferry. The match was abandoned in the evening."),
        ("She resigned because of poor health.", "She resigned because she was ill."),
        ("She resigned because of the scandal.", "She resigned because of the scandal and of a quarrel."),
    ],
)
def test_what_may_be_the_same_cause_accuses_nobody(tmp_path: Path, draft: str, note: str) -> None:
    assert Label.REFUTED not in {verdict.label for verdict in verdicts_of(tmp_path, draft, note)}


def test_a_cause_is_confirmed_only_where_the_note_ties_the_two(tmp_path: Path) -> None:
    draft = "The match was abandoned because of fog."
    tied = verdicts_of(tmp_path, draft, "The match was abandoned due to thick fog.")
    apart = verdicts_of(tmp_path, draft, "The match was abandoned. There was fog on the river at noon.")
    assert tied[-1].label is Label.SUPPORTED
    assert Label.SUPPORTED not in {verdict.label for verdict in apart if "because" in verdict.claim.text}
