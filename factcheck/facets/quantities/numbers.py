"""Figures: digits, number words and mixtures of both, read from the words of a text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from factcheck.facets.quantities.words import (
    DASHES,
    GLYPH,
    GLYPHS,
    NUMBER,
    SLASH,
    WORD,
    Word,
    at,
    cues,
    hyphen,
    plural,
    touching,
)
from factcheck.facets.tables import rows

HALF = Decimal("0.5")
MAX_SCALES = 6
MAX_SLASH_DENOMINATOR = 16
_GLYPH_VALUES = dict(
    zip(
        GLYPHS,
        (
            Decimal(above) / below
            for above, below in (
                *((1, 4), (1, 2), (3, 4), (1, 7), (1, 9), (1, 10), (1, 3), (2, 3), (1, 5), (2, 5)),
                *((3, 5), (4, 5), (1, 6), (5, 6), (1, 8), (3, 8), (5, 8), (7, 8)),
            )
        ),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as written: `value` is `mantissa` times `scale`; `end` is the place after its last word."""

    value: Decimal
    precision: Decimal
    mantissa: Decimal
    scale: Decimal
    end: int
    digits: bool

    def scaled(self, factor: Decimal) -> Figure:
        """The same figure with another magnitude: "2" in "2 to 3 million"."""
        return replace(self, value=self.value * factor, precision=self.precision * factor, scale=self.scale * factor)


def figure(words: list[Word], i: int, money: bool = False) -> Figure | None:
    """The number that begins at a place; `money` says that a currency sign stands before it."""
    plain = _plain(words, i)
    if plain is None:
        return None
    return _with_scale(words, plain, money)


def kind(word: str, sort: str) -> Decimal | None:
    """The value of a number word of one sort: small, tens, scale, ordinal, part, plural, decade, multiple, …"""
    return _kinds(sort).get(word)


@cache
def _kinds(sort: str) -> dict[str, Decimal]:
    return {word: Decimal(value) for word, key, value in rows("number_words.tsv") if key == sort}


@cache
def number_starts() -> frozenset[str]:
    """Every word that can begin a number expression."""
    return frozenset(word for word, sort, _ in rows("number_words.tsv") if sort not in {"letter", "short"})


def half_unit(mantissa: Decimal) -> Decimal:
    """Half a unit of the last significant place of a figure as written."""
    exponent = mantissa.as_tuple().exponent
    if not isinstance(exponent, int):
        return HALF
    if exponent == 0 and mantissa:
        digits = "".join(map(str, mantissa.as_tuple().digits))
        exponent = len(digits) - len(digits.rstrip("0"))
    return HALF.scaleb(exponent)


def _plain(words: list[Word], i: int) -> Figure | None:
    if i >= len(words):
        return None
    word = words[i]
    if word.kind == NUMBER:
        return _digits(words, i)
    if word.kind == GLYPH:
        value = _GLYPH_VALUES[word.text]
        return Figure(value, Decimal("0.005"), value, Decimal(1), i + 1, False)
    if word.kind == WORD:
        return _worded(words, i)
    return None


def _digits(words: list[Word], i: int) -> Figure:
    cleaned = "".join(c for c in words[i].text if c in "0123456789.")
    mantissa = Decimal(cleaned)
    end = i + 1
    extra = _fraction_after(words, end)
    if extra is not None and mantissa == mantissa.to_integral_value():
        share, end = extra
        mantissa += share
        return Figure(mantissa, half_unit(mantissa), mantissa, Decimal(1), end, True)
    return Figure(mantissa, half_unit(mantissa), mantissa, Decimal(1), end, True)


def _fraction_after(words: list[Word], i: int) -> tuple[Decimal, int] | None:
    """A fraction that belongs to the whole number before it: "2½", "2 1/2", "two and a half"."""
    if i < len(words) and words[i].kind == GLYPH:
        return _GLYPH_VALUES[words[i].text], i + 1
    if i < len(words) and words[i].kind == SLASH and (share := slash_fraction(words[i])) is not None and share < 1:
        return share, i + 1
    return and_a_half(words, i)


def and_a_half(words: list[Word], i: int) -> tuple[Decimal, int] | None:
    """The share of "and a half", "-and-a-half", "and three quarters", with the place after it."""
    j = i + 1 if hyphen(words, i) else i
    if at(words, j) != "and":
        return None
    j += 2 if hyphen(words, j + 1) else 1
    count = Decimal(1) if at(words, j) in {"a", "one"} else kind(at(words, j), "small")
    j += 2 if hyphen(words, j + 1) else 1
    part = kind(at(words, j), "part")
    if count is None or part is None or at(words, j + 1) == "of":
        return None
    return count / part, j + 1


def slash_fraction(word: Word) -> Decimal | None:
    """The value of "3/4"; None where the two numbers are hardly a fraction."""
    above, below = (int(part) for part in word.text.replace("⁄", "/").split("/"))
    if 0 < above < below <= MAX_SLASH_DENOMINATOR and (above, below) != (9, 11):
        return Decimal(above) / below
    return None


def _worded(words: list[Word], i: int) -> Figure | None:
    first = at(words, i)
    part = _part_of_scale(words, i)
    if part is not None:
        return part
    if first in {"a", "an"}:
        scale = kind(at(words, i + 1), "scale")
        return _spelled(words, i + 1, Decimal(1)) if scale is not None else None
    if kind(first, "scale") is not None:
        return (
            _spelled(words, i, Decimal(1)) if hyphen(words, i + 1) or at(words, i - 1) in {"the", "several"} else None
        )
    if kind(first, "small") is None and kind(first, "tens") is None:
        return None
    return _spelled(words, i, None)


def _part_of_scale(words: list[Word], i: int) -> Figure | None:
    """Half a million, a half-million, half a dozen, a quarter of a million, three-quarters of a million."""
    j = i + 1 if at(words, i) in {"a", "one"} else i
    count = Decimal(1)
    if kind(at(words, j), "part") is None and (small := kind(at(words, j), "small")):
        count, j = small, j + 2 if hyphen(words, j + 1) else j + 1
    part = kind(at(words, j), "part")
    if part is None:
        return None
    j += 1
    for link in ("of", "a"):
        j += at(words, j) == link
    j += hyphen(words, j)
    scale = kind(at(words, j), "scale")
    if scale is None:
        return None
    mantissa = count / part
    return Figure(mantissa * scale, half_unit(mantissa) * scale, mantissa, scale, j + 1, False)


def _spelled(words: list[Word], i: int, lead: Decimal | None) -> Figure:
    """A number in words: below a hundred, then hundreds, then scales, largest first."""
    total, current = Decimal(0), lead if lead is not None else Decimal(0)
    j, scales, previous = i, 0, Decimal("1e30")
    if lead is None:
        current, j = _below_hundred(words, i)
    while scales < MAX_SCALES:
        step = j + 1 if hyphen(words, j) and kind(at(words, j + 1), "scale") is not None else j
        scale = kind(at(words, step), "scale")
        if scale is None:
            break
        j, scales = step + 1, scales + 1
        if scale >= previous:
            total, current = (total + current) * scale, Decimal(0)
        elif scale in {100, 12}:
            current *= scale
        else:
            total, current, previous = total + current * scale, Decimal(0), scale
        more = j + 1 if at(words, j) == "and" and scale >= 100 else j
        small, after = _below_hundred(words, more)
        if after > more and scale != 12 and not _new_number(words, after, more > j):
            current, j = current + small, after
    value = total + current
    extra = and_a_half(words, j)
    if extra is not None:
        value, j = value + extra[0], extra[1]
    return Figure(value, half_unit(value), *_split(value), j, False)


def _new_number(words: list[Word], after: int, joined: bool) -> bool:
    """Whether the small number after "and" is one of its own: "a hundred and two million"."""
    return joined and kind(at(words, after), "scale") is not None and at(words, after) != "hundred"


def _split(value: Decimal) -> tuple[Decimal, Decimal]:
    """Mantissa and magnitude of a number in words, as it would stand in digits: 3,200,000 is 3.2 million."""
    for scale in (Decimal(10) ** 12, Decimal(10) ** 9, Decimal(10) ** 6):
        if value >= scale:
            return (value / scale).normalize(), scale
    return value, Decimal(1)


def _below_hundred(words: list[Word], i: int) -> tuple[Decimal, int]:
    tens = kind(at(words, i), "tens")
    if tens is None:
        small = kind(at(words, i), "small")
        return (small, i + 1) if small is not None else (Decimal(0), i)
    j = i + 2 if hyphen(words, i + 1) else i + 1
    unit = kind(at(words, j), "small")
    if unit is not None and 0 < unit < 10:
        return tens + unit, j + 1
    return tens, i + 1


def _with_scale(words: list[Word], plain: Figure, money: bool) -> Figure:
    """The figure with the magnitudes that follow it: "3.2 million", "7.8bn", "20m users", "40 hundred thousand"."""
    i, scale = plain.end, Decimal(1)
    extra: tuple[Decimal, int] | None = None
    for _ in range(MAX_SCALES):
        found = _scale_at(words, i, money, plain.digits)
        if found is None:
            break
        scale, i = scale * found[0], found[1]
    if i == plain.end:
        return plain
    if scale != 1 and (extra := and_a_half(words, i)) is not None and scale > 1000:
        return replace(plain.scaled(scale), value=(plain.mantissa + extra[0]) * scale, end=extra[1])
    return replace(plain.scaled(scale), end=i)


def _scale_at(words: list[Word], i: int, money: bool, digits: bool) -> tuple[Decimal, int] | None:
    if i >= len(words):
        return None
    attached = touching(words, i)
    if attached and digits and words[i].kind == WORD and (letter := _letter(words, i, money)) is not None:
        return letter, i + 1
    short = kind(at(words, i), "short")
    if short is not None and digits:
        return short, i + 1
    j = i + 1 if hyphen(words, i) else i
    scale = kind(at(words, j), "scale")
    return None if scale is None else (scale, j + 1)


def _letter(words: list[Word], i: int, money: bool) -> Decimal | None:
    """A magnitude of one letter; "m" and "b" are one only where money or something countable is meant."""
    exact = kind(words[i].text, "letter")
    if exact is not None:
        return exact
    scale = {"m": Decimal(10) ** 6, "b": Decimal(10) ** 9, "t": Decimal(10) ** 12}.get(words[i].text)
    if scale is None or money:
        return scale
    j = i + 1
    if j + 2 < len(words) and (words[j].text in DASHES or at(words, j) == "to") and words[j + 1].kind == NUMBER:
        j += 3
    return scale if plural(words, j) and at(words, j) not in cues("measure") else None
