"""A document to its claims: the room's main job on one page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims import coverage, decompose, sentences
from factcheck.claims.identity import claim_id
from factcheck.claims.kinds import kind_of
from factcheck.claims.wording import worded
from factcheck.model import BlockKind, Claim, Exclusion, Extraction, Piece, Sentence, Span
from factcheck.readers.plain import Plain, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.claims.clauses import Statement
    from factcheck.language import Parser
    from factcheck.model import Analysis, Block, Document

_NOT_PROSE = {
    BlockKind.CODE: "code",
    BlockKind.FRONT_MATTER: "front matter",
    BlockKind.BYLINE: "byline",
    BlockKind.DATELINE: "dateline",
}


@dataclass(frozen=True)
class Part:
    """A sentence before it is parsed: its plain words, and where they stand."""

    block: Block
    plain: Plain
    span: Span

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.span.of(self.plain.text)

    def source(self, start: int, end: int) -> Span:
        """The document's characters behind characters of the sentence."""
        return self.plain.source(Span(self.span.start + start, self.span.start + end))


def extract(document: Document, parser: Parser) -> Extraction:
    """Every sentence of the document, every claim in it, and what is not checkable and why."""
    parts = list(_parts(document))
    claims: list[Claim] = []
    found: list[Sentence] = []
    counts: Counter[str] = Counter()
    analyses = parser.parse(part.text for part in parts if part.block.kind not in _NOT_PROSE)
    for index, part in enumerate(parts):
        whole = part.source(0, len(part.text))
        if part.block.kind in _NOT_PROSE:
            found.append(Sentence(index, whole, excluded=(Exclusion(whole, _NOT_PROSE[part.block.kind]),)))
            continue
        analysis = next(analyses)
        mine = []
        for statement in decompose.statements(analysis):
            claim = _claim(statement, analysis, part, index, counts)
            if claim is not None:
                mine.append(claim)
        claims += mine
        found.append(Sentence(index, whole, tuple(claim.id for claim in mine)))
    return Extraction(document, tuple(found), tuple(claims))


def _parts(document: Document) -> Iterator[Part]:
    for block in document.blocks:
        words = plain(document, block.span)
        for span in sentences.split(words.text):
            yield Part(block, words, span)


def _claim(statement: Statement, analysis: Analysis, part: Part, index: int, counts: Counter[str]) -> Claim | None:
    wording = worded(analysis, statement.items)
    tokens = analysis.tokens
    shown = sorted({token for _, _, token in wording.pieces if token is not None})
    if not shown:
        return None
    pieces = tuple(
        Piece(Span(start, end), None if token is None else part.source(tokens[token].start, tokens[token].end))
        for start, end, token in wording.pieces
    )
    base = claim_id(wording.text)
    counts[base] += 1
    return Claim(
        id=claim_id(wording.text, counts[base]),
        text=wording.text,
        kind=kind_of(statement, analysis, wording),
        spans=coverage.spans(analysis, shown, part),
        sentence=index,
        pieces=pieces,
    )
