"""Numbers that are not plain figures: fractions and shares, multiples, and ranks."""

from __future__ import annotations

from decimal import Decimal

from factcheck.facets.quantities.amounts import amount
from factcheck.facets.quantities.draft import Draft, exact, plain
from factcheck.facets.quantities.numbers import HALF, Figure, figure, kind
from factcheck.facets.quantities.units import NO_UNIT, unit_after
from factcheck.facets.quantities.value import COUNT, DURATION, MULTIPLE, ORDINAL, RATIO
from factcheck.facets.quantities.words import (
    GLYPH,
    NUMBER,
    SLASH,
    Word,
    at,
    cues,
    hyphen,
    touching,
)

FRACTION_PRECISION = Decimal("0.01")
MULTIPLE_PRECISION = Decimal("0.05")
_RATIO_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 50, 100, 1000, 10_000, 100_000, 1_000_000})


# --- shares --------------------------------------------------------------------------------------


def one_in(words: list[Word], i: int, part: Figure | None) -> Draft | None:
    """ "one in five", "two out of every three"."""
    if part is None or part.scale != 1 or part.value < 1:
        return None
    j = part.end
    if at(words, j) == "out" and at(words, j + 1) == "of":
        j += 2
    elif at(words, j) == "in":
        j += 1
    else:
        return None
    strict = at(words, j - 1) == "in" and at(words, j) != "every"
    j += at(words, j) == "every"
    whole = figure(words, j)
    if whole is None or whole.value <= part.value or (strict and not _common_whole(words, part, whole)):
        return None
    return plain(i, whole.end, part.value / whole.value, RATIO, FRACTION_PRECISION)


def _common_whole(words: list[Word], part: Figure, whole: Figure) -> bool:
    if unit_after(words, whole.end) is not None or at(words, whole.end) in {"a.m.", "p.m."}:
        return False
    if at(words, whole.end - 1).startswith(("janu", "febr")):
        return False
    return part.value == 1 or (whole.value in _RATIO_WHOLES and part.value <= 99)


def fraction(words: list[Word], i: int) -> Draft | None:
    """ "half of", "a third of", "two-thirds", "three quarters", "¾ of"; "half an hour" has a unit."""
    if i < len(words) and words[i].kind in {GLYPH, SLASH}:
        return _glyph_share(words, i)
    if at(words, i) == "half" or (at(words, i) in {"a", "one"} and at(words, _after_link(words, i + 1)) == "half"):
        return _half(words, i)
    number = kind(at(words, i), "small") if at(words, i) not in {"a", "one"} else Decimal(1)
    j = _after_link(words, i + 1)
    part = kind(at(words, j), "part")
    if number is None or part is None or number == 0 or number >= part * 3:
        return None
    end = j + 1
    tied = j > i + 1
    if at(words, i) == "a" and not _share_follows(words, end):
        return None
    if part == 4 and not tied and not _share_follows(words, end):
        return None
    return _share(words, i, end, number / part)


def _after_link(words: list[Word], i: int) -> int:
    return i + 1 if hyphen(words, i) else i


def _share_follows(words: list[Word], end: int) -> bool:
    return at(words, end) in cues("ratio-of") or end >= len(words)


def _glyph_share(words: list[Word], i: int) -> Draft | None:
    found = amount(words, i)
    if found is None or found.value is None or found.dimension != COUNT:
        return found
    return plain(i, found.end, found.value, RATIO, FRACTION_PRECISION) if found.value < 1 else found


def _half(words: list[Word], i: int) -> Draft | None:
    j = i + 1 if at(words, i) == "half" else _after_link(words, i + 1) + 1
    of_unit = at(words, j) in {"a", "an"}
    if not of_unit and at(words, i - 1) in cues("not-half"):
        return None
    if kind(at(words, j + 1 if of_unit else _after_link(words, j)), "scale") is not None:
        return None
    if hyphen(words, j):
        return _share(words, i, j, HALF) if unit_after(words, j) is not None else None
    shared = at(words, i) != "half" or at(words, i - 1) in cues("half-after") or j >= len(words)
    return _share(words, i, j, HALF) if shared or at(words, j) in cues("half-before") else None


def _share(words: list[Word], i: int, end: int, value: Decimal) -> Draft:
    """A share, or a part of a unit: "half an hour", "three-quarters of an hour"."""
    j = end + 1 if at(words, end) == "of" else end
    j = j + 1 if at(words, j) in {"a", "an"} else j
    found = unit_after(words, j) if j > end else (unit_after(words, end) if hyphen(words, end) else None)
    if found is None or found.unit.dimension not in {DURATION, "length", "mass", "volume", "area"}:
        scaled = figure(words, i)
        if scaled is not None and scaled.scale > 1 and scaled.end > end:
            return exact(i, scaled.end, scaled, NO_UNIT)
        return plain(i, end, value, RATIO, FRACTION_PRECISION)
    return exact(i, found.end, Figure(value, Decimal("0.05"), value, Decimal(1), end, False), found.unit)


# --- multiples -----------------------------------------------------------------------------------


def multiple(words: list[Word], i: int, number: Figure | None) -> Draft | None:
    """ "doubled", "threefold", "10-fold", "three times as many", "twice the size"; "three times" alone counts."""
    if number is not None:
        return _number_times(words, i, number)
    word = at(words, i)
    if word in {"twice", "thrice"}:
        times = Decimal(2 if word == "twice" else 3)
        compared = at(words, i + 1) in cues("times-as")
        return plain(i, _as_many(words, i + 1), times, MULTIPLE if compared else COUNT)
    value = kind(word, "multiple")
    if value is None and _doubles(words, i):
        value = kind(word, "multiplier")
    return None if value is None else plain(i, i + 1, value, MULTIPLE, MULTIPLE_PRECISION)


def _doubles(words: list[Word], i: int) -> bool:
    """Whether "double" multiplies here: "double the limit", "will double"; not "a double agent"."""
    return at(words, i + 1) in cues("multiplied") or at(words, i - 1) in cues("multiplying")


def _number_times(words: list[Word], i: int, number: Figure) -> Draft | None:
    j = _after_link(words, number.end)
    if at(words, j) == "fold":
        return plain(i, j + 1, number.value, MULTIPLE, number.precision)
    if at(words, j) == "times" and (at(words, j + 1) in cues("times-as") or at(words, j + 1).endswith("er")):
        return plain(i, _as_many(words, j + 1), number.value, MULTIPLE, number.precision)
    return None


def _as_many(words: list[Word], i: int) -> int:
    return i + 2 if at(words, i) == "as" and at(words, i + 1) in {"many", "much"} else i


# --- ranks ---------------------------------------------------------------------------------------


def ordinal(words: list[Word], i: int) -> Draft | None:
    """ "third", "21st", "twenty-first", "No. 3", "number one"."""
    word = at(words, i)
    named = _number_sign(words, i)
    if named is not None:
        return _numbered(words, i, named)
    if i < len(words) and words[i].kind == NUMBER:
        if words[i].text.isdigit() and touching(words, i + 1) and at(words, i + 1) in {"st", "nd", "rd", "th"}:
            return plain(i, i + 2, Decimal(words[i].text), ORDINAL)
        return None
    tens = kind(word, "tens")
    if tens is not None and hyphen(words, i + 1):
        unit = kind(at(words, i + 2), "ordinal")
        return plain(i, i + 3, tens + unit, ORDINAL) if unit is not None and unit < 10 else None
    value = kind(word, "ordinal")
    return plain(i, i + 1, value, ORDINAL) if value is not None else None


def _number_sign(words: list[Word], i: int) -> int | None:
    """The place after "No.", "No", "#" or "number" in front of a rank."""
    if words[i].text == "No" and at(words, i + 1) == "." and touching(words, i + 1):
        return i + 2
    numbered = i + 1 < len(words) and words[i + 1].kind == NUMBER
    if words[i].text == "number" or (numbered and (words[i].text == "#" or (words[i].text == "No" and i > 0))):
        return i + 1
    return None


def _numbered(words: list[Word], i: int, j: int) -> Draft | None:
    number = figure(words, j)
    if number is None or number.value != number.value.to_integral_value() or unit_after(words, number.end):
        return None
    return plain(i, number.end, number.value, ORDINAL)
