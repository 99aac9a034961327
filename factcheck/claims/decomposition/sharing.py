"""What one of two joined predicates takes from the other: auxiliaries, and the negation of "nor"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.decomposition.wording import Word

if TYPE_CHECKING:
    from factcheck.claims.decomposition.frames import Parts
    from factcheck.claims.decomposition.phrases import Phrase
    from factcheck.claims.decomposition.tree import Tree


def _passive_mate(tree: Tree, k: int, parts: Parts) -> bool:
    """ "was born and brought up": a form that can be past or participle, beside a passive, without an object."""
    passive = any(tree.tokens[c].dep == "aux:pass" for c in parts.auxiliaries)
    if tree.lemma(k) in words("intransitive-verbs.txt"):
        return False
    return passive and tree.tokens[k].tag == "VBD" and not tree.has(k, "obj", "aux", "xcomp", "ccomp")


def _takes_be(tree: Tree, k: int) -> bool:
    """ "is tired and leaving": whether the "is" of a description stands before a joined word, too."""
    return tree.tokens[k].pos != "VERB" or (tree.tokens[k].tag == "VBG" and not tree.has(k, "obj"))


def shared_auxiliaries(tree: Tree, k: int, p: int, parts: Parts) -> Phrase:
    """The auxiliaries of `p`, with their negation, that a joined predicate without its own shares."""
    if (tree.is_finite(k) and not _passive_mate(tree, k, parts)) or tree.has(k, "aux", "cop"):
        return []
    negations = [c for c in parts.complements if tree.lowered(c) in ("not", "n't", "n’t", "never") and c < p]
    shared = sorted([c for c in parts.auxiliaries if tree.rel[c] == "aux" or _takes_be(tree, k)] + negations)
    return list(shared)


def negation(tree: Tree, p: int, parts: Parts) -> list[tuple[int, list[Phrase]]]:
    """ "nor did it blame the pilots": the negation goes behind the auxiliary."""
    nor = next((k for k in tree.kids[p] if tree.rel[k] == "cc" and tree.lowered(k) == "nor"), None)
    if nor is None or not parts.auxiliaries:
        return []
    return [(parts.auxiliaries[0], [[Word("not", nor)]])]
