"""Who and what short names, quotations and answers belong to."""

from __future__ import annotations

import pytest
from claim_drafts import extracted

from factcheck.claims import extract
from factcheck.language import Parser
from factcheck.readers import read_bytes


def texts(draft: str) -> list[str]:
    return [claim.text for claim in extracted(draft).claims]


def test_every_sentence_of_a_quotation_has_its_speaker() -> None:
    found = texts("Ida Krantz runs a mill. “The dam broke. We lost two barns. Nobody came,” she said.")
    assert "[Ida Krantz]: “The dam broke.”" in found
    assert "[Ida Krantz]: “We lost two barns.”" in found
    assert "[Ida Krantz] said: “Nobody came”." in found


def test_a_quotation_that_nobody_is_named_for_is_marked() -> None:
    (claim,) = extracted("“The dam broke in the night.”").claims
    assert claim.unresolved


def test_whom_a_quotation_speaks_of_does_not_speak_it() -> None:
    found = texts("Ida Krantz runs a mill. “My sister Anna left in May,” she said.")
    assert "[Ida Krantz] said: “My sister Anna left in May”." in found


@pytest.mark.parametrize(
    ("draft", "claim"),
    [
        (
            "The Harbour Safety Commission met in May. The Commission closed two piers.",
            "[The Harbour Safety Commission] closed two piers.",
        ),
        (
            "The council passed a new rule banning plastic bags. The new rule takes effect in June.",
            "[The new rule banning plastic bags] takes effect in June.",
        ),
        (
            "Vesta Mills Limited sued a baker. The Oslo-based flour company lost two orders.",
            "[Vesta Mills Limited] lost two orders.",
        ),
    ],
)
def test_a_short_name_stands_for_the_long_one(draft: str, claim: str) -> None:
    assert claim in texts(draft)


@pytest.mark.parametrize(
    "draft",
    [
        "The Court of Audit met. The Court of Appeal met. The Court was divided.",
        "The Harbour Commission met. The Fisheries Commission met. The Commission closed two piers.",
    ],
)
def test_a_short_name_of_two_bodies_is_left_open(draft: str) -> None:
    assert extracted(draft).claims[-1].unresolved


def test_a_longer_name_is_not_cut_in_two() -> None:
    found = texts("The Oslo Chess Society met. She joined the Society for Old Maps.")
    assert not any("[the Oslo Chess Society] for" in text for text in found)


def test_a_saying_of_another_is_not_told_by_the_first() -> None:
    found = texts("The road was closed, Ida Krantz said, but Olaf Berg told the council that the bridge was open.")
    assert "Olaf Berg told the council that the bridge was open." in found


def test_the_answers_of_an_interview_are_the_interviewed_persons() -> None:
    draft = (
        "An Interview With Dana Moreno\n\nQ: When did you start?\n\nA: We opened in May.\n\n"
        "Q: Where?\n\nA: I rented a shop in Lyon.\n\nMoreno has sold the shop since.\n"
    )
    found = [claim.text for claim in extract(read_bytes(draft.encode(), "talk.txt"), Parser()).claims]
    assert "[Dana Moreno]: we opened in May." in found
    assert "[Dana Moreno]: I rented a shop in Lyon." in found
    assert "Moreno has sold the shop since." in found


def test_a_quotation_of_somebody_open_does_not_go_on_with_an_earlier_speaker() -> None:
    found = texts(
        "“The dam held,” said Olaf Berg. Ivar Lund and Per Moe own mills. “We cannot tell,” he said. “We will see.”"
    )
    assert not any(text.startswith("[Olaf Berg]: “We will") for text in found)
