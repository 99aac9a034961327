from __future__ import annotations

from claim_drafts import document, extracted, hard_sentences

from factcheck.claims import extract
from factcheck.claims.coverage import content_words
from factcheck.language import Parser
from factcheck.model import ClaimKind, Extraction, Span

BROKEN_ENDS = ("the", "a", "an", "of", "and", "to", "which")


def test_no_claim_of_the_hard_sentences_breaks_off() -> None:
    found = extracted(*(str(row["text"]) for row in hard_sentences()))
    for claim in found.claims:
        assert claim.text.rstrip('.”"').rsplit(" ", 1)[-1].lower() not in BROKEN_ENDS, claim.text
        assert claim.text.count("“") == claim.text.count("”"), claim.text
        assert claim.text.count('"') % 2 == 0, claim.text


def test_what_cannot_be_taken_apart_stands_as_it_is_and_is_counted() -> None:
    text = "The Authority supplies drinking water to 1.84 million people and treats the waste water of 1.6 million."
    found = extracted(text)
    for claim in found.claims:
        assert "supplies are" not in claim.text
        assert "supplies treats" not in claim.text


def test_a_number_of_two_together_is_not_told_of_either() -> None:
    claims = [claim.text for claim in extracted("Roughly 40% of all fires occurred in January and February.").claims]
    assert claims == ["Roughly 40% of all fires occurred in January and February."]


def test_nor_negates() -> None:
    for claim in extracted("The inquiry found no evidence, nor did it blame the pilots.").claims:
        assert "no" in claim.text.split() or "not" in claim.text.split()


def test_a_clause_that_says_which_one_is_meant_stays() -> None:
    claims = extracted("Norvik Logistics is the company that operates the freight terminal.").claims
    assert [claim.text for claim in claims] == ["Norvik Logistics is the company that operates the freight terminal."]


def own(found: Extraction) -> list[str]:
    text = found.document.text
    return [" ".join(span.of(text) for span in claim.spans) for claim in found.claims]


def test_shared_words_belong_to_the_first_claim_only() -> None:
    found = extracted("The council bought the tannery and closed the mill.")
    assert own(found) == ["The council bought the tannery", "closed the mill"]
    assert found.claims[1].span == Span(35, 50)
    pieces = [piece.source.of(found.document.text) for piece in found.claims[1].pieces if piece.source is not None]
    assert "council" in pieces


def test_the_spans_of_all_claims_still_cover_every_content_word() -> None:
    for row in hard_sentences():
        found = extracted(str(row["text"]))
        kept = [span for claim in found.claims for span in claim.spans]
        kept += [exclusion.span for sentence in found.sentences for exclusion in sentence.excluded]
        for sentence in found.sentences:
            words = sentence.span.of(found.document.text)
            tokens = Parser().parse_one(words).tokens
            for i in content_words(tokens):
                place = Span(sentence.span.start + tokens[i].start, sentence.span.start + tokens[i].end)
                assert any(span.overlaps(place) for span in kept), tokens[i].text


def test_words_without_an_end_are_not_parsed() -> None:
    for text in ("word and " * 2_000, "x" * 20_000):
        found = extract(document(text), Parser())
        assert not found.claims
        assert {x.reason for s in found.sentences for x in s.excluded} == {"too long to be a sentence"}


def test_this_clause_names_its_clause_with_its_place() -> None:
    found = extracted("The company sold the mill to a rival in 2019, marking the end of an era.")
    claim = next(claim for claim in found.claims if claim.text.startswith("This ["))
    assert [a.ground for a in claim.antecedents] == ["clause"]
    source = claim.antecedents[0].source
    assert source is not None
    assert source.of(found.document.text) == "The company sold the mill to a rival in 2019"


def test_titles_take_the_article_that_english_asks_for() -> None:
    found = extracted("Canadian Prime Minister Mark Carney visited Beijing.")
    assert found.claims[1].text == "Mark Carney is the Canadian Prime Minister."


def test_the_next_quotation_of_a_paragraph_has_the_same_speaker() -> None:
    found = extracted("“We will not gamble,” Vos said. “The bridge reopens in May.”")
    assert [claim.speaker for claim in found.claims] == ["Vos", "Vos"]


def test_quantities_and_dates_choose_the_kind() -> None:
    kinds = {
        claim.text: claim.kind
        for claim in extracted("The mill sold 40 boats and the shop closed on 3 May 2020.").claims
    }
    assert ClaimKind.QUANTITY in kinds.values()
    assert ClaimKind.DATE in kinds.values()
