"""Phrases and their coordinations: "fish, wheat and two kinds of rice" gives one phrase for each member."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.decomposition import grammar
from factcheck.claims.decomposition.agreement import counts
from factcheck.claims.decomposition.wording import Item, Word

if TYPE_CHECKING:
    from factcheck.claims.decomposition.tree import Tree

# A statement is multiplied out to at most so many; beyond, one coordination varies at a time.
LIMIT = 9
_TOGETHER = frozenset(["or", "nor", "but", "yet", "rather", "vs", "vs.", "versus", "to", "&", "/"])
_SHARED = frozenset(["case", "mark", "nmod:poss", "det", "advmod"])

Phrase = list[Item]


def whole(tree: Tree, i: int, skip: frozenset[int] = frozenset()) -> Phrase:
    """The phrase with all its coordinations, without what was cut out."""
    out: Phrase = []
    _gather(tree, i, skip, out)
    return out


def _gather(tree: Tree, i: int, skip: frozenset[int], out: Phrase) -> None:
    placed = False
    for k in tree.kids[i]:
        if not placed and k > i:
            out.append(i)
            placed = True
        if k not in skip and k not in tree.cut:
            _gather(tree, k, frozenset(), out)
    if not placed:
        out.append(i)


def variants(tree: Tree, i: int, skip: frozenset[int] = frozenset(), together: bool = False) -> list[Phrase]:
    """The phrase, once for each member of the coordinations in it that may be told apart."""
    kids = [k for k in tree.kids[i] if k not in skip and k not in tree.cut]
    if together:
        return [whole(tree, i, skip)]
    conjuncts = [k for k in kids if tree.rel[k] == "conj"]
    if conjuncts and (not distributes(tree, i, conjuncts)):
        return [whole(tree, i, skip)]
    if not conjuncts:
        return _assembled(tree, i, kids)
    kids = [k for k in kids if tree.rel[k] not in ("conj", "cc")]
    last = conjuncts[-1]
    own = [k for k in kids if k < last]
    after = [k for k in kids if k > last]
    common = all(_is_common(tree, k) for k in after)
    shared = after if common or _leans_on_all(tree, i, conjuncts) else []
    found = _assembled(tree, i, own + shared)
    for k in conjuncts:
        found += _member(tree, i, k, own, after if k == last else shared)
    return found


def _is_common(tree: Tree, k: int) -> bool:
    """ "the likeness and difference between A and B", "owners and tenants, on average, …": what is said of all."""
    return tree.rel[k] == "nmod" and (tree.lowered(tree.first(k)) == "between" or _is_aside(tree, k))


def _is_aside(tree: Tree, k: int) -> bool:
    """ ", on average,": a few words between commas."""
    after = tree.tokens[k + 1].text if k + 1 < len(tree.tokens) else ""
    return tree.comma_before(k) and after == "," and k - tree.first(k) < 3 and tree.tokens[k].tag == "NN"


def _leans_on_all(tree: Tree, i: int, conjuncts: list[int]) -> bool:
    """Whether what follows the last member belongs to all, as in "a founder and singer of the band"."""
    if tree.tokens[i].pos not in ("NOUN", "PROPN"):
        return True
    singular = all(tree.tokens[k].tag == "NN" for k in (i, *conjuncts))
    bare = not any(tree.has(k, "det", "nummod", "amod", "nmod") for k in conjuncts)
    return singular and bare and tree.has(i, "det")


def _member(tree: Tree, head: int, k: int, own: list[int], after: list[int]) -> list[Phrase]:
    """A later member with what it shares with the first: preposition, article, possessor, what follows the last."""
    has = {tree.tokens[c].dep for c in tree.kids[k]} | {tree.rel[c] for c in tree.kids[k]}
    lead: list[Phrase] = []
    for c in own:
        dep = tree.tokens[c].dep
        if dep == "amod" and c < head and _says_how_many(tree, c, head, k):
            lead.append(whole(tree, c))
            continue
        if dep == "advmod" and tree.lowered(c) == "as" and c < head:
            lead.append([c])
            continue
        if c > head or dep in has or dep not in _SHARED:
            continue
        asks = tree.tokens[c].tag in ("WRB", "WP") or tree.lowered(c) in ("whether", "if")
        if asks and tree.tokens[tree.first(k) + 1].tag in ("WRB", "WP"):
            continue
        if dep == "advmod" and tree.tokens[head].pos not in ("VERB", "ADJ"):
            continue
        if dep in ("det", "nmod:poss"):
            if has & {"det", "nmod:poss", "nummod"} or tree.tokens[k].pos not in ("NOUN", "PROPN"):
                continue
            if dep == "det" and not _takes_article(tree, c, k):
                continue
        lead.append(_article_for(tree, c, k))
    skip = frozenset(c for c in tree.kids[k] if tree.rel[c] == "cc" and c < k)
    tail = [item for c in after for item in whole(tree, c)]
    start = [item for part in lead for item in part]
    return [start + phrase + tail for phrase in variants(tree, k, skip)]


def _says_how_many(tree: Tree, c: int, head: int, k: int) -> bool:
    """ "many French cities and regions": how many, and where, is said of both."""
    if tree.tokens[head].tag != tree.tokens[k].tag or tree.has(k, "det", "nummod", "amod", "compound"):
        return False
    return tree.lowered(c) in words("quantifiers.txt") or tree.tokens[c].text in grammar.demonyms()


def _takes_article(tree: Tree, determiner: int, k: int) -> bool:
    if tree.lowered(determiner) not in ("a", "an"):
        return True
    return tree.tokens[k].tag == "NN"


def _article_for(tree: Tree, c: int, k: int) -> Phrase:
    if tree.lowered(c) in ("a", "an") and tree.rel[c] == "det":
        first = min((i for i in whole(tree, k) if isinstance(i, int) and tree.rel[i] != "cc"), default=k)
        return [Word(grammar.article(tree.tokens[first].text), c)]
    return whole(tree, c)


def _assembled(tree: Tree, i: int, kids: list[int]) -> list[Phrase]:
    traits = _traits(tree, i, kids)
    if traits:
        return [p for one in traits for p in _assembled(tree, i, [k for k in kids if k == one or k not in traits])]
    slots: list[list[Phrase]] = []
    placed = False
    for k in kids:
        if not placed and k > i:
            slots.append([[i]])
            placed = True
        slots.append(variants(tree, k))
    if not placed:
        slots.append([[i]])
    return multiplied(slots)


def _traits(tree: Tree, i: int, kids: list[int]) -> list[int]:
    """The adjectives before a predicate noun that commas part: "is a high-level, general-purpose language"."""
    found = [
        k for k in kids if k < i and tree.rel[k] == "amod" and not any(tree.rel[c] == "conj" for c in tree.kids[k])
    ]
    if len(found) < 2 or not tree.has(i, "cop") or tree.tokens[i].tag != "NN":
        return []
    parted = all(tree.tokens[tree.first(k) - 1].text == "," for k in found[1:])
    plain = all(tree.tokens[k].tag in ("JJ", "VBN") for k in found)
    return found if parted and plain and any(tree.lowered(k) in ("a", "an") for k in kids) else []


def multiplied(slots: list[list[Phrase]]) -> list[Phrase]:
    """One phrase for each choice of a variant in every slot; where that is too many, one slot varies at a time."""
    count = 1
    for slot in slots:
        count *= len(slot)
    if count == 1:
        return [[item for slot in slots for item in slot[0]]]
    if count <= LIMIT:
        return [[item for part in choice for item in part] for choice in product(*slots)]
    found: list[Phrase] = []
    for varied, slot in enumerate(slots):
        for phrase in slot if len(slot) > 1 else ():
            if found and phrase is slot[0]:
                continue
            parts = [phrase if n == varied else other[0] for n, other in enumerate(slots)]
            found.append([item for part in parts for item in part])
    return found


def _are_titled(tree: Tree, members: tuple[int, ...]) -> bool:
    """ "Premier Li, Chairman Zhao": a list without "and" of people, not a town and where it lies."""
    return all(any(tree.lowered(k) in words("titles.txt") for k in tree.kids[member]) for member in members)


def distributes(tree: Tree, i: int, conjuncts: list[int]) -> bool:
    """Whether a statement about the coordination is a statement about each member."""
    joints = {tree.lowered(c) for k in (i, *conjuncts) for c in tree.kids[k] if tree.rel[c] == "cc"}
    listed = joints or _are_titled(tree, (i, *conjuncts))
    if joints & _TOGETHER or not listed or _is_bound(tree, i, conjuncts):
        return False
    rel, dep = tree.rel[i], tree.tokens[i].dep
    if rel in (
        "compound",
        "amod",
        "nummod",
        "flat",
        "det",
        "case",
        "fixed",
        "advmod",
        "cc",
        "mark",
        "aux",
        "nmod:desc",
    ):
        return False
    years = all(len(tree.tokens[k].text) == 4 and tree.tokens[k].text.isdigit() for k in (i, *conjuncts))
    if dep == "nmod:desc" or (tree.tokens[i].pos in ("NUM", "SYM", "ADP", "CCONJ") and not (years and rel == "obl")):
        return False
    head = tree.tokens[i].head
    cases = [c for k in ((i, head) if rel == "nmod" else (i,)) for c in tree.kids[k] if tree.rel[c] == "case"]
    if any(tree.lowered(c) in ("between", "among", "amongst") for c in cases):
        return False
    if any(tree.lowered(c) in ("neither", "either") for k in (i, *conjuncts) for c in tree.kids[k]) or (
        rel == "obl" and head != i and counts(tree, head)
    ):
        return False
    one_by_one = tree.tokens[head].tag == "NNS" and any(tree.lowered(c) == "with" for c in tree.kids[i])
    return one_by_one or not (rel == "nmod" and head != i and tree.lemma(head) in words("collective-nouns.txt"))


def _is_bound(tree: Tree, i: int, conjuncts: list[int]) -> bool:
    """Whether the members need each other's words: "those earning less and who rent", "with him writing and …"."""
    if (
        tree.lemma(i) in words("time-nouns.txt")
        and any(tree.has(k, "nummod") for k in conjuncts)
        and tree.has(i, "nummod")
    ):
        return True
    if any(tree.lowered(k) == "half" for k in conjuncts):
        return True
    if tree.tokens[i].pos == "NOUN" and any(_is_bare_verb(tree, k) for k in conjuncts):
        return True
    relative = any(
        tree.lowered(c) in ("who", "which", "whose", "whom", "that") and tree.rel[c] == "nsubj"
        for k in conjuncts
        for c in tree.kids[k]
    )
    verbs = tree.tokens[i].pos == "VERB" and tree.has(i, "nsubj", "expl")
    headless = verbs and any(tree.tokens[k].pos == "VERB" and tree.subject(k) is None for k in conjuncts)
    absolute = tree.tokens[i].tag in ("VBG", "VBN") and tree.has(i, "nsubj") and not tree.is_finite(i)
    set_off = tree.tokens[i].tag == "VBG" and tree.rel[i] == "advcl" and tree.comma_before(i)
    extraposed = tree.has(i, "cop") and (subject := tree.subject(i)) is not None and tree.lowered(subject) == "it"
    infinitive = extraposed and any(tree.tokens[c].tag == "VB" for k in conjuncts for c in tree.analysis.subtree(k))
    return relative or infinitive or headless or absolute or set_off or _shares_its_words(tree, i, conjuncts)


def _is_bare_verb(tree: Tree, k: int) -> bool:
    """ "of the past and write": a verb that the parse has joined to a noun."""
    token = tree.tokens[k]
    verb = token.tag in ("VB", "VBP", "VBD", "VBZ") or (token.tag == "VBN" and tree.has(k, "obl", "obj"))
    acts = (verb and token.pos == "VERB") or (token.pos == "ADJ" and tree.has(k, "obl"))
    return acts and token.text.islower() and not tree.has(k, "det")


def _shares_its_words(tree: Tree, i: int, conjuncts: list[int]) -> bool:
    """ "the farm and interior portfolios": a singular noun and a plural one behind one "the"."""
    if tree.tokens[i].tag != "NN" or len(conjuncts) != 1 or any(tree.rel[k] in ("amod", "nmod") for k in tree.kids[i]):
        return False
    last = conjuncts[0]
    own = {tree.rel[k] for k in tree.kids[last]}
    shared = any(tree.lowered(k) in ("the", "both", "all") and tree.rel[k] == "det" for k in tree.kids[i])
    return shared and tree.tokens[last].tag == "NNS" and "compound" in own and not own & {"det", "nummod", "nmod"}
