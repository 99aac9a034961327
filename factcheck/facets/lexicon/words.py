"""How the lexicon writes a word: its lemma in lower case, its parts joined by "_", and its part of speech."""

from __future__ import annotations

CACHE = 1 << 15
WORDNET_POS = {"NOUN": "n", "PROPN": "n", "VERB": "v", "AUX": "v", "ADJ": "a", "ADV": "r"}
UPOS = {"n": "NOUN", "v": "VERB", "a": "ADJ", "r": "ADV"}


def normal(lemma: str) -> str:
    """The lemma as the tables have it: "Prime Minister" is "prime_minister"."""
    return lemma.lower().replace(" ", "_")


def plain_pos(pos: str) -> str:
    """The part of speech under which a name or an auxiliary is looked up."""
    return {"PROPN": "NOUN", "AUX": "VERB"}.get(pos, pos)
