"""The worked example decides what its README says it decides, and accuses nothing else."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.config import Settings
from factcheck.ledger import Ledger, open_ledger
from factcheck.model import Label, Run, Span

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
ARTICLE = SEEDS / "article.txt"


@dataclass(frozen=True)
class Row:
    """A line of the README's table."""

    words: str
    label: str
    code: str
    note: str


def expected() -> list[Row]:
    text = (SEEDS / "README.md").read_text(encoding="utf-8")
    table = text.split("## What the notes decide", 1)[1]
    lines = [line.strip().strip("|").split("|") for line in table.splitlines() if "|" in line]
    return [Row(*(cell.strip() for cell in cells[:4])) for cells in lines[2:]]


def check(ledger: Ledger) -> Run:
    """What `make demo` does, from the repository's root."""
    return pipeline.completed(pipeline.check(["seeds/article.txt"], ["seeds/notes"], ledger, Settings()))


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        with open_ledger(None) as ledger:
            yield check(ledger)
    finally:
        os.chdir(before)


def place(words: str) -> Span:
    text = ARTICLE.read_text(encoding="utf-8")
    assert text.count(words) == 1, words
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize("row", [row for row in expected() if row.label == "refuted"], ids=lambda row: row.words)
def test_a_planted_contradiction_is_refuted_with_its_code(run: Run, row: Row) -> None:
    found = {
        finding.code
        for verdict in run.articles[0].verdicts
        if verdict.label is Label.REFUTED and verdict.claim.span.overlaps(place(row.words))
        for finding in verdict.findings
        if finding.relation.value == "differs"
    }
    assert row.code in found


def test_nothing_else_is_refuted(run: Run) -> None:
    planted = [place(row.words) for row in expected() if row.label == "refuted"]
    accused = [v.claim.text for v in run.articles[0].verdicts if v.label is Label.REFUTED]
    wrong = [
        v.claim.text
        for v in run.articles[0].verdicts
        if v.label is Label.REFUTED and not any(v.claim.span.overlaps(span) for span in planted)
    ]
    assert accused
    assert not wrong


def test_what_the_notes_confirm_is_confirmed_as_often_as_it_was(run: Run) -> None:
    """The notes confirm 17 places in other words; the floor says how many of them are found so far."""
    floor = json.loads((ROOT / "tests" / "floors.json").read_text(encoding="utf-8"))["seeds"]["confirmed_places"]
    supported = [v.claim.span for v in run.articles[0].verdicts if v.label is Label.SUPPORTED]
    rows = [row for row in expected() if row.label == "supported"]
    assert sum(any(span.overlaps(place(row.words)) for span in supported) for row in rows) >= floor


@pytest.mark.parametrize(
    "row", [row for row in expected() if row.label == "not-enough-evidence"], ids=lambda row: row.words
)
def test_what_the_notes_do_not_say_is_not_confirmed(run: Run, row: Row) -> None:
    inside = [v for v in run.articles[0].verdicts if any(place(row.words).covers(span) for span in v.claim.spans)]
    assert not [v.claim.text for v in inside if v.label is Label.SUPPORTED]


def test_the_committed_ledger_is_what_the_demo_makes(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "claims.db"
    shutil.copy(ROOT / "claims.db", copy)
    before = copy.read_bytes()
    with open_ledger(copy) as ledger:
        recorded = ledger.find_run(run.id)
        assert check(ledger) == recorded
    assert recorded == run, "the committed claims.db is of other code; `make example` makes it anew"
    assert copy.read_bytes() == before


def test_every_sentence_is_accounted_for(run: Run) -> None:
    extraction = run.articles[0].extraction
    text = extraction.document.text
    marked = [span for claim in extraction.claims for span in claim.spans]
    marked += [part.span for sentence in extraction.sentences for part in sentence.excluded]
    for sentence in extraction.sentences:
        assert sentence.claims or sentence.excluded
    for word in re.finditer(r"\b[A-Z]?[a-z]{6,}\b", text):
        assert any(span.start <= word.start() < span.end for span in marked), word.group()
