"""FC602: the draft gives one event two dates, or a date a weekday that it does not fall on."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from factcheck.claims.consistency.clause import Clause, agree_on_source, clause_of, predicate_of
from factcheck.claims.data import rows
from factcheck.facets import dates
from factcheck.facets.dates import DateValue
from factcheck.facets.dates.value import day_of
from factcheck.model import Inconsistency, Relation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.claims.consistency.telling import Told

CODE = "FC602"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Before this year a date may be of the Julian calendar.
_ALL_GREGORIAN = 1930
# Words beside an event that say that it is one of several.
_SEVERAL = frozenset(
    ["again", "first", "second", "third", "another", "last", "next", "once", "later", "then", "new", "each", "every"]
)
_FEW_DATES = 2
# A weekday of so many letters may be a newspaper's name.
_SHORT = 3
# Words that tie an event to the sentence around it.
_TIMES = frozenset(["since", "after", "before", "when", "until", "as", "while"])
# What nobody and nothing undergoes twice, whatever else is said of it.
_ONLY_ONCE = frozenset(["bear", "die", "bury", "found", "assassinate", "behead", "demolish"])


@dataclass(frozen=True)
class _Event:
    """What happened to what, when, and where the draft says so; `rest` is what else the clause says."""

    told: Told
    date: DateValue
    whom: frozenset[str]
    by: frozenset[str]
    clause: Clause
    rest: frozenset[str] = frozenset()


def find(told: Sequence[Told]) -> Iterator[Inconsistency]:
    """Weekdays that do not fit, then events that the draft dates twice."""
    for sentence in told:
        yield from _weekdays(sentence)
    groups: dict[tuple[str, frozenset[str]], list[_Event]] = defaultdict(list)
    for sentence in told:
        for verb, event in _events(sentence):
            groups[(verb, event.whom)].append(event)
    for (verb, _), group in groups.items():
        yield from _twice(verb, group)


# --- weekdays ---------------------------------------------------------------------------------------


def _is_paper(sentence: Told, value: DateValue) -> bool:
    """Whether a short weekday ends a newspaper's name: "Edmonton Sun, August 16, 2008"."""
    lead = value.text.split(",", 1)[0].rstrip(".")
    inside = sentence.analysis.at(value.span)
    before = sentence.analysis.tokens[inside[0] - 1] if inside and inside[0] else None
    return len(lead) == _SHORT and before is not None and before.text[:1].isupper() and before.text.isalpha()


def _weekdays(sentence: Told) -> Iterator[Inconsistency]:
    for value in sentence.dates:
        if value.weekday is None or value.day is None or value.month is None or sentence.is_quoted(value.span):
            continue
        days = _candidates(value, sentence.anchor)
        if _is_paper(sentence, value) or not days or any(value.weekday in _weekdays_of(day) for day in days):
            continue
        named = _DAYS[value.weekday]
        at = value.text.find(named[:3])
        first = Span(value.span.start + max(at, 0), value.span.start + max(at, 0) + len(named))
        place = sentence.source(value.span)
        weekday = sentence.source(first) if value.text[max(at, 0) :].startswith(named) else place
        real = _DAYS[days[0].weekday()]
        yield Inconsistency(CODE, weekday, place, named, value.text, f"{value.text} was a {real}, not a {named}")


def _candidates(value: DateValue, anchor: date | None) -> list[date]:
    """The days that a date can mean: without a year, those near the draft's own date."""
    if value.month is None or value.day is None:
        return []
    years = [value.year] if value.year is not None else [anchor.year + k for k in (0, -1, 1)] if anchor else []
    found = (day_of(year, value.month, value.day) for year in years)
    return [day for day in found if day is not None]


def _weekdays_of(day: date) -> set[int]:
    """The weekday of a date, in an old one also by the Julian calendar."""
    found = {day.weekday()}
    if day.year < _ALL_GREGORIAN:
        behind = day.year // 100 - day.year // 400 - 2
        found.add((day + timedelta(behind)).weekday())
    return found


# --- events -----------------------------------------------------------------------------------------


@cache
def _verbs() -> dict[str, str]:
    """Who undergoes what can happen only once, by its verb: "subject" or "object"."""
    return {verb: role for verb, _, role in rows("once-events.tsv")}


@cache
def _nouns() -> dict[str, str]:
    return {noun: verb for verb, nouns, _ in rows("once-events.tsv") for noun in nouns.split() if noun != "-"}


def _events(sentence: Told) -> Iterator[tuple[str, _Event]]:
    dated = [value for value in sentence.dates if _is_firm(value) and not sentence.is_quoted(value.span)]
    if not 0 < len(dated) <= _FEW_DATES:
        return
    for value in dated:
        found = _by_verb(sentence, value) or _by_noun(sentence, value)
        if found is not None and _is_definite(found[1].whom):
            yield found


def _is_firm(value: DateValue) -> bool:
    return (
        value.bound == "on"
        and not (value.loose or value.approximate or value.relative or value.alternatives)
        and value.granularity != "time"
    )


def _by_verb(sentence: Told, value: DateValue) -> tuple[str, _Event] | None:
    tokens, head = sentence.analysis.tokens, value.head
    if head is None or (verb := tokens[head].lemma.lower()) not in _verbs() or tokens[head].pos != "VERB":
        return None
    clause = clause_of(sentence, head, sentence.analysis.at(value.span))
    if not clause.sure or clause.content & _SEVERAL:
        return None
    if _verbs()[verb] == "subject":
        if (
            clause.object
            and tokens[head].rel != "acl"
            and not any(tokens[k].dep == "nsubj:pass" for k in sentence.analysis.children[head])
        ):
            return None
        whom, by = clause.subject or clause.object, frozenset[str]()
    else:
        whom, by = clause.object, clause.subject
    rest = clause.content - whom - by - _TIMES - {sentence.word(head) or ""}
    return verb, _Event(sentence, value, whom, by, clause, rest)


def _by_noun(sentence: Told, value: DateValue) -> tuple[str, _Event] | None:
    """ "the resignation of Ines Falk on April 9", "Falk's resignation on April 9"."""
    analysis = sentence.analysis
    for i in range(max(0, analysis.at(value.span)[0] - 8), analysis.at(value.span)[0]):
        verb = _nouns().get(analysis.tokens[i].lemma.lower())
        if verb is None or analysis.tokens[i].pos != "NOUN":
            continue
        if not _ends_at(sentence, i, value):
            continue
        owner = next((k for k in analysis.children[i] if _owns(sentence, k)), None)
        head = predicate_of(sentence, i)
        if owner is None or head is None:
            continue
        clause = clause_of(sentence, head)
        if clause.sure and not {analysis.tokens[k].lower for k in analysis.children[i]} & _SEVERAL:
            return verb, _Event(sentence, value, sentence.phrase(owner), frozenset(), clause)
    return None


def _owns(sentence: Told, k: int) -> bool:
    token = sentence.analysis.tokens[k]
    case = sentence.analysis.child(k, "case")
    return token.dep == "nmod:poss" or (token.rel == "nmod" and case is not None and case.lower == "of")


def _ends_at(sentence: Told, i: int, value: DateValue) -> bool:
    """Whether only the noun's own "of" phrase stands between it and the date."""
    analysis, start = sentence.analysis, sentence.analysis.at(value.span)[0]
    between = analysis.tokens[i + 1 : start]
    small = {"of", "the", "on", "in", "a", "an"}
    return all(t.pos in ("PROPN", "NOUN", "ADJ") or t.lower in small for t in between) and len(between) > 0


def _is_definite(whom: frozenset[str]) -> bool:
    """Whether the words name one thing."""
    return any(word.startswith("=") and word != "=" for word in whom) and not any(word.isdigit() for word in whom)


def _twice(verb: str, group: list[_Event]) -> Iterator[Inconsistency]:
    for n, second in enumerate(group[1:], 1):
        first = next((event for event in group[max(0, n - 3) : n] if _exclude(verb, event, second)), None)
        if first is None:
            continue
        spans = [event.told.source(event.date.span) for event in (first, second)]
        one, two = first.date.text, second.date.text
        yield Inconsistency(CODE, spans[0], spans[1], one, two, f"the draft dates one event {one} and {two}")
        return


def _exclude(verb: str, first: _Event, second: _Event) -> bool:
    if first.by and second.by and first.by != second.by:
        return False
    if verb not in _ONLY_ONCE and not (first.rest <= second.rest or second.rest <= first.rest):
        return False
    if not agree_on_source(first.clause, second.clause):
        return False
    both = (dates.compare(first.date, second.date), dates.compare(second.date, first.date))
    return all(outcome.relation is Relation.DIFFERS for outcome in both)
