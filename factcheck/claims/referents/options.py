"""Who and what a pronoun may mean: everything mentioned lately that number, gender and kind allow."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.referents.mentions import Role
from factcheck.facets import lexicon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from factcheck.claims.referents.discourse import Discourse
    from factcheck.claims.referents.mentions import Referent
    from factcheck.claims.referents.pointers import Pointer

# How many sentences back what a pronoun means may have been mentioned last.
WINDOWS = {"he": 10, "she": 10, "it": 3, "they": 4}
# So many at most are weighed for one pronoun, those mentioned last.
MOST = 14


@dataclass(frozen=True, slots=True)
class Option:
    """Somebody or something that a pronoun may mean.

    `full` is it by its fullest name, `last` its latest mention; `count` how often it was mentioned, `first` in which
    sentence first, `named` in which last by more than a pronoun; `is_body`: it is one thing, of several people.
    """

    full: Referent
    last: Referent
    count: int
    first: int
    named: int
    is_body: bool = False


def options(
    draft: Discourse, pointer: Pointer, before: Sequence[Referent], index: int, bound: Collection[str] = ()
) -> list[Option]:
    """All that a pronoun may mean, the latest mention first.

    `before` are the mentions earlier in its sentence; `bound` the keys of those that its grammar rules out.
    """
    found: list[Option] = []
    for full, last, count in _mentioned(draft, before, index - WINDOWS[pointer.wants]):
        if last.key not in bound and _fits(pointer, full):
            first = draft.first.get(last.key, last.sentence)
            named = draft.named.get(last.key, first) if last.form else last.sentence
            found.append(Option(full, last, count, first, named, pointer.plural and not full.plural))
        if len(found) == MOST:
            break
    people = [o for o in found if o.full.is_person and o.full.named] if pointer.wants in ("he", "she") else []
    return [o for o in found if not any(_outranks(one, o, pointer.wants) for one in people)]


def _outranks(one: Option, other: Option, wants: str) -> bool:
    """Whether somebody named as lately leaves no doubt beside what may be nobody."""
    if other.full.is_person or other.full.acts or one.last.sentence < other.last.sentence:
        return False
    return one.last.role <= other.last.role or (one.full.gender == wants and one.last.role <= Role.OBJECT)


def _mentioned(draft: Discourse, before: Sequence[Referent], since: int) -> Iterator[tuple[Referent, Referent, int]]:
    """Everything mentioned since a sentence: by its fullest name, its last mention, and how often so far."""
    own: dict[str, list[Referent]] = {}
    for mention in before:
        own.setdefault(mention.key, []).append(mention)
    for key, mentions in sorted(own.items(), key=lambda item: -max(item[1][-1].tokens)):
        yield draft.fullest(mentions[-1]), mentions[-1], draft.mentions[key] + len(mentions)
    for key in draft.since(since):
        if key not in own and key in draft.known:
            yield draft.known[key], draft.last[key], draft.mentions[key]


def _fits(pointer: Pointer, full: Referent) -> bool:
    """Whether number, gender and kind let a pronoun mean what was named."""
    if pointer.wants in ("he", "she"):
        return full.may_be_person and (full.gender or pointer.wants) == pointer.wants
    if pointer.wants == "it":
        return not full.plural and not full.is_person
    return full.plural or (not full.is_person and (full.kind == "organisation" or any(map(_of_people, full.nouns))))


@lru_cache(1 << 14)
def _of_people(noun: str) -> bool:
    """Whether a noun names a body of people: "team", "company"."""
    listed = noun in words("pointing-nouns.txt") or noun in words("company-nouns.txt")
    return listed or lexicon.falls_under(noun, "group")
