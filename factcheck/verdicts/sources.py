"""What a supported claim rests on.

One secondary source (FC701), copies of one text (FC702), an old note for a "now" (FC703), an interested party (FC704).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from factcheck.model import Analysis, Finding, Label, Passage, Relation, Span, Stance, Verdict
from factcheck.verdicts.explain import place
from factcheck.verdicts.words import plain

SECONDARY, INTERESTED = "secondary", "interested"
# What is so "now" may have changed when the newest note that says so is older than this: half a year.
STALE_DAYS = 180
# Passages of at least this many words are copies if they share this part of the shorter one's sequences of three.
SHINGLE, LEAST_COPIED, COPIED = 3, 8, 0.7
_NOW = re.compile(
    r"\b(?:now|nowadays|currently|presently|at present|at the moment|today|these days|still|as yet|so far|to date"
    r"|until now|up to now|to this day|recently|this (?:week|month|year))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_PERFECT_REACH = 4


def with_sources(verdict: Verdict, claim_analysis: Analysis, article_date: date | None) -> Verdict:
    """The verdict with what is to be known of the sources it rests on; the label stays."""
    found = sourcing(verdict, claim_analysis, article_date)
    return replace(verdict, findings=(*verdict.findings, *found)) if found else verdict


def sourcing(verdict: Verdict, claim_analysis: Analysis, article_date: date | None) -> tuple[Finding, ...]:
    """The findings on the sources of a supported claim; none for any other."""
    if verdict.label is not Label.SUPPORTED:
        return ()
    resting = [(i, item.passage) for i, item in enumerate(verdict.evidence) if item.stance is Stance.SUPPORTS]
    if not resting:
        return ()
    passages = [passage for _, passage in resting]
    found = [check(resting[0][0], passages) for check in _CHECKS]
    return tuple(f for f in (*found, _stale(claim_analysis, resting[0][0], passages, article_date)) if f is not None)


# --- one source, copies, interest -------------------------------------------------------------------


def _one_secondary(index: int, passages: Sequence[Passage]) -> Finding | None:
    if len(_notes(passages)) != 1 or passages[0].tier != SECONDARY:
        return None
    return _finding(
        "FC701",
        "one secondary source",
        index,
        passages[0],
        f"rests on one note, {_name(passages[0])}, which is a secondary source",
    )


def _one_origin(index: int, passages: Sequence[Passage]) -> Finding | None:
    notes = _notes(passages)
    if len(notes) < 2 or not all(
        _copies(passages[0], other) for other in passages[1:] if other.note != passages[0].note
    ):
        return None
    origin = next((passage.origin for passage in passages if passage.origin), None)
    source = f"of {origin}" if origin else "of one text"
    return _finding(
        "FC702",
        "one origin",
        index,
        passages[0],
        f"the {len(notes)} notes that say so are copies {source}: {', '.join(notes)}",
    )


def _only_interested(index: int, passages: Sequence[Passage]) -> Finding | None:
    if any(passage.tier != INTERESTED for passage in passages):
        return None
    notes = _notes(passages)
    return _finding(
        "FC704",
        "interested source",
        index,
        passages[0],
        f"rests only on a party with an interest in it: {', '.join(notes)}",
    )


_CHECKS: tuple[Callable[[int, Sequence[Passage]], Finding | None], ...] = (
    _one_secondary,
    _one_origin,
    _only_interested,
)


def _copies(one: Passage, two: Passage) -> bool:
    """Whether two notes give one source: by their own word, or because the passages are the same word for word."""
    if one.origin and two.origin:
        return one.origin.casefold() == two.origin.casefold()
    if one.sha256 == two.sha256:
        return True
    ours, theirs = _shingles(one.text), _shingles(two.text)
    return bool(ours) and bool(theirs) and len(ours & theirs) >= COPIED * min(len(ours), len(theirs))


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = [plain(word) for word in _WORD.findall(text)]
    if len(words) < LEAST_COPIED:
        return frozenset()
    return frozenset(tuple(words[k : k + SHINGLE]) for k in range(len(words) - SHINGLE + 1))


# --- age --------------------------------------------------------------------------------------------


def _stale(analysis: Analysis, index: int, passages: Sequence[Passage], article_date: date | None) -> Finding | None:
    """A statement about the present whose newest note is old; nothing where a note has no date."""
    dated = [passage.date for passage in passages if passage.date is not None]
    if article_date is None or len(dated) < len(passages):
        return None
    age = (article_date - max(dated)).days
    word = _present(analysis)
    if age <= STALE_DAYS or word is None:
        return None
    message = (
        f"the article says “{word}”, the newest note that says so is {age} days older, of {max(dated).isoformat()}"
    )
    return _finding("FC703", "old source", index, passages[0], message)


def _present(analysis: Analysis) -> str | None:
    """The words by which a statement is about the day on which it is written: "now", "has become"."""
    found = _NOW.search(analysis.text)
    if found is not None:
        return found.group()
    for token in analysis.tokens:
        if token.lower in ("has", "have", "’s", "'s", "’ve", "'ve") and token.pos == "AUX":
            verb = analysis.tokens[token.head]
            if token.i < verb.i <= token.i + _PERFECT_REACH and (
                "Tense=Past" in verb.morph or verb.tag == "VBN" or verb.lower == "been"
            ):
                return Span(token.start, verb.end).of(analysis.text)
    return None


# --- findings ---------------------------------------------------------------------------------------


def _finding(code: str, how: str, index: int, passage: Passage, message: str) -> Finding:
    return Finding(code, Relation.MISSING, how, None, "", index, None, place(passage), message)


def _notes(passages: Sequence[Passage]) -> list[str]:
    """The notes, by their file names, in the order of the passages."""
    return list(dict.fromkeys(_name(passage) for passage in passages))


def _name(passage: Passage) -> str:
    return passage.note.rsplit("/", 1)[-1]
