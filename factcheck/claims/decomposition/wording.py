"""Words of a parsed sentence put together to a statement: spacing, punctuation, and where each word comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.decomposition.grammar import article, demonyms
from factcheck.claims.repair.lemmas import noun_of
from factcheck.facets.lexicon import known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Analysis


@dataclass(frozen=True, slots=True)
class Word:
    """A word as a claim shows it: `token` is the word of the sentence that it stands for, None for mended grammar;
    `about` are the first and the last word of the clause that it names in brackets."""

    text: str
    token: int | None = None
    about: tuple[int, int] | None = None


Item = int | Word


@dataclass(frozen=True, slots=True)
class Wording:
    """A statement, and for each stretch of it (start, end) the token that it shows, or None."""

    text: str
    pieces: tuple[tuple[int, int, int | None], ...]


_NO_SPACE_BEFORE = frozenset(
    [",", ".", ";", ":", "?", "!", ")", "]", "”", "’", "%", "'s", "’s", "n't", "n’t", "'", "…"]
)
_NO_SPACE_AFTER = frozenset(["(", "[", "“", "‘", "$", "£", "€", "#"])
_THAT = Word("that")
_NO_THAT_BEFORE = frozenset(["that", "how", "what", "why", "whether", "where", "when", "who", "which", "if"])
_PAIRS = {"“": "”", "‘": "’", "(": ")", "[": "]", '"': '"', "'": "'"}
_CLOSING = {"”": "“", "’": "‘", ")": "(", "]": "["}


def word(analysis: Analysis, item: Item) -> str:
    """What an item shows."""
    return analysis.tokens[item].text if isinstance(item, int) else item.text


def worded(analysis: Analysis, items: Sequence[Item]) -> Wording:
    """The statement that the items make, with a capital and a full stop."""
    items = _balanced(analysis, _punctuated(analysis, items))
    parts: list[str] = []
    pieces: list[tuple[int, int, int | None]] = []
    length = 0
    before: Item | None = None
    for position, item in enumerate(items):
        text = word(analysis, item)
        after = word(analysis, items[position + 1]).lower() if position + 1 < len(items) else ""
        if item == _THAT and after in _NO_THAT_BEFORE:
            continue
        if text.lower() in ("a", "an") and position + 1 < len(items) and items[position + 1] != _next(item):
            text = article(word(analysis, items[position + 1]))
        if before is not None and _spaced(analysis, before, item):
            parts.append(" ")
            length += 1
        opens = isinstance(before, Word) and before.text == "“"
        text = _capital(text) if before is None else text if opens else _mid_sentence(analysis, item, text)
        parts.append(text)
        pieces.append((length, length + len(text), item if isinstance(item, int) else item.token))
        length += len(text)
        before = item
    ending = "" if "".join(parts[-3:]).rstrip('”"’ ')[-1:] in (".", "!", "?", "…") and parts[-1] != "'" else "."
    return Wording("".join(parts) + ending, tuple(pieces))


def _next(item: Item) -> int | None:
    """The token behind an item in the sentence."""
    return item + 1 if isinstance(item, int) else None


def _capital(text: str) -> str:
    return (
        text[:1].upper() + text[1:]
        if (text[:1].islower() and text[1:2] != text[1:2].upper()) or len(text) == 1
        else text
    )


def _mid_sentence(analysis: Analysis, item: Item, text: str) -> str:
    """The sentence's first word as it is spelled inside a sentence."""
    if not isinstance(item, int) or not text[:1].isupper() or text == "I" or text[1:2].isupper():
        return text
    tokens = analysis.tokens
    if any(tokens[k].pos != "PUNCT" for k in range(max(0, item - 2), item)) or item > 2:
        return text
    token = tokens[item]
    common = token.pos == "NOUN" and known(noun_of(text.lower()), "NOUN")
    people = {text, text.removesuffix("s")} & demonyms()
    if token.pos == "PROPN" or people or (token.pos in ("ADJ", "NOUN") and token.lemma[:1].isupper() and not common):
        return text
    return text[0].lower() + text[1:]


def _punctuated(analysis: Analysis, items: Sequence[Item]) -> list[Item]:
    """The punctuation that stands between two neighbours, put back."""
    tokens = analysis.tokens
    out: list[Item] = []
    for item in items:
        before = out[-1] if out else None
        if isinstance(item, int) and isinstance(before, int) and before + 1 < item:
            between = range(before + 1, item)
            if len(between) < 6 and all(tokens[k].pos == "PUNCT" for k in between):
                out.extend(() if _closes_nothing(analysis, out, item) else between)
        if isinstance(item, Word) and item.token is not None and item.text.startswith("[") and isinstance(before, int):
            parted = [k for k in range(before + 1, item.token) if tokens[k].text == ","]
            near = all(tokens[k].pos in ("PUNCT", "DET") for k in range(before + 1, item.token))
            out.extend(parted[:1] if near else ())
        out.append(item)
    return _outer_quotes(analysis, out)


def _closes_nothing(analysis: Analysis, before: Sequence[Item], item: int) -> bool:
    """Whether a comma before the verb closed a phrase that is not shown: "A freighter, the Rangatira, takes …"."""
    tokens, token, at = analysis.tokens, analysis.tokens[item], item - 1
    if (
        token.tag not in ("VBD", "VBZ", "VBP", "MD")
        or tokens[at].text != ","
        or any(word(analysis, one) in (",", "(") for one in before)
    ):
        return False
    shown = {one for one in before if isinstance(one, int)}
    start = at - 1
    while start - 1 in shown:
        start -= 1
    return start > 0 and (tokens[start - 1].text == "," or tokens[start - 1].pos == "CCONJ")


def _outer_quotes(analysis: Analysis, items: list[Item]) -> list[Item]:
    """Quotation marks that stand just outside a run of words, put back; `_balanced` drops those without a partner."""
    tokens = analysis.tokens
    straight = [token.i for token in tokens if token.text == '"']
    opening = set(straight[::2]) | {t.i for t in tokens if t.text in ("“", "‘", "(")}
    closing = set(straight[1::2]) | {t.i for t in tokens if t.text in ("”", "’", ")")}
    if not opening:
        return items
    out: list[Item] = []
    for position, item in enumerate(items):
        before = items[position - 1] if position else None
        after = items[position + 1] if position + 1 < len(items) else None
        marked = isinstance(before, Word) and before.text == "“"
        named = isinstance(before, Word) and before.token is None and tokens[max(0, _place(item) - 1)].text == "("
        if isinstance(item, int) and not (marked or named) and before != item - 1 and item - 1 in opening:
            out.append(item - 1)
        out.append(item)
        if not isinstance(item, int) or after == item + 1 or (isinstance(after, Word) and after.text == "”"):
            continue
        mark = next(
            (
                k
                for k in (item + 1, item + 2)
                if k in closing and (k == item + 1 or tokens[item + 1].text in (",", "."))
            ),
            None,
        )
        if mark is not None and mark != after:
            out.append(mark)
    return out


def _place(item: Item) -> int:
    return item if isinstance(item, int) else item.token or 0


def _balanced(analysis: Analysis, items: list[Item]) -> list[Item]:
    open_at: list[tuple[str, int]] = []
    dropped: set[int] = set()
    for position, item in enumerate(items):
        text = word(analysis, item)
        if not isinstance(item, int) or analysis.tokens[item].pos != "PUNCT":
            continue
        opening = _CLOSING.get(text, text if text in ('"', "'") else None)
        if opening is not None and open_at and open_at[-1][0] == opening:
            open_at.pop()
        elif text in _PAIRS:
            open_at.append((text, position))
        elif opening is not None:
            dropped.add(position)
    dropped.update(position for _, position in open_at)
    kept = [item for position, item in enumerate(items) if position not in dropped]
    return _trimmed(analysis, kept)


def _trimmed(analysis: Analysis, items: list[Item]) -> list[Item]:
    loose = {",", ";", ":", "-", "–", "—", "--", ".", "...", "…"}
    while items and word(analysis, items[0]) in loose | {"!", "?"}:
        items = items[1:]
    while items and isinstance(items[-1], int) and word(analysis, items[-1]) in loose:
        items = items[:-1]
    return items


def _spaced(analysis: Analysis, before: Item, item: Item) -> bool:
    tokens = analysis.tokens
    if isinstance(before, int) and isinstance(item, int) and item == before + 1:
        return tokens[before].end < tokens[item].start
    first, second = word(analysis, before), word(analysis, item)
    if (isinstance(before, int) and _opens(analysis, before)) or (isinstance(item, int) and _closes(analysis, item)):
        return False
    if isinstance(item, int) and item and second.lower() in _clitics() and tokens[item - 1].end == tokens[item].start:
        return False
    return second not in _NO_SPACE_BEFORE and first not in _NO_SPACE_AFTER


def _opens(analysis: Analysis, i: int) -> bool:
    """Whether a straight mark opens a quotation: every other one does."""
    return analysis.tokens[i].text == '"' and sum(t.text == '"' for t in analysis.tokens[:i]) % 2 == 0


def _closes(analysis: Analysis, i: int) -> bool:
    return analysis.tokens[i].text == '"' and not _opens(analysis, i)


def _clitics() -> frozenset[str]:
    return _CLITICS


_CLITICS = frozenset(
    ["'s", "’s", "n't", "n’t", "'ll", "’ll", "'re", "’re", "'ve", "’ve", "'d", "’d", "'m", "’m", "'", "’", "%"]
)
