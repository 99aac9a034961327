"""Ages: "aged 45", "45-year-old", "in his 40s", "Mary Orr, 45, …"; six months old is half a year."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.facets.quantities.amounts import amount_or_range
from factcheck.facets.quantities.draft import Draft, between, exact, plain
from factcheck.facets.quantities.numbers import Figure, figure, kind
from factcheck.facets.quantities.units import NO_UNIT, Unit, unit_named
from factcheck.facets.quantities.value import AGE, COUNT, DURATION
from factcheck.facets.quantities.words import (
    NUMBER,
    WORD,
    Word,
    at,
    capital,
    cues,
    hyphen,
)

OLDEST = 115
YEAR = "year"


def stated_age(words: list[Word], i: int) -> Draft | None:
    """ "aged 45", "at the age of 91", "in his 40s"; and "magnitude 7.1", which is built alike."""
    word = at(words, i)
    if word in {"aged", "age", "ages"}:
        return _stated_age(words, i, i + 2 if at(words, i + 1) == "of" else i + 1)
    if word == "in":
        return _decade_of_life(words, i)
    if word == "magnitude":
        number = figure(words, i + 1)
        return exact(i, number.end, number, unit_named("magnitude")) if number is not None else None
    return None


def _stated_age(words: list[Word], i: int, j: int) -> Draft | None:
    found = amount_or_range(words, j, modified=False)
    if found is None or found.dimension not in {COUNT, DURATION}:
        return None
    return _as_age(found, i, found.end)


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


def old_age(words: list[Word], span: Draft) -> Draft | None:
    """A span of time that is an age: "45-year-old", "45 years old", "45 years of age", "12-year-olds"."""
    if span.dimension != DURATION:
        return None
    j = _after_link(words, span.end)
    if at(words, j) in {"old", "olds"}:
        return _as_age(span, span.start, j + 1)
    if at(words, j) == "of" and at(words, j + 1) == "age":
        return _as_age(span, span.start, j + 2)
    return None


def bare_age(words: list[Word], i: int, number: Figure | None) -> Draft | None:
    """An age by its place alone: "Mary Orr, 45, was", "turned 80", "was ten when", "died at 67"."""
    if number is None or number.value > OLDEST or number.scale != 1 or number.value != int(number.value):
        return None
    if not (_beside_a_name(words, i, number) or _age_of_subject(words, i, number) or _age_of_verb(words, i, number)):
        return None
    return _as_age(exact(i, number.end, number, NO_UNIT), i, number.end)


def _beside_a_name(words: list[Word], i: int, number: Figure) -> bool:
    if at(words, i - 1) != "," or words[i].kind != NUMBER or not capital(words, i - 2):
        return False
    name = words[i - 2]
    if name.text in cues("month") or name.lower in cues("function"):
        return False
    return at(words, number.end) in {",", ".", ")", ";", ""}


def _age_of_subject(words: list[Word], i: int, number: Figure) -> bool:
    if at(words, i - 1) not in {"was", "is", "were"}:
        return False
    return at(words, number.end) == "when" or (at(words, i - 2) in {"he", "she"} and _closes(words, number.end))


def _age_of_verb(words: list[Word], i: int, number: Figure) -> bool:
    before, end = at(words, i - 1), number.end
    if before == "at" and at(words, i - 2) in cues("age-death"):
        return _closes(words, end)
    if before not in cues("age-verb"):
        return False
    return end >= len(words) or words[end].kind != WORD or at(words, end) in {"in", "on", "last", "this", "when"}


def _closes(words: list[Word], i: int) -> bool:
    return i >= len(words) or words[i].text in {".", ",", ";"}


def _after_link(words: list[Word], i: int) -> int:
    return i + 1 if hyphen(words, i) else i
