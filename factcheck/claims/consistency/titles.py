"""FC606: the draft gives one person two titles that exclude each other."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from factcheck.claims.data import rows, words
from factcheck.facets.names.data import fold
from factcheck.model import Inconsistency, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.claims.consistency.telling import Told
    from factcheck.facets.names import Name

CODE = "FC606"
# A title beside a name has at most so many words.
_LONGEST = 5
# So many different offices of one person are compared.
_MOST_OFFICES = 8
_PORTFOLIO = "portfolio"
# Words at a title that join another to it, or say that it is of another time.
_NOT_ALONE = frozenset(["and", "or", "/", "&", "then", "former", "ex", "late", "acting", "future", "then-"])
_MINISTER = frozenset(["minister", "secretary"])


@dataclass(frozen=True)
class _Titled:
    """A person under a title: the class and the office that it names."""

    told: Told
    span: Span
    text: str
    classes: frozenset[str]
    office: str


def find(told: Sequence[Told]) -> Iterator[Inconsistency]:
    """The first pair of titles of each person that exclude each other, unless the draft tells of a change."""
    changed: set[str] = set()
    titled: dict[str, list[_Titled]] = defaultdict(list)
    for sentence in told:
        career = any(t.lemma.lower() in words("career-verbs.txt") for t in sentence.analysis.tokens)
        changed |= {sentence.word(i) or "" for i in sentence.stands} if career else set()
        for name in sentence.names:
            if name.kind not in ("person", "unknown") or sentence.is_quoted(name.span):
                continue
            key = "=" + sentence.key(name)
            if career:
                changed.add(key)
            if " " in key:
                titled[key] += _titles(sentence, name)
    for key, group in titled.items():
        if key not in changed:
            yield from _excluding(group)


def _titles(sentence: Told, name: Name) -> Iterator[_Titled]:
    """The title before a name, with or without a comma."""
    tokens = sentence.analysis.tokens
    first = sentence.analysis.at(name.span)[0]
    end = first - 1 if first > 0 and tokens[first - 1].text == "," else first
    start = end
    while start > 0 and end - start < _LONGEST and tokens[start - 1].pos in ("NOUN", "PROPN", "ADJ"):
        start -= 1
    if start == end or (end < first and tokens[max(start - 1, 0)].lower != "the"):
        return
    if any(token.lower in _NOT_ALONE for token in tokens[max(0, start - 2) : end]):
        return
    office = _office([fold(token.text) for token in tokens[start:end]])
    if office is not None:
        span = Span(tokens[start].start, tokens[end - 1].end)
        yield _Titled(sentence, sentence.source(span), span.of(sentence.analysis.text), *office)


def _office(title: list[str]) -> tuple[frozenset[str], str] | None:
    """The office that a title ends in, and its classes: "health" of portfolios for "Canadian health minister"."""
    if title[-1] in _MINISTER and len(title) > 1:
        if title[-2:] == ["prime", "minister"]:
            return None if "deputy" in title else (frozenset(["head"]), "prime minister")
        found = [word for word in title[:-1] if _PORTFOLIO in _classes().get(word, ())]
        return (frozenset([_PORTFOLIO]), found[0]) if len(found) == 1 and title[-2] == found[0] else None
    if len(title) > 1 and title[-2] in (
        "vice",
        "deputy",
        "lieutenant",
        "assistant",
        "brigadier",
        "major",
        "sergeant",
        "attorney",
        "former",
        "rear",
        "club",
    ):
        return None
    kinds = _classes().get(title[-1], frozenset()) - {_PORTFOLIO}
    return (kinds, title[-1]) if kinds else None


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for kind, members in rows("exclusive-offices.tsv"):
        for member in members.split():
            found[member.replace("_", " ")].add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def _excluding(group: list[_Titled]) -> Iterator[Inconsistency]:
    offices: dict[tuple[str, frozenset[int]], _Titled] = {}
    for second in group:
        years = frozenset(value.year for value in second.told.dates if value.year)
        first = next((one for one in offices.values() if _exclude(one, second)), None)
        if first is not None:
            message = f"the draft calls one person {first.text} and {second.text}"
            yield Inconsistency(CODE, first.span, second.span, first.text, second.text, message)
            return
        if len(offices) < _MOST_OFFICES:
            offices.setdefault((second.office, years), second)


_SAME = ({"defence", "defense"}, {"labour", "labor"}, {"interior", "home"})


def _exclude(first: _Titled, second: _Titled) -> bool:
    pair = {first.office, second.office}
    if not first.classes & second.classes or len(pair) == 1 or pair in _SAME:
        return False
    years = [{value.year for value in each.told.dates if value.year} for each in (first, second)]
    return not (years[0] ^ years[1])
