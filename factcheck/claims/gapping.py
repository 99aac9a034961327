"""Gapped clauses: "600 people live on the island and 40 on Pitt" leaves out what the second clause shares with the first.

Each part of the second stands for the part of the first with the same role: a number for the number, "on Pitt" for "on the
island". They are put in its place one for one; where a part has no counterpart, the sentence is left as it stands.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.model import Analysis

if TYPE_CHECKING:
    from factcheck.model import Token

# A gapped clause is short: beyond so many words, the words are something else.
LONGEST = 16
_OPENS = frozenset(["and", "but", "while", "or"])
_NOMINAL = frozenset(["NOUN", "PROPN", "NUM", "PRON", "SYM", "ADJ"])
_GLUE = frozenset(["of", "than", "per", "'s", "’s", "'", "’", "-", "–", "%", "to"])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])


@dataclass(frozen=True, slots=True)
class Chunk:
    """A phrase by its words: `case` is its preposition, `number` the place of its figure; `verb` for a verb group."""

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
    for count in range(1, len(segments)):
        first = range(0, segments[-count].start)
        full = _chunks(tokens, range(first.start, _end_of(tokens, segments[-count].start)))
        made = [_filled(tokens, full, _chunks(tokens, segment)) for segment in segments[-count:]]
        if any(items is None for items in made):
            break
        found = [Gap(s, items) for s, items in zip(segments[-count:], made, strict=True) if items is not None]
    return found


def without(analysis: Analysis, found: list[Gap]) -> Analysis:
    """The parse of the sentence without its gapped clauses: their words hang on its head, as if they were punctuation."""
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
    """The stretches between commas and conjunctions, from the first one to the end, if the last follows a conjunction."""
    end = len(tokens)
    while end and tokens[end - 1].pos == "PUNCT":
        end -= 1
    cuts = [t.i for t in tokens[:end] if t.text in (",", ";") or (t.lower in _OPENS and t.pos in ("CCONJ", "SCONJ"))]
    if not cuts or tokens[cuts[-1]].text in (",", ";"):
        return []
    bounds = [-1, *cuts, end]
    found = [range(a + 1, b) for a, b in zip(bounds, bounds[1:], strict=False) if b > a + 1]
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
        if token.pos in ("VERB", "AUX") and token.tag != "VBN":
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
    if token.lower in _GLUE and (token.lower != "to" or tokens[i - 1].pos in ("ADJ", "ADV")):
        return True
    if tokens[i - 1].lower in ("of", "than"):
        return True
    if token.pos == "ADP":
        return False
    if token.pos in ("DET", "PRON", "ADV"):
        return not filled
    return token.pos in _NOMINAL and not (token.pos == "NUM" and chunk.nouns)


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
    """The full clause with the parts of the gapped one in the places of their counterparts; None where they don't fit."""
    clause = _last_clause(tokens, full)
    if clause is None or len(gapped) < 2 or any(chunk.verb for chunk in gapped):
        return None
    pairs = _paired(tokens, clause, gapped)
    if pairs is None:
        return None
    items: list[int] = []
    for chunk in clause:
        other = pairs.get(chunk.start)
        items += _exchanged(tokens, chunk, other) if other is not None else range(chunk.start, chunk.end)
    return tuple(i for i in items if tokens[i].pos != "PUNCT")


def _last_clause(tokens: tuple[Token, ...], full: list[Chunk]) -> list[Chunk] | None:
    """The phrases of the only clause before the gap: with two verbs it is not known which of them is meant."""
    verbs = [c for c in full if c.verb and tokens[c.start].tag in _FINITE and tokens[c.start].pos != "PUNCT"]
    first = next((at for at, chunk in enumerate(full) if chunk.verb), None)
    if len(verbs) != 1 or not first:
        return None
    return full


def _paired(tokens: tuple[Token, ...], clause: list[Chunk], gapped: list[Chunk]) -> dict[int, Chunk] | None:
    verb = next(at for at, chunk in enumerate(clause) if chunk.verb)
    pairs: dict[int, Chunk] = {}
    for chunk in sorted(gapped, key=lambda chunk: chunk.case is None):
        free = [at for at, other in enumerate(clause) if other.start not in pairs and not other.verb]
        at = _counterpart(tokens, clause, gapped, chunk, [k for k in free if _fits(tokens, clause[k], chunk)], verb)
        if at is None:
            return None
        pairs[clause[at].start] = chunk
    return pairs


def _fits(tokens: tuple[Token, ...], one: Chunk, other: Chunk) -> bool:
    """Whether two phrases may play the same role."""
    if one.case != other.case or not (one.nouns or one.number is not None):
        return False
    if other.is_bare_number:
        return one.number is not None and not _is_name(tokens, one)
    names = [any(tokens[i].pos == "PROPN" for i in chunk.nouns) for chunk in (one, other)]
    return bool(one.nouns) and (one.case is not None or names[0] == names[1])


def _is_name(tokens: tuple[Token, ...], chunk: Chunk) -> bool:
    """ "Boeing 747", "July 30": a number that counts nothing."""
    return chunk.number is not None and any(tokens[i].pos == "PROPN" and i == chunk.number - 1 for i in chunk.nouns)


def _counterpart(
    tokens: tuple[Token, ...], clause: list[Chunk], gapped: list[Chunk], chunk: Chunk, fitting: list[int], verb: int
) -> int | None:
    if chunk.case is not None:
        return fitting[-1] if fitting else None
    if chunk.is_bare_number:
        behind = [at for at in fitting if at > verb]
        return behind[0] if behind else fitting[-1] if fitting else None
    bare = [other for other in gapped if other.case is None]
    if len(bare) == 1:
        behind = [at for at in fitting if at > verb]
        return behind[0] if behind else None
    subject, objects = [at for at in fitting if at < verb], [at for at in fitting if at > verb]
    if chunk is bare[0]:
        return subject[-1] if subject else None
    return objects[0] if objects else None


def _exchanged(tokens: tuple[Token, ...], chunk: Chunk, other: Chunk) -> list[int]:
    """The words of the second phrase; a figure without its noun takes that of the first."""
    words = list(range(other.start, other.end))
    if not other.is_bare_number or chunk.number is None:
        return words
    rest = [i for i in range(chunk.number + 1, chunk.end) if tokens[i].pos != "NUM"]
    return words + ([] if any(tokens[i].pos == "SYM" for i in words) else rest)
