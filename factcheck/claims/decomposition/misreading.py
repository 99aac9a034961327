"""Whether the parse contradicts the forms of the words, so that nothing that is made of it can be trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.decomposition.grammar import past, past_participle

if TYPE_CHECKING:
    from factcheck.claims.decomposition.tree import Tree
    from factcheck.model import Token

_INSIDE = frozenset(["compound", "amod", "nmod", "nummod"])


def is_misread(tree: Tree) -> bool:
    """Whether a parse goes against the forms: a plural noun before a singular verb, a past tense that describes."""
    return (
        any(_is_second_subject(tree, t) or _is_subject_as_aside(tree, t) for t in tree.tokens)
        or any(_is_subject_of_none(tree, t) or _is_verb_as_aside(tree, t) for t in tree.tokens)
        or any(_is_clitic_be(tree, t) or _is_verb_as_noun(tree, t) or _is_free_relative(tree, t) for t in tree.tokens)
        or any(_is_only_past(t) and t.rel == "acl" and not tree.has(t.i, "aux", "nsubj", "mark") for t in tree.tokens)
        or any(
            tree.rel[t.i] == "nsubj"
            and t.tag == "NNS"
            and t.text.islower()
            and t.i < t.head
            and tree.tokens[t.head].tag == "VBZ"
            and not tree.has(t.i, "nummod", "conj")
            and not tree.has(t.head, "cop")
            for t in tree.tokens
        )
    )


def _is_clitic_be(tree: Tree, token: Token) -> bool:
    """ "Ada's keen on it": an adjective has no owner, so that the "'s" is a verb."""
    owner = token.head
    if token.tag != "POS" or tree.tokens[owner].dep != "nmod:poss":
        return False
    owned = tree.tokens[tree.tokens[owner].head]
    alone = owned.i > token.i and not any(tree.rel[k] in _INSIDE and k != owner for k in tree.kids[owned.i])
    if owned.dep not in ("nsubj", "nsubj:pass", "ROOT") or owned.lower in words("ranks.txt"):
        return False
    return owned.pos == "ADJ" and owned.tag == "JJ" and owned.text.islower() and alone and owned.dep != "nmod:poss"


def _is_free_relative(tree: Tree, token: Token) -> bool:
    """ "of what critics call a trap": no noun behind "what" and a preposition stands right before a verb in a tense."""
    noun = tree.tokens[token.head]
    if token.lower != "what" or token.rel != "det" or not token.i < noun.i < len(tree.tokens) - 1:
        return False
    verb = tree.tokens[noun.i + 1]
    return noun.rel in ("nmod", "obl") and verb.tag in ("VBD", "VBP", "VBZ") and verb.pos == "VERB"


def _is_second_subject(tree: Tree, token: Token) -> bool:
    """ "The route taken by Vale was long": no comma parts the participle that was read as a verb from the real one."""
    if token.tag != "VBD" or token.rel != "advcl" or tree.has(token.i, "mark", "cc", "aux", "obj"):
        return False
    own, other = tree.subject(token.i), tree.subject(token.head)
    if own is None or other is None or not own < token.i < other < token.head or tree.first(own) > 0:
        return False
    asked = any(tree.tokens[k].tag == "WRB" for k in tree.kids[token.i])
    return not asked and not any(t.pos == "PUNCT" for t in tree.tokens[token.i : other])


def _is_subject_as_aside(tree: Tree, token: Token) -> bool:
    """ "When it rains in Vale, a nurse called Ada knows": the noun behind the clause that opens the sentence."""
    opener = tree.tokens[0]
    if token.rel != "appos" or opener.tag not in ("WRB", "IN") or not tree.comma_before(token.i):
        return False
    clause = opener.head
    if tree.rel[clause] != "advcl" or not clause > 0 or opener.rel not in ("advmod", "mark"):
        return False
    comma = next((t.i for t in tree.tokens if t.text == ","), 0)
    return token.head < comma == tree.first(token.i) - 1 and clause < comma


def _is_subject_of_none(tree: Tree, token: Token) -> bool:
    """ "By 2023 the number had reached 76": the noun right behind the phrase that opens and heads the sentence."""
    root = tree.analysis.roots[0]
    opened = tree.tokens[0].head == root and tree.tokens[0].rel == "case"
    return opened and token.rel == "appos" and root < tree.first(token.i) and not tree.comma_before(token.i)


def _is_verb_as_aside(tree: Tree, token: Token) -> bool:
    """ "The report, out in May, made ten demands": the verb behind an aside to the noun that heads the sentence."""
    head = tree.tokens[token.head]
    if token.tag != "VBN" or token.rel != "acl" or head.dep != "ROOT" or tree.tokens[token.i - 1].text != ",":
        return False
    if token.lower != past(tree.lemma(token.i)) or tree.has(token.i, "aux") or tree.has(head.i, "cop", "nsubj", "case"):
        return False
    behind = tree.tokens[token.i + 1] if token.i + 1 < len(tree.tokens) else None
    closes = sum(t.text == "," for t in tree.tokens[head.i : token.i]) == 2
    return closes and behind is not None and behind.pos in ("DET", "NUM", "PROPN", "PRON")


def _is_verb_as_noun(tree: Tree, token: Token) -> bool:
    """Whether the noun that heads the sentence has an object or an auxiliary, as only verbs have."""
    if token.pos != "NOUN" or token.dep != "ROOT" or tree.has(token.i, "cop"):
        return False
    return any(tree.tokens[k].dep in ("obj", "aux") and k > token.i for k in tree.kids[token.i])


def _is_only_past(token: Token) -> bool:
    """ "rose", "went": a form that is no participle."""
    lemma = token.lemma.lower()
    return token.tag == "VBD" and token.lower == past(lemma) != past_participle(lemma)
