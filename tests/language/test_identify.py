"""Telling English from other languages."""

from __future__ import annotations

import pytest

from factcheck.language.identify import is_english

ENGLISH = (
    "The council said on Monday that it will pay for the new bridge. It has not said when the work is to begin, or "
    "who will do it, but the mayor expects that the first piles will be driven in May."
)
OTHERS = {
    "french": "Le conseil a annoncé lundi que la ville paierait le nouveau pont. Il n'a pas dit quand les travaux "
    "commenceront, ni qui les fera, mais la maire pense que les premiers pieux seront enfoncés en mai.",
    "german": "Der Rat hat am Montag mitgeteilt, dass die Stadt die neue Brücke bezahlen wird. Er hat nicht gesagt, "
    "wann die Arbeit beginnt und wer sie macht, aber die Bürgermeisterin rechnet mit dem Mai und den ersten Pfählen.",
    "spanish": "El consejo dijo el lunes que la ciudad pagará el nuevo puente. No ha dicho cuándo empiezan las obras "
    "ni quién las hará, pero la alcaldesa espera que los primeros pilotes se claven en mayo con las máquinas.",
    "russian": "Совет сообщил в понедельник, что город заплатит за новый мост, но не сказал, когда начнутся работы.",
    "chinese": "市议会周一表示，市政府将支付新桥的费用，但没有说明工程何时开始，也没有说明由谁来负责施工。",
}


def test_english_is_english() -> None:
    assert is_english(ENGLISH)
    assert is_english(ENGLISH.upper())


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages_are_not(language: str) -> None:
    assert not is_english(OTHERS[language])


def test_what_is_too_short_to_tell_passes() -> None:
    assert is_english("La Paz, 12 mai")
    assert is_english("")


def test_tables_of_names_and_figures_pass() -> None:
    assert is_english("Province,Tonnes\n" + "Ontario,120\nQuébec,340\nAlberta,560\nManitoba,780\n" * 10)


def test_a_quotation_in_another_language_does_not_make_a_draft_foreign() -> None:
    assert is_english(ENGLISH * 2 + " She said: " + OTHERS["french"])
