"""Verdicts on labelled pairs: false accusations first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from factcheck.evaluation import errors
from factcheck.evaluation.cases import NOT_SUPPORTED, Pair
from factcheck.evaluation.documents import of_paragraphs
from factcheck.evaluation.statistics import Share, auroc, balanced_accuracy, calibration
from factcheck.evaluation.tables import Table
from factcheck.evidence import Search, passages
from factcheck.ledger import open_ledger
from factcheck.model import Claim, ClaimKind, Evidence, Label, Piece, Relation, Span, Verdict
from factcheck.verdicts import Candidate, judge

if TYPE_CHECKING:
    from factcheck.language import Parser

# Cases that are parsed together; it changes the speed, never the result.
CHUNK = 64

SUPPORTED, REFUTED, NOT_ENOUGH = Label.SUPPORTED.value, Label.REFUTED.value, Label.NOT_ENOUGH_EVIDENCE.value


@dataclass(frozen=True)
class Judged:
    """A case with the verdict on it."""

    case: Pair
    verdict: Verdict

    @property
    def predicted(self) -> str:
        """The label in the cases' words: notes that disagree decide nothing."""
        label = self.verdict.label
        return label.value if label in {Label.SUPPORTED, Label.REFUTED} else NOT_ENOUGH

    @property
    def right(self) -> bool:
        """Whether the label is the human one; "not supported" is met by either of the other two."""
        if self.case.label == NOT_SUPPORTED:
            return self.predicted != SUPPORTED
        return self.predicted == self.case.label


def judge_pairs(cases: Sequence[Pair], parser: Parser) -> Iterator[Judged]:
    """Judge each claim as one claim, with its evidence as the only note."""
    remaining = iter(cases)
    while chunk := list(islice(remaining, CHUNK)):
        claims = [_claim(case) for case in chunk]
        analyses = list(parser.parse(claim.text for claim in claims))
        found: list[list[Evidence]] = []
        for case, analysis in zip(chunk, analyses, strict=True):
            with open_ledger(None) as ledger:
                document = of_paragraphs(case.evidence)
                ledger.add_note(document, passages(document), {})
                found.append(Search(ledger, {document.path: document.sha256}).candidates(analysis))
        parsed = parser.parse(e.passage.text for evidence in found for e in evidence)
        for case, claim, analysis, evidence in zip(chunk, claims, analyses, found, strict=True):
            candidates = [Candidate(passage=e.passage, analysis=next(parsed), score=e.score) for e in evidence]
            yield Judged(case, judge(claim, analysis, candidates, article_date=None))


def prediction(judged: Judged) -> Mapping[str, Any]:
    """The line of the predictions file."""
    return {
        "id": judged.case.id,
        "label": judged.verdict.label.value,
        "confidence": judged.verdict.confidence,
        "right": judged.right,
        "findings": [
            {
                "code": finding.code,
                "relation": finding.relation.value,
                "how": finding.how,
                "claim_value": finding.claim_value,
                "passage_value": finding.passage_value,
                "message": finding.message,
            }
            for finding in judged.verdict.findings
        ],
    }


def tables(rows: Sequence[Judged]) -> list[Table]:
    """The report: accusations, accuracy, confusion, confidence, and errors by kind where the cases name theirs."""
    sure = [(row.verdict.confidence, row.right) for row in rows]
    found = [_accusations(rows), _accuracy(rows), _confusion(rows), confidence_table(sure)]
    labelled = [row for row in rows if row.case.error]
    return [*found, errors.table(map(_error, labelled))] if labelled else found


def _error(row: Judged) -> errors.LabelledError:
    differing = (f.code for f in row.verdict.findings if f.relation is Relation.DIFFERS)
    return errors.LabelledError(row.case.error or "", row.predicted == REFUTED, frozenset(differing))


def _accusations(rows: Sequence[Judged]) -> Table:
    def accused(label: str) -> Share:
        of = [row for row in rows if row.case.label == label]
        return Share(sum(row.predicted == REFUTED for row in of), len(of))

    labels = [label for label in (SUPPORTED, NOT_ENOUGH) if any(row.case.label == label for row in rows)]
    accusations = [row for row in rows if row.predicted == REFUTED]
    return Table(
        "Accusations",
        ("measure", "share (count; 95 % interval)"),
        (
            *((f"false accusations of {label} claims", str(accused(label))) for label in labels),
            ("accusation precision", str(Share(sum(row.right for row in accusations), len(accusations)))),
        ),
    )


def _accuracy(rows: Sequence[Judged]) -> Table:
    two_way = Counter((_two_way(row.case.label), _two_way(row.predicted)) for row in rows)
    lines = [
        ("balanced accuracy, supported or not", f"{balanced_accuracy(two_way):.3f}"),
        ("accuracy", str(Share(sum(row.right for row in rows), len(rows)))),
    ]
    if not any(row.case.label == NOT_SUPPORTED for row in rows):
        three_way = Counter((row.case.label, row.predicted) for row in rows)
        lines.insert(1, ("balanced accuracy, all labels", f"{balanced_accuracy(three_way):.3f}"))
        decided = [row for row in rows if row.case.label in {SUPPORTED, REFUTED}]
        half = sum(row.right + 0.5 * (row.predicted == NOT_ENOUGH) for row in decided)
        if decided:
            lines.append(("supported or refuted, undecided half", f"{half / len(decided):.3f}"))
    return Table("Accuracy", ("measure", "value"), tuple(lines))


def _confusion(rows: Sequence[Judged]) -> Table:
    counts = Counter((row.case.label, row.predicted) for row in rows)
    golds = sorted({row.case.label for row in rows})
    columns = (SUPPORTED, REFUTED, NOT_ENOUGH)
    return Table(
        "Gold label by verdict",
        ("gold", *columns),
        tuple((gold, *(str(counts[gold, column]) for column in columns)) for gold in golds),
    )


def confidence_table(pairs: Sequence[tuple[float, bool]]) -> Table:
    """How well confidences tell right verdicts from wrong ones, and how often verdicts of like confidence are right."""
    ranking = auroc([c for c, ok in pairs if ok], [c for c, ok in pairs if not ok])
    lines = [("AUROC of right against wrong", "–" if ranking is None else f"{ranking:.3f}")]
    lines += [(f"right at confidence {part.confidence:.2f}", str(part.right)) for part in calibration(pairs)]
    return Table("Confidence", ("measure", "value"), tuple(lines))


def _two_way(label: str) -> str:
    return SUPPORTED if label == SUPPORTED else NOT_SUPPORTED


def _claim(case: Pair) -> Claim:
    whole = Span(0, len(case.claim))
    return Claim(
        id=case.id, text=case.claim, kind=ClaimKind.EVENT, spans=(whole,), sentence=0, pieces=(Piece(whole, whole),)
    )
