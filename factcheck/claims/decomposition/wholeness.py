"""What a statement may not have lost: the clause behind "whether", the noun behind an adjective, the order of words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.decomposition.grammar import past, past_participle
from factcheck.claims.decomposition.predication import clauses_of, is_finite, token_of
from factcheck.claims.decomposition.wording import Item, Word
from factcheck.facets.lexicon import known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.claims.decomposition.frames import Statement
    from factcheck.claims.decomposition.tree import Tree

# What opens a clause with a subject and a verb of its own, and what also opens a phrase without.
_OPENERS = frozenset(["whether", "because", "although", "how", "what", "why", "who", "whenever"])
_JOINTS = frozenset(["and", "or", "than", "nor", "as", "but"])
_ASKED = frozenset(["whether", "how", "what", "why", "who", "whom", "which", "where"])
# With one of these before it, a verb may stand before its subject in a telling, too.
_INVERTING = frozenset(["never", "nor", "neither", "only", "not", "so", "rarely", "seldom", "hardly", "little", "no"])
_BE = frozenset(["is", "are", "was", "were", "be"])


def is_whole(tree: Tree, statement: Statement) -> bool:
    """Whether the statement has all that its words ask for, and tells instead of asking."""
    items = statement.items
    return not (
        _opens_nothing(tree, items, statement.predicate)
        or _stands_under(tree, items)
        or _ends_in_asking(tree, items)
        or _lacks_its_noun(tree, items)
        or _is_left_open(tree, statement)
        or _was_asked(tree, statement)
        or _has_no_agent(tree, statement)
        or _is_set_off(tree, statement)
        or _is_shuffled(tree, statement)
        or _lacks_a_joint(tree, items)
        or _leans_over(tree, statement)
        or _is_two_clauses(tree, statement)
        or _thinks_a_noun(tree, items)
    )


def _opens_nothing(tree: Tree, items: Sequence[Item], predicate: int) -> bool:
    """ "to say whether controls": whether no verb in a tense stands behind a word that opens a clause."""
    for at, item in enumerate(items):
        if not isinstance(item, int) or tree.tokens[item].pos == "DET" or not _opens_clause(tree, item):
            continue
        behind = items[at + 1 :]
        infinitive = any(isinstance(k, int) and tree.tokens[k].tag == "TO" for k in behind[:3])
        following = tree.tokens[item + 1] if item + 1 < len(tree.tokens) else None
        breaks_off = following is None or following.pos in ("PUNCT", "CCONJ") or following.lower == "of"
        if not infinitive and not breaks_off and not any(is_finite(tree, k, predicate) for k in behind):
            return True
    return False


def _opens_clause(tree: Tree, i: int) -> bool:
    """Whether a clause with a verb of its own must follow; "when ready" needs none, ", when the rain" does."""
    return tree.lowered(i) in _OPENERS or (tree.lowered(i) == "when" and i > 0 and tree.tokens[i - 1].text == ",")


def _ends_in_asking(tree: Tree, items: Sequence[Item]) -> bool:
    """ "this is where": whether the last word opened a clause that is not shown."""
    last = items[-1] if items else None
    if not isinstance(last, int) or tree.tokens[last].tag not in ("WRB", "WP", "WDT", "WP$") or last < 1:
        return False
    return last + 1 < len(tree.tokens) and tree.tokens[last + 1].pos not in ("PUNCT", "CCONJ")


def _lacks_a_joint(tree: Tree, items: Sequence[Item]) -> bool:
    """ "between owners tenants": whether two words have become neighbours that only an "and" or "than" parted."""
    for one, other in pairwise(items):
        if not isinstance(one, int) or not isinstance(other, int) or not one + 1 < other <= one + 3:
            continue
        between = [tree.lowered(k) for k in range(one + 1, other) if tree.tokens[k].pos != "PUNCT"]
        if between and all(word in _JOINTS for word in between):
            return True
    return False


def _stands_under(tree: Tree, items: Sequence[Item]) -> bool:
    """ "whenever I call", "how it works": whether a clause that tells when or how stands alone."""
    first = items[0] if items else None
    if not isinstance(first, int) or tree.tokens[first].tag not in ("WRB", "WP") or first == tree.analysis.roots[0]:
        return False
    head = tree.tokens[first].head
    if tree.rel[head] not in ("advcl", "ccomp", "conj", "acl", "ROOT") or tree.has(head, "cop") or head < first:
        return False
    inside = set(tree.analysis.subtree(head))
    return tree.tokens[first].tag == "WRB" and all(token_of(item) in inside for item in items)


def _lacks_its_noun(tree: Tree, items: Sequence[Item]) -> bool:
    """ "has been a wise", of "a wise and a stubborn man": whether an article ends with its adjective."""
    if len(items) < 2 or not isinstance(items[-1], int):
        return False
    last, before = items[-1], items[-2]
    follows = tree.tokens[last + 1] if last + 1 < len(tree.tokens) else None
    article = (tree.lowered(before) if isinstance(before, int) else before.text) in ("a", "an")
    adjective = tree.tokens[last].tag == "JJ" and known(tree.lowered(last), "ADJ")
    return article and adjective and follows is not None and follows.pos != "PUNCT"


def _is_left_open(tree: Tree, statement: Statement) -> bool:
    """ "is what God knows but people can't": whether the clause was the second half of one that "what" opens."""
    p, shown = statement.predicate, {token_of(item) for item in statement.items}
    at = p
    for _ in range(len(tree.tokens)):
        above = tree.tokens[at].head
        if tree.rel[at] != "conj" or above == at or above in shown:
            break
        at = above
    if at != p and at in shown:
        return False
    above = tree.tokens[p].head
    if tree.rel[p] == "acl" and tree.tokens[above].tag in ("WRB", "WP") and above not in shown:
        return True
    asking = [k for k in tree.kids[at] if k < at and tree.lowered(k) in _ASKED]
    return (
        bool(asking)
        and not shown & set(asking)
        and (tree.rel[at] in ("ccomp", "csubj", "xcomp") or (at != p and tree.rel[at] in ("advcl", "ROOT")))
    )


def _was_asked(tree: Tree, statement: Statement) -> bool:
    """ "where does it come from": whether the source has the verb before its subject, as only questions have."""
    p = statement.predicate
    subject = tree.subject(p)
    shown = [token_of(item) for item in statement.items]
    if _ends_in_mark(tree, max(shown)):
        return True
    if subject is None or subject not in shown or tree.has(p, "expl"):
        return False
    verbs = [k for k in tree.kids[p] if tree.rel[k] in ("aux", "cop") and k < tree.first(subject)]
    if not verbs or tree.tokens[verbs[0]].tag not in ("VBD", "VBZ", "VBP", "MD"):
        return False
    before = [tree.lowered(k) for k in range(max(0, verbs[0] - 6), verbs[0])]
    if tree.rel[verbs[0]] == "cop" and before and not any(t.text == "?" for t in tree.tokens[p:]):
        return False
    return not set(before) & _INVERTING


def _ends_in_mark(tree: Tree, last: int) -> bool:
    """Whether a question mark stands right behind the last word, and the sentence goes on or has begun before."""
    for token in tree.tokens[last + 1 :]:
        if token.pos != "PUNCT":
            return False
        if token.text == "?":
            return True
    return False


def _is_two_clauses(tree: Tree, statement: Statement) -> bool:
    """ "pulled out four bodies collapsed": whether a second verb in a tense stands there without a subject."""
    shown = {item for item in statement.items if isinstance(item, int)}
    for i in shown - {statement.predicate, statement.speech}:
        token = tree.tokens[i]
        if _is_run_on(tree, i, shown):
            return True
        if token.pos != "VERB" or token.tag not in ("VBD", "VBZ") or token.rel not in ("advcl", "parataxis", "dep"):
            continue
        lemma = tree.lemma(i)
        moved = not shown & {i - 1, i - 2}
        if token.lower == past_participle(lemma) and lemma not in words("intransitive-verbs.txt") and not moved:
            continue
        if not tree.has(i, "nsubj", "expl", "mark", "csubj", "aux", "cc", "case") and token.dep != "advcl:cmp":
            return True
    return False


def _is_run_on(tree: Tree, i: int, shown: set[int]) -> bool:
    """ "which employs 90 people, blamed the weather": whether a comma alone joins a second verb to the first."""
    head = tree.tokens[i].head
    loose = tree.rel[i] in ("conj", "parataxis", "ccomp", "advcl") and tree.tokens[i].tag == "VBD"
    if not loose or head not in shown or not tree.comma_before(i) or tree.tokens[head].tag != "VBZ":
        return False
    listed = any(tree.has(k, "cc") for k in (i, *tree.kids[head]) if tree.rel[k] == "conj")
    return not listed and not tree.has(i, "nsubj", "expl", "mark", "aux")


def _thinks_a_noun(tree: Tree, items: Sequence[Item]) -> bool:
    """ "I think the one that I missed": whether what somebody thinks has no verb of its own."""
    shown = {item for item in items if isinstance(item, int)}
    return any(
        tree.rel[i] == "ccomp"
        and tree.tokens[i].pos in ("NOUN", "PROPN")
        and tree.tokens[i].head in shown
        and not tree.has(i, "cop", "nsubj", "expl", "aux")
        for i in shown
    )


def _has_no_agent(tree: Tree, statement: Statement) -> bool:
    """ "Revenue offset by costs": whether a participle that "by" makes a passive has no "was"."""
    p = statement.predicate
    token = tree.tokens[p]
    if p not in statement.items or token.tag not in ("VBD", "VBN") or tree.has(p, "aux", "cop"):
        return False
    forms = [tree.lowered(item) if isinstance(item, int) else item.text for item in statement.items]
    passive = any(form in _BE for form in forms)
    if passive and token.tag == "VBN" and token.lower == past(tree.lemma(p)) != past_participle(tree.lemma(p)):
        return True  # "cattle drank" read as "cattle that were drank"
    if passive or not any(tree.is_finite(root) for root in tree.analysis.roots):
        return False
    agents = [k for k in tree.kids[p] if tree.tokens[k].dep == "obl:agent"]
    return bool(agents) and not tree.has(p, "obj", "xcomp", "ccomp")


def _is_set_off(tree: Tree, statement: Statement) -> bool:
    """ "The ship, built in Oslo", of "The ship, built in Oslo, sank": whether a participle stands for the verb."""
    p = statement.predicate
    token = tree.tokens[p]
    if p not in statement.items or token.tag != "VBD" or token.lower != past_participle(tree.lemma(p)):
        return False
    if tree.has(p, "obj", "xcomp", "ccomp", "aux", "cop", "cc") or tree.tokens[p - 1].text != "," or p < 2:
        return False
    end = max(tree.analysis.subtree(p))
    goes_on = any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tree.tokens[p + 1 :])
    return goes_on and (p - 2) in statement.items and end > p


def _is_shuffled(tree: Tree, statement: Statement) -> bool:
    """ "forces since the start in the delta of the harvest": whether words stand behind those that they stood before,
    and are neither what the clause begins with in the source nor the noun that it describes."""
    p = statement.predicate
    told = clauses_of(statement.items)[-1]
    lead = next((at for at, item in enumerate(told) if item == Word(",")), -1) if statement.speech is not None else -1
    order = [item for item in told[lead + 1 :] if isinstance(item, int)]
    above = _ancestors(tree, p)
    for at in range(1, len(order)):
        last = order[at - 1]
        if order[at] < last:
            later = next((n for n in range(at, len(order)) if order[n] > last), len(order))
            lone = order[at : at + 1] == order[at:later] and tree.rel[order[at]] == "advmod"
            if lone and tree.tokens[last].pos not in ("AUX", "VERB", "NOUN", "PROPN", "PRON"):
                return True
            if not _may_move(tree, order[at:later], p, above):
                return True
    return False


def _leans_over(tree: Tree, statement: Statement) -> bool:
    """ "figures show the highest share that people are poor": whether what stood behind the words that somebody says
    has come before them and is no mere circumstance."""
    *saying, _ = clauses_of(statement.items)
    shown = [item for clause in saying for item in clause if isinstance(item, int)]
    behind = [i for i in shown if i > statement.predicate]
    if not behind or len(behind) == len(shown):
        return False
    tops = [i for i in behind if tree.tokens[i].head not in behind]
    if any(tree.tokens[i].head not in shown or tree.tokens[i].dep == "advcl:cmp" for i in tops):
        return True
    return any(tree.rel[i] in ("obj", "appos", "nmod", "conj") for i in tops)


def _ancestors(tree: Tree, i: int) -> set[int]:
    found: set[int] = set()
    while tree.tokens[i].head != i and tree.tokens[i].head not in found:
        i = tree.tokens[i].head
        found.add(i)
    return found


def _may_move(tree: Tree, moved: list[int], p: int, above: set[int]) -> bool:
    """Whether the words are a noun that the clause describes, a participle that became its verb, or free to move."""
    tops = [i for i in moved if tree.tokens[i].head not in moved]
    if above & set(moved) or any(tree.tokens[i].head in above for i in tops):
        return True
    subject = tree.subject(p)
    if p in moved:
        return tree.rel[p] not in ("ROOT", "ccomp") or (subject is not None and subject > p)
    if subject is not None and moved[0] > subject and (len(moved) > 1 or tree.rel[moved[0]] != "advmod"):
        return False
    return all(tree.rel[i] not in ("nmod", "csubj", "ccomp", "acl", "appos", "conj", "cop", "nsubj") for i in tops)
