"""Numbers that count nothing: years, dates, clock times, parts of names, list numbers, and "one" as a pronoun."""

from __future__ import annotations

from factcheck.facets.quantities.draft import Draft
from factcheck.facets.quantities.value import AGE, COUNT, DURATION, ORDINAL, Bound
from factcheck.facets.quantities.words import (
    DASHES,
    JUNK,
    MARK,
    NUMBER,
    WORD,
    Word,
    at,
    capital,
    cues,
    opens,
    plural,
    touching,
)

YEARS = range(1700, 2100)
OLD_YEARS = range(1000, 1700)
DAYS = 31


def is_trap(words: list[Word], draft: Draft) -> bool:
    """Whether an expression that looks like a quantity is none."""
    if draft.dimension == DURATION:
        return _relative_time(words, draft) or _spelled_name(words, draft) or _some_day(words, draft)
    if draft.dimension == ORDINAL:
        return _named(words, draft) or _date_ordinal(words, draft)
    if draft.dimension == COUNT:
        return (
            _clock(words, draft)
            or _era(words, draft)
            or _padded(words, draft)
            or _in_date(words, draft)
            or _year(words, draft)
            or _inside_code(words, draft)
            or _list_number(words, draft)
            or _named(words, draft)
            or _pronoun(words, draft)
        )
    return draft.dimension != AGE and _named(words, draft)


def _relative_time(words: list[Word], draft: Draft) -> bool:
    return at(words, draft.end) in cues("lateral") or (at(words, draft.end), at(words, draft.end + 1)) == (
        "from",
        "now",
    )


def _some_day(words: list[Word], draft: Draft) -> bool:
    """ "One day", on which something happened."""
    return [word.lower for word in words[draft.start : draft.end]] == ["one", "day"]


def _era(words: list[Word], draft: Draft) -> bool:
    """A year with its era: "85 BC"."""
    return draft.end < len(words) and words[draft.end].text in {"BC", "BCE", "AD", "CE"}


def _padded(words: list[Word], draft: Draft) -> bool:
    """A figure with a leading zero is part of a code or of a year: "2005 - 07"."""
    first = words[draft.start]
    return first.kind == NUMBER and len(first.text) > 1 and first.text[0] == "0" and first.text.isdigit()


def _clock(words: list[Word], draft: Draft) -> bool:
    after = at(words, draft.end)
    if after in {"am", "pm"} or after.rstrip(".") in {"a.m", "p.m"}:
        return True
    return after.replace("’", "'") in {"o'clock", "oclock"}


def _in_date(words: list[Word], draft: Draft) -> bool:
    """A day of the month: "May 3", "3 May", "1st of December"."""
    if draft.value is None:
        first = words[draft.start]
        day = first.kind == NUMBER and first.text.isdigit() and int(first.text) <= DAYS
        return day and (_month(words, draft.start - 1) or _month(words, draft.end))
    if draft.bound is not Bound.EXACT or draft.value > DAYS or draft.approximate:
        return False
    if _month(words, draft.end) or (at(words, draft.end) == "of" and _month(words, draft.end + 1)):
        return True
    before = draft.start - 2 if at(words, draft.start - 1) == "." else draft.start - 1
    if before == draft.start - 2 and len(at(words, before)) > 4:
        return False
    return _month(words, before) and not _day_before(words, before)


def _day_before(words: list[Word], month: int) -> bool:
    number = words[month - 1] if month > 0 else None
    if number is None:
        return False
    if number.kind == NUMBER and number.text.isdigit():
        return int(number.text) <= DAYS
    return number.lower in {"st", "nd", "rd", "th"}


def _month(words: list[Word], i: int) -> bool:
    return 0 <= i < len(words) and words[i].text in cues("month")


def _year(words: list[Word], draft: Draft) -> bool:
    ranged = draft.bound is Bound.RANGE
    if draft.end - draft.start > 1 and not ranged:
        return False
    word = next((word for word in words[draft.start : draft.end] if word.kind == NUMBER), words[draft.start])
    if word.kind != NUMBER or not word.text.isdigit() or len(word.text) != 4:
        return False
    number, before = int(word.text), at(words, draft.start - 1)
    counted = plural(words, draft.end) and at(words, draft.end) not in cues("year-plural")
    if number in YEARS:
        return not (counted and number % 100 == 0 and before not in {"in", "since", "by", "until"})
    return number in OLD_YEARS and not counted and before in cues("years-prep")


def _inside_code(words: list[Word], draft: Draft) -> bool:
    """Part of a longer sign: "F-16", "COVID-19", "1990s", "'90s", "3rd" of a date, "A/40"."""
    start, end = draft.start, draft.end
    if touching(words, start) and words[start - 1].text in {*DASHES, "/", ".", "#", "_", "'", "’", "&", "\\"}:
        sign = start - 1
        return words[start - 1].text not in DASHES or (touching(words, sign) and words[sign - 1].kind != MARK)
    if touching(words, start) and words[start - 1].kind in {WORD, JUNK, NUMBER}:
        return True
    if end >= len(words) or not touching(words, end):
        return False
    if words[end].kind in {WORD, JUNK}:
        return words[end - 1].kind == NUMBER
    return words[end].text in {"/", "_", "@", "\\"}


def _list_number(words: list[Word], draft: Draft) -> bool:
    if draft.start != 0 or words[0].kind != NUMBER or draft.end >= len(words) - 1:
        return False
    return words[draft.end].text in {".", ")"} and not touching(words, draft.end + 1) and touching(words, draft.end)


def _named(words: list[Word], draft: Draft) -> bool:
    return _after_name(words, draft) or _spelled_name(words, draft) or _address(words, draft)


def _after_name(words: list[Word], draft: Draft) -> bool:
    """A bare number behind a name or a word like "Article": "Boeing 737", "Article 50", "S&P 500"."""
    i = draft.start - 1
    if i < 0 or words[i].kind not in {WORD, JUNK} or draft.dimension != COUNT or draft.bound is not Bound.EXACT:
        return False
    if words[draft.start].kind != NUMBER or "," in words[draft.start].text or draft.scale != 1:
        return words[i].lower in cues("designator") and words[draft.start].kind == NUMBER and capital(words, i)
    if words[i].lower in cues("designator"):
        return True
    if not capital(words, i) or words[i].lower in cues("function") or _month(words, i):
        return False
    return not plural(words, draft.end)


def _spelled_name(words: list[Word], draft: Draft) -> bool:
    """A number word with a capital inside a name: "World War Two", "Three Mile Island", "the Fab Four"."""
    first = words[draft.start]
    if first.kind != WORD or first.text == first.lower or first.text.isupper() or first.lower in {"no", "number"}:
        return False
    if not opens(words, draft.start):
        return first.lower not in {"a", "an"}
    j = draft.start + 1
    if not capital(words, j):
        return False
    if draft.dimension == ORDINAL:
        return True
    while capital(words, j + 1) and words[j + 1].kind == WORD:
        j += 1
    return j > draft.start + 1 and not plural(words, j) and not plural(words, j + 1)


def _address(words: list[Word], draft: Draft) -> bool:
    if words[draft.start].kind != NUMBER or not capital(words, draft.end):
        return False
    j = draft.end
    for j in range(draft.end, min(draft.end + 4, len(words))):
        if not capital(words, j):
            return False
        if words[j].lower in cues("street"):
            return True
    return False


def _date_ordinal(words: list[Word], draft: Draft) -> bool:
    """Ordinals of dates and of set phrases: "1st of December", "19th century", "third quarter", "at first"."""
    before, after, start = at(words, draft.start - 1), at(words, draft.end), draft.start
    if after in cues("period") or _month(words, draft.end) or _month(words, start - 1):
        return True
    if after == "of" and _month(words, draft.end + 1):
        return True
    if (before == "at" and at(words, start) == "first") or (after, at(words, draft.end + 1)) in {
        ("to", "none"),
        ("of", "all"),
    }:
        return True
    ends = draft.end >= len(words) or words[draft.end].kind == MARK
    if ends and words[start].kind == NUMBER:
        return before == "the"
    return ends and (before in {"a", "per", "every", "each", "split"} or (start == 0 and draft.end < len(words)))


def _pronoun(words: list[Word], draft: Draft) -> bool:
    """Whether the number is the word "one" in another use: "no one", "one of the", "one must"."""
    if draft.end != draft.start + 1 or words[draft.start].lower != "one":
        return False
    if at(words, draft.start - 1) in cues("not-one"):
        return True
    after = draft.end
    if after >= len(words) or words[after].kind != WORD:
        return not (after < len(words) and words[after].text in DASHES)
    return words[after].lower in cues("function")
