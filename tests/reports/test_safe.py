"""Whatever a draft holds, a report cannot steer the terminal."""

from __future__ import annotations

import json
import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from factcheck.reports.safe import clean, escaped, one_line, relative, shortened

ANY = st.text(st.characters())
NASTY = "\x1b[31mred\x1b[0m \x9b2J \u202egnp.exe\u202c \u2066x\u2069 a\x00b\ttab\r\nline\u2028end \ud800 [bold]x[/]"
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def test_escape_sequences_lose_their_escape() -> None:
    assert one_line(NASTY) == "[31mred[0m 2J gnp.exe x ab tab line end [bold]x[/]"


@given(ANY)
def test_clean_text_holds_no_control_character(text: str) -> None:
    assert not FORBIDDEN.search(clean(text))
    line = one_line(text)
    assert not FORBIDDEN.search(line)
    assert "\n" not in line
    assert all(unicodedata.category(character) not in ("Cc", "Cs") for character in line)


@given(ANY)
def test_escaped_json_means_the_same(text: str) -> None:
    written = escaped(json.dumps([text], ensure_ascii=False))
    assert json.loads(written) == [text]
    assert not FORBIDDEN.search(written)


@given(ANY, st.integers(2, 40))
def test_a_shortened_text_is_not_longer_than_asked(text: str, length: int) -> None:
    assert len(shortened(text, length)) <= length


def test_no_report_shows_an_absolute_path(tmp_path: object) -> None:
    assert not relative(f"{tmp_path}/draft.md").startswith("/")
    assert relative("notes/a.md") == "notes/a.md"
    assert relative("https://example.org/a") == "https://example.org/a"
    assert relative("-") == "-"
