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
            ["in a gamble on Brazilian rice"],
        ),
        ("The shops would not accept the notes.", "accept", ["would not accept"]),
        ("Two stray dogs followed the mayor home.", "Two stray followed", ["Two stray dogs followed"]),
        ("She was born in Oslo and died in Rome.", "Oslo Rome", ["in Oslo", "in Rome"]),
    ],
)
def test_the_open_part_of_a_claim_is_quoted_in_its_own_phrases(claim: str, missing: str, expected: list[str]) -> None:
    reading = read(PARSER.parse_one(claim))
    nodes = [word.i for word in reading.words if reading.text(word.i) in missing.split()]
    assert phrases(reading, nodes) == expected


def test_an_undecided_verdict_quotes_what_the_notes_do_not_say(tmp_path: Path) -> None:
    note = "The council bought the old mill in 2019. It has a new roof."
    (*_, verdict) = verdicts_of(tmp_path, "The council bought the old mill in a secret auction.", note)
    assert verdict.explanation == "the notes do not say: “in a secret auction”"


def test_a_name_is_found_once_and_a_phrase_is_missing_once(tmp_path: Path) -> None:
    note = "Mary Ann Orr bought the old mill."
    (verdict,) = verdicts_of(tmp_path, "Mary Ann Orr bought the old mill in a secret auction.", note)[-1:]
    agreeing = [f.claim_value for f in verdict.findings if f.relation is Relation.AGREES]
    missing = [f.claim_value for f in verdict.findings if f.relation is Relation.MISSING]
    assert agreeing == ["Mary Ann Orr"]
    assert missing == ["in a secret auction"]
