"""Verbs of two words that are known as one: "turned down", "took part", "let the birds go"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.facets import lexicon
from factcheck.model import Analysis, Token
from factcheck.verdicts.graph import Edge
from factcheck.verdicts.words import Word, plain, true_lemma

# How many tokens after its verb the second word may stand: "turned the plan down".
REACH = 5
# The parse has a particle as one, as an adverb, or as a bare complement.
PARTICLE = frozenset({"compound:prt", "advmod"})
BARE = frozenset({"obj", "xcomp"})


def found(analysis: Analysis) -> dict[int, tuple[int, str]]:
    """For each second word of such a verb, its token, the verb's token and the lemma of the two together."""
    pairs: dict[int, tuple[int, str]] = {}
    for token in analysis.tokens:
        verb = analysis.tokens[token.head]
        if verb.pos == "VERB" and 0 < token.i - verb.i <= REACH and _completes(analysis, token):
            lemma = f"{true_lemma(plain(verb.text), plain(verb.lemma), 'VERB')}_{plain(token.lemma)}"
            if lexicon.known(lemma, "VERB"):
                pairs.setdefault(token.i, (verb.i, lemma))
    return pairs


def _completes(analysis: Analysis, token: Token) -> bool:
    return token.dep in PARTICLE or (token.rel in BARE and not analysis.children[token.i] and token.pos != "PRON")


def joined(words: list[Word], pairs: dict[int, tuple[int, str]]) -> list[Word]:
    """The words with the two of each such verb as one, which is still known by its first."""
    at = {word.i: word for word in words}
    for second, (verb, lemma) in pairs.items():
        if verb in at:
            own = at[verb]
            dropped = at.pop(second, own)
            heft = max(own.weight, dropped.weight)
            at[verb] = replace(own, lemma=lemma, weight=heft, forms=frozenset({lemma}), first=own.forms)
    return list(at.values())


def edges(own: tuple[Edge, ...], pairs: dict[int, tuple[int, str]]) -> Iterator[Edge]:
    """The edges with each such verb as one node; who goes when he is let go is the object of that."""
    for edge in own:
        if edge.head in pairs:
            label = "obj" if edge.label == "subj" else edge.label
            yield Edge(pairs[edge.head][0], label, edge.tail)
        elif edge.tail in pairs:
            yield Edge(edge.head, edge.label, pairs[edge.tail][0])
        else:
            yield edge
