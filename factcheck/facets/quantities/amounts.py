"""Figures with their units, compound figures ("5 ft 10 in"), ranges and scores."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.facets import lexicon
from factcheck.facets.quantities.draft import Draft, between, exact
from factcheck.facets.quantities.numbers import HALF, Figure, and_a_half, figure, slash_fraction
from factcheck.facets.quantities.units import NO_UNIT, Found, Unit, unit_after, unit_named, unit_of_sign
from factcheck.facets.quantities.value import COUNT, CURRENCY, DURATION, MASS, SCORE, TEMPERATURE
from factcheck.facets.quantities.words import (
    DASHES,
    NUMBER,
    SIGN,
    SLASH,
    WORD,
    Word,
    at,
    cues,
    hyphen,
    plural,
    touching,
)
from factcheck.facets.quotes.comparison import SMALL_WORDS

LOOK_BACK = 6
MAX_SCORE = 600
MAX_COUNT_OF_OR = Decimal(2)
_COMPOUND = frozenset({"length", DURATION, MASS})


def amount_or_range(words: list[Word], i: int, modified: bool) -> Draft | None:
    """The figure, range or score that begins at a place."""
    opener = at(words, i)
    if opener in {"between", "from"}:
        return _opened_range(words, i)
    first = amount(words, i, modified)
    if first is None:
        return None
    return _continued(words, first) or first


def amount(words: list[Word], i: int, modified: bool = False) -> Draft | None:
    """A figure with the sign, the currency and the unit that belong to it."""
    sign, j = _sign(words, i)
    unit = unit_of_sign(words[j].text) if j < len(words) and words[j].kind == SIGN else None
    j += unit is not None
    if unit is not None and sign == 1:
        sign, j = _sign(words, j)
    number = figure(words, j, money=unit is not None) or _slash(words, j)
    if number is None:
        return _single(words, i, modified) if sign == 1 else None
    if sign < 0:
        number = replace(number, value=-number.value, mantissa=-number.mantissa)
    if unit is not None:
        again = unit_after(words, number.end)  # "$16 million dollars"
        doubled = (
            again is not None and again.unit.dimension.startswith(unit.dimension) and not touching(words, number.end)
        )
        return exact(i, again.end if again is not None and doubled else number.end, number, unit)
    found = _with_unit(words, i, number)
    if at(words, i) in {"a", "an"} and number.end < found.end and hyphen(words, number.end):
        return replace(found, start=i + 1)  # the article of "a billion-dollar project"
    return found


def _sign(words: list[Word], i: int) -> tuple[int, int]:
    if at(words, i) in {"minus", "negative"} and i + 1 < len(words) and words[i + 1].kind in {NUMBER, WORD}:
        return -1, i + 1
    if i < len(words) and words[i].text in {"-", "−", "–"} and touching(words, i + 1):
        free = not touching(words, i) or words[i - 1].text == "("
        return (-1, i + 1) if free and words[i + 1].kind in {NUMBER, SIGN} else (1, i)
    return 1, i


def _slash(words: list[Word], i: int) -> Figure | None:
    """A fraction in digits, where something is measured or shared by it: "3/4 cup", "3/4 of"."""
    if i >= len(words) or words[i].kind != SLASH:
        return None
    share = slash_fraction(words[i])
    if share is None or (at(words, i + 1) != "of" and unit_after(words, i + 1) is None):
        return None
    return Figure(share, Decimal("0.005"), share, Decimal(1), i + 1, True)


def _single(words: list[Word], i: int, modified: bool) -> Draft | None:
    """One of a unit: "a decade", "an hour and a half", "nearly a year"; elsewhere "a year" is a rate."""
    found = unit_after(words, i + 1) if at(words, i) in {"a", "an"} else None
    if found is None or found.unit.dimension not in {DURATION, "length"} or _is_ordinal(words, found):
        return None
    number = Figure(Decimal(1), HALF, Decimal(1), Decimal(1), i + 1, False)
    extra = and_a_half(words, found.end)
    if extra is not None:
        number = replace(number, value=number.value + extra[0], mantissa=number.value + extra[0])
        return exact(i, extra[1], number, found.unit)
    return exact(i, found.end, number, found.unit) if modified or _lasts(words, i, found) else None


def _is_ordinal(words: list[Word], found: Found) -> bool:
    """Whether a "second" counts what is named behind it: "for a second lighthouse"."""
    behind = words[found.end] if found.end < len(words) else None
    if behind is None or behind.kind != WORD or at(words, found.end - 1) != "second":
        return False
    return behind.lower not in SMALL_WORDS and lexicon.known(behind.lower, "NOUN")


def _lasts(words: list[Word], i: int, found: Found) -> bool:
    """Whether "a week" is a length of time here: "for a week", "a decade of", or the whole text."""
    if found.unit.dimension != DURATION:
        return False
    alone = i == 0 and found.end == len(words)
    long = found.unit.name in {"decade", "century", "millennium"}
    return alone or long or at(words, i - 1) in cues("duration-before")


def _with_unit(words: list[Word], i: int, number: Figure) -> Draft:
    found = unit_after(words, number.end) or _part_of_unit(words, number)
    if found is None or _is_verb_or_name(words, number, found.unit, found.end):
        return exact(i, number.end, number, NO_UNIT)
    unit = _pound(words, i, number, found.end) if found.unit.name == "pound" else found.unit
    extra = and_a_half(words, found.end) if number.value == 1 else None
    if extra is not None:
        number = replace(number, value=number.value + extra[0], mantissa=number.mantissa + extra[0])
        return exact(i, extra[1], number, unit)
    return _compound(words, exact(i, found.end, number, unit))


def _part_of_unit(words: list[Word], number: Figure) -> Found | None:
    """The unit in "three-quarters of an hour"."""
    if number.value < 1 and at(words, number.end) == "of" and at(words, number.end + 1) in {"a", "an"}:
        return unit_after(words, number.end + 2)
    return None


def _is_verb_or_name(words: list[Word], number: Figure, unit: Unit, end: int) -> bool:
    """Units that are other words here: a "minute" with a capital in a name, "second" before a noun."""
    last = words[end - 1]
    if last.lower == "won" and end == number.end + 1:
        return number.value < 1000  # a thousandth of what anything costs, and mostly the verb
    if unit.name == "second" and last.lower == "second":
        return not (hyphen(words, number.end) or number.value == 1)
    return last.kind == WORD and last.text.istitle() and words[number.end].kind == WORD and _title(words, end)


def _title(words: list[Word], i: int) -> bool:
    return i < len(words) and words[i].kind == WORD and words[i].text.istitle() and words[i].text not in cues("month")


def _pound(words: list[Word], i: int, number: Figure, end: int) -> Unit:
    """Pounds are money behind a million or beside words of money, else a weight."""
    near = {at(words, k) for k in (*range(max(i - 4, 0), i), end)}
    if number.scale >= Decimal(10) ** 6 or near & cues("money"):
        return unit_named("pound sterling")
    return unit_named("pound")


def _compound(words: list[Word], first: Draft) -> Draft:
    """A figure in two units: "5 feet 10 inches", "3 hours and 20 minutes"."""
    if first.dimension not in _COMPOUND or first.value is None or first.value < 0:
        return first
    j = first.end + 1 if at(words, first.end) in {"and", ","} else first.end
    number = figure(words, j)
    found = unit_after(words, number.end) if number is not None else None
    if number is None or found is None or found.unit.dimension != first.dimension:
        return first
    if found.unit.factor >= first.unit.factor or number.value * found.unit.factor >= first.unit.factor:
        return first
    value = first.value + found.unit.base(number.value)
    return replace(
        first, end=found.end, low=value, high=value, value=value, precision=number.precision * found.unit.factor
    )


def _opened_range(words: list[Word], i: int) -> Draft | None:
    """ "between 5 and 7", "from 5 to 7"; "rose from 5 to 7" is two figures."""
    first = amount(words, i + 1)
    link = "and" if at(words, i) == "between" else "to"
    if first is None or first.value is None:
        return None
    if at(words, first.end) != link:
        return None
    last = amount(words, first.end + 1)
    if last is None or last.value is None:
        return None
    first = _inherit(first, last)
    if link == "to" and _change_before(words, i):
        return first
    if first.dimension != last.dimension or first.value is None or first.value >= last.value:
        return None
    return between(i, last.end, first, last)


def _change_before(words: list[Word], i: int) -> bool:
    return any(at(words, k) in cues("change") for k in range(max(0, i - LOOK_BACK), i))


def _inherit(first: Draft, last: Draft) -> Draft:
    """The first figure of a range with the unit and the magnitude that stand on the second only."""
    if first.scale == 1 and last.scale > 1 and first.figure is not None and last.figure is not None:
        if first.figure < last.figure or first.unit is NO_UNIT:
            first = _times(first, last.scale)
    elif first.scale == 1 and last.scale == 1 and _thousands(first, last):
        first = _times(first, Decimal(1000))
    if first.unit is NO_UNIT and last.unit is not NO_UNIT:
        value = last.unit.base(first.value or Decimal(0))
        precision = abs(first.precision * last.unit.factor)
        first = replace(
            first, low=value, high=value, value=value, precision=precision, unit=last.unit, dimension=last.dimension
        )
    return first


def _thousands(first: Draft, last: Draft) -> bool:
    """ "10-15,000": the first figure counts thousands too."""
    if first.value is None or last.value is None or not 0 < first.value < 1000 or first.worded:
        return False
    return last.value >= 1000 and last.value % 1000 == 0 and first.value * 1000 < last.value


def _times(draft: Draft, factor: Decimal) -> Draft:
    value = (draft.value or Decimal(0)) * factor
    return replace(draft, low=value, high=value, value=value, precision=draft.precision * factor, scale=factor)


def _continued(words: list[Word], first: Draft) -> Draft | None:
    """A range or score whose first figure has been read."""
    link = _link(words, first.end)
    if link is None:
        return None
    sort, place = link
    if place < len(words) and words[place].kind == SIGN and words[first.start].kind != SIGN:
        return None
    last = amount(words, place)
    if last is None or last.value is None or first.value is None:
        return None
    score = _score(words, first, last, sort)
    if score is not None:
        return score
    return _range(words, first, last, sort)


def _link(words: list[Word], i: int) -> tuple[str, int] | None:
    """What ties two figures, and the place after it: "-", "to", "-to-", "or"."""
    if i + 1 >= len(words):
        return None
    if words[i].text in DASHES:
        if at(words, i + 1) == "to" and hyphen(words, i + 2):
            return "to", i + 3
        return ("dash", i + 1) if touching(words, i) == touching(words, i + 1) else None
    if words[i].lower in {"to", "or"}:
        return words[i].lower, i + 1
    return None


def _score(words: list[Word], first: Draft, last: Draft, sort: str) -> Draft | None:
    if first.dimension != COUNT or last.dimension != COUNT or sort == "or":
        return None
    one, two = first.value, last.value
    if one is None or two is None or not _whole(one, last) or not _whole(two, first):
        return None
    near = {at(words, k) for k in (*range(max(0, first.start - 4), first.start), last.end, last.end + 1)}
    cued = bool(near & (cues("score") if sort == "dash" else cues("swing")))
    if not cued and (sort != "dash" or one < two):
        return None
    if plural(words, last.end) and one < two:
        return None
    low, high = min(one, two), max(one, two)
    return replace(
        first, end=last.end, dimension=SCORE, low=low, high=high, value=None, figure=None, precision=Decimal("0.5")
    )


def _whole(value: Decimal, other: Draft) -> bool:
    return value == value.to_integral_value() and 0 <= value <= MAX_SCORE and other.scale == 1


def _range(words: list[Word], first: Draft, last: Draft, sort: str) -> Draft | None:
    own_unit = first.unit is not NO_UNIT
    first = _inherit(first, last)
    if own_unit and last.unit is NO_UNIT and first.dimension.startswith(CURRENCY):
        last = _as_money(first, last)
    if first.value is None or last.value is None or first.dimension != last.dimension or first.value >= last.value:
        return None
    if sort == "to" and own_unit and first.unit.dimension != TEMPERATURE and _change_before(words, first.start):
        return None
    if sort == "or" and last.value > first.value * MAX_COUNT_OF_OR + 1:
        return None
    return between(first.start, last.end, first, last)


def _as_money(first: Draft, last: Draft) -> Draft:
    """ "$5-7 billion": the second figure has the currency of the first."""
    value = first.unit.base(last.value or Decimal(0))
    return replace(last, low=value, high=value, value=value, unit=first.unit, dimension=first.dimension)
