"""Words that name no figure: "dozens", "hundreds of thousands", "several hundred", "a few", "a couple of"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.facets.quantities.draft import Draft, exact, vague
from factcheck.facets.quantities.numbers import Figure, kind
from factcheck.facets.quantities.units import NO_UNIT, unit_after
from factcheck.facets.quantities.value import Bound
from factcheck.facets.quantities.words import (
    Word,
    at,
)

_SMALL_VAGUE = {"several": (3, 20), "a few": (2, 12), "a handful of": (2, 12), "a handful": (2, 12)}
_VAGUE_PLURALS = {12: (24, 120), 20: (40, 200), 10**6: (2 * 10**6, 10**9 - 1), 10**9: (2 * 10**9, 10**12 - 1)}


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
