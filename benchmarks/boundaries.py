"""Sentence boundaries in a treebank's prose: boundaries.py --treebank FILE.conllu [--prefix n].

The sentences of one document are joined by a space, split again, and compared. A sentence's document is what its
`sent_id` begins with: all but the last three digits, as in the parallel treebanks (PUD), where `n` is news, `w` wiki.
Without the file nothing is measured, and that is said.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from itertools import groupby
from pathlib import Path

from factcheck.config import Settings
from factcheck.evaluation import evaluate

DOCUMENT = slice(0, -3)


def sentences(treebank: Path, prefix: str) -> list[tuple[str, str]]:
    """The document and the text of each sentence."""
    found, document = [], ""
    for line in treebank.read_text(encoding="utf-8").splitlines():
        if line.startswith("# sent_id = "):
            document = line.removeprefix("# sent_id = ")[DOCUMENT]
        elif line.startswith("# text = ") and document.startswith(prefix):
            found.append((document, line.removeprefix("# text = ").strip()))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebank", type=Path, required=True)
    parser.add_argument("--prefix", default="", help="only sentences whose document begins so")
    options = parser.parse_args()
    if not options.treebank.is_file():
        print(f"skipped: {options.treebank} is not there; name a CoNLL-U file with --treebank")
        return
    with tempfile.TemporaryDirectory() as scratch:
        cases = Path(scratch) / "sentences.jsonl"
        with cases.open("w", encoding="utf-8") as target:
            for document, group in groupby(sentences(options.treebank, options.prefix), key=lambda pair: pair[0]):
                texts = [text for _, text in group]
                row = {"id": document, "text": " ".join(texts), "sentences": texts}
                target.write(json.dumps(row, ensure_ascii=False) + "\n")
        report = evaluate(str(cases), Settings())
        print(f"{options.treebank.name}: {report.cases} documents")
        for table in report.tables:
            for cells in table.rows:
                print("  " + " | ".join(cells))


if __name__ == "__main__":
    main()
