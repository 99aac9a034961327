"""What a quantity is: a number in a text, with its unit, its margin, and the thing that is counted or measured."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Span

COUNT = "count"
ORDINAL = "ordinal"
RATIO = "ratio"
PERCENT = "percent"
PERCENTAGE_POINT = "percentage-point"
POINT = "point"
MULTIPLE = "multiple"
SCORE = "score"
AGE = "age"
DURATION = "duration"
TEMPERATURE = "temperature"
MASS = "mass"
CURRENCY = "currency:"


class Bound(StrEnum):
    """What a number says of the true value."""

    EXACT = "exact"
    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    AT_MOST = "at-most"
    LESS_THAN = "less-than"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a text gives it, in the base unit of what it measures.

    `span` covers the whole expression: "more than $3.2 million". `low` and `high` are the closed interval that it
    asserts, None where that side is open. `value` is the central figure; a range, a score and a vague word have none.
    `precision` is half a unit of the last significant place as written. `unit` is the dimension ("length", "percent",
    "currency:CAD", "count", "age", …), `written_unit` the unit's name in the text ("mile"), `figure` the number as
    written, without its magnitude ("3.2"), `noun` the lemma of what is counted or measured, `head` its token,
    `token` the expression's own topmost token; both are None without a parse.
    """

    span: Span
    text: str
    low: Decimal | None
    high: Decimal | None
    value: Decimal | None
    precision: Decimal
    approximate: bool
    bound: Bound
    unit: str
    written_unit: str = ""
    figure: Decimal | None = None
    noun: str | None = None
    head: int | None = None
    token: int | None = None

    @property
    def vague(self) -> bool:
        """Whether the words name no figure at all: "dozens", "several"."""
        return self.approximate and self.value is None
