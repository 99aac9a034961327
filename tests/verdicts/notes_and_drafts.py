"""A draft held against one note, from reading to verdict."""

from __future__ import annotations

from pathlib import Path

from factcheck import pipeline
from factcheck.config import Settings
from factcheck.ledger import open_ledger
from factcheck.model import Relation, Run, Verdict


def run_of(folder: Path, draft: str, note: str, name: str = "note.txt") -> Run:
    """The run of a draft against a note."""
    (folder / name).write_text(note, "utf-8")
    (folder / "draft.txt").write_text(draft, "utf-8")
    with open_ledger(None) as ledger:
        steps = pipeline.check([str(folder / "draft.txt")], [str(folder / name)], ledger, Settings())
        while True:
            try:
                next(steps)
            except StopIteration as end:
                assert isinstance(end.value, Run)
                return end.value


def verdicts_of(folder: Path, draft: str, note: str, name: str = "note.txt") -> list[Verdict]:
    """The verdicts on a draft's claims."""
    return [verdict for article in run_of(folder, draft, note, name).articles for verdict in article.verdicts]


def codes(verdict: Verdict) -> set[str]:
    """The rules of what differs."""
    return {finding.code for finding in verdict.findings if finding.relation is Relation.DIFFERS}
