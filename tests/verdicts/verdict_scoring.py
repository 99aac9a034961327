"""Drafts of a sentence against notes of a few: what the whole job says of each, and the shares that it gets right."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck import pipeline
from factcheck.config import Settings
from factcheck.ledger import open_ledger
from factcheck.model import Label, Relation, Run, Verdict

PAIRS = Path(__file__).parent.parent / "data" / "verdict_pairs.jsonl"


@dataclass(frozen=True)
class Outcome:
    """A row with the label that its draft got and the codes of what differs."""

    row: Mapping[str, str]
    label: str
    codes: frozenset[str]


def rows() -> list[dict[str, str]]:
    """The rows; the first line says where they come from."""
    lines = PAIRS.read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines[1:]]


def outcomes(folder: Path) -> Iterator[Outcome]:
    """What `factcheck check` says of each row's draft."""
    for row in rows():
        note, draft = folder / f"{row['id']}.{row['form']}", folder / f"{row['id']}-draft.txt"
        note.write_text(row["note"], "utf-8")
        draft.write_text(row["draft"], "utf-8")
        verdicts = [verdict for result in _run(draft, note).articles for verdict in result.verdicts]
        yield Outcome(row, _label(verdicts), _codes(verdicts))


def _run(draft: Path, note: Path) -> Run:
    with open_ledger(None) as ledger:
        steps = pipeline.check([str(draft)], [str(note)], ledger, Settings())
        while True:
            try:
                next(steps)
            except StopIteration as end:
                assert isinstance(end.value, Run)
                return end.value


def _label(verdicts: Sequence[Verdict]) -> str:
    """Refuted if one claim is; supported if all are that say more than a supported one does; else open."""
    checked = [verdict for verdict in verdicts if verdict.label is not Label.NOT_CHECKABLE]
    if any(verdict.label is Label.REFUTED for verdict in checked):
        return Label.REFUTED.value
    known = [_words(verdict) for verdict in checked if verdict.label is Label.SUPPORTED]
    confirmed = bool(known) and all(any(_words(verdict) <= words for words in known) for verdict in checked)
    return Label.SUPPORTED.value if confirmed else Label.NOT_ENOUGH_EVIDENCE.value


def _words(verdict: Verdict) -> set[str]:
    return set(re.findall(r"\w+", verdict.claim.text.lower()))


def _codes(verdicts: Sequence[Verdict]) -> frozenset[str]:
    differing = (f for verdict in verdicts if verdict.label is Label.REFUTED for f in verdict.findings)
    return frozenset(f.code for f in differing if f.relation is Relation.DIFFERS)


def shares(found: Sequence[Outcome]) -> dict[str, float]:
    """Accusations that are right, errors caught, of these with the right code, true ones confirmed, unknown kept."""
    refuted, supported, unknown = Label.REFUTED.value, Label.SUPPORTED.value, Label.NOT_ENOUGH_EVIDENCE.value
    gold = {label: [o for o in found if o.row["label"] == label] for label in (refuted, supported, unknown)}
    accused = [o for o in found if o.label == refuted]
    caught = [o for o in gold[refuted] if o.label == refuted]
    return {
        "accusation_precision": len(caught) / max(1, len(accused)),
        "recall": len(caught) / len(gold[refuted]),
        "right_code": sum(o.row["code"] in o.codes for o in caught) / max(1, len(caught)),
        "confirmed": sum(o.label == supported for o in gold[supported]) / len(gold[supported]),
        "kept": sum(o.label != supported for o in gold[unknown]) / len(gold[unknown]),
    }
