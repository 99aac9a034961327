"""Reckoning with the cells of a table: their rounding is carried along, and the sum is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.facets import quantities
from factcheck.facets.quantities import Bound, Quantity
from factcheck.facets.quantities.value import MULTIPLE, PERCENT, RATIO
from factcheck.model import Comparison, Relation, Span
from factcheck.verdicts.tables.question import Question
from factcheck.verdicts.tables.reading import Fact

NUMBER, ARITHMETIC, DATE, DIRECTION, RANK = "FC201", "FC203", "FC301", "FC502", "FC503"
# A figure that its note gives only roughly ("over 300000") may lie this share away from it.
ROUGH = Decimal("0.1")
HUNDRED = Decimal(100)
# Larger figures are shown in powers of ten.
LARGEST = Decimal(10) ** 20
# "$" in a draft may be the dollar of the table, and then confirms; it accuses nobody.
ANY_DOLLAR = "currency:$"
DOLLARS = frozenset(f"currency:{code}" for code in ("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD"))
INCOMPARABLE = Comparison(Relation.INCOMPARABLE, "currency")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a table says to a claim: whether it agrees, which rule it breaks, the cells, and the reckoning.

    `facts` are the cells, the first of them the place that is shown; `span` is in the claim's text; `found` is the
    value that the table has, `shown` how it is come by.
    """

    agrees: bool
    code: str
    how: str
    facts: tuple[Fact, ...]
    span: Span
    found: str
    shown: str


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A computed value with the limits that the rounding of its cells leaves open."""

    value: Decimal
    low: Decimal
    high: Decimal


def reckon(fact: Fact, unit: str) -> Reckoned | None:
    """A cell as a number of that unit, or of its own; None where it is none."""
    quantity = fact.quantity(unit) or (fact.quantity(fact.measure.units[0].dimension) if fact.measure.units else None)
    if quantity is None or quantity.value is None:
        return None
    slack = quantity.precision if _exact(quantity) else abs(quantity.value) * ROUGH
    return Reckoned(quantity.value, quantity.value - slack, quantity.value + slack)


def _exact(value: Quantity) -> bool:
    return value.bound is Bound.EXACT and not value.approximate


def pair_of(items: Sequence[Fact], unit: str) -> tuple[Reckoned, Reckoned] | None:
    """Two cells of one unit as numbers."""
    if len(items) != 2 or items[0].measure.units != items[1].measure.units:
        return None
    one, two = reckon(items[0], unit), reckon(items[1], unit)
    return None if one is None or two is None else (one, two)


def minus(one: Reckoned, two: Reckoned) -> Reckoned:
    """The first less the second."""
    return Reckoned(one.value - two.value, one.low - two.high, one.high - two.low)


def size_of(gap: Reckoned) -> Reckoned:
    """A difference without its sign."""
    return gap if gap.value >= 0 else Reckoned(-gap.value, -gap.high, -gap.low)


def lookup(value: Quantity, fact: Fact, code: str) -> Answer | None:
    """One cell against a value; None where they cannot be compared."""
    theirs = fact.quantity(value.unit)
    if theirs is None and value.unit == RATIO:
        theirs = fact.quantity(PERCENT)
    if theirs is None:
        return None
    outcome = quantities.compare(value, theirs)
    if outcome.relation is Relation.INCOMPARABLE and value.unit == ANY_DOLLAR and theirs.unit in DOLLARS:
        outcome = quantities.compare(value, replace(theirs, unit=ANY_DOLLAR))
        outcome = outcome if outcome.relation is Relation.AGREES else INCOMPARABLE
    if outcome.relation is Relation.INCOMPARABLE:
        return None
    agrees = outcome.relation is Relation.AGREES
    shown = fact.cell.text if agrees else f"{fact.cell.text}; the draft says {value.text}"
    return Answer(
        agrees, outcome.code or code, outcome.how, (fact,), value.span, fact.cell.text, f"{where(fact)}: {shown}"
    )


def held(value: Quantity, reckoned: Reckoned, facts: Sequence[Fact], shown: str, *, unit: str = "") -> Answer | None:
    """A computed value against the claim's: the rounding of the cells is no error."""
    percent = unit == " %"
    theirs = replace(
        value,
        low=reckoned.value,
        high=reckoned.value,
        value=reckoned.value,
        precision=min((reckoned.high - reckoned.value), value.precision),
        approximate=False,
        bound=Bound.EXACT,
        unit=PERCENT if percent else value.unit,
        written_unit="percent" if percent else value.written_unit,
        figure=reckoned.value,
    )
    outcome = quantities.compare(value, theirs)
    scale = HUNDRED if percent and value.unit == RATIO else Decimal(1)
    low, high = ((None if x is None else x * scale) for x in (value.low, value.high))
    touching = (low is None or low <= reckoned.high) and (high is None or reckoned.low <= high)
    if outcome.relation is Relation.AGREES:
        return result(value, reckoned, facts, shown, unit=unit, agrees=True)
    if outcome.relation is Relation.DIFFERS and not touching:
        return result(value, reckoned, facts, shown, unit=unit, agrees=False)
    return None


def result(
    value: Quantity,
    reckoned: Reckoned,
    facts: Sequence[Fact],
    shown: str,
    *,
    unit: str,
    agrees: bool,
) -> Answer:
    """The outcome of a reckoning, with the reckoning in words."""
    result = _figure(reckoned.value, facts[0], unit, value)
    text = f"{shown} = {result}" + ("" if agrees else f"; the draft says {value.text}")
    return Answer(agrees, ARITHMETIC, "computed", tuple(facts), value.span, result, text)


def opposite(
    question: Question, span: Span, gap: Reckoned, facts: Sequence[Fact], shown: str, *, unit: str = ""
) -> Answer:
    """A claim that something rose, or is more, where it fell, or is less."""
    said = span.of(question.analysis.text)
    cue = question.cues.get("rise", question.cues.get("fall", question.cues.get("more", question.cues.get("less"))))
    token = question.analysis.tokens[cue] if cue is not None else None
    span, said = (Span(token.start, token.end), token.text) if token is not None else (span, said)
    result = _figure(gap.value, facts[0], unit, None)
    return Answer(
        False, DIRECTION, "opposite", tuple(facts), span, result, f"{shown} = {result}; the draft says {said}"
    )


def _figure(value: Decimal, fact: Fact, unit: str, claimed: Quantity | None) -> str:
    """A computed value as the table would write it."""
    if not unit and (claimed is None or claimed.unit != MULTIPLE):
        factor = next((u.factor for u in fact.measure.units if claimed is None or u.dimension == claimed.unit), None)
        value = value / (factor or fact.measure.units[0].factor)
    if abs(value) >= LARGEST:
        return f"{value:.3e}{unit}"
    rounded = value.quantize(Decimal("0.1")) if unit or value != value.quantize(Decimal("0.01")) else value
    text = f"{rounded.normalize():,f}"
    return text.replace("-", "−") + unit


def where(fact: Fact) -> str:
    """The cell as a locator names it."""
    return f"row {fact.cell.row}, {fact.cell.header or f'column {fact.cell.column}'}"
