from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import readers
from factcheck.claims.extract import extract
from factcheck.language import Parser
from factcheck.model import Inconsistency

DRAFTS = Path(__file__).parent / "consistency"
# Share of the planted contradictions that must be found; raised when the parser or a check gets better.
FLOOR = 0.8
MARK = chr(10)


def cases() -> list[tuple[str, str, str, str]]:
    lines = (DRAFTS / "cases.tsv").read_text("utf-8").splitlines()
    rows = [(*line.split("\t"), "", "")[:4] for line in lines if line and not line.startswith("#")]
    return [(file, code, first, second) for file, code, first, second in rows]


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def found_in(text: str, parser: Parser) -> tuple[Inconsistency, ...]:
    return extract(readers.read_bytes(text.encode(), "draft.txt"), parser).inconsistencies


def test_planted_contradictions_are_found_with_both_places(parser: Parser) -> None:
    planted = [case for case in cases() if case[1] != "-"]
    missed = []
    for file, code, first, second in planted:
        text = (DRAFTS / file).read_text("utf-8")
        found = found_in(text, parser)
        assert len(found) <= 1, f"{file}: {found}"
        if not found:
            missed.append(file)
            continue
        assert found[0].code == code, file
        places = f"{found[0].first.of(text)} {found[0].second.of(text)}"
        assert same_words(first) & same_words(places) and same_words(second) & same_words(places), (file, found)
    assert len(missed) <= (1 - FLOOR) * len(planted), MARK.join(missed)


def same_words(text: str) -> set[str]:
    numbers = {"12": "twelve", "15": "fifteen"}
    words = {word.strip(".,()").lower() for word in text.replace("–", " ").split()}
    return words | {numbers[word] for word in words & numbers.keys()}


@pytest.mark.parametrize("file", [case[0] for case in cases() if case[1] == "-"])
def test_nothing_is_said_of_a_draft_that_agrees_with_itself(file: str, parser: Parser) -> None:
    assert found_in((DRAFTS / file).read_text("utf-8"), parser) == ()


def test_findings_stand_in_the_order_of_the_text(parser: Parser) -> None:
    text = (
        "The council met on Tuesday, May 3, 2019. Harald Moen, born in 1934, left early.\n\n"
        "Harald Moen was born in 1932. The council met on Sunday, June 3, 2019."
    )
    found = found_in(text, parser)
    assert [each.code for each in found] == ["FC602", "FC602", "FC602"]
    assert [each.first.start for each in found] == sorted(each.first.start for each in found)
    assert found == found_in(text, parser)


def test_a_weekday_without_a_year_is_held_against_the_date_of_the_draft(parser: Parser) -> None:
    dated = "---\ndate: 2019-05-10\n---\n\nThe council met on {}, 3 May."
    wrong, right = (
        extract(readers.read_bytes(dated.format(day).encode(), "draft.md"), parser).inconsistencies
        for day in ("Tuesday", "Friday")
    )
    assert [each.code for each in wrong] == ["FC602"]
    assert right == ()
    assert found_in("The council met on Tuesday, 3 May.", parser) == ()


def test_an_old_weekday_may_be_of_the_julian_calendar(parser: Parser) -> None:
    assert found_in("The shots fell on Sunday, 9 January 1905, in the square.", parser) == ()
    assert [each.code for each in found_in("The shots fell on Friday, 9 January 1905.", parser)] == ["FC602"]


def test_one_misspelling_is_said_once(parser: Parser) -> None:
    text = (
        "Terry Brzezinska took the photographs. Brzezinska lives in Turin. "
        "The gallery paid Terry Brzezinsa late. Nobody asked why Terry Brzezinsa was angry."
    )
    assert len(found_in(text, parser)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "5",
        "Of the 90 members, 50, 30 and 20.",
        "40 percent of the vote and 70 percent of the vote, up from 30.",
        "rose from 0 to 50, a rise of 20 percent.",
        "From 1995 to 1990, seven years.",
        "(1901–1970)",
    ],
)
def test_odd_text_does_no_harm(text: str, parser: Parser) -> None:
    assert isinstance(found_in(text, parser), tuple)
