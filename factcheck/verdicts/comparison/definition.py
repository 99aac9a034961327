"""What a text says at its start that something is: "X (born 1970) is an American actor and model".

Long brackets after the name often break the parse of just these sentences, so they are read from left to right.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Analysis, Token

COPULAS = frozenset({"is", "was", "are", "were"})
# The name and its brackets may be this long before the verb.
LONGEST_SUBJECT = 60
PHRASE_POS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "ADV", "X"})


def defined(analysis: Analysis, subject: int) -> tuple[int, ...]:
    """The nouns that the text, which begins with the name that ends at token `subject`, says that it is."""
    verb = _copula(analysis, subject)
    if verb is None:
        return ()
    return noun_heads(analysis.tokens, verb + 1)


def _copula(analysis: Analysis, subject: int) -> int | None:
    """The first copula after the name that stands outside brackets, with only an aside between."""
    depth = 0
    for token in analysis.tokens[subject + 1 : subject + LONGEST_SUBJECT]:
        depth += token.text in ("(", "[") and 1
        depth -= (token.text in (")", "]") and depth > 0) and 1
        if depth == 0 and token.lower in COPULAS:
            following = analysis.tokens[token.i + 1 : token.i + 2]
            return token.i if following and following[0].lower in ("a", "an", "the", "one") else None
        if depth == 0 and token.pos in ("AUX",):
            return None
    return None


def noun_heads(tokens: tuple[Token, ...], start: int) -> tuple[int, ...]:
    """The heads of the noun phrases listed from a token on."""
    return tuple(_heads(tokens, start))


def _heads(tokens: tuple[Token, ...], start: int) -> Iterator[int]:
    """The last noun of each noun phrase in a list, up to what is no part of the list."""
    for token in tokens[start:]:
        follows = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
        listed = token.lower in ("a", "an", "the", "and", "or", "one", ",", "-", "/", "&")
        if not listed and token.pos not in PHRASE_POS:
            return
        noun = token.pos in ("NOUN", "PROPN") or (
            token.pos == "ADJ" and follows is not None and follows.pos in ("CCONJ", "PUNCT")
        )
        if (
            noun
            and (follows is None or follows.pos not in ("NOUN", "PROPN", "ADJ", "NUM", "PART"))
            and (follows is None or follows.text != "-")
        ):
            yield token.i
