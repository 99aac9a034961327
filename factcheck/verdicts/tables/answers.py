"""What a table's cells say to a claim: looked up, added, subtracted or divided, and compared with its value."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.facets import dates
from factcheck.facets.quantities import Bound, Quantity
from factcheck.facets.quantities.value import MULTIPLE, PERCENT, PERCENTAGE_POINT, POINT, RATIO
from factcheck.model import Relation
from factcheck.verdicts.tables.arithmetic import (
    DATE,
    HUNDRED,
    NUMBER,
    Answer,
    Reckoned,
    held,
    lookup,
    minus,
    opposite,
    pair_of,
    reckon,
    result,
    size_of,
    where,
)
from factcheck.verdicts.tables.headers import Measure
from factcheck.verdicts.tables.orders import comparison, direction_of, in_time, ranked, set_against, sign_of
from factcheck.verdicts.tables.question import Key, Question, axes, matching
from factcheck.verdicts.tables.reading import Fact, Table
from factcheck.verdicts.tables.words import cues

# "Doubled" is said of anything near twice as much, and is an error only where it is far from it.
MULTIPLE_AGREES = Decimal("0.05")
MULTIPLE_NEAR = Decimal("0.15")


def answer(table: Table, question: Question) -> Answer | None:
    """What the table says to the question; None where it does not say it for certain."""
    found = _answer(table, question)
    if found is None or found.agrees:
        return found
    times = any(fact.time is not None for fact in found.facts) and not any(key.column == 0 for key in question.keys)
    named = {key.column for key in question.keys}
    told = not named - {0} or set(table.identity) <= named
    return found if question.sure and told and not times else None


def _answer(table: Table, question: Question) -> Answer | None:
    said = question.cues
    turned = {"rise", "fall"} & said.keys()
    if len(turned) > 1 or ("since" in said and not turned):
        return None
    if not question.values:
        return _without_value(table, question)
    return _each(table, question) if len(question.values) > 1 else _with_value(table, question, question.values[0])


def _with_value(table: Table, question: Question, value: Quantity) -> Answer | None:  # noqa: PLR0911 - one line an operation
    said, items = question.cues, _items(table, question)
    if value.unit == MULTIPLE:
        return _ratio(question, value, items)
    if "rise" in said or "fall" in said:
        return _change(table, question, value, items)
    if {"more", "less", "gap", "ahead"} & said.keys():
        return _difference(question, value, items)
    if {"most", "least"} & said.keys() or question.ranks:
        return None
    if "total" in said and not _total_measure(question):
        return _sum(table, question, value, items)
    if value.unit in (PERCENT, RATIO) and not _in_percent(question.measures):
        return _share(table, question, value, items)
    return lookup(value, items[0], NUMBER) if len(items) == 1 else None


def _without_value(table: Table, question: Question) -> Answer | None:
    items = _items(table, question)
    if question.dates:
        return _dated(question, items)
    if question.ranks or {"most", "least"} & question.cues.keys():
        return ranked(table, question, items)
    if "rise" in question.cues or "fall" in question.cues:
        return direction_of(table, question, items)
    if "more" in question.cues or "less" in question.cues:
        return comparison(question, items)
    return None


def _items(table: Table, question: Question) -> list[Fact]:
    """The cells that the claim names, in its order; one for each of several rows, times or columns, else none."""
    found: list[list[Fact]] = []
    several = [axis for axis in axes(question.keys) if len(axis) > 1]
    for measure in question.measures:
        if len(several) > 1 or (
            several and len(question.measures) > 1 and "ahead" not in question.cues and "gap" not in question.cues
        ):
            return []
        if several:
            rest = [key for key in question.keys if key not in several[0]]
            groups = [matching(table, measure, [*rest, key]) for key in several[0]]
        else:
            groups = [matching(table, measure, question.keys)]
        found.append([group[0] for group in groups] if all(len(group) == 1 for group in groups) else [])
    if len(question.measures) > 1 and several:
        full = [group for group in found if group]
        return full[0] if len(full) == 1 else []
    return [fact for group in found for fact in group] if all(found) else []


def _total_measure(question: Question) -> bool:
    return all(not cues("total-header").isdisjoint(m.words) for m in question.measures) or any(
        key.column and key.label.lower() in cues("total-row") for key in question.keys
    )


def _in_percent(measures: Sequence[Measure]) -> bool:
    """Whether one of the measures is given in percent."""
    return any(unit.dimension == PERCENT for m in measures for unit in m.units)


def _each(table: Table, question: Question) -> Answer | None:
    """Several values, each with its own row or time: "from 131 tonnes in 2018 to 88 in 2019"."""
    items = _items(table, question)
    several = next((axis for axis in axes(question.keys) if len(axis) > 1), [])
    if (
        len(items) != len(question.values)
        or len(several) != len(items)
        or {"more", "less", "share"} & question.cues.keys()
    ):
        return None
    if not _in_step(question, several):
        return None
    answers = [lookup(value, fact, NUMBER) for value, fact in zip(question.values, items, strict=True)]
    heard = [a for a in answers if a is not None]
    wrong = [a for a in heard if not a.agrees]
    if len(wrong) == 1 and len(heard) == len(answers):
        return wrong[0]
    if wrong or len(heard) != len(answers):
        return None
    direction = direction_of(table, question, items) if {"rise", "fall"} & question.cues.keys() else None
    if direction is not None and not direction.agrees:
        return direction
    shown = "; ".join(a.shown for a in heard)
    return Answer(True, NUMBER, heard[0].how, tuple(items), question.values[0].span, heard[0].found, shown)


def _in_step(question: Question, keys: Sequence[Key]) -> bool:
    """Whether values and keys take turns, or come one list after the other."""
    tokens = question.analysis
    marks = [(key.token, "k") for key in keys] + [(tokens.at(value.span)[0], "v") for value in question.values]
    order = "".join(mark for _, mark in sorted(marks))
    size = len(keys)
    return order in ("kv" * size, "vk" * size, "k" * size + "v" * size, "v" * size + "k" * size)


def _dated(question: Question, items: Sequence[Fact]) -> Answer | None:
    if len(items) != 1 or len(question.dates) != 1 or items[0].date is None:
        return None
    value, fact = question.dates[0], items[0]
    outcome = dates.compare(value, items[0].date)
    if outcome.relation is Relation.INCOMPARABLE:
        return None
    agrees = outcome.relation is Relation.AGREES
    shown = fact.cell.text if agrees else f"{fact.cell.text}; the draft says {value.text}"
    return Answer(
        agrees, outcome.code or DATE, outcome.how, (fact,), value.span, fact.cell.text, f"{where(fact)}: {shown}"
    )


def _sum(table: Table, question: Question, value: Quantity, items: Sequence[Fact]) -> Answer | None:
    """ "Together", "in all": of the cells that are named, or of all rows."""
    sums = [fact for fact in matching(table, question.measures[0], question.keys) if fact.total]
    if len(sums) == 1 and not any(key.column for key in question.keys):
        return lookup(value, sums[0], NUMBER)
    facts = list(items) if len(items) > 1 else _all_rows(table, question)
    times = [key for key in question.keys if key.column == 0]
    parts = [reckon(fact, value.unit) for fact in facts]
    if len(facts) < 2 or len(times) > 1 or len({f.measure.units for f in facts}) > 1:
        return None
    known = [part for part in parts if part is not None]
    if len(known) != len(facts) or facts[0].quantity(value.unit) is None:
        return None
    total = Reckoned(*(sum((getattr(p, side) for p in known), Decimal(0)) for side in ("value", "low", "high")))
    return held(value, total, facts, " + ".join(fact.cell.text for fact in facts))


def _all_rows(table: Table, question: Question) -> list[Fact]:
    """Every row's cell, where the claim speaks of them all and nothing is missing."""
    if any(key.column for key in question.keys) or len(question.measures) != 1:
        return []
    if table.timed and not any(key.column == 0 for key in question.keys):
        return []
    facts = [f for f in matching(table, question.measures[0], question.keys) if not f.total]
    return facts if len(facts) == table.rows else []


def _difference(question: Question, value: Quantity, items: Sequence[Fact]) -> Answer | None:
    """ "14 points behind", "three more than", "12 percent higher than"."""
    pair = pair_of(items, value.unit)
    sign = sign_of(question)
    if pair is None or sign is None:
        return None
    one, two = pair
    if value.unit == PERCENT and not _in_percent(question.measures):
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


def _change(table: Table, question: Question, value: Quantity, items: Sequence[Fact]) -> Answer | None:
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
    if value.unit == PERCENT and not _in_percent(question.measures):
        return _relative(question, value, pair, ordered, sign)
    cued = before_value in (question.cues.get("rise"), question.cues.get("fall"))
    if value.unit == PERCENT or (lead not in ("by", "of") and not cued):
        return None
    return _signed(question, value, minus(pair[1], pair[0]), (ordered[1], ordered[0]), sign)


def _ratio(question: Question, value: Quantity, items: Sequence[Fact]) -> Answer | None:
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


def _share(table: Table, question: Question, value: Quantity, items: Sequence[Fact]) -> Answer | None:
    """ "40 percent of the total", "half of": of a wider column, of the row that sums up, or of all rows."""
    if len(items) != 1:
        return None
    part = items[0]
    wholes, complete = _wholes(table, question, part)
    parts = [w for fact in wholes if (w := reckon(fact, "")) is not None]
    own = reckon(part, "")
    if own is None or not parts or len(parts) != len(wholes):
        return None
    total = sum((p.value for p in parts), Decimal(0))
    slack = sum((p.high - p.value for p in parts), Decimal(0))
    if total - slack <= 0:
        return None
    share = Reckoned(
        HUNDRED * own.value / total, HUNDRED * own.low / (total + slack), HUNDRED * own.high / (total - slack)
    )
    whole = wholes[0].cell.text if len(wholes) == 1 else f"({' + '.join(f.cell.text for f in wholes)})"
    found = held(value, share, (part, *wholes), f"{part.cell.text} ÷ {whole}", unit=" %")
    if found is not None and not found.agrees and not complete and not _above(value, share):
        return None
    return found


def _above(value: Quantity, share: Reckoned) -> bool:
    """Whether a share is too large even if the table leaves rows out."""
    claimed = (value.value or Decimal(0)) * (HUNDRED if value.unit == RATIO else 1)
    return claimed > share.high


def _wholes(table: Table, question: Question, part: Fact) -> tuple[list[Fact], bool]:
    """The cells that make up the whole, and whether they are surely all of it."""
    if question.whole is not None:
        return matching(table, question.whole, question.keys), True
    labels = [key for key in question.keys if key.column]
    if len(labels) != 1:
        return [], False
    rest = [key for key in question.keys if key is not labels[0]]
    facts = matching(table, part.measure, rest)
    totals = [fact for fact in facts if fact.total]
    if totals:
        return (totals, True) if len(totals) == 1 else ([], False)
    single = len({column for fact in facts for column, _ in fact.labels}) >= 1 and len(facts) == table.rows
    return (facts, False) if single and len(facts) > 1 else ([], False)
