"""What identifies the model in a run: its files, not the papers beside them, or the installed package's version."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest

from factcheck.language import Parser, pipeline, units


def test_the_model_card_is_no_part_of_the_models_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A corrected sentence of the card must not make every recorded run look stale."""
    (tmp_path / "model").write_bytes(b"weights")
    (tmp_path / "MODEL_CARD.md").write_text("first", encoding="utf-8")
    monkeypatch.setattr(pipeline, "MODEL_FOLDER", tmp_path)
    before = pipeline.bundled_digest.__wrapped__()
    (tmp_path / "MODEL_CARD.md").write_text("second", encoding="utf-8")
    assert pipeline.bundled_digest.__wrapped__() == before
    (tmp_path / "model").write_bytes(b"other weights")
    assert pipeline.bundled_digest.__wrapped__() != before


def test_an_installed_pipeline_goes_by_its_version_and_a_folder_by_its_path() -> None:
    assert Parser("spacy").version.startswith(f"spacy {version('spacy')}, ")
    assert Parser("models/mine").version.startswith("models/mine, ")


def test_how_sentences_are_cut_is_part_of_the_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parses that were kept are made anew when sentences are cut in another way."""
    before = Parser().version
    monkeypatch.setattr(units, "REVISION", units.REVISION + 1)
    assert Parser().version != before
