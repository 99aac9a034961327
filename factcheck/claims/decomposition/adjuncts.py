"""Which phrases of time, place and manner are told together with a clause, and which one by one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.decomposition.agreement import compares, counts, is_time
from factcheck.claims.decomposition.roles import range_of

if TYPE_CHECKING:
    from factcheck.claims.decomposition.frames import Parts
    from factcheck.claims.decomposition.tree import Tree

_MARKS = frozenset(['"', "“"])


def groups(tree: Tree, p: int, parts: Parts) -> list[list[int]]:
    """The adjuncts that stand together: each by itself, and behind an object none at all, which is a fact too,
    unless they only tell the time.

    In a negated or comparing clause, where leaving one out would change what is said, all of them.
    """
    behind = [tree.rel[k] for k in parts.complements if k > p or tree.rel[k] == "obj"]
    has_object = "obj" in behind or ("obl" in behind and not parts.loose)
    told_whole = tree.negated(p) or compares(tree, p) or _ranks(tree, p, parts) or counts(tree, p, "nsubj")
    told_whole = told_whole or any(_is_choice(tree, k) for k in (*parts.adjuncts, *parts.complements))
    if not told_whole and len(parts.adjuncts) == 1 and not has_object and _tells_circumstance(tree, p, parts):
        return [[], parts.adjuncts]
    if not parts.adjuncts or told_whole or (len(parts.adjuncts) == 1 and not has_object):
        return [parts.adjuncts]
    compared = [k for k in parts.adjuncts if tree.tokens[k].dep == "advcl:cmp"]
    if compared:
        rest = replace(parts, adjuncts=[k for k in parts.adjuncts if k not in compared])
        return [*groups(tree, p, rest), parts.adjuncts]
    timed = all(is_time(tree, k) for k in parts.adjuncts)
    bare: list[list[int]] = [[]] if has_object and not timed and _says_something(tree, parts) else []
    ends = range_of(tree, parts.adjuncts)
    spanned = [k for k in parts.adjuncts if ends and ends[0] <= k <= ends[1]]
    opening = [k for k in parts.adjuncts if k < p and tree.rel[k] == "obl" and k not in spanned]
    opening = opening if len(opening) > 1 and tree.comma_before(opening[-1]) else []
    single = [[k] for k in parts.adjuncts if k not in spanned and k not in opening]
    single += [opening] if opening else []
    return [*bare, *([spanned] if spanned else []), *_led(tree, p, parts, single)]


def _says_something(tree: Tree, parts: Parts) -> bool:
    """Whether the clause without its adjuncts is a fact of its own: not so "approaches negotiations", nor, beside its
    date, "relations reached a low"; a list is told with what is said of its members."""
    objects = [k for k in parts.complements if tree.rel[k] == "obj"]
    if any(tree.has(k, "conj") for k in objects):
        return all(of_all(tree, parts, [k]) for k in parts.adjuncts)
    if any(tree.tokens[k].tag == "NNS" and not tree.kids[k] for k in objects):
        return False
    told = [i for top in (*parts.subjects, *parts.complements) for i in tree.analysis.subtree(top)]
    hard = any(tree.tokens[i].pos in ("PROPN", "NUM", "PRON") or tree.tokens[i].text in _MARKS for i in told)
    return hard or not any(is_time(tree, k) for k in parts.adjuncts)


def of_all(tree: Tree, parts: Parts, group: list[int]) -> bool:
    """ "trade, security and farming, with a focus on grain": whether a comma parts an adjunct from a whole list."""
    ends = [k for top in parts.complements if tree.rel[top] == "obj" for k in tree.kids[top] if tree.rel[k] == "conj"]
    behind = len(group) == 1 and bool(ends) and group[0] > ends[-1]
    return behind and tree.comma_before(tree.first(group[0]))


def _tells_circumstance(tree: Tree, p: int, parts: Parts) -> bool:
    """Whether the only adjunct is a clause of time or cause behind a predicate that says something by itself."""
    k = parts.adjuncts[0]
    clause = tree.rel[k] == "advcl" and k > p and tree.tokens[k].dep != "advcl:cmp"
    told = any(tree.rel[c] in ("obj", "obl", "xcomp") for c in parts.complements) or tree.has(p, "cop")
    marks = {tree.lowered(c) for c in tree.kids[k] if tree.rel[c] in ("mark", "case", "advmod") and c < k}
    if "as" in marks and tree.tokens[k].tag == "VBG":
        return False  # "has been quoted as saying"
    cleft = any(tree.lowered(s) == "it" for s in parts.subjects)
    named = any(tree.tokens[s].pos in ("NOUN", "PROPN") for s in parts.subjects)
    told = told or tree.tokens[p].tag == "VBN" or (named and tree.lemma(p) not in words("impersonal-verbs.txt"))
    marked = bool(marks & (words("factual-marks.txt") | {"before", "until"}))
    return clause and not cleft and told and marked


def _is_choice(tree: Tree, k: int) -> bool:
    """ "ten years in jail or a fine": whether one of two of which either may be the case, or a condition, is told."""
    below = tree.analysis.subtree(k)
    if any(tree.rel[i] == "mark" and tree.lowered(i) in words("conditional-marks.txt") for i in below):
        return True
    return any(tree.lowered(i) == "or" and tree.rel[i] == "cc" and not _in_clause(tree, i, k) for i in below)


def _in_clause(tree: Tree, i: int, top: int) -> bool:
    """Whether a clause of its own lies between a word and the phrase that holds it."""
    while i != top and tree.tokens[i].head != i:
        if tree.rel[i] in ("acl", "advcl", "ccomp", "xcomp"):
            return True
        i = tree.tokens[i].head
    return False


def _led(tree: Tree, p: int, parts: Parts, single: list[list[int]]) -> list[list[int]]:
    """ "At this rate, it would take until May": a phrase before a bare verb is told with one behind it."""
    told = (*parts.complements, *parts.reported)
    bare = not tree.has(p, "cop") and not any(tree.rel[k] not in ("advmod", "mark") for k in told)
    behind = next((k for k in parts.adjuncts if k > p), None)
    if not bare or behind is None:
        return single
    return [[*group, behind] if group[-1] < p else group for group in single]


def _ranks(tree: Tree, p: int, parts: Parts) -> bool:
    """Whether a complement or the subject is the first, the only, the largest: of what, the adjuncts say."""
    heads = [p, *parts.subjects, *parts.complements]
    near = {k for head in heads for k in (head, *tree.kids[head])}
    return any(
        tree.tokens[k].tag in ("JJS", "RBS", "JJR", "RBR") or tree.lowered(k) in words("ranks.txt") for k in near
    )
