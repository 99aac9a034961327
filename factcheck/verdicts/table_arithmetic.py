"""What a table's cells say to a claim: looked up, added, subtracted, divided or ranked, and compared with its value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.facets import dates, quantities
from factcheck.facets.quantities import Bound, Quantity
from factcheck.facets.quantities_value import MULTIPLE, PERCENT, PERCENTAGE_POINT, POINT, RATIO
from factcheck.model import Comparison, Relation, Span
from factcheck.verdicts.table_lookup import Key, Question, axes, fits, matching
from factcheck.verdicts.table_reading import Fact, Measure, Table, cues

NUMBER, ARITHMETIC, DATE, DIRECTION, RANK = "FC201", "FC203", "FC301", "FC502", "FC503"
# "Doubled" is said of anything near twice as much, and is an error only where it is far from it.
MULTIPLE_AGREES = Decimal("0.05")
MULTIPLE_NEAR = Decimal("0.15")
# A figure that its note gives only roughly ("over 300000") may lie this share away from it.
ROUGH = Decimal("0.1")
# Words before a second key that set it against the first: "more than B", "ahead of B".
AGAINST = frozenset(
    {"than", "of", "behind", "over", "as", "trail", "lead", "exceed", "trailed", "led", "exceeded", "beat", "defeated"}
)
HUNDRED = Decimal(100)
# "$" in a draft may be the dollar of the table, and then confirms; it accuses nobody.
ANY_DOLLAR = "currency:$"
DOLLARS = frozenset(f"currency:{code}" for code in ("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD"))
INCOMPARABLE = Comparison(Relation.INCOMPARABLE, "currency")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a table says to a claim: whether it agrees, by which rule it does not, the cells, and the reckoning in words."""

    agrees: bool
    code: str
    how: str
    facts: tuple[Fact, ...]
    span: Span
    found: str
    shown: str


@dataclass(frozen=True, slots=True)
class _Reckoned:
    """A computed value with the limits that the rounding of its cells leaves open."""

    value: Decimal
    low: Decimal
    high: Decimal


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
    if len(question.values) > 1:
        return _each(table, question)
    value = question.values[0]
    items = _items(table, question)
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
    return _lookup(value, items[0], NUMBER) if len(items) == 1 else None


def _without_value(table: Table, question: Question) -> Answer | None:
    items = _items(table, question)
    if question.dates:
        return _dated(question, items)
    if question.ranks or {"most", "least"} & question.cues.keys():
        return _ranked(table, question, items)
    if "rise" in question.cues or "fall" in question.cues:
        return _direction(table, question, items)
    if "more" in question.cues or "less" in question.cues:
        return _comparison(question, items)
    return None


# --- cells ---------------------------------------------------------------------------------------


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
    return any(unit.dimension == PERCENT for m in measures for unit in m.units)


def _exact(value: Quantity) -> bool:
    return value.bound is Bound.EXACT and not value.approximate


def _reckon(fact: Fact, unit: str) -> _Reckoned | None:
    quantity = fact.quantity(unit) or (fact.quantity(fact.measure.units[0].dimension) if fact.measure.units else None)
    if quantity is None or quantity.value is None:
        return None
    slack = quantity.precision if _exact(quantity) else abs(quantity.value) * ROUGH
    return _Reckoned(quantity.value, quantity.value - slack, quantity.value + slack)


def _pair(items: Sequence[Fact], unit: str) -> tuple[_Reckoned, _Reckoned] | None:
    if len(items) != 2 or items[0].measure.units != items[1].measure.units:
        return None
    one, two = _reckon(items[0], unit), _reckon(items[1], unit)
    return None if one is None or two is None else (one, two)


# --- one value -----------------------------------------------------------------------------------


def _lookup(value: Quantity, fact: Fact, code: str) -> Answer | None:
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
        agrees, outcome.code or code, outcome.how, (fact,), value.span, fact.cell.text, f"{_where(fact)}: {shown}"
    )


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
    answers = [_lookup(value, fact, NUMBER) for value, fact in zip(question.values, items, strict=True)]
    heard = [a for a in answers if a is not None]
    wrong = [a for a in heard if not a.agrees]
    if len(wrong) == 1 and len(heard) == len(answers):
        return wrong[0]
    if wrong or len(heard) != len(answers):
        return None
    direction = _direction(table, question, items) if {"rise", "fall"} & question.cues.keys() else None
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
        agrees, outcome.code or DATE, outcome.how, (fact,), value.span, fact.cell.text, f"{_where(fact)}: {shown}"
    )


# --- reckoning -----------------------------------------------------------------------------------


def _sum(table: Table, question: Question, value: Quantity, items: Sequence[Fact]) -> Answer | None:
    """ "Together", "in all": of the cells that are named, or of all rows."""
    sums = [fact for fact in matching(table, question.measures[0], question.keys) if fact.total]
    if len(sums) == 1 and not any(key.column for key in question.keys):
        return _lookup(value, sums[0], NUMBER)
    facts = list(items) if len(items) > 1 else _all_rows(table, question)
    times = [key for key in question.keys if key.column == 0]
    parts = [_reckon(fact, value.unit) for fact in facts]
    if len(facts) < 2 or len(times) > 1 or len({f.measure.units for f in facts}) > 1:
        return None
    known = [part for part in parts if part is not None]
    if len(known) != len(facts) or facts[0].quantity(value.unit) is None:
        return None
    total = _Reckoned(*(sum((getattr(p, side) for p in known), Decimal(0)) for side in ("value", "low", "high")))
    return _held(question, value, total, facts, " + ".join(fact.cell.text for fact in facts))


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
    pair = _pair(items, value.unit)
    sign = _sign(question)
    if pair is None or sign is None:
        return None
    one, two = pair
    if value.unit == PERCENT and not _in_percent(question.measures):
        return _relative(question, value, (two, one), (items[1], items[0]), sign)
    return _signed(question, value, _minus(one, two), items, sign)


def _sign(question: Question) -> int | None:
    """1 where the claim puts its first key above its second, -1 below, 0 where it does not say; None when unclear."""
    said = question.cues
    if "more" in said and "less" in said:
        return None
    cue = said.get("more", said.get("less"))
    if cue is None:
        return 0 if "gap" in said else None
    keys = next((axis for axis in axes(question.keys) if len(axis) == 2), None)
    if keys is None:
        return None
    between = question.analysis.tokens[keys[0].token : keys[1].token]
    words = [token.lower for token in between]
    than = next((token.i for token in between if token.lower == "than"), None)
    placed = cue < than if than is not None else keys[0].token < cue < keys[1].token and not AGAINST.isdisjoint(words)
    if not placed or "compared" in words:
        return None
    return 1 if "more" in said else -1


def _minus(one: _Reckoned, two: _Reckoned) -> _Reckoned:
    return _Reckoned(one.value - two.value, one.low - two.high, one.high - two.low)


def _signed(question: Question, value: Quantity, gap: _Reckoned, items: Sequence[Fact], sign: int) -> Answer | None:
    """A difference of the size that the claim says, to the side that it says."""
    shown = f"{items[0].cell.text} − {items[1].cell.text}"
    if value.unit in (POINT, PERCENTAGE_POINT) and not all(
        u.dimension in (PERCENT, "count") for u in items[0].measure.units
    ):
        return None
    if value.unit not in (POINT, PERCENTAGE_POINT) and items[0].quantity(value.unit) is None:
        return None
    if sign and gap.value * sign < 0 and (gap.low > 0 or gap.high < 0):
        return _opposite(question, value.span, gap, items, shown)
    if gap.value < 0:
        shown = f"{items[1].cell.text} − {items[0].cell.text}"
    return _held(question, value, _size(gap), items, shown)


def _size(gap: _Reckoned) -> _Reckoned:
    return gap if gap.value >= 0 else _Reckoned(-gap.value, -gap.high, -gap.low)


def _relative(
    question: Question, value: Quantity, pair: tuple[_Reckoned, _Reckoned], items: Sequence[Fact], sign: int
) -> Answer | None:
    """A change in percent from the first of the pair to the second."""
    before, after = pair
    if before.low <= 0 or after.low < 0:
        return None
    change = _Reckoned(
        *(
            HUNDRED * (x / y - 1)
            for x, y in ((after.value, before.value), (after.low, before.high), (after.high, before.low))
        )
    )
    shown = f"({items[1].cell.text} − {items[0].cell.text}) ÷ {items[0].cell.text}"
    if sign and change.value * sign < 0 and (change.low > 0 or change.high < 0):
        return _opposite(question, value.span, change, items, shown, " %")
    if change.value < 0:
        shown = f"({items[0].cell.text} − {items[1].cell.text}) ÷ {items[0].cell.text}"
    return _held(question, value, _size(change), items, shown, " %")


def _change(table: Table, question: Question, value: Quantity, items: Sequence[Fact]) -> Answer | None:
    """ "Rose by 12 percent from 2019 to 2021", "fell to 88 tonnes in 2019"."""
    sign = 1 if "rise" in question.cues else -1
    ordered = _in_time(table, question, items)
    before_value = question.analysis.at(value.span)[0] - 1
    lead = question.analysis.tokens[before_value].lower if before_value >= 0 else ""
    if lead == "to" and items:
        direction = _direction(table, question, items) if len(ordered) == 2 else None
        found = _lookup(value, (ordered or list(items))[-1], NUMBER) if len(ordered) == 2 or len(items) == 1 else None
        if len(ordered) != 2 and found is not None and not found.agrees and items[0].time is None:
            return None
        return (
            direction if direction is not None and not direction.agrees and (found is None or found.agrees) else found
        )
    if lead == "from" or (pair := _pair(ordered, value.unit)) is None:
        return None
    if value.unit == PERCENT and not _in_percent(question.measures):
        return _relative(question, value, pair, ordered, sign)
    cued = before_value in (question.cues.get("rise"), question.cues.get("fall"))
    if value.unit == PERCENT or (lead not in ("by", "of") and not cued):
        return None
    return _signed(question, value, _minus(pair[1], pair[0]), (ordered[1], ordered[0]), sign)


def _in_time(table: Table, question: Question, items: Sequence[Fact]) -> list[Fact]:
    """The cells from the earlier to the later; beside a single one, the last ("since") or that of the year before."""
    times = [key for key in question.keys if key.column == 0]
    if len(items) == 2 and len(times) == 2:
        return sorted(items, key=lambda fact: str(fact.time))
    if len(items) != 1 or len(times) != 1 or not ("since" in question.cues or _during(question, times[0])):
        return []
    rest = [key for key in question.keys if key.column]
    line = [
        fact for fact in matching(table, items[0].measure, rest) if fact.time is not None and not fact.total
    ]
    line.sort(key=lambda fact: str(fact.time))
    years = [_year(fact) for fact in line]
    if None in years or len(set(years)) != len(years):
        return []
    place = line.index(items[0])
    if "since" in question.cues:
        return [items[0], line[-1]] if place < len(line) - 1 else []
    return [line[place - 1], items[0]] if place and (years[place - 1] or 0) + 1 == years[place] else []


def _during(question: Question, key: Key) -> bool:
    """Whether what is said happened in the year of a key, and was not counted from it: "in 2020", not "over 2020"."""
    before = question.analysis.tokens[max(0, key.token - 1)].lower
    return before in ("in", "during")


def _year(fact: Fact) -> int | None:
    """The year whose figure a fact is; None for any other stretch of time."""
    start, end = fact.time or (None, None)
    first, last = getattr(start, "year", None), getattr(end, "year", None)
    whole = first == last and getattr(start, "month", 0) == 1 and getattr(end, "month", 0) == 12
    return first if whole else None


def _ratio(question: Question, value: Quantity, items: Sequence[Fact]) -> Answer | None:
    """ "Doubled from 2019 to 2020", "twice as many as", "twenty-fold"."""
    times = [key for key in question.keys if key.column == 0]
    ordered = sorted(items, key=lambda fact: str(fact.time)) if len(times) == 2 else [*reversed(items)]
    if len(times) != 2 and not _set_against(question):
        return None
    pair = _pair(ordered, question.values[0].unit)
    if pair is None or value.value is None or pair[0].low <= 0 or pair[1].low <= 0:
        return None
    before, after = pair
    shown = f"{ordered[1].cell.text} ÷ {ordered[0].cell.text}"
    if "fall" in question.cues and value.value > 1:
        before, after, shown = after, before, f"{ordered[0].cell.text} ÷ {ordered[1].cell.text}"
    ratio = _Reckoned(after.value / before.value, after.low / before.high, after.high / before.low)
    if value.value != 1 and (ratio.value - 1) * (value.value - 1) < 0:
        return _opposite(question, value.span, ratio, ordered, shown)
    near = abs(ratio.value / value.value - 1)
    if near <= MULTIPLE_AGREES or (
        value.low is not None and value.high is not None and value.low <= ratio.value <= value.high
    ):
        return _found(question, value, ratio, ordered, shown, "", agrees=True)
    inside = ratio.low <= value.value <= ratio.high
    bounded = value.bound is not Bound.EXACT
    if near <= MULTIPLE_NEAR or inside or bounded:
        return None
    return _found(question, value, ratio, ordered, shown, "", agrees=False)


def _set_against(question: Question) -> bool:
    keys = next((axis for axis in axes(question.keys) if len(axis) == 2), None)
    if keys is None:
        return False
    words = [token.lower for token in question.analysis.tokens[keys[0].token : keys[1].token]]
    return "as" in words or "of" in words or "than" in words


def _share(table: Table, question: Question, value: Quantity, items: Sequence[Fact]) -> Answer | None:
    """ "40 percent of the total", "half of": of a wider column, of the row that sums up, or of all rows."""
    if len(items) != 1:
        return None
    part = items[0]
    wholes, complete = _wholes(table, question, part)
    parts = [w for fact in wholes if (w := _reckon(fact, "")) is not None]
    own = _reckon(part, "")
    if own is None or not parts or len(parts) != len(wholes):
        return None
    total = sum((p.value for p in parts), Decimal(0))
    slack = sum((p.high - p.value for p in parts), Decimal(0))
    if total - slack <= 0:
        return None
    share = _Reckoned(
        HUNDRED * own.value / total, HUNDRED * own.low / (total + slack), HUNDRED * own.high / (total - slack)
    )
    whole = wholes[0].cell.text if len(wholes) == 1 else f"({' + '.join(f.cell.text for f in wholes)})"
    found = _held(question, value, share, (part, *wholes), f"{part.cell.text} ÷ {whole}", " %")
    if found is not None and not found.agrees and not complete and not _above(value, share):
        return None
    return found


def _above(value: Quantity, share: _Reckoned) -> bool:
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


# --- without a value -----------------------------------------------------------------------------


def _direction(table: Table, question: Question, items: Sequence[Fact]) -> Answer | None:
    """ "Rose from 2019 to 2020": the later cell is the greater one."""
    ordered = _in_time(table, question, items)
    pair = _pair(ordered, "")
    cue = question.cues.get("rise", question.cues.get("fall", 0))
    if pair is None:
        return None
    return _side(
        question, cue, _minus(pair[1], pair[0]), (ordered[1], ordered[0]), 1 if "rise" in question.cues else -1
    )


def _comparison(question: Question, items: Sequence[Fact]) -> Answer | None:
    """ "More votes than": the first cell is the greater one."""
    pair, sign = _pair(items, ""), _sign(question)
    if pair is None or not sign:
        return None
    cue = question.cues.get("more", question.cues.get("less", 0))
    return _side(question, cue, _minus(*pair), items, sign)


def _side(question: Question, cue: int, gap: _Reckoned, items: Sequence[Fact], sign: int) -> Answer | None:
    token = question.analysis.tokens[cue]
    span = Span(token.start, token.end)
    if gap.low <= 0 <= gap.high:
        return None
    shown = f"{items[0].cell.text} − {items[1].cell.text}"
    if gap.value * sign < 0:
        return _opposite(question, span, gap, items, shown)
    found = f"{_where(items[0])}: {items[0].cell.text}, {_where(items[1])}: {items[1].cell.text}"
    return Answer(True, DIRECTION, "computed", tuple(items), span, items[0].cell.text, found)


def _ranked(table: Table, question: Question, items: Sequence[Fact]) -> Answer | None:
    """ "The largest", "the second highest", "most votes": the place of a cell among its column's."""
    order, least, cue = _order(question)
    if len(items) != 1 or order < 1 or len(question.measures) != 1:
        return None
    labels = [key for key in question.keys if key.column]
    own = (labels or list(question.keys))[0] if len(labels) <= 1 and question.keys else None
    if own is None or items[0].total or items[0].figure is None:
        return None
    rest = [key for key in question.keys if key is not own]
    line = [f for f in matching(table, items[0].measure, rest) if not f.total and f.figure is not None]
    if len(line) != table.rows or (own.column == 0 and any(not fits(f, own) and f.time is None for f in line)):
        return None
    figures = sorted({f.figure for f in line if f.figure is not None}, reverse=not least)
    if len(figures) != len(line) or order > len(figures):
        return None
    place = figures.index(items[0].figure) + 1
    named = "lowest" if least else "highest"
    token = question.analysis.tokens[cue]
    span = question.ranks[0].span if question.ranks else Span(token.start, token.end)
    at = next(f for f in line if f.figure == figures[order - 1])
    said = f"{_where(at)}: {at.cell.text}"
    if place == order:
        return Answer(
            True, RANK, "computed", tuple(items), span, items[0].cell.text, f"{said} is number {order} from the {named}"
        )
    shown = f"{_where(items[0])}: {items[0].cell.text} is number {place} from the {named}, not {order}; {said}"
    return Answer(False, RANK, "computed", (items[0], at), span, items[0].cell.text, shown)


def _order(question: Question) -> tuple[int, bool, int]:
    """Which place the claim names, whether from the lower end, and the token that says so; 0 where it is unclear."""
    said = question.cues
    if len(question.ranks) > 1 or ("most" in said and "least" in said):
        return 0, False, 0
    if question.ranks:
        rank = question.ranks[0]
        clear = rank.by is not None and not rank.only and not rank.one_of and rank.since is None
        return (rank.order if clear else 0), rank.least, rank.head
    return 1, "least" in said, said.get("most", said.get("least", 0))


# --- outcomes ------------------------------------------------------------------------------------


def _held(
    question: Question, value: Quantity, reckoned: _Reckoned, facts: Sequence[Fact], shown: str, unit: str = ""
) -> Answer | None:
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
        return _found(question, value, reckoned, facts, shown, unit, agrees=True)
    if outcome.relation is Relation.DIFFERS and not touching:
        return _found(question, value, reckoned, facts, shown, unit, agrees=False)
    return None


def _found(
    question: Question,
    value: Quantity,
    reckoned: _Reckoned,
    facts: Sequence[Fact],
    shown: str,
    unit: str,
    *,
    agrees: bool,
) -> Answer:
    result = _figure(reckoned.value, facts[0], unit, value)
    text = f"{shown} = {result}" + ("" if agrees else f"; the draft says {value.text}")
    return Answer(agrees, ARITHMETIC, "computed", tuple(facts), value.span, result, text)


def _opposite(
    question: Question, span: Span, gap: _Reckoned, facts: Sequence[Fact], shown: str, unit: str = ""
) -> Answer:
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
    rounded = value.quantize(Decimal("0.1")) if unit or value != value.quantize(Decimal("0.01")) else value
    text = f"{rounded.normalize():,f}"
    return text.replace("-", "−") + unit


def _where(fact: Fact) -> str:
    """The cell as a locator names it."""
    return f"row {fact.cell.row}, {fact.cell.header or f'column {fact.cell.column}'}"
