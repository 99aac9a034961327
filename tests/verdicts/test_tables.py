"""Claims about figures held against tables: what is looked up, what is computed, and what is left alone."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import pipeline
from factcheck.config import Settings
from factcheck.evidence import passages
from factcheck.language import Parser
from factcheck.ledger import open_ledger
from factcheck.model import BlockKind, Label, Passage, Relation, Verdict
from factcheck.readers import read
from factcheck.verdicts.tables.arithmetic import Answer
from factcheck.verdicts.tables.headers import figure_of, read_header
from factcheck.verdicts.tables.held import consult

TABLES = Path(__file__).parent / "tables"
# Of the claims that the tables decide, so many are decided; lower these only for a better reason than convenience.
LEAST_SUPPORTED, LEAST_REFUTED = 0.9, 0.9


@cache
def _rows(name: str) -> tuple[Passage, ...]:
    found = passages(read(str(TABLES / f"{name}.csv")))
    return tuple(passage for passage in found if passage.kind is BlockKind.TABLE_ROW)


@cache
def _cases() -> tuple[tuple[str, str, str, str, Answer | None], ...]:
    lines = [line.split("\t") for line in (TABLES / "claims.tsv").read_text("utf-8").splitlines() if line[:1] != "#"]
    parsed = Parser().parse(claim for _, claim, _, _ in lines)
    return tuple(
        (name, claim, label, code, consult(analysis, _rows(name), None))
        for (name, claim, label, code), analysis in zip(lines, parsed, strict=True)
    )


def _said(answer: Answer | None) -> str:
    return "none" if answer is None else "supported" if answer.agrees else "refuted"


def test_no_claim_is_falsely_accused_or_confirmed() -> None:
    wrong = [(claim, _said(a), a.shown) for _, claim, label, _, a in _cases() if a is not None and _said(a) != label]
    assert wrong == []


def test_most_claims_that_a_table_decides_are_decided() -> None:
    counts = Counter((label, _said(answer)) for _, _, label, _, answer in _cases())
    for label, least in (("supported", LEAST_SUPPORTED), ("refuted", LEAST_REFUTED)):
        decided, missed = counts[label, label], counts[label, "none"]
        assert decided >= least * (decided + missed)


def test_errors_have_their_codes() -> None:
    caught = [(claim, code, answer.code) for _, claim, _, code, answer in _cases() if answer and not answer.agrees]
    assert [row for row in caught if row[1] != row[2]] == []


def test_the_reckoning_is_shown() -> None:
    answer = _answer("Whitlock and Reyes together won 8,410 votes.", "council_vote")
    assert answer is not None
    assert answer.shown == "5120 + 3020 = 8,140; the draft says 8,410"


def test_a_looked_up_cell_is_named() -> None:
    answer = _answer("Mirror Lake has 46 beds.", "mountain_huts")
    assert answer is not None
    assert answer.shown == "row 3, Beds: 64; the draft says 46"
    assert [fact.cell.text for fact in answer.facts] == ["64"]


def _answer(claim: str, name: str) -> Answer | None:
    return consult(Parser().parse_one(claim), _rows(name), None)


# --- headers and cells ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "words", "dimension", "factor"),
    [
        ("exports_to_china_cad_bn", ("exports", "china"), "currency:CAD", 10**9),
        ("Length (km)", ("length",), "length", 1000),
        ("Budget (EUR m)", ("budget",), "currency:EUR", 10**6),
        ("applesTonnes", ("apples",), "mass", 1000),
        ("turnout %", ("turnout",), "percent", 1),
        ("2021 ($m)", (), "currency:$", 10**6),
        ("Members (k)", ("members",), "count", 1000),
        ("price_eur_per_tonne", ("price", "tonne"), "currency:EUR", 1),
    ],
)
def test_a_header_says_what_its_figures_measure(
    header: str, words: tuple[str, ...], dimension: str, factor: int
) -> None:
    read_words, units, *_ = read_header(header)
    assert read_words == words
    assert (dimension, Decimal(factor)) in {(unit.dimension, unit.factor) for unit in units}


def test_a_year_in_a_header_is_its_time() -> None:
    words, units, when, *_ = read_header("Population (2021)")
    assert words == ("population",)
    assert units == ()
    assert when is not None and when.year == 2021


@given(st.integers(-(10**12), 10**12))
def test_a_figure_is_read_with_and_without_separators(number: int) -> None:
    assert figure_of(str(number)) == figure_of(f"{number:,}") == number


@given(st.text(max_size=40))
def test_any_cell_and_any_header_is_read(text: str) -> None:
    figure_of(text)
    read_header(text)


# --- in the pipeline -----------------------------------------------------------------------------


def _check(folder: Path, table: str, draft: str) -> list[Verdict]:
    (folder / "notes").mkdir()
    (folder / "notes" / "council_vote.csv").write_text(table, "utf-8")
    (folder / "draft.txt").write_text(draft, "utf-8")
    with open_ledger(folder / "claims.db") as ledger:
        extraction = pipeline.extract(read(str(folder / "draft.txt")))
        assert not pipeline.add_notes([str(folder / "notes")], ledger)
        return list(pipeline.verify(extraction, ledger, Settings()))


def test_a_verdict_names_the_cell(tmp_path: Path) -> None:
    table = (TABLES / "council_vote.csv").read_text("utf-8")
    verdict = _check(tmp_path, table, "Omar Reyes won 3,200 votes.\n")[0]
    finding = next(f for f in verdict.findings if f.relation is Relation.DIFFERS)
    assert verdict.label is Label.REFUTED
    assert (finding.code, finding.claim_value, finding.passage_value) == ("FC201", "3,200", "3020")
    assert finding.passage_span is not None and finding.passage_span.of(table) == "3020"
    assert "row 2, votes: 3020" in verdict.explanation


def test_a_sum_is_shown_in_the_verdict(tmp_path: Path) -> None:
    table = (TABLES / "council_vote.csv").read_text("utf-8")
    verdict = _check(tmp_path, table, "Whitlock and Reyes together won 8,140 votes.\n")[0]
    assert verdict.label is Label.SUPPORTED
    assert "5120 + 3020 = 8,140" in verdict.explanation


def test_the_rows_of_a_table_come_back_together() -> None:
    with open_ledger(None) as ledger:
        document = read(str(TABLES / "late_trains.csv"))
        found = passages(document)
        ledger.add_note(document, found, {})
        table = ledger.table_rows(found[2])
    assert [row.id for row in table] == [row.id for row in found]
    assert table[0].cells[0].row == 0


DRAFT = """| Country | Exports 2022 ($m) | Workers |
|---|---|---|
| Avaria | 1,310.2 | 12,400 |
| Belmont | 1,002.4 | 9,100 |
| Corvia | 588 | 7.7 |
"""


def test_the_cells_of_a_drafts_own_table_are_held_against_the_notes(tmp_path: Path) -> None:
    """Units and thousands may stand in either header; a figure that differs is accused with the cell as its place."""
    (tmp_path / "draft.md").write_text(DRAFT, "utf-8")
    with open_ledger(None) as ledger:
        steps = pipeline.check([str(tmp_path / "draft.md")], [str(TABLES / "exports.csv")], ledger, Settings())
        verdicts = [step.verdict for step in steps if step.verdict is not None]
    labels = {verdict.claim.text: verdict.label for verdict in verdicts}
    wrong = [text for text, label in labels.items() if label is Label.REFUTED]
    assert wrong == ["Belmont, Exports 2022 ($m): 1,002.4"]
    assert {label for text, label in labels.items() if text not in wrong} == {Label.SUPPORTED}
    assert "1,022.4" in next(v for v in verdicts if v.label is Label.REFUTED).explanation


def test_a_table_that_is_too_long_is_announced(tmp_path: Path) -> None:
    rows = "".join(f"Parish {number},{number}\n" for number in range(5_100))
    (tmp_path / "births.csv").write_text(f"parish,births\n{rows}", "utf-8")
    (tmp_path / "draft.txt").write_text("The council met on Monday.", "utf-8")
    with open_ledger(None) as ledger:
        steps = pipeline.check([str(tmp_path / "draft.txt")], [str(tmp_path / "births.csv")], ledger, Settings())
        while True:
            try:
                next(steps)
            except StopIteration as end:
                run = end.value
                break
    assert [source.code for source in run.unreadable] == ["FC902"]
    assert len(run.notes) == 1
