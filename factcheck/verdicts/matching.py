"""Whether two words can mean the same, and how."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from factcheck.facets import lexicon, names
from factcheck.facets.names import Name
from factcheck.model import Relation
from factcheck.verdicts.words import Word, true_lemma

# A word of a name is worth this much for another word of another name of the same bearer ("Bob" for "Robert").
BEARER = 0.95
# What a capital is worth for its country, where it acts or owns: the government is meant.
GOVERNMENT = 0.75
# What a word of the passage is worth that is more special than the claim's ("apple" for "fruit"), or more general.
BROADER, NARROWER = 0.9, 0.55


@dataclass(frozen=True, slots=True)
class Kinship:
    """How strongly two words match (0 to 1), and how: equal, variant, derived, synonym, broader, narrower."""

    strength: float
    how: str


NONE = Kinship(0.0, "")
EQUAL = Kinship(1.0, "equal")
# A verb of two words and its first alone: "took over the firm", "took the firm".
FIRST = Kinship(0.9, "derived")


def kinship(claim: Word, passage: Word) -> Kinship:
    """How the passage's word can stand for the claim's."""
    if claim.forms & passage.forms:
        return EQUAL
    found = _meanings(claim.lemma, claim.pos, passage.lemma, passage.pos)
    if found is NONE and "ADJ" in (claim.pos, passage.pos):
        found = _meanings(*_as_verb(claim), *_as_verb(passage))
    if found is NONE and not (claim.first or claim.forms).isdisjoint(passage.first or passage.forms):
        return FIRST
    return found


def names_kinship(claim: Word, name: Name, passage: Word, other: Name, aliases: tuple[tuple[str, str], ...]) -> Kinship:
    """How a word of one name can stand for a word of another: the same word, or the same bearer."""
    if claim.forms & passage.forms:
        return EQUAL
    how = same_bearer(name, other, aliases)
    return NONE if how is None else Kinship(BEARER, how)


def _as_verb(word: Word) -> tuple[str, str]:
    """A participle as the verb that it is of, where the parse has it as an adjective: "injured"."""
    base = true_lemma(word.lemma, word.lemma, "VERB") if word.pos == "ADJ" else word.lemma
    return (base, "VERB") if word.pos == "ADJ" and base != word.lemma else (word.lemma, word.pos)


@lru_cache(maxsize=50_000)
def government(claim: Name, passage: Name) -> Kinship:
    """How a capital can stand for its country, or a country for its capital."""
    return Kinship(GOVERNMENT, "government") if names.governs(claim, passage) else NONE


@lru_cache(maxsize=50_000)
def same_bearer(claim: Name, passage: Name, aliases: tuple[tuple[str, str], ...]) -> str | None:
    """How two names are of one person, place or organisation; None where they are not known to be."""
    outcome = names.compare(claim, passage, aliases)
    return outcome.how if outcome.relation is Relation.AGREES else None


@lru_cache(maxsize=200_000)
def _meanings(claim: str, claim_pos: str, passage: str, passage_pos: str) -> Kinship:
    score = lexicon.related(claim, passage, claim_pos, passage_pos)
    if score is None:
        return NONE
    if claim_pos == passage_pos and lexicon.hypernym(claim, passage, claim_pos):
        return Kinship(max(score, BROADER), "broader")
    if claim_pos == passage_pos and lexicon.hypernym(passage, claim, claim_pos):
        return Kinship(min(score, NARROWER), "narrower")
    return Kinship(score, "synonym" if claim_pos == passage_pos else "derived")
