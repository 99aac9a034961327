"""Number and tense: what is plural, what is past, and a verb or a noun in the form that its new subject asks for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.decomposition import grammar
from factcheck.claims.decomposition.wording import Item, Word
from factcheck.claims.repair.lemmas import noun_of, verb
from factcheck.facets.lexicon import known

if TYPE_CHECKING:
    from factcheck.claims.decomposition.frames import Frame
    from factcheck.claims.decomposition.phrases import Phrase
    from factcheck.claims.decomposition.tree import Tree


def is_plural(tree: Tree, i: int) -> bool:
    """Whether a verb beside this subject is plural."""
    token = tree.tokens[i]
    named = any(tree.rel[k] in ("compound", "flat") and tree.tokens[k].pos == "PROPN" for k in tree.kids[i])
    unknown = token.text not in demonym_plurals() and not known(noun_of(token.lower), "NOUN")
    if token.pos == "PROPN" and (named or unknown) and not tree.has(i, "det", "conj"):
        return False
    if token.text == "%" or token.lower in ("percent", "half", "third", "quarter", "most", "majority"):
        parts = [k for k in tree.kids[i] if tree.rel[k] == "nmod"]
        if parts:
            return any(tree.tokens[k].tag in ("NNS", "NNPS") for k in parts)
    if token.tag in ("NNS", "NNPS") or any(_is_member(tree, k) for k in tree.kids[i]):
        return True
    return (
        token.lower in ("they", "we", "you", "these", "those", "many", "both", "people") or "Number=Plur" in token.morph
    )


def _is_member(tree: Tree, k: int) -> bool:
    """Whether the word is a further noun of a coordination, not a verb that the parse joined to the noun."""
    if tree.tokens[k].pos == "NUM":
        return False
    return tree.rel[k] == "conj" and not (tree.tokens[k].pos in ("VERB", "AUX") and tree.is_finite(k))


@cache
def demonym_plurals() -> frozenset[str]:
    """ "Canadians": what several people of a country are called."""
    return frozenset(word + "s" for word in grammar.demonyms())


def acts_together(tree: Tree, p: int) -> bool:
    """Whether the members of the subject do it together: "met", "jointly", "bought two mills"."""
    if tree.lemma(p) in words("collective-verbs.txt"):
        return True
    subjects = [k for k in tree.kids[p] if tree.rel[k] == "nsubj"]
    near = [*tree.kids[p], *(c for k in subjects for c in (*tree.kids[k], *_below(tree, k)))]
    if any(tree.lowered(k) in ("together", "jointly", "both", "respectively", "each", "collectively") for k in near):
        return True
    if tree.has(p, "cop") and tree.tokens[p].tag in ("NNS", "NNPS") and not _countable(tree, p):
        return True
    objects = [k for k in tree.kids[p] if tree.rel[k] in ("obj", "obl") and tree.has(k, "nummod")]
    return bool(objects) and not any(is_time(tree, k) for k in objects)


def _below(tree: Tree, i: int) -> list[int]:
    """What hangs on the further members of a coordination."""
    return [c for k in tree.kids[i] if tree.rel[k] == "conj" for c in tree.kids[k]]


def _countable(tree: Tree, p: int) -> bool:
    """Whether "A and B are cities" may be told as "A is a city"."""
    lemma = tree.lemma(p)
    plain = tree.tokens[p].lower in (lemma + "s", lemma + "es", lemma[:-1] + "ies")
    return plain and not any(
        tree.rel[k] in ("det", "nummod", "conj")
        or tree.tokens[k].dep == "nmod:poss"
        or tree.tokens[k].tag in ("JJR", "JJS")
        for k in tree.kids[p]
    )


def one_of_many(tree: Tree, p: int, predicate: Phrase) -> Phrase:
    """The predicate noun for one member: "are overseas territories" gives "is an overseas territory"."""
    if tree.tokens[p].tag not in ("NNS", "NNPS") or not tree.has(p, "cop") or p not in predicate:
        return predicate
    at = predicate.index(p)
    start = at
    while start and _modifies(tree, predicate[start - 1], p):
        start -= 1
    first = predicate[start]
    text = tree.lemma(p) if start == at else tree.tokens[first].text if isinstance(first, int) else first.text
    one = Word(tree.lemma(p) if tree.tokens[p].tag == "NNS" else tree.tokens[p].lemma, p)
    return [*predicate[:start], Word(grammar.article(text)), *predicate[start:at], one, *predicate[at + 1 :]]


def _modifies(tree: Tree, item: Item, p: int) -> bool:
    return isinstance(item, int) and tree.tokens[item].head == p and tree.rel[item] in ("amod", "compound")


def singular(tree: Tree, item: Item, subject: Phrase) -> Item:
    """A verb for one member of a subject that was taken apart."""
    if not isinstance(item, int) or not subject:
        return item
    token = tree.tokens[item]
    heads = [i for i in subject if isinstance(i, int) and tree.tokens[i].head not in subject]
    heads = [i for i in heads if tree.rel[i] in ("nsubj", "conj")] or heads
    if heads and tree.tokens[heads[-1]].tag in ("NNS", "NNPS"):
        return item
    singular = {"are": "is", "were": "was", "have": "has", "do": "does"}.get(token.lower)
    if singular and token.pos == "AUX":
        return Word(singular, item)
    if token.tag == "VBP" and token.pos == "VERB":
        return Word(grammar.present(token.lemma, plural=False), item)
    return item


def tense(tree: Tree, p: int) -> str:
    """The tense in which a participle beside this predicate is told."""
    tags = [tree.tokens[p].tag] + [tree.tokens[k].tag for k in tree.kids[p] if tree.rel[k] in ("aux", "cop")]
    if tree.tokens[p].tag == "VBP" and grammar.past(tree.lemma(p)) == tree.tokens[p].lower:
        subject = tree.subject(p)
        return "present" if subject is not None and is_plural(tree, subject) else "past"
    alone = tags == ["VBN"] and grammar.past(tree.lemma(p)) == tree.tokens[p].lower and not tree.has(p, "aux")
    return "past" if "VBD" in tags or alone else "present"


def is_participle(tree: Tree, k: int) -> bool:
    """Whether the predicate is a participle without a tense."""
    return (tree.tokens[k].tag in ("VBG", "VBN") and not tree.is_finite(k)) or opens_as_participle(tree, k)


def opens_as_participle(tree: Tree, k: int) -> bool:
    """ "Asked about it, Duarte said …": a past form that opens a sentence and has no subject is a participle."""
    token = tree.tokens[k]
    alone = tree.rel[k] == "advcl" and tree.first(k) <= 1 and k < token.head and not tree.has(k, "aux", "cop", "mark")
    return token.tag == "VBD" and alone and tree.subject(k) is None


def told(tree: Tree, p: int, frame: Frame) -> Phrase:
    """The predicate, a participle told in the tense of the clause around it."""
    participle = opens_as_participle(tree, p)
    if frame.tense is None or (tree.is_finite(p) and not participle):
        return [p]
    tag = "VBN" if participle else tree.tokens[p].tag
    lemma = verb(tree.tokens[p])
    if perfect_auxiliaries(tree, p):
        passive = len(perfect_auxiliaries(tree, p)) > 1
        return [Word(grammar.be(frame.plural, is_past=True)), p] if passive else [Word(grammar.past(lemma), p)]
    if tag == "VBN" and lemma not in words("intransitive-verbs.txt"):
        return [Word(grammar.be(frame.plural, participle or frame.tense == "past")), p]
    if frame.tense == "past":
        return [Word(grammar.past(lemma), p)]
    return [Word(grammar.present(lemma, frame.plural), p)]


def perfect_auxiliaries(tree: Tree, p: int) -> list[int]:
    """ "having" and "been" before a participle: told in the past, it does without them."""
    found = [k for k in tree.kids[p] if tree.rel[k] == "aux" and tree.lowered(k) in ("having", "been")]
    return found if any(tree.lowered(k) == "having" for k in found) and tree.tokens[p].pos == "VERB" else []


def compares(tree: Tree, p: int) -> bool:
    """Whether a comparative stands on the predicate."""
    return any(tree.tokens[k].tag in ("JJR", "RBR", "JJS", "RBS") for k in tree.kids[p])


def counts(tree: Tree, p: int, *relations: str) -> bool:
    """Whether the clause gives a number, or a main cause: what is said of two together, is not said of either."""
    if any(tree.lowered(k) in words("joint-adverbs.txt") for k in tree.kids[p]):
        return True
    told = [k for k in tree.kids[p] if tree.rel[k] in (relations or ("nsubj", "obj"))]
    near = [c for k in told for c in (*tree.kids[k], *_of_kids(tree, k))]
    return any(tree.rel[c] == "nummod" and tree.lowered(c) != "one" for c in near) or any(
        tree.tokens[k].pos in ("NUM", "SYM") or tree.lowered(k) == "percent" for k in told
    )


def _of_kids(tree: Tree, i: int) -> list[int]:
    """What stands below "of": "a total of 112 kilometres"."""
    below = [k for k in tree.kids[i] if tree.rel[k] == "nmod" and tree.lowered(tree.first(k)) == "of"]
    return [c for k in below for c in tree.kids[k]]


def is_time(tree: Tree, k: int) -> bool:
    """Whether the phrase says when or how long."""
    token = tree.tokens[k]
    if tree.lemma(k) in words("time-nouns.txt") or token.lower in words("time-nouns.txt"):
        return True
    return token.pos == "NUM" and token.text.isdigit() and len(token.text) == 4
