"""A sentence cut before it is parsed, where its punctuation shows that a new clause begins, and put together again.

Parsed by itself, a clause takes nothing from its neighbour. A cut that does not leave a full clause on each side is
given up: then it parted the members of a list, or two verbs of one subject. What compares behind a comma at the end
("…, 6 per cent more than in 2022") is cut off, too, and hangs on the clause before it as "advcl:cmp".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import wordlists
from factcheck.model import Analysis

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Token

CLAUSE_MARKS = Path(__file__).parent / "data" / "clause_marks.tsv"
# Raised when what is cut changes, so that parses that were kept are made anew.
REVISION = 3
# More cuts than this in one sentence part a list.
MOST = 6
# A stretch of fewer characters is no clause.
SHORTEST = 8
COMPARISON = "<"

_OPENING, _CLOSING = "([“", ")]”"
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of the sentence; `mark` is what it begins behind: ";", ",", "<" before a comparison, or nothing."""

    start: int
    end: int
    mark: str = ""


def units(text: str) -> list[Unit]:
    """The stretches of a sentence that may be clauses of their own; the whole where nothing shows a cut."""
    marks = {match.start(): match[0] for match in _mark().finditer(text)}
    tail = _tail().search(text, max(0, text.rfind(", ")))
    marks |= {tail.start(): COMPARISON} if tail is not None and tail.start() not in marks else {}
    inside = [at for at in sorted(marks) if SHORTEST < at < len(text) - SHORTEST and not _is_enclosed(text, at)]
    if not inside or len(inside) > MOST:
        return [Unit(0, len(text))]
    bounds = pairwise([0, *(at + 2 for at in inside), len(text)])
    behind = ["", *(marks[at] for at in inside)]
    return [Unit(start, end, mark) for (start, end), mark in zip(bounds, behind, strict=True)]


@cache
def _words(kind: str) -> str:
    """The words of a kind, as alternatives of a pattern."""
    return "|".join(next(words for row, words in wordlists.rows(CLAUSE_MARKS) if row == kind).split())


@cache
def _mark() -> re.Pattern[str]:
    subject = rf"(?:(?:{_words('subject')})\b|[A-Z\d])"
    return re.compile(rf";(?= )|,(?= (?:and|but) {subject})|,(?= (?:{_words('contrast')}) \w)")


@cache
def _tail() -> re.Pattern[str]:
    """A comparison that begins behind a comma."""
    change = rf"(?:{_words('change')}) (?:from|with|to|by|on|\d)"
    rise = rf"an? (?:\S+ )?(?:{_words('rise')}) (?:of|from) "
    than = rf"[£$€]?\d\S* (?:\S+ ){{0,3}}(?:{_words('than')}) than "
    times = rf"(?:\S+ ){{0,3}}(?:{_words('times')}) (?:as|the) "
    rank = r"the (?:\S+ )?(?:\w+est|most|least|first|second|third) (?:\S+ ){0,4}(?:since|ever|on record|in|for) "
    return re.compile(rf",(?= (?:{change}|{rise}|{than}|{times}|{rank})[^,;]*$)")


def _is_enclosed(text: str, at: int) -> bool:
    """Whether the place lies within brackets or quotation marks."""
    before = text[:at]
    depth = sum(before.count(c) for c in _OPENING) - sum(before.count(c) for c in _CLOSING)
    return depth > 0 or before.count('"') % 2 == 1


def words_of(text: str, unit: Unit) -> str:
    """What the parser is given: the stretch, closed by a full stop in the place of the mark behind it."""
    words = text[unit.start : unit.end].rstrip()
    return words[:-1] + "." if unit.end < len(text) and words[-2:-1] != "." else words


def kept(parsed: Sequence[tuple[Unit, Analysis]]) -> list[Unit]:
    """The units again, those that are no full clause joined to the one before them."""
    if len(parsed) == 1:
        return [parsed[0][0]]
    whole: list[Unit] = []
    closed = True
    for at, (unit, analysis) in enumerate(parsed):
        full = _is_clause(analysis, unit.mark) and not (unit.mark == "," and _reports(parsed[at - 1][1]))
        full = full or (unit.mark == COMPARISON and closed)
        if whole and not (full and closed):
            whole[-1] = replace(whole[-1], end=unit.end)
            closed = closed or full
        else:
            whole.append(unit)
            closed = full
    return whole


def _is_clause(analysis: Analysis, mark: str) -> bool:
    """Whether the stretch has a verb in a tense and, unless a semicolon parts it, the subject of that verb."""
    root = analysis.roots[0] if analysis.roots else 0
    below = [analysis.tokens[k] for k in analysis.children[root]] if analysis.tokens else []
    aids = (t for t in below if t.rel in ("aux", "cop"))
    finite = any(t.tag in _FINITE for t in (*analysis.tokens[root : root + 1], *aids))
    return finite and (mark == ";" or any(t.rel in ("nsubj", "csubj", "expl") for t in below))


def _reports(analysis: Analysis) -> bool:
    """ "The mayor said that A, and B": whether B is said, too, only the whole sentence can tell."""
    root = analysis.roots[0] if analysis.roots else 0
    return any(analysis.tokens[k].rel in ("ccomp", "parataxis") for k in analysis.children[root])


def joined(text: str, parsed: Sequence[tuple[Unit, Analysis]]) -> Analysis:
    """One analysis of the sentence: each clause hangs on the one before it."""
    if len(parsed) == 1:
        return parsed[0][1]
    tokens: list[Token] = []
    root = 0
    for unit, analysis in parsed:
        shift, top = len(tokens), analysis.roots[0]
        tokens += _moved(text, unit, analysis, shift, root)
        root = top + shift
    return Analysis(text, tuple(tokens))


def _moved(text: str, unit: Unit, analysis: Analysis, shift: int, root: int) -> Iterator[Token]:
    """The tokens of a unit in their places in the sentence."""
    for token in analysis.tokens:
        start, end = token.start + unit.start, token.end + unit.start
        head, dep = token.head + shift, token.dep
        if token.head == token.i and unit.mark:
            head, dep = root, _relation(analysis, token, unit.mark)
        word = text[start:end]
        pos = {"text": word, "lemma": word, "tag": ":" if word == ";" else ","} if word in (",", ";") else {}
        yield replace(token, i=token.i + shift, head=head, dep=dep, start=start, end=end, **pos)


def _relation(analysis: Analysis, root: Token, mark: str) -> str:
    if mark in (";", COMPARISON):
        return "parataxis" if mark == ";" else "advcl:cmp"
    return "conj" if any(analysis.tokens[k].rel == "cc" for k in analysis.children[root.i]) else "advcl"
