"""Whether a statement reads as a sentence: what a wrong parse tears apart is told whole instead."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.decomposition.leftovers import has_leftovers
from factcheck.claims.decomposition.predication import NOMINAL, agrees, asks, clauses_of, has_subject_and_verb, token_of
from factcheck.claims.decomposition.wholeness import is_whole
from factcheck.claims.decomposition.wording import Item, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.claims.decomposition.frames import Statement
    from factcheck.claims.decomposition.tree import Tree

_ARTICLES = frozenset(["a", "an", "the", "every", "its", "his", "their", "my", "your", "our"])
_SUBJECTS_ONLY = frozenset(["i", "he", "she", "we", "they"])
_JOINING = frozenset(["where", "when", "how", "why", "what", "whenever", "wherever", "whatever", "whichever"])
_OF_THE_SPEAKER = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"])
# What may stand right behind an article, and right behind a preposition.
_AFTER_ARTICLE = frozenset(["NOUN", "PROPN", "ADJ", "NUM", "ADV", "VERB", "SYM", "X", "PUNCT", "INTJ"])
_AFTER_PREPOSITION = _AFTER_ARTICLE | {"PRON", "DET", "ADP", "SCONJ", "PART"}
# Words that stand on one side of the word that they belong to, wherever the phrase is moved.
_FIXED_ORDER = frozenset(["det", "case", "amod", "nummod", "aux", "cop", "compound", "flat", "mark"])


def is_sound(tree: Tree, statement: Statement) -> bool:
    """Whether every clause of the statement has a subject before its verb, and every small word its phrase."""
    items = statement.items
    clauses = clauses_of(items)
    return (
        is_whole(tree, statement)
        and not has_leftovers(tree, statement)
        and all(has_subject_and_verb(tree, clause, statement.predicate) for clause in clauses)
        and not _strands(tree, items)
        and (statement.identity or _in_order(tree, items))
        and (statement.identity or not _has_rival_subjects(tree, items))
        and not _dangles(tree, items)
        and not _runs_together(tree, items)
        and not _misforms(tree, items)
        and not any(_has_two_verbs(tree, clause, statement.predicate) for clause in clauses[-1:])
        and not _tears_speech(tree, items)
        and all(agrees(tree, clause) for clause in clauses)
        and not any(clause and asks(tree, clause[0]) for clause in clauses)
    )


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
        joining = i is not None and _is_joining(tree, i)
        if i is None or not (tree.rel[i] in _FIXED_ORDER or (joining and i in items)):
            continue
        if joining and any(i < token_of(item) <= tree.tokens[i].head for item in items[:at]):
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


def _misforms(tree: Tree, items: Sequence[Item]) -> bool:
    """Whether a verb that was moved next to "to" or "would" has a form that cannot stand there."""
    last = items[-1] if items else None
    if isinstance(last, Word) and last.token is None and last.text in ("is", "are", "was", "were"):
        return True
    if isinstance(last, int) and tree.rel[last] == "mark" and tree.lowered(last) == "that":
        return True
    if isinstance(last, int) and tree.lowered(last) in _SUBJECTS_ONLY and tree.rel[last] == "nsubj":
        return tree.tokens[last].head > last
    for one, other in pairwise(items):
        if not isinstance(one, int) or not isinstance(other, int) or other == one + 1:
            continue
        first, second = tree.tokens[one], tree.tokens[other]
        bare = first.tag in ("MD", "TO") and second.tag in ("VBG", "VBD", "VBZ", "VBN", "VBP", "MD", "TO")
        bare = bare and second.lower != second.lemma.lower()
        if bare and not any(t.tag in ("TO", "MD") for t in tree.tokens[one + 1 : other]):
            return True
        if first.lower in ("up", "down") and first.rel == "advmod" and tree.lowered(one + 1) == "to":
            return True
    return False


def _has_two_verbs(tree: Tree, clause: Sequence[Item], predicate: int) -> bool:
    """Whether a verb in a tense, of no clause below another, stands before the one that tells what is said."""
    own = {predicate, *(k for k in tree.kids[predicate] if tree.rel[k] in ("aux", "cop"))}
    shown = {token_of(item) for item in clause}
    carriers = (n for n, item in enumerate(clause) if token_of(item) in own and _is_tensed(tree, token_of(item)))
    at = next(carriers, 0)
    before = [item for item in clause[:at] if isinstance(item, int)]
    if not before or tree.lowered(before[-1]) in ("who", "which", "that"):
        return False
    rival = next((i for i in before if _is_tensed(tree, i) and i not in own and not _is_below(tree, i, shown)), None)
    joint = (i for i in before if tree.rel[i] in ("cc", "mark") or tree.lowered(i) == "as")
    return rival is not None and not any(i > rival for i in joint)


def _is_tensed(tree: Tree, i: int) -> bool:
    return tree.tokens[i].tag in ("VBD", "VBZ", "VBP", "MD") and tree.rel[i] not in ("amod", "compound")


def _is_below(tree: Tree, i: int, shown: set[int]) -> bool:
    """Whether the verb belongs to a clause that describes, completes or conditions another, or the word is shared."""
    for _ in range(len(tree.tokens)):
        if tree.rel[i] in ("acl", "advcl", "ccomp", "csubj", "xcomp") or tree.has(i, "mark"):
            return True
        if tree.rel[i] in ("aux", "cop") and tree.tokens[i].head not in shown:
            return True
        if tree.tokens[i].head == i:
            return False
        i = tree.tokens[i].head
    return False


def _tears_speech(tree: Tree, items: Sequence[Item]) -> bool:
    """Whether somebody's "I" or "our" stands without the quotation marks that it stood in."""
    shown = {item for item in items if isinstance(item, int)}
    first = [i for i in shown if tree.lowered(i) in _OF_THE_SPEAKER]
    if not first:
        return False
    for start, end in _quotations(tree):
        inside = {i for i in range(start + 1, end) if tree.tokens[i].pos != "PUNCT"}
        if inside & set(first) and not inside <= shown:
            return bool(shown - inside)
    return False


def _quotations(tree: Tree) -> list[tuple[int, int]]:
    """The marks around each quotation."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for token in tree.tokens:
        if token.text in ("“", '"') and opened is None:
            opened = token.i
        elif token.text in ("”", '"') and opened is not None:
            found.append((opened, token.i))
            opened = None
    return found


def _is_joining(tree: Tree, i: int) -> bool:
    """Whether the word opens a clause of time or place."""
    return tree.rel[i] in ("advmod", "obj") and tree.lowered(i) in _JOINING and tree.tokens[i].head > i


def _has_rival_subjects(tree: Tree, items: Sequence[Item]) -> bool:
    """Whether two nouns stand side by side as the subject of one verb."""
    subjects = [i for i in items if isinstance(i, int) and tree.rel[i] == "nsubj" and tree.tokens[i].pos in NOMINAL]
    for one, other in pairwise(subjects):
        same = tree.tokens[one].head == tree.tokens[other].head and not _adjoin(tree, items, one, other)
        if same and tree.lowered(one) not in ("that", "what", "which", "who", "whom", "all", "both", "each"):
            return True
    return False


def _dangles(tree: Tree, items: Sequence[Item]) -> bool:
    """Whether a subordinate clause stands alone, or a "which" without what it speaks of."""
    first, last = (items[0], items[-1]) if items else (None, None)
    if len(items) > 1 and isinstance(last, int) and last - 1 == items[-2] and _lacks_noun(tree, last):
        return True
    if (
        isinstance(last, int)
        and tree.tokens[last].tag == "VBG"
        and tree.lowered(last) in words("preposition-participles.txt")
    ):
        return True
    if isinstance(first, int) and tree.rel[first] == "mark" and tree.lowered(first) != "to":
        inside = set(tree.analysis.subtree(tree.tokens[first].head))
        if first > 0 and all(token_of(item) in inside for item in items):
            return True
    shown = {token_of(item) for item in items}
    own = [item for item in items if isinstance(item, int)]
    unheld = (i for i in own if tree.lowered(i) in ("which", "whom", "whose") and not _is_held(tree, i, shown))
    return next(unheld, None) is not None or any(_lacks_to(tree, i, shown) for i in own)


def _lacks_noun(tree: Tree, last: int) -> bool:
    """ "an antiquated, slow and small vessel": whether an adjective behind its article has lost the noun."""
    after = (t for t in tree.tokens[last + 1 : last + 4] if t.pos not in ("PUNCT", "CCONJ"))
    goes_on = next((t.pos == "ADJ" for t in after), False)
    return tree.tokens[last].pos == "ADJ" and tree.lowered(last - 1) in ("a", "an") and goes_on


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
