"""Two cells set against each other: by how much they differ, change or are multiples of each other."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.facets.quantities import Bound, Quantity
from factcheck.facets.quantities.value import PERCENT, PERCENTAGE_POINT, POINT
from factcheck.verdicts.tables.arithmetic import (
    HUNDRED,
    NUMBER,
    Answer,
    Reckoned,
    held,
    lookup,
    minus,
    opposite,
    pair_of,
    result,
    size_of,
)
from factcheck.verdicts.tables.orders import direction_of, in_time, set_against, sign_of
from factcheck.verdicts.tables.question import Question
from factcheck.verdicts.tables.reading import Fact, Table

# "Doubled" is said of anything near twice as much, and is an error only where it is far from it.
MULTIPLE_AGREES = Decimal("0.05")
MULTIPLE_NEAR = Decimal("0.15")


def difference(question: Question, value: Quantity, items: Sequence[Fact]) -> Answer | None:
    """ "14 points behind", "three more than", "12 percent higher than"."""
    pair = pair_of(items, value.unit)
    sign = sign_of(question)
    if pair is None or sign is None:
        return None
    one, two = pair
    if value.unit == PERCENT and not question.in_percent:
        return _relative(question, value, (two, one), (items[1], items[0]), sign)
    return _signed(question, value, minus(one, two), items, sign)


def _signed(question: Question, value: Quantity, gap: Reckoned, items: Sequence[Fact], sign: int) -> Answer | None:
    """A difference of the size that the claim says, to the side that it says."""
    shown = f"{items[0].cell.text} − {items[1].cell.text}"
    if value.unit in (POINT, PERCENTAGE_POINT) and not all(
        u.dimension in (PERCENT, "count") for u in items[0].measure.units
    ):
        return None
    if value.unit not in (POINT, PERCENTAGE_POINT) and items[0].quantity(value.unit) is None:
        return None
    if sign and gap.value * sign < 0 and (gap.low > 0 or gap.high < 0):
        return opposite(question, value.span, gap, items, shown)
    if gap.value < 0:
        shown = f"{items[1].cell.text} − {items[0].cell.text}"
    return held(value, size_of(gap), items, shown)


def _relative(
    question: Question, value: Quantity, pair: tuple[Reckoned, Reckoned], items: Sequence[Fact], sign: int
) -> Answer | None:
    """A change in percent from the first of the pair to the second."""
    before, after = pair
    if before.low <= 0 or after.low < 0:
        return None
    change = Reckoned(
        *(
            HUNDRED * (x / y - 1)
            for x, y in ((after.value, before.value), (after.low, before.high), (after.high, before.low))
        )
    )
    shown = f"({items[1].cell.text} − {items[0].cell.text}) ÷ {items[0].cell.text}"
    if sign and change.value * sign < 0 and (change.low > 0 or change.high < 0):
        return opposite(question, value.span, change, items, shown, unit=" %")
    if change.value < 0:
        shown = f"({items[0].cell.text} − {items[1].cell.text}) ÷ {items[0].cell.text}"
    return held(value, size_of(change), items, shown, unit=" %")


def change(table: Table, question: Question, value: Quantity, items: Sequence[Fact]) -> Answer | None:
    """ "Rose by 12 percent from 2019 to 2021", "fell to 88 tonnes in 2019"."""
    sign = 1 if "rise" in question.cues else -1
    ordered = in_time(table, question, items)
    before_value = question.analysis.at(value.span)[0] - 1
    lead = question.analysis.tokens[before_value].lower if before_value >= 0 else ""
    if lead == "to" and items:
        direction = direction_of(table, question, items) if len(ordered) == 2 else None
        found = lookup(value, (ordered or list(items))[-1], NUMBER) if len(ordered) == 2 or len(items) == 1 else None
        if len(ordered) != 2 and found is not None and not found.agrees and items[0].time is None:
            return None
        return (
            direction if direction is not None and not direction.agrees and (found is None or found.agrees) else found
        )
    if lead == "from" or (pair := pair_of(ordered, value.unit)) is None:
        return None
    if value.unit == PERCENT and not question.in_percent:
        return _relative(question, value, pair, ordered, sign)
    cued = before_value in (question.cues.get("rise"), question.cues.get("fall"))
    if value.unit == PERCENT or (lead not in ("by", "of") and not cued):
        return None
    return _signed(question, value, minus(pair[1], pair[0]), (ordered[1], ordered[0]), sign)


def ratio(question: Question, value: Quantity, items: Sequence[Fact]) -> Answer | None:
    """ "Doubled from 2019 to 2020", "twice as many as", "twenty-fold"."""
    times = [key for key in question.keys if key.column == 0]
    ordered = sorted(items, key=lambda fact: str(fact.time)) if len(times) == 2 else [*reversed(items)]
    if len(times) != 2 and not set_against(question):
        return None
    pair = pair_of(ordered, question.values[0].unit)
    if pair is None or value.value is None or pair[0].low <= 0 or pair[1].low <= 0:
        return None
    before, after = pair
    shown = f"{ordered[1].cell.text} ÷ {ordered[0].cell.text}"
    if "fall" in question.cues and value.value > 1:
        before, after, shown = after, before, f"{ordered[0].cell.text} ÷ {ordered[1].cell.text}"
    ratio = Reckoned(after.value / before.value, after.low / before.high, after.high / before.low)
    if value.value != 1 and (ratio.value - 1) * (value.value - 1) < 0:
        return opposite(question, value.span, ratio, ordered, shown)
    near = abs(ratio.value / value.value - 1)
    if near <= MULTIPLE_AGREES or (
        value.low is not None and value.high is not None and value.low <= ratio.value <= value.high
    ):
        return result(value, ratio, ordered, shown, unit="", agrees=True)
    inside = ratio.low <= value.value <= ratio.high
    bounded = value.bound is not Bound.EXACT
    if near <= MULTIPLE_NEAR or inside or bounded:
        return None
    return result(value, ratio, ordered, shown, unit="", agrees=False)
