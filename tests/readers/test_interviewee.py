"""Whom an interview asks."""

from __future__ import annotations

import pytest

from factcheck.readers.interviewee import interviewee, is_short_for


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Bread and Stone: An Interview With Dana Moreno-Lind", "Dana Moreno-Lind"),
        ("We sat down with the painter Ilse van Bron to ask about colour.", "Ilse van Bron"),
        ("Ida Krantz, who led the search, spoke to the Courier about bees.", "Ida Krantz"),
        ("Last week the Courier spoke with Ida Krantz and Olaf Berg.", None),
        ("Ida Krantz said that rain fell.", None),
    ],
)
def test_the_only_one_who_was_asked(words: str, name: str | None) -> None:
    assert interviewee([words]) == name


def test_a_label_may_be_initials_or_one_name() -> None:
    assert is_short_for("DM", "Dana Moreno")
    assert is_short_for("Moreno", "Dana Moreno")
    assert not is_short_for("Note", "Dana Moreno")
