"""The nouns of factcheck, as frozen dataclasses; imports nothing of the project.

Offsets are code points, ends exclusive. Lines and columns count from 1.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: code points from `start` up to, not including, `end`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True  # an empty span is a place, too

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


# --- documents -----------------------------------------------------------------------------------


class BlockKind(StrEnum):
    """What a block is in its source."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    TABLE_ROW = "table-row"
    CUE = "cue"
    BLOCK_QUOTE = "block-quote"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    BYLINE = "byline"
    DATELINE = "dateline"
    CODE = "code"
    FRONT_MATTER = "front-matter"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row; `row` counts the data rows from 1 and is 0 in the header, `column` counts from 1."""

    header: str
    text: str
    span: Span
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """A unit of a document's layout, and where it stands in the source.

    `markup` are stretches inside `span` that are notation, not words (asterisks, link targets, tags);
    `page` counts from 1, `element` names an HTML or DOCX element ("p[3]"), `time` is a cue's start
    ("00:01:02.500"), `level` a heading's level.
    """

    kind: BlockKind
    span: Span
    markup: tuple[Span, ...] = ()
    page: int | None = None
    element: str | None = None
    time: str | None = None
    speaker: str | None = None
    level: int | None = None
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a character stands for a reader; only the parts that its format knows are set."""

    line: int | None = None
    column: int | None = None
    page: int | None = None
    element: str | None = None
    time: str | None = None
    cell: str | None = None

    def __str__(self) -> str:
        if self.cell is not None:
            return self.cell
        if self.time is not None:
            return self.time
        if self.page is not None:
            return f"p. {self.page}"
        if self.element is not None:
            return self.element
        return f"{self.line}:{self.column}"


@dataclass(frozen=True)
class Document:
    """A text with its provenance.

    `path` is as the user gave it (a relative path, a URL, or "-"), with forward slashes; `date` is the date that
    the document gives itself; `metadata` its front matter or sidecar (tier, origin, speaker, …).
    `exact` says whether offsets into `text` are offsets into the source, so that line and column mean something.
    """

    path: str
    text: str
    blocks: tuple[Block, ...]
    sha256: str
    media_type: str
    title: str | None = None
    date: date | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    exact: bool = True

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """The line and the column of a character, both from 1; a byte order mark takes no column."""
        line = bisect_right(self._line_starts, offset)
        start = self._line_starts[line - 1]
        if line == 1 and self.text.startswith("\ufeff") and offset > 0:
            start = 1
        return line, offset - start + 1

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the character, if one does."""
        index = bisect_right(self._block_starts, offset) - 1
        if index < 0:
            return None
        block = self.blocks[index]
        return block if offset < block.span.end else None

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def locate(self, offset: int) -> Locator:
        """Where the character stands for a reader."""
        block = self.block_at(offset)
        line, column = self.line_and_column(offset)
        if block is None:
            return Locator(line=line, column=column)
        cell = next((c for c in block.cells if c.span.start <= offset < c.span.end), None)
        name = None
        if block.cells:
            name = f"row {block.cells[0].row}" if block.cells[0].row else "header row"
        if cell is not None:
            name = f"{name}, {cell.header or f'column {cell.column}'}"
        return Locator(line=line, column=column, page=block.page, element=block.element, time=block.time, cell=name)


# --- language ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a parsed text: Universal Dependencies columns; a root is its own head."""

    i: int
    text: str
    lemma: str
    pos: str
    tag: str
    morph: str
    dep: str
    head: int
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def rel(self) -> str:
        """The relation without its subtype: "nsubj" for "nsubj:pass"."""
        return self.dep.split(":", 1)[0]


@dataclass(frozen=True)
class Analysis:
    """A parsed text: its tokens and who depends on whom."""

    text: str
    tokens: tuple[Token, ...]

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The dependents of each token, in the order of the text."""
        lists: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                lists[token.head].append(token.i)
        return tuple(tuple(children) for children in lists)

    @cached_property
    def roots(self) -> tuple[int, ...]:
        """The tokens without a head, one a parsed sentence."""
        return tuple(token.i for token in self.tokens if token.head == token.i)

    def subtree(self, i: int) -> list[int]:
        """The token and everything below it, in the order of the text."""
        found, stack = [], [i]
        while stack:
            j = stack.pop()
            found.append(j)
            stack.extend(self.children[j])
        return sorted(found)

    def child(self, i: int, *relations: str) -> Token | None:
        """The first dependent of the token in one of the relations (with or without subtype)."""
        for j in self.children[i]:
            token = self.tokens[j]
            if token.dep in relations or token.rel in relations:
                return token
        return None

    def at(self, span: Span) -> list[int]:
        """The tokens that overlap a span of the text."""
        return [token.i for token in self.tokens if token.start < span.end and span.start < token.end]


# --- claims --------------------------------------------------------------------------------------


class ClaimKind(StrEnum):
    """What a claim is about; the first that applies, in this order."""

    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    COMPARISON = "comparison"
    QUANTITY = "quantity"
    DATE = "date"
    IDENTITY = "identity"
    CAUSAL = "causal"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a claim's text and the words of the document that it stands for.

    `source` is None for words that only mend the grammar.
    """

    span: Span
    source: Span | None


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What a pronoun or a relative time was resolved to: the bracketed words, and where they come from."""

    span: Span
    text: str
    source: Span | None
    ground: str


@dataclass(frozen=True)
class Claim:
    """One atomic statement that can be true or false by itself.

    `text` reads alone; `pieces` tie it to the article; `spans` are its words there; `speaker` is who says it, when it
    is somebody's words; `quoted` the exact words, when it is a quote; `unresolved` the words that stand for
    something the draft does not name with certainty; `reason` says why it is not checkable.
    """

    id: str
    text: str
    kind: ClaimKind
    spans: tuple[Span, ...]
    sentence: int
    checkable: bool = True
    reason: str | None = None
    speaker: str | None = None
    quoted: str | None = None
    pieces: tuple[Piece, ...] = ()
    antecedents: tuple[Antecedent, ...] = ()
    unresolved: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """From the claim's first word in the article to its last."""
        return Span(self.spans[0].start, max(span.end for span in self.spans))

    def source(self, span: Span) -> Span:
        """The article's words behind a span of the claim's text; the whole claim where there are none."""
        found: list[Span] = []
        for piece in self.pieces:
            if piece.source is None or not piece.span.overlaps(span):
                continue
            if len(piece.span) == len(piece.source):
                shift = piece.source.start - piece.span.start
                found.append(Span(max(span.start, piece.span.start) + shift, min(span.end, piece.span.end) + shift))
            else:
                found.append(piece.source)
        if not found:
            return self.span
        return Span(min(s.start for s in found), max(s.end for s in found))


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Words of a sentence that are not checkable, and why."""

    span: Span
    reason: str


@dataclass(frozen=True)
class Sentence:
    """A sentence of an article: its span, its claims, and what of it is not checkable.

    `untaken` says that the sentence holds several predicates but could not be taken apart.
    """

    index: int
    span: Span
    claims: tuple[str, ...] = ()
    excluded: tuple[Exclusion, ...] = ()
    untaken: bool = False


@dataclass(frozen=True)
class Extraction:
    """What was found in one article: every sentence, every claim, and where the draft contradicts itself."""

    document: Document
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    inconsistencies: tuple[Inconsistency, ...] = ()
    language: str = "en"


@dataclass(frozen=True)
class Inconsistency:
    """Two places of one draft that cannot both be right (FC6xx)."""

    code: str
    first: Span
    second: Span
    first_value: str
    second_value: str
    message: str


# --- evidence ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Passage:
    """A note's sentence, table row or caption cue, with its neighbours: the unit of retrieval.

    `id` is stable: the note's content hash and the passage's number in it. `span` is in the note's text; `text` is
    the plain words; `before` and `after` are its neighbours' words; `heading` the nearest heading above it.
    """

    id: str
    note: str
    sha256: str
    span: Span
    text: str
    locator: str
    title: str = ""
    heading: str = ""
    before: str = ""
    after: str = ""
    speaker: str | None = None
    date: date | None = None
    kind: BlockKind = BlockKind.PARAGRAPH
    cells: tuple[Cell, ...] = ()
    tier: str | None = None
    origin: str | None = None


class Stance(StrEnum):
    """What a passage says of a claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    NEUTRAL = "neutral"


@dataclass(frozen=True)
class Evidence:
    """A passage that was considered for a claim; `score` is the share of the claim's information it covers, 0 to 1."""

    passage: Passage
    score: float
    stance: Stance = Stance.NEUTRAL
    reason: str = ""


# --- verdicts ------------------------------------------------------------------------------------


class Relation(StrEnum):
    """How a claim's value stands to a passage's."""

    AGREES = "agrees"
    DIFFERS = "differs"
    MISSING = "missing"
    INCOMPARABLE = "incomparable"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome of comparing two facets of one kind.

    `how` is equal, rounded, implied, coarser, converted, partial, acronym, different, finer, …; `code` the rule that a
    difference breaks.
    """

    relation: Relation
    how: str
    code: str | None = None
    message: str = ""


@dataclass(frozen=True)
class Finding:
    """One comparison of a claim's facet with a passage's.

    `claim_span` is in the article, `passage_span` in the passage's `text`; `evidence` is the index of the passage among
    the verdict's evidence.
    """

    code: str
    relation: Relation
    how: str
    claim_span: Span | None
    claim_value: str
    evidence: int | None
    passage_span: Span | None
    passage_value: str
    message: str


class Label(StrEnum):
    """The four labels of AVeriTeC (Schlichtkrull et al. 2023), and two for what was not judged."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    NOT_ENOUGH_EVIDENCE = "not-enough-evidence"
    NOT_CHECKABLE = "not-checkable"
    UNCHECKED = "unchecked"


@dataclass(frozen=True)
class Verdict:
    """A claim's label, how sure the tool is of it (0 to 1), and the findings that explain it."""

    claim: Claim
    label: Label
    confidence: float
    findings: tuple[Finding, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A source that was named but could not be used, and why."""

    path: str
    code: str
    reason: str


@dataclass(frozen=True)
class ArticleResult:
    """What a run says of one article."""

    extraction: Extraction
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True)
class Run:
    """One verification: its inputs' digest, its settings, and what it found.

    `notes` maps each note's path to its content hash; `settings` holds only what can change the result.
    """

    id: str
    version: str
    settings: Mapping[str, str]
    notes: Mapping[str, str]
    articles: tuple[ArticleResult, ...]
    unreadable: tuple[Unreadable, ...] = ()
