"""The words of a text, cut for the number grammar in one scan, and the word lists that the grammar looks at."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from factcheck.facets.tables import rows

NUMBER = "number"
SLASH = "slash"
GLYPH = "glyph"
SIGN = "sign"
WORD = "word"
MARK = "mark"
JUNK = "junk"

GLYPHS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
DASHES = frozenset("-‐‑–—−")
_LETTER = rf"[^\W\d_{GLYPHS}²³]"
_JUNK = (
    r"(?:https?://|www\.)\S{1,2000}",
    r"[@#][^\W\d]\w{0,100}",
    r"\+[0-9][0-9 ()\-]{6,18}[0-9]",
    r"\([0-9]{3}\) ?[0-9]{3}-[0-9]{4}(?![0-9])",
    r"[0-9]{3}-[0-9]{3}-[0-9]{4}(?![0-9])",
    r"[0-9]{3}-0[0-9]{3}(?![0-9])",
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])",
    r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])",
    r"[0-9]{1,4}(?:[./][0-9]{1,4}){2,6}(?![0-9])",
    r"(?:1[0-9]{3}|20[0-9]{2})[-–/](?:1[0-9]{3}|20[0-9]{2}|[0-9]{2})(?![0-9,.]?[0-9])(?!\s?%)",
)
_NUMBER = (
    r"[0-9]{1,3}(?:,[0-9]{3}){1,12}(?![0-9])(?:\.[0-9]{1,30})?",
    r"[0-9]{1,2}(?:,[0-9]{2}){1,8},[0-9]{3}(?![0-9])",
    r"[0-9]{1,3}(?:[\u00a0\u2009\u202f][0-9]{3}){1,12}(?![0-9])",
    r"[0-9]{1,40}(?:\.[0-9]{1,30})?",
    r"(?<![0-9A-Za-z])\.[0-9]{1,30}",
)


class Word(NamedTuple):
    """A piece of a text: a number, a word, a currency sign, or a mark; offsets are the text's."""

    kind: str
    text: str
    lower: str
    start: int
    end: int


def scan(text: str) -> list[Word]:
    """The pieces of a text in their order."""
    pieces = []
    for match in _pattern().finditer(text):
        kind = match.lastgroup or MARK
        piece = match.group()
        pieces.append(Word(kind, piece, piece.lower(), match.start(), match.end()))
    return pieces


@cache
def _pattern() -> re.Pattern[str]:
    signs = sorted(_signs(), key=lambda sign: (-len(sign), sign))
    lettered = "|".join(re.escape(sign) for sign in signs if sign[0].isalpha())
    bare = "|".join(re.escape(sign) for sign in signs if not sign[0].isalpha())
    return re.compile(
        rf"(?P<{SIGN}>(?:{bare}|(?<![^\W\d_])(?:{lettered}))(?=\s?[0-9.{GLYPHS}]))"
        rf"|(?P<{JUNK}>{'|'.join(_JUNK)}|{_LETTER}{{1,40}}[0-9]\w{{0,40}})"
        rf"|(?P<{SLASH}>[0-9]{{1,4}}[/⁄][0-9]{{1,4}}(?![0-9]))"
        rf"|(?P<{NUMBER}>{'|'.join(_NUMBER)})"
        rf"|(?P<{GLYPH}>[{GLYPHS}])"
        rf"|(?P<{WORD}>{_LETTER}(?:\.{_LETTER}){{1,6}}\.?|{_LETTER}{{1,60}}(?:['’]{_LETTER}{{1,60}})?)"
        rf"|(?P<{MARK}>\S)"
    )


def _signs() -> set[str]:
    return {sign for row in rows("units.tsv") for sign in row[7].split(",") if sign}


@cache
def cues(name: str) -> frozenset[str]:
    """One of the closed word lists of `quantity_cues.tsv`."""
    return frozenset(next(words for key, words in rows("quantity_cues.tsv") if key == name).split())


def at(words: list[Word], i: int) -> str:
    """The word at a place, in lower case; empty outside of the text."""
    return words[i].lower if 0 <= i < len(words) else ""


def touching(words: list[Word], i: int) -> bool:
    """Whether the word at a place follows the one before it without a space."""
    return 0 < i < len(words) and words[i - 1].end == words[i].start


def hyphen(words: list[Word], i: int) -> bool:
    """Whether a hyphen at that place ties the words before and after it."""
    return i < len(words) and words[i].text in DASHES and touching(words, i) and touching(words, i + 1)


def plural(words: list[Word], i: int) -> bool:
    """Whether the word at that place looks like a plural noun."""
    if not 0 <= i < len(words) or words[i].kind != WORD:
        return False
    word = words[i].lower
    if word in cues("plural"):
        return True
    return (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in cues("function")
    )


def capital(words: list[Word], i: int) -> bool:
    """Whether the word at that place has a capital letter in it."""
    return 0 <= i < len(words) and words[i].kind in {WORD, JUNK} and words[i].text != words[i].lower


def opens(words: list[Word], i: int) -> bool:
    """Whether the word at that place may begin a sentence, so that its capital says nothing."""
    return i == 0 or (words[i - 1].kind == MARK and words[i - 1].text not in {",", "&", "'", "’", "/"} | DASHES)
