"""Confidence: the more of a claim a passage has, the surer the verdict."""

from __future__ import annotations

from factcheck.language import Parser
from factcheck.model import Claim, ClaimKind, Label, Passage, Span, Verdict
from factcheck.verdicts import Candidate, judge

PARSER = Parser()


def verdict(claim: str, note: str) -> Verdict:
    made = Claim("c1", claim, ClaimKind.EVENT, (Span(0, len(claim)),), 0)
    passage = Passage("n:1", "n.txt", "n", Span(0, len(note)), note, "1:1")
    return judge(made, PARSER.parse_one(claim), [Candidate(passage, PARSER.parse_one(note))], article_date=None)


def test_a_claim_that_the_note_has_whole_is_surer_than_one_with_a_word_of_its_own() -> None:
    note = "The fund paid 45 grants to schools in March."
    whole = verdict("The fund paid 45 grants to schools in March.", note)
    partly = verdict("The fund paid 45 small grants to schools in March.", note)
    assert whole.label is partly.label is Label.SUPPORTED
    assert whole.confidence > partly.confidence


def test_of_many_notes_the_verdict_is_less_sure_than_of_one() -> None:
    claim = "The fund paid 45 small grants to schools in March."
    notes = [
        "The fund paid 45 grants to schools in March.",
        "It rained.",
        "A school opened.",
        "The mill has a new roof.",
    ]
    made = Claim("c1", claim, ClaimKind.EVENT, (Span(0, len(claim)),), 0)
    passages = [Passage(f"n:{k}", "n.txt", "n", Span(0, len(note)), note, f"{k}:1") for k, note in enumerate(notes)]
    candidates = [Candidate(passage, PARSER.parse_one(passage.text)) for passage in passages]
    one, many = (
        judge(made, PARSER.parse_one(claim), found, article_date=None) for found in (candidates[:1], candidates)
    )
    assert one.label is many.label is Label.SUPPORTED
    assert one.confidence > many.confidence


def test_a_verdict_that_nothing_was_found_for_still_has_a_confidence() -> None:
    claim = "The fund paid 45 grants."
    made = Claim("c1", claim, ClaimKind.EVENT, (Span(0, len(claim)),), 0)
    assert 0.0 < judge(made, PARSER.parse_one(claim), [], article_date=None).confidence < 1.0
