"""The draft against itself (FC6xx): one thing that it gives in two ways. Certain cases only."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import DamerauLevenshtein

from factcheck.claims.data import words
from factcheck.facets import names
from factcheck.facets.names_data import given_names
from factcheck.model import Inconsistency, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.claims.parts import Part
    from factcheck.model import Analysis, Document, Token

# Given names further apart than this are two people's: "Marie" and "Mary" are two edits apart.
NAME_EDITS = 2
SHORTEST_NAME = 4
OLDEST = 130


@dataclass(frozen=True, slots=True)
class Place:
    """A value and where the draft gives it."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name as one place of the draft gives it, with the title before it."""

    words: tuple[str, ...]
    text: str
    title: str | None
    span: Span


def inconsistencies(parsed: Sequence[tuple[Part, Analysis]], document: Document) -> tuple[Inconsistency, ...]:
    """Pairs of places that cannot both be right, in the order of their first place."""
    people = [person for part, analysis in parsed for person in _people(part, analysis)]
    found = [
        *_spellings(people),
        *_titles(people),
        *_event_dates(parsed),
        *_ages(parsed),
        *(found for part, analysis in parsed for found in _sums(part, analysis)),
        *_counts(parsed),
    ]
    return tuple(sorted(found, key=lambda i: (i.first.start, i.second.start, i.code)))


# --- names and titles ----------------------------------------------------------------------------


def _people(part: Part, analysis: Analysis) -> Iterator[Person]:
    for name in names.find(analysis):
        if not name.words:
            continue
        personal = name.kind == "person" or (name.kind == "unknown" and name.words[0] in given_names())
        if personal and len(name.words) > 1:
            yield Person(name.words, name.text, name.title, part.source(name.span.start, name.span.end))


def _spellings(people: list[Person]) -> Iterator[Inconsistency]:
    """Two full names that differ by a letter or two: "Marie Orr" and "Mary Orr"."""
    first: dict[tuple[str, ...], Person] = {}
    for person in people:
        first.setdefault(person.words, person)
    different = list(first.values())
    by_part: dict[str, list[Person]] = defaultdict(list)
    for person in different:
        for word in (person.words[0], person.words[-1]):
            by_part[word].append(person)
    seen: set[tuple[Span, Span]] = set()
    for group in by_part.values():
        for position, one in enumerate(group):
            for other in group[position + 1 :]:
                if (one.span, other.span) not in seen and _misspelt(one.words, other.words):
                    seen.add((one.span, other.span))
                    message = f"the draft writes “{one.text}” and “{other.text}”"
                    yield Inconsistency("FC603", one.span, other.span, one.text, other.text, message)


def _misspelt(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if len(a) != len(b):
        return False
    unlike = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(unlike) != 1 or min(map(len, unlike[0])) < SHORTEST_NAME:
        return False
    x, y = unlike[0]
    return x[0] == y[0] and DamerauLevenshtein.distance(x, y) <= (
        NAME_EDITS if max(len(x), len(y)) > SHORTEST_NAME else 1
    )


def _titles(people: list[Person]) -> Iterator[Inconsistency]:
    """One office with two portfolios: "health minister Marie Orr" and "finance minister Marie Orr"."""
    held: dict[tuple[str, ...], Person] = {}
    for person in people:
        if person.title is None or set(person.title.lower().split()) & words("past-titles.txt"):
            continue
        before = held.setdefault(person.words, person)
        if before is not person and _exclude(before.title or "", person.title):
            message = f"the draft calls {person.text} “{before.title}” and “{person.title}”"
            yield Inconsistency("FC606", before.span, person.span, before.title or "", person.title, message)


def _exclude(a: str, b: str) -> bool:
    one, other = a.lower().split(), b.lower().split()
    return (
        one[-1:] == other[-1:]
        and len(one) > 1
        and len(other) > 1
        and not (set(one) <= set(other) or set(other) <= set(one))
    )


# --- events and ages -----------------------------------------------------------------------------


def _event_dates(parsed: Sequence[tuple[Part, Analysis]]) -> Iterator[Inconsistency]:
    """An event that happens once, with two years."""
    known: dict[tuple[str, str, str], Place] = {}
    for part, analysis in parsed:
        for verb in analysis.tokens:
            if verb.lemma.lower() not in words("once-verbs.txt") or verb.pos not in ("VERB", "NOUN"):
                continue
            key, year = _key(analysis, verb), _year(analysis, verb.i)
            if key is None or year is None:
                continue
            place = Place(year.text, part.source(year.start, year.end))
            before = known.setdefault(key, place)
            if before.value != place.value:
                message = f"the draft dates the same event {before.value} and {place.value}"
                yield Inconsistency("FC602", before.span, place.span, before.value, place.value, message)


def _key(analysis: Analysis, verb: Token) -> tuple[str, str, str] | None:
    subject = analysis.child(verb.i, "nsubj")
    if (
        subject is None
        or subject.pos != "PROPN"
        or any(analysis.tokens[k].lower in ("not", "n't", "never") for k in analysis.children[verb.i])
    ):
        return None
    thing = analysis.child(verb.i, "obj")
    last = max(i for i in analysis.subtree(subject.i) if analysis.tokens[i].pos == "PROPN" and i <= subject.i + 3)
    return (analysis.tokens[last].lower, verb.lemma.lower(), thing.lemma.lower() if thing is not None else "")


def _year(analysis: Analysis, verb: int) -> Token | None:
    found = [analysis.tokens[k] for k in analysis.children[verb] if analysis.tokens[k].rel == "obl"]
    years = [t for t in found if _is_year(t) and any(analysis.tokens[c].lower == "in" for c in analysis.children[t.i])]
    return years[0] if len(years) == 1 else None


def _is_year(token: Token) -> bool:
    return token.pos == "NUM" and len(token.text) == 4 and token.text.isdigit()


def _ages(parsed: Sequence[tuple[Part, Analysis]]) -> Iterator[Inconsistency]:
    """ "born in 1950, died in 2000 aged 60": an age that does not fit, give or take a birthday."""
    born: dict[str, Place] = {}
    for part, analysis in parsed:
        tokens = analysis.tokens
        for token in tokens:
            if token.lower == "born" and (found := _near_year(tokens, token.i)) is not None:
                name = _name_before(tokens, token.i)
                if name is not None:
                    born.setdefault(name, Place(found.text, part.source(found.start, found.end)))
        for token in tokens:
            age = _age_at(tokens, token.i) if token.lower in ("died", "dies") else None
            year = _near_year(tokens, token.i) if age is not None else None
            name = _name_before(tokens, token.i)
            if age is None or year is None or name not in born:
                continue
            start = born[name]
            if abs(int(year.text) - int(start.value) - int(age.text)) > 1:
                message = f"born in {start.value} and dead in {year.text} is not aged {age.text}"
                yield Inconsistency(
                    "FC605", start.span, part.source(age.start, age.end), start.value, age.text, message
                )


def _near_year(tokens: Sequence[Token], at: int) -> Token | None:
    """The year in the words behind, up to the next comma."""
    for token in tokens[at + 1 : at + 9]:
        if _is_year(token):
            return token
        if token.text in (";", "."):
            return None
    return None


def _age_at(tokens: Sequence[Token], at: int) -> Token | None:
    for token in tokens[at + 1 : at + 14]:
        before = tokens[token.i - 1].lower
        if (
            token.text.isdigit()
            and int(token.text) < OLDEST
            and (before in ("aged", "age") or (before == "of" and tokens[token.i - 2].lower == "age"))
        ):
            return token
    return None


def _name_before(tokens: Sequence[Token], at: int) -> str | None:
    found = [t for t in tokens[:at] if t.pos == "PROPN" and t.rel in ("nsubj", "flat", "compound", "root", "ROOT")]
    return found[-1].lower if found else None


# --- sums and counts -----------------------------------------------------------------------------


def _sums(part: Part, analysis: Analysis) -> Iterator[Inconsistency]:
    """ "Of the 90 members, 50 voted for it, 30 against and 20 abstained": parts that are more than their whole."""
    tokens = analysis.tokens
    if not tokens or tokens[0].lower != "of":
        return
    comma = next((t.i for t in tokens[:12] if t.text == ","), None)
    if comma is None:
        return
    whole = [t for t in tokens[:comma] if (value := _count(t)) is not None and value > 0]
    shares = [t for t in tokens[comma:] if _count(t) is not None and not _is_year(t)]
    measured = any(
        t.pos == "SYM" or t.lower in words("time-nouns.txt") or t.lower in ("percent", "per", "cent", "%")
        for t in tokens
    )
    if len(whole) != 1 or len(shares) < 2 or measured:
        return
    total, parts = _count(whole[0]) or 0, sum(_count(t) or 0 for t in shares)
    if parts > total:
        first, second = shares[0], shares[-1]
        message = f"the parts add up to {parts}, the whole is {total}"
        spans = part.source(whole[0].start, whole[0].end), part.source(first.start, second.end)
        yield Inconsistency("FC604", *spans, whole[0].text, str(parts), message)


def _counts(parsed: Sequence[tuple[Part, Analysis]]) -> Iterator[Inconsistency]:
    """ "40 grants … all 45 grants": "all" speaks of a number that was given before."""
    given: dict[str, list[Place]] = defaultdict(list)
    for part, analysis in parsed:
        for token in analysis.tokens:
            noun = analysis.tokens[token.head]
            value = _count(token) if token.rel == "nummod" and noun.tag == "NNS" else None
            if value is None or noun.lemma.lower() in words("time-nouns.txt"):
                continue
            place = Place(str(value), part.source(token.start, token.end))
            before = given[noun.lemma.lower()]
            kids = [analysis.tokens[k].lower for k in analysis.children[noun.i]]
            if "all" in kids and len(before) == 1 and before[0].value != place.value:
                message = f"the draft counts {before[0].value} and {value} {noun.text}"
                yield Inconsistency("FC601", before[0].span, place.span, before[0].value, place.value, message)
            before.append(place)


def _count(token: Token) -> int | None:
    text = token.text.replace(",", "")
    return int(text) if token.pos == "NUM" and text.isdecimal() and text.isascii() and len(text) < 13 else None
