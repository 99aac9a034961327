"""Each bundled data file says what it holds and where it comes from, and is read without surprises."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import factcheck
from factcheck import wordlists

PACKAGE = Path(factcheck.__file__).parent
FILES = sorted(path for path in PACKAGE.rglob("data/*") if path.suffix in (".tsv", ".txt"))
ORIGIN = re.compile(r"written for factcheck|WordNet|CC BY|fitted on", re.IGNORECASE)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_data_file_opens_with_its_subject_and_its_origin(path: Path) -> None:
    head = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                break
            head.append(line)
    assert head
    assert ORIGIN.search("".join(head))


def test_rows_are_cut_at_tabs_and_hold_no_comments(tmp_path: Path) -> None:
    (tmp_path / "list.tsv").write_text("# Words; MIT.\nbig\tlarge huge\n\nsmall\t\n", "utf-8")
    assert wordlists.rows(tmp_path / "list.tsv") == (("big", "large huge"), ("small", ""))
