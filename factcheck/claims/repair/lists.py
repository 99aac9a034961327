"""Lists, examples and appositions told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.repair.work import NOMINAL
from factcheck.facets.lexicon import falls_under

if TYPE_CHECKING:
    from factcheck.claims.repair.work import Work

_LOOSE = frozenset(["appos", "list", "parataxis", "obj", "dep", "orphan", "conj", "nmod", "obl", "amod", "compound"])


def seat_article(work: Work, i: int) -> None:
    """An article that hangs on a verb belongs to the next noun; not so in "of the infected"."""
    verb = work.head[i]
    if work.tokens[verb].pos not in ("VERB", "AUX") or (i < verb and work.rel(verb) in ("nmod", "obl", "obj")):
        return
    noun = next(
        (k for k in range(i + 1, min(i + 5, len(work.tokens))) if work.tokens[k].pos in ("NOUN", "PROPN")), None
    )
    if noun is not None:
        while work.rel(noun) in ("compound", "flat", "amod") and noun < work.head[noun] <= noun + 4:
            noun = work.head[noun]
        work.attach(i, noun, "det")


def join_phrase(work: Work, i: int) -> None:
    """ "of Huawei executive Ann Lee": one phrase, not two that hang on the same noun side by side."""
    head = work.head[i]
    if i + 1 >= len(work.tokens) or any(k > i for k in work.kids(i)):
        return
    for other in work.kids(head):
        if other > i and work.rel(other) == "nmod" and work.edges(other)[0] == i + 1:
            if any(work.rel(k) in ("case", "det") for k in work.kids(other)) or work.dep[other] == "nmod:poss":
                return
            for k in work.kids(i):
                work.attach(k, other, work.dep[k])
            work.attach(i, other, "compound")
            return


def join_object(work: Work, i: int) -> None:
    """ "lose a third of it or a lump sum": a bare noun is joined to the object, not to the verb."""
    verb = work.head[i]
    if work.rel(i) != "conj" or work.tokens[verb].pos != "VERB" or work.tokens[i].pos not in ("NOUN", "PROPN"):
        return
    kids = {work.rel(k) for k in work.kids(i)}
    objects = [k for k in work.kids(verb) if work.dep[k] == "obj" and verb < k < i]
    if objects and "cc" in kids and not kids & {"cop", "nsubj", "case", "orphan", "obj", "aux"}:
        work.attach(i, objects[-1], "conj")


def join_parallel(work: Work, i: int) -> None:
    """ "a rethink of the strategy and a freeze on visits": "a" is joined to "a", over the "the" between them."""
    near = _article(work, i)
    if work.rel(i) != "conj" or near not in ("a", "an") or not any(work.rel(k) == "cc" for k in work.kids(i)):
        return
    for k in range(i - 1, max(0, i - 12), -1):
        inner = work.tokens[k].pos == "NOUN" and work.rel(k) == "nmod" and _article(work, k) in ("the", "his", "its")
        outer = work.head[k]
        if not inner or outer > k:
            continue
        if _article(work, outer) in ("a", "an") and work.rel(outer) in ("obj", "obl") and work.head[outer] != i:
            work.attach(i, outer, "conj")
        return


def _article(work: Work, i: int) -> str | None:
    return next((work.tokens[k].lower for k in work.kids(i) if work.rel(k) == "det" and k < i), None)


def join_events(work: Work, i: int) -> None:
    """ "the detention of Ann Lee and the arrest of two others": an event is joined to an event."""
    events = words("event-nouns.tsv")
    head = work.head[i]
    above = work.head[head]
    happening = work.tokens[above].lemma.lower() in events and work.rel(head) == "nmod" and above < head
    if happening and _is_person(work, head) and not _is_person(work, i):
        work.attach(i, above, "conj")
        return
    if work.tokens[i].lemma.lower() not in events or work.tokens[head].lemma.lower() in events:
        return
    before = [k for k in range(head + 1, i) if work.tokens[k].lemma.lower() in events and work.tokens[k].pos == "NOUN"]
    while work.rel(head) in ("nmod", "compound", "flat") and work.head[head] != head and head < i and not before:
        head = work.head[head]
        if work.tokens[head].lemma.lower() in events:
            before = [head]
    if before and before[-1] < i:
        work.attach(i, before[-1], "conj")


def _is_person(work: Work, i: int) -> bool:
    return work.tokens[i].pos == "NOUN" and falls_under(work.tokens[i].lemma.lower(), "person")


def join_name(work: Work, sign: int) -> None:
    """ "Pratt & Whitney" is one name, not two members of a list."""
    if not 0 < sign < len(work.tokens) - 1:
        return
    second = work.head[sign]
    if work.rel(second) == "conj" and second > sign and work.tokens[second].pos == "PROPN":
        work.dep[second], work.dep[sign] = "flat", "flat"


def name_apposition(work: Work, i: int) -> None:
    """ "Ann Lee, a biologist from Oslo, …": a description between commas behind a name."""
    if work.dep[i] not in ("conj", "list", "parataxis", "dep", "nmod", "nmod:unmarked", "orphan", "obl:unmarked"):
        return
    kids = work.kids(i)
    if any(work.rel(k) in ("cc", "case", "nsubj", "cop") for k in kids) or not any(
        work.rel(k) == "det" or work.dep[k] == "nmod:poss" for k in kids
    ):
        return
    start = work.edges(i)[0]
    if start > 3 and work.tokens[start - 2].text.isdigit() and work.tokens[start - 3].text == ",":
        start -= 2  # "Ann Lee, 44, a biologist"
    if start < 2 or work.tokens[start - 1].text != "," or work.tokens[start - 2].pos != "PROPN":
        return
    if any(work.rel(k) == "conj" and k > i for k in work.kids(work.head[i])):
        return
    name = start - 2
    while work.rel(name) in ("compound", "flat", "amod") and work.tokens[work.head[name]].pos == "PROPN":
        name = work.head[name]
    work.attach(i, name, "appos")


def seat_naming(work: Work, i: int) -> None:
    """ "called the fee an insult": without a comma, a second noun with an article says what the first is called."""
    holder = work.head[i]
    start = work.edges(i)[0]
    verb = work.head[holder]
    parted = start < 1 or any(work.tokens[k].text in (",", "(", "–", "—", "-", ":") for k in range(holder + 1, i))
    if work.dep[i] != "appos" or parted or work.dep[holder] != "obj" or work.tokens[verb].pos != "VERB":
        return
    if holder < i and _article(work, i) in ("a", "an"):
        work.attach(i, verb, "xcomp")


def lower_apposition(work: Work, i: int) -> None:
    """ "Shares in Hale Ltd, the company …": one company describes the name before it, not the shares."""
    holder = work.head[i]
    start = work.edges(i)[0] if work.dep[i] == "appos" else 0
    if start < 2 or work.tokens[start - 1].text != "," or work.tokens[start - 2].pos != "PROPN":
        return
    if work.tokens[i].tag != "NN" or work.tokens[holder].tag != "NNS":
        return
    name = start - 2
    while work.rel(name) in ("compound", "flat", "amod") and holder < work.head[name] < start:
        name = work.head[name]
    work.attach(i, name, "appos")


def join_list(work: Work, i: int) -> None:
    """ "A, B and C" and "A, B, and C": the middle member is no apposition and no second object."""
    _part_members(work, i)
    if work.rel(i) not in _LOOSE or work.head[i] == i or not _kids_cc(work, i):
        return
    start = work.edges(i)[0]
    if start < 2 or work.tokens[start - 1].text != ",":
        return
    first = _list_start(work, i, start - 2)
    if first is None or first == i or work.below(first, i) or not _alike(work, first, i):
        return
    for k in work.kids(i):
        if work.rel(k) == "conj":
            work.attach(k, first, "conj")
    work.attach(i, first, "conj")


def _part_members(work: Work, i: int) -> None:
    """ "a library and a museum": a word with an article of its own does not describe the noun behind "and"."""
    second = work.head[i]
    if work.rel(i) not in ("amod", "compound") or second < i or not any(work.rel(k) == "det" for k in work.kids(i)):
        return
    joint = next((k for k in work.kids(second) if work.rel(k) == "cc" and i < k < second), None)
    if joint is None or work.head[second] == second:
        return
    work.head[i], work.dep[i] = work.head[second], work.dep[second]
    work.head[second], work.dep[second] = i, "conj"
    for k in work.kids(second):
        if k < i:
            work.head[k] = i


def _kids_cc(work: Work, i: int) -> bool:
    """Whether "and" or "or" closes the list in which the word may stand."""
    head = work.head[i]
    later = [k for k in (*work.kids(i), *work.kids(head)) if k > i and work.rel(k) == "conj"]
    return any(work.rel(c) == "cc" for k in later for c in work.kids(k))


def _list_start(work: Work, i: int, end: int) -> int | None:
    head = work.head[i]
    if work.rel(i) == "conj":
        return None
    if work.tokens[head].pos in ("NOUN", "PROPN") and head < i:
        return head
    for k in work.kids(head):
        if (
            k < i
            and work.tokens[k].pos in ("NOUN", "PROPN")
            and work.rel(k) in ("obj", "obl", "nsubj", "conj")
            and work.edges(k)[1] == end
        ):
            return k
    return None


def _alike(work: Work, first: int, i: int) -> bool:
    a, b = work.tokens[first], work.tokens[i]
    determined = any(work.rel(k) == "det" for k in work.kids(i))
    if a.pos != ("NOUN" if b.pos == "ADJ" and determined else b.pos):
        return False
    case = [work.tokens[k].lower for k in work.kids(i) if work.rel(k) == "case"]
    return not case or case == [work.tokens[k].lower for k in work.kids(first) if work.rel(k) == "case"]


def join_examples(work: Work, cue: int) -> None:
    """ "films including A and B": A and B are members of a list that "films" heads."""
    token = work.tokens[cue]
    if token.lower == "such" and (cue + 1 >= len(work.tokens) or work.tokens[cue + 1].lower != "as"):
        return
    last = cue + 1 if token.lower == "such" else cue
    if last + 1 >= len(work.tokens) or work.tokens[last + 1].pos in ("ADP", "SCONJ", "VERB"):
        return
    example = _example_after(work, cue, last)
    noun = _noun_before(work, cue)
    if example is None or noun is None or work.below(noun, example):
        return
    if token.lower == "like" and work.tokens[noun].tag not in ("NNS", "NNPS"):
        return
    work.attach(example, noun, "conj")
    for k in range(cue, last + 1):
        work.head[k], work.dep[k] = example, "cc"
    for k in work.kids(example):
        if work.rel(k) == "conj" and work.tokens[k].pos in ("NOUN", "PROPN"):
            work.attach(k, noun, "conj")


def _example_after(work: Work, cue: int, last: int) -> int | None:
    for i in range(last + 1, min(last + 10, len(work.tokens))):
        if (
            work.tokens[i].pos in ("NOUN", "PROPN")
            and (work.head[i] < cue or work.head[i] in (cue, last))
            and work.rel(i) not in ("compound", "amod", "flat")
        ):
            return i
        if work.tokens[i].pos == "VERB":
            return None
    return None


def _noun_before(work: Work, cue: int) -> int | None:
    at = cue - 1
    while at >= 0 and work.tokens[at].pos == "PUNCT":
        at -= 1
    if at < 0 or work.tokens[at].pos not in ("NOUN", "PROPN"):
        return None
    while work.rel(at) in ("compound", "flat", "amod") and at < work.head[at] < cue:
        at = work.head[at]
    return _exemplified(work, at, work.tokens[cue - 1].text == ",")


def _exemplified(work: Work, at: int, comma: bool) -> int:
    """The noun that examples belong to: a plural, and behind a comma the one that heads the whole phrase."""
    for _ in range(6):
        head = work.head[at]
        if head == at or work.rel(at) != "nmod" or work.tokens[head].pos not in NOMINAL | {"DET"}:
            break
        singular = work.tokens[at].tag not in ("NNS", "NNPS")
        if not (comma or singular or work.tokens[head].lemma.lower() in words("quantity-nouns.txt")):
            break
        at = head
    return at
