"""Where a text quotes: straight and curly marks, nested, over several paragraphs, and left open."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.model import Span

CLOSERS = {"“": "”", "‘": "’", "«": "»", "„": "“", '"': '"', "'": "'"}
# A quotation that is not closed within this many characters is taken to end with its paragraph.
LONGEST_QUOTE = 6000
# The words before or after a quotation that are searched for who says it.
SPEAKER_REACH = 160
# Quotations of this few words may be a writer's distance to a word, not anybody's speech.
SCARE_WORDS = 1
_MARK = re.compile("[“”‘’«»„\"'`]")
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_SAYING = (
    "said|says|say|told|tells|added|adds|asked|asks|wrote|writes|warned|warns|argued|argues|claimed|claims|insisted|insists|"
    "announced|announces|explained|explains|stated|states|noted|notes|replied|replies|declared|declares|tweeted|recalled|"
    "recalls|admitted|admits|continued|continues|concluded|concludes|observed|observes|remarked|remarks|joked|testified|"
    "commented|comments|promised|promises|called|calls|described|describes"
)
# Who may speak: "the mayor of Lyon" in small letters, or capitalised words.
_TITLED = r"(?:the|The|a|A|an|An|his|her|their|our)\s(?:[\w’'\-]+\s){0,4}?[\w’'\-]+"
_CAPITALS = r"[A-Z][\w.’'\-]*(?:\s(?:[A-Z][\w.’'\-]*|of|the|de|van|von|al|bin))*"
_NAMED = rf"(?:{_TITLED}|{_CAPITALS})"
_SAYS = rf"\s+(?:has\s|had\s|also\s|later\s)?(?:{_SAYING})\b"
_AFTER = re.compile(
    rf"\s*[,.]?\s*(?:(?:{_SAYING})\s+(?P<late>{_NAMED})|(?P<early>{_NAMED}|he|she|they|He|She|They){_SAYS})"
)
_BEFORE = re.compile(rf"(?P<name>{_NAMED})(?:,[^,\n\"“”]{{1,60}},)?{_SAYS}[^.!?\"“”\n]{{0,60}}[,:]?\s*$")
_TURN = re.compile(r"(?:^|\n)\s*(?P<name>[A-Z][\w.’'\- ]{1,40}):\s*$")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation.

    `span` includes the marks, `words_span` is what stands between them, `words` its text; `speaker` who says it, where
    the words next to it tell; `unclosed` that the closing mark is missing; `scare` that it is a single word,
    which may be a writer's distance and nobody's speech.
    """

    span: Span
    words_span: Span
    words: str
    speaker: str | None
    unclosed: bool
    scare: bool = False


def find_text(text: str) -> tuple[Quote, ...]:
    """The quotations of a text, in its order; those inside another follow it."""
    found = [_quote(text, start, end, unclosed) for start, end, unclosed in _pairs(text)]
    return tuple(quote for quote in found if _WORD.search(quote.words))


def _quote(text: str, start: int, end: int, unclosed: bool) -> Quote:
    words_span = Span(start + 1, end if unclosed else end - 1)
    words = words_span.of(text)
    count = sum(1 for _, _w in zip(range(SCARE_WORDS + 1), _WORD.finditer(words), strict=False))
    return Quote(Span(start, end), words_span, words, _speaker(text, start, end), unclosed, count <= SCARE_WORDS)


# --- marks ------------------------------------------------------------------------------------------


def _pairs(text: str) -> list[tuple[int, int, bool]]:
    """Start, end and whether left open, of every quotation; one pass over the marks with a stack."""
    found: list[tuple[int, int, bool]] = []
    stack: list[tuple[str, int]] = []
    breaks = [match.start() for match in _PARAGRAPH.finditer(text)] + [len(text)]
    next_break = 0
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        while breaks[next_break] < at:
            _end_paragraph(text, stack, found, breaks[next_break])
            next_break += 1
        _take_mark(text, at, mark, stack, found)
    while next_break < len(breaks):
        _end_paragraph(text, stack, found, breaks[next_break])
        next_break += 1
    return sorted(found)


def _take_mark(text: str, at: int, mark: str, stack: list[tuple[str, int]], found: list[tuple[int, int, bool]]) -> None:
    opening, closing = _roles(text, at, mark)
    if closing:
        level = next(
            (k for k in range(len(stack) - 1, max(-1, len(stack) - 4), -1) if CLOSERS[stack[k][0]] == mark), None
        )
        if level is not None:
            found.append((stack[level][1], at + 1, False))
            del stack[level:]
            return
    if not opening:
        return
    if stack and stack[-1][0] == mark:
        if mark in "\"'":
            return
        if _reopens(text, at):
            return
        stack.pop()
    stack.append((mark, at))


def _roles(text: str, at: int, mark: str) -> tuple[bool, bool]:
    """Whether the mark can open and can close a quotation, by what stands beside it."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if mark in "“„«":
        return True, mark == "“" and before.isalnum()
    if mark in "”»":
        return False, True
    if mark == "‘":
        return not before.isalnum() and not _is_elision(text, at), False
    if mark == "`":
        return False, False
    opens = not before.isalnum() and not after.isspace()
    closes = not before.isspace() and not after.isalnum()
    if mark in "'’":
        opens = opens and mark == "'" and before not in ".,!?" and not _is_elision(text, at)
        return opens, closes and not (before in "sS" and _is_possessive(text, at))
    return opens or before.isspace(), closes or not opens


def _is_elision(text: str, at: int) -> bool:
    """Whether the mark stands for left-out letters: '90s, 'tis, 'em."""
    return bool(re.match(r"\d0s|tis\b|twas\b|em\b|til\b|cause\b|round\b|n\b|\d\d\b", text[at + 1 : at + 8]))


def _is_possessive(text: str, at: int) -> bool:
    """Whether "s'" belongs to a plural with something that it possesses after it ("workers' rights")."""
    return bool(re.match(r" [a-z]", text[at + 1 : at + 3]))


def _reopens(text: str, at: int) -> bool:
    """Whether the mark stands at the start of a paragraph, as in a quotation that goes on."""
    return text[max(0, at - 40) : at].rstrip(" \t").endswith("\n")


def _end_paragraph(text: str, stack: list[tuple[str, int]], found: list[tuple[int, int, bool]], at: int) -> None:
    """At a paragraph's end only a quotation that the next paragraph takes up again stays open."""
    following = re.match(r"\s*([“\"«„])", text[at : at + 40])
    if (
        stack
        and following
        and following.group(1) == stack[0][0]
        and stack[0][0] != '"'
        and at - stack[0][1] < LONGEST_QUOTE
    ):
        del stack[1:]
        return
    for mark, start in stack:
        if mark in '“«„"':
            found.append((start, max(start + 1, start + len(text[start:at].rstrip())), True))
            break
    stack.clear()


# --- who says it --------------------------------------------------------------------------------------


def _speaker(text: str, start: int, end: int) -> str | None:
    """Who says it, from the words just after or before the quotation."""
    after = _AFTER.match(text[end : end + SPEAKER_REACH])
    if after:
        return _trimmed(after.group("late") or after.group("early"))
    before = text[max(0, start - SPEAKER_REACH) : start]
    found = _BEFORE.search(before) or _TURN.search(before)
    return _trimmed(found.group("name")) if found else None


def _trimmed(name: str) -> str:
    return name.strip().rstrip(".,")
