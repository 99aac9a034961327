"""Names of persons, places, organisations and peoples in a parsed text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from factcheck.facets.lexicon import known
from factcheck.facets.names.data import fold, given_names, places, title_modifiers, titles, words_of
from factcheck.model import Analysis, Span, Token

Kind = Literal["person", "place", "organisation", "nationality", "work", "other", "unknown"]

# Parts of speech that can be a name's word when they are capitalised.
_NAMING = frozenset(("PROPN", "NOUN", "ADJ", "VERB", "ADV", "X"))
_COMMON = frozenset(("NOUN", "VERB", "ADJ", "ADV"))
_FUNCTION_ROLES = frozenset(("cc", "cc:preconj", "det", "mark", "case"))
_OPENERS = frozenset('"“‘«([{')
_CLOSERS = frozenset("\"”’»'")
_HYPHENS = frozenset("-‐‑–")
_STOPS = frozenset((".", "!", "?", ":", ";", "…"))
# A text with more capitals than this is a headline, and its capitals say nothing.
HEADLINE_SHARE = 0.7
HEADLINE_WORDS = 3
# A title is at most this many words; a name is looked up among places up to this many words.
LONGEST_TITLE = 4
LONGEST_NAME = 40
_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,6}s?|(?:[A-Z]\.){2,6}[A-Z]?")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text.

    `span` and `text` are the name without its title; `words` its significant words, folded to plain lower case;
    `title` the words before it ("Prime Minister"); `head` the token that stands for it in the parse.
    """

    span: Span
    text: str
    kind: Kind
    words: tuple[str, ...]
    title: str | None
    head: int


def find(analysis: Analysis) -> tuple[Name, ...]:
    """The names of a text, in its order."""
    tokens = analysis.tokens
    headline = _is_headline(tokens)
    found: list[Name] = []
    i = 0
    while i < len(tokens):
        if not _is_name_word(tokens, i, headline):
            i += 1
            continue
        end = _run_end(tokens, i, headline)
        found.extend(_names_in_run(analysis, i, end))
        i = end
    return _surnames_known(found)


# --- where names are -----------------------------------------------------------------------------


def _is_headline(tokens: Sequence[Token]) -> bool:
    """Whether nearly every common word is capitalised, as in a title."""
    words = [token for token in tokens[1:] if token.pos in _COMMON and token.text[0].isalpha()]
    capital = sum(token.text[0].isupper() for token in words)
    return len(words) >= HEADLINE_WORDS and capital > HEADLINE_SHARE * len(words)


def _is_name_word(tokens: Sequence[Token], i: int, headline: bool) -> bool:  # noqa: PLR0911  cases, in their order
    token = tokens[i]
    text = token.text
    if not text[:1].isupper() or token.dep in _FUNCTION_ROLES:
        return False
    if token.lower in words_of("date"):
        return i > 0 and token.pos not in ("AUX", "ADP") and fold(tokens[i - 1].text) in given_names()
    if places(text) and token.pos in _NAMING:
        return True
    if _starts_person_name(tokens, i):
        return True
    if headline and not _seems_name(token):
        return False
    if token.pos == "PROPN":
        return not _common_opening(tokens, i)
    if token.pos not in _NAMING:
        return bool(_ACRONYM.fullmatch(text)) and token.pos in ("PRON", "INTJ", "SYM") and len(text) > 1 and text != "I"
    return not _starts_sentence(tokens, i) or _starts_name(tokens, i)


def _common_opening(tokens: Sequence[Token], i: int) -> bool:
    """Whether a sentence opens with a common noun that its capital makes look like a name ("Helicopter pilot")."""
    if not _starts_sentence(tokens, i) or i + 1 >= len(tokens) or tokens[i].rel not in ("compound", "amod"):
        return False
    return tokens[i + 1].text[:1].islower() and known(tokens[i].lower, "NOUN")


def _starts_person_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether a given name stands before another capitalised word."""
    if fold(tokens[i].text) not in given_names() or i + 1 >= len(tokens) or tokens[i].pos in ("AUX", "VERB", "ADP"):
        return False
    return tokens[i + 1].text[:1].isupper()


def _seems_name(token: Token) -> bool:
    """Whether a word of a headline is a name for more reasons than its capital."""
    if token.text.isupper() and len(token.text) > 1:
        return token.pos == "PROPN" and (fold(token.text) in given_names() or token.rel in ("flat", "nsubj", "obl"))
    return token.pos == "PROPN" or fold(token.text) in given_names()


def _starts_sentence(tokens: Sequence[Token], i: int) -> bool:
    if i == 0:
        return True
    before = tokens[i - 1].text
    return before in _STOPS or before[0] in _OPENERS or (tokens[i - 1].pos == "PUNCT" and before[-1] in _CLOSERS)


def _starts_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether a capitalised common word at the start of a sentence belongs to the name after it ("National Grid")."""
    if i + 1 >= len(tokens) or tokens[i].tag in ("WRB", "RB"):
        return False
    following = tokens[i + 1]
    if following.lower == "of":
        return tokens[i].lower in words_of("of") and i + 2 < len(tokens) and tokens[i + 2].text[:1].isupper()
    if not following.text[:1].isupper() or following.pos not in ("PROPN", "NOUN") or places(following.text):
        return False
    return tokens[i].lower not in words_of("passing") or _title_word(following.lower)


def _title_word(word: str) -> bool:
    return word in titles() or word in title_modifiers()


def _run_end(tokens: Sequence[Token], start: int, headline: bool) -> int:
    """One past the last token of the stretch of name words and the small words that may join them."""
    end = start + 1
    limit = min(len(tokens), start + LONGEST_NAME)
    while end < limit:
        joined = _joined(tokens, start, end, headline)
        if not joined:
            break
        end += joined
    return end


def _joined(tokens: Sequence[Token], start: int, end: int, headline: bool) -> int:
    """How many tokens from `end` on belong to the run that began at `start`; none when it is over."""
    token, before = tokens[end], tokens[end - 1]

    def named(k: int) -> bool:
        return k < len(tokens) and _is_name_word(tokens, k, headline)

    if named(end):
        return 0 if token.start == before.end and before.text[-1] in ')”’"' else 1
    text = token.lower
    if text in _HYPHENS and token.start == before.end:
        return 2 if named(end + 1) and tokens[end + 1].start == token.end else 0
    if text in ("'s", "’s"):
        return 2 if before.lower in words_of("possessive") and named(end + 1) else 0
    if text == "of" and before.lower in words_of("of"):
        skip = 2 if end + 1 < len(tokens) and tokens[end + 1].lower == "the" else 1
        return skip + 1 if named(end + skip) else 0
    if text == "&" or (text in ("and", "for") and _has_institution(tokens, start, end)):
        return 2 if named(end + 1) and (text == "&" or not _starts_person(tokens, end + 1)) else 0
    return _joined_particles(tokens, end, named(end + 1) or named(end + 2))


def _has_institution(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the run is an institution with a field of work ("Department of Health"), to which "and" adds another."""
    if tokens[end].lower == "for":
        return tokens[end - 1].lower in (
            "centre",
            "center",
            "institute",
            "committee",
            "campaign",
            "alliance",
            "coalition",
            "society",
            "fund",
            "council",
        )
    if tokens[start].lower not in ("department", "ministry", "institute", "committee", "office", "bureau", "school"):
        return False
    return any(tokens[k].lower in ("of", "for") for k in range(start + 1, end))


def _starts_person(tokens: Sequence[Token], i: int) -> bool:
    return fold(tokens[i].text) in given_names() or _title_word(tokens[i].lower)


def _joined_particles(tokens: Sequence[Token], end: int, followed: bool) -> int:
    """Small words inside a surname ("von der Leyen")."""
    particles = words_of("particle")
    if not followed or tokens[end].lower not in particles or places(tokens[end - 1].text):
        return 0
    count = 1
    if end + 1 < len(tokens) and tokens[end + 1].lower in particles and not tokens[end + 1].text[0].isupper():
        count = 2
    after = end + count
    return count + 1 if after < len(tokens) and tokens[after].text[:1].isupper() else 0


# --- what a run of name words holds ---------------------------------------------------------------


def _names_in_run(analysis: Analysis, start: int, end: int) -> list[Name]:
    """A run holds one name, or a nationality, a title and a person ("Canadian Prime Minister Mark Carney")."""
    tokens = analysis.tokens
    text = analysis.text[tokens[start].start : tokens[end - 1].end]
    if places(text):
        return [_name(analysis, start, end, None)]
    title = _title_in(tokens, start, end)
    if title is not None:
        title_start, title_end = title
        before = _names_in_run(analysis, start, title_start) if title_start > start else []
        if title_end == end:
            return before
        words = analysis.text[tokens[title_start].start : tokens[title_end - 1].end]
        return [*before, _name(analysis, title_end, end, words)]
    split = _nationality_end(tokens, start, end)
    if split is not None:
        return [_name(analysis, start, split, None), *_names_in_run(analysis, split, end)]
    return [_name(analysis, start, end, _title_before(analysis, start))]


def _title_in(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """The tokens of a title inside a run: the last one that a person's name, or nothing, follows."""
    institutional = words_of("organisation") | words_of("place")
    for stop in range(end, start, -1):
        first = _title_start(tokens, start, stop)
        if first is None:
            continue
        after = [tokens[k].lower for k in range(stop, end)]
        if any(word in institutional for word in after) or (
            after and all(word in words_of("suffix") for word in after)
        ):
            return None
        before = [fold(tokens[k].text) for k in range(start, first)]
        if before and before[0] in given_names():
            return None
        if not after and before and not places(" ".join(before)) and before[-1] not in institutional:
            return None
        return first, stop
    return None


def _title_start(tokens: Sequence[Token], start: int, stop: int) -> int | None:
    """Where the title that ends before `stop` begins, with the words that belong to it."""
    for begin in range(max(start, stop - LONGEST_TITLE), stop):
        if " ".join(tokens[k].lower for k in range(begin, stop)) in titles():
            first = begin
            while first > start and _title_word(tokens[first - 1].lower):
                first -= 1
            return first
    return None


def _nationality_end(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Where a nationality before another name ends ("Canadian Colin Robertson"); none inside an institution's name."""
    institutional = words_of("organisation") | words_of("place")
    for stop in range(min(start + 2, end - 1), start, -1):
        found = places(" ".join(tokens[k].text for k in range(start, stop)))
        if any(place.adjective for place in found):
            rest = [tokens[k].lower for k in range(stop, end)]
            if any(word in institutional for word in rest):
                return None
            return stop if fold(rest[0]) in given_names() or places(" ".join(rest)) else None
    return None


def _title_before(analysis: Analysis, start: int) -> str | None:
    """A title in small letters just before a name ("finance minister Marie Orr")."""
    tokens = analysis.tokens
    for begin in range(max(0, start - LONGEST_TITLE), start):
        if " ".join(tokens[k].lower for k in range(begin, start)) in titles():
            first = begin
            while first > 0 and (_title_word(tokens[first - 1].lower) or tokens[first - 1].rel == "compound"):
                first -= 1
            return analysis.text[tokens[first].start : tokens[start - 1].end]
    return None


def _name(analysis: Analysis, start: int, end: int, title: str | None) -> Name:
    tokens = analysis.tokens
    span = Span(tokens[start].start, tokens[end - 1].end)
    text = span.of(analysis.text)
    kind = _kind(analysis, start, end, title)
    small = words_of("particle") | {"the", "of", "and", "for", "&", "'s", "’s"}
    words = tuple(
        folded
        for k in range(start, end)
        if tokens[k].lower not in small and tokens[k].text not in _HYPHENS and (folded := fold(tokens[k].text))
    )
    inside = range(start, end)
    head = next((k for k in inside if tokens[k].head not in inside or tokens[k].head == k), start)
    return Name(span, text, kind, words or (fold(text),), title if kind == "person" else None, head)


def _kind(analysis: Analysis, start: int, end: int, title: str | None) -> Kind:  # noqa: PLR0911  cases, in their order
    tokens = analysis.tokens
    text = analysis.text[tokens[start].start : tokens[end - 1].end]
    found = places(text)
    if found and not title:
        return "nationality" if all(place.adjective for place in found) else "place"
    lower = [tokens[k].lower for k in range(start, end)]
    if title:
        return "person"
    if _quoted(analysis.text, tokens[start].start, tokens[end - 1].end) and len(lower) > 1:
        return "work"
    if any(word in words_of("organisation") for word in lower):
        return "organisation"
    if len(lower) > 1 and (
        lower[-1] in words_of("place") or (lower[0] in words_of("place") and lower[0] in words_of("place first"))
    ):
        return "place"
    if len(lower) == 1 and _ACRONYM.fullmatch(text):
        return "organisation"
    return "person" if _is_person(tokens, start, end, lower) else "unknown"


def _is_person(tokens: Sequence[Token], start: int, end: int, lower: Sequence[str]) -> bool:
    if fold(lower[0]) in given_names():
        return True
    if len(lower) == 1:
        return False
    if lower[-1] in words_of("suffix") or any(word in words_of("particle") for word in lower[1:-1]):
        return True
    if re.fullmatch(r"(?:[a-z]\.)+", lower[0]):
        return True
    return all(tokens[k].pos == "PROPN" for k in range(start, end)) and all(
        tokens[k].rel == "flat" for k in range(start + 1, end)
    )


def _quoted(text: str, start: int, end: int) -> bool:
    return start > 0 and text[start - 1] in _OPENERS - set("([{") and end < len(text) and text[end] in _CLOSERS | {","}


def _surnames_known(found: list[Name]) -> tuple[Name, ...]:
    """A single unknown word that ends a person's name in the same text is that person."""
    surnames = {name.words[-1] for name in found if name.kind == "person" and len(name.words) > 1}
    return tuple(
        replace(name, kind="person")
        if name.kind == "unknown" and len(name.words) == 1 and name.words[0] in surnames
        else name
        for name in found
    )
