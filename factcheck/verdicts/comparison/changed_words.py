"""Where two wordings differ: which words, and whether it matters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from factcheck.facets import quantities, quotes
from factcheck.facets.quotes import QuoteMatch
from factcheck.model import Comparison, Relation, Span
from factcheck.verdicts.quotations.speakers import listed
from factcheck.verdicts.words import plain, stem

# A quotation of this many words, so many of them telling, is known again in another order.
LEAST_REARRANGED, LEAST_TOLD = 5, 2
# A name of so many words may stand in a quotation where the speaker had a pronoun.
LONGEST_NAME = 3
# A rearranged quotation is looked for in this many words of a passage.
LONGEST_REARRANGED = 2000

ALTERED, ANOTHER, JOINED = "FC101", "FC102", "FC103"
# Pairs of the quotation's words and the note's own; "" for words that one of them lacks.
Changes = tuple[tuple[str, str], ...]
WORD = re.compile(r"[^\W_]+(?:['’\-‐‑.,][^\W_]+)*")
HYPHEN = re.compile("[-‐‑]")
_SPELLINGS = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("our", "or"),
    ("tre", "ter"),
    ("ence", "ense"),
    ("ogue", "og"),
    ("ll", "l"),
    ("ae", "e"),
)
_SHORT_FORMS = (
    ("won't", "will not"),
    ("can't", "can not"),
    ("cannot", "can not"),
    ("shan't", "shall not"),
    ("n't", " not"),
    ("'re", " are"),
    ("'ll", " will"),
    ("'ve", " have"),
    ("'m", " am"),
    ("gonna", "going to"),
    ("let's", "let us"),
)


def folded(text: str) -> tuple[str, ...]:
    """The words of a text in lower case and without diacritics."""
    return tuple(plain(word) for word in WORD.findall(text))


def telling(keys: Sequence[str]) -> int:
    """How many of the words tell something by themselves."""
    return sum(key not in listed("small") for key in keys)


def length(changes: Changes) -> int:
    """How many words were changed, counted on the longer side."""
    return sum(max(len(WORD.findall(ours)), len(WORD.findall(theirs))) for ours, theirs in changes)


def at_edge(keys: tuple[str, ...], changes: Changes) -> bool:
    """Whether the first or the last of the words is a changed one."""
    for ours, _ in changes:
        words = folded(ours)
        if words and (keys[: len(words)] == words or keys[-len(words) :] == words):
            return True
    return False


def slight(ours: str, theirs: str, *, speech: bool) -> bool:
    """Whether a change leaves what was said as it was: spelling, short forms, figures, links, what is only spoken."""
    a, b = _written(ours), _written(theirs)
    if a == b or "".join(a) == "".join(b) or [_root(w) for w in a] == [_root(w) for w in b]:
        return True
    if {*a, *b} <= listed("link") or (not speech and a and b and {*a, *b} <= listed("pronoun")):
        return True
    if b and {*b} <= listed("pronoun") and ours[:1].isupper() and len(a) <= LONGEST_NAME:
        return True
    one, two = quantities.find_text(ours), quantities.find_text(theirs)
    return (
        len(one) == len(two) == 1
        and one[0].value is not None
        and one[0].value == two[0].value
        and one[0].unit == two[0].unit
    )


def _written(text: str) -> list[str]:
    """The words of a stretch as they would be written: short forms in full, without articles and fillers."""
    text = f" {text.lower().replace('’', chr(39))} "
    for short, full in _SHORT_FORMS:
        text = text.replace(short, full)
    words = [plain(part) for word in WORD.findall(text) for part in HYPHEN.split(word)]
    joined = f" {' '.join(words)} "
    for filler in sorted((f for f in listed("filler") if " " in f), key=len):
        joined = joined.replace(f" {filler} ", " ")
    return [word for word in joined.split() if word not in listed("article") and word not in listed("filler")]


def _root(word: str) -> str:
    for british, american in _SPELLINGS:
        word = word.replace(british, american)
    return stem(word)


def rearranged(words: str, text: str) -> QuoteMatch:
    """The same words next to one another in another order."""
    found = [(plain(m.group()), m.start(), m.end()) for m in WORD.finditer(text)][:LONGEST_REARRANGED]
    keys = folded(words)
    size = len(keys)
    nothing = quotes.compare("", text)
    if size < LEAST_REARRANGED or telling(keys) < LEAST_TOLD or size > len(found):
        return nothing
    wanted = Counter(keys)
    wanted.subtract(key for key, _, _ in found[:size])
    for k in range(len(found) - size + 1):
        if k:
            wanted[found[k - 1][0]] += 1
            wanted[found[k + size - 1][0]] -= 1
        if not any(wanted.values()):
            span = Span(found[k][1], found[k + size - 1][2])
            return QuoteMatch(Comparison(Relation.DIFFERS, "altered", ALTERED), span, ((words, span.of(text)),))
    return nothing
