"""Titles and descriptions before a name: "Former Canadian diplomat Colin Robertson" says what Colin Robertson is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.decomposition import grammar
from factcheck.claims.decomposition.grammar import demonyms
from factcheck.claims.decomposition.wording import Item, Word
from factcheck.facets import names

if TYPE_CHECKING:
    from factcheck.claims.decomposition.tree import Tree

# A title is looked for at most so many words to the left of its noun.
REACH = 9


@dataclass(frozen=True, slots=True)
class Title:
    """The words of a title and those of the name behind it, each from its first word up to its last."""

    start: int
    noun: int
    name_end: int

    @property
    def name(self) -> list[Item]:
        """The words of the name."""
        return list(range(self.noun + 1, self.name_end + 1))


def titles(tree: Tree) -> list[Title]:
    """The titles of a sentence, from left to right."""
    found: list[Title] = []
    i, count = 0, len(tree.tokens)
    known: frozenset[int] | None = None
    while i < count:
        if tree.tokens[i].pos != "PROPN" or _is_title_word(tree, i):
            i += 1
            continue
        end = i
        while end + 1 < count and tree.tokens[end + 1].pos == "PROPN" and tree.tokens[end + 1].text not in ("’s", "'s"):
            end += 1
        inner = [k for k in range(i, end) if _is_title_word(tree, k)]
        start = inner[-1] + 1 if inner else i
        title = _title_before(tree, start, end)
        if title is not None and known is None:
            known = frozenset(
                name.span.start for name in names.find(tree.analysis) if name.kind not in ("organisation", "place")
            )
        if (
            title is not None
            and known is not None
            and (tree.tokens[title.noun].text.islower() or tree.tokens[start].start in known)
        ):
            found.append(title)
        i = end + 1
    return found


def statement(tree: Tree, title: Title) -> list[Item]:
    """ "Colin Robertson is a former Canadian diplomat"."""
    phrase: list[Item] = list(range(title.start, title.noun + 1))
    if tree.lowered(title.start) in ("the", "a", "an"):
        phrase = phrase[1:]
    possessed = any(
        isinstance(i, int) and (tree.tokens[i].text in ("’s", "'s") or tree.tokens[i].dep == "nmod:poss")
        for i in phrase
    )
    lead: list[Item] = []
    if phrase and not possessed and not _is_office(tree, title):
        lead = [Word(grammar.article(tree.tokens[title.start if phrase[0] == title.start else title.start + 1].text))]
    if _is_office(tree, title) and not possessed and len(phrase) > 1 and tree.tokens[title.start].text in demonyms():
        lead = [Word("the")]
    return [*title.name, Word("is"), *lead, *phrase]


def _is_office(tree: Tree, title: Title) -> bool:
    """Whether one person at a time is called so, so that English needs no article."""
    if any(tree.lowered(i) in ("former", "ex", "late", "retired") for i in range(title.start, title.noun)):
        return False
    return tree.lowered(title.noun) in words("offices.txt")


def _is_title_word(tree: Tree, i: int) -> bool:
    return tree.lowered(i) in words("titles.txt")


def _title_before(tree: Tree, start: int, end: int) -> Title | None:
    noun = start - 1
    if noun < 0 or tree.tokens[noun].pos not in ("NOUN", "PROPN", "ADJ") or not _is_title_word(tree, noun):
        return None
    if end + 1 < len(tree.tokens) and tree.tokens[end + 1].pos == "NOUN" and tree.tokens[end + 1].head > end:
        return None
    left = noun
    while left > 0 and noun - left < REACH and _belongs(tree, left - 1, left, end):
        left -= 1
    if tree.tokens[left].pos == "PUNCT" or tree.tokens[left].text in ("’s", "'s"):
        return None
    return Title(left, noun, end)


def _belongs(tree: Tree, i: int, start: int, end: int) -> bool:
    """Whether the word stands in the same noun phrase as the name."""
    token = tree.tokens[i]
    if tree.tokens[start].pos == "DET":
        return False
    if token.pos == "PROPN" and tree.tokens[start].head == i and tree.rel[start] in ("flat", "compound"):
        return True
    if token.text in ("’s", "'s", "-"):
        return start - 1 > 0
    fits = (
        token.pos in ("NOUN", "PROPN", "ADJ", "DET", "NUM")
        or (token.pos == "VERB" and token.dep == "amod")
        or token.dep == "nmod:poss"
    )
    if (
        not fits
        or (token.tag in ("NNS", "PRP") and token.dep != "nmod:poss")
        or token.dep in ("nsubj", "obl", "obl:unmarked", "obj")
    ):
        return False
    at = i
    for _ in range(4):
        at = tree.tokens[at].head
        if start <= at <= end:
            return True
    return False
