"""What a phrase that was cut out of a sentence states by itself: who somebody is, what happened to something."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.decomposition import grammar
from factcheck.claims.decomposition.agreement import is_plural, perfect_auxiliaries, tense
from factcheck.claims.decomposition.asides import Aside, relative_pronoun
from factcheck.claims.decomposition.frames import Frame, Statement
from factcheck.claims.decomposition.phrases import Phrase, variants, whole
from factcheck.claims.decomposition.wording import Item, Word
from factcheck.facets.lexicon import falls_under

if TYPE_CHECKING:
    from factcheck.claims.decomposition.clauses import Clauses
    from factcheck.claims.decomposition.tree import Tree

# What hangs on a noun, and is no part of its name in another clause.
_NOT_NAMED = frozenset(["case", "cop", "nsubj", "advcl", "obl", "aux", "mark", "parataxis", "advmod", "ccomp"])


def statements(clauses: Clauses, aside: Aside, frame: Frame) -> list[Statement]:
    """What one aside states, said by whoever says the sentence around it."""
    bearer = _bearer(clauses.tree, aside.holder)
    if bearer != aside.holder and aside.kind in ("relative", "participle"):
        aside = replace(aside, holder=bearer)
    if aside.kind == "relative":
        told = _tells_of_saying(clauses.tree, aside.node)
        return _of_relative(clauses, aside, Frame(depth=frame.depth) if told else frame)
    if aside.kind in ("participle", "absolute"):
        return _of_participle(clauses, aside, frame)
    return _of_identity(clauses, aside, frame)


def _tells_of_saying(tree: Tree, verb: int) -> bool:
    """ "said the two cases, which he called a farce, were old": that he called them so, the writer tells."""
    subject = tree.subject(verb)
    pronoun = subject is not None and tree.lowered(subject) in ("he", "she", "they", "it")
    saying = tree.lemma(verb) in words("speech-verbs.txt") | words("naming-verbs.txt")
    return pronoun and saying and tree.comma_before(verb)


def _bearer(tree: Tree, holder: int) -> int:
    """Whom a description describes: the subject of "X is an actor who …", the name in "X, an actor who …"."""
    top = holder
    while tree.rel[top] == "conj" and tree.tokens[top].head < top:
        top = tree.tokens[top].head
    if tree.rel[top] == "appos" and tree.tokens[tree.tokens[top].head].pos == "PROPN":
        return tree.tokens[top].head
    subject = tree.subject(top)
    if (
        tree.has(top, "cop")
        and subject is not None
        and tree.rel[subject] == "nsubj"
        and not tree.negated(top)
        and not tree.modal(top)
    ):
        return subject
    plurals = tree.tokens[top].tag == tree.tokens[holder].tag == "NNS"
    return top if plurals else holder


def _owned_pair(tree: Tree, holder: int) -> int | None:
    """ "her arrest and detention, which …": the first of two nouns that one owner holds together."""
    first = tree.tokens[holder].head
    bare = tree.rel[holder] == "conj" and not tree.has(holder, "det", "nummod", "amod")
    owned = any(tree.tokens[k].dep == "nmod:poss" for k in tree.kids[first])
    return first if bare and owned and tree.tokens[first].tag == tree.tokens[holder].tag == "NN" else None


def _named(tree: Tree, holder: int, node: int) -> Phrase:
    """The noun phrase that an aside speaks of: "a strike" has become "the strike"."""
    whole_pair = _owned_pair(tree, holder)
    holder = holder if whole_pair is None else whole_pair
    plural = whole_pair is not None or tree.tokens[holder].tag == "NNS"
    both = plural and all(k < node for k in tree.kids[holder] if tree.rel[k] == "conj")
    left = _NOT_NAMED if both else _NOT_NAMED | {"cc", "conj"}
    skip = () if tree.tokens[holder].pos == "ADJ" else (k for k in tree.kids[holder] if tree.rel[k] in left or k > node)
    items = whole(tree, holder, frozenset(skip))
    while len(items) > 1 and isinstance(items[0], int) and tree.tokens[items[0]].pos == "ADP":
        items = items[1:]
    first = items[0]
    if isinstance(first, int) and tree.lowered(first) in ("a", "an") and tree.rel[first] == "det":
        return [Word("the", first), *items[1:]]
    return items


def _of_relative(clauses: Clauses, aside: Aside, frame: Frame) -> list[Statement]:  # noqa: PLR0911  one line a kind
    tree = clauses.tree
    k = aside.node
    pronoun = relative_pronoun(tree, k)
    named = _named(tree, aside.holder, aside.node)
    plural = is_plural(clauses.tree, aside.holder)
    if any(isinstance(item, int) and tree.is_finite(item) for item in named):
        return []
    if pronoun == -1 or pronoun is None:
        return clauses.statements(k, replace(frame, after=(named,)))
    if plural and _speaks_of_clause(tree, k, pronoun, aside.holder):
        return []
    told = _told_of(tree, k)
    if told is not None:
        saying = whole(tree, k, frozenset([told, pronoun]))
        prefix = (*frame.prefix, *(item for item in saying if item != pronoun), Word("that"))
        speaker = whole(tree, tree.subject(k) or k)
        said = replace(frame, prefix=prefix, speech=k, speaker=tuple(speaker), leave=frozenset([pronoun]))
        return clauses.statements(told, replace(said, subject=(named,), plural=plural))
    rel, dep = tree.rel[pronoun], tree.tokens[pronoun].dep
    below = replace(frame, leave=frozenset([pronoun]))
    if rel == "nsubj" and not any(tree.rel[c] == "nsubj" and c != pronoun for c in tree.kids[k]):
        return clauses.statements(k, replace(below, subject=(named,), plural=plural))
    if dep == "nmod:poss":
        owned = tree.tokens[pronoun].head
        rest = whole(tree, owned, frozenset([pronoun]))
        owner: Phrase = [*named, Word("'" if plural and str(tree.tokens[aside.holder].text).endswith("s") else "'s")]
        if tree.rel[owned] == "nsubj":
            return clauses.statements(
                k,
                replace(
                    below, subject=([*owner, *rest],), plural=is_plural(clauses.tree, owned), leave=frozenset([owned])
                ),
            )
        return clauses.statements(k, replace(below, after=([*owner, *rest],), leave=frozenset([owned])))
    top = pronoun
    while tree.tokens[top].head not in (k, top):
        top = tree.tokens[top].head
    phrase: Phrase = []
    for item in whole(tree, top):
        phrase += named if item == pronoun else [item]
    if tree.lowered(pronoun) in ("where", "when"):
        case = next((tree.lowered(c) for c in tree.kids[aside.holder] if tree.rel[c] == "case"), "in")
        phrase = [Word(case if case in ("at", "on") else "in", pronoun), *named]
    if top != pronoun and tree.rel[top] in ("nsubj",):
        return clauses.statements(
            k, replace(below, subject=(phrase,), plural=is_plural(clauses.tree, top), leave=frozenset([top]))
        )
    return clauses.statements(k, replace(below, after=(phrase,), leave=frozenset([top])))


def _speaks_of_clause(tree: Tree, k: int, pronoun: int, holder: int) -> bool:
    """ "they mended two locks, which is good": a singular "which" behind a plural speaks of more than the noun."""
    carrier = next((i for i in (*tree.kids[k], k) if tree.tokens[i].tag in ("VBZ", "VBD", "VBP")), k)
    single = tree.tokens[carrier].tag == "VBZ" or tree.lowered(carrier) == "was"
    speaks = tree.lowered(pronoun) == "which" and tree.rel[pronoun] == "nsubj"
    return single and speaks and tree.tokens[holder].tag == "NNS"


def _told_of(tree: Tree, k: int) -> int | None:
    """ "which he said broke the law": the clause whose subject the relative pronoun is."""
    told = tree.child(k, "ccomp")
    if told is None or tree.lemma(k) not in words("speech-verbs.txt") or tree.subject(k) is None:
        return None
    return told if tree.is_finite(told) and tree.subject(told) is None and not tree.has(told, "mark") else None


def _of_participle(clauses: Clauses, aside: Aside, frame: Frame) -> list[Statement]:
    tree = clauses.tree
    k = aside.node
    plural = is_plural(clauses.tree, aside.holder)
    past = _told_in_past(clauses, aside.holder)
    lemma = tree.lemma(k)
    if tree.has(k, "obj") and lemma not in words("double-object-verbs.txt") and grammar.past(lemma) == tree.lowered(k):
        return clauses.statements(k, replace(frame, subject=(_named(tree, aside.holder, aside.node),), plural=plural))
    having = frozenset(perfect_auxiliaries(tree, k))
    if having:
        subject = (_named(tree, aside.holder, aside.node),)
        return clauses.statements(k, replace(frame, subject=subject, plural=plural, tense="past", leave=having))
    is_past = (tree.tokens[k].tag != "VBG" and lemma not in words("lasting-participles.txt")) or (
        past and tree.tokens[k].tag == "VBG"
    )
    be = Word(grammar.be(plural, is_past))
    return clauses.statements(
        k, replace(frame, subject=(_named(tree, aside.holder, aside.node),), plural=plural, auxiliaries=(be,))
    )


def _told_in_past(clauses: Clauses, i: int) -> bool:
    tree = clauses.tree
    while tree.tokens[i].head != i:
        i = tree.tokens[i].head
        if tree.is_finite(i):
            return tense(clauses.tree, i) == "past"
    return False


def _by_the_writer(tree: Tree, aside: Aside) -> bool:
    """Whether a name beside a definite noun ("her lawyer, Ida Krantz") tells the reader who is meant: no words of the
    one whose speech is reported."""
    name, noun = sorted((aside.node, aside.holder), key=lambda i: tree.tokens[i].pos != "PROPN")
    if tree.tokens[name].pos != "PROPN" or tree.tokens[noun].pos != "NOUN":
        return False
    return any(tree.tokens[k].dep == "nmod:poss" or tree.lowered(k) == "the" for k in tree.kids[noun])


def _of_identity(clauses: Clauses, aside: Aside, frame: Frame) -> list[Statement]:
    tree = clauses.tree
    plural = is_plural(clauses.tree, aside.holder)
    dated = (plural or aside.kind == "aged") and _told_in_past(clauses, aside.holder)
    be: Item = Word(grammar.be(plural, is_past=dated))
    holder = _named(tree, aside.holder, aside.node)
    clause = tree.is_verb(aside.holder) and not tree.has(aside.holder, "cop")
    if clause or _differs_in_number(tree, aside, plural):
        return []
    found = []
    for phrase in [whole(tree, aside.node)] if plural else variants(tree, aside.node):
        name_last = tree.tokens[aside.node].pos == "PROPN" and tree.tokens[aside.holder].pos != "PROPN"
        items = (
            [*phrase, be, *_with_article(tree, aside.holder, holder, plural)]
            if name_last and aside.kind == "apposition"
            else [*holder, be, *phrase]
        )
        if aside.kind == "apposition" and _by_the_writer(tree, aside):
            found.append(Statement(tuple(items), aside.node, identity=True))
            continue
        found.append(Statement((*frame.prefix, *items), aside.node, frame.speech, frame.speaker, identity=True))
    return found


def _differs_in_number(tree: Tree, aside: Aside, plural: bool) -> bool:
    """ "artists" are no "the woman", and "Ada" is not "two sisters": what stands between the commas is a list."""
    held, node = tree.tokens[aside.holder], tree.tokens[aside.node]
    one = node.tag == "NN" and any(tree.lowered(k) in ("a", "an", "the") for k in tree.kids[node.i])
    bare = node.tag == "NN" and not any(tree.rel[k] in ("det", "nummod", "nmod") for k in tree.kids[node.i])
    if held.tag == "NNS" and bare and not one and aside.kind == "apposition" and not falls_under(node.lemma, "group"):
        return True
    if held.tag == "NNS" and one and aside.kind == "apposition":
        return falls_under(tree.lemma(aside.node), "person")
    groups = (lemma for lemma in (tree.lemma(aside.holder), tree.lemma(aside.node)))
    if any(falls_under(lemma, "group") or lemma in words("quantity-nouns.txt") for lemma in groups):
        return False
    if tree.has(aside.node, "conj") or aside.kind != "apposition":
        return False
    return held.tag in ("NN", "NNP") and node.tag == "NNS" and not plural


def _with_article(tree: Tree, i: int, phrase: Phrase, plural: bool) -> Phrase:
    """A description that needs an article to stand by itself: "La Liga club" gives "a La Liga club"."""
    first = phrase[0]
    if (
        plural
        or tree.tokens[i].tag != "NN"
        or any(tree.rel[k] in ("det", "nummod") or tree.tokens[k].dep == "nmod:poss" for k in tree.kids[i])
    ):
        return phrase
    text = tree.tokens[first].text if isinstance(first, int) else first.text
    return phrase if text.lower() in ("the", "a", "an") else [Word(grammar.article(text)), *phrase]
