"""What stands around a date: whether it is one at all, what bounds it, and in which tense it is told."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factcheck.facets.dates_value import DateValue
from factcheck.facets.dates_words import LONG_MONTHS, pattern, words

# How far the neighbours are looked at, in characters: enough for the longest words of a table.
NEAR = 48
CLAUSE = 160
NAMES_IN = 20_000

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
    if value.part is not None:
        return True
    if near.right.lower() in words("counted") or re.match(r"\s?[%$£€°º]|-[a-z]", near.after):
        return False
    left = near.left.lower()
    if left.endswith("-"):
        return left in words("year-left")
    if left in words("year-left") or (left.rstrip(".") in words("year-left") and left in ("c.", "ca.")):
        return left not in (
            "about",
            "around",
            "approximately",
            "roughly",
            "or",
            "to",
            "than",
            "of",
            "for",
        ) or not _counts(near)
    if near.gap.strip() == "(" or re.search(r"\(\s?$", near.before):
        return True
    if left in words("year-owner") or left.endswith(("'s", "’s", "s'", "s’")):
        return value.year is not None and value.year >= 1500 and bool(near.right)
    if re.match(r"['’]s\b", near.after) or re.match(r"\)", near.after):
        return near.opens or near.gap.strip() in (",", "") and re.search(r"\([^()]*$", near.before) is not None
    if near.gap.strip() == "," and re.search(r"(?:1\d|20)\d\d,\s?$", near.before):
        return True
    opening = near.opens or not near.left
    return (
        near.right.lower() in words("year-verb")
        and value.year is not None
        and value.year >= 1800
        and opening
        and not _number_label(near)
    )


def _number_label(near: Surroundings) -> bool:
    return near.left[:1].isupper() or near.left.lower() in ("page", "room", "no.", "number")


def _counts(near: Surroundings) -> bool:
    """Whether a plural noun follows, so that the figure counts it."""
    return (
        near.right.islower()
        and near.right.endswith("s")
        and near.right not in words("year-verb")
        and len(near.right) > 3
    )


_SURE = frozenset(
    "in since until till by during before after through from between late early mid throughout last this next every".split()
)
_WEAK = frozenset("of for to and or the".split())


def _month(value: DateValue, near: Surroundings, text: str) -> bool:
    name = value.text.split()[-1].split("-")[-1]
    left, ambiguous = near.left.lower().rstrip("-"), name.lower() in words("month-name")
    if value.part is not None:
        return not name.islower() or not ambiguous
    if name.islower():
        return left in ("in", "since", "until", "late", "early")
    if ambiguous and (near.named_on or _is_surname(name, text)):
        return False
    if left in _SURE and near.left.lower() in words("function") | dict.fromkeys(_SURE, ""):
        return True
    if near.capital and not near.opens and near.gap.strip() != ",":
        return False
    if left == "the":
        return near.right.islower() and near.right not in words("function") and name.lower() != "may"
    if ambiguous:
        return _beside_month(near)
    return not near.named_on


def _beside_month(near: Surroundings) -> bool:
    months = pattern(LONG_MONTHS)
    return bool(
        re.search(rf"\b(?:{months})(?:,|\s(?:and|or|to)|[-–—])\s?$", near.before, re.IGNORECASE)
        or re.match(rf"(?:,|\s(?:and|or|to)|[-–—])\s?(?:{months})\b", near.after, re.IGNORECASE)
    )


def _is_surname(name: str, text: str) -> bool:
    return name in _surnames(text[:NAMES_IN])


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


def _weekday(value: DateValue, near: Surroundings, _text: str) -> bool:
    left = near.left.lower()
    if near.right.lower() in words("paper") and near.named_on:
        return False
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
    if near.left.lower() not in ("the", "early", "mid", "late") and value.part is None:
        return False
    if re.search(r"\b(?:his|her|their|my|our|your|its)\s$", near.before, re.IGNORECASE):
        return False
    return not re.search(r"temperature|degree|highs|lows|mercury|°|heat", _clause(text, value), re.IGNORECASE)


def _bare_clock(_value: DateValue, near: Surroundings, _text: str) -> bool:
    return near.left.lower() in ("at", "by", "until", "till", "from", "before", "after", "since", "about", "around")


def _named_time(value: DateValue, near: Surroundings, _text: str) -> bool:
    return value.text.islower() and near.left.lower() not in ("high",)


def _numeric(_value: DateValue, near: Surroundings, _text: str) -> bool:
    return near.left.lower() not in ("version", "v", "release", "section", "paragraph", "article", "ip")


def _years(value: DateValue, near: Surroundings, _text: str) -> bool:
    return near.right.lower() not in words("counted") and near.left.lower() not in (
        "page",
        "pages",
        "pp.",
        "p.",
        "lines",
        "phone",
        "tel",
    )


def _era(value: DateValue, _near: Surroundings, _text: str) -> bool:
    return bool(re.search(r"\d", value.text))


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
    "short-decade": lambda value, near, text: not re.search(r"\b(?:his|her|their|my|our|your|its)\s$", near.before),
    "bare-clock": _bare_clock,
    "named-time": _named_time,
    "era": _era,
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
        return (
            "since"
            if re.match(r"\s(?:onwards?|on\b(?!\s+[A-Z])|and\s+after)", text[end : end + 12]) and _from(text, start)
            else "on"
        ), False
    bound = words("bound")[" ".join(match.group("bound").lower().split())]
    about = bound == "about" or bool(match.group("about") and "least" not in match.group("about"))
    return bound, about


def _from(text: str, start: int) -> bool:
    return bool(re.search(r"\bfrom\s+(?:the\s+)?$", text[max(0, start - NEAR) : start], re.IGNORECASE))


@cache
def _tenses() -> re.Pattern[str]:
    cues = words("tense")
    plain = pattern([cue for cue in cues if cue[0].isalpha()])
    tails = pattern([cue for cue in cues if not cue[0].isalpha()])
    return re.compile(rf"\b(?P<cue>{plain})\b|(?P<tail>{tails})\b|\b(?P<past>[a-z]{{2,20}}ed)\b", re.IGNORECASE)


def tense_at(text: str, start: int, end: int) -> str | None:
    """The tense of the nearest verb: "past", "future", or None where no word tells; first before, then after the place."""
    before = _tenses().finditer(text[max(0, start - CLAUSE) : start])
    after = _tenses().search(text[end : end + CLAUSE])
    last = None
    for match in before:
        last = match
    match = last or after
    if match is None:
        return None
    cue = match.group("cue") or match.group("tail")
    return words("tense")[" ".join(cue.lower().split())] if cue else "past"
