"""Dates: what is found in news sentences, and how it reads."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.facets.dates import DateValue, dated_line, dateline, find, find_text, parse_date
from factcheck.facets.dates.value import months_interval, years_interval
from factcheck.language import Parser

HERE = Path(__file__).parent
FIELDS = {"m": "month", "d": "day", "wd": "weekday", "t": "time"}


def rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def interval(written: str) -> tuple[date | None, date | None]:
    """A day, a month, a year, or two of them joined by two dots; "?" where it is open."""
    if written == "?":
        return None, None
    ends = [stretch(part) for part in written.split("..")]
    return ends[0][0], ends[-1][1]


def stretch(written: str) -> tuple[date, date]:
    numbers = [int(number) for number in written.split("-")]
    if len(numbers) == 3:
        return date(*numbers), date(*numbers)
    found = months_interval(numbers[0], numbers[1], numbers[1]) if len(numbers) == 2 else years_interval(*numbers * 2)
    assert found is not None
    return found


def day(written: str) -> date | None:
    return None if written == "-" else date.fromisoformat(written)


def expectation(written: str) -> dict[str, object]:
    text, _, rest = written.partition(" => ")
    when, granularity, bound, *flags = rest.split()
    start, end = interval(when)
    expected: dict[str, object] = {"text": text, "start": start, "end": end, "granularity": granularity, "bound": bound}
    expected["unresolved"], expected["relative"] = "U" in flags, "R" in flags
    for flag in flags:
        name, equals, value = flag.partition("=")
        if equals:
            expected[FIELDS[name]] = value if name == "t" else int(value)
    return expected


def reading(value: DateValue, names: list[str]) -> dict[str, object]:
    return {name: getattr(value, name) for name in names}


@pytest.mark.parametrize(("sentence", "anchor", "expected"), rows("dates.tsv"))
def test_news_sentence(sentence: str, anchor: str, expected: str) -> None:
    found = find_text(sentence, day(anchor))
    wanted = [] if expected == "none" else [expectation(one) for one in expected.split(" ; ")]
    names = list(wanted[0]) if wanted else ["text"]
    assert [value.text for value in found] == [one["text"] for one in wanted]
    for value, one in zip(found, wanted, strict=True):
        names = list(one)
        assert reading(value, names) == one


# --- whole dates ---------------------------------------------------------------------------------

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
USUAL_FORMS = (
    "{d} {month} {y}",
    "{d} {month}, {y}",
    "{ordinal} {month} {y}",
    "{month} {d}, {y}",
    "{month} {ordinal}, {y}",
    "{month} {d} {y}",
    "{short}. {d}, {y}",
    "{d} {short} {y}",
    "{weekday}, {month} {d}, {y}",
    "{weekday} {d} {month} {y}",
    "{y}-{m:02}-{d:02}",
    "{y}/{m:02}/{d:02}",
    "{d:02}.{m:02}.{y}",
)


def written(when: date, form: str) -> str:
    suffix = "th" if when.day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(when.day % 10, "th")
    month = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ][when.month - 1]
    weekday = WEEKDAYS[when.weekday()]
    names = {"month": month, "short": month[:3], "weekday": weekday, "ordinal": f"{when.day}{suffix}"}
    return form.format(d=when.day, m=when.month, y=when.year, **names)


days = st.dates(date(1000, 1, 1), date(2100, 12, 31))


@given(days, st.sampled_from(USUAL_FORMS))
def test_every_day_is_found_again_in_every_usual_form(when: date, form: str) -> None:
    (value,) = find_text(f"It was signed on {written(when, form)} in Lyon.")
    assert (value.start, value.end, value.granularity, value.unresolved) == (when, when, "day", False)
    assert value.text == written(when, form)


@given(days, st.sampled_from(USUAL_FORMS))
def test_a_day_alone_is_parsed(when: date, form: str) -> None:
    assert parse_date(written(when, form)) == when


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-01-13T10:00:00Z", date(2026, 1, 13)),
        ("2026-01-13 10:00", date(2026, 1, 13)),
        ("2026-01-13T10:00:00.123456+01:00", date(2026, 1, 13)),
        ("Tue, 13 Jan 2026 10:00:00 +0000", date(2026, 1, 13)),
        ("Tue, 13 Jan 2026 10:00:00 GMT", date(2026, 1, 13)),
        ("D:20260113101010Z", date(2026, 1, 13)),
        ("D:20260113101010+01'00'", date(2026, 1, 13)),
        ("20260113", date(2026, 1, 13)),
        ("January 13, 2026 at 3:30 p.m.", date(2026, 1, 13)),
        ("13/01/2026", date(2026, 1, 13)),
        ("01/13/2026", date(2026, 1, 13)),
        (" '2026-01-13' ", date(2026, 1, 13)),
        ("03/05/2019", None),
        ("January 2026", None),
        ("2026", None),
        ("Jan. 13", None),
        ("2026-02-30", None),
        ("20261313", None),
        ("May 3, 2019 and May 4, 2019", None),
        ("yesterday", None),
        ("", None),
        ("x" * 10_000, None),
    ],
)
def test_parse_date(text: str, expected: date | None) -> None:
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    ("text", "place", "when"),
    [
        ("OTTAWA, Jan. 13, 2026 — The minister left.", "OTTAWA", date(2026, 1, 13)),
        ("OTTAWA, January 13, 2026 – The minister left.", "OTTAWA", date(2026, 1, 13)),
        ("OTTAWA (Jan. 13, 2026) — The minister left.", "OTTAWA", date(2026, 1, 13)),
        ("LONDON (Reuters) - The minister left.", "LONDON", None),
        ("LONDON, Jan 13 (Reuters) - The minister left.", "LONDON", None),
        ("LONDON, 13 January 2026 (Reuters) -- The minister left.", "LONDON", date(2026, 1, 13)),
        ("NEW YORK — The minister left.", "NEW YORK", None),
        ("PARIS, France (AP) — The minister left.", "PARIS, France", None),
        ("Paris, 3 May 2019 — The minister left.", "Paris", date(2019, 5, 3)),
        ("Geneva (AFP) - The minister left.", "Geneva", None),
        ("WASHINGTON, D.C. — The minister left.", "WASHINGTON, D.C.", None),
        ("The minister left.", None, None),
        ("Paris — a city of light — is wet.", None, None),
        ("Trade - what now?", None, None),
        ("A — B", None, None),
        ("", None, None),
    ],
)
def test_dateline(text: str, place: str | None, when: date | None) -> None:
    assert dateline(text) == (place, when)


# --- any text ------------------------------------------------------------------------------------

WORDS = [
    "May",
    "may",
    "March",
    "3",
    "2019",
    "2019-",
    "-",
    "–",
    "to",
    "from",
    "between",
    "and",
    "the",
    "early",
    "mid-",
    "'90s",
    "Q3",
    "last",
    "next",
    "year",
    "ago",
    "two",
    "weeks",
    "earlier",
    "Tuesday",
    "century",
    "19th",
    "BC",
    "AD",
    "a.m.",
    "3:30",
    "/",
    ",",
    ".",
    "(",
    "since",
    "9999",
    "999",
    "years",
    "decade",
    "this",
    "same",
    "day",
    "first",
    "half",
    "of",
    "FY",
    "99/99/99",
    "summer",
    "’",
    "2,300",
]
texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
anchors = st.one_of(st.none(), st.dates())


@settings(max_examples=300)
@given(texts, anchors)
def test_any_text_is_read_and_its_spans_slice_back(text: str, anchor: date | None) -> None:
    found = find_text(text, anchor)
    for value in found:
        assert value.span.of(text) == value.text
        assert value.start is None or (value.end is not None and value.start <= value.end)
        assert value.unresolved or value.start is not None or value.time is not None
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert find_text(text, anchor) == found
    parse_date(text)
    dateline(text)


def test_the_sentence_after_a_long_text_of_triggers_is_still_read() -> None:
    found = find_text("May " * 50_000 + "x. She resigned in 2018.")
    assert [value.text for value in found] == ["2018"]


@given(st.integers(0, 400))
def test_days_ago_count_back_from_the_anchor(count: int) -> None:
    (value,) = find_text(f"He left {count} days ago.", date(2026, 1, 13))
    assert value.start == value.end == date(2026, 1, 13) - timedelta(count)


def test_the_token_that_a_date_depends_on() -> None:
    analysis = Parser().parse_one("The minister resigned in May 2019.")
    (value,) = find(analysis)
    assert value.head is not None
    assert analysis.tokens[value.head].text == "resigned"


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("Published: 14 March 2025", date(2025, 3, 14)),
        ("By Ellen Marsh | March 14, 2025", date(2025, 3, 14)),
        ("Tuesday, September 22, 2015", date(2015, 9, 22)),
        ("In March 2025 it rained.", None),
        ("Date: 12 March 2024", date(2024, 3, 12)),
        ("DATE: 12 MARCH 2024", date(2024, 3, 12)),
        ("Date of interview: 12 March 2024", date(2024, 3, 12)),
        ("Date of birth: 12 March 1984", None),
        ("Date: 03/04/2024", None),
    ],
)
def test_dated_line(line: str, when: date | None) -> None:
    assert dated_line(line) == when
