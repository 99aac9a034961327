"""What a name is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from factcheck.model import Span

Kind = Literal["person", "place", "organisation", "nationality", "work", "other", "unknown"]

ACRONYM = re.compile(r"[A-Z][A-Z&]{1,6}s?|(?:[A-Z]\.){2,6}[A-Z]?")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text.

    `span` and `text` are the name without its title; `words` its significant words, folded to plain lower case;
    `title` the words before it ("Prime Minister"); `head` the token that stands for it in the parse.
    """

    span: Span
    text: str
    kind: Kind
    words: tuple[str, ...]
    title: str | None
    head: int
