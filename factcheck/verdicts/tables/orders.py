"""What a claim says of the order of a table's cells: which is greater, which comes later, which is the greatest."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Span
from factcheck.verdicts.tables.arithmetic import DIRECTION, RANK, Answer, Reckoned, minus, opposite, pair_of, where
from factcheck.verdicts.tables.question import Key, Question, axes, fits, matching
from factcheck.verdicts.tables.reading import Fact, Table

# Words before a second key that set it against the first: "more than B", "ahead of B".
AGAINST = frozenset(
    {"than", "of", "behind", "over", "as", "trail", "lead", "exceed", "trailed", "led", "exceeded", "beat", "defeated"}
)


def sign_of(question: Question) -> int | None:
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


def set_against(question: Question) -> bool:
    """Whether the claim sets its first key against its second: "as", "of", "than"."""
    keys = next((axis for axis in axes(question.keys) if len(axis) == 2), None)
    if keys is None:
        return False
    words = [token.lower for token in question.analysis.tokens[keys[0].token : keys[1].token]]
    return "as" in words or "of" in words or "than" in words


def in_time(table: Table, question: Question, items: Sequence[Fact]) -> list[Fact]:
    """The cells from the earlier to the later; beside a single one, the last ("since") or that of the year before."""
    times = [key for key in question.keys if key.column == 0]
    if len(items) == 2 and len(times) == 2:
        return sorted(items, key=lambda fact: str(fact.time))
    if len(items) != 1 or len(times) != 1 or not ("since" in question.cues or _during(question, times[0])):
        return []
    rest = [key for key in question.keys if key.column]
    line = [fact for fact in matching(table, items[0].measure, rest) if fact.time is not None and not fact.total]
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


def direction_of(table: Table, question: Question, items: Sequence[Fact]) -> Answer | None:
    """ "Rose from 2019 to 2020": the later cell is the greater one."""
    ordered = in_time(table, question, items)
    pair = pair_of(ordered, "")
    cue = question.cues.get("rise", question.cues.get("fall", 0))
    if pair is None:
        return None
    return _side(question, cue, minus(pair[1], pair[0]), (ordered[1], ordered[0]), 1 if "rise" in question.cues else -1)


def comparison(question: Question, items: Sequence[Fact]) -> Answer | None:
    """ "More votes than": the first cell is the greater one."""
    pair, sign = pair_of(items, ""), sign_of(question)
    if pair is None or not sign:
        return None
    cue = question.cues.get("more", question.cues.get("less", 0))
    return _side(question, cue, minus(*pair), items, sign)


def _side(question: Question, cue: int, gap: Reckoned, items: Sequence[Fact], sign: int) -> Answer | None:
    token = question.analysis.tokens[cue]
    span = Span(token.start, token.end)
    if gap.low <= 0 <= gap.high:
        return None
    shown = f"{items[0].cell.text} − {items[1].cell.text}"
    if gap.value * sign < 0:
        return opposite(question, span, gap, items, shown)
    found = f"{where(items[0])}: {items[0].cell.text}, {where(items[1])}: {items[1].cell.text}"
    return Answer(True, DIRECTION, "computed", tuple(items), span, items[0].cell.text, found)


def ranked(table: Table, question: Question, items: Sequence[Fact]) -> Answer | None:
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
    said = f"{where(at)}: {at.cell.text}"
    if place == order:
        return Answer(
            True, RANK, "computed", tuple(items), span, items[0].cell.text, f"{said} is number {order} from the {named}"
        )
    shown = f"{where(items[0])}: {items[0].cell.text} is number {place} from the {named}, not {order}; {said}"
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
