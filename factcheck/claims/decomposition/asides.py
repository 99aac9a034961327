"""What a noun phrase asserts by the way, cut out: appositions, relative and participial clauses, ages, origins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.decomposition import grammar
from factcheck.claims.decomposition.agreement import is_time

if TYPE_CHECKING:
    from factcheck.claims.decomposition.tree import Tree


@dataclass(frozen=True, slots=True)
class Aside:
    """A phrase that was cut out of the sentence; `holder` is the noun that it speaks of."""

    kind: str
    node: int
    holder: int


def cut_asides(tree: Tree) -> list[Aside]:
    """Take the asides out of the tree, so that the statements around them do without, and list them."""
    found: list[Aside] = []
    quoted = _quoted(tree)
    for i in range(len(tree.tokens)):
        if tree.tokens[i].pos not in ("NOUN", "PROPN", "NUM", "PRON", "SYM", "ADJ", "DET", "VERB"):
            continue
        for k in tree.kids[i]:
            kind = _kind(tree, k, i)
            if (i in quoted and k in quoted) or (k in quoted and kind == "participle"):
                continue
            if kind is not None and not any(tree.rel[c] == "reparandum" for c in tree.kids[k]):
                found.append(Aside(kind, k, i))
    found = [replace(aside, holder=_name_head(tree, _held(tree, aside))) for aside in found]
    for aside in found:
        tree.cut.add(aside.node)
        if aside.kind == "absolute":
            tree.cut.add(aside.holder)
    return found


def _quoted(tree: Tree) -> frozenset[int]:
    """The words of quotations that are no sentences: they are told as they were said."""
    marks = [t.i for t in tree.tokens if t.text in ("“", "”", '"')]
    spans = [(one, other) for one, other in zip(marks[::2], marks[1::2], strict=False) if one > 0]
    inside = (range(one + 1, other) for one, other in spans if not _says(tree, one, other))
    return frozenset(i for words_of in inside for i in words_of)


def _says(tree: Tree, start: int, end: int) -> bool:
    """Whether what stands between the marks has a subject and its verb."""
    return any(tree.rel[i] == "nsubj" and start < tree.tokens[i].head < end for i in range(start + 1, end))


def _kind(tree: Tree, k: int, holder: int) -> str | None:  # noqa: PLR0911  one line a kind
    dep, rel = tree.tokens[k].dep, tree.rel[k]
    if _is_aged(tree, k) and _who_is_aged(tree, holder) is not None:
        return "aged"
    if tree.tokens[holder].pos == "VERB":
        return "age" if _is_age(tree, k) else None
    if dep == "acl:relcl":
        pronoun = relative_pronoun(tree, k)
        led = pronoun is not None and not (pronoun == -1 and tree.comma_before(k))
        return "relative" if led and _tells(tree, k, holder) else None
    if rel == "acl":
        if not _is_participle(tree, k):
            return None
        if _is_absolute(tree, holder):
            return None if _hypothetical(tree, holder) else "absolute"
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
    if tree.tokens[holder].pos == "PRON" or _is_told_whole(tree, k, holder):
        return False
    if tree.comma_before(k) or tree.tokens[holder].pos == "PROPN":
        return True
    if _measures(tree, holder) or _quantified(tree, holder) or _picks_out(tree, holder):
        return False
    if not _determined(tree, holder):
        return _tells_of_bare(tree, k, holder)
    return not (any(tree.lowered(c) in ("a", "an") for c in tree.kids[holder]) and _hypothetical(tree, holder))


def _is_told_whole(tree: Tree, k: int, holder: int) -> bool:
    """ "as the man who …", "what men say", "…, a loss that nobody saw": the noun says little without its clause."""
    led = any(
        (tree.rel[c] == "case" and tree.lowered(c) == "as") or tree.lowered(c) in ("what", "whatever", "whichever")
        for c in tree.kids[holder]
    )
    subject = tree.subject(holder)
    cleft = (
        tree.has(holder, "cop") and subject is not None and tree.lowered(subject) == "it" and not tree.comma_before(k)
    )
    return led or cleft or (tree.rel[holder] in ("parataxis", "list") and not tree.comma_before(k))


def _measures(tree: Tree, i: int) -> bool:
    return tree.lemma(i) in words("quantity-nouns.txt") or tree.lowered(i) in ("%", "percent", "cent")


def _determined(tree: Tree, i: int) -> bool:
    """Whether an article, an owner or a number says which ones, or how many."""
    return tree.has(i, "det", "nummod") or any(tree.tokens[c].dep == "nmod:poss" for c in tree.kids[i])


def _tells_of_bare(tree: Tree, k: int, holder: int) -> bool:
    """ "trust that was gone" tells of the trust; "growth reaching 3 per cent", "people who vote" say what is meant."""
    relative = tree.tokens[k].dep == "acl:relcl"
    if tree.tokens[holder].tag in ("NNS", "NNPS"):
        dated = tree.tokens[k].tag == "VBD" and any(is_time(tree, c) for c in tree.kids[k])
        return relative and dated and tree.rel[holder] != "nsubj" and not _hypothetical(tree, holder)
    described = tree.has(holder, "cop") or (tree.rel[holder] == "conj" and tree.has(tree.tokens[holder].head, "cop"))
    return relative or described or tree.tokens[holder].tag != "NN"


def _picks_out(tree: Tree, i: int) -> bool:
    """ "the company that runs the port": without a comma, behind "the", the clause says which one is meant."""
    return any(tree.lowered(c) in ("the", "those", "these") for c in tree.kids[i] if tree.rel[c] == "det")


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


def relative_pronoun(tree: Tree, k: int) -> int | None:
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
    past = tag == "VBD" and (_is_absolute(tree, holder) or grammar.past_participle(tree.lemma(k)) == tree.lowered(k))
    form = tag in ("VBN", "VBG") or (past and not tree.has(k, "aux"))
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
    above = tree.tokens[i].head
    titled = tree.rel[i] == "nmod" and tree.tokens[above].pos == tree.tokens[i].pos == "PROPN" and above < i
    return above if titled and any(tree.lowered(k) == "of" for k in tree.kids[i]) else i


def _is_age(tree: Tree, k: int) -> bool:
    """ "Wade Colter, 34, …": a number between commas behind a name."""
    token = tree.tokens[k]
    if token.pos != "NUM" or not token.text.isdigit() or not 0 < int(token.text) < 120 or k < 2 or tree.kids[k]:
        return False
    after = tree.tokens[k + 1].text if k + 1 < len(tree.tokens) else "."
    return tree.tokens[k - 1].text == "," and after in (",", ".", ";", ")") and tree.tokens[k - 2].pos == "PROPN"


def _held(tree: Tree, aside: Aside) -> int:
    """The noun that an aside speaks of: an age stands behind its name, or tells how old the subject was."""
    aged = _who_is_aged(tree, aside.holder) if aside.kind == "aged" else None
    return aside.node - 2 if aside.kind == "age" else aside.holder if aged is None else aged


def _is_aged(tree: Tree, k: int) -> bool:
    """ "died in May, aged 80"."""
    old = any(tree.tokens[c].pos == "NUM" for c in tree.kids[k]) and tree.kids[k][-1] == k + 1
    return tree.lowered(k) == "aged" and old and tree.tokens[k - 1].text == ","


def _who_is_aged(tree: Tree, holder: int) -> int | None:
    """The person whose age is told: the subject of a verb, or the name before the age."""
    if tree.is_verb(holder):
        return tree.subject(holder)
    return holder if tree.tokens[holder].pos == "PROPN" else None


def _apposition(tree: Tree, k: int, holder: int) -> str | None:
    token, held = tree.tokens[k], tree.tokens[holder]
    if token.pos == "NUM" and not (token.lower == "one" and tree.has(k, "nmod")):
        return "age" if token.text.isdigit() and int(token.text) < 120 and held.pos == "PROPN" else None
    return "apposition" if _describes(tree, k) and not _belongs_to(tree, k, holder) else None


def _describes(tree: Tree, k: int) -> bool:
    """Whether the words can be a description: a noun, or "the first"."""
    pos = tree.tokens[k].pos
    hedged = ("usually", "mostly", "mainly", "often", "possibly", "probably")
    example = any(tree.lowered(c) in ("including", "such", "like", "as", *hedged) for c in tree.kids[k])
    named = pos in ("NOUN", "PROPN", "NUM") or (pos == "ADJ" and tree.has(k, "det"))
    return named and not example


def _belongs_to(tree: Tree, k: int, holder: int) -> bool:
    """Whether the words are part of the name or the figure before them, or the last member of a list."""
    held, name = tree.tokens[holder], tree.tokens[k].pos == "PROPN"
    listed = tree.has(k, "cc") and held.tag != "NNS"
    one_name = name and held.pos == "PROPN" and not tree.has(k, "det", "amod", "nmod")
    figure = tree.has(holder, "nummod") and held.pos != "PROPN" and _ranks_or_converts(tree, k)
    return listed or one_name or figure or (name and not tree.comma_before(k)) or _is_acronym(tree, k)


def _ranks_or_converts(tree: Tree, k: int) -> bool:
    """ "40 tonnes, the most since May", "230 pounds (100 kg)": what is said of a figure asks for the whole clause."""
    near = (k, *tree.kids[k])
    ranks = any(tree.tokens[i].tag in ("JJS", "RBS") for i in near) or tree.lemma(k) in words("change-nouns.txt")
    return ranks or (tree.tokens[tree.first(k) - 1].text == "(" and tree.has(k, "nummod"))


def _is_acronym(tree: Tree, k: int) -> bool:
    """ "(NFL)": a short form in brackets belongs to the name before it."""
    return tree.tokens[k - 1].text == "(" and tree.tokens[k].text.removesuffix("s").isupper() and not tree.kids[k]
