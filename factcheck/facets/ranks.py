"""Ranks: first, second, last, only, and superlatives ("the second largest hall", "highest since 1990")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.facets import lexicon
from factcheck.facets.tables import rows
from factcheck.model import Analysis, Comparison, Relation, Span, Token

RANK = "FC503"
# "since 1990" is looked for this many tokens after the rank.
SINCE_REACH = 14
# A rank's noun stands at most this many tokens after it.
NOUN_REACH = 5


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in an order.

    `order` is 1 for the first or the greatest, 2 for the second, -1 for the last; `by` the adjective that orders
    ("large"), None in a mere sequence; `least` says that the order begins at its lower end; `only` that there is one;
    `one_of` that others share the rank; `since` the year from which it counts; `head` the token of what is ranked.
    """

    span: Span
    text: str
    order: int
    by: str | None
    least: bool
    only: bool
    one_of: bool
    since: str | None
    head: int


def find(analysis: Analysis) -> tuple[Rank, ...]:
    """The ranks that a text names, in its order."""
    tokens = analysis.tokens
    found = []
    i = 0
    while i < len(tokens):
        end, rank = _rank_at(analysis, i)
        if rank is not None:
            found.append(rank)
        i = max(end, i + 1)
    return tuple(found)


def compare(claim: Rank, passage: Rank) -> Comparison:  # noqa: PLR0911  cases, in their order
    """Whether two ranks of the same thing agree."""
    message = f"{claim.text} is not {passage.text}"
    if claim.only != passage.only:
        return Comparison(Relation.INCOMPARABLE, "kind")
    if claim.only:
        return Comparison(Relation.AGREES, "equal")
    if (claim.by is None) != (passage.by is None):
        return Comparison(Relation.INCOMPARABLE, "kind")
    if claim.by and passage.by and claim.by != passage.by:
        return _by_other(claim, passage, message)
    if claim.least != passage.least and abs(claim.order) == abs(passage.order) == 1:
        return Comparison(Relation.DIFFERS, "different", RANK, message)
    if claim.order != passage.order or claim.least != passage.least:
        return Comparison(Relation.DIFFERS, "different", RANK, message)
    if claim.one_of != passage.one_of:
        if claim.one_of:
            return Comparison(Relation.AGREES, "implied")
        return Comparison(Relation.INCOMPARABLE, "one of", RANK, message)
    return Comparison(Relation.AGREES, "equal")


def _by_other(claim: Rank, passage: Rank, message: str) -> Comparison:
    """Ranks by two adjectives: largest and biggest agree, largest and smallest differ, largest and oldest neither."""
    ours, theirs = claim.by or "", passage.by or ""
    if lexicon.antonyms(ours, theirs, "ADJ"):
        same = claim.least != passage.least
    elif lexicon.synonyms(ours, theirs, "ADJ"):
        same = claim.least == passage.least
    else:
        return Comparison(Relation.INCOMPARABLE, "measure")
    if same and claim.order == passage.order:
        return Comparison(Relation.AGREES, "equal")
    return Comparison(Relation.DIFFERS, "different", RANK, message)


# --- finding ------------------------------------------------------------------------------------------


@cache
def _numbers() -> dict[str, int]:
    return {
        word: int(number)
        for number, words in rows("ranks.tsv")
        if number.lstrip("-").isdigit()
        for word in words.split()
    }


@cache
def _cues(kind: str) -> frozenset[str]:
    return frozenset(word for name, words in rows("ranks.tsv") if name == kind for word in words.split())


def _rank_at(analysis: Analysis, i: int) -> tuple[int, Rank | None]:
    """The rank that begins at a token, and where it ends."""
    tokens = analysis.tokens
    order, at = _ordinal(tokens, i)
    by, least, end = _superlative(tokens, at)
    only = order is None and by is None and tokens[i].lower in _cues("only") and tokens[i].pos in ("ADJ", "ADV")
    if order is None and by is None and not only:
        return i + 1, None
    end = max(end, i + 1)
    head = _noun(tokens, end)
    if head is None and (by is None or only) and not _stands_alone(tokens, i, end):
        return end, None
    if by is None and head is not None and not _orders(tokens, i, head, only):
        return end, None
    last = head if head is not None else end - 1
    span = Span(tokens[i].start, tokens[last].end)
    one_of = " ".join(token.lower for token in tokens[max(0, i - 3) : i]) in (
        "one of the",
        "some of the",
        "among the",
    ) or _among(tokens, i)
    since = _since(tokens, end)
    return end, Rank(
        span, span.of(analysis.text), order if order is not None else 1, by, least, only, one_of, since, last
    )


def _ordinal(tokens: Sequence[Token], i: int) -> tuple[int | None, int]:
    """The number of an ordinal at a token ("second", "21st", "last"), and the token after it (and its hyphen)."""
    word = tokens[i].lower
    order = _numbers().get(word)
    if (
        order is None
        and len(word) > 2
        and word[:-2].isdigit()
        and word[-2:] in ("st", "nd", "rd", "th")
        and len(word) < 7
    ):
        order = int(word[:-2])
    if order is None:
        return None, i
    if i + 1 < len(tokens) and tokens[i + 1].text in ("-", "‑") and tokens[i + 1].start == tokens[i].end:
        return order, i + 2
    return order, i + 1


def _superlative(tokens: Sequence[Token], i: int) -> tuple[str | None, bool, int]:
    """The adjective of a superlative at a token, whether it is "least", and the token after it."""
    if i >= len(tokens):
        return None, False, i
    token = tokens[i]
    if token.lower in ("most", "least") and i + 1 < len(tokens):
        following = tokens[i + 1]
        if following.pos in ("ADJ", "VERB", "ADV") and (
            i == 0 or following.pos == "ADJ" or tokens[i - 1].lower in ("the", "'s", "’s", "its")
        ):
            return following.lower, token.lower == "least", i + 2
        return None, False, i
    base = _base(token)
    return (base, False, i + 1) if base else (None, False, i)


def _base(token: Token) -> str | None:
    """The positive of a superlative ("largest" gives "large"), or None for another word."""
    word = token.lower
    irregular = _irregular().get(word)
    if irregular:
        return irregular
    if not word.endswith("est") or len(word) < 5 or token.pos not in ("ADJ", "ADV", "NOUN", "PROPN"):
        return None
    if lexicon.known(word, "ADJ") and token.tag not in ("JJS", "RBS") and "Degree=Sup" not in token.morph:
        return None
    candidates = [
        word[:-3],
        word[:-2],
        word[:-4] if word[-4] == word[-5] else "",
        word[:-4] + "y" if word[-4] == "i" else "",
    ]
    ordered = candidates[::-1] if word[-4] == "i" or (len(word) > 5 and word[-4] == word[-5]) else candidates
    return next(
        (base for base in ordered if base and lexicon.known(base, "ADJ") and not lexicon.known(word, "NOUN")), None
    )


@cache
def _irregular() -> dict[str, str]:
    return {
        form: base
        for name, words in rows("ranks.tsv")
        if name == "irregular"
        for form, base in (word.split("=") for word in words.split())
    }


def _noun(tokens: Sequence[Token], start: int) -> int | None:
    """The token of what is ranked: the last noun of the words that follow."""
    found = None
    for k in range(start, min(len(tokens), start + NOUN_REACH)):
        token = tokens[k]
        if token.pos in ("NOUN", "PROPN") or token.lower in ("one", "ones"):
            found = k
            if token.rel not in ("compound", "amod", "flat", "nmod"):
                break
        elif found is not None or (token.pos not in ("ADJ", "NUM", "ADV") and token.text != "-"):
            break
    return found


def _stands_alone(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether a rank has no noun of its own: "the last to leave", "the first of them"."""
    return i > 0 and tokens[i - 1].lower == "the" and end < len(tokens) and tokens[end].lower in ("to", "of")


def _orders(tokens: Sequence[Token], i: int, head: int, only: bool) -> bool:
    """Whether an ordinal ranks: not a part of a date ("first quarter", "last week") or of a fraction."""
    if only:
        return tokens[i].pos == "ADJ" or (
            i > 0 and tokens[i - 1].lower in ("the", "its", "their", "his", "her", "'s", "’s")
        )
    if any(tokens[k].lower.rstrip("s") in _cues("time") for k in range(i + 1, head + 1)):
        return False
    return tokens[i].pos in ("ADJ", "ADV", "NUM", "PROPN", "NOUN")


def _among(tokens: Sequence[Token], i: int) -> bool:
    before = [token.lower for token in tokens[max(0, i - 4) : i]]
    return "among" in before or ("one" in before and "of" in before)


def _since(tokens: Sequence[Token], start: int) -> str | None:
    for k in range(start, min(len(tokens) - 1, start + SINCE_REACH)):
        if tokens[k].lower == "since":
            years = [token.text for token in tokens[k + 1 : k + 4] if token.text.isdigit() and len(token.text) == 4]
            return years[0] if years else tokens[k + 1].text
    return None
