"""Words that derive from one another: "grow" and "growth"."""

from __future__ import annotations

from functools import cache, lru_cache

from factcheck.facets.lexicon.wordnet import entry
from factcheck.facets.lexicon.words import CACHE, UPOS, normal, plain_pos
from factcheck.facets.tables import rows, table


def family(lemma: str, pos: str) -> frozenset[str]:
    """The words that derive from one another with this one, itself among them ("growth" and "grow")."""
    lemma = normal(lemma)
    return frozenset(word for word, _ in members(lemma, plain_pos(pos))) | {lemma}


@lru_cache(CACHE)
def members(lemma: str, pos: str) -> tuple[tuple[str, str], ...]:
    """The words of a family with their parts of speech; the word alone where none is known."""
    found = entry(lemma, pos)
    listed = _listed_family().get((lemma, pos), ())
    if len(found) < 3:
        return listed or ((lemma, pos),)
    derived = table("families").get(found[2])[0].split()
    return tuple(dict.fromkeys([*((word[:-2], UPOS[word[-1]]) for word in derived), *listed]))


@cache
def _listed_family() -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    found = {}
    for (words,) in rows("derivations.tsv"):
        group = tuple((word, pos) for word, pos in (member.split("/") for member in words.split()))
        found.update(dict.fromkeys(group, group))
    return found
