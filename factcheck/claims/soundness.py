"""Whether a statement reads as a sentence: what a wrong parse tears apart is told whole instead."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.claims.grammar import past, past_participle
from factcheck.claims.tree import SUBJECTS
from factcheck.claims.wording import Item, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.claims.frames import Statement
    from factcheck.claims.tree import Tree
    from factcheck.model import Token

_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
# Verbs that a statement may have been given.
_GIVEN = frozenset(["is", "are", "was", "were", "has", "have"])
_ARTICLES = frozenset(["a", "an", "the", "every", "its", "his", "their", "my", "your", "our"])
_NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM", "X"])
# What may stand right behind an article, and right behind a preposition.
_AFTER_ARTICLE = frozenset(["NOUN", "PROPN", "ADJ", "NUM", "ADV", "VERB", "SYM", "X", "PUNCT", "INTJ"])
_AFTER_PREPOSITION = _AFTER_ARTICLE | {"PRON", "DET", "ADP", "SCONJ", "PART"}
# Words that stand on one side of the word that they belong to, wherever the phrase is moved.
_FIXED_ORDER = frozenset(["det", "case", "amod", "nummod", "aux", "cop", "compound", "flat", "mark"])
# Parts of a phrase that are never its head.
_INNER = frozenset(["compound", "amod", "flat", "det", "nummod", "case", "advmod", "obl", "mark", "cc"])


def is_sound(tree: Tree, statement: Statement) -> bool:
    """Whether every clause of the statement has a subject before its verb, and every small word its phrase."""
    items = statement.items
    clauses = _clauses(items)
    return (
        all(_has_subject_and_verb(tree, clause, statement.predicate) for clause in clauses)
        and not _strands(tree, items)
        and (statement.identity or _in_order(tree, items))
        and (statement.identity or not _has_rival_subjects(tree, items))
        and not _dangles(tree, items)
        and not _runs_together(tree, items)
        and all(_agrees(tree, clause) for clause in clauses)
        and not any(clause and _asks(tree, clause[0]) for clause in clauses[1:])
    )


def is_misread(tree: Tree) -> bool:
    """Whether the parse contradicts the forms of its words, so that nothing that is made of it can be trusted.

    A plural noun is no subject of a singular verb, and a past tense describes no noun.
    """
    return any(
        _is_only_past(t) and t.dep == "acl" and not tree.has(t.i, "aux", "nsubj", "mark") for t in tree.tokens
    ) or any(
        tree.rel[t.i] == "nsubj"
        and t.tag == "NNS"
        and t.i < t.head
        and tree.tokens[t.head].tag == "VBZ"
        and not tree.has(t.i, "nummod", "conj")
        and not tree.has(t.head, "cop")
        for t in tree.tokens
    )


def _is_only_past(token: Token) -> bool:
    """ "rose", "went": a form that is no participle."""
    lemma = token.lemma.lower()
    return token.tag == "VBD" and token.lower == past(lemma) != past_participle(lemma)


def _clauses(items: Sequence[Item]) -> list[list[Item]]:
    """What is said and what is said of it, parted at the "that" which joins them."""
    found: list[list[Item]] = [[]]
    for item in items:
        if isinstance(item, Word) and item.token is None and item.text == "that":
            found.append([])
        else:
            found[-1].append(item)
    return found


def _has_subject_and_verb(tree: Tree, clause: Sequence[Item], predicate: int) -> bool:
    verb = next((at for at, item in enumerate(clause) if _is_finite(tree, item, predicate)), None)
    if verb is None:
        return False
    if not any(tree.tokens[i].pos in _NOMINAL for i in range(_token(clause[verb]))):
        return True
    shown = {item if isinstance(item, int) else item.token for item in clause}
    return any(_may_be_subject(tree, item, shown) for item in clause[:verb]) or _is_inverted(tree, clause[verb])


def _token(item: Item) -> int:
    return item if isinstance(item, int) else item.token or 0


def _asks(tree: Tree, item: Item) -> bool:
    """Whether what is said begins with a pronoun that belongs to a noun elsewhere."""
    return isinstance(item, int) and tree.lowered(item) in ("who", "which", "whom")


def _agrees(tree: Tree, clause: Sequence[Item]) -> bool:
    """Whether one plural noun stands before a singular verb."""
    verb = next(
        (at for at, item in enumerate(clause) if isinstance(item, int) and tree.tokens[item].tag == "VBZ"), None
    )
    if verb is None or tree.tokens[_token(clause[verb])].pos != "VERB":
        return True
    before = [item for item in clause[:verb] if isinstance(item, int)]
    if len(before) < verb or any(tree.tokens[i].tag in _FINITE or tree.tokens[i].lower == "and" for i in before):
        return True
    tops = [i for i in before if tree.tokens[i].head == i or tree.tokens[i].head not in before]
    heads = [i for i in tops if tree.tokens[i].pos == "NOUN" and tree.tokens[i].text.islower()]
    return len(heads) != 1 or tree.tokens[heads[0]].tag != "NNS" or tree.has(heads[0], "nummod")


def _is_finite(tree: Tree, item: Item, predicate: int) -> bool:
    """Whether the word is the clause's verb; where the source, a headline, gives it no tense, a bare form is."""
    if isinstance(item, int):
        top = item == predicate or tree.rel[item] in ("ROOT", "root", "conj", "ccomp", "parataxis")
        bare = tree.tokens[item].pos == "VERB" and top and not tree.is_finite(item) and tree.tokens[item].tag != "VBG"
        return tree.tokens[item].tag in _FINITE or bare
    if item.token is None:
        return item.text in _GIVEN
    made = item.text != tree.tokens[item.token].text
    return made and (tree.tokens[item.token].pos in ("VERB", "AUX") or item.token == predicate)


def _may_be_subject(tree: Tree, item: Item, shown: set[int | None]) -> bool:
    if isinstance(item, Word):
        return item.token is None and item.text not in (",", ":", "in")
    token = tree.tokens[item]
    if tree.rel[item] in SUBJECTS or tree.rel[item] == "expl":
        return True
    inner = tree.rel[item] in _INNER and token.head in shown
    governed = any(tree.rel[k] == "case" and tree.tokens[k].pos == "ADP" and k in shown for k in tree.kids[item])
    return (token.pos in _NOMINAL or token.tag == "VBG") and not inner and not governed


def _is_inverted(tree: Tree, item: Item) -> bool:
    """ "Among them was a boy": the subject stands behind its verb in the source, too."""
    if isinstance(item, Word):
        return False
    head = tree.tokens[item].head if tree.rel[item] in ("aux", "cop") else item
    subject = tree.subject(head)
    return subject is not None and subject > item > 0 and tree.tokens[item].tag != "MD"


def _strands(tree: Tree, items: Sequence[Item]) -> bool:
    """Whether an article or a preposition has lost the words that it stood before."""
    for at, item in enumerate(items):
        if not isinstance(item, int):
            continue
        token = tree.tokens[item]
        article = token.lower in _ARTICLES and token.pos in ("DET", "PRON")
        if not article and token.pos != "ADP":
            continue
        after = items[at + 1] if at + 1 < len(items) else None
        if after == item + 1 or isinstance(after, Word) or _source_breaks_off(tree, item):
            continue
        if after is None or tree.tokens[after].pos not in (_AFTER_ARTICLE if article else _AFTER_PREPOSITION):
            return True
    return False


def _source_breaks_off(tree: Tree, item: int) -> bool:
    """Whether the word stands alone in the source, too: "the house that he lived in." """
    after = tree.tokens[item + 1] if item + 1 < len(tree.tokens) else None
    return after is None or after.pos in ("PUNCT", "CCONJ") or tree.rel[item] in ("compound", "advmod")


def _in_order(tree: Tree, items: Sequence[Item]) -> bool:
    """Whether the words of each phrase stand as they stood."""
    place = {item if isinstance(item, int) else item.token: at for at, item in enumerate(items)}
    for i, at in place.items():
        if i is None or not (tree.rel[i] in _FIXED_ORDER or _is_joining(tree, i)):
            continue
        if _is_joining(tree, i) and i in items and any(i < _token(item) <= tree.tokens[i].head for item in items[:at]):
            return False
        head = tree.tokens[i].head
        if head in place and (i < head) != (at < place[head]):
            return False
    return True


def _runs_together(tree: Tree, items: Sequence[Item]) -> bool:
    """Whether two names that a comma and other words part have become one."""
    return any(
        isinstance(one, int)
        and isinstance(other, int)
        and other > one + 2
        and tree.tokens[one].pos == tree.tokens[other].pos == "PROPN"
        and tree.tokens[one + 1].text == ","
        and tree.tokens[other - 1].pos != "PUNCT"
        for one, other in pairwise(items)
    )


def _is_joining(tree: Tree, i: int) -> bool:
    """Whether the word opens a clause of time or place."""
    return tree.rel[i] == "advmod" and tree.lowered(i) in ("where", "when") and tree.tokens[i].head > i


def _has_rival_subjects(tree: Tree, items: Sequence[Item]) -> bool:
    """Whether two nouns stand side by side as the subject of one verb."""
    subjects = [i for i in items if isinstance(i, int) and tree.rel[i] == "nsubj" and tree.tokens[i].pos in _NOMINAL]
    for one, other in pairwise(subjects):
        same = tree.tokens[one].head == tree.tokens[other].head and not _adjoin(tree, items, one, other)
        if same and tree.lowered(one) not in ("that", "what", "which", "who", "whom", "all", "both", "each"):
            return True
    return False


def _dangles(tree: Tree, items: Sequence[Item]) -> bool:
    """Whether a subordinate clause stands alone, or a "which" without what it speaks of."""
    first = items[0] if items else None
    if isinstance(first, int) and tree.rel[first] == "mark" and tree.lowered(first) != "to":
        inside = set(tree.analysis.subtree(tree.tokens[first].head))
        if first > 0 and all(_token(item) in inside for item in items):
            return True
    shown = {_token(item) for item in items}
    own = [item for item in items if isinstance(item, int)]
    unheld = (i for i in own if tree.lowered(i) in ("which", "whom", "whose") and not _is_held(tree, i, shown))
    return next(unheld, None) is not None or any(_lacks_to(tree, i, shown) for i in own)


def _is_held(tree: Tree, pronoun: int, shown: set[int]) -> bool:
    """Whether the noun that a relative pronoun speaks of is shown, or the word asks."""
    at = pronoun
    for _ in range(6):
        if tree.rel[at] == "acl":
            return tree.tokens[at].head in shown and tree.tokens[at].head < pronoun
        if tree.rel[at] in ("ccomp", "csubj", "xcomp"):
            return True
        if tree.tokens[at].head == at:
            return False
        at = tree.tokens[at].head
    return False


def _lacks_to(tree: Tree, verb: int, shown: set[int]) -> bool:
    """Whether an infinitive has lost its "to"."""
    if tree.tokens[verb].tag != "VB":
        return False
    return any(tree.rel[k] == "mark" and tree.lowered(k) == "to" and k not in shown for k in tree.kids[verb])


def _adjoin(tree: Tree, items: Sequence[Item], one: int, other: int) -> bool:
    """Whether the words from one to the other stand as in the source, so that they are one long name or an address."""
    between = items[items.index(one) : items.index(other) + 1]
    return list(between) == [i for i in range(one, other + 1) if tree.tokens[i].pos != "PUNCT"]
