"""Whether quoted words are the words of a passage: exact, trimmed, altered, or joined from two places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq, Opcodes

from factcheck.facets.names.data import fold
from factcheck.facets.tables import rows
from factcheck.model import Comparison, Relation, Span

ALTERED, JOINED = "FC101", "FC103"
# An altered quotation needs this share of its words in the passage, in order, to be sure that it is that passage's.
# Quotations have been misheard by a word or two, not rewritten; below it the words are another's.
SAME_WORDS = 0.6
# … and at least this many, since any two sentences share "it is a".
FEWEST_SAME_WORDS = 3
# Short quotations (up to FEWEST_SAME_WORDS words) may differ in one word only when the others are not all small words.
SMALL_WORDS = frozenset(word for (line,) in rows("small_words.txt") for word in line.split())
# Each part of a joined quotation has at least this many words.
PART_WORDS = 3
# Altered words are looked for in this many words of a quotation and this many characters of a passage.
LONGEST_QUOTE = 1000
LONGEST_PASSAGE = 200_000
_WORD = re.compile(r"[^\W_]+(?:['’\-‐‑.,][^\W_]+)*[%$€£]?|[$€£]")
# A letter changed in brackets: "[w]e".
_LETTER = re.compile(r"\[(\w)\](?=\w)")
_GAP = re.compile(r"\.\.\.+|…|\[[^\]]*\]|\. \. \.")


@dataclass(frozen=True, slots=True)
class QuoteMatch:
    """How quoted words stand to a passage's.

    `passage_span` is where the passage has them; `differing` pairs each changed stretch with the passage's own ("" for
    words that one of them lacks).
    """

    comparison: Comparison
    passage_span: Span | None
    differing: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    key: str
    start: int
    end: int


def compare(claim_words: str, passage_text: str) -> QuoteMatch:
    """Hold quoted words against a passage."""
    passage = _words(passage_text)
    claim_words = _LETTER.sub(r"\1", claim_words)
    parts = [part for stretch in _GAP.split(claim_words) if (part := _words(stretch))]
    if not parts or not passage:
        return _missing()
    places = _in_order(parts, passage)
    if places is not None:
        return _found(claim_words, passage_text, passage, places)
    if len(parts) > 1 and all(_in_order([part], passage) for part in parts):
        return _missing()
    words = [word for part in parts for word in part][:LONGEST_QUOTE]
    return _joined(words, passage) or _altered(words, passage, passage_text, claim_words)


def _words(text: str) -> list[_Word]:
    return [
        _Word(m.group(), fold(m.group()).replace("‐", "-").replace("‑", "-"), m.start(), m.end())
        for m in _WORD.finditer(text)
    ]


def _missing() -> QuoteMatch:
    return QuoteMatch(Comparison(Relation.MISSING, "not found"), None)


# --- the very words -----------------------------------------------------------------------------------


def _in_order(parts: list[list[_Word]], passage: list[_Word]) -> list[tuple[int, int]] | None:
    """Where each part of the quotation stands in the passage, one after the other, or None."""
    keys = " " + " ".join(word.key for word in passage) + " "
    offsets = _word_numbers(passage)
    places, at = [], 0
    for part in parts:
        wanted = " " + " ".join(word.key for word in part) + " "
        found = keys.find(wanted, at)
        if found < 0:
            return None
        places.append((offsets[found], offsets[found] + len(part)))
        at = found + len(wanted) - 1
    return places


def _word_numbers(passage: list[_Word]) -> dict[int, int]:
    """The number of the word that follows each blank of the joined keys."""
    numbers, at = {}, 0
    for number, word in enumerate(passage):
        numbers[at] = number
        at += len(word.key) + 1
    return numbers


def _found(claim_words: str, text: str, passage: list[_Word], places: list[tuple[int, int]]) -> QuoteMatch:
    span = Span(passage[places[0][0]].start, passage[places[-1][1] - 1].end)
    exact = len(places) == 1 and _plain(claim_words) in _plain(text)
    return QuoteMatch(Comparison(Relation.AGREES, "exact" if exact else "trimmed"), span)


def _plain(text: str) -> str:
    """The text with one kind of mark and blank."""
    return re.sub(r"\s+", " ", text.translate(_MARKS)).strip()


_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‑": "-", "‐": "-", "\u00a0": " "})


# --- joined from two places ---------------------------------------------------------------------------


def _joined(words: list[_Word], passage: list[_Word]) -> QuoteMatch | None:
    """Whether the quotation is two stretches of the passage, word for word, with others left out between them."""
    if len(words) < 2 * PART_WORDS:
        return None
    keys = " " + " ".join(word.key for word in passage) + " "
    length = _longest_prefix([word.key for word in words], keys)
    if length < PART_WORDS or len(words) - length < PART_WORDS:
        return None
    numbers = _word_numbers(passage)
    first = keys.find(" " + " ".join(word.key for word in words[:length]) + " ")
    second = keys.find(" " + " ".join(word.key for word in words[length:]) + " ")
    if first < 0 or second < 0:
        return None
    begins, ends = numbers[first], numbers[second]
    left_out = passage[begins + length : ends] if begins < ends else passage[ends + len(words) - length : begins]
    if len(left_out) < PART_WORDS:
        return None
    low, high = min(begins, ends), max(begins + length, ends + len(words) - length)
    message = f"the quotation joins words that stand apart: {_short(words[:length])} / {_short(words[length:])}"
    span = Span(passage[low].start, passage[high - 1].end)
    return QuoteMatch(
        Comparison(Relation.DIFFERS, "joined", JOINED, message), span, (("", " ".join(w.text for w in left_out)),)
    )


def _short(words: list[_Word]) -> str:
    return " ".join(word.text for word in words[:6]) + (" …" if len(words) > 6 else "")


def _longest_prefix(words: list[str], keys: str) -> int:
    """How many first words stand together somewhere in the passage."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if " " + " ".join(words[:middle]) + " " in keys:
            low = middle
        else:
            high = middle - 1
    return low


# --- altered words -------------------------------------------------------------------------------------


def _altered(words: list[_Word], passage: list[_Word], text: str, claim_words: str) -> QuoteMatch:
    """The clearly corresponding stretch of the passage and the words in which it differs, or that there is none."""
    near = _near(words, passage, text, claim_words)
    blocks = _compact(_blocks(words, near), len(words))
    if not _corresponds(words, blocks):
        return _missing()
    begin = max(0, blocks[0].passage - blocks[0].claim)
    end = min(len(near), blocks[-1].passage + len(words) - blocks[-1].claim)
    differing = _differences(words, near[begin:end])
    span = Span(near[begin].start, near[end - 1].end)
    if not differing:
        return QuoteMatch(Comparison(Relation.AGREES, "trimmed"), span)
    message = "; ".join(_change(ours, theirs) for ours, theirs in differing)
    return QuoteMatch(Comparison(Relation.DIFFERS, "altered", ALTERED, message), span, differing)


def _change(ours: str, theirs: str) -> str:
    if ours and theirs:
        return f'"{ours}" for "{theirs}"'
    return f'adds "{ours}"' if ours else f'leaves out "{theirs}"'


@dataclass(frozen=True, slots=True)
class _Block:
    """Words that quotation and passage share without a break: where they begin in each, and how many."""

    claim: int
    passage: int
    size: int


def _opcodes(words: list[_Word], near: list[_Word]) -> Opcodes:
    return LCSseq.opcodes([word.key for word in words], [word.key for word in near])


def _blocks(words: list[_Word], near: list[_Word]) -> list[_Block]:
    return [
        _Block(code.src_start, code.dest_start, code.src_end - code.src_start)
        for code in _opcodes(words, near)
        if code.tag == "equal"
    ]


def _near(words: list[_Word], passage: list[_Word], text: str, claim_words: str) -> list[_Word]:
    """The part of a passage around the place that is most like the quotation."""
    if len(passage) <= 3 * len(words) + 20:
        return passage
    best = fuzz.partial_ratio_alignment(claim_words.lower()[:2000], text.lower()[:LONGEST_PASSAGE])
    start, end = (best.dest_start, best.dest_end) if best else (0, 0)
    reach = end - start + 40
    return [word for word in passage if start - reach <= word.start < end + reach][: 3 * LONGEST_QUOTE]


def _compact(blocks: list[_Block], size: int) -> list[_Block]:
    """The shared words around the longest stretch of them that lie together in the passage."""
    if not blocks:
        return blocks
    widest = max(2, size // 3)

    def apart(k: int) -> bool:
        return blocks[k + 1].passage - blocks[k].passage - blocks[k].size > widest

    low = high = max(range(len(blocks)), key=lambda k: (blocks[k].size, -k))
    while low > 0 and not apart(low - 1):
        low -= 1
    while high + 1 < len(blocks) and not apart(high):
        high += 1
    return blocks[low : high + 1]


def _corresponds(words: list[_Word], blocks: list[_Block]) -> bool:
    """Whether enough of the quotation stands in the passage to say that it is these words, altered."""
    same = sum(block.size for block in blocks)
    shared = (words[k].key for block in blocks for k in range(block.claim, block.claim + block.size))
    telling = sum(word not in SMALL_WORDS for word in shared)
    if len(words) < FEWEST_SAME_WORDS:
        return False
    if len(words) <= FEWEST_SAME_WORDS + 1:
        return same >= max(2, len(words) - 1) and telling >= 2
    return same >= max(FEWEST_SAME_WORDS, SAME_WORDS * len(words)) and telling >= 2


def _differences(words: list[_Word], near: list[_Word]) -> tuple[tuple[str, str], ...]:
    """The changed stretches; what the passage has before the first or after the last word of the quotation is none."""
    changes: list[list[list[str]]] = [[[], []]]
    for code in _opcodes(words, near):
        if code.tag == "equal":
            changes.append([[], []])
            continue
        changes[-1][0] += [word.text for word in words[code.src_start : code.src_end]]
        changes[-1][1] += [word.text for word in near[code.dest_start : code.dest_end]]
    edges = (0, len(changes) - 1)
    return tuple(
        (" ".join(ours), " ".join(theirs))
        for k, (ours, theirs) in enumerate(changes)
        if ours or (theirs and k not in edges)
    )
