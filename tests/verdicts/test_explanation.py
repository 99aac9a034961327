"""What an editor reads beside a verdict."""

from __future__ import annotations

from pathlib import Path

import pytest
from notes_and_drafts import verdicts_of

from factcheck.language import Parser
from factcheck.model import Relation
from factcheck.verdicts.reading import read
from factcheck.verdicts.uncovered import phrases

PARSER = Parser()


@pytest.mark.parametrize(
    ("claim", "missing", "expected"),
    [
        (
            "Norton lost all he had in a gamble on Brazilian rice.",
            "gamble Brazilian",
            ["in a gamble", "Brazilian"],
        ),
        ("The shops would not accept the notes.", "accept", ["would not accept"]),
        ("Two stray dogs followed the mayor home.", "Two stray followed", ["Two stray", "followed"]),
        ("The plan was turned down by the council.", "turned", ["was turned down"]),
        ("Trade minister Ada Berg resigned.", "minister", ["minister"]),
        ("She was born in Oslo and died in Rome.", "Oslo Rome", ["in Oslo", "in Rome"]),
    ],
)
def test_the_open_part_of_a_claim_is_quoted_and_nothing_else(claim: str, missing: str, expected: list[str]) -> None:
    reading = read(PARSER.parse_one(claim))
    nodes = [word.i for word in reading.words if reading.text(word.i) in missing.split()]
    assert phrases(reading, nodes) == expected


def test_an_undecided_verdict_quotes_what_the_notes_do_not_say(tmp_path: Path) -> None:
    note = "The council bought the old mill in 2019. It has a new roof."
    (*_, verdict) = verdicts_of(tmp_path, "The council bought the old mill in a secret auction.", note)
    assert verdict.explanation == "nearest is note.txt 1:1, which does not say “in a secret auction”"


@pytest.mark.parametrize(
    ("draft", "note", "expected"),
    [
        (
            "The ferry was carried to the north-west.",
            "The ferry was carried to the north-east.",
            "article says north-west",
        ),
        (
            "Elm Hall is the largest theatre in Dunmore.",
            "Elm Hall is the second largest theatre in Dunmore.",
            "largest",
        ),
    ],
)
def test_a_refuted_claim_shows_the_words_that_differ(tmp_path: Path, draft: str, note: str, expected: str) -> None:
    verdict = verdicts_of(tmp_path, draft, note)[-1]
    (finding,) = (f for f in verdict.findings if f.relation is Relation.DIFFERS)
    assert expected in verdict.explanation
    assert finding.claim_span is not None
    assert finding.claim_span.of(draft) == finding.claim_value


def test_a_passage_that_denies_or_leaves_open_is_told_as_that(tmp_path: Path) -> None:
    (*_, verdict) = verdicts_of(tmp_path, "The harbour will close in May.", "The harbour may close in May.")
    assert verdict.explanation == "nearest is note.txt 1:1, which leaves “close” open"


def test_what_is_far_from_every_passage_is_said_not_to_be_found(tmp_path: Path) -> None:
    (*_, verdict) = verdicts_of(tmp_path, "The orchestra bought two harps.", "The council cleared the snow on Monday.")
    assert verdict.explanation == "found nothing about this in the notes"


def test_who_used_to_be_something_is_a_former_one(tmp_path: Path) -> None:
    note = "Ada Berg, who used to be a judge in the Danish courts, runs the inquiry."
    assert verdicts_of(tmp_path, "Ada Berg is a former judge.", note)[-1].explanation == "agrees with note.txt 1:1"


def test_a_name_is_found_once_and_a_phrase_is_missing_once(tmp_path: Path) -> None:
    note = "Mary Ann Orr bought the old mill."
    (verdict,) = verdicts_of(tmp_path, "Mary Ann Orr bought the old mill in a secret auction.", note)[-1:]
    agreeing = [f.claim_value for f in verdict.findings if f.relation is Relation.AGREES]
    missing = [f.claim_value for f in verdict.findings if f.relation is Relation.MISSING]
    assert agreeing == ["Mary Ann Orr"]
    assert missing == ["in a secret auction"]


def test_passages_that_only_together_say_it_are_all_named(tmp_path: Path) -> None:
    note = "Ada Berg runs the inquiry into the fire. The fire broke out in Vela in 2019."
    (*_, verdict) = verdicts_of(
        tmp_path, "Ada Berg runs the inquiry into the fire that broke out in Vela in 2019.", note
    )
    assert verdict.explanation.startswith("agrees with note.txt 1:")
    assert "which do" not in verdict.explanation
