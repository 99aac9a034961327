"""What the notes say to a claim."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from factcheck.model.document import BlockKind, Cell
from factcheck.model.span import Span


@dataclass(frozen=True)
class Passage:
    """A note's sentence, table row or caption cue, with its neighbours: the unit of retrieval.

    `id` is stable: the note's content hash and the passage's number in it. `span` is in the note's text; `text` is
    the plain words; `before` and `after` are its neighbours' words; `heading` the nearest heading above it.
    """

    id: str
    note: str
    sha256: str
    span: Span
    text: str
    locator: str
    title: str = ""
    heading: str = ""
    before: str = ""
    after: str = ""
    speaker: str | None = None
    date: date | None = None
    kind: BlockKind = BlockKind.PARAGRAPH
    cells: tuple[Cell, ...] = ()
    tier: str | None = None
    origin: str | None = None

    @property
    def asks(self) -> bool:
        """Whether it is a question, which states nothing."""
        return self.text.rstrip("\"”’') ").endswith("?")


class Stance(StrEnum):
    """What a passage says of a claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    NEUTRAL = "neutral"


@dataclass(frozen=True)
class Evidence:
    """A passage that was considered for a claim; `score` is the share of the claim's information it covers, 0 to 1."""

    passage: Passage
    score: float
    stance: Stance = Stance.NEUTRAL
    reason: str = ""
