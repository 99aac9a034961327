"""The grammar of quantities: from the words of a text to expressions, longest reading first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factcheck.facets.quantities.ages import bare_age, old_age, stated_age
from factcheck.facets.quantities.amounts import amount_or_range
from factcheck.facets.quantities.draft import Draft
from factcheck.facets.quantities.numbers import figure, number_starts
from factcheck.facets.quantities.shares import fraction, multiple, one_in, ordinal
from factcheck.facets.quantities.traps import is_trap
from factcheck.facets.quantities.units import unit_after
from factcheck.facets.quantities.vague import vague_words
from factcheck.facets.quantities.value import COUNT, DURATION, ORDINAL, Bound
from factcheck.facets.quantities.words import GLYPH, NUMBER, SIGN, SLASH, WORD, Word, at, cues, scan, touching
from factcheck.facets.tables import rows

MAX_MODIFIERS = 2
NEGATION_REACH = 3


def drafts(words: list[Word]) -> Iterator[Draft]:
    """The quantities of a text, in order and without overlap."""
    i = 0
    while i < len(words):
        found = _expression(words, i) if _may_begin(words[i]) else None
        if found is None:
            i += 1
        else:
            if not is_trap(words, found):
                yield found
            i = max(found.end, i + 1)


@cache
def _starts() -> frozenset[str]:
    own = {
        "#",
        "a",
        "an",
        "between",
        "from",
        "in",
        "aged",
        "age",
        "ages",
        "no",
        "number",
        "magnitude",
        "minus",
        "negative",
    }
    own |= {"several", "tens", "few", "handful", "couple", "twice", "thrice", "under-", "under", "all"}
    return number_starts() | own | frozenset(_modifiers("before"))


def _may_begin(word: Word) -> bool:
    return word.kind in {NUMBER, SIGN, SLASH, GLYPH} or word.lower in _starts() or word.text in {"−", "-", "–"}


def _expression(words: list[Word], i: int) -> Draft | None:
    """The quantity that begins at a place, with the modifiers before and after it."""
    modified = _modified(words, i, MAX_MODIFIERS)
    if modified is not None:
        return _with_after(words, modified)
    core = _core(words, i, modified=False)
    return _with_after(words, core) if core is not None else None


def _modified(words: list[Word], i: int, left: int) -> Draft | None:
    for form, bound, approximation in _modifiers("before").get(at(words, i), ()):
        j = i + len(form)
        if left == 0 or any(at(words, i + k) != part for k, part in enumerate(form)):
            continue
        core = _modified(words, j, left - 1) or _core(words, j, modified=True)
        if core is None:
            continue
        if core.dimension == ORDINAL:
            return core  # "up to third" is a rank, not a bound
        if form == ("over",) and _spans_time(words, i, core):
            return core
        flipped = not approximation and _negated(words, i)
        meant = _NEGATED.get(bound, bound) if flipped else bound
        return core.bounded(meant, approximation).spanning(i, core.end)
    return None


_NEGATED = {Bound.MORE_THAN: Bound.AT_MOST, Bound.LESS_THAN: Bound.AT_LEAST}


def _negated(words: list[Word], i: int) -> bool:
    """Whether a "not" stands shortly before a bound: "may not carry more than 10" is at most 10."""
    near = [at(words, k) for k in range(max(0, i - NEGATION_REACH), i)]
    return any(word in {"not", "never", "cannot"} or word.endswith(("n't", "n’t")) for word in near)


def _spans_time(words: list[Word], i: int, core: Draft) -> bool:
    """ "over two days" is during them, except behind a preposition or a verb of lasting: "for over two days"."""
    return core.dimension == DURATION and at(words, i - 1) not in cues("duration-before") | {
        "of",
        "in",
        "just",
        "after",
    }


def _with_after(words: list[Word], draft: Draft) -> Draft:
    """The quantity with "or more", "-odd", "and over" behind it, or behind its noun."""
    places = [draft.end]
    if draft.dimension == COUNT and draft.end < len(words) and words[draft.end].kind == WORD:
        places.append(draft.end + 1)
    for place in places:
        for form, bound, approximation in _modifiers("after").get(at(words, place), ()):
            if any(at(words, place + k) != part for k, part in enumerate(form)):
                continue
            if not _belongs(words, place, form, draft):
                continue
            return draft.bounded(bound, approximation).spanning(draft.start, place + len(form))
    return draft


def _belongs(words: list[Word], place: int, form: tuple[str, ...], draft: Draft) -> bool:
    if form[0] in {"+", "-"}:
        return touching(words, place)
    if place > draft.end:
        return form[0] == "or" and at(words, place - 1) not in cues("function")
    if form == ("plus",):
        return at(words, place + 1) not in {"a", "an", "the"} and unit_after(words, place + 1) is None
    return draft.bound is Bound.EXACT


@cache
def _modifiers(place: str) -> dict[str, tuple[tuple[tuple[str, ...], Bound, str], ...]]:
    """The modifiers that stand before or after a number, by their first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Bound, str]]] = {}
    for phrase, where, bound, approximation in rows("modifiers.tsv"):
        if where == place:
            form = tuple(word.lower for word in scan(phrase))
            found.setdefault(form[0], []).append((form, Bound(bound), approximation))
    return {first: tuple(sorted(forms, key=lambda entry: -len(entry[0]))) for first, forms in found.items()}


def _core(words: list[Word], i: int, modified: bool) -> Draft | None:
    """The expression without modifiers."""
    if i >= len(words) or (not modified and not _may_begin(words[i])):
        return None
    for rule in (vague_words, stated_age, fraction, ordinal):
        found = rule(words, i)
        if found is not None:
            return found
    number = figure(words, i)
    for counted in (one_in, multiple, bare_age):
        found = counted(words, i, number)
        if found is not None:
            return found
    found = amount_or_range(words, i, modified)
    return None if found is None else old_age(words, found) or found
