"""What words have to do with one another: synonyms, opposites, derivations, more general and exclusive words.

Words are lemmas with their universal part of speech ("rise", "VERB"); several parts are joined by "_" or a space.
From WordNet's frequent senses and from lists written for this project.
"""

from __future__ import annotations

from factcheck.facets.lexicon.classes import exclusive
from factcheck.facets.lexicon.families import family
from factcheck.facets.lexicon.likeness import hypernym, related, synonyms
from factcheck.facets.lexicon.opposites import antonyms, converse
from factcheck.facets.lexicon.synonymy import meanings
from factcheck.facets.lexicon.wordnet import base_forms, falls_under, known

__all__ = [
    "antonyms",
    "base_forms",
    "converse",
    "exclusive",
    "falls_under",
    "family",
    "hypernym",
    "known",
    "meanings",
    "related",
    "synonyms",
]
