"""Events told by a noun: "China's arrest of two men" says that China arrested two men."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factcheck.claims import grammar
from factcheck.claims.agreement import is_plural, is_time
from factcheck.claims.data import rows, words
from factcheck.claims.frames import Frame, Statement
from factcheck.claims.phrases import Phrase, whole
from factcheck.claims.wording import Word

if TYPE_CHECKING:
    from factcheck.claims.tree import Tree

# After these an event is over or under way; after "to", "against" or "for" it may never have happened.
_HAPPENED = frozenset(["following", "after", "since", "despite", "amid", "during", "before", "until", "from", "by"])


def events(tree: Tree) -> list[int]:
    """The nouns that tell of an event which the sentence takes as having happened."""
    return [t.i for t in tree.tokens if t.pos == "NOUN" and t.lemma.lower() in _verbs() and _happened(tree, t.i)]


def statements(tree: Tree, noun: int, frame: Frame) -> list[Statement]:
    """What the noun tells, as a clause."""
    verb, sort = _verbs()[tree.lemma(noun)]
    doer = next((k for k in tree.live(noun) if tree.tokens[k].dep == "nmod:poss"), None)
    thing = _complement(tree, noun, "of")
    agent = _complement(tree, noun, "by")
    if thing is not None and any(tree.rel[k] == "conj" for k in tree.kids[thing]):
        return []
    rest = [item for holder in (noun, thing) if holder is not None for item in _circumstances(tree, holder, noun)]
    clause: Phrase | None = None
    if sort == "i" and (subject := thing if thing is not None else doer) is not None:
        clause = [*_bare(tree, subject), Word(grammar.past(verb), noun)]
    elif thing is not None and doer is not None:
        clause = [*_bare(tree, doer), Word(grammar.past(verb), noun), *_bare(tree, thing)]
    elif sort == "t" and thing is not None:
        be = Word(grammar.be(is_plural(tree, thing), is_past=True))
        clause = [*_bare(tree, thing), be, Word(grammar.past_participle(verb), noun)]
        clause += whole(tree, agent) if agent is not None else []
    if clause is None:
        return []
    return [Statement((*frame.prefix, *clause, *rest), noun, frame.speech, frame.speaker)]


def _happened(tree: Tree, noun: int) -> bool:
    if tree.rel[noun] == "conj":
        head = tree.tokens[noun].head
        return tree.tokens[head].pos == "NOUN" and tree.rel[head] != "conj" and _in_fact(tree, head)
    return _in_fact(tree, noun)


def _in_fact(tree: Tree, noun: int) -> bool:
    """Whether the sentence speaks of the event as a fact: the event, not an event, and not one that is asked for."""
    kids = tree.kids[noun]
    definite = any(tree.tokens[k].dep == "nmod:poss" or tree.lowered(k) == "the" for k in kids)
    hedged = any(tree.lemma(k) in words("unreal-adjectives.txt") for k in kids if tree.rel[k] in ("amod", "compound"))
    if not definite or hedged:
        return False
    head = tree.tokens[noun].head
    case = next((tree.lowered(k) for k in kids if tree.rel[k] == "case"), None)
    if tree.rel[noun] == "nsubj":
        if tree.lemma(head) in words("unreal-verbs.txt"):
            return False
        return tree.is_verb(head) and not (tree.negated(head) or tree.modal(head)) and tree.tokens[head].tag != "VB"
    if tree.rel[noun] in ("obl", "nmod", "advcl"):
        return case in _HAPPENED or (case == "to" and tree.lemma(head) == "lead" and not tree.modal(head))
    causes = tree.lemma(head) in words("causal-words.txt") | {"follow", "see", "bring", "witness"}
    return tree.rel[noun] == "obj" and causes and not (tree.negated(head) or tree.modal(head))


def _complement(tree: Tree, noun: int, case: str) -> int | None:
    for k in tree.live(noun):
        if tree.rel[k] == "nmod" and k > noun and tree.lowered(tree.first(k)) == case:
            return k
    return None


def _circumstances(tree: Tree, holder: int, noun: int) -> Phrase:
    """Where and when, from the phrases behind the noun, and when, from those behind what it happened to."""
    found: Phrase = []
    for k in tree.live(holder):
        case = next((tree.lowered(c) for c in tree.kids[k] if tree.rel[c] == "case"), None)
        if holder != noun and not is_time(tree, k):
            continue
        if tree.rel[k] == "nmod" and k > noun and case in ("in", "on", "at", "for", "during", "after", "before"):
            found += whole(tree, k)
    return found


def _bare(tree: Tree, i: int) -> Phrase:
    """A noun phrase without the preposition or the possessive ending before or behind it."""
    timed = {k for k in tree.kids[i] if tree.rel[k] == "nmod" and k > i and is_time(tree, k)}
    items = whole(tree, i, frozenset(timed | {k for k in tree.kids[i] if tree.rel[k] in ("case", "cc", "conj")}))
    first = items[0]
    return items[1:] if isinstance(first, int) and tree.tokens[first].pos == "ADP" and len(items) > 1 else items


@cache
def _verbs() -> dict[str, tuple[str, str]]:
    return {noun: (verb, sort) for noun, verb, sort in rows("event-nouns.tsv")}
