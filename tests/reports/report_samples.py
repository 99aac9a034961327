"""A run made by hand, with one of everything that a report has to show."""

from __future__ import annotations

import hashlib
from functools import cache

from factcheck.model import (
    Antecedent,
    ArticleResult,
    Block,
    BlockKind,
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
    Relation,
    Run,
    Sentence,
    Span,
    Stance,
    Unreadable,
    Verdict,
)

DRAFT = """Harbour fund grows

The harbour fund paid 40 grants in 2018, the mayor said. It is the finest fund in the north.
Marie Orr [bold]led[/bold] it for ten years [/], and all 45 grants were paid.
"We will not close the port," Orr said. Will it last?
"""


def span(words: str, text: str = DRAFT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def passage(note: str, text: str, number: int = 1, speaker: str | None = None) -> Passage:
    return Passage(f"{note}-{number}", note, "ab" * 32, Span(0, len(text)), text, f"{number}:1", speaker=speaker)


def claim(number: int, words: str, text: str, kind: ClaimKind, sentence: int, **more: object) -> Claim:
    identifier = hashlib.sha256(str(number).encode()).hexdigest()[:16]
    return Claim(identifier, text, kind, (span(words),), sentence, **more)  # type: ignore[arg-type]


@cache
def sample_run() -> Run:
    """A small run with every label, a contradiction, sentences without a claim and a note that was not read."""
    paid = claim(
        1,
        "The harbour fund paid 40 grants in 2018",
        "The harbour fund paid 40 grants in 2018.",
        ClaimKind.QUANTITY,
        1,
        speaker="the mayor",
    )
    said = claim(2, "the mayor said", "The mayor said that the fund paid 40 grants.", ClaimKind.ATTRIBUTION, 1)
    led = claim(
        3,
        "Marie Orr [bold]led[/bold] it for ten years",
        "Marie Orr [bold]led[/bold] [the harbour fund] for ten years.",
        ClaimKind.EVENT,
        3,
        antecedents=(Antecedent(Span(28, 48), "the harbour fund", span("The harbour fund"), "the last fund named"),),
    )
    grants = claim(4, "all 45 grants were paid", "All 45 grants were paid.", ClaimKind.QUANTITY, 3)
    quote = claim(
        5,
        '"We will not close the port," Orr said',
        'Orr said: "We will not close the port."',
        ClaimKind.QUOTE,
        4,
        speaker="Orr",
        quoted="We will not close the port,",
        unresolved=("we",),
    )
    finest = claim(
        6,
        "It is the finest fund in the north",
        "[The fund] is the finest fund in the north.",
        ClaimKind.COMPARISON,
        2,
        checkable=False,
        reason="opinion",
    )
    fund = passage("notes/fund.md", "In 2018 the harbour fund paid 30 grants, its report says.")
    memo = passage("notes/memo.txt", "The fund had paid 40 grants by the end of 2018.", 7)
    port = passage("notes/port.vtt", "We will never close the port.", 2, speaker="MARIE ORR")
    verdicts = (
        Verdict(
            paid,
            Label.CONFLICTING,
            0.8123456,
            (
                Finding(
                    "FC201",
                    Relation.DIFFERS,
                    "different",
                    span("40 grants"),
                    "40 grants",
                    0,
                    Span(30, 39),
                    "30 grants",
                    "the draft says 40 grants, notes/fund.md 1:1 says 30 grants",
                ),
                Finding(
                    "FC201", Relation.AGREES, "equal", span("40 grants"), "40 grants", 1, Span(18, 27), "40 grants", ""
                ),
                Finding("FC301", Relation.AGREES, "equal", span("2018"), "2018", 0, Span(3, 7), "2018", ""),
            ),
            (
                Evidence(fund, 0.91, Stance.REFUTES, ""),
                Evidence(memo, 0.88, Stance.SUPPORTS, ""),
                Evidence(port, 0.2, Stance.NEUTRAL, "speaks of something else"),
            ),
            "notes disagree: notes/fund.md 1:1 says 30 grants, notes/memo.txt 7:1 says 40",
        ),
        Verdict(said, Label.NOT_ENOUGH_EVIDENCE, 0.5, (), (), "no note names the mayor"),
        Verdict(led, Label.SUPPORTED, 0.9, (), (Evidence(memo, 0.4, Stance.SUPPORTS),), "the note says the same"),
        Verdict(grants, Label.UNCHECKED, 0.0, (), (), "the parser failed"),
        Verdict(
            quote,
            Label.REFUTED,
            0.97,
            (
                Finding(
                    "FC101",
                    Relation.DIFFERS,
                    "altered",
                    span("not"),
                    "not",
                    0,
                    Span(8, 13),
                    "never",
                    "the transcript has “never”",
                ),
                Finding("FC102", Relation.MISSING, "", span("Orr said"), "Orr said", None, None, "", ""),
            ),
            (Evidence(port, 0.95, Stance.REFUTES),),
            "differs: the draft quotes “not”, notes/port.vtt 2:1 has “never”",
        ),
        Verdict(finest, Label.NOT_CHECKABLE, 1.0, (), (), "opinion"),
    )
    sentences = (
        Sentence(0, span("Harbour fund grows"), (), (Exclusion(span("Harbour fund grows"), "headline"),)),
        Sentence(1, span("The harbour fund paid 40 grants in 2018, the mayor said."), (paid.id, said.id)),
        Sentence(
            2,
            span("It is the finest fund in the north."),
            (finest.id,),
            (Exclusion(span("finest"), "opinion"),),
        ),
        Sentence(
            3,
            span("Marie Orr [bold]led[/bold] it for ten years [/], and all 45 grants were paid."),
            (led.id, grants.id),
            (),
            untaken=True,
        ),
        Sentence(4, span('"We will not close the port," Orr said.'), (quote.id,)),
        Sentence(5, span("Will it last?"), (), (Exclusion(span("Will it last?"), "question"),)),
    )
    document = Document(
        "draft.md", DRAFT, (Block(BlockKind.PARAGRAPH, Span(0, len(DRAFT))),), "cd" * 32, "text/markdown"
    )
    pair = Inconsistency(
        "FC601", span("40 grants"), span("45 grants"), "40 grants", "45 grants", "two numbers of grants"
    )
    extraction = Extraction(document, sentences, tuple(verdict.claim for verdict in verdicts), (pair,))
    return Run(
        "0123456789ab",
        "0.1.0",
        {"language_model": "bundled", "date": ""},
        {"notes/fund.md": "ab" * 32, "notes/memo.txt": "ab" * 32},
        (ArticleResult(extraction, verdicts),),
        (Unreadable("notes/scan.pdf", "FC901", "is a PDF; save its text in a file of its own"),),
    )
