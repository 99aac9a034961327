"""Words that mean the same: in WordNet's frequent senses, in the listed synonyms, or spelt in another country."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from factcheck.facets.lexicon.families import members
from factcheck.facets.lexicon.spelling import american
from factcheck.facets.lexicon.wordnet import senses
from factcheck.facets.lexicon.words import normal, plain_pos
from factcheck.facets.tables import rows


def meanings(lemma: str, pos: str) -> frozenset[str]:
    """Names of the frequent meanings of a word and of those of its derivations; synonyms share one."""
    family = members(normal(lemma), plain_pos(pos))
    found = {sense for word, kind in family for sense in senses(word, kind)}
    listed = {f"listed {number}" for word, kind in family for number in _listed().get((word, kind), ())}
    return frozenset(found | listed)


def share_meaning(a: str, b: str, pos: str) -> bool:
    """Whether the words have a listed or frequent meaning in common, or are two spellings of one word."""
    if share_listed_meaning(a, b, pos) or not set(senses(a, pos)).isdisjoint(senses(b, pos)):
        return True
    return american(a) == american(b)


def share_listed_meaning(a: str, b: str, pos: str) -> bool:
    """Whether the words stand on one line of synonyms.tsv."""
    return not _listed().get((a, pos), set()).isdisjoint(_listed().get((b, pos), set()))


@cache
def _listed() -> dict[tuple[str, str], set[int]]:
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, (pos, words) in enumerate(rows("synonyms.tsv")):
        for word in words.split():
            found[word, pos].add(number)
    return dict(found)
