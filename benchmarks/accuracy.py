"""Accuracy on the labelled cases: accuracy.py --bench FOLDER [--only NAME …] [--half even|odd|all] [--out FOLDER].

FOLDER holds pairs/, claims/, sentences/, checkable/ and newsroom/ as its README describes. Without it nothing is
measured, and that is said.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from factcheck import pipeline
from factcheck.config import Settings
from factcheck.evaluation import Table, errors, evaluate
from factcheck.evaluation.pairs import confidence_table
from factcheck.ledger import open_ledger
from factcheck.model import Relation, Run

FOLDERS = ("pairs", "claims", "sentences", "checkable")


def half_of(path: Path, half: str, folder: Path) -> Path:
    """A file with the odd or the even lines of another, counted from 1."""
    if half == "all":
        return path
    lines = path.read_text(encoding="utf-8").splitlines()
    target = folder / path.name
    target.write_text("\n".join(lines[0 if half == "odd" else 1 :: 2]) + "\n", encoding="utf-8")
    return target


def run_check(article: Path, notes: Path) -> Run:
    """What `factcheck check` finds, without its output."""
    with open_ledger(None) as ledger:
        return pipeline.completed(pipeline.check([str(article)], [str(notes)], ledger, Settings()))


def newsroom(bench: Path, half: str, out: Path) -> None:
    """Score the whole main job with the scorer that lies beside the cases."""
    folder = bench / "newsroom"
    articles = sorted((folder / "articles").glob("*.md"))
    kept = {"odd": articles[0::2], "even": articles[1::2], "all": articles}[half]
    predictions, gold = out / "newsroom.jsonl", out / "newsroom-gold.jsonl"
    names = {article.name for article in kept}
    rows = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    gold.write_text("\n".join(row for row in rows if json.loads(row)["article"] in names) + "\n", encoding="utf-8")
    with predictions.open("w", encoding="utf-8") as target:
        for article in kept:
            for result in run_check(article, folder / "notes").articles:
                for verdict in result.verdicts:
                    span = verdict.span
                    row = {"article": article.name, "start": span.start, "end": span.end, "label": verdict.label.value}
                    row["claim"] = verdict.claim.text
                    row["why"] = verdict.explanation
                    row["codes"] = sorted({f.code for f in verdict.findings if f.relation is Relation.DIFFERS})
                    target.write(json.dumps(row, ensure_ascii=False) + "\n")
    command = [sys.executable, str(bench / "score_newsroom.py"), str(gold), str(folder / "articles"), str(predictions)]
    print(f"\n# newsroom, {half} articles", flush=True)
    subprocess.run(command, check=True)
    print_table(errors.table(labelled_errors(folder / "articles", gold, predictions)))


def labelled_errors(articles: Path, gold: Path, predictions: Path) -> Iterator[errors.LabelledError]:
    """Each error of the articles, whether a claim over its words is refuted, and the codes of such claims."""
    found = [json.loads(line) for line in predictions.read_text(encoding="utf-8").splitlines()]
    for row in map(json.loads, gold.read_text(encoding="utf-8").splitlines()):
        if row["label"] != "refuted":
            continue
        text = (articles / row["article"]).read_bytes().decode("utf-8")
        start = text.find(row["anchor"])
        over = [p for p in found if p["article"] == row["article"] and p["start"] < start + len(row["anchor"])]
        refuted = [p for p in over if p["end"] > start and p["label"] == "refuted"]
        codes = frozenset(code for p in refuted for code in p["codes"])
        yield errors.LabelledError(row["error_type"], bool(refuted), codes)


def print_table(table: Table) -> None:
    """A table of the report, a row a line."""
    print(f"  {table.title}: {' | '.join(table.columns)}")
    for row in table.rows:
        print("    " + " | ".join(row), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--only", action="append", default=[], help="a file's name without .jsonl, or newsroom")
    parser.add_argument("--half", choices=("even", "odd", "all"), default="even")
    parser.add_argument("--out", type=Path, help="keep the predictions here")
    options = parser.parse_args()
    if not options.bench.is_dir():
        print(f"skipped: {options.bench} is not there; name the folder of labelled cases with --bench")
        return
    with tempfile.TemporaryDirectory() as scratch:
        out = options.out or Path(scratch)
        out.mkdir(parents=True, exist_ok=True)
        if not options.only or "newsroom" in options.only:
            newsroom(options.bench, options.half, out)
        pooled: list[tuple[float, bool]] = []
        for path in sorted(p for folder in FOLDERS for p in (options.bench / folder).glob("*.jsonl")):
            if options.only and path.stem not in options.only:
                continue
            report = evaluate(str(half_of(path, options.half, Path(scratch))), Settings())
            lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in report.predictions)
            (out / f"{path.stem}.predictions.jsonl").write_text("".join(lines), encoding="utf-8")
            pooled += [(row["confidence"], row["right"]) for row in report.predictions if "right" in row]
            print(f"\n# {path.parent.name}/{path.stem}, {options.half} lines: {report.cases} cases")
            for table in report.tables:
                print_table(table)
        if pooled:
            print(f"\n# all pairs together, {options.half} lines: {len(pooled)} cases")
            print_table(confidence_table(pooled))


if __name__ == "__main__":
    main()
