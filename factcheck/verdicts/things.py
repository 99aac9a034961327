"""What kind of thing a noun names, in so broad classes that a thing of one is not of another."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from factcheck.facets.tables import table

THINGS = Path(__file__).parent / "data" / "things.tsv"
# Between a kind and a kind within it ("person:law").
WITHIN = ":"
# WordNet's paths to its top are shorter than this.
LONGEST_PATH = 16


def senses(noun: str) -> tuple[str, ...]:
    """WordNet's frequent senses of a noun, the most frequent first."""
    entry = table("words").get(f"{noun.lower()}/n")
    return tuple(entry[0].split()) if entry else ()


@cache
def _roots() -> dict[str, str]:
    """The kind that each top sense, or each word by itself ("=word"), stands for."""
    found: dict[str, str] = {}
    for line in THINGS.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            kind, nouns = line.split("\t")
            for noun in nouns.split():
                for sense in (noun,) if noun.startswith("=") else senses(noun)[:1]:
                    found.setdefault(sense, kind)
    return found


@lru_cache(maxsize=20_000)
def kinds(noun: str) -> frozenset[str]:
    """The broad kinds of thing that a noun can name in its frequent senses; empty for what is in no class."""
    found: set[str] = set()
    if own := _roots().get(f"={noun.lower()}"):
        return frozenset({own, own.split(WITHIN)[0]})
    frontier = set(senses(noun))
    seen: set[str] = set()
    for _ in range(LONGEST_PATH):
        here = [_roots()[sense] for sense in frontier if sense in _roots()]
        found.update(kind for whole in here for kind in (whole, whole.split(WITHIN)[0]))
        seen |= frontier
        frontier = {parent for sense in frontier for parent in _parents(sense)} - seen
    return frozenset(found)


@lru_cache(maxsize=20_000)
def _parents(sense: str) -> tuple[str, ...]:
    values = table("synsets").get(sense)
    return tuple(values[0].split()) if values else ()


def exclude(one: str, other: str) -> str | None:
    """Why a thing that is the one is not the other: "kind", "occupation", or None where it can be both."""
    ours, theirs = kinds(one), kinds(other)
    if not ours or not theirs:
        return None
    if ours.isdisjoint(theirs):
        return "kind"
    for kind in sorted(ours & theirs):
        within, others = ({k for k in found if k.startswith(kind + WITHIN)} for found in (ours, theirs))
        if within and others and within.isdisjoint(others):
            return "occupation" if kind == "person" else "kind"
    return None


def may_be(one: str, other: str) -> bool:
    """Whether a thing that is the one may be the other; a mere person has no occupation that would say so."""
    if exclude(one, other) is not None:
        return False
    ours, theirs = kinds(one), kinds(other)
    within = {kind for kind in ours if kind.startswith("person" + WITHIN)}
    return not (within and theirs == {"person"})
