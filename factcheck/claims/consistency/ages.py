"""FC605: an age that does not fit birth and event, or a duration that does not fit its years."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.claims.consistency.clause import clause_of, predicate_of
from factcheck.facets.quantities.value import AGE, DURATION
from factcheck.model import Inconsistency, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.claims.consistency.telling import Told
    from factcheck.facets.dates import DateValue
    from factcheck.facets.quantities import Quantity

CODE = "FC605"
# Years in brackets behind a name are those of a life if a life can last so long.
_LIFE = (18, 110)
_CROWNS = frozenset(
    ["king", "queen", "emperor", "empress", "pope", "sultan", "tsar", "president", "minister", "chancellor", "pharaoh"]
)
_SECONDS_OF_YEAR = Decimal(31557600)
# What may stand between a duration and its years.
_BESIDE = re.compile(r"\W{0,3}(?:(?:a|the|of|or|for|from|between|over|in|period|total|some) ?){0,4}\W{0,2}")


@dataclass(frozen=True)
class _At:
    """A time or an age, and where the draft gives it."""

    place: Span
    text: str
    start: date | None = None
    end: date | None = None
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass
class _Life:
    """What the draft says of one person's birth and death, and of ages at a time."""

    born: list[_At] = field(default_factory=list)
    died: list[_At] = field(default_factory=list)
    died_aged: list[_At] = field(default_factory=list)
    aged: list[tuple[_At, _At]] = field(default_factory=list)


def find(told: Sequence[Told]) -> Iterator[Inconsistency]:
    """Durations against their years in each sentence, then ages against births."""
    lives: dict[str, _Life] = defaultdict(_Life)
    for sentence in told:
        found = sentence.quantities
        yield from _durations(sentence, [q for q in found if q.unit == DURATION])
        if sentence.dates or any(q.unit == AGE for q in found):
            _lifespans(sentence, lives)
            _facts(sentence, [q for q in found if q.unit == AGE], lives)
    for life in lives.values():
        yield from _wrong_ages(life)


# --- durations ----------------------------------------------------------------------------------------


def _durations(sentence: Told, found: list[Quantity]) -> Iterator[Inconsistency]:
    for value in sentence.dates:
        if value.ends is None or value.bound != "from-to" or value.approximate or value.granularity != "period":
            continue
        first, last = value.ends
        if (
            first.granularity != "year"
            or last.granularity != "year"
            or first.start is None
            or last.end is None
            or first.part
            or last.part
        ):
            continue
        beside = next((q for q in found if _is_beside(sentence, q, value)), None)
        if (
            beside is None
            or beside.value is None
            or beside.approximate
            or beside.bound.value != "exact"
            or "year" not in beside.text
        ):
            continue
        years, span = beside.value / _SECONDS_OF_YEAR, last.end.year - first.start.year
        if not span - 1 <= years <= span + 1:
            one, two = sentence.source(value.span), sentence.source(beside.span)
            pair = sorted([(one, value.text), (two, beside.text)])
            message = f"{value.text} is {span} years, not {beside.text}"
            yield Inconsistency(CODE, pair[0][0], pair[1][0], pair[0][1], pair[1][1], message)


def _is_beside(sentence: Told, quantity: Quantity, value: DateValue) -> bool:
    """Whether the duration stands next to its years, with nothing of weight between."""
    first, second = sorted((quantity.span, value.span))
    between = sentence.analysis.text[first.end : second.start]
    after = sentence.analysis.text[quantity.span.end : quantity.span.end + 8].lower()
    return _BESIDE.fullmatch(between.lower()) is not None and not re.match(
        r"\W?(?:later|after|before|ago|old|earl)", after
    )


# --- lives --------------------------------------------------------------------------------------------


def _lifespans(sentence: Told, lives: dict[str, _Life]) -> None:
    """ "Jonas Weil (1901–1970)": birth and death."""
    text = sentence.analysis.text
    for name in sentence.names:
        behind = text[name.span.end : name.span.end + 2]
        value = next(
            (d for d in sentence.dates if d.span.start in (name.span.end + 2, name.span.end + 1) and d.ends), None
        )
        if (
            behind != " ("
            or value is None
            or value.ends is None
            or name.kind not in ("person", "unknown")
            or len(name.words) < 2
        ):
            continue
        if text[value.span.end : value.span.end + 1] != ")" or name.title or _is_crowned(sentence, name.span):
            continue
        first, last = value.ends
        if first.start and last.end and _LIFE[0] <= last.end.year - first.start.year <= _LIFE[1]:
            life = lives["=" + sentence.key(name)]
            place = sentence.source(value.span)
            life.born.append(_At(place, value.text, first.start, first.end))
            life.died.append(_At(place, value.text, last.start, last.end))


def _is_crowned(sentence: Told, span: Span) -> bool:
    """Whether the years may be those of a reign."""
    near = sentence.analysis.text[max(0, span.start - 30) : span.end].lower()
    return any(word in near.split() for word in _CROWNS) or re.search(r"\b[ivx]+$", near) is not None


def _facts(sentence: Told, ages: list[Quantity], lives: dict[str, _Life]) -> None:
    """Births, deaths and ages of the clauses whose subject is a person."""
    for value in sentence.dates:
        if (
            value.start is None
            or value.end is None
            or value.bound != "on"
            or value.loose
            or value.approximate
            or value.head is None
        ):
            continue
        if value.relative or value.alternatives or value.ends or sentence.is_quoted(value.span):
            continue
        verb = predicate_of(sentence, value.head)
        if verb is None:
            continue
        at = _At(sentence.source(value.span), value.text, value.start, value.end)
        lemma, person = sentence.analysis.tokens[verb].lemma.lower(), _person(sentence, verb)
        if person is None:
            continue
        if lemma == "bear":
            lives[person].born.append(at)
            continue
        if lemma == "die" and value.head == verb:
            lives[person].died.append(at)
        age = next((q for q in ages if _of_clause(sentence, q) == verb), None)
        if age is not None and value.head == verb:
            lives[person].aged.append((_aged(sentence, age), at))
    for age in ages:
        verb = _of_clause(sentence, age)
        if (
            verb is not None
            and sentence.analysis.tokens[verb].lemma.lower() == "die"
            and (person := _person(sentence, verb))
        ):
            lives[person].died_aged.append(_aged(sentence, age))


def _aged(sentence: Told, age: Quantity) -> _At:
    return _At(sentence.source(age.span), age.text, low=age.low, high=age.high)


def _of_clause(sentence: Told, age: Quantity) -> int | None:
    """The clause whose subject has the age: "aged 60", "at the age of 60", "at 60" beside its verb."""
    if age.approximate or age.low is None or age.high is None or age.token is None:
        return None
    text = sentence.analysis.text[max(0, age.span.start - 8) : age.span.end].lower()
    if not re.search(r"\bage[ds]?\b|\bat (?:\w+|\d+)$|\bin (?:his|her|their) ", text):
        return None
    token = sentence.analysis.tokens[age.token]
    steps = 0
    while token.rel in ("nmod", "amod", "nummod", "advmod", "acl") and steps < 3 and token.head != token.i:
        if token.rel == "nmod" and sentence.analysis.tokens[token.head].lower != "age":
            return None
        token, steps = sentence.analysis.tokens[token.head], steps + 1
    if token.rel not in ("obl", "advcl", "xcomp", "root", "ROOT", "dep"):
        return None
    return predicate_of(sentence, token.head)


def _person(sentence: Told, verb: int) -> str | None:
    """The key of the one person that a clause is about."""
    clause = clause_of(sentence, verb)
    whom = clause.object if clause.object and not clause.subject else clause.subject
    if not clause.sure or clause.source or len(whom) != 1:
        return None
    (person,) = whom
    is_one = " " in person or person[1:] not in sentence.people
    return person if person.startswith("=") and is_one else None


def _wrong_ages(life: _Life) -> Iterator[Inconsistency]:
    """The first age that no birth of the draft allows."""
    deaths = [(age, death) for age in life.died_aged for death in life.died if (age, death) not in life.aged]
    for age, event in [*life.aged, *deaths]:
        born = life.born[0] if life.born else None
        if born is None or _fits(born, event, age):
            continue
        first, second = sorted((born, age), key=lambda at: at.place)
        message = f"born {born.text} and {age.text} in {event.text} do not fit"
        yield Inconsistency(CODE, first.place, second.place, first.text, second.text, message)
        return


def _fits(born: _At, event: _At, age: _At) -> bool:
    """Whether somebody born then can be of that age at the event, with a year to spare for a birthday."""
    if not (born.start and born.end and event.start and event.end) or age.low is None or age.high is None:
        return True
    youngest = _years(born.end, event.start)
    oldest = _years(born.start, event.end)
    return age.low <= oldest and age.high + 1 > youngest


def _years(first: date, last: date) -> int:
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))
