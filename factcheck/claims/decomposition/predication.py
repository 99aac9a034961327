"""Whether a clause says something of something: its subject before its verb, and the two in one number."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factcheck.claims.data import rows, words
from factcheck.claims.decomposition.agreement import perfect_auxiliaries
from factcheck.claims.decomposition.grammar import past
from factcheck.claims.decomposition.tree import SUBJECTS
from factcheck.claims.decomposition.wording import Item, Word
from factcheck.facets.lexicon import falls_under

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.claims.decomposition.tree import Tree
    from factcheck.model import Token

_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
# Verbs that a statement may have been given.
_GIVEN = frozenset(["is", "are", "was", "were", "has", "have"])
# What opens a clause that describes a noun, or a place or a time.
_RELATIVES = frozenset(["WDT", "WP", "WRB"])
NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM", "X"])
# Parts of a phrase that are never its head.
_INNER = frozenset(["compound", "amod", "flat", "det", "nummod", "case", "advmod", "obl", "mark", "cc"])


def clauses_of(items: Sequence[Item]) -> list[list[Item]]:
    """What is said and what is said of it, parted at the "that" which joins them."""
    found: list[list[Item]] = [[]]
    for item in items:
        if isinstance(item, Word) and item.token is None and item.text == "that":
            found.append([])
        else:
            found[-1].append(item)
    return found


def has_subject_and_verb(tree: Tree, clause: Sequence[Item], predicate: int) -> bool:
    """Whether the clause has a verb in a tense, and before it what may be its subject."""
    shown = {item if isinstance(item, int) else item.token for item in clause}
    finite = (at for at, item in enumerate(clause) if is_finite(tree, item, predicate))
    verb = next((at for at in finite if not _is_subordinate(tree, clause[at], predicate, shown)), None)
    if verb is None or (verb == 0 and isinstance(clause[0], Word)) or _is_led_by_preposition(tree, clause):
        return False
    if not any(tree.tokens[i].pos in NOMINAL for i in range(token_of(clause[verb]))):
        led = any(tree.subject(root) is not None for root in tree.analysis.roots)
        return not (verb == 0 and led) and any(
            tree.tokens[token_of(item)].pos in ("NOUN", "PROPN", "PRON") for item in clause
        )
    return any(_may_be_subject(tree, item, shown) for item in clause[:verb]) or _is_inverted(tree, clause[verb])


def _is_subordinate(tree: Tree, item: Item, predicate: int, shown: set[int | None]) -> bool:
    """Whether a verb belongs to a clause that describes a noun or another clause, and not to what is said."""
    if not isinstance(item, int):
        return False
    top = tree.tokens[item].head if tree.rel[item] in ("aux", "cop") else item
    if predicate in (top, item) or tree.rel[top] not in ("acl", "advcl"):
        return False
    if tree.tokens[top].dep == "acl:relcl" and tree.tokens[top].head in shown and tree.subject(top) in shown:
        return True
    return any(k in shown and (tree.rel[k] == "mark" or tree.tokens[k].tag in _RELATIVES) for k in tree.kids[top])


def _is_led_by_preposition(tree: Tree, clause: Sequence[Item]) -> bool:
    """ "In colleagues describe ants": whether a preposition stands before what should be the subject."""
    first = clause[0]
    if not isinstance(first, int) or tree.rel[first] != "case" or tree.lowered(first) not in _prepositions():
        return False
    noun = tree.tokens[first].head
    before = [i for i in tree.kids[noun] if i < noun]
    return tree.rel[noun] == "nsubj" and not any(tree.rel[i] in ("nummod", "advmod", "cc") for i in before)


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(row[1] for row in rows("verb-prepositions.tsv"))


def token_of(item: Item) -> int:
    """The word of the sentence that an item shows; the first for a word that was put in."""
    return item if isinstance(item, int) else item.token or 0


def asks(tree: Tree, item: Item) -> bool:
    """Whether what is said begins with a pronoun that belongs to a noun elsewhere."""
    if not isinstance(item, int) or item == 0:
        return False
    word = tree.lowered(item)
    if word == "what" and tree.rel[item] == "det":
        return True
    return word in ("who", "which", "whom", "whichever") or (word == "that" and tree.tokens[item].tag == "WDT")


def agrees(tree: Tree, clause: Sequence[Item]) -> bool:
    """Whether no plural noun stands alone before a singular verb, and no "the mainland" before a "were"."""
    verb = next(
        (at for at, item in enumerate(clause) if isinstance(item, int) and _has_number(tree.tokens[item])), None
    )
    if verb is None:
        return True
    plural = tree.tokens[token_of(clause[verb])].tag != "VBZ"
    if not plural and tree.tokens[token_of(clause[verb])].pos != "VERB":
        return True
    before = [item for item in clause[:verb] if isinstance(item, int)]
    if len(before) < verb or any(tree.tokens[i].tag in _FINITE or tree.tokens[i].lower == "and" for i in before):
        return True
    tops = [i for i in before if tree.tokens[i].head == i or tree.tokens[i].head not in before]
    heads = [i for i in tops if tree.tokens[i].pos == "NOUN" and tree.tokens[i].text.islower()]
    if len(heads) != 1 or tree.has(heads[0], "nummod"):
        return True
    head = tree.tokens[heads[0]]
    if not plural:
        return head.tag != "NNS"
    return head.tag != "NN" or len(tops) > 1 or not _is_one(tree, head)


def _has_number(token: Token) -> bool:
    return token.tag == "VBZ" or token.lower in ("were", "are")


def _is_one(tree: Tree, noun: Token) -> bool:
    """Whether a noun in the singular means one thing: not "the team", "a number of", nor "a third of"."""
    lemma = noun.lemma.lower()
    counted = any(tree.rel[k] == "nmod" for k in tree.kids[noun.i])
    group = lemma in words("quantity-nouns.txt") or falls_under(lemma, "group")
    return not (counted or group or tree.has(noun.i, "conj"))


def is_finite(tree: Tree, item: Item, predicate: int) -> bool:
    """Whether the word is the clause's verb; where the source, a headline, gives it no tense, a bare form is."""
    if isinstance(item, int):
        top = item == predicate or tree.rel[item] in ("ROOT", "root", "conj", "ccomp", "parataxis")
        bare = tree.tokens[item].pos == "VERB" and top and not tree.is_finite(item) and tree.tokens[item].tag != "VBG"
        past_form = tree.tokens[item].lower == past(tree.lemma(item))
        elsewhere = any(t.tag in _FINITE for t in tree.tokens)
        beside = tree.tokens[tree.tokens[item].head].tag == "VBP" and tree.tokens[item].tag == "VB"
        bare = bare and not any(tree.tokens[k].tag == "VBG" for k in tree.kids[item] if tree.rel[k] == "aux")
        bare = bare and (past_form or beside or not elsewhere or tree.rel[item] in ("ROOT", "root"))
        return tree.tokens[item].tag in _FINITE or bare
    if item.token is None:
        return item.text in _GIVEN
    made = item.text != tree.tokens[item.token].text or bool(perfect_auxiliaries(tree, item.token))
    return made and (tree.tokens[item.token].pos in ("VERB", "AUX") or item.token == predicate)


def _may_be_subject(tree: Tree, item: Item, shown: set[int | None]) -> bool:
    if isinstance(item, Word):
        return item.token is None and item.text not in (",", ":", "in")
    token = tree.tokens[item]
    if token.lower in ("them", "him", "me", "us"):
        return False
    if tree.rel[item] in SUBJECTS or tree.rel[item] == "expl":
        return True
    inner = tree.rel[item] in _INNER and token.head in shown
    governed = any(tree.rel[k] == "case" and tree.tokens[k].pos == "ADP" and k in shown for k in tree.kids[item])
    return (token.pos in NOMINAL or token.tag == "VBG") and not inner and not governed


def _is_inverted(tree: Tree, item: Item) -> bool:
    """ "Among them was a boy": the subject stands behind its verb in the source, too."""
    if isinstance(item, Word):
        return False
    head = tree.tokens[item].head if tree.rel[item] in ("aux", "cop") else item
    subject = tree.subject(head)
    return subject is not None and subject > item > 0 and tree.tokens[item].tag != "MD"
