"""An evaluation counts what a reader would count, and says where a file is not one."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.config import Settings
from factcheck.errors import UsageError
from factcheck.evaluation import EvalReport, evaluate
from factcheck.evaluation.statistics import Share, auroc, balanced_accuracy, calibration
from factcheck.evaluation.texts import matched


def report(tmp_path: Path, *rows: object) -> EvalReport:
    path = tmp_path / "cases.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return evaluate(str(path), Settings())


def values(found: EvalReport) -> dict[str, str]:
    return {row[0]: row[1] for table in found.tables for row in table.rows}


def test_pairs_report_false_accusations_first(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        {
            "id": "a",
            "claim": "The fund paid 40 grants.",
            "evidence": ["The fund paid 40 grants."],
            "label": "supported",
        },
        {"id": "b", "claim": "The fund paid 45 grants.", "evidence": ["The fund paid 40 grants."], "label": "refuted"},
        {"id": "c", "claim": "Bees sleep.", "evidence": ["The fund paid 40 grants."], "label": "not-enough-evidence"},
    )
    assert found.tables[0].rows[0][0] == "false accusations of supported claims"
    assert values(found)["false accusations of supported claims"].startswith("0.000 (0/1")
    assert [row["label"] for row in found.predictions] == ["supported", "refuted", "not-enough-evidence"]
    assert found.predictions[1]["findings"][0]["code"] == "FC201"


def test_errors_count_in_full_only_with_a_rule_that_names_their_kind(tmp_path: Path) -> None:
    note = ["The fund paid 40 grants in March."]
    wrong = {"evidence": note, "label": "refuted"}
    found = report(
        tmp_path,
        {"id": "a", "claim": "The fund paid 45 grants in March.", "error_type": "number", **wrong},
        {"id": "b", "claim": "The fund paid 47 grants in March.", "error_type": "FC301", **wrong},
        {"id": "c", "claim": "Bees sleep.", "error_type": "number", **wrong},
    )
    table = next(table for table in found.tables if table.title == "Errors")
    rows = {row[0]: row[1:] for row in table.rows}
    assert [cell.split(" ")[0] for cell in rows["all errors"]] == ["0.667", "0.500"]
    assert [cell.split(" ")[0] for cell in rows["number"]] == ["0.500", "1.000"]


def test_not_supported_is_met_by_either_other_label(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        {"id": "a", "claim": "Bees sleep.", "evidence": ["The fund paid grants."], "label": "not-supported"},
    )
    assert values(found)["accuracy"].startswith("1.000")
    assert "balanced accuracy, all labels" not in values(found)


def test_decompositions_are_scored_one_to_one(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        {"id": "a", "text": "Ana Ruiz left the old house.", "claims": ["Ana Ruiz left the old house."]},
    )
    assert values(found)["one-to-one token F1"] == "1.000"
    assert found.predictions == ({"id": "a", "claims": ["Ana Ruiz left the old house."]},)


def test_sentences_are_scored_by_boundary(tmp_path: Path) -> None:
    found = report(tmp_path, {"id": "a", "text": "One came. Two left.", "sentences": ["One came.", "Two left."]})
    assert values(found)["boundary F1"] == "1.000"


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("", "no cases"),
        ("{", "cases.jsonl:1: not a labelled case"),
        ('{"id": "a", "claim": "x", "evidence": "y", "label": "supported"}', "is not a list of texts"),
        ('{"id": "a", "claim": "x", "evidence": [], "label": "maybe"}', 'label "maybe" is none of'),
        ('{"id": "a", "text": "x", "claims": []}\n{"id": "b", "text": "x", "sentences": []}', "more than one format"),
    ],
)
def test_a_file_that_is_none_is_named_with_its_line(tmp_path: Path, lines: str, says: str) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_text(lines, encoding="utf-8")
    with pytest.raises(UsageError, match=r"cases\.jsonl") as error:
        evaluate(str(path), Settings())
    assert says in str(error.value)


def test_a_missing_file_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        evaluate("no-such-file.jsonl", Settings())


def test_balanced_accuracy_is_the_mean_recall() -> None:
    confusion = {("yes", "yes"): 9, ("yes", "no"): 1, ("no", "no"): 1, ("no", "yes"): 1}
    assert balanced_accuracy(confusion) == pytest.approx(0.7)


def test_auroc_counts_ties_half() -> None:
    assert auroc([0.9, 0.5], [0.5, 0.1]) == pytest.approx(0.875)
    assert auroc([], [0.1]) is None


@given(st.integers(0, 50), st.integers(1, 50))
def test_an_interval_holds_its_share(count: int, total: int) -> None:
    share = Share(min(count, total), total)
    low, high = share.interval()
    assert 0 <= low <= share.value + 1e-12
    assert share.value - 1e-12 <= high <= 1


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=400))
def test_bins_hold_every_verdict_and_none_is_small(verdicts: list[tuple[float, bool]]) -> None:
    bins = calibration(verdicts)
    assert sum(part.right.total for part in bins) == len(verdicts)
    assert all(part.right.total >= 50 for part in bins) or len(bins) <= 1


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=4), max_size=4))
def test_a_decomposition_matches_itself_fully(claims: list[list[str]]) -> None:
    counters = [Counter(words) for words in claims]
    assert matched(counters, counters) == [1.0] * sum(bool(words) for words in claims)
