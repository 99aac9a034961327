"""Small notes, runs and generated values for the ledger's tests."""

from __future__ import annotations

import hashlib
import string
from datetime import date
from typing import TypeVar

from hypothesis import strategies as st

from factcheck.model import (
    Analysis,
    Antecedent,
    ArticleResult,
    Block,
    BlockKind,
    Cell,
    Claim,
    ClaimKind,
    Document,
    Evidence,
    Exclusion,
    Extraction,
    Finding,
    Inconsistency,
    Label,
    Passage,
    Piece,
    Relation,
    Run,
    Sentence,
    Span,
    Stance,
    Token,
    Unreadable,
    Verdict,
)

TRADE = """China's exports rose 118.4 percent in March.
The minister resigned on 3 May 2019.
Non-US firms lost $2.5 billion, Volodymyr Zelenskyy said.
He was born in Łódź."""


def document(path: str, text: str, title: str | None = None) -> Document:
    """A text file with one paragraph a line."""
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(line))))
        start += len(line) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(path, text, tuple(blocks), digest, "text/plain", title)


def passages(note: Document) -> list[Passage]:
    """One passage a line, with the lines beside it."""
    texts = [block.span.of(note.text) for block in note.blocks]
    return [
        Passage(
            id=f"{note.sha256[:12]}-{i}",
            note=note.path,
            sha256=note.sha256,
            span=block.span,
            text=texts[i],
            locator=f"{i + 1}:1",
            title=note.title or "",
            before=texts[i - 1] if i else "",
            after=texts[i + 1] if i + 1 < len(texts) else "",
        )
        for i, block in enumerate(note.blocks)
    ]


def run_on(evidence: list[Passage], run_id: str = "run-1", label: Label = Label.REFUTED) -> Run:
    """A run over one article with one claim, which rests on the passages."""
    article = document("draft.md", "Exports rose 41 percent.")
    claim = Claim("c0ffee", "Exports rose 41 percent.", ClaimKind.QUANTITY, (Span(0, 24),), 0)
    finding = Finding(
        "FC201", Relation.DIFFERS, "different", Span(13, 23), "41 %", 0, Span(20, 33), "118.4 %", "41, not 118.4"
    )
    found = tuple(Evidence(passage, 0.75, Stance.REFUTES, "says another number") for passage in evidence)
    verdict = Verdict(claim, label, 0.875, (finding,), found, "differs: 41 % and 118.4 %")
    extraction = Extraction(article, (Sentence(0, Span(0, 24), ("c0ffee",)),), (claim,))
    notes = {passage.note: passage.sha256 for passage in evidence}
    return Run(run_id, "0.1.0", {"model": "bundled"}, notes, (ArticleResult(extraction, (verdict,)),))


# --- generated values ----------------------------------------------------------------------------

words = st.text(st.characters(codec="utf-8"), max_size=12)
names = st.none() | words
spans = st.tuples(st.integers(0, 500), st.integers(0, 500)).map(lambda pair: Span(min(pair), max(pair)))
dates = st.none() | st.dates(date(1000, 1, 1))
shares = st.floats(0, 1)


T = TypeVar("T")


def tuples(items: st.SearchStrategy[T], least: int = 0) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(items, min_size=least, max_size=3).map(tuple)


cells = st.builds(Cell, words, words, spans, st.integers(1, 9), st.integers(1, 9))
blocks = st.builds(
    Block, st.sampled_from(BlockKind), spans, tuples(spans), st.none() | st.integers(1, 99), names, names, names,
    st.none() | st.integers(1, 6), tuples(cells),
)  # fmt: skip
digests = st.text(string.hexdigits.lower()[:16], min_size=64, max_size=64)
documents = st.builds(
    Document,
    words,
    words,
    tuples(blocks),
    digests,
    words,
    names,
    dates,
    st.dictionaries(words, words, max_size=3),
    st.booleans(),
)
tokens = st.builds(
    Token,
    st.integers(0, 9),
    words,
    words,
    words,
    words,
    words,
    words,
    st.integers(0, 9),
    st.integers(0, 40),
    st.integers(0, 40),
)
analyses = st.builds(Analysis, words, tuples(tokens))
claims = st.builds(
    Claim, words, words, st.sampled_from(ClaimKind), tuples(spans, 1), st.integers(0, 99), st.booleans(),
    names, names, names,
    tuples(st.builds(Piece, spans, st.none() | spans)),
    tuples(st.builds(Antecedent, spans, words, st.none() | spans, words)),
    tuples(words),
)  # fmt: skip
sentences = st.builds(
    Sentence, st.integers(0, 99), spans, tuples(words), tuples(st.builds(Exclusion, spans, words)), st.booleans()
)
inconsistencies = st.builds(Inconsistency, words, spans, spans, words, words, words)
findings = st.builds(
    Finding, words, st.sampled_from(Relation), words, st.none() | spans, words, st.none() | st.integers(0, 9),
    st.none() | spans, words, words,
)  # fmt: skip


@st.composite
def note_passages(draw: st.DrawFn, note: Document) -> list[Passage]:
    """Passages of the note with any values in their fields."""
    several = st.lists(
        st.builds(
            Passage, st.just(""), st.just(note.path), st.just(note.sha256), spans, words, words, words, words,
            words, words, names, dates, st.sampled_from(BlockKind), tuples(cells), names, names,
        ),
        min_size=1, max_size=4,
    )  # fmt: skip
    made = draw(several)
    return [Passage(**{**vars(passage), "id": f"{note.sha256[:12]}-{i}"}) for i, passage in enumerate(made)]


@st.composite
def noted_runs(draw: st.DrawFn) -> tuple[Document, list[Passage], Run]:
    """A note, its passages, and a run of up to two articles that rests on them."""
    note = draw(documents)
    known = draw(note_passages(note))
    evidence = st.builds(Evidence, st.sampled_from(known), shares, st.sampled_from(Stance), words)
    results = []
    for _ in range(draw(st.integers(0, 2))):
        made = draw(tuples(claims))
        extraction = Extraction(
            draw(documents), draw(tuples(sentences)), made, draw(tuples(inconsistencies)), draw(words)
        )
        verdicts = [
            Verdict(
                claim,
                draw(st.sampled_from(Label)),
                draw(shares),
                draw(tuples(findings)),
                draw(tuples(evidence)),
                draw(words),
            )
            for claim in made
        ]
        results.append(ArticleResult(extraction, tuple(verdicts)))
    mappings = st.dictionaries(words, words, max_size=3)
    unreadable = draw(tuples(st.builds(Unreadable, words, words, words)))
    return note, known, Run(draw(words), draw(words), draw(mappings), draw(mappings), tuple(results), unreadable)
