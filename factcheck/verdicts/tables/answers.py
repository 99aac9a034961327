"""What a table's cells say to a claim: looked up, added, subtracted or divided, and compared with its value."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facets import dates
from factcheck.facets.quantities import Quantity
from factcheck.facets.quantities.value import MULTIPLE, PERCENT, RATIO
from factcheck.model import Relation
from factcheck.verdicts.tables.arithmetic import DATE, NUMBER, Answer, lookup, where
from factcheck.verdicts.tables.orders import comparison, direction_of, ranked
from factcheck.verdicts.tables.pairs import change, difference, ratio
from factcheck.verdicts.tables.question import Key, Question, axes, matching
from factcheck.verdicts.tables.reading import Fact, Table
from factcheck.verdicts.tables.wholes import share, summed
from factcheck.verdicts.tables.words import cues


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
        return ratio(question, value, items)
    if "rise" in said or "fall" in said:
        return change(table, question, value, items)
    if {"more", "less", "gap", "ahead"} & said.keys():
        return difference(question, value, items)
    if {"most", "least"} & said.keys() or question.ranks:
        return None
    if "total" in said and not _total_measure(question):
        return summed(table, question, value, items)
    if value.unit in (PERCENT, RATIO) and not question.in_percent:
        return share(table, question, value, items)
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
