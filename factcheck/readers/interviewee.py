"""Whose answers an interview holds: the one person whom its title or its first paragraphs say was asked."""

from __future__ import annotations

import re
from collections.abc import Iterable

REACH = 12
"""The interviewed person is introduced in so many blocks at the head of a text, or not at all."""

LONGEST_LEAD = 2000
"""Characters of each of them."""

_WORD = r"[A-ZÀ-ÞĀ-Ž][\w’'-]*\w"
_PERSON = rf"(?P<name>{_WORD}(?: (?:[A-Z]\.|de|del|da|van|von|bin|al|la|le|{_WORD})){{0,3}} {_WORD})"
_SPEAKS = (
    r"(?:(?:spoke|speaks|talked|talks|chatted|chats)(?: to| with)|(?:sat|sits) down with|(?:caught|catches) up with)"
)
_ASKED = re.compile(
    rf"\b(?i:(?:interview|conversation|Q ?& ?A|chat|questions|call)(?: with| for|:)|interviews|interviewed(?! by)"
    rf"|(?<!he )(?<!they )(?<!who ){_SPEAKS})"
    rf"(?: [\w’'-]+){{0,7}}? (?<!\bthe ){_PERSON}"
)
_ANSWERS = re.compile(
    rf"{_PERSON}(?:,[^,.!?]{{1,80}},)? (?:(?:tells|told|answers|answered) {_WORD}"
    r"|(?:spoke|speaks|talked|talks|chatted|chats) (?:to|with) |(?:answers|answered) (?:\w+ )?questions"
    r"|(?:was|is) interviewed )"
)
_SPOKE = re.compile(rf"\b(?:He|She|They) (?:recently |then )?{_SPEAKS} ")
_OPENS = re.compile(rf"(?:The |the )?(?:[a-z][\w’'-]+ ){{0,4}}{_PERSON}")
_TOPIC = re.compile(rf"(?:The |the )?(?:[a-z][\w’'-]+ ){{0,4}}{_PERSON}(?: on |: [‘“\"'])[^.!?]*(?:[.!?][’”\"'])?")
_AND = re.compile(rf"(?:,? and|,|,? &) {_WORD} {_WORD}")
_TITLE = re.compile(
    rf"{_PERSON}:? (?:[Aa]n |[Tt]he )?[Ii]nterview\b|\b[Ii]nterview: {_PERSON.replace('name', 'other')}"
)


def interviewee(lead: Iterable[str]) -> str | None:
    """The only person who, as the first paragraphs say, was interviewed; None where they tell of none or of several."""
    texts = [words[:LONGEST_LEAD] for words in lead]
    told = {opening["name"] for words in texts if _SPOKE.search(words) and (opening := _OPENS.match(words))}
    if told:
        return _sole(told)
    for pattern in (_ASKED, _ANSWERS, _TITLE):
        found = [match for words in texts for match in pattern.finditer(words)]
        if found:
            return None if any(map(_and_another, found)) else _sole({match[match.lastgroup or 0] for match in found})
    return None


def titled(lead: Iterable[str]) -> str | None:
    """Whose answers an interview holds by its title alone, where the layout shows that it is one: "Ida Krantz on …"."""
    found = {match["name"] for words in lead if (match := _TOPIC.fullmatch(words[:LONGEST_LEAD].strip("*_# ")))}
    return _sole(found) if found else None


def is_short_for(label: str, name: str) -> bool:
    """Whether a label is the initials, the first or the last word of a name: "DM", "Diaz" for Dana Moreno Diaz."""
    parts = [part for part in re.split(r"[ -]", name) if part[:1].isupper()]
    initials = {"".join(part[0] for part in parts), parts[0][0] + parts[-1][0]} if len(parts) > 1 else set()
    words = name.casefold().split()
    return label in initials or label.casefold() in (words[0], words[-1])


def tells_of(words: str, name: str) -> bool:
    """Whether a paragraph names the person by the last name, as nobody does in an own answer: the writer tells."""
    last = name.rsplit(maxsplit=1)[-1]
    return " " in name and re.search(rf"\b{re.escape(last)}\b", words) is not None


def _and_another(match: re.Match[str]) -> bool:
    """Whether a second person is named beside the first: "spoke with Ida Krantz and Olaf Berg"."""
    return _AND.match(match.string, match.end()) is not None


def _sole(names: set[str]) -> str | None:
    longest = {name for name in names if not any(set(name.split()) < set(other.split()) for other in names)}
    return next(iter(longest)) if len(longest) == 1 else None
