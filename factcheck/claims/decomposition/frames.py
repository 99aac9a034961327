"""What clauses and statements are made of while a sentence is taken apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.claims.decomposition.phrases import Phrase
    from factcheck.claims.decomposition.wording import Item


@dataclass(frozen=True, slots=True)
class Statement:
    """The words of one statement; `predicate` is its main word, `speech` the verb of saying over it, if there is one.

    `identity`: it says who or what something is.
    """

    items: tuple[Item, ...]
    predicate: int
    speech: int | None = None
    speaker: tuple[Item, ...] = ()
    identity: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What a predicate takes from the clause around it.

    `subject` stands for its own; `auxiliaries` are shared; `tense` makes a participle finite; `conditions` hold for
    everything below; `after` are complements that stand elsewhere in the sentence; `leave` are words not to show;
    `prefix` says who says so.
    """

    subject: tuple[Phrase, ...] | None = None
    plural: bool = False
    prefix: tuple[Item, ...] = ()
    auxiliaries: tuple[Item, ...] = ()
    tense: str | None = None
    conditions: tuple[tuple[Item, ...], ...] = ()
    after: tuple[Phrase, ...] = ()
    leave: frozenset[int] = frozenset()
    speech: int | None = None
    speaker: tuple[Item, ...] = ()
    depth: int = 0


@dataclass(slots=True)
class Parts:
    """The dependents of a predicate by what they do in its clause."""

    subjects: list[int] = field(default_factory=list)
    auxiliaries: list[int] = field(default_factory=list)
    complements: list[int] = field(default_factory=list)
    adjuncts: list[int] = field(default_factory=list)
    conditions: list[int] = field(default_factory=list)
    detached: list[int] = field(default_factory=list)
    reported: list[int] = field(default_factory=list)
    conjuncts: list[int] = field(default_factory=list)
    asides: list[int] = field(default_factory=list)
    loose: frozenset[int] = frozenset()


def fresh(frame: Frame) -> Frame:
    """What every clause of the sentence inherits: who says so."""
    return Frame(prefix=frame.prefix, speech=frame.speech, speaker=frame.speaker, depth=frame.depth + 1)
