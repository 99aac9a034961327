from __future__ import annotations

import json

from claim_drafts import TESTS, extracted, hard_sentences
from claim_scoring import f1


def test_hard_sentences_stay_above_their_floor() -> None:
    """A floor is lowered only by hand."""
    floor = json.loads((TESTS / "floors.json").read_text("utf-8"))["hard_sentences"]
    cases = [([claim.text for claim in extracted(row["text"]).claims], row["claims"]) for row in hard_sentences()]
    assert f1(cases) >= floor["token_f1"]
    low, high = floor["count_ratio"]
    assert low <= sum(len(p) for p, _ in cases) / sum(len(h) for _, h in cases) <= high
