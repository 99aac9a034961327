"""Events and intentions told by a noun: "China's arrest of two men" says that China arrested two men."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factcheck.claims.data import rows, words
from factcheck.claims.decomposition import grammar
from factcheck.claims.decomposition.agreement import is_plural, is_time
from factcheck.claims.decomposition.frames import Frame, Statement
from factcheck.claims.decomposition.phrases import Phrase, whole
from factcheck.claims.decomposition.wording import Word

if TYPE_CHECKING:
    from factcheck.claims.decomposition.tree import Tree

# After these an event is over or under way; after "to", "against" or "for" it may never have happened.
_HAPPENED = frozenset(["following", "after", "since", "despite", "amid", "during", "before", "until", "from", "by"])
_EXAMPLES = frozenset(["including", "notably"])
# Phrases with these behind a noun tell of the event's circumstances; without them it is still the event.
_LOOSE = frozenset(["on", "over", "for", "under", "in", "at", "during", "amid", "after", "before", "with"])


def events(tree: Tree) -> list[int]:
    """The nouns that tell of an event which the sentence takes as having happened."""
    return [t.i for t in tree.tokens if t.pos == "NOUN" and t.lemma.lower() in _verbs() and _happened(tree, t.i)]


def statements(tree: Tree, noun: int, frame: Frame) -> list[Statement]:
    """What the noun tells, as a clause."""
    verb, sort = _verbs()[tree.lemma(noun)]
    doer = next((k for k in tree.live(noun) if tree.tokens[k].dep == "nmod:poss"), None)
    if doer is not None and tree.tokens[doer].pos == "PRON":
        return []
    thing = _complement(tree, noun, "of")
    agent = _complement(tree, noun, "by")
    if thing is not None and any(tree.rel[k] == "conj" for k in tree.kids[thing]):
        return []
    rest = [item for holder in (noun, thing) if holder is not None for item in _circumstances(tree, holder, noun)]
    found = []
    done_by = _bare(tree, doer) if doer is not None else []
    for thing_phrase in _with_and_without_circumstances(tree, thing):
        clause: Phrase | None = None
        if sort == "i" and (subject := thing_phrase or done_by):
            clause = [*subject, Word(grammar.past(verb), noun)]
        elif thing_phrase and done_by:
            clause = [*done_by, Word(grammar.past(verb), noun), *thing_phrase]
        elif sort == "t" and thing_phrase and thing is not None:
            be = Word(grammar.be(is_plural(tree, thing), is_past=True))
            clause = [*thing_phrase, be, Word(grammar.past_participle(verb), noun)]
            clause += whole(tree, agent) if agent is not None else []
        if clause is not None:
            found.append(Statement((*frame.prefix, *clause, *rest), noun, frame.speech, frame.speaker))
    return found


def intentions(tree: Tree) -> list[int]:
    """The nouns that tell what their owner means to do: "Ottawa's plan to double exports"."""
    nouns = (token.i for token in tree.tokens if token.pos == "NOUN")
    return [i for i in nouns if _owner(tree, i) is not None and _aim(tree, i) is not None]


def intended(tree: Tree, noun: int, frame: Frame) -> list[Statement]:
    """That the owner has the intention: first without what is said beside, then with all of it."""
    owner, aim = _owner(tree, noun), _aim(tree, noun)
    if owner is None or aim is None:
        return []
    traits = [k for k in tree.kids[noun] if tree.rel[k] in ("amod", "compound") and k < noun]
    loose = frozenset(k for k in tree.kids[aim] if tree.rel[k] in ("obl", "advcl"))
    have = Word("have" if is_plural(tree, owner) else "has")
    found = []
    for own, left in [([], loose), (traits, frozenset())] if traits or loose else [([], loose)]:
        article = Word(grammar.article(tree.tokens[own[0] if own else noun].text))
        named = [item for k in own for item in whole(tree, k)]
        items = [*frame.prefix, *_bare(tree, owner), have, article, *named, noun, *whole(tree, aim, left)]
        found.append(Statement(tuple(items), noun, frame.speech, frame.speaker))
    return found


def _owner(tree: Tree, noun: int) -> int | None:
    """Whose it is, if it is somebody's by name or by noun."""
    owners = (k for k in tree.kids[noun] if tree.tokens[k].dep == "nmod:poss")
    return next((k for k in owners if tree.tokens[k].pos != "PRON"), None)


def _aim(tree: Tree, noun: int) -> int | None:
    """The infinitive that says what is meant."""
    if tree.lemma(noun) not in words("intention-nouns.txt"):
        return None
    verbs = (k for k in tree.kids[noun] if k > noun and tree.rel[k] == "acl" and tree.is_verb(k))
    return next((k for k in verbs if any(tree.lowered(m) == "to" for m in tree.kids[k] if tree.rel[m] == "mark")), None)


def _with_and_without_circumstances(tree: Tree, thing: int | None) -> list[Phrase]:
    """What the event happened to, first without the phrases that say under what circumstances, then with them."""
    if thing is None:
        return [[]]
    loose = frozenset(k for k in tree.kids[thing] if k > thing and tree.rel[k] == "nmod" and _case(tree, k) in _LOOSE)
    full = _bare(tree, thing)
    return [_bare(tree, thing, loose), full] if loose else [full]


def _case(tree: Tree, i: int) -> str | None:
    return next((tree.lowered(k) for k in tree.kids[i] if tree.rel[k] == "case"), None)


def _happened(tree: Tree, noun: int) -> bool:
    if tree.rel[noun] == "conj" and any(tree.lowered(k) in _EXAMPLES for k in tree.kids[noun]):
        return _is_definite(tree, noun) and _is_factual(tree, tree.tokens[noun].head)
    if tree.rel[noun] == "conj":
        head = tree.tokens[noun].head
        return tree.tokens[head].pos == "NOUN" and tree.rel[head] != "conj" and _in_fact(tree, head)
    return _in_fact(tree, noun)


def _in_fact(tree: Tree, noun: int) -> bool:
    """Whether the sentence speaks of the event as a fact: the event, not an event, and not one that is asked for."""
    if not _is_definite(tree, noun):
        return False
    kids = tree.kids[noun]
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


def _is_definite(tree: Tree, noun: int) -> bool:
    """Whether it is the event or somebody's event, and not a planned or an alleged one."""
    kids = tree.kids[noun]
    definite = any(tree.tokens[k].dep == "nmod:poss" or tree.lowered(k) == "the" for k in kids)
    hedged = any(tree.lemma(k) in words("unreal-adjectives.txt") for k in kids if tree.rel[k] in ("amod", "compound"))
    return definite and not hedged


def _is_factual(tree: Tree, i: int) -> bool:
    """Whether the verb above a noun states a fact."""
    verb = tree.tokens[i].head
    return tree.is_verb(verb) and not (tree.negated(verb) or tree.modal(verb)) and tree.tokens[verb].tag != "VB"


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


def _bare(tree: Tree, i: int, besides: frozenset[int] = frozenset()) -> Phrase:
    """A noun phrase without the preposition or the possessive ending before or behind it, and without a purpose."""
    timed = {k for k in tree.kids[i] if tree.rel[k] == "nmod" and k > i and is_time(tree, k)}
    timed |= besides | {k for k in tree.kids[i] if tree.rel[k] == "acl" and tree.has(k, "mark")}
    items = whole(tree, i, frozenset(timed | {k for k in tree.kids[i] if tree.rel[k] in ("case", "cc", "conj")}))
    first = items[0]
    return items[1:] if isinstance(first, int) and tree.tokens[first].pos == "ADP" and len(items) > 1 else items


@cache
def _verbs() -> dict[str, tuple[str, str]]:
    return {noun: (verb, sort) for noun, verb, sort in rows("event-nouns.tsv")}
