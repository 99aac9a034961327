"""Kinds of things: what excludes what."""

from __future__ import annotations

import pytest

from factcheck.verdicts.things import exclude


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("band", "movie", "kind"),
        ("song", "town", "kind"),
        ("film", "book", "kind"),
        ("city", "county", "kind"),
        ("lawyer", "physician", "occupation"),
        ("singer", "actor", None),
        ("city", "town", None),
        ("person", "lawyer", None),
        ("idea", "lawyer", None),
    ],
)
def test_a_thing_of_one_kind_is_not_of_another(one: str, other: str, reason: str | None) -> None:
    assert exclude(one, other) == reason
    assert exclude(other, one) == reason
