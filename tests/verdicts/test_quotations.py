"""A claim's quotations against the notes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.facets import quotes
from factcheck.model import Claim, ClaimKind, Evidence, Label, Passage, Piece, Relation, Span, Stance, Verdict
from factcheck.verdicts.quotations.held import quotations, with_quotations

ROWS = [
    (*line.split("\t"), "")[:5]
    for line in (Path(__file__).parent / "quotations.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
LABELS = {"supported": Label.SUPPORTED, "agrees": Label.NOT_ENOUGH_EVIDENCE, "missing": Label.NOT_ENOUGH_EVIDENCE}
MARKED = st.text(st.sampled_from("ab c.,\n\"'“”‘’…[]:")) | st.text()


def claim_of(text: str, speaker: str | None = None, pieces: tuple[Piece, ...] = ()) -> Claim:
    quoted = next((quote.words for quote in quotes.find_text(text)), None)
    return Claim("c", text, ClaimKind.QUOTE, (Span(0, len(text)),), 0, speaker=speaker, quoted=quoted, pieces=pieces)


def notes(column: str) -> list[Passage]:
    """The passages of the notes that a row of the table gives."""
    found = []
    for number, note in enumerate(column.split(" ## ")):
        title, _, body = note[1:].partition("] ") if note.startswith("[") else ("", "", note)
        turns = [turn.rpartition(">> ") for turn in body.split(" || ")]
        for k, (speaker, _, text) in enumerate(turns):
            before = turns[k - 1][2] if k else ""
            after = turns[k + 1][2] if k + 1 < len(turns) else ""
            found.append(
                Passage(
                    id=f"{number}:{k}", note=f"n{number}.txt", sha256=str(number), span=Span(0, len(text)), text=text,
                    locator=str(k), title=title, before=before, after=after, speaker=speaker or None,
                )
            )  # fmt: skip
    return found


def judged(claim: Claim, passages: list[Passage], label: Label = Label.NOT_ENOUGH_EVIDENCE) -> Verdict:
    return with_quotations(Verdict(claim, label, 0.5, (), tuple(Evidence(passage, 0.5) for passage in passages)))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[3]}-{row[0]}")
def test_quotation_against_notes(row: list[str]) -> None:
    text, speaker, column, expected, named = row
    verdict = judged(claim_of(text, None if speaker == "-" else speaker), notes(column))
    differing = {f.code for f in verdict.findings if f.relation is Relation.DIFFERS}
    assert differing == ({expected} if expected not in LABELS else set()), verdict.explanation
    assert verdict.label is LABELS.get(expected, Label.REFUTED), verdict.explanation
    assert any(f.relation is Relation.AGREES for f in verdict.findings) == (expected in ("supported", "agrees"))
    assert all(word in verdict.explanation for word in named.split(" “"))


def test_the_changed_words_are_marked_in_both_texts() -> None:
    """A finding stands on the changed word, in the article and in the passage."""
    text = "Orr said: “We will never sign this treaty.”"
    passage = notes("Orr>> Then and now, we will not sign this treaty.")[0]
    pieces = tuple(
        Piece(Span(m.start(), m.end()), Span(m.start() + 100, m.end() + 100)) for m in re.finditer(r"\w+", text)
    )
    (finding,) = judged(claim_of(text, "Orr", pieces), [passage]).findings
    assert finding.claim_span == Span(100 + text.index("never"), 100 + text.index("never") + len("never"))
    assert finding.passage_span is not None and finding.passage_span.of(passage.text) == "not"
    assert (finding.claim_value, finding.passage_value) == ("never", "not")


def test_a_quotation_interrupted_by_its_speaker_is_not_joined() -> None:
    """“We looked at every bolt,” Orr said, “and it will open in May.” leaves out nothing without saying so."""
    text = "Orr said: “We looked at every bolt, and it will open in May.”"
    at = text.index(" and it")
    pieces = (Piece(Span(0, at), Span(0, at)), Piece(Span(at, len(text)), Span(at + 30, len(text) + 30)))
    passage = notes("Orr>> We looked at every bolt, the large ones and the small ones, and it will open in May.")
    assert judged(claim_of(text, "Orr", pieces), passage).label is Label.SUPPORTED
    assert judged(claim_of(text, "Orr"), passage).label is Label.REFUTED


def test_when_and_to_whom_it_was_said_may_stand_around_the_words() -> None:
    """The note's date confirms the month; a month that is not the note's is left open."""
    passage = replace(notes("Orr>> The future is only peace.")[0], date=date(2008, 1, 9))
    for month, label in (("January", Label.SUPPORTED), ("March", Label.NOT_ENOUGH_EVIDENCE)):
        claim = claim_of(f"Orr told a reporter in {month} 2008: “The future is only peace.”", "Orr")
        assert judged(claim, [passage]).label is label


def test_a_claim_in_other_words_than_the_notes_is_not_supported_as_a_quotation() -> None:
    """Where the notes say the same in other words, the quotation is not theirs."""
    verdict = judged(
        claim_of("Orr said: “The whole span is secure.”", "Orr"), notes("Orr>> The bridge is safe."), Label.SUPPORTED
    )
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE
    assert [f.relation for f in verdict.findings] == [Relation.MISSING]


def test_the_passage_with_the_quotation_decides() -> None:
    """Evidence that decided before no longer does, and the quotation's passage refutes."""
    claim = claim_of("The plan is “an increasingly costly public burden”.")
    passages = notes("The plan is a burden. ## Orr>> The plan is an increasingly useless public burden.")
    before = Verdict(
        claim,
        Label.SUPPORTED,
        0.9,
        (),
        (Evidence(passages[0], 0.9, Stance.SUPPORTS, "decides"), Evidence(passages[1], 0.5)),
    )
    verdict = with_quotations(before)
    assert verdict.label is Label.REFUTED
    assert [item.stance for item in verdict.evidence] == [Stance.NEUTRAL, Stance.REFUTES]
    assert [item.reason == "decides" for item in verdict.evidence] == [False, True]


def test_without_quotations_a_verdict_stays() -> None:
    """A claim that quotes nothing is left to the others."""
    verdict = Verdict(claim_of("The bridge is safe."), Label.SUPPORTED, 0.9)
    assert with_quotations(verdict) is verdict


@given(MARKED, MARKED)
def test_any_text_can_be_heard(text: str, passage: str) -> None:
    claim = claim_of(text)
    for quotation in quotations(claim):
        assert quotation.span.end <= len(text)
    if passage:
        for finding in judged(claim, notes(passage.replace("##", "").replace("||", ""))).findings:
            assert finding.passage_span is None or finding.passage_span.end <= len(passage)
