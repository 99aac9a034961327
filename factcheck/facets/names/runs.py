"""Where the names of a parsed text are: stretches of name words, with the small words that may join them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.facets.lexicon import known
from factcheck.facets.names.data import fold, given_names, is_title_word, places, words_of
from factcheck.facets.names.value import ACRONYM
from factcheck.model import Token

# Parts of speech that can be a name's word when they are capitalised.
_NAMING = frozenset(("PROPN", "NOUN", "ADJ", "VERB", "ADV", "X"))
_COMMON = frozenset(("NOUN", "VERB", "ADJ", "ADV"))
_FUNCTION_ROLES = frozenset(("cc", "cc:preconj", "det", "mark", "case"))
OPENERS = frozenset('"“‘«([{')
CLOSERS = frozenset("\"”’»'")
HYPHENS = frozenset("-‐‑–")
_STOPS = frozenset((".", "!", "?", ":", ";", "…"))
# A text with more capitals than this is a headline, and its capitals say nothing.
HEADLINE_SHARE = 0.7
HEADLINE_WORDS = 3
LONGEST_NAME = 40


def runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The stretches of name words: the first token of each, and one past the last."""
    headline = _is_headline(tokens)
    i = 0
    while i < len(tokens):
        if not _is_name_word(tokens, i, headline):
            i += 1
            continue
        end = _run_end(tokens, i, headline)
        yield i, end
        i = end


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
        return bool(ACRONYM.fullmatch(text)) and token.pos in ("PRON", "INTJ", "SYM") and len(text) > 1 and text != "I"
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
    return before in _STOPS or before[0] in OPENERS or (tokens[i - 1].pos == "PUNCT" and before[-1] in CLOSERS)


def _starts_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether a capitalised common word at the start of a sentence belongs to the name after it ("National Grid")."""
    if i + 1 >= len(tokens) or tokens[i].tag in ("WRB", "RB"):
        return False
    following = tokens[i + 1]
    if following.lower == "of":
        return tokens[i].lower in words_of("of") and i + 2 < len(tokens) and tokens[i + 2].text[:1].isupper()
    if not following.text[:1].isupper() or following.pos not in ("PROPN", "NOUN") or places(following.text):
        return False
    return tokens[i].lower not in words_of("passing") or is_title_word(following.lower)


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
    if text in HYPHENS and token.start == before.end:
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
        return tokens[end - 1].lower in words_of("for")
    if tokens[start].lower not in words_of("fields"):
        return False
    return any(tokens[k].lower in ("of", "for") for k in range(start + 1, end))


def _starts_person(tokens: Sequence[Token], i: int) -> bool:
    return fold(tokens[i].text) in given_names() or is_title_word(tokens[i].lower)


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
