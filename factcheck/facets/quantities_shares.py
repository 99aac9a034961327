"""Numbers that are not plain figures: fractions and shares, multiples, ranks, ages, and vague words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.facets.quantities_amounts import amount, amount_or_range
from factcheck.facets.quantities_draft import Draft, between, exact, plain, vague
from factcheck.facets.quantities_numbers import Figure, figure, kind
from factcheck.facets.quantities_units import NO_UNIT, Unit, unit_after, unit_named
from factcheck.facets.quantities_value import AGE, COUNT, DURATION, MULTIPLE, ORDINAL, RATIO, Bound
from factcheck.facets.quantities_words import (
    GLYPH,
    NUMBER,
    SLASH,
    WORD,
    Word,
    at,
    capital,
    cues,
    hyphen,
    opens,
    touching,
)

FRACTION_PRECISION = Decimal("0.01")
OLDEST = 115
YEAR = "year"
_SMALL_VAGUE = {"several": (3, 20), "a few": (2, 12), "a handful of": (2, 12), "a handful": (2, 12)}
_VAGUE_PLURALS = {12: (24, 120), 20: (40, 200), 10**6: (2 * 10**6, 10**9 - 1), 10**9: (2 * 10**9, 10**12 - 1)}
_RATIO_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 50, 100, 1000, 10_000, 100_000, 1_000_000})


# --- vague words ---------------------------------------------------------------------------------


def vague_words(words: list[Word], i: int) -> Draft | None:
    """ "dozens", "hundreds of thousands", "several hundred", "a few", "a couple of"."""
    if at(words, i) == "a" and at(words, i + 1) == "couple":
        return _couple(words, i)
    low_high = _vague_start(words, i)
    if low_high is None:
        return None
    low, high, end = low_high
    unit_start = end + 1 if at(words, end) == "of" else end
    found = unit_after(words, unit_start)
    if found is None or (found.unit.name == "second" and at(words, found.end - 1) == "second"):
        return vague(i, end, low, high)
    return vague(i, found.end, low, high, found.unit)


def _couple(words: list[Word], i: int) -> Draft | None:
    j = i + 3 if at(words, i + 2) == "of" else i + 2
    scale = kind(at(words, j), "scale")
    number = Figure(Decimal(2) * (scale or 1), (scale or 1) * Decimal("0.5"), Decimal(2), scale or Decimal(1), j, False)
    found = unit_after(words, j + (scale is not None))
    if found is not None:
        return exact(i, found.end, number, found.unit).bounded(Bound.EXACT, "about")
    if scale is not None:
        return exact(i, j + 1, number, NO_UNIT).bounded(Bound.EXACT, "about")
    return exact(i, i + 2, number, NO_UNIT).bounded(Bound.EXACT, "about") if at(words, i + 2) == "of" else None


def _vague_start(words: list[Word], i: int) -> tuple[Decimal, Decimal, int] | None:
    first = at(words, i)
    if first in {"tens", "dozens", "scores"} or kind(first, "plural") is not None:
        return _vague_plural(words, i)
    phrase, end = (first, i + 1) if first == "several" else (f"{first} {at(words, i + 1)}", i + 2)
    if phrase not in _SMALL_VAGUE:
        return None
    low, high = _SMALL_VAGUE[phrase]
    scale = kind(at(words, end), "scale")
    if scale is None:
        return Decimal(low), Decimal(high), end
    return low * scale, (10 * scale - 1) if scale != 12 else Decimal(120), end + 1


def _vague_plural(words: list[Word], i: int) -> tuple[Decimal, Decimal, int] | None:
    first = at(words, i)
    if first == "scores" and at(words, i + 1) != "of":
        return None
    size = Decimal(10) if first == "tens" else kind(first, "plural")
    inner = kind(at(words, i + 2), "plural") if at(words, i + 1) == "of" else None
    if size is None or (first == "tens" and inner is None):
        return None
    if inner is not None:
        return 2 * size * inner, 10 * size * inner - 1, i + 3
    low, high = _VAGUE_PLURALS.get(int(size), (int(2 * size), int(10 * size) - 1))
    return Decimal(low), Decimal(high), i + 1


# --- shares --------------------------------------------------------------------------------------


def one_in(words: list[Word], i: int) -> Draft | None:
    """ "one in five", "two out of every three"."""
    part = figure(words, i)
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
    if at(words, i - 1) in cues("not-half") and at(words, j) not in {"a", "an"}:
        return None
    after = _after_link(words, j)
    if figure(words, i) is not None and kind(at(words, after), "scale") is not None:
        return None
    if at(words, j) in {"a", "an"} and kind(at(words, j + 1), "scale") is not None:
        return None
    if hyphen(words, j) and unit_after(words, j) is None:
        return None
    if (at(words, i) == "half" and at(words, j) in {"a", "an"}) or hyphen(words, j):
        return _share(words, i, j, Decimal("0.5"))
    modified = i > 0 and words[i - 1].lower in {
        "than",
        "about",
        "almost",
        "nearly",
        "least",
        "over",
        "under",
        "roughly",
    }
    if at(words, i) != "half" or at(words, j) in cues("half-before") or modified or j >= len(words):
        return _share(words, i, j, Decimal("0.5"))
    return None


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


def multiple(words: list[Word], i: int) -> Draft | None:
    """ "doubled", "threefold", "10-fold", "three times as many", "twice the size"; "three times" alone counts."""
    word = at(words, i)
    value = kind(word, "multiple")
    if value is not None:
        return plain(i, i + 1, value, MULTIPLE, Decimal("0.05")) if word != "halves" or at(words, i + 1) else None
    if word in {"twice", "thrice"}:
        times = Decimal(2 if word == "twice" else 3)
        compared = at(words, i + 1) in _TIMES_AS
        return plain(i, _as_many(words, i + 1), times, MULTIPLE if compared else COUNT)
    value = kind(word, "multiplier")
    if value is not None:
        fits = at(words, i + 1) in {"the", "that", "what", "its", "their", "his", "last"}
        fits = fits or at(words, i - 1) in {"to", "will", "could", "would", "may", "might", "than", "almost", "nearly"}
        return plain(i, i + 1, value, MULTIPLE, Decimal("0.05")) if fits else None
    number = figure(words, i)
    if number is None:
        return None
    j = _after_link(words, number.end)
    if at(words, j) == "fold":
        return plain(i, j + 1, number.value, MULTIPLE, number.precision)
    if at(words, j) != "times":
        return None
    if at(words, j + 1) in _TIMES_AS or at(words, j + 1).endswith("er"):
        return plain(i, _as_many(words, j + 1), number.value, MULTIPLE, number.precision)
    return None


def _as_many(words: list[Word], i: int) -> int:
    return i + 2 if at(words, i) == "as" and at(words, i + 1) in {"many", "much"} else i


_TIMES_AS = frozenset(
    {"as", "the", "that", "what", "more", "its", "their", "his", "her", "greater", "higher", "larger"}
)


# --- ranks ---------------------------------------------------------------------------------------


def ordinal(words: list[Word], i: int) -> Draft | None:
    """ "third", "21st", "twenty-first", "No. 3", "number one"."""
    word = at(words, i)
    if word == "no" and at(words, i + 1) == "." and touching(words, i + 1) and words[i].text != "no":
        return _numbered(words, i, i + 2)
    if word == "number" and words[i].text == "number":
        return _numbered(words, i, i + 1)
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


def _numbered(words: list[Word], i: int, j: int) -> Draft | None:
    number = figure(words, j)
    if number is None or number.value != number.value.to_integral_value() or unit_after(words, number.end):
        return None
    return plain(i, number.end, number.value, ORDINAL)


# --- ages ----------------------------------------------------------------------------------------


def age(words: list[Word], i: int) -> Draft | None:
    """ "aged 45", "45-year-old", "45 years old", "in his 40s", ", 45,"; six months old is half a year."""
    word = at(words, i)
    if word in {"aged", "age", "ages"}:
        j = i + 2 if at(words, i + 1) == "of" else i + 1
        return _stated_age(words, i, j)
    if word == "in":
        return _decade_of_life(words, i)
    if word == "magnitude":
        number = figure(words, i + 1)
        return exact(i, number.end, number, unit_named("magnitude")) if number is not None else None
    if word == "under" and hyphen(words, i + 1):
        return None
    number_at = i < len(words) and (words[i].kind == NUMBER or kind(word, "small") is not None or kind(word, "tens"))
    if not number_at:
        return None
    return _old(words, i) or _bare_age(words, i)


def _stated_age(words: list[Word], i: int, j: int) -> Draft | None:
    found = amount_or_range(words, j, modified=False)
    bounded = _bounded_age(words, j) if found is None else found
    if bounded is None or bounded.dimension not in {COUNT, DURATION}:
        return None
    return _as_age(bounded, i, bounded.end)


def _bounded_age(words: list[Word], j: int) -> Draft | None:
    if at(words, j) == "between":
        return amount_or_range(words, j, modified=False)
    return None


def _as_age(draft: Draft, start: int, end: int) -> Draft:
    """A figure or a span of time as an age in years."""
    if draft.dimension != DURATION:
        return replace(draft, start=start, end=end, dimension=AGE, unit=_years())
    factor = unit_named(YEAR).factor
    scaled = [None if x is None else _short(x / factor) for x in (draft.low, draft.high, draft.value)]
    low, high, value = scaled
    precision = _short(draft.precision / factor)
    return replace(draft, start=start, end=end, dimension=AGE, low=low, high=high, value=value, precision=precision)


def _short(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.000001")).normalize() + 0


def _years() -> Unit:
    return replace(unit_named(YEAR), dimension=AGE, factor=Decimal(1))


def _decade_of_life(words: list[Word], i: int) -> Draft | None:
    if at(words, i + 1) not in {"his", "her", "their", "my", "your"}:
        return None
    j = i + 2
    part = at(words, j) if at(words, j) in {"early", "mid", "late"} else ""
    j += 1 if part else 0
    j += 1 if part and j < len(words) and words[j].text == "-" else 0
    decade, end = kind(at(words, j), "decade"), j + 1
    if decade is None and j < len(words) and words[j].kind == NUMBER and at(words, j + 1) == "s":
        decade, end = Decimal(words[j].text.replace(",", "")), j + 2
    if decade is None:
        return None
    low, high = {"early": (0, 4), "mid": (3, 7), "late": (5, 9)}.get(part, (0, 9))
    first, last = plain(i, end, decade + low, AGE), plain(i, end, decade + high, AGE)
    return replace(between(i, end, first, last), unit=_years())


def _old(words: list[Word], i: int) -> Draft | None:
    """ "45-year-old", "45 years old", "45 years of age", "12-year-olds"."""
    found = amount_or_range(words, i, modified=False)
    if found is None or found.dimension != DURATION:
        return None
    j = _after_link(words, found.end)
    if at(words, j) in {"old", "olds"}:
        return _as_age(found, i, j + 1)
    if at(words, j) == "of" and at(words, j + 1) == "age":
        return _as_age(found, i, j + 2)
    return None


def _bare_age(words: list[Word], i: int) -> Draft | None:
    """An age by its place alone: "Mary Orr, 45, was", "turned 80", "was ten when"."""
    number = figure(words, i)
    if number is None or number.value > OLDEST or number.scale != 1 or number.value != int(number.value):
        return None
    before, after = at(words, i - 1), at(words, number.end)
    placed = before == "," and capital(words, i - 2) and not opens(words, i - 2) and after in {",", ".", ")", ";", ""}
    placed = placed and words[i].kind == NUMBER and words[i - 2].text not in cues("month")
    was = before in {"was", "is", "were"} and (
        after == "when" or (at(words, i - 2) in {"he", "she"} and _closes(words, number.end))
    )
    turned = before in cues("age-verb") and (
        number.end >= len(words) or words[number.end].kind != WORD or after in {"in", "on", "last", "this", "when"}
    )
    if not (placed or was or turned):
        return None
    return _as_age(exact(i, number.end, number, NO_UNIT), i, number.end)


def _closes(words: list[Word], i: int) -> bool:
    return i >= len(words) or words[i].text in {".", ",", ";"}
