"""Other names of the same thing, as a text gives them: an acronym in brackets, "also known as"."""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.facets.names.data import fold, words_of
from factcheck.facets.names.detection import find
from factcheck.facets.names.value import ACRONYM, Name
from factcheck.model import Analysis

_ALIAS_LINK = re.compile(
    r",? ?\(?(?:(?:also|better|formerly|widely|otherwise|commonly|previously) )?"
    r"(?:known as|called|formerly|a\.k\.a\.|aka|alias|nicknamed|dubbed|abbreviated as|or simply)(?: the)? [\"“‘']?"
)


def aliases(analysis: Analysis) -> tuple[tuple[str, str], ...]:
    """Pairs of names that the text says are of one thing: "National People's Congress (NPC)", "X, known as Y"."""
    names = find(analysis)
    return tuple(
        (first.text, second.text) for first, second in pairwise(names) if _linked(analysis.text, first, second)
    )


def _linked(text: str, first: Name, second: Name) -> bool:
    between = text[first.span.end : second.span.start]
    if between in (" (", " (the ", " (“", ' ("'):
        closed = text[second.span.end : second.span.end + 1] in (")", ";", ",", "”", '"')
        return closed and (abbreviates(second.text, first.text) or abbreviates(first.text, second.text))
    return bool(_ALIAS_LINK.fullmatch(between))


def abbreviates(short: str, long: str) -> bool:
    """Whether the letters of an acronym are the first letters of the longer name's words ("NPC")."""
    letters = fold(short).replace("&", "").upper()
    if not ACRONYM.fullmatch(short) or " " in short:
        return False
    words = [fold(word) for word in re.split(r"[\s\-–&]+", re.sub(r"['’]s\b", "", long)) if fold(word)]
    significant = [word for word in words if word not in words_of("skipped")]
    return any(
        len(chosen) > 1
        and letters.rstrip("S" if short.endswith("s") else "") == "".join(word[0] for word in chosen).upper()
        for chosen in (words, significant, [word for word in words if word != "the"])
    )
