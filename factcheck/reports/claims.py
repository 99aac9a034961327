"""The claims of drafts before anything is held against notes: as plain lines, as a table, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Claim, Extraction, Label
from factcheck.reports.lines import CONTRADICTION, Line, View, contradiction, place, unclaimed
from factcheck.reports.outcome import counted
from factcheck.reports.safe import one_line, relative

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text


def render(extractions: Sequence[Extraction], view: View, form: str) -> str:
    """The claims of drafts in one of the formats."""
    if form == "json":
        from factcheck.reports.json_v1 import render_extractions

        return render_extractions(extractions, view)
    if form == "table":
        return _table(extractions, view)
    found = [line for extraction in extractions for line in lines(extraction, view)]
    return "".join(f"{_line(line)}\n" for line in found)


def lines(extraction: Extraction, view: View) -> list[Line]:
    """A line for each claim, contradiction and sentence without a claim, in the order of the draft."""
    document = extraction.document
    found = [_claim(extraction, claim) for claim in extraction.claims]
    found += [contradiction(document, pair) for pair in extraction.inconsistencies]
    found += list(unclaimed(extraction))
    wanted = [line for line in found if not view.kinds or line.kind in view.kinds or line.label == CONTRADICTION]
    return sorted(wanted, key=lambda line: line.offset)


def summary(extractions: Sequence[Extraction]) -> str:
    """One line that counts what was found and names the next step."""
    claims = [claim for extraction in extractions for claim in extraction.claims]
    sentences = sum(len(extraction.sentences) for extraction in extractions)
    parts = [f"{counted(len(claims), 'claim')} in {counted(sentences, 'sentence')}"]
    parts += [part for n, part in _details(extractions, claims) if n]
    parts += [f"{relative(e.document.path)} is not English" for e in extractions if e.language != "en"]
    line = ", ".join(parts)
    if not claims:
        return line
    names = " ".join(relative(extraction.document.path) for extraction in extractions)
    return f"{line}; next: factcheck check {names} -n NOTES"


def _details(extractions: Sequence[Extraction], claims: Sequence[Claim]) -> list[tuple[int, str]]:
    unchecked = sum(not claim.checkable for claim in claims)
    unresolved = sum(bool(claim.unresolved) for claim in claims)
    contradictions = sum(len(extraction.inconsistencies) for extraction in extractions)
    return [
        (unchecked, f"{unchecked} not checkable"),
        (unresolved, f"{unresolved} with unresolved words"),
        (contradictions, f"{counted(contradictions, 'contradiction')} inside the draft"),
    ]


def _claim(extraction: Extraction, claim: Claim) -> Line:
    document = extraction.document
    return Line(
        path=one_line(relative(document.path)),
        place=place(document, claim.span.start),
        offset=claim.span.start,
        code="",
        label="" if claim.checkable else Label.NOT_CHECKABLE.value,
        kind=claim.kind.value,
        id=claim.id,
        statement=one_line(claim.text),
        message=one_line("; ".join(_remarks(claim))),
    )


def _remarks(claim: Claim) -> list[str]:
    remarks = [claim.reason or "not checkable"] if not claim.checkable else []
    if claim.unresolved:
        remarks.append(f"unresolved: {', '.join(claim.unresolved)}")
    return remarks


def _line(line: Line) -> str:
    message = f"{line.statement} — {line.message}" if line.message else line.statement
    words = [line.code if line.code == "SKIP" or line.label == CONTRADICTION else "", line.label, line.kind, message]
    return f"{line.path}:{line.place}: {' '.join(word for word in words if word)}"


def _table(extractions: Sequence[Extraction], view: View) -> str:
    from rich.table import Table

    from factcheck.reports.table import GRID
    from factcheck.reports.terminal import drawn, styled

    parts: list[Text | Table] = []
    for extraction in extractions:
        table = Table(**GRID)
        table.add_column("where", no_wrap=True, max_width=16)
        table.add_column("kind", no_wrap=True)
        table.add_column("claim", ratio=1, overflow="fold")
        for line in lines(extraction, view):
            table.add_row(styled(line.place), _kind(line), _statement(line))
        parts += [styled(relative(extraction.document.path), "bold"), table]
    return drawn(view, *parts)


def _kind(line: Line) -> Text:
    from factcheck.reports.terminal import KIND_STYLES, LABEL_STYLES, styled

    if line.kind:
        return styled(line.kind, KIND_STYLES.get(line.kind, ""))
    return styled(line.code if line.label == CONTRADICTION else "–", LABEL_STYLES[line.label])


def _statement(line: Line) -> Text:
    from factcheck.reports.terminal import styled

    statement = styled(line.statement, "dim" if line.label == Label.NOT_CHECKABLE else "")
    return statement.append(f"\n{line.message}", style="dim") if line.message else statement
