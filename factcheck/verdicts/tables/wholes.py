"""Parts and their whole: the sum of several cells, and the share that a cell is of others."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.facets.quantities import Quantity
from factcheck.facets.quantities.value import RATIO
from factcheck.verdicts.tables.arithmetic import HUNDRED, NUMBER, Answer, Reckoned, held, lookup, reckon
from factcheck.verdicts.tables.question import Question, matching
from factcheck.verdicts.tables.reading import Fact, Table


def summed(table: Table, question: Question, value: Quantity, items: Sequence[Fact]) -> Answer | None:
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


def share(table: Table, question: Question, value: Quantity, items: Sequence[Fact]) -> Answer | None:
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
    reckoned = Reckoned(
        HUNDRED * own.value / total, HUNDRED * own.low / (total + slack), HUNDRED * own.high / (total - slack)
    )
    whole = wholes[0].cell.text if len(wholes) == 1 else f"({' + '.join(f.cell.text for f in wholes)})"
    found = held(value, reckoned, (part, *wholes), f"{part.cell.text} ÷ {whole}", unit=" %")
    if found is not None and not found.agrees and not complete and not _above(value, reckoned):
        return None
    return found


def _above(value: Quantity, reckoned: Reckoned) -> bool:
    """Whether a share is too large even if the table leaves rows out."""
    claimed = (value.value or Decimal(0)) * (HUNDRED if value.unit == RATIO else 1)
    return claimed > reckoned.high


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
