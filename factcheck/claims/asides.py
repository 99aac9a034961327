"""What a noun phrase asserts by the way: appositions, relative and participial clauses, ages, origins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.claims import grammar
from factcheck.claims.agreement import is_plural, tense
from factcheck.claims.data import words
from factcheck.claims.frames import Frame, Statement
from factcheck.claims.phrases import Phrase, variants, whole
from factcheck.claims.wording import Item, Word

if TYPE_CHECKING:
    from factcheck.claims.clauses import Clauses
    from factcheck.claims.tree import Tree


@dataclass(frozen=True, slots=True)
class Aside:
    """A phrase that was cut out of the sentence; `holder` is the noun that it speaks of."""

    kind: str
    node: int
    holder: int


def cut_asides(tree: Tree) -> list[Aside]:
    """Take the asides out of the tree, so that the statements around them do without, and list them."""
    found: list[Aside] = []
    for i in range(len(tree.tokens)):
        if tree.tokens[i].pos not in ("NOUN", "PROPN", "NUM", "PRON", "SYM", "ADJ", "DET", "VERB"):
            continue
        for k in tree.kids[i]:
            kind = _kind(tree, k, i)
            if kind is not None and not any(tree.rel[c] == "reparandum" for c in tree.kids[k]):
                found.append(Aside(kind, k, i))
    found = [
        replace(aside, holder=_name_head(tree, aside.node - 2)) if aside.kind == "age" else aside for aside in found
    ]
    for aside in found:
        tree.cut.add(aside.node)
        if aside.kind == "absolute":
            tree.cut.add(aside.holder)
    return found


def _kind(tree: Tree, k: int, holder: int) -> str | None:  # noqa: PLR0911  one line a kind
    dep, rel = tree.tokens[k].dep, tree.rel[k]
    if tree.tokens[holder].pos == "VERB":
        return "age" if _is_age(tree, k) else None
    if dep == "acl:relcl":
        return "relative" if _relative(tree, k) is not None and _tells(tree, k, holder) else None
    if rel == "acl":
        if not _is_participle(tree, k):
            return None
        if _is_absolute(tree, holder):
            return "absolute"
        return "participle" if _tells(tree, k, holder) else None
    if rel == "appos" and k > holder:
        return _apposition(tree, k, holder)
    if _is_age(tree, k):
        return "age"
    if (
        rel == "nmod"
        and k > holder
        and tree.tokens[holder].pos == "PROPN"
        and tree.comma_before(k)
        and tree.lowered(tree.first(k)) in ("from", "of")
    ):
        return "origin"
    return None


# --- which ones tell something of their own ------------------------------------------------------


def _tells(tree: Tree, k: int, holder: int) -> bool:
    """Whether the clause adds a fact, instead of saying which ones are meant."""
    if tree.tokens[holder].pos == "PRON" or any(
        tree.rel[c] == "case" and tree.lowered(c) == "as" for c in tree.kids[holder]
    ):
        return False
    if tree.comma_before(k) or tree.tokens[holder].pos == "PROPN":
        return True
    if _quantified(tree, holder) or _picks_out(tree, holder):
        return False
    determined = (
        tree.has(holder, "det")
        or any(tree.tokens[c].dep == "nmod:poss" for c in tree.kids[holder])
        or tree.has(holder, "nummod")
    )
    if not determined and tree.tokens[holder].tag in ("NNS", "NNPS"):
        return (
            tree.rel[holder] in ("obj", "obl", "nmod", "conj")
            and tree.tokens[k].dep == "acl:relcl"
            and not _hypothetical(tree, holder)
        )
    indefinite = any(tree.lowered(c) in ("a", "an") for c in tree.kids[holder])
    return not (indefinite and (_hypothetical(tree, holder) or (_predicative(tree, holder) and False)))


def _picks_out(tree: Tree, i: int) -> bool:
    """ "the company that runs the port": without a comma, behind "the", the clause says which one is meant."""
    return any(tree.lowered(c) in ("the", "those", "these") for c in tree.kids[i] if tree.rel[c] == "det")


def _predicative(tree: Tree, i: int) -> bool:
    return tree.has(i, "cop")


def _quantified(tree: Tree, i: int) -> bool:
    return any(
        tree.lowered(c) in words("quantifiers.txt")
        for c in tree.kids[i]
        if tree.rel[c] in ("det", "amod", "advmod", "nummod")
    )


def _hypothetical(tree: Tree, i: int) -> bool:
    """Whether the noun stands under a negation, a modal, a condition or a question."""
    steps = 0
    while tree.tokens[i].head != i and steps < 8:
        head = tree.tokens[i].head
        if tree.rel[i] in ("xcomp", "advcl", "acl") and tree.tokens[i].tag == "VB":
            return True
        if tree.is_verb(head) and (tree.negated(head) or tree.modal(head)):
            return True
        i, steps = head, steps + 1
    return False


def _relative(tree: Tree, k: int) -> int | None:
    """The relative pronoun or adverb of the clause; -1 where it has none but a subject of its own."""
    queue = list(tree.kids[k])
    while queue:
        c = queue.pop(0)
        if c < k and (
            tree.lowered(c) in ("who", "which", "whom", "whose", "where", "when")
            or (tree.lowered(c) == "that" and tree.tokens[c].pos in ("PRON", "SCONJ") and tree.rel[c] != "mark")
        ):
            return c
        if c < k:
            queue += tree.kids[c]
    if tree.subject(k) is not None and tree.tokens[k].pos == "VERB" and tree.is_finite(k) and not tree.has(k, "mark"):
        return -1
    return None


def _is_participle(tree: Tree, k: int) -> bool:
    holder = tree.tokens[k].head
    tag = tree.tokens[k].tag
    form = tag in ("VBN", "VBG") or (tag == "VBD" and _is_absolute(tree, holder) and not tree.has(k, "aux"))
    if tree.lowered(k) in words("preposition-participles.txt"):
        return False
    return form and not tree.has(k, "mark", "nsubj", "case") and holder < k


def _is_absolute(tree: Tree, holder: int) -> bool:
    """ "With trade valued at $3 billion, …": the phrase is a clause of its own."""
    return (
        tree.rel[holder] == "obl"
        and tree.lowered(tree.first(holder)) == "with"
        and (holder < tree.tokens[holder].head or tree.comma_before(holder))
    )


def _name_head(tree: Tree, i: int) -> int:
    while tree.rel[i] in ("compound", "flat") and tree.tokens[tree.tokens[i].head].pos == "PROPN":
        i = tree.tokens[i].head
    return i


def _is_age(tree: Tree, k: int) -> bool:
    """ "Wade Colter, 34, …": a number between commas behind a name."""
    token = tree.tokens[k]
    if token.pos != "NUM" or not token.text.isdigit() or not 0 < int(token.text) < 120 or k < 2 or tree.kids[k]:
        return False
    after = tree.tokens[k + 1].text if k + 1 < len(tree.tokens) else "."
    return tree.tokens[k - 1].text == "," and after in (",", ".", ";", ")") and tree.tokens[k - 2].pos == "PROPN"


def _apposition(tree: Tree, k: int, holder: int) -> str | None:
    token = tree.tokens[k]
    if token.pos == "NUM":
        return "age" if token.text.isdigit() and int(token.text) < 120 and tree.tokens[holder].pos == "PROPN" else None
    if (token.pos not in ("NOUN", "PROPN") and not (token.pos == "ADJ" and tree.has(k, "det"))) or (
        tree.has(k, "cc") and tree.tokens[holder].tag != "NNS"
    ):
        return None
    if not tree.comma_before(k) and token.pos == "PROPN":
        return None
    if token.pos == "PROPN" and tree.tokens[holder].pos == "PROPN" and not tree.has(k, "det", "amod", "nmod"):
        return None
    if any(tree.lowered(c) in ("including", "such", "like", "as") for c in tree.kids[k]) or _is_acronym(tree, k):
        return None
    return "apposition"


def _is_acronym(tree: Tree, k: int) -> bool:
    """ "(NFL)": a short form in brackets belongs to the name before it."""
    return tree.tokens[k - 1].text == "(" and tree.tokens[k].text.isupper() and not tree.kids[k]


# --- their statements ----------------------------------------------------------------------------


def statements(clauses: Clauses, aside: Aside, frame: Frame) -> list[Statement]:
    """What one aside states, said by whoever says the sentence around it."""
    bearer = _bearer(clauses.tree, aside.holder)
    if bearer != aside.holder and aside.kind in ("relative", "participle"):
        aside = replace(aside, holder=bearer)
    if aside.kind == "relative":
        return _of_relative(clauses, aside, frame)
    if aside.kind in ("participle", "absolute"):
        return _of_participle(clauses, aside, frame)
    return _of_identity(clauses, aside, frame)


def _bearer(tree: Tree, holder: int) -> int:
    """Whom a description describes: the subject of "X is an actor who …", the name in "X, an actor who …"."""
    while tree.rel[holder] == "conj" and tree.tokens[holder].head < holder:
        holder = tree.tokens[holder].head
    if tree.rel[holder] == "appos" and tree.tokens[tree.tokens[holder].head].pos == "PROPN":
        return tree.tokens[holder].head
    subject = tree.subject(holder)
    if (
        tree.has(holder, "cop")
        and subject is not None
        and tree.rel[subject] == "nsubj"
        and not tree.negated(holder)
        and not tree.modal(holder)
    ):
        return subject
    return holder


def _named(tree: Tree, holder: int) -> Phrase:
    """The noun phrase that an aside speaks of: "a strike" has become "the strike"."""
    items = whole(
        tree,
        holder,
        frozenset(
            k
            for k in tree.kids[holder]
            if tree.rel[k]
            in ("case", "cc", "conj", "cop", "nsubj", "advcl", "obl", "aux", "mark", "parataxis", "advmod", "ccomp")
            and tree.tokens[holder].pos != "ADJ"
        ),
    )
    first = items[0]
    if isinstance(first, int) and tree.lowered(first) in ("a", "an") and tree.rel[first] == "det":
        return [Word("the", first), *items[1:]]
    return items


def _of_relative(clauses: Clauses, aside: Aside, frame: Frame) -> list[Statement]:
    tree = clauses.tree
    k = aside.node
    pronoun = _relative(tree, k)
    named = _named(tree, aside.holder)
    plural = is_plural(clauses.tree, aside.holder)
    if pronoun == -1 or pronoun is None:
        return clauses.statements(k, replace(frame, after=(named,)))
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
    top = pronoun
    while tree.tokens[top].head not in (k, top):
        top = tree.tokens[top].head
    phrase: Phrase = []
    for item in whole(tree, top):
        phrase += named if item == pronoun else [item]
    if tree.lowered(pronoun) in ("where", "when"):
        phrase = [Word("in", pronoun), *named]
    if top != pronoun and tree.rel[top] in ("nsubj",):
        return clauses.statements(
            k, replace(below, subject=(phrase,), plural=is_plural(clauses.tree, top), leave=frozenset([top]))
        )
    return clauses.statements(k, replace(below, after=(phrase,), leave=frozenset([top])))


def _of_participle(clauses: Clauses, aside: Aside, frame: Frame) -> list[Statement]:
    tree = clauses.tree
    k = aside.node
    plural = is_plural(clauses.tree, aside.holder)
    past = _told_in_past(clauses, aside.holder)
    lemma = tree.lemma(k)
    is_past = (tree.tokens[k].tag != "VBG" and lemma not in words("lasting-participles.txt")) or (
        past and tree.tokens[k].tag == "VBG"
    )
    be = Word(grammar.be(plural, is_past))
    return clauses.statements(
        k, replace(frame, subject=(_named(tree, aside.holder),), plural=plural, auxiliaries=(be,))
    )


def _told_in_past(clauses: Clauses, i: int) -> bool:
    tree = clauses.tree
    while tree.tokens[i].head != i:
        i = tree.tokens[i].head
        if tree.is_finite(i):
            return tense(clauses.tree, i) == "past"
    return False


def _of_identity(clauses: Clauses, aside: Aside, frame: Frame) -> list[Statement]:
    tree = clauses.tree
    plural = is_plural(clauses.tree, aside.holder)
    be: Item = Word(grammar.be(plural, is_past=plural and _told_in_past(clauses, aside.holder)))
    holder = _named(tree, aside.holder)
    found = []
    for phrase in [whole(tree, aside.node)] if plural else variants(tree, aside.node):
        name_last = tree.tokens[aside.node].pos == "PROPN" and tree.tokens[aside.holder].pos != "PROPN"
        items = (
            [*phrase, be, *_with_article(tree, aside.holder, holder, plural)]
            if name_last and aside.kind == "apposition"
            else [*holder, be, *phrase]
        )
        found.append(Statement((*frame.prefix, *items), aside.node, frame.speech, frame.speaker, identity=True))
    return found


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
