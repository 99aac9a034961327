"""Claims are cut where the sentence has a joint: what belongs together stays together."""

from __future__ import annotations

from claim_drafts import extracted


def claims(text: str) -> list[str]:
    return [claim.text for claim in extracted(text).claims]


def test_gerunds_behind_an_infinitive_are_no_part_of_it() -> None:
    text = "The council passed a law giving renters the right to stay, capping rents, and funding repairs."
    for claim in claims(text):
        assert "to funding" not in claim
        assert "stay funding" not in claim


def test_up_to_stays_with_its_number_and_an_alternative_with_the_other() -> None:
    found = claims("If convicted, Dolores Anker could face up to six years in prison or a fine of 40,000 crowns.")
    assert found == ["If convicted, Dolores Anker could face up to six years in prison or a fine of 40,000 crowns."]


def test_what_is_said_in_a_letter_is_not_what_the_letter_was_sent() -> None:
    found = claims("Norvik said in a letter sent to crews that it had opened an inquiry.")
    assert "Norvik said in a letter that it had opened an inquiry." in found
    assert not any("sent to crews that" in claim for claim in found)


def test_a_speaker_with_a_name_between_commas_is_the_speaker() -> None:
    found = claims("Sales rose by a third in May, the chain’s owner, Ilse Brandt, said on Friday.")
    assert "The chain’s owner said on Friday that sales rose by a third in May." in found
    assert "Ilse Brandt is the chain’s owner." in found


def test_an_infinitive_behind_a_relative_clause_completes_the_order() -> None:
    found = claims("She asked the court in Torsund, where she was being tried for fraud, to move the hearing.")
    assert not any("tried to move" in claim or "fraud to move" in claim for claim in found)
    assert any(claim.startswith("She asked the court") and claim.endswith("to move the hearing.") for claim in found)


def test_the_object_of_a_relative_clause_stands_right_behind_its_verb() -> None:
    found = claims("He drives a van he bought in Torsund last year.")
    assert any(claim.startswith("He bought the van in Torsund") for claim in found)


def test_what_is_said_of_a_relative_pronoun_is_said_of_its_noun() -> None:
    found = claims("She described the plan, which the mayor said would cost $40m.")
    assert "The mayor said that the plan would cost $40m." in found


def test_the_words_of_a_quotation_are_not_told_without_its_marks() -> None:
    text = "Rolf Stein said he would “sooner sell the boat my father built than sign that paper.”"
    for claim in claims(text):
        assert "my father" not in claim or "“" in claim


def test_a_forecast_holds_for_what_accompanies_it() -> None:
    found = claims("The law is expected to lower prices, with rents falling by an estimated 7% a year.")
    assert not any(claim.startswith("Rents ") for claim in found)


def test_members_of_a_definition_stay_together() -> None:
    found = claims("The rule defines senior staff as workers earning more than $90,000 and who set policy.")
    assert not any("as who" in claim or claim.endswith("more than $90,000.") for claim in found)


def test_a_clause_of_time_behind_a_passive_stays_with_it() -> None:
    found = claims("Adler was flown to Torsund and held at a barracks until his release was signed.")
    assert "Adler was held at a barracks until his release was signed." in found


def test_no_bare_core_where_only_the_time_is_left_out() -> None:
    assert claims("Marta Velin won the Harrow Prize in 2019.") == ["Marta Velin won the Harrow Prize in 2019."]
