"""What an editor sees of a verdict: its label, the rule, both values; and that nothing but the texts decides."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.language import Parser
from factcheck.model import Claim, ClaimKind, Label, Passage, Relation, Span, Verdict
from factcheck.rules import RULES
from factcheck.verdicts import Candidate, judge

PARSER = Parser()


def passage(text: str, number: int = 1, note: str = "notes/a.txt") -> Passage:
    return Passage(f"{note}:{number:04d}", note, note, Span(0, len(text)), text, f"{number}:1")


def candidate(text: str, number: int = 1, note: str = "notes/a.txt", context: str = "") -> Candidate:
    around = (PARSER.parse_one(context),) if context else ()
    return Candidate(passage(text, number, note), PARSER.parse_one(text), 0.5, around)


def verdict(claim: str, *notes: str, day: date | None = None) -> Verdict:
    made = Claim("c1", claim, ClaimKind.EVENT, (Span(0, len(claim)),), 0)
    candidates = [candidate(text, number) for number, text in enumerate(notes, 1)]
    return judge(made, PARSER.parse_one(claim), candidates, article_date=day)


@pytest.mark.parametrize(
    ("claim", "note", "code"),
    [
        ("The fund paid 45 grants in March.", "The fund paid 30 grants in March.", "FC201"),
        ("The mayor resigned in 2018.", "The mayor resigned in 2015.", "FC301"),
        ("The rice came from Brazil.", "The rice came from Peru.", "FC401"),
        ("Exports to Japan fell in March.", "Exports to Japan rose in March.", "FC502"),
        ("The ferry does not carry passengers.", "The ferry carries passengers.", "FC501"),
        ("It is the largest hall in Norway.", "It is the second largest hall in Norway.", "FC503"),
        ("Anna Berg is a lawyer.", "Anna Berg is a Norwegian surgeon.", "FC402"),
        ("Acme bought Bolt.", "Bolt bought Acme.", "FC403"),
    ],
)
def test_a_changed_fact_is_refuted_with_its_rule_and_both_values(claim: str, note: str, code: str) -> None:
    found = verdict(claim, note)
    assert found.label is Label.REFUTED
    first = found.findings[0]
    assert (first.code, first.relation) == (code, Relation.DIFFERS)
    assert first.claim_value in claim
    assert first.passage_value in note
    assert found.explanation.startswith("differs")


@pytest.mark.parametrize(
    ("claim", "note"),
    [
        ("The mayor resigned in 2018.", "The mayor resigned on 3 May 2018."),
        ("Bolt was bought by Acme.", "Acme bought Bolt."),
        ("The company bought a ship.", "The firm purchased a ship."),
        ("Anna Berg is a singer.", "Anna Berg (born 3 May 1970) is a Norwegian singer and actress."),
        ("The ferry does not carry passengers.", "The ferry carries no passengers."),
    ],
)
def test_the_same_fact_in_other_words_is_supported(claim: str, note: str) -> None:
    assert verdict(claim, note).label is Label.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "note"),
    [
        ("The bakery won a prize in Lyon.", "The bakery opened in the old harbour."),
        ("The mayor resigned in 2018.", "The museum was built in 1950."),
        ("The mayor resigned because of his illness.", "The mayor resigned."),
        ("Three members voted for it.", "The members of the club met on Monday."),
    ],
)
def test_what_the_notes_do_not_say_is_neither_confirmed_nor_refuted(claim: str, note: str) -> None:
    found = verdict(claim, note)
    assert found.label is Label.NOT_ENOUGH_EVIDENCE
    assert any(finding.relation is Relation.MISSING for finding in found.findings)


def test_a_denied_statement_is_not_refuted_by_another_value() -> None:
    """What did not happen in 2014 and happened in 2018 is no contradiction."""
    found = verdict("The band did not sign the contract in 2014.", "The band signed the contract in 2018.")
    assert found.label is not Label.REFUTED


def test_agreement_elsewhere_outweighs_a_near_passage_that_differs() -> None:
    near, same = "The mayor of the town resigned in 2015.", "The mayor of Lund resigned in 2018."
    assert verdict("The mayor of Lund resigned in 2018.", near, same).label is Label.SUPPORTED


def test_a_question_confirms_nothing() -> None:
    assert verdict("The bridge is safe.", "Is the bridge safe?").label is not Label.SUPPORTED


def test_without_candidates_there_is_not_enough_evidence() -> None:
    found = verdict("The mayor resigned in 2018.")
    assert (found.label, found.evidence, found.findings) == (Label.NOT_ENOUGH_EVIDENCE, (), ())
    assert found.explanation


NOTES = (
    "The fund paid 30 grants in March.",
    "The fund paid 45 grants in March.",
    "The fund opened an office in Lyon.",
    "In April the fund paid 12 grants to schools.",
)


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(len(NOTES))))
def test_the_order_of_the_candidates_does_not_matter(order: list[int]) -> None:
    claim = "The fund paid 45 grants in March."
    made = Claim("c1", claim, ClaimKind.EVENT, (Span(0, len(claim)),), 0)
    candidates = [candidate(text, number) for number, text in enumerate(NOTES)]
    analysis = PARSER.parse_one(claim)
    expected = judge(made, analysis, candidates, article_date=None)
    assert judge(made, analysis, [candidates[i] for i in order], article_date=None) == expected


WORDS = st.sampled_from(
    [
        "Acme",
        "bought",
        "not",
        "45",
        "%",
        '"',
        "(",
        ")",
        "Lund",
        "in",
        "2018",
        "the",
        "first",
        ",",
        "was",
        "no",
        "$3m",
        "who",
    ]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, min_size=1, max_size=14), st.lists(WORDS, min_size=1, max_size=14))
def test_any_text_is_judged_and_every_finding_has_a_known_rule(claim: list[str], note: list[str]) -> None:
    found = verdict(" ".join(claim), " ".join(note))
    assert 0.0 <= found.confidence <= 1.0
    assert all(finding.code in RULES for finding in found.findings)
    assert (found.label is Label.REFUTED) <= any(f.relation is Relation.DIFFERS for f in found.findings)
