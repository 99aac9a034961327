"""Counts, what fails a run, exit codes and the last line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import sample_run

from factcheck.config import Settings
from factcheck.model import ArticleResult, Label, Run
from factcheck.reports.outcome import codes, counts, exit_code, fails, shortest, summary, verdicts, with_minimum


@pytest.fixture
def run() -> Run:
    return sample_run()


def only(run: Run, *labels: Label, contradictions: bool = False) -> Run:
    """The run with the verdicts of some labels alone."""
    article = run.articles[0]
    extraction = article.extraction if contradictions else replace(article.extraction, inconsistencies=())
    kept = tuple(verdict for verdict in article.verdicts if verdict.label in labels)
    return replace(run, articles=(ArticleResult(extraction, kept),))


def test_every_label_is_counted(run: Run) -> None:
    found = counts(run)
    assert dict(found.labels) == dict.fromkeys(Label, 1)
    assert (found.inconsistencies, found.unreadable) == (1, 1)


@pytest.mark.parametrize(
    ("labels", "contradictions", "settings", "code"),
    [
        ([Label.SUPPORTED, Label.NOT_ENOUGH_EVIDENCE], False, Settings(), 0),
        ([Label.SUPPORTED, Label.REFUTED], False, Settings(), 1),
        ([Label.SUPPORTED, Label.CONFLICTING], False, Settings(), 1),
        ([Label.SUPPORTED], True, Settings(), 1),
        ([Label.SUPPORTED], True, Settings(fail_on=("conflicting",)), 0),
        ([Label.SUPPORTED], True, Settings(fail_on=("FC6",)), 1),
        ([Label.REFUTED], False, Settings(fail_on=()), 0),
        ([Label.REFUTED], False, Settings(fail_on=("FC2", "conflicting")), 0),
        ([Label.REFUTED], False, Settings(fail_on=("FC101",)), 1),
        ([Label.REFUTED], False, Settings(exit_zero=True), 0),
        ([Label.NOT_ENOUGH_EVIDENCE], False, Settings(fail_on=("not-enough-evidence",)), 1),
        ([Label.SUPPORTED], False, Settings(fail_on=("FC901",)), 1),
        ([Label.SUPPORTED, Label.UNCHECKED], False, Settings(), 0),
        ([Label.SUPPORTED, Label.UNCHECKED], False, Settings(strict=True), 4),
        ([Label.REFUTED, Label.UNCHECKED], False, Settings(strict=True), 4),
        ([Label.REFUTED, Label.UNCHECKED], False, Settings(strict=True, exit_zero=True), 4),
        ([Label.UNCHECKED], False, Settings(), 3),
        ([Label.NOT_CHECKABLE], False, Settings(), 3),
        ([], False, Settings(), 3),
        ([], False, Settings(allow_empty=True), 0),
        ([], True, Settings(), 1),
        ([Label.REFUTED], False, Settings(only=("supported",), kind=("date",)), 1),
    ],
)
def test_the_exit_code_follows_from_the_run(
    run: Run, labels: list[Label], contradictions: bool, settings: Settings, code: int
) -> None:
    assert exit_code(only(run, *labels, contradictions=contradictions), settings) == code


def test_without_a_readable_note_nothing_was_checked(run: Run) -> None:
    silent = replace(only(run, Label.NOT_ENOUGH_EVIDENCE), notes={})
    assert exit_code(silent, Settings()) == 3
    assert "no note could be read" in summary(silent, Settings())


def test_a_draft_in_another_language_could_not_be_checked(run: Run) -> None:
    article = run.articles[0]
    foreign = replace(article.extraction, language="und", sentences=(), claims=(), inconsistencies=())
    silent = replace(run, articles=(ArticleResult(foreign, ()),))
    assert exit_code(silent, Settings(strict=True)) == 4
    assert exit_code(silent, Settings()) == 3


def test_a_difference_that_was_outweighed_does_not_fail_a_run(run: Run) -> None:
    conflicting = next(v for v in verdicts(run) if v.label is Label.CONFLICTING)
    assert codes(conflicting) == ("FC201",)
    assert not fails(replace(conflicting, label=Label.SUPPORTED), ("FC2",))


def test_below_the_minimum_a_verdict_is_not_enough_evidence(run: Run) -> None:
    cautious = with_minimum(run, 0.95)
    labels = {verdict.claim.id: verdict.label for verdict in verdicts(cautious)}
    for verdict in verdicts(run):
        kept = verdict.confidence >= 0.95 or verdict.label not in (Label.SUPPORTED, Label.CONFLICTING)
        assert labels[verdict.claim.id] is (verdict.label if kept else Label.NOT_ENOUGH_EVIDENCE)
    demoted = next(v for v in verdicts(cautious) if v.explanation.startswith("conflicting at 0.81"))
    assert "below the minimum of 0.95" in demoted.explanation
    assert not fails(demoted, ("refuted", "conflicting", "FC2"))


def test_the_last_line_counts_and_names_the_next_step(run: Run) -> None:
    line = summary(run, Settings())
    assert line.startswith("1 refuted, 1 conflicting, 1 supported, 1 not enough evidence")
    assert "1 contradiction inside the draft, 1 source not used" in line
    assert line.endswith("next: factcheck show ef2d12")
    assert summary(run, Settings(db="desk.db")).endswith("next: factcheck show ef2d12 --db desk.db")
    assert "--no-ledger" in summary(run, Settings(ledger=False))
    assert "next" not in summary(only(run, Label.SUPPORTED), Settings())


@given(st.sets(st.text("0123456789abcdef", min_size=8, max_size=12), max_size=30))
def test_a_short_id_names_one_claim(ids: set[str]) -> None:
    short = shortest(ids)
    for name, prefix in short.items():
        assert len(prefix) >= 6
        assert [other for other in ids if other.startswith(prefix)] == [name] or prefix == name
