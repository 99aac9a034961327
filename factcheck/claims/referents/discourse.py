"""What a draft has named so far: the mentions of its last sentences, and each person and thing by its fullest name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.referents.mentions import Referent, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

# How many sentences back a person may be named for "she" still to mean them.
MEMORY = 3
# So many sentences at most that are all quotation, which push nobody out of mind, are kept beside them.
MEMORY_OF_SPEECH = 12
# So many people at most are kept in mind for an open pronoun.
CANDIDATES = 8
# So many things that were called by one noun are kept in mind, the last ones.
CALLED = 32


@dataclass(frozen=True, slots=True)
class Found:
    """What a pointer means, and why."""

    referent: Referent
    ground: str


@dataclass(slots=True)
class Discourse:
    """The mentions of the last sentences, and everything named, by its key."""

    past: list[list[Referent]] = field(default_factory=list)
    spoken: list[bool] = field(default_factory=list)
    known: dict[str, Referent] = field(default_factory=dict)
    by_noun: dict[str, dict[str, None]] = field(default_factory=dict)
    mentions: Counter[str] = field(default_factory=Counter)
    companies: dict[str, None] = field(default_factory=dict)
    leaders: list[str] = field(default_factory=list)

    def remember(self, here: Sequence[Referent], *, heading: bool = False, spoken: bool = False) -> None:
        """Close a sentence; what a heading names is known, but not what "she" behind it means."""
        if heading:
            for referent in here:
                self.known.setdefault(referent.key, referent)
            return
        for referent in here:
            self._learn(referent)
        self.past.append(list(here))
        self.spoken.append(spoken)
        while self.spoken.count(False) > MEMORY or len(self.spoken) > MEMORY_OF_SPEECH + MEMORY:
            del self.past[0], self.spoken[0]

    def narrated(self) -> Discourse:
        """The same, with only what the last sentences mention that are not all quotation."""
        past = [group for group, spoken in zip(self.past, self.spoken, strict=True) if not spoken]
        return replace(self, past=past, spoken=[False] * len(past))

    def _learn(self, referent: Referent) -> None:
        if referent.is_open:
            return
        key = referent.key
        self.mentions[key] += 2 if referent.role is Role.TOPIC else 1
        old = self.known.get(key)
        merged = referent if old is None else _merged(old, referent)
        self.known[key] = merged
        if merged.is_person and merged.named:
            ranked = sorted({*self.leaders, key}, key=lambda k: (-self.mentions[k], k))
            self.leaders = ranked[:CANDIDATES]
        if merged.named and merged.nouns & words("company-nouns.txt") and len(self.companies) < CANDIDATES:
            self.companies[key] = None
        for noun in merged.nouns:
            called = self.by_noun.setdefault(noun, {})
            called.pop(key, None)
            called[key] = None
            if len(called) > CALLED:
                del called[next(iter(called))]

    def fullest(self, referent: Referent) -> Referent:
        """The referent by the fullest name that it was given so far."""
        known = self.known.get(referent.key)
        return referent if known is None else _merged(known, referent)


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
