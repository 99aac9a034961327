from __future__ import annotations

from datetime import date

from claim_drafts import document, extracted, hard_sentences
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims import extract
from factcheck.claims.coverage import content_words
from factcheck.language import Parser
from factcheck.model import Block, BlockKind, Cell, ClaimKind, Document, Extraction, Span


def texts(extraction: Extraction) -> list[str]:
    return [claim.text for claim in extraction.claims]


def test_two_predicates_share_their_subject() -> None:
    assert texts(extracted("The council bought the tannery and closed the mill.")) == [
        "The council bought the tannery.",
        "The council closed the mill.",
    ]


def test_members_of_a_list_are_told_one_by_one() -> None:
    found = texts(extracted("The city opened a school, a library and a museum."))
    assert found == ["The city opened a school.", "The city opened a library.", "The city opened a museum."]


def test_alternatives_stay_together() -> None:
    assert texts(extracted("The town will close the school or the library.")) == [
        "The town will close the school or the library."
    ]


def test_a_joint_act_stays_joint() -> None:
    assert texts(extracted("France and Germany met in Vienna.")) == ["France and Germany met in Vienna."]


def test_a_title_is_a_claim_and_the_rest_does_without() -> None:
    found = extracted("Former Canadian diplomat Colin Robertson visited Beijing.")
    assert texts(found) == ["Colin Robertson visited Beijing.", "Colin Robertson is a former Canadian diplomat."]
    assert found.claims[1].kind is ClaimKind.IDENTITY


def test_what_somebody_said_stays_said() -> None:
    found = extracted("The mayor said that the bridge was safe and that the road was closed.")
    assert texts(found) == ["The mayor said that the bridge was safe.", "The mayor said that the road was closed."]
    assert {claim.speaker for claim in found.claims} == {"The mayor"}
    assert {claim.kind for claim in found.claims} == {ClaimKind.ATTRIBUTION}


def test_a_saying_between_commas_covers_the_clause_around_it() -> None:
    claim = extracted("The bridge, the mayor said, was built in 1950.").claims[0]
    assert claim.text == "The mayor said that the bridge was built in 1950."


def test_an_allegation_never_becomes_a_fact() -> None:
    for claim in extracted("Prosecutors allege that Hallick stole the money and sold the house.").claims:
        assert claim.text.startswith("Prosecutors allege that")


def test_a_condition_holds_for_both_predicates() -> None:
    for claim in extracted("If the river rises, engineers will open the gates and close the road.").claims:
        assert "If the river rises" in claim.text


def test_negation_is_kept() -> None:
    for claim in extracted("The company did not sell the mill in 2019 or close the plant.").claims:
        assert "not" in claim.text


def test_a_quote_keeps_its_words_and_its_speaker() -> None:
    claim = extracted("“The bridge is safe,” said Ilse Bron, “and the road is open.”").claims[0]
    assert claim.kind is ClaimKind.QUOTE
    assert claim.quoted == "The bridge is safe, and the road is open."
    assert claim.speaker == "Ilse Bron"


def test_a_quotation_of_several_sentences_has_one_speaker() -> None:
    found = extracted("The mayor said: “We will open the bridge. Nobody was hurt.”")
    assert [claim.speaker for claim in found.claims] == ["The mayor", "The mayor"]
    assert found.claims[1].quoted == "Nobody was hurt."


def test_a_pronoun_becomes_its_name_in_brackets() -> None:
    found = extracted("Marta Velin won the prize. She lives in Leeds.")
    claim = found.claims[-1]
    assert claim.text == "[Marta Velin] lives in Leeds."
    assert claim.antecedents[0].source is not None
    assert claim.antecedents[0].source.of(found.document.text) == "Marta Velin"


def test_what_is_not_certain_stays_and_is_named() -> None:
    claim = extracted("Paul Orr met Peter Hale. He left early.").claims[-1]
    assert claim.text == "He left early."
    assert claim.unresolved == ("He",)


def test_a_relative_time_is_dated_by_the_draft() -> None:
    claim = extracted("The museum opened last year.", date=date(2024, 5, 1)).claims[0]
    assert claim.text == "The museum opened last year [2023]."
    assert extracted("The museum opened last year.").claims[0].unresolved


def test_questions_and_verbless_headlines_are_excluded_with_a_reason() -> None:
    assert extracted("Is it safe?").sentences[0].excluded[0].reason == "question"
    heading = extracted("Three cities, three pasts", kind=BlockKind.HEADING)
    assert heading.sentences[0].excluded[0].reason == "headline without a verb"


def test_claims_mark_their_own_words_only() -> None:
    found = extracted("Ann Lee, a biologist from Oslo, won the prize and moved to Rome.")
    marked = [" ".join(span.of(found.document.text) for span in claim.spans) for claim in found.claims]
    assert not any("moved" in words and "won" in words for words in marked)


def test_a_claim_keeps_its_id_while_the_draft_is_edited_around_it() -> None:
    before = extracted("The mill closed in 2019.").claims[0].id
    after = [claim.id for claim in extracted("A new opening line.", "The mill closed in 2019. It rained.").claims]
    assert before in after


def check(found: Extraction) -> None:
    """What holds of every extraction: places are places, and every content word is accounted for."""
    text = found.document.text
    by_id = {claim.id: claim for claim in found.claims}
    assert len(by_id) == len(found.claims)
    for sentence in found.sentences:
        kept = [span for key in sentence.claims for span in by_id[key].spans] + [x.span for x in sentence.excluded]
        words = sentence.span.of(text)
        for i in content_words((analysis := Parser().parse_one(words)).tokens):
            token = analysis.tokens[i]
            place = Span(sentence.span.start + token.start, sentence.span.start + token.end)
            assert any(span.overlaps(place) for span in kept), (words, token.text)
    for claim in found.claims:
        for piece in claim.pieces:
            if piece.source is not None and "[" not in piece.span.of(claim.text):
                assert piece.source.of(text)[:1].isspace() is False


def test_every_content_word_of_the_hard_sentences_is_accounted_for() -> None:
    check(extracted(*(str(row["text"]) for row in hard_sentences())))


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB 1.,“”\"'’()—-!?%$\n said the he who and"), max_size=160))
def test_no_text_breaks_extraction(text: str) -> None:
    made: Document = document(text)
    found = extract(made, Parser())
    assert all(0 <= s.span.start <= s.span.end <= len(text) for s in found.sentences)


GRAMMAR = {"a", "an", "the", "is", "are", "was", "were", "that", "this", "in", "'s", "’s", "'", "’", ",", ":", "“", "”"}


def test_no_claim_holds_a_word_that_its_text_does_not() -> None:
    for claim in extracted(*(str(row["text"]) for row in hard_sentences())).claims:
        for piece in claim.pieces:
            words = piece.span.of(claim.text)
            assert piece.source is not None or words.lower() in GRAMMAR or words.startswith("["), claim.text


def test_an_event_told_by_a_noun_is_told_by_its_verb_too() -> None:
    found = texts(extracted("The talks followed China’s arrest of two Canadian citizens."))
    assert "China arrested two Canadian citizens." in found


def test_an_event_that_is_only_asked_for_is_not_told() -> None:
    for text in texts(extracted("The mayor demanded the arrest of the owner.")):
        assert "was arrested" not in text


def test_a_rank_keeps_its_circumstances() -> None:
    for text in texts(extracted("It was the first visit by a Canadian leader to China since 2017.")):
        assert "since 2017" in text


def test_table_rows_are_claims_about_their_first_cell() -> None:
    text = "Poland,5120"
    cells = (Cell("Country", "Poland", Span(0, 6), 1, 1), Cell("Members", "5120", Span(7, 11), 1, 2))
    row = Block(BlockKind.TABLE_ROW, Span(0, 11), cells=cells)
    found = extract(Document("t.csv", text, (row,), "0" * 64, "text/csv"), Parser())
    assert texts(found) == ["Poland, Members: 5120"]
    assert [span.of(text) for span in found.claims[0].spans] == ["Poland", "5120"]


def test_the_turns_of_a_transcript_are_their_speaker_s() -> None:
    text = "The band won a prize in 2001."
    block = Block(BlockKind.CUE, Span(0, len(text)), speaker="Frank Messina")
    found = extract(Document("t.vtt", text, (block,), "0" * 64, "text/vtt"), Parser())
    assert all(claim.text.startswith("[Frank Messina]: ") for claim in found.claims)
    assert {claim.speaker for claim in found.claims} == {"Frank Messina"}


def test_a_saying_inside_a_relative_clause_ends() -> None:
    answers = "The letter drew answers from readers, one of whom replied: “Stop ruining my uncle’s trade.”"
    assert any("letter drew answers" in text for text in texts(extracted(answers)))
