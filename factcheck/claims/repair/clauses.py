"""Joined verbs, conditions and sources put where they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.repair.work import NOMINAL

if TYPE_CHECKING:
    from factcheck.claims.repair.work import Work


def lift_conjunct(work: Work, i: int) -> None:
    """ "went to court to void it and failed": a finite verb is not joined to an infinitive or a noun."""
    if not work.finite(i) or work.has_subject(i) or not _is_predicate(work, i):
        return
    head = work.head[i]
    if work.tokens[head].pos in ("VERB", "AUX") and (work.finite(head) or work.tokens[head].tag == "VBN"):
        return
    if any(work.rel(k) == "cop" for k in work.kids(head)):
        return
    at = head
    while work.head[at] != at:
        at = work.head[at]
        top = work.finite(at) or (work.head[at] == at and work.has_subject(at))
        if work.tokens[at].pos in ("VERB", "AUX") and top and at < i:
            work.attach(i, at, "conj")
            return


def _is_predicate(work: Work, i: int) -> bool:
    return work.tokens[i].pos in ("VERB", "AUX") or any(work.rel(k) == "cop" for k in work.kids(i))


def lift_saying(work: Work, i: int) -> None:
    """ "confirmed that the report existed but said it was old": who confirmed also said, not the report."""
    speech = words("speech-verbs.txt")
    inner = work.head[i]
    outer = work.head[inner]
    says = work.tokens[i].lemma.lower() in speech or any(_is_that_clause(work, k) for k in work.kids(i))
    if not says or not work.finite(i) or work.has_subject(i):
        return
    said = work.rel(inner) == "ccomp" and (work.tokens[outer].lemma.lower() in speech or _is_that_clause(work, inner))
    if said and inner < i and work.tokens[inner].lemma.lower() not in speech:
        work.attach(i, outer, "conj")


def _is_that_clause(work: Work, i: int) -> bool:
    """Whether "that" opens the clause, and it is what somebody says or finds."""
    marks = (work.tokens[k].lower for k in work.kids(i) if work.rel(k) == "mark")
    return work.rel(i) == "ccomp" and "that" in marks


def close_condition(work: Work, mark: int) -> None:
    """ "If the river rises, …": the words up to the comma are one clause, whatever the parser made of them."""
    verb = work.head[mark]
    comma = next((k for k in range(mark + 1, len(work.tokens)) if work.tokens[k].text == ","), None)
    if comma is None or verb < comma or work.tokens[mark].lower in ("to", "for", "that", "whether"):
        return
    inside = [k for k in range(mark + 1, comma) if work.tokens[k].pos != "PUNCT"]
    tops = [k for k in inside if not mark < work.head[k] < comma]
    if not tops or len(inside) < 2:
        return
    top = next((k for k in tops if work.tokens[k].pos in ("VERB", "AUX")), tops[-1])
    for k in [*tops, mark]:
        if k != top:
            work.head[k] = top
    work.head[top], work.dep[top] = verb, "advcl"


def open_clause(work: Work, cue: int) -> None:
    """ "after its maker accused her": a noun behind "after" with a verb right behind it is that verb's subject."""
    noun = work.head[cue]
    near = range(noun + 1, min(noun + 4, len(work.tokens)))
    verb = next((k for k in near if work.tokens[k].pos not in ("AUX", "PUNCT")), None)
    if work.rel(cue) != "case" or not cue < noun or any(work.tokens[k].text == "," for k in range(noun, verb or noun)):
        return
    if work.rel(noun) == "nsubj" and work.head[noun] > noun:
        _mark_clause(work, cue, work.head[noun])
        return
    if work.rel(noun) not in ("obl", "nmod") or verb is None:
        return
    above = work.head[noun]
    while work.rel(above) in ("nmod", "obl", "obj") and not _is_predicate(work, above):
        above = work.head[above]
    free = work.tokens[verb].tag in ("VBD", "VBZ") and not work.has_subject(verb) and work.rel(verb) != "aux"
    if not free or verb == above or work.below(noun, verb) or work.edges(noun)[1] >= verb:
        return
    work.attach(verb, above, "advcl")
    work.head[noun], work.dep[noun] = verb, "nsubj"
    work.head[cue], work.dep[cue] = verb, "mark"


def _mark_clause(work: Work, cue: int, verb: int) -> None:
    """ "was held until her release was signed": what stands before the subject of a finite clause opens it."""
    verbs = (k for k in range(cue - 1, -1, -1) if work.tokens[k].pos == "VERB")
    before = next((k for k in verbs if work.finite(k) or work.rel(k) == "conj"), None)
    if not work.finite(verb) or before is None or work.rel(verb) not in ("conj", "parataxis", "ccomp", "advcl"):
        return
    if any(work.rel(k) == "cc" for k in work.kids(verb)):
        return
    work.head[cue], work.dep[cue] = verb, "mark"
    work.attach(verb, before, "advcl")


def open_absolute(work: Work, cue: int) -> None:
    """ "With trade valued at $3 billion, both …": the participle belongs to its noun, the noun to the main clause."""
    noun = work.head[cue]
    verb = work.head[noun]
    opens = cue == 0 or work.tokens[cue - 1].text == ","
    aided = any(work.rel(k) == "aux" for k in work.kids(verb))
    participle = work.tokens[verb].tag in ("VBN", "VBG", "VBD") and not aided
    if not opens or noun < cue or work.rel(noun) != "nsubj" or not participle:
        return
    inside = work.kids(verb)
    main = next((k for k in inside if k > verb and work.finite(k) and work.has_subject(k)), None)
    if main is None:
        if work.head[verb] != verb:
            work.head[noun], work.dep[noun] = work.head[verb], "obl"
            work.head[verb], work.dep[verb] = noun, "acl"
        return
    root = work.head[verb] == verb
    work.head[main], work.dep[main] = (main, work.dep[verb]) if root else (work.head[verb], work.dep[verb])
    work.head[noun], work.dep[noun] = main, "obl"
    work.head[verb], work.dep[verb] = noun, "acl"
    for k in inside:
        if k > main:
            work.head[k] = main


def seat_intention(work: Work, verb: int) -> None:
    """An infinitive right behind "plan", "pledge" or "bid" says what is planned, whatever the parser hung it on."""
    noun = verb - 2
    if noun < 0 or work.tokens[verb - 1].lower != "to" or work.tokens[verb].tag != "VB":
        return
    if work.tokens[noun].pos == "NOUN" and work.tokens[noun].lemma.lower() in words("intention-nouns.txt"):
        work.attach(verb, noun, "acl")


def lift_source(work: Work, cue: int) -> None:
    """ "according to the mayor" belongs to the clause, however deep the parser hung it."""
    noun = work.head[cue]
    if work.tokens[noun].pos not in NOMINAL or noun < cue:
        return
    at = work.head[noun]
    for _ in range(len(work.head)):
        if work.head[at] == at or (work.tokens[at].pos in ("VERB", "AUX") and work.finite(at)):
            break
        at = work.head[at]
    work.attach(noun, at, "obl")


def seat_subject(work: Work, i: int) -> None:
    """A finite verb without a subject takes the bare noun before it that hangs on it as something else."""
    if (
        not work.finite(i)
        or work.has_subject(i)
        or work.rel(i) in ("conj", "acl", "amod", "xcomp", "aux", "cop", "advcl")
    ):
        return
    bare = [
        k
        for k in work.kids(i)
        if k < i
        and work.tokens[k].pos in ("NOUN", "PROPN", "PRON")
        and work.dep[k]
        in (
            "obj",
            "dislocated",
            "vocative",
            "dep",
            "nmod",
            "nmod:unmarked",
            "compound",
            "appos",
            "obl",
            "parataxis",
        )
    ]
    bare = [
        k
        for k in bare
        if not any(work.rel(c) in ("case", "mark") for c in work.kids(k))
        and work.tokens[k].lemma.lower() not in words("time-nouns.txt")
    ]
    if bare and not any(work.rel(k) == "mark" and work.tokens[k].lower == "to" for k in work.kids(i)):
        work.dep[bare[0]] = "nsubj"
