"""What a draft has named so far: the mentions of its last sentences, and each person and thing by its fullest name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.referents.mentions import Referent, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# So many sentences are kept in mind with all that they mention.
MEMORY = 3
# So many things that were called by one noun are kept in mind, the last ones.
CALLED = 32
# So many companies are kept in mind, the first ones.
COMPANIES = 8


@dataclass(frozen=True, slots=True)
class Found:
    """What a pointer means, and why."""

    referent: Referent
    ground: str


@dataclass(slots=True)
class Discourse:
    """The mentions of the last sentences, and everything named, by its key.

    `last` holds the latest mention of each, the one mentioned last at its end; `first` and
    `named` the sentences of the first, and of the last that is no pronoun.
    """

    past: list[list[Referent]] = field(default_factory=list)
    known: dict[str, Referent] = field(default_factory=dict)
    last: dict[str, Referent] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)
    named: dict[str, int] = field(default_factory=dict)
    by_noun: dict[str, dict[str, None]] = field(default_factory=dict)
    mentions: Counter[str] = field(default_factory=Counter)
    companies: dict[str, None] = field(default_factory=dict)

    def remember(self, here: Sequence[Referent], *, heading: bool = False) -> None:
        """Close a sentence; what a heading names is known, but not what "she" behind it means."""
        if heading:
            for referent in here:
                self.known.setdefault(referent.key, referent)
            return
        for referent in here:
            self._learn(referent)
        self.past.append(list(here))
        del self.past[:-MEMORY]

    def since(self, sentence: int) -> Iterator[str]:
        """The keys of what was mentioned in a sentence or behind it, the latest first."""
        for key in reversed(self.last):
            if self.last[key].sentence < sentence:
                return
            yield key

    def fullest(self, referent: Referent) -> Referent:
        """The referent by the fullest name that it was given so far."""
        known = self.known.get(referent.key)
        return referent if known is None else _merged(known, referent)

    def _learn(self, referent: Referent) -> None:
        key = referent.key
        self.mentions[key] += 2 if referent.role is Role.TOPIC else 1
        self.first.setdefault(key, referent.sentence)
        self.last.pop(key, None)
        self.last[key] = referent
        if not referent.form:
            self.named[key] = referent.sentence
        if referent.is_open:
            return
        merged = self.fullest(referent)
        self.known[key] = merged
        if merged.named and merged.nouns & words("company-nouns.txt") and len(self.companies) < COMPANIES:
            self.companies[key] = None
        for noun in merged.nouns:
            called = self.by_noun.setdefault(noun, {})
            called.pop(key, None)
            called[key] = None
            if len(called) > CALLED:
                del called[next(iter(called))]


def _merged(old: Referent, new: Referent) -> Referent:
    """A later mention, with the fullest name and all that is known."""
    fuller = len(old.text) >= len(new.text)
    return replace(
        new,
        text=old.text if fuller else new.text,
        source=old.source if fuller else new.source,
        kind="person" if "person" in (old.kind, new.kind) else old.kind if new.kind == "unknown" else new.kind,
        gender=old.gender or new.gender,
        words=old.words | new.words,
        nouns=old.nouns | new.nouns,
    )


def sole(found: dict[str, Referent]) -> Referent | None:
    """The only one, if there is only one."""
    return next(iter(found.values())) if len(found) == 1 else None
