from __future__ import annotations

import json
from pathlib import Path

import pytest
from verdict_scoring import PAIRS, outcomes, rows, shares

from factcheck.rules import RULES


def test_verdicts_stay_above_their_floors(tmp_path: Path) -> None:
    """A floor is lowered only by hand; a false accusation is never below it."""
    floors = json.loads((PAIRS.parent.parent / "floors.json").read_text("utf-8"))["verdict_pairs"]
    found = list(outcomes(tmp_path))
    reached = shares(found)
    accused = [o.row["draft"] for o in found if o.label == "refuted" and o.row["label"] != "refuted"]
    assert accused == []
    assert {name: value for name, value in reached.items() if value < floors[name]} == {}


@pytest.mark.parametrize("label", ["supported", "refuted", "not-enough-evidence"])
def test_each_label_has_its_share_of_the_rows(label: str) -> None:
    assert sum(row["label"] == label for row in rows()) >= 20


def test_every_refuted_row_names_a_rule() -> None:
    assert {row["code"] for row in rows() if row["label"] == "refuted"} <= RULES.keys()
