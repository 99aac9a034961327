"""A claim about figures held against the tables of the notes: the cells speak, not the words of their rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from factcheck.model import Analysis, BlockKind, Finding, Label, Passage, Relation, Span, Stance, Token
from factcheck.verdicts.alignment import Alignment, Link
from factcheck.verdicts.assessment import Assessment
from factcheck.verdicts.candidate import Candidate
from factcheck.verdicts.comparison.difference import Difference
from factcheck.verdicts.comparison.movements import CONTRARY
from factcheck.verdicts.decision import Decision
from factcheck.verdicts.matching import Kinship
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.tables.answers import answer
from factcheck.verdicts.tables.arithmetic import Answer
from factcheck.verdicts.tables.cells import DraftCell, against
from factcheck.verdicts.tables.lookup import ask
from factcheck.verdicts.tables.reading import read_table
from factcheck.verdicts.words import Kind, Word


@dataclass(frozen=True)
class TableAssessment(Assessment):
    """A table's word on a claim, as the assessment of the row that holds its first cell."""

    answer: Answer | None = None

    @property
    def stance(self) -> Stance:
        """A table speaks only where it is certain."""
        return Stance.SUPPORTS if self.answer is not None and self.answer.agrees else Stance.REFUTES

    @cached_property
    def coverage(self) -> float:
        """Every word of the claim that restricts it was found in the table."""
        return 1.0

    @cached_property
    def missing(self) -> tuple[Word, ...]:
        """Nothing: a claim with a word that is not the table's is not answered."""
        return ()

    @cached_property
    def core_missing(self) -> tuple[Word, ...]:
        """Nothing."""
        return ()

    @cached_property
    def deciding(self) -> tuple[Difference, ...]:
        """The difference of the cell, or of what was computed from the cells."""
        return self.differences

    @cached_property
    def doubts(self) -> tuple[Difference, ...]:
        """Nothing: a table is certain or silent."""
        return ()


def tables_of(candidates: Sequence[Candidate]) -> list[tuple[Passage, ...]]:
    """The tables that the candidates are rows of, each once, in a fixed order."""
    found = {candidate.table[0].id: candidate.table for candidate in candidates if candidate.table}
    return [found[identifier] for identifier in sorted(found)]


def consult(
    analysis: Analysis, rows: tuple[Passage, ...], anchor: date | None, aside: frozenset[int] = frozenset()
) -> Answer | None:
    """What a table says to a claim; None unless cells, operation and value are certain. `aside` says who says it."""
    table = read_table(rows)
    question = ask(analysis, table, anchor, aside) if table is not None else None
    return answer(table, question) if table is not None and question is not None else None


def heard(
    claim: Reading,
    candidates: Sequence[Candidate],
    assessments: Sequence[Assessment],
    anchor: date | None,
    cell: DraftCell | None = None,
) -> list[Assessment]:
    """The assessments with the tables' word in the place of their rows': a row alone accuses nobody."""
    found = list(assessments)
    for rows in tables_of(candidates):
        own = {row.id for row in rows}
        found = [_muted(a) if a.candidate.passage.id in own else a for a in found]
        word = _of_cell(cell, rows) or consult(claim.analysis, rows, anchor, claim.attribution)
        if word is not None and not word.agrees and cell is not None and word.found == cell.text:
            word = None  # the same figure: one of the two headers leaves out what it counts in
        if word is not None and not (word.agrees and claim.attribution):
            found = [a for a in found if a.candidate.passage.id != word.facts[0].passage.id]
            found.append(_assessment(claim, word, rows))
    return found


def _of_cell(cell: DraftCell | None, rows: tuple[Passage, ...]) -> Answer | None:
    table = read_table(rows) if cell is not None else None
    return against(cell, table) if cell is not None and table is not None else None


def explained(decision: Decision, sentence: str) -> str:
    """Why the claim has its label: the reckoning, where a table alone decides."""
    best = decision.best
    if not isinstance(best, TableAssessment) or best.answer is None or decision.label is Label.CONFLICTING:
        return sentence
    word = best.answer
    name = best.candidate.passage.note.rsplit("/", 1)[-1]
    return f"{'agrees' if word.agrees else 'differs'}: {name}, {word.shown}"


def located(findings: Sequence[Finding], assessments: Sequence[Assessment]) -> tuple[Finding, ...]:
    """The findings with the cell as the place of what a table says, and the reckoning as their message."""
    return tuple(_located(finding, assessments) for finding in findings)


def _located(finding: Finding, assessments: Sequence[Assessment]) -> Finding:
    if finding.evidence is None or finding.relation is Relation.MISSING:
        return finding
    assessment = assessments[finding.evidence]
    word = assessment.answer if isinstance(assessment, TableAssessment) else None
    if word is None:
        return finding
    cell = word.facts[0].cell
    return replace(finding, passage_span=cell.span, passage_value=word.found, message=word.shown, code=word.code)


def _muted(assessment: Assessment) -> Assessment:
    """A row without what its words differ in; figures of the claim that deny its own words are no matter of the row."""
    if assessment.candidate.passage.kind is not BlockKind.TABLE_ROW or isinstance(assessment, TableAssessment):
        return assessment
    return replace(assessment, differences=tuple(d for d in assessment.differences if d.how == CONTRARY))


def _assessment(claim: Reading, word: Answer, rows: tuple[Passage, ...]) -> TableAssessment:
    passage = word.facts[0].passage
    reading = _cell_reading(passage, word.facts[0].cell.text)
    node = _node(claim, word.span)
    others = frozenset(w.i for w in claim.words if w.i != node)
    links = {node: Link(node, 0, Kinship(1.0, word.how))}
    alignment = Alignment(claim, reading, links, others)
    differences = () if word.agrees else (Difference(word.code, word.how, node, 0, 1, 1.0, word.shown),)
    candidate = Candidate(passage, reading.analysis, 1.0, table=rows)
    return TableAssessment(candidate=candidate, alignment=alignment, differences=differences, answer=word)


def _node(claim: Reading, span: Span) -> int:
    """The claim's node at a span, or the one nearest to it."""
    inside = set(claim.analysis.at(span))
    here = [w.i for w in claim.words if w.i in inside]
    values = [i for i in here if i in claim.value_at]
    if values or here:
        return (values or here)[0]
    return min((w.i for w in claim.words), key=lambda i: (abs(claim.span(i).start - span.start), i))


def _cell_reading(passage: Passage, text: str) -> Reading:
    """A row as a text of one node, the cell."""
    start = max(passage.text.find(f": {text}") + 2, passage.text.find(text), 0)
    token = Token(0, text, text, "NUM", "CD", "", "ROOT", 0, start, start + len(text))
    node = Word(0, Kind.VALUE, 1.0, text, "NUM", frozenset({text}))
    return Reading(Analysis(passage.text, (token,)), (node,), (), (), (), ())
