"""Where and when something happened, hung on what happened and not on the name before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.data import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.claims.repair.names import Member
    from factcheck.claims.repair.work import Work

# A phrase with one of these behind a person's name tells where or when; "of" and "at" may tell whose or which one.
_CIRCUMSTANTIAL = frozenset(["in", "on", "during", "after", "before", "since", "until", "following", "amid"])
_TOLD = frozenset(["obj", "iobj", "obl", "nmod"])


def raise_from_people(work: Work, people: Sequence[Member]) -> None:
    """ "the arrest of Olaf Berg in Norway": the arrest was in Norway; nobody is called Olaf Berg in Norway."""
    for person in people:
        for k in range(person.last + 1, len(work.tokens)):
            if work.head[k] in person.words and work.rel(k) == "nmod" and _case(work, k) in _CIRCUMSTANTIAL:
                _raise(work, k)


def raise_day(work: Work, k: int) -> None:
    """ "met in Leeds on Monday": no town is called Leeds on Monday."""
    name = work.head[k]
    capital = work.tokens[name].text[:1].isupper() and name > 0
    named = capital and name < k and work.rel(k) == "nmod" and _case(work, k) == "on"
    if named and work.tokens[k].lower in words("time-nouns.txt"):
        _raise(work, k)


def raise_from_list(work: Work, k: int) -> None:
    """ "covers farming, fishing and trade, with a focus on grain": behind a comma, it is said of the whole list."""
    case = next((c for c in work.kids(k) if work.rel(c) == "case" and c < k), None)
    if work.rel(k) != "nmod" or case is None or work.tokens[case - 1].text != ",":
        return
    first = work.head[k]
    while work.rel(first) == "conj" and work.head[first] < first:
        first = work.head[first]
    members = [c for c in work.kids(first) if work.rel(c) == "conj"]
    verb = work.head[first]
    joined = any(work.rel(c) == "cc" for member in members for c in work.kids(member))
    if joined and work.rel(first) == "obj" and verb < first and members[-1] < case:
        work.attach(k, verb, "obl")


def _raise(work: Work, k: int) -> None:
    """Hang a phrase on what stands above the name on which it hangs."""
    name = work.head[k]
    while work.rel(name) in ("flat", "compound", "appos", "conj") and work.head[name] != name:
        name = work.head[name]
    above = work.head[name]
    if work.rel(name) not in _TOLD or above > name or above == name:
        return
    work.attach(k, above, "obl" if work.tokens[above].pos in ("VERB", "AUX", "ADJ") else "nmod")


def _case(work: Work, k: int) -> str | None:
    return next((work.tokens[c].lower for c in work.kids(k) if work.rel(c) == "case" and c < k), None)
