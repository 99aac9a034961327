"""The dependents of a predicate sorted by what they do in its clause."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factcheck.claims.data import rows, words
from factcheck.claims.decomposition.agreement import is_participle, is_time
from factcheck.claims.decomposition.frames import Parts
from factcheck.claims.decomposition.tree import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.claims.decomposition.frames import Frame
    from factcheck.claims.decomposition.tree import Tree

_LOOSE = frozenset(
    [
        "in",
        "at",
        "on",
        "during",
        "after",
        "before",
        "for",
        "under",
        "since",
        "until",
        "through",
        "throughout",
        "near",
        "alongside",
        "against",
        "from",
        "following",
    ]
)
_ASKING = frozenset(
    ["how", "what", "who", "whom", "whose", "which", "why", "when", "where", "whether", "whatever", "whoever"]
)
_DROPPED = frozenset(["punct", "cc", "discourse", "vocative", "reparandum", "dep", "mark"])


def parts_of(tree: Tree, p: int, frame: Frame) -> Parts:
    """Sort the dependents of a predicate."""
    parts = Parts()
    for k in tree.live(p):
        if k in frame.leave or tree.is_joint(k):
            continue
        rel = tree.rel[k]
        if (rel in SUBJECTS and (rel != "csubj" or k < p)) or (rel == "expl" and k < p):
            parts.subjects.append(k)
        elif rel in ("aux", "cop"):
            parts.auxiliaries.append(k)
        elif rel == "conj":
            (parts.conjuncts if is_clause(tree, k, p) else parts.complements).append(k)
        elif rel == "parataxis":
            told = tree.is_verb(k) or tree.subject(k) is not None
            (parts.asides if told else parts.complements).append(k)
        elif rel == "ccomp":
            _sort_ccomp(tree, k, p, parts)
        elif rel == "advcl":
            _sort_advcl(tree, k, p, parts)
        elif rel == "obl":
            (parts.complements if _needed(tree, k, p) else parts.adjuncts).append(k)
        elif rel == "advmod":
            _sort_adverb(tree, k, p, parts)
        elif rel not in _DROPPED or (rel == "mark" and tree.lowered(k) == "to"):
            parts.complements.append(k)
    if any(tree.rel[k] == "expl" for k in parts.subjects):
        behind = [k for k in parts.subjects if k > p or tree.rel[k] != "expl"]
        parts.subjects = [k for k in parts.subjects if k not in behind]
        parts.complements += behind
    _loosen(tree, p, parts)
    return parts


def _loosen(tree: Tree, p: int, parts: Parts) -> None:
    """ "won a medal in the relay at the Games": phrases behind an indefinite object are told one by one."""
    holders = [k for k in parts.complements if tree.rel[k] in ("obj", "obl", "xcomp")]
    if tree.has(p, "cop"):
        holders.append(p)
    loose = [
        k
        for holder in holders
        if not _definite(tree, holder)
        for k in tree.live(holder)
        if k > holder and _is_loose(tree, k)
    ]
    if loose and len(loose) + len(parts.adjuncts) > 1:
        parts.loose = frozenset(loose)
        parts.adjuncts = sorted(parts.adjuncts + loose)


def _definite(tree: Tree, i: int) -> bool:
    sort = tree.lowered(tree.first(i)) in ("a", "an")  # "a Master's degree" is nobody's
    return any(
        (tree.tokens[k].dep == "nmod:poss" and not sort)
        or tree.lowered(k) in ("the", "this", "that", "these", "those", "no", "any", "every", "each")
        for k in tree.kids[i]
    ) or any(tree.rel[k] == "conj" for k in tree.kids[i])


def _is_loose(tree: Tree, k: int) -> bool:
    if tree.rel[k] != "nmod":
        return False
    return any(tree.rel[c] == "case" and tree.lowered(c) in _LOOSE for c in tree.kids[k])


def is_clause(tree: Tree, k: int, p: int) -> bool:
    """Whether a later member of a coordination is a predicate of its own."""
    if tree.has(k, "cop", "nsubj", "aux"):
        return True
    return tree.tokens[k].pos in ("VERB", "AUX") and tree.is_verb(p)


def _sort_ccomp(tree: Tree, k: int, p: int, parts: Parts) -> None:
    marks = {tree.lowered(c) for c in tree.kids[k] if tree.rel[c] == "mark"}
    asked = marks & {"whether", "if", "than"} or tree.lowered(tree.first(k)) in _ASKING
    told = "that" in marks or tree.lemma(p) in words("speech-verbs.txt")
    if any(tree.tokens[i].text == ";" for i in range(min(p, k), max(p, k))) and tree.subject(k) is not None:
        parts.asides.append(k)
        return
    (parts.complements if asked or not (told and tree.is_finite(k)) or _is_cleft(tree, p) else parts.reported).append(k)


def _is_cleft(tree: Tree, p: int) -> bool:
    """ "It was there that …": the clause is no words of anybody."""
    subject = tree.subject(p)
    return tree.has(p, "cop") and (tree.has(p, "expl") or (subject is not None and tree.lowered(subject) == "it"))


def _sort_advcl(tree: Tree, k: int, p: int, parts: Parts) -> None:
    marks = {tree.lowered(c) for c in tree.kids[k] if tree.rel[c] in ("mark", "case") and c < k}
    marks |= {tree.lowered(c) for c in tree.kids[k] if tree.rel[c] == "advmod" and tree.lowered(c) in ("when", "where")}
    finite = tree.is_finite(k)
    if tree.tokens[k].dep == "advcl:cmp":
        parts.adjuncts.append(k)
    elif marks & words("conditional-marks.txt") or (marks & {"once", "when"} and tree.modal(p)):
        parts.conditions.append(k)
    elif _completes(tree, k, p) or (not marks and k > p and is_participle(tree, k) and not tree.comma_before(k)):
        parts.complements.append(k)
    elif (
        (marks == {"while"} and is_participle(tree, k) and tree.tokens[p].tag != "VB")
        or (not marks and (_is_free_participle(tree, k) or (finite and tree.subject(k) is not None)))
        or (marks & words("contrast-marks.txt") and finite and tree.subject(k) is not None)
    ):
        parts.detached.append(k)
    else:
        parts.adjuncts.append(k)


def _completes(tree: Tree, k: int, p: int) -> bool:
    """ "forced them to stop", "spent a year restoring it": without the clause, something else is said."""
    marks = (tree.lowered(c) for c in tree.kids[k] if tree.rel[c] in ("mark", "case"))
    if k > p and any((tree.lemma(p), mark) in _government() for mark in marks if mark != "to"):
        return True
    form = tree.tokens[k].tag == "VBG" or any(tree.lowered(c) == "to" for c in tree.kids[k] if tree.rel[c] == "mark")
    return form and k > p and not tree.comma_before(k) and tree.lemma(p) in words("control-verbs.txt")


def _is_free_participle(tree: Tree, k: int) -> bool:
    """ "…, closing the road": a participle that tells something of its own; "compared with" only relates."""
    return is_participle(tree, k) and tree.lowered(k) not in words("preposition-participles.txt")


def _sort_adverb(tree: Tree, k: int, p: int, parts: Parts) -> None:
    if tree.lowered(k) in words("contrast-marks.txt"):
        return
    fronted = k < p and any(tree.rel[c] in SUBJECTS and c > k for c in tree.kids[p])
    if tree.lowered(k) in words("connectives.txt") and not tree.kids[k] and (fronted or tree.comma_before(k)):
        return
    timed = k > p and any(is_time(tree, c) and tree.rel[c] in ("obl", "nmod", "advmod") for c in tree.kids[k])
    (parts.adjuncts if timed and not tree.has(p, "cop") else parts.complements).append(k)


def _needed(tree: Tree, k: int, p: int) -> bool:
    """Whether the sense of the verb needs this phrase: "depend on", a measure, a passive's agent, "from … to"."""
    case = _case(tree, k)
    if case is None:
        return not is_time(tree, k) or (k > p and (tree.lemma(p), "-") in _government())
    if (
        case == "to"
        and tree.tokens[k].pos == "NUM"
        and not is_time(tree, k)
        and tree.tokens[tree.first(k) - 1].pos == "NUM"
    ):
        return True  # "voted seven to four"
    if (tree.lemma(p), case) in _government() or _is_measure(tree, k) or _is_change(tree, k, p):
        return True
    return case in ("of", "than", "per")


def range_of(tree: Tree, phrases: Iterable[int]) -> tuple[int, int] | None:
    """ "from 210,000 to 96,000", "from 1947 to 1960": neither end says it without the other."""
    cases = {_case(tree, k): k for k in phrases if tree.rel[k] in ("obl", "nmod")}
    start, end = cases.get("from"), cases.get("to", cases.get("until"))
    return (start, end) if start is not None and end is not None and start < end else None


def _is_change(tree: Tree, k: int, p: int) -> bool:
    """Whether the phrase is, or lies within, a change from one figure to another."""
    ends = range_of(tree, tree.live(p))
    figures = ends is not None and all(tree.tokens[e].pos in ("NUM", "SYM") and not is_time(tree, e) for e in ends)
    return figures and ends is not None and ends[0] <= k


def _case(tree: Tree, k: int) -> str | None:
    return next((tree.lowered(c) for c in tree.kids[k] if tree.rel[c] == "case"), None)


def _is_measure(tree: Tree, k: int) -> bool:
    """ "by 5 percent", "at $3 million": without the figure, little is said."""
    token = tree.tokens[k]
    return not is_time(tree, k) and (token.text in ("%", "$", "£", "€") or token.lower in ("percent", "points"))


@cache
def _government() -> frozenset[tuple[str, str]]:
    return frozenset((row[0], row[1]) for row in rows("verb-prepositions.tsv"))
