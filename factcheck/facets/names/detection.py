"""Names of persons, places, organisations and peoples in a parsed text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.facets.names.data import fold, given_names, is_title_word, places, titles, words_of
from factcheck.facets.names.runs import CLOSERS, HYPHENS, OPENERS, runs
from factcheck.facets.names.value import ACRONYM, Kind, Name
from factcheck.model import Analysis, Span, Token

# A title is at most this many words; a name is looked up among places up to this many words.
LONGEST_TITLE = 4


def find(analysis: Analysis) -> tuple[Name, ...]:
    """The names of a text, in its order."""
    found = [name for start, end in runs(analysis.tokens) for name in names_in_run(analysis, start, end)]
    return _surnames_known(found)


def names_in_run(analysis: Analysis, start: int, end: int) -> list[Name]:
    """A run holds one name, or a nationality, a title and a person ("Canadian Prime Minister Mark Carney")."""
    tokens = analysis.tokens
    text = analysis.text[tokens[start].start : tokens[end - 1].end]
    if places(text):
        return [_name(analysis, start, end, None)]
    title = _title_in(tokens, start, end)
    if title is not None:
        title_start, title_end = title
        before = names_in_run(analysis, start, title_start) if title_start > start else []
        if title_end == end:
            return before
        words = analysis.text[tokens[title_start].start : tokens[title_end - 1].end]
        return [*before, _name(analysis, title_end, end, words)]
    split = _nationality_end(tokens, start, end)
    if split is not None:
        return [_name(analysis, start, split, None), *names_in_run(analysis, split, end)]
    return [_name(analysis, start, end, _title_before(analysis, start))]


def _title_in(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """The tokens of a title inside a run: the last one that a person's name, or nothing, follows."""
    institutional = words_of("organisation") | words_of("place")
    for stop in range(end, start, -1):
        first = _title_start(tokens, start, stop)
        if first is None:
            continue
        after = [tokens[k].lower for k in range(stop, end)]
        if any(word in institutional for word in after) or (
            after and all(word in words_of("suffix") for word in after)
        ):
            return None
        before = [fold(tokens[k].text) for k in range(start, first)]
        if before and before[0] in given_names():
            return None
        if not after and before and not places(" ".join(before)) and before[-1] not in institutional:
            return None
        return first, stop
    return None


def _title_start(tokens: Sequence[Token], start: int, stop: int) -> int | None:
    """Where the title that ends before `stop` begins, with the words that belong to it."""
    for begin in range(max(start, stop - LONGEST_TITLE), stop):
        if " ".join(tokens[k].lower for k in range(begin, stop)) in titles():
            first = begin
            while first > start and is_title_word(tokens[first - 1].lower):
                first -= 1
            return first
    return None


def _nationality_end(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Where a nationality before another name ends ("Canadian Colin Robertson"); none inside an institution's name."""
    institutional = words_of("organisation") | words_of("place")
    for stop in range(min(start + 2, end - 1), start, -1):
        found = places(" ".join(tokens[k].text for k in range(start, stop)))
        if any(place.adjective for place in found):
            rest = [tokens[k].lower for k in range(stop, end)]
            if any(word in institutional for word in rest):
                return None
            return stop if fold(rest[0]) in given_names() or places(" ".join(rest)) else None
    return None


def _title_before(analysis: Analysis, start: int) -> str | None:
    """A title in small letters just before a name ("finance minister Marie Orr")."""
    tokens = analysis.tokens
    for begin in range(max(0, start - LONGEST_TITLE), start):
        if " ".join(tokens[k].lower for k in range(begin, start)) in titles():
            first = begin
            while first > 0 and (is_title_word(tokens[first - 1].lower) or tokens[first - 1].rel == "compound"):
                first -= 1
            return analysis.text[tokens[first].start : tokens[start - 1].end]
    return None


def _name(analysis: Analysis, start: int, end: int, title: str | None) -> Name:
    tokens = analysis.tokens
    span = Span(tokens[start].start, tokens[end - 1].end)
    text = span.of(analysis.text)
    kind = _kind(analysis, start, end, title)
    small = words_of("particle") | {"the", "of", "and", "for", "&", "'s", "’s"}
    words = tuple(
        folded
        for k in range(start, end)
        if tokens[k].lower not in small and tokens[k].text not in HYPHENS and (folded := fold(tokens[k].text))
    )
    inside = range(start, end)
    head = next((k for k in inside if tokens[k].head not in inside or tokens[k].head == k), start)
    return Name(span, text, kind, words or (fold(text),), title if kind == "person" else None, head)


def _kind(analysis: Analysis, start: int, end: int, title: str | None) -> Kind:  # noqa: PLR0911  cases, in their order
    tokens = analysis.tokens
    text = analysis.text[tokens[start].start : tokens[end - 1].end]
    found = places(text)
    if found and not title:
        return "nationality" if all(place.adjective for place in found) else "place"
    lower = [tokens[k].lower for k in range(start, end)]
    if title:
        return "person"
    if _quoted(analysis.text, tokens[start].start, tokens[end - 1].end) and len(lower) > 1:
        return "work"
    if any(word in words_of("organisation") for word in lower):
        return "organisation"
    if len(lower) > 1 and (
        lower[-1] in words_of("place") or (lower[0] in words_of("place") and lower[0] in words_of("place first"))
    ):
        return "place"
    if len(lower) == 1 and ACRONYM.fullmatch(text):
        return "organisation"
    return "person" if _is_person(tokens, start, end, lower) else "unknown"


def _is_person(tokens: Sequence[Token], start: int, end: int, lower: Sequence[str]) -> bool:
    if fold(lower[0]) in given_names():
        return True
    if len(lower) == 1:
        return False
    if lower[-1] in words_of("suffix") or any(word in words_of("particle") for word in lower[1:-1]):
        return True
    if re.fullmatch(r"(?:[a-z]\.)+", lower[0]):
        return True
    return all(tokens[k].pos == "PROPN" for k in range(start, end)) and all(
        tokens[k].rel == "flat" for k in range(start + 1, end)
    )


def _quoted(text: str, start: int, end: int) -> bool:
    return start > 0 and text[start - 1] in OPENERS - set("([{") and end < len(text) and text[end] in CLOSERS | {","}


def _surnames_known(found: list[Name]) -> tuple[Name, ...]:
    """A single unknown word that ends a person's name in the same text is that person."""
    surnames = {name.words[-1] for name in found if name.kind == "person" and len(name.words) > 1}
    return tuple(
        replace(name, kind="person")
        if name.kind == "unknown" and len(name.words) == 1 and name.words[0] in surnames
        else name
        for name in found
    )
