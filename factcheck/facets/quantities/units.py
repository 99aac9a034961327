"""Units of measurement and currencies: the table, and finding a unit in the words of a text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from factcheck.facets.quantities.words import Word, hyphen, scan, touching
from factcheck.facets.tables import rows


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its name, what it measures, and how its figures become figures in the base unit."""

    name: str
    dimension: str
    factor: Decimal
    offset: Decimal = Decimal(0)

    def base(self, figure: Decimal) -> Decimal:
        """The figure in the dimension's base unit."""
        return (figure + self.offset) * self.factor


@dataclass(frozen=True, slots=True)
class Found:
    """A unit that stands in a text, and the place after its last word."""

    unit: Unit
    end: int


NO_UNIT = Unit("", "count", Decimal(1))
_PAIR = 2


def unit_after(words: list[Word], i: int) -> Found | None:
    """The unit that the words from `i` on name, the longest first; a hyphen may tie it to its number."""
    if i >= len(words):
        return None
    attached = touching(words, i)
    if attached and (unit := _attached().get(words[i].text)) and not hyphen(words, i + 1):
        return Found(unit, i + 1)
    if hyphen(words, i):
        i += 1
    for forms, exact in ((_phrases(), False), (_symbols(), True)):
        for form, unit in forms.get(words[i].text if exact else words[i].lower, ()):
            if _matches(words, i, form, exact):
                return Found(unit, i + len(form))
    return None


def unit_of_sign(sign: str) -> Unit:
    """The currency of a sign in front of a number: "C$"."""
    return _signs()[sign]


def unit_named(name: str) -> Unit:
    """The unit with that name in the table."""
    return _named()[name]


def _matches(words: list[Word], i: int, form: tuple[str, ...], exact: bool) -> bool:
    if i + len(form) > len(words):
        return False
    return all((words[i + k].text if exact else words[i + k].lower) == part for k, part in enumerate(form))


@cache
def _units() -> tuple[tuple[Unit, tuple[str, ...]], ...]:
    found = []
    for name, dimension, factor, offset, *forms in rows("units.tsv"):
        above, _, below = factor.partition("/")
        unit = Unit(name, dimension, Decimal(above) / Decimal(below or 1), Decimal(offset or 0))
        found.append((unit, tuple(forms)))
    return tuple(found)


@cache
def _named() -> dict[str, Unit]:
    return {unit.name: unit for unit, _ in _units()}


@cache
def _signs() -> dict[str, Unit]:
    return {sign: unit for unit, forms in _units() for sign in forms[3].split(",") if sign}


@cache
def _attached() -> dict[str, Unit]:
    return {form: unit for unit, forms in _units() for form in forms[2].split(",") if form}


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], Unit]]]:
    return _by_first(0)


@cache
def _symbols() -> dict[str, list[tuple[tuple[str, ...], Unit]]]:
    return _by_first(1)


def _by_first(column: int) -> dict[str, list[tuple[tuple[str, ...], Unit]]]:
    found: dict[str, list[tuple[tuple[str, ...], Unit]]] = {}
    for unit, forms in _units():
        for form in filter(None, forms[column].split(",")):
            parts = tuple(word.text for word in scan(form))
            found.setdefault(parts[0], []).append((parts, unit))
            if column == 0 and len(parts) == _PAIR:
                found[parts[0]].append(((parts[0], "-", parts[1]), unit))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found
