"""What stands around a date: whether it is one at all, what bounds it, and in which tense it is told."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factcheck.facets.dates.value import DateValue
from factcheck.facets.dates.words import LONG_MONTHS, pattern, words

# How far the neighbours are looked at, in characters: enough for the longest words of a table.
NEAR = 48
CLAUSE = 160
NAMES_IN = 20_000

# Bare figures below these are rather counts, prices or numbers of a thing.
FIRST_YEAR_OF_A_THING = 1500
FIRST_YEAR_OF_A_SENTENCE = 1800

_LEFT_WORD = re.compile(r"([\w.'’-]*[\w.'’])(\s{1,3}|[-(\u2010-\u2014]|\s?[(,]\s?)?$")
_RIGHT_WORD = re.compile(r"\s{0,3}([^\W\d_][\w'’]*)")


class Surroundings:
    """The words beside a stretch of a text."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.before = text[max(0, start - NEAR) : start]
        self.after = text[end : end + NEAR]
        left = _LEFT_WORD.search(self.before)
        self.left = left.group(1) if left else ""
        self.gap = (left.group(2) or "") if left else ""
        right = _RIGHT_WORD.match(self.after)
        self.right = right.group(1) if right else ""
        head = self.before[: left.start()].rstrip() if left else ""
        self.opens = not head or head.endswith((".", "!", "?", ":", ";", "“", '"'))

    @property
    def capital(self) -> bool:
        """Whether the word before is a name's: a capital, and not a small word that opens the sentence."""
        return self.left[:1].isupper() and self.left.lower().rstrip(".") not in words("function")

    @property
    def named_on(self) -> bool:
        """Whether a capitalised word follows at once."""
        return self.right[:1].isupper()


def is_date(name: str, value: DateValue, text: str) -> bool:
    """Whether what was found by a form of that name is a date there."""
    check = _CHECKS.get(name)
    return check is None or check(value, Surroundings(text, value.span.start, value.span.end), text)


def _day(value: DateValue, near: Surroundings, _text: str) -> bool:
    month = re.search(r"[A-Za-z]{3,}\.?(?=[^A-Za-z]*$)|(?<=\s)[A-Za-z]{3,}", value.text)
    loose = value.year is None and bool(month) and value.text.islower()
    if loose and near.left.lower() not in words("bound") and near.left.lower() not in ("on", "the"):
        return False
    return near.right.lower() not in words("counted") or value.year is not None


def _year(value: DateValue, near: Surroundings, text: str) -> bool:
    if value.part is not None or text.strip("#*|. \n") == value.text:
        return True
    if near.right.lower() in words("counted") or re.match(r"\s?[%$£€°º]|-[a-z]", near.after):
        return False
    left = near.left.lower()
    if left in words("year-left"):
        return left not in words("quantity-left") or not _counts(near)
    return not left.endswith("-") and (
        _bracketed_year(near) or _owned_year(value, near) or _year_that_opens(value, near)
    )


def _bracketed_year(near: Surroundings) -> bool:
    """ "(2011)", "(Orr, 2011)", and "2019" after "2018," """
    in_brackets = near.gap.strip() == "(" or bool(re.search(r"\(\s?$", near.before))
    closing = near.after.startswith(")") and near.gap.strip() in (",", "") and "(" in near.before
    listed = near.gap.strip() == "," and re.search(r"(?:1\d|20)\d\d,\s?$", near.before)
    return in_brackets or closing or bool(listed)


def _owned_year(value: DateValue, near: Surroundings) -> bool:
    """ "the 2018 election", "Lyon's 2018 budget": the year of a thing that follows."""
    owned = near.left.lower() in words("year-owner") or near.left.endswith(("'s", "’s", "s'", "s’"))
    return owned and (value.year or 0) >= FIRST_YEAR_OF_A_THING and bool(near.right)


def _year_that_opens(value: DateValue, near: Surroundings) -> bool:
    """ "2018 was cold", "2018's end": a year as the subject of its sentence."""
    unnamed = near.left[:1].islower() and near.left not in words("label-left")
    opens = not near.left or (near.opens and unnamed)
    says = opens and near.right.lower() in words("year-verb")
    owns = (opens or unnamed) and re.match(r"['’]s\b", near.after) is not None
    return (says or owns) and (value.year or 0) >= FIRST_YEAR_OF_A_SENTENCE


def _counts(near: Surroundings) -> bool:
    """Whether a plural noun follows, so that the figure counts it."""
    return (
        near.right.islower()
        and near.right.endswith("s")
        and near.right not in words("year-verb")
        and len(near.right) > 3
    )


def _month(value: DateValue, near: Surroundings, text: str) -> bool:
    name = value.text.split()[-1].split("-")[-1]
    ambiguous = name.lower() in words("month-name")
    if value.part is not None:
        return not name.islower() or not ambiguous
    if name.islower():
        return near.left.lower() in words("month-left-small")
    if ambiguous and (near.named_on or name in _surnames(text[:NAMES_IN])):
        return False
    return near.left.lower().rstrip("-") in words("month-left") or _named_month(name, near, ambiguous)


def _named_month(name: str, near: Surroundings, ambiguous: bool) -> bool:
    """A capitalised month without a word before it that makes it sure."""
    if near.capital and not near.opens and near.gap.strip() != ",":
        return False
    if near.left.lower() == "the":
        return near.right.islower() and near.right not in words("function") and name.lower() != "may"
    return _beside_month(near) if ambiguous else not near.named_on


def _beside_month(near: Surroundings) -> bool:
    months = pattern(LONG_MONTHS)
    return bool(
        re.search(rf"\b(?:{months})(?:,|\s(?:and|or|to)|[-–—])\s?$", near.before, re.IGNORECASE)
        or re.match(rf"(?:,|\s(?:and|or|to)|[-–—])\s?(?:{months})\b", near.after, re.IGNORECASE)
    )


@cache
def _surname_pattern() -> re.Pattern[str]:
    names = "|".join(word.capitalize() for word in words("month-name"))
    return re.compile(rf"\b([A-Z][\w.'’-]{{1,30}}) ({names})\b")


@lru_cache(maxsize=4)
def _surnames(text: str) -> frozenset[str]:
    """The months' names that stand after a first name or a title in the text."""
    found = set()
    for match in _surname_pattern().finditer(text):
        if match.group(1).lower() not in words("function") and match.group(1).lower() not in LONG_MONTHS:
            found.add(match.group(2))
    return frozenset(found)


# "in Lyon Tuesday,": the capital before the weekday is a place's.
_AT_A_PLACE = re.compile(r"\b(?:in|at|from|near|to|of)\s(?:[A-Z][\w.'’-]{1,20}\s){1,2}$")


def _weekday(value: DateValue, near: Surroundings, _text: str) -> bool:
    left = near.left.lower()
    if near.right.lower() in words("paper") and near.named_on:
        return False
    if _AT_A_PLACE.search(near.before) and not re.match(r"\s?\w", near.after):
        return True
    if left in ("every", "each") or (left == "the" and not near.right):
        return False
    if value.text.islower():
        return left in words("bound") or left in ("on", "late", "early", "by", "from")
    if near.capital and near.gap.strip() != ",":
        return False
    return not near.named_on or left in words("bound") or left in ("on", "from", "between", "to")


def _quarter(value: DateValue, _near: Surroundings, text: str) -> bool:
    if value.year is not None:
        return True
    return not any(word in words("sport") for word in re.findall(r"[a-z]+", _clause(text, value).lower()))


def _clause(text: str, value: DateValue) -> str:
    return text[max(0, value.span.start - CLAUSE) : value.span.end + CLAUSE]


def _short_decade(value: DateValue, near: Surroundings, text: str) -> bool:
    if value.part is None and near.left.lower() != "the":
        return False
    return _ages_apart(value, near, text) and not re.search(
        r"temperature|degree|highs|lows|mercury|°|heat", _clause(text, value), re.IGNORECASE
    )


def _ages_apart(_value: DateValue, near: Surroundings, _text: str) -> bool:
    """Not "in her 90s"."""
    return near.left.lower() not in words("owner-of-age")


def _bare_clock(_value: DateValue, near: Surroundings, _text: str) -> bool:
    return near.left.lower() in words("clock-left")


def _named_time(value: DateValue, near: Surroundings, _text: str) -> bool:
    return value.text.islower() and near.left.lower() != "high"


def _numeric(_value: DateValue, near: Surroundings, _text: str) -> bool:
    return near.left.lower() not in words("label-left")


def _years(_value: DateValue, near: Surroundings, _text: str) -> bool:
    return near.right.lower() not in words("counted") and near.left.lower() not in words("label-left")


_CHECKS = {
    "day": _day,
    "days": _day,
    "numeric": _numeric,
    "year": _year,
    "years": _years,
    "month": _month,
    "weekday": _weekday,
    "quarter": _quarter,
    "word-decade": _short_decade,
    "short-decade": _ages_apart,
    "bare-clock": _bare_clock,
    "named-time": _named_time,
}


@cache
def _bounds() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[\s(,;—–-])(?P<bound>{pattern(words('bound'))})(?<=[\s\w.-])\s{{0,3}}"
        r"(?P<about>(?:at\s+least|about|around|circa|roughly|approximately|some\s+time\s+in|sometime\s+in|as\s+early\s+as)\s+)?"
        r"(?:(?:in|on|at|the|a|an|of|year|years|least)\s+){0,3}$",
        re.IGNORECASE,
    )


def bound_of(text: str, start: int, end: int) -> tuple[str, bool]:
    """The bound that the words before a date set, and whether it is approximate."""
    match = _bounds().search(text[max(0, start - NEAR) : start])
    if match is None:
        return ("since" if _onwards(text, start, end) else "on"), False
    bound = words("bound")[" ".join(match.group("bound").lower().split())]
    about = bound == "about" or bool(match.group("about") and "least" not in match.group("about"))
    return bound, about


def _onwards(text: str, start: int, end: int) -> bool:
    """ "from 2019 onwards" """
    leads = re.search(r"\bfrom\s+(?:the\s+)?$", text[max(0, start - NEAR) : start], re.IGNORECASE)
    return (
        leads is not None and re.match(r"\s(?:onwards?|on\b(?!\s+[A-Z])|and\s+after)", text[end : end + 12]) is not None
    )


@cache
def _tenses() -> re.Pattern[str]:
    cues = words("tense")
    plain = pattern([cue for cue in cues if cue[0].isalpha()])
    tails = pattern([cue for cue in cues if not cue[0].isalpha()])
    return re.compile(rf"\b(?P<cue>{plain})\b|(?P<tail>{tails})\b|\b(?P<past>[a-z]{{2,20}}ed)\b", re.IGNORECASE)


def tense_at(text: str, start: int, end: int) -> str | None:
    """The tense of the verb before a place, else of the one after it: "past", "future", or None where no word tells."""
    before = list(_tenses().finditer(text[max(0, start - CLAUSE) : start]))
    match = before[-1] if before else _tenses().search(text[end : end + CLAUSE])
    if match is None:
        return None
    cue = match.group("cue") or match.group("tail")
    return words("tense")[" ".join(cue.lower().split())] if cue else "past"
