"""What the header of a column says, and the figure or date of one cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from factcheck.facets import dates, quantities
from factcheck.facets.dates import DateValue
from factcheck.facets.quantities import Bound
from factcheck.facets.quantities.value import COUNT, PERCENT
from factcheck.model import Span
from factcheck.verdicts.tables.words import CAMEL, PIECE, cues
from factcheck.verdicts.words import plain

LONGEST_UNIT, LONGEST_SYMBOL = 3, 3
# A cell or a header with more characters holds no figure, or is read no further.
LONGEST_FIGURE, LONGEST_HEADER = 24, 200
YEARS = (1500, 2100)
_NUMBER = re.compile(r"[-−–]?\s?(?:\d{1,3}(?:[,'’ \u00a0\u202f]\d{3})+|\d+)(?:\.\d+)?")
_MAGNITUDES = {
    "bn": "billion", "b": "billion", "m": "million", "mn": "million", "mln": "million", "mio": "million",
    "k": "thousand", "tn": "trillion", "thousands": "thousand", "millions": "million", "billions": "billion",
}  # fmt: skip
# "('000)", "(000s)", "x 1,000": the figures of the column are thousands.
_THOUSANDS = re.compile(
    r"['’‘`]000s?\b|(?<!\d)000s\b|(?<![\w,.])[x×]\s?1[,.]?000\b|(?<=\()1[,.]?000s?(?=\))", re.IGNORECASE
)
_DOLLARS = re.compile(r"\bU\.?S\.?\s?\$")
_SIDES = frozenset({"from", "to", "by"})


@dataclass(frozen=True, slots=True)
class Unit:
    """What a header says of its figures: the dimension, its name, and what a written 1 stands for in the base unit."""

    dimension: str
    name: str
    factor: Decimal


@dataclass(frozen=True, slots=True)
class Measure:
    """What a column measures: the words of its header without its units and its time.

    `units` are the ways to read its unit ("m" is metres or millions); `reference` are the words after "over" or
    "versus", from which the figures are counted; `sides` are its words that stand after "from", "to" or "by", with
    them; `dated` says that its cells are dates.
    """

    words: tuple[str, ...]
    units: tuple[Unit, ...]
    reference: tuple[str, ...] = ()
    sides: tuple[tuple[str, str], ...] = ()
    dated: bool = False


def read_header(
    header: str,
) -> tuple[tuple[str, ...], tuple[Unit, ...], DateValue | None, tuple[str, ...], tuple[tuple[str, str], ...]]:
    """A header's words, its unit and its time, the words after "over" or "versus", and those after "from" and "to"."""
    written = _DOLLARS.sub("$", header[:LONGEST_HEADER].replace("_", " "))
    spaced = CAMEL.sub(" ", _THOUSANDS.sub(" thousand ", written))
    when, spaced = _time_of(spaced)
    parts = [piece.group() for piece in PIECE.finditer(spaced)]
    per = next((i for i, part in enumerate(parts) if i and part.lower() == "per"), len(parts))
    parts, rate = parts[:per], parts[per + 1 :]
    parts, units = _without_unit(parts)
    if not units and rate:
        rate, units = _without_unit(rate)
    words = [plain(part) for part in (*parts, *rate) if part[0].isalpha()]
    cut = next((i for i, word in enumerate(words) if i and word in cues("reference")), len(words))
    sides = tuple((one, two) for one, two in pairwise(words[:cut]) if one in _SIDES)
    return tuple(w for w in words[:cut] if w not in cues("small")), units, when, tuple(words[cut + 1 :]), sides


def _without_unit(parts: list[str]) -> tuple[list[str], tuple[Unit, ...]]:
    """The words of a header without the unit that they end in; a header that is but a unit's word keeps it."""
    for size in range(min(LONGEST_UNIT, len(parts)), 0, -1):
        units = _units_of(tuple(parts[-size:]))
        if units:
            rest = parts[:-size]
            return (rest or [part for part in parts if len(part) > LONGEST_SYMBOL]), units
    return parts, ()


def _time_of(header: str) -> tuple[DateValue | None, str]:
    """The time that a header names ("Passengers 2019", "Q1 2023"), and the header without it."""
    when = next((d for d in dates.find_text(header) if d.start is not None), None)
    if when is not None:
        return when, header[: when.span.start] + " " + header[when.span.end :]
    years = [(match, year) for match in re.finditer(r"\d{4}", header) if (year := date_of(match.group())) is not None]
    if len(years) != 1:
        return None, header
    match, year = years[0]
    return year, header[: match.start()] + " " + header[match.end() :]


@lru_cache(maxsize=4096)
def _units_of(parts: tuple[str, ...]) -> tuple[Unit, ...]:
    if parts[0] not in "%$€£¥°" and parts[0].lower() in cues("time"):
        return ()
    scaled = tuple(_MAGNITUDES.get(part.lower(), part) for part in parts)
    codes = tuple(part.upper() if len(part) == 3 else part for part in scaled)
    tried = [
        " ".join(parts),
        " ".join(p.lower() for p in parts),
        " ".join(scaled),
        " ".join(codes),
        " ".join(reversed(codes)),
    ]
    found = [unit for words in dict.fromkeys(tried) if (unit := _unit_of(words)) is not None]
    return tuple(dict.fromkeys(found))


def _unit_of(words: str) -> Unit | None:
    text = f"{words[0]}2{words[1:]}" if words[0] in "$€£¥" else f"2 {words}"
    whole = quantities.find_text(text)
    if len(whole) != 1 or whole[0].span != Span(0, len(text)) or whole[0].value is None:
        return None
    return Unit(whole[0].unit, whole[0].written_unit, whole[0].value / 2)


_PLAIN = Unit(COUNT, "", Decimal(1))
_PERCENT = Unit(PERCENT, PERCENT, Decimal(1))


def unit_of_bare(words: Sequence[str], figures: Sequence[Decimal]) -> tuple[Unit, ...]:
    """The unit of a header that names none: a column of shares is in percent unless it may be in parts of one."""
    shares = not cues("share").isdisjoint(words) and any(abs(figure) > 1 for figure in figures)
    return (_PERCENT, _PLAIN) if shares else (_PLAIN,)


@lru_cache(maxsize=8192)
def figure_of(text: str) -> Decimal | None:
    """The number of a cell that holds one number, as written; None for anything else."""
    if len(text) > LONGEST_FIGURE:
        return None
    bare = text.strip().strip("%$€£¥ ").strip()
    if _NUMBER.fullmatch(bare):
        return Decimal(re.sub(r"[,'’\s]", "", bare).replace("−", "-").replace("–", "-"))
    found = quantities.find_text(text)
    if len(found) == 1 and found[0].span == Span(0, len(text)) and found[0].bound is Bound.EXACT:
        return found[0].figure
    return None


def cell_unit(text: str) -> Unit | None:
    """The unit that a cell names beside its figure."""
    found = quantities.find_text(text)
    if len(found) != 1 or not found[0].figure or found[0].value is None:
        return None
    read = found[0]
    factor = found[0].value / found[0].figure
    return Unit(read.unit, read.written_unit, factor) if (read.unit, factor) != (COUNT, Decimal(1)) else None


@lru_cache(maxsize=8192)
def date_of(text: str) -> DateValue | None:
    """The date of a cell that holds one and nothing else."""
    found = dates.find_text(text) if len(text) <= LONGEST_HEADER else ()
    if len(found) != 1 or found[0].span != Span(0, len(text)) or found[0].start is None:
        return None
    if text.isdigit() and not YEARS[0] <= int(text) <= YEARS[1]:
        return None
    return found[0]
