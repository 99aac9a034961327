"""One claim: its verdict, its words beside the note’s, the other passages, and what earlier runs said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.box import SIMPLE
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.model import Evidence, Finding, Label, Relation, Span, Stance
from factcheck.reports.lines import place, source
from factcheck.reports.marks import Mark, legend, marked, shared
from factcheck.reports.outcome import ABOUT_SOURCES, code
from factcheck.reports.safe import one_line, relative, shortened
from factcheck.reports.terminal import LABEL_STYLES, drawn, joined, styled
from factcheck.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from factcheck.model import Document, Extraction, Verdict
    from factcheck.reports.lines import View

MOST_SIDE_BY_SIDE = 4  # passages; `conflicting` has two sides, more than two a side repeat one another
PASSAGE_LENGTH = 160  # characters of a passage that did not decide


@dataclass(frozen=True, slots=True)
class Past:
    """What one earlier run said of the claim."""

    run: str
    label: str
    confidence: float


def render(extraction: Extraction, verdict: Verdict, history: Sequence[Past], view: View) -> str:
    """Everything that is known of one claim."""
    deciding = _deciding(verdict)
    parts: list[RenderableType] = [*_heading(extraction.document, verdict), Text()]
    for index in deciding:
        parts += [_side_by_side(extraction, verdict, index, view), Text()]
    if not deciding:
        parts += [Text("draft", style="bold"), _indented(_draft(extraction, verdict, None, view)), Text()]
    if used := {finding.relation.value for finding in verdict.findings if finding.claim_span or finding.passage_span}:
        parts += [legend(used, view.color), Text()]
    parts += _section("findings", [_finding(finding, verdict) for finding in verdict.findings])
    rest = [item for i, item in enumerate(verdict.evidence) if i not in deciding]
    parts += _section("considered, and did not decide", [_considered(item) for item in rest])
    parts += _section("history, the latest run first", [_past(past) for past in history])
    return drawn(view, *parts[:-1])


def _heading(document: Document, verdict: Verdict) -> Iterator[RenderableType]:
    claim, style = verdict.claim, LABEL_STYLES[verdict.label]
    rule = RULES.get(code(verdict))
    name = f"{rule.code} {rule.name}" if rule else ""
    sure = "" if verdict.label in (Label.NOT_CHECKABLE, Label.UNCHECKED) else f"confidence {verdict.confidence:.2f}"
    yield joined(styled(claim.id, "bold"), Text(verdict.label, style=style), Text(name, style=style), sure)
    yield styled(claim.text)
    where = f"{one_line(relative(document.path))}:{place(document, claim.span.start)}"
    yield Text(f"{where}, {claim.kind}", style="dim")
    if explanation := verdict.explanation or claim.reason:
        yield styled(explanation, style)
    if claim.unresolved:
        yield styled(f"unresolved: {', '.join(claim.unresolved)}", "yellow")
    for antecedent in claim.antecedents:
        yield styled(f"{antecedent.text}: {antecedent.ground}", "dim")


def _deciding(verdict: Verdict) -> list[int]:
    """The passages that the verdict rests on, those that differ first."""
    order = [f.evidence for f in verdict.findings if f.relation is Relation.DIFFERS]
    order += [f.evidence for f in verdict.findings if f.relation is Relation.AGREES]
    order += [i for i, item in enumerate(verdict.evidence) if item.stance is not Stance.NEUTRAL]
    known = [i for i in order if i is not None and i < len(verdict.evidence)]
    return list(dict.fromkeys(known))[:MOST_SIDE_BY_SIDE]


def _side_by_side(extraction: Extraction, verdict: Verdict, index: int, view: View) -> RenderableType:
    evidence = verdict.evidence[index]
    draft, note = _draft(extraction, verdict, index, view), _passage(verdict, index, view)
    title = Text(f"{source(evidence)} ({evidence.stance})")
    table = Table(box=SIMPLE, expand=True, show_edge=False, pad_edge=False, padding=(0, 1))
    if view.narrow:
        table.add_column("draft", overflow="fold")
        for row in (draft, Text(), title, note):
            table.add_row(row)
        return table
    table.add_column("draft", ratio=1, overflow="fold")
    table.add_column(title, ratio=1, overflow="fold")
    table.add_row(draft, note)
    return table


def _draft(extraction: Extraction, verdict: Verdict, index: int | None, view: View) -> Text:
    """The claim's sentence, with what was compared with the passage marked."""
    sentence = _sentence(extraction, verdict)
    text = sentence.of(extraction.document.text)
    other = verdict.evidence[index].passage.text if index is not None else ""
    found = [f for f in verdict.findings if f.evidence in (index, None)]
    marks = [Mark(_moved(span, sentence.start), f.relation.value) for f in found if (span := f.claim_span)]
    inside = [_moved(span, sentence.start) for span in verdict.claim.spans]
    words = [mark for mark in shared(text, other) if any(span.overlaps(mark.span) for span in inside)]
    return marked(text, [*words, *marks], view.color)


def _sentence(extraction: Extraction, verdict: Verdict) -> Span:
    """The sentence that the claim comes from, or the claim's own stretch if it reaches beyond."""
    claim = verdict.claim
    spans = [sentence.span for sentence in extraction.sentences if sentence.index == claim.sentence]
    spans.append(claim.span)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _passage(verdict: Verdict, index: int, view: View) -> Text:
    passage = verdict.evidence[index].passage
    found = [f for f in verdict.findings if f.evidence == index]
    marks = [Mark(span, f.relation.value) for f in found if (span := f.passage_span)]
    text = marked(passage.text, [*shared(passage.text, verdict.claim.text), *marks], view.color)
    return Text(f"{one_line(passage.speaker)}: ").append_text(text) if passage.speaker else text


def _moved(span: Span, start: int) -> Span:
    return Span(span.start - start, span.end - start)


def _finding(finding: Finding, verdict: Verdict) -> Text:
    relation = f"{finding.relation} ({finding.how})" if finding.how else finding.relation.value
    values = " / ".join(f"“{one_line(value)}”" for value in (finding.claim_value, finding.passage_value) if value)
    where = ""
    if finding.evidence is not None and finding.evidence < len(verdict.evidence):
        where = source(verdict.evidence[finding.evidence])
    # What agrees breaks no rule, so its code would mislead.
    broken = finding.relation is Relation.DIFFERS or finding.code.startswith(ABOUT_SOURCES)
    head = f"{finding.code} {relation}" if broken else relation
    return Text(": ".join(part for part in (head, values) if part) + "".join(_asides(finding.message, where)))


def _asides(*parts: str) -> Iterator[str]:
    return (f"; {one_line(part)}" for part in parts if part)


def _considered(evidence: Evidence) -> Text:
    reason = one_line(evidence.reason) or "nothing in it could be compared"
    text = Text(f"{source(evidence)} (covers {evidence.score:.0%}): {reason}")
    return text.append(f"\n  “{shortened(evidence.passage.text, PASSAGE_LENGTH)}”", style="dim")


def _past(past: Past) -> Text:
    return joined(f"run {past.run}", Text(past.label, style=LABEL_STYLES.get(past.label, "")), f"{past.confidence:.2f}")


def _section(title: str, rows: Sequence[Text]) -> list[RenderableType]:
    return [Text(title, style="bold"), *(_indented(row) for row in rows), Text()] if rows else []


def _indented(text: Text) -> RenderableType:
    return Padding(text, (0, 0, 0, 2))
