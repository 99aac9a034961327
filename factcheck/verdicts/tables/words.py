"""The words that tables and prose about them are made of."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from factcheck.verdicts.words import plain, stem

WORDS = Path(__file__).parent.parent / "data" / "table_words.tsv"
PIECE = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:\.\d+)?|[%$€£¥°]")
CAMEL = re.compile(r"(?<=[a-zà-ÿ0-9])(?=[A-Z])")


@cache
def cues(kind: str) -> frozenset[str]:
    """The words of one kind in the table of words."""
    return frozenset(word for row in _rows(kind) for word in row.split())


@cache
def phrases(kind: str) -> tuple[str, ...]:
    """The lines of one kind in the table of words, whole."""
    return tuple(_rows(kind))


@cache
def _rows(kind: str) -> tuple[str, ...]:
    lines = (line.split("\t") for line in WORDS.read_text("utf-8").splitlines() if not line.startswith("#"))
    return tuple(words for name, words in lines if name == kind)


@lru_cache(maxsize=16_384)
def pieces(text: str, *, camel: bool = False) -> tuple[str, ...]:
    """The words of a title or a label, each in plain lower case; `camel` takes "unionPay" apart."""
    spaced = CAMEL.sub(" ", text.replace("_", " ")) if camel else text.replace("_", " ")
    return tuple(plain(piece.group()) for piece in PIECE.finditer(spaced) if piece.group()[0].isalnum())


def alike(one: str, two: str) -> bool:
    """Whether two plain words are forms of one word."""
    return one == two or (len(one) > 2 and len(two) > 2 and stem(one) == stem(two))
