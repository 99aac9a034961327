"""Who does what to whom: the parse as labelled edges between content words, the same for active and passive.

The labels: subj, obj, iobj, comp, poss, mod, is, adv, part, and "by:P" for what hangs on a preposition P.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model import Analysis, Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"})
# How many words before a noun may each stand before the next.
LONGEST_PHRASE = 6
# How much something changes, after "by".
SHARES = frozenset({"percent", "%", "half", "third", "quarter", "point"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose", "where", "when"})


@dataclass(frozen=True, slots=True)
class Edge:
    """One dependent of one word, and in which role."""

    head: int
    label: str
    tail: int


def edges(analysis: Analysis) -> tuple[Edge, ...]:
    """All edges of a text, with shared subjects and objects handed to coordinated and participial predicates."""
    found = {edge: None for token in analysis.tokens for edge in _own(analysis, token)}
    for edge in (*_shared(analysis, tuple(found)), *_within_phrase(tuple(found))):
        found.setdefault(edge)
    return tuple(found)


def _within_phrase(own: tuple[Edge, ...]) -> Iterator[Edge]:
    """What stands before a word that stands before a noun belongs to the noun too: "American sports drama film"."""
    above = {edge.tail: edge.head for edge in own if edge.label == "mod" and edge.tail < edge.head}
    for tail, first in above.items():
        head = above.get(first)
        for _ in range(LONGEST_PHRASE):
            if head is None:
                break
            yield Edge(head, "mod", tail)
            head = above.get(head)


# Verbs by which a subject is what follows: "became president", "served as president", "was elected president".
BECOMING = frozenset({"become", "remain", "stay"})
SERVING = frozenset({"serve", "work", "act", "function", "double"})
NAMING = frozenset({"name", "appoint", "elect", "make", "call", "crown", "dub", "declare", "designate"})


def identities(analysis: Analysis, found: tuple[Edge, ...]) -> Iterator[Edge]:
    """What other verbs than "be" say that their subject is; what they say of when and where is said of that too."""
    by_head: dict[int, list[Edge]] = {}
    for edge in found:
        by_head.setdefault(edge.head, []).append(edge)
    for verb, around in by_head.items():
        lemma = analysis.tokens[verb].lemma.lower()
        subject, becomes = _becoming(lemma)
        holders = [e.tail for e in around if e.label == subject]
        for edge in around:
            if (
                edge.label in becomes
                and analysis.tokens[edge.tail].pos in ("NOUN", "PROPN")
                and edge.tail not in holders
            ):
                yield from (Edge(holder, "is", edge.tail) for holder in holders)
                yield from (
                    Edge(edge.tail, e.label, e.tail)
                    for e in around
                    if e.label.startswith("by:") and e.tail != edge.tail
                )


def _becoming(lemma: str) -> tuple[str, tuple[str, ...]]:
    """The role of who becomes something with a verb, and the roles of what they become."""
    if lemma in BECOMING:
        return "subj", ("obj", "comp")
    if lemma in SERVING:
        return "subj", ("by:as",)
    if lemma in NAMING:
        return "obj", ("comp", "obj", "by:as")
    return "", ()


def through_identity(found: tuple[Edge, ...]) -> tuple[Edge, ...]:
    """What is said of what something is, is said of it: "X is a city in Y" puts X in Y."""
    described: dict[int, list[int]] = {}
    for edge in found:
        if edge.label == "is":
            described.setdefault(edge.tail, []).append(edge.head)
    extra = [
        Edge(x, e.label, e.tail)
        for e in found
        if e.label.startswith("by:") or e.label in ("mod", "poss")
        for x in described.get(e.head, ())
        if x != e.tail
    ]
    return tuple(dict.fromkeys((*found, *extra)))


def _own(analysis: Analysis, token: Token) -> Iterator[Edge]:
    """The edges that a token's relation to its head stands for."""
    if token.head == token.i:
        return
    head = analysis.tokens[token.head]
    rel = token.rel
    if rel in ("nsubj", "csubj"):
        yield from _subject(analysis, token, head)
    elif rel in ("obj", "iobj"):
        yield Edge(head.i, rel, token.i)
    elif rel in ("obl", "nmod", "advcl", "acl") and token.dep != "acl:relcl":
        yield from _modifier(analysis, token, head)
    elif token.dep == "acl:relcl":
        yield from _relative(analysis, token, head)
    elif rel in ("ccomp", "xcomp"):
        yield Edge(head.i, "comp", token.i)
    elif rel == "appos":
        yield Edge(head.i, "is", token.i)
    elif rel in ("amod", "compound", "flat", "nummod", "goeswith"):
        yield Edge(head.i, "mod", token.i)
    elif rel == "advmod":
        yield Edge(head.i, "adv", token.i)
    elif rel in ("conj", "parataxis", "list"):
        yield Edge(head.i, "conj", token.i)
    elif rel in ("dep", "orphan", "dislocated", "vocative"):
        yield Edge(head.i, "dep", token.i)


def _subject(analysis: Analysis, token: Token, head: Token) -> Iterator[Edge]:
    if token.lower in RELATIVE and token.pos == "PRON":
        return
    if "pass" in token.dep or analysis.child(head.i, "aux:pass") is not None:
        yield Edge(head.i, "obj", token.i)
    elif analysis.child(head.i, "cop") is not None:
        case = analysis.child(head.i, "case")
        yield Edge(token.i, f"by:{case.lower}" if case is not None else "is", head.i)
    else:
        yield Edge(head.i, "subj", token.i)


def _modifier(analysis: Analysis, token: Token, head: Token) -> Iterator[Edge]:
    case = analysis.child(token.i, "case", "mark")
    word = case.lower if case is not None else ""
    if token.dep == "nmod:poss" or (word in ("'s", "’s", "'", "’")):
        yield Edge(head.i, "poss", token.i)
    elif word == "by" and _is_doer(analysis, token, head):
        yield Edge(head.i, "subj", token.i)
    elif token.rel in ("acl", "advcl") and head.pos in NOMINAL and token.pos == "VERB":
        yield Edge(token.i, "obj" if "Part" in token.morph and "Past" in token.morph else "subj", head.i)
    elif token.rel in ("advcl", "acl"):
        yield Edge(head.i, f"by:{word}" if word else "adv", token.i)
    else:
        yield Edge(head.i, f"by:{word}" if word else "mod", token.i)


def _is_doer(analysis: Analysis, token: Token, head: Token) -> bool:
    """Whether what follows "by" does it, and is not how much it changes: "rose by 15 percent", "was cut by half"."""
    if token.pos in ("NUM", "SYM") or token.lemma.lower() in SHARES:
        return False
    active = "VerbForm=Fin" in head.morph and analysis.child(head.i, "aux:pass") is None
    return not active and (token.dep == "obl:agent" or "Voice=Pass" in head.morph)


def _relative(analysis: Analysis, token: Token, head: Token) -> Iterator[Edge]:
    """The antecedent takes the role of the relative word in its clause."""
    if analysis.child(token.i, "cop") is not None:
        yield Edge(head.i, "is", token.i)
        return
    for i in analysis.children[token.i]:
        child = analysis.tokens[i]
        if child.lower in RELATIVE and child.rel == "nsubj":
            passive = "pass" in child.dep or analysis.child(token.i, "aux:pass") is not None
            yield Edge(token.i, "obj" if passive else "subj", head.i)
            return
    taken = {analysis.tokens[i].rel for i in analysis.children[token.i]}
    yield Edge(token.i, "subj" if "nsubj" not in taken else "obj", head.i)


def _shared(analysis: Analysis, own: tuple[Edge, ...]) -> Iterator[Edge]:
    """What a later conjunct, a participle or an open complement has in common with the predicate before it."""
    subjects: dict[int, list[Edge]] = {}
    incoming: dict[int, list[Edge]] = {}
    for edge in own:
        if edge.label in ("subj", "obj") or edge.label == "is":
            subjects.setdefault(edge.head if edge.label != "is" else edge.tail, []).append(edge)
        incoming.setdefault(edge.tail, []).append(edge)
    for edge in own:
        head, tail = analysis.tokens[edge.head], analysis.tokens[edge.tail]
        if edge.label == "conj":
            for above in incoming.get(edge.head, ()):
                if above.label != "conj":
                    yield Edge(above.head, above.label, edge.tail)
            if tail.pos in ("VERB", "AUX") and head.pos in ("VERB", "AUX", "NOUN", "ADJ"):
                yield from _inherit(subjects, analysis, head.i, tail.i)
        elif (edge.label in ("comp", "adv") or edge.label.startswith("by:")) and tail.pos == "VERB":
            yield from _inherit(subjects, analysis, head.i, tail.i)


def _inherit(subjects: dict[int, list[Edge]], analysis: Analysis, head: int, tail: int) -> Iterator[Edge]:
    if any(analysis.tokens[i].rel in ("nsubj", "csubj") for i in analysis.children[tail]):
        return
    for edge in subjects.get(head, ()):
        if edge.label == "subj":
            yield Edge(tail, "subj", edge.tail)
        elif edge.label == "is":
            yield Edge(tail, "subj", edge.head)
        elif edge.label == "obj" and analysis.child(head, "aux:pass") is not None:
            passive = analysis.child(tail, "aux:pass") is not None or "Voice=Pass" in analysis.tokens[tail].morph
            yield Edge(tail, "obj" if passive else "subj", edge.tail)


# Roles that can stand for one another between a clause and its nominalisation, or between two ways to attach a phrase.
_LIKE = (
    {"subj", "poss", "by:by", "by:of"},
    {"obj", "by:of", "poss", "mod", "by:for"},
    {"mod", "by:of", "by:in", "by:from", "by:for", "poss", "by:at", "by:with", "is"},
    {"iobj", "by:to", "by:for", "obj"},
    {"by:in", "by:at", "by:on", "by:from", "by:to", "by:during", "by:near", "by:within", "adv", "mod"},
    {"by:with", "by:by", "by:using", "by:through", "by:via"},
    {"comp", "obj", "by:to"},
    {"when", "by:in", "by:on", "by:of", "by:from", "mod"},
    {"is", "mod", "conj", "by:as", "comp"},
    {"by:against", "by:with", "by:over", "obj"},
    {"by:about", "by:of", "by:on", "by:over", "obj"},
)


def alike(one: str, other: str) -> bool:
    """Whether two roles can hold the same participant."""
    return one == other or any(one in group and other in group for group in _LIKE)
