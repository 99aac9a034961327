"""Gapped clauses: "600 people live on the island and 40 on Pitt" leaves out what both share.

Each part of the second stands for the part of the first with the same role: a number for the number, "on Pitt"
for "on the island". They are put in its place one for one; where a part has no counterpart, no gap is seen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.model import Analysis

if TYPE_CHECKING:
    from factcheck.model import Token

# A gapped clause is short: beyond so many words, the words are something else.
LONGEST = 16
# More gapped clauses than this in one sentence are a list.
MOST = 6
_OPENS = frozenset(["and", "but", "while", "or"])
_NOMINAL = frozenset(["NOUN", "PROPN", "NUM", "PRON", "SYM", "ADJ"])
_GLUE = frozenset(["of", "than", "per", "'s", "’s", "'", "’", "-", "–", "%"])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])


@dataclass(frozen=True, slots=True)
class Chunk:
    """A phrase by its words: `case` is its preposition, `number` its figure; `verb` for what parts phrases."""

    start: int
    end: int
    case: str | None = None
    number: int | None = None
    nouns: tuple[int, ...] = ()
    verb: bool = False

    @property
    def is_bare_number(self) -> bool:
        """Whether the phrase is a figure without its noun."""
        return self.number is not None and not self.nouns


@dataclass(frozen=True, slots=True)
class Gap:
    """The words of a gapped clause, and the whole clause that they stand for."""

    words: range
    items: tuple[int, ...]


def gaps(analysis: Analysis) -> list[Gap]:
    """The gapped clauses at the end of a sentence."""
    tokens = analysis.tokens
    segments = _segments(tokens)
    found: list[Gap] = []
    for count in range(1, min(len(segments), MOST + 1)):
        last = segments[-count:]
        full = _chunks(tokens, range(0, _end_of(tokens, last[0].start)))
        made = [_filled(tokens, full, _chunks(tokens, segment)) for segment in last]
        if all(items is not None for items in made):
            found = [Gap(s, items) for s, items in zip(last, made, strict=True) if items is not None]
    return found


def without(analysis: Analysis, found: list[Gap]) -> Analysis:
    """The parse of the sentence without its gapped clauses: their words hang on its head, as punctuation does."""
    if not found:
        return analysis
    gone = {i for gap in found for i in range(gap.words.start - 1, gap.words.stop)}
    top = next((i for i in analysis.roots if i not in gone), None)
    if top is None:
        return analysis
    made = []
    for token in analysis.tokens:
        if token.i in gone:
            made.append(replace(token, head=top, dep="punct", pos="PUNCT", tag=""))
        elif token.head in gone:
            made.append(replace(token, head=top, dep="obl" if token.pos in _NOMINAL else "dep"))
        else:
            made.append(token)
    return Analysis(analysis.text, tuple(made))


def _segments(tokens: tuple[Token, ...]) -> list[range]:
    """The stretches between commas and conjunctions, if the last follows a conjunction."""
    end = len(tokens)
    while end and tokens[end - 1].pos == "PUNCT":
        end -= 1
    cuts = [t.i for t in tokens[:end] if t.text in (",", ";") or (t.lower in _OPENS and t.pos in ("CCONJ", "SCONJ"))]
    if not cuts or tokens[cuts[-1]].text in (",", ";"):
        return []
    bounds = [-1, *cuts, end]
    found = [range(a + 1, b) for a, b in pairwise(bounds) if b > a + 1]
    return found if len(found[-1]) <= LONGEST else []


def _end_of(tokens: tuple[Token, ...], start: int) -> int:
    """The end of the words before a segment, without the comma and the conjunction between."""
    end = start
    while end and (tokens[end - 1].pos in ("PUNCT", "CCONJ") or tokens[end - 1].lower in _OPENS):
        end -= 1
    return end


def _chunks(tokens: tuple[Token, ...], words: range) -> list[Chunk]:
    """The words as phrases, by their classes alone: where a clause is gapped, the parse is hardly ever right."""
    found: list[Chunk] = []
    for i in words:
        token = tokens[i]
        last = found[-1] if found and found[-1].end == i else None
        verb = token.pos in ("VERB", "AUX") and (token.tag in _FINITE or token.rel != "amod")
        if verb or token.pos == "SCONJ":
            found.append(Chunk(i, i + 1, verb=True))
        elif last is not None and not last.verb and _goes_on(tokens, last, i):
            found[-1] = _grown(last, token)
        else:
            opens = token.pos == "ADP" and token.lower not in ("of", "than")
            found.append(_grown(Chunk(i, i, token.lower if opens else None), token))
    return found


def _goes_on(tokens: tuple[Token, ...], chunk: Chunk, i: int) -> bool:
    token = tokens[i]
    filled = bool(chunk.nouns) or chunk.number is not None
    if token.lower in _GLUE or (token.lower == "to" and tokens[i - 1].lower in ("close", "up")):
        return True
    if tokens[i - 1].lower in ("of", "than", "-", "–", "/"):
        return True
    if token.pos == "ADP":
        return False
    if token.pos in ("DET", "PRON", "ADV"):
        return not filled
    return (token.pos in _NOMINAL or token.rel == "amod") and not (token.pos == "NUM" and chunk.nouns)


def _grown(chunk: Chunk, token: Token) -> Chunk:
    number = token.i if token.pos == "NUM" else chunk.number
    names = token.pos in ("NOUN", "PROPN", "PRON")
    return replace(
        chunk,
        end=token.i + 1,
        number=number if chunk.number is None else chunk.number,
        nouns=(*chunk.nouns, token.i) if names else chunk.nouns,
    )


def _filled(tokens: tuple[Token, ...], full: list[Chunk], gapped: list[Chunk]) -> tuple[int, ...] | None:
    """The full clause with the parts of the gapped one in the places of their counterparts; None if they have none."""
    verb = next((at for at in range(len(full) - 1, 0, -1) if _is_finite(tokens, full[at])), None)
    if verb is None or len(gapped) != 2 or any(chunk.verb for chunk in gapped) or _is_list(tokens, full[verb:]):
        return None
    places = _places(tokens, full, gapped[0], gapped[1], verb)
    if places is None:
        return None
    pairs = dict(zip(places, gapped, strict=True))
    items: list[int] = []
    for at, chunk in enumerate(full):
        items += _exchanged(tokens, chunk, pairs[at]) if at in pairs else range(chunk.start, chunk.end)
    return tuple(i for i in items if tokens[i].pos != "PUNCT")


def _is_finite(tokens: tuple[Token, ...], chunk: Chunk) -> bool:
    return chunk.verb and tokens[chunk.start].tag in _FINITE


def _is_list(tokens: tuple[Token, ...], chunks: list[Chunk]) -> bool:
    """Whether the words from the verb on hold commas or conjunctions, so that it is open what is joined to what."""
    inside = range(chunks[0].start, chunks[-1].end)
    return any(tokens[i].text in (",", ";", "(", "—") or tokens[i].pos == "CCONJ" for i in inside)


def _places(
    tokens: tuple[Token, ...], full: list[Chunk], first: Chunk, second: Chunk, verb: int
) -> tuple[int, int] | None:
    """Where in the full clause the counterparts stand: the second part's at its end, the first's before it."""
    end = len(full) - 1
    if end <= verb or not _fits(tokens, full[end], second):
        return None
    subject, before = verb - 1, end - 1
    if second.case is None:
        alike = first.case is None and not first.is_bare_number and end == verb + 1
        return (subject, end) if alike and _fits(tokens, full[subject], first) else None
    if before > verb and _fits(tokens, full[before], first):
        return before, end
    return (subject, end) if first.is_bare_number and _fits(tokens, full[subject], first) else None


def _fits(tokens: tuple[Token, ...], one: Chunk, other: Chunk) -> bool:
    """Whether the second phrase may play the role of the first."""
    if other.case is not None and one.case != other.case:
        return False
    if other.is_bare_number:
        return one.number is not None and not _is_name(tokens, one)
    names = [any(tokens[i].pos == "PROPN" for i in chunk.nouns) for chunk in (one, other)]
    if other.case is not None:
        return bool(one.nouns) or one.number is not None
    return bool(one.nouns) and (names[0] == names[1]) and (bool(other.nouns) or tokens[other.start].pos == "DET")


def _is_name(tokens: tuple[Token, ...], chunk: Chunk) -> bool:
    """ "Boeing 747", "July 30": a number that counts nothing."""
    return chunk.number is not None and chunk.number > 0 and tokens[chunk.number - 1].pos in ("PROPN", "NOUN")


def _exchanged(tokens: tuple[Token, ...], chunk: Chunk, other: Chunk) -> list[int]:
    """The words of the second phrase; a figure without its noun takes that of the first."""
    lead = [chunk.start] if chunk.case is not None and other.case is None else []
    words = [*lead, *range(other.start, other.end)]
    if not other.is_bare_number or chunk.number is None:
        return words
    rest = [i for i in range(chunk.number + 1, chunk.end) if tokens[i].pos != "NUM"]
    return words + ([] if any(tokens[i].pos == "SYM" for i in words) else rest)
