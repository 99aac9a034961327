"""A run as a list: a line for each claim, contradiction and sentence without a claim, in the order of the drafts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import ArticleResult, Document, Evidence, Extraction, Inconsistency, Label, Run, Sentence, Verdict
from factcheck.reports.outcome import code, short_ids
from factcheck.reports.safe import one_line, relative, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTRADICTION = "inconsistent"
NARROWEST_TABLE = 72  # columns; on less, a sentence would stand on many lines of two or three words
UNCLAIMED_LENGTH = 200  # characters of what holds no claim: front matter or a block of code can be pages long


@dataclass(frozen=True, slots=True)
class View:
    """What a report lists and how it is drawn.

    `only` are labels and `kinds` kinds of claim, both empty for all; `width` is in columns; `color` says whether escape
    codes may be used.
    """

    only: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    width: int = 80
    color: bool = False

    @property
    def narrow(self) -> bool:
        """Whether there is no room for columns beside one another."""
        return self.width < NARROWEST_TABLE


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that a report says. `place` is line:column, or where else a reader would look it up."""

    path: str
    place: str
    offset: int
    code: str
    label: str
    kind: str
    id: str
    statement: str
    message: str
    verdict: Verdict | None = None


def lines(run: Run, view: View) -> list[Line]:
    """The lines of a run that the view asks for."""
    ids = short_ids(run)
    return [line for article in run.articles for line in article_lines(article, ids, view)]


def article_lines(article: ArticleResult, ids: dict[str, str], view: View) -> list[Line]:
    """The lines of one draft, in its order."""
    document = article.extraction.document
    found = [_claim(document, verdict, ids) for verdict in article.verdicts]
    found += [contradiction(document, pair) for pair in article.extraction.inconsistencies]
    found += list(unclaimed(article.extraction))
    return sorted((line for line in found if _wanted(line, view)), key=lambda line: line.offset)


def place(document: Document, offset: int) -> str:
    """Where a character of a draft stands: line:column where the text is the file's, else its locator."""
    if document.exact:
        line, column = document.line_and_column(offset)
        return f"{line}:{column}"
    return one_line(str(document.locate(offset)))


def evidence_shown(verdict: Verdict) -> Evidence | None:
    """The passage that the verdict rests on, if it rests on one."""
    if verdict.label not in (Label.SUPPORTED, Label.REFUTED, Label.CONFLICTING):
        return None
    cited = [f.evidence for f in verdict.findings if f.evidence is not None and f.relation.value == "differs"]
    cited += [i for i, item in enumerate(verdict.evidence) if item.stance.value != "neutral"]
    index = next((i for i in cited if i < len(verdict.evidence)), None)
    return None if index is None else verdict.evidence[index]


def source(evidence: Evidence) -> str:
    """A note and the place in it."""
    return one_line(f"{relative(evidence.passage.note)} {evidence.passage.locator}")


def unclaimed(extraction: Extraction) -> Iterator[Line]:
    """A line for each sentence that holds no claim, with the reason."""
    document = extraction.document
    for sentence in extraction.sentences:
        if sentence.claims:
            continue
        yield Line(
            path=one_line(relative(document.path)),
            place=place(document, sentence.span.start),
            offset=sentence.span.start,
            code="SKIP",
            label=Label.NOT_CHECKABLE.value,
            kind="",
            id="",
            statement=shortened(document.words(sentence.span), UNCLAIMED_LENGTH)
            or shortened(sentence.span.of(document.text), UNCLAIMED_LENGTH),
            message=reasons(sentence),
        )


def reasons(sentence: Sentence) -> str:
    """Why parts of a sentence are not checkable, each reason once."""
    return ", ".join(dict.fromkeys(one_line(part.reason) for part in sentence.excluded)) or "holds no claim"


def _claim(document: Document, verdict: Verdict, ids: dict[str, str]) -> Line:
    claim = verdict.claim
    return Line(
        path=one_line(relative(document.path)),
        place=place(document, verdict.span.start),
        offset=verdict.span.start,
        code=code(verdict),
        label=verdict.label.value,
        kind=claim.kind.value,
        id=ids[claim.id],
        statement=one_line(claim.text),
        message=one_line(verdict.explanation or claim.reason or ""),
        verdict=verdict,
    )


def contradiction(document: Document, pair: Inconsistency) -> Line:
    """A line for two places of a draft that cannot both be right."""
    there = place(document, pair.second.start)
    return Line(
        path=one_line(relative(document.path)),
        place=place(document, pair.first.start),
        offset=pair.first.start,
        code=pair.code,
        label=CONTRADICTION,
        kind="",
        id="",
        statement=f"“{one_line(pair.first_value)}” here, “{one_line(pair.second_value)}” at {there}",
        message=one_line(pair.message),
    )


def _wanted(line: Line, view: View) -> bool:
    """Contradictions go with the refuted and have no kind; a sentence without a claim goes with no kind."""
    label = Label.REFUTED.value if line.label == CONTRADICTION else line.label
    kind_wanted = not view.kinds or line.kind in view.kinds or line.label == CONTRADICTION
    return kind_wanted and (not view.only or label in view.only)
