"""Gerunds, infinitives and that-clauses hung on the verb that asks for their form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.data import words

if TYPE_CHECKING:
    from factcheck.claims.repair.work import Work

_VERBAL = frozenset(["advcl", "conj", "acl", "ROOT", "xcomp", "ccomp", "csubj", "parataxis"])


def unhook(work: Work, i: int) -> None:
    """No word hangs on a comma: what the parser hung there belongs to the word that the comma hangs on."""
    mark = work.head[i]
    if mark == i or work.tokens[mark].pos != "PUNCT" or work.tokens[i].pos == "PUNCT" or work.head[mark] == mark:
        return
    held = any(work.rel(k) == "case" for k in work.kids(i)) or work.tokens[i].pos in ("NOUN", "PROPN")
    work.attach(i, work.head[mark], "obl" if held else "dep")


def join_gerund(work: Work, i: int) -> None:
    """ "to change jobs, raising pay and opening shops": an -ing form is joined to its like, not to an infinitive."""
    head = work.head[i]
    if work.rel(i) != "conj" or any(work.rel(k) in ("aux", "nsubj") for k in work.kids(i)):
        return
    joined = any(work.rel(k) == "cc" for k in work.kids(i))
    held = work.head[head]
    if work.tokens[head].tag == "VB" and joined:
        found = next((k for k in range(i - 1, head, -1) if _is_gerund(work, k)), None)
        while found is not None and work.rel(found) == "conj" and _is_gerund(work, work.head[found]):
            found = work.head[found]
    elif work.tokens[head].pos in ("NOUN", "PROPN") and work.rel(head) in ("obj", "obl") and _is_gerund(work, held):
        found = held if work.tokens[i].pos == "VERB" and _takes_object(work, i) else None
    else:
        return
    if found is not None:
        work.attach(i, found, "conj")


def _is_gerund(work: Work, i: int) -> bool:
    plain = work.tokens[i].tag == "VBG" and work.tokens[i].pos == "VERB"
    return plain and work.rel(i) in _VERBAL and not any(work.rel(k) == "aux" for k in work.kids(i))


def _takes_object(work: Work, i: int) -> bool:
    return any(work.rel(k) == "obj" for k in work.kids(i))


def join_limit(work: Work, up: int) -> None:
    """ "could face up to three years": "up to" belongs to the number, not "up" to the verb."""
    to = up + 1
    if to + 1 >= len(work.tokens) or work.tokens[to].lower != "to":
        return
    noun = work.head[to]
    number = work.tokens[to + 1].pos in ("NUM", "SYM") or work.tokens[to + 1].lower in ("a", "an", "half")
    if work.rel(to) != "case" or noun <= to or not number or work.dep[up] not in ("compound:prt", "advmod"):
        return
    verb = work.head[noun]
    holds = any(work.rel(k) in ("obj", "xcomp") for k in work.kids(verb)) or work.tokens[verb].pos != "VERB"
    bare = work.dep[up] == "compound:prt" and work.rel(noun) == "obl" and not holds
    passive = any(work.dep[k] in ("aux:pass", "nsubj:pass") for k in work.kids(verb))
    work.head[up], work.dep[up] = to + 1, "advmod"
    work.head[to], work.dep[to] = up, "fixed"
    if bare and not passive and work.tokens[verb].lemma.lower() not in words("intransitive-verbs.txt"):
        work.dep[noun] = "obj"


def seat_that(work: Work, that: int) -> None:
    """ "said in a note sent to staff that it …": the clause is what was said, not what the note was sent."""
    verb = work.head[that]
    if work.rel(that) in ("obj", "nsubj") and verb > that and _is_complete(work, that, verb):
        work.dep[that] = "mark"
    if work.rel(that) == "mark" and work.rel(verb) == "conj" and _has_subject(work, verb):
        _join_said(work, verb)
        return
    if work.rel(that) != "mark" or work.rel(verb) not in ("advcl", "acl", "ccomp") or not _has_subject(work, verb):
        return
    holder = work.head[verb]
    speech = words("speech-verbs.txt")
    if work.tokens[holder].lemma.lower() in speech and work.tokens[holder].pos == "VERB":
        work.dep[verb] = "ccomp"
        return
    while work.rel(holder) == "nmod" and work.head[holder] < holder:
        holder = work.head[holder]
    participle = work.tokens[holder].tag in ("VBN", "VBG") and work.rel(holder) == "acl"
    if not participle and not (work.rel(holder) == "iobj" or (work.rel(holder) == "obl" and holder + 1 < that)):
        return
    for _ in range(6):
        holder = work.head[holder]
        if work.tokens[holder].pos == "VERB" and work.tokens[holder].lemma.lower() in speech:
            if not any(work.rel(k) == "ccomp" for k in work.kids(holder)):
                work.attach(verb, holder, "ccomp")
            return


def _join_said(work: Work, verb: int) -> None:
    """ "said that …, and that …": the second clause is said as the first is."""
    at = work.head[verb]
    for _ in range(6):
        told = [k for k in work.kids(at) if work.rel(k) == "ccomp" and k < verb]
        if told and work.tokens[at].lemma.lower() in words("speech-verbs.txt"):
            work.attach(verb, told[-1], "conj")
            return
        at = work.head[at]


def _is_complete(work: Work, that: int, verb: int) -> bool:
    """Whether a clause has its subject and its object without the "that" before it, and describes no noun."""
    others = [k for k in work.kids(verb) if k != that]
    own = any(work.rel(k) == "nsubj" and that < k < verb for k in others)
    return own and any(work.rel(k) in ("obj", "cop") for k in others) and work.rel(verb) != "acl"


def _has_subject(work: Work, verb: int) -> bool:
    return any(work.rel(k) in ("nsubj", "expl", "csubj") for k in work.kids(verb))


def seat_adding(work: Work, i: int) -> None:
    """ "alleged that …, adding in a note that …": behind a comma, who alleged also adds."""
    comma = i - 1
    if comma > 0 and work.tokens[comma].text in ("”", '"', "’"):
        comma -= 1
    if work.rel(i) not in ("acl", "advcl") or comma < 1 or work.tokens[comma].text != ",":
        return
    if work.tokens[i].tag != "VBG" or not (
        work.tokens[i].lemma.lower() in words("speech-verbs.txt") or _tells(work, i)
    ):
        return
    at, top = work.head[i], None
    for _ in range(len(work.head)):
        if work.tokens[at].lemma.lower() in words("speech-verbs.txt") and work.finite(at):
            top = at
        if work.head[at] == at:
            break
        at = work.head[at]
    if top is not None and top < i:
        work.attach(i, top, "advcl")


def _tells(work: Work, i: int) -> bool:
    """ "pointing out that …": whether a clause with "that" is what the word tells."""
    told = (k for k in work.kids(i) if work.rel(k) == "ccomp")
    return any(work.rel(c) == "mark" and work.tokens[c].lower == "that" for k in told for c in work.kids(k))


def seat_order(work: Work, verb: int) -> None:
    """ "asked the court where she was tried to move the case": the infinitive is what the court was asked."""
    clause = work.head[verb]
    start = work.edges(verb)[0]
    closed = start > 0 and work.tokens[start - 1].text == ","
    while closed and work.dep[clause] in ("xcomp", "advcl") and work.head[clause] != clause:
        clause = work.head[clause]
    noun = work.head[clause]
    while work.rel(noun) == "nmod" and work.head[noun] < noun:
        noun = work.head[noun]
    to = any(work.rel(k) == "mark" and work.tokens[k].lower == "to" for k in work.kids(verb))
    passive = any(work.dep[k] == "aux:pass" for k in work.kids(clause))
    bound = not passive or work.tokens[clause].lemma.lower() in words("control-verbs.txt")
    if not to or work.rel(verb) not in ("advcl", "xcomp") or (work.rel(verb) == "xcomp" and bound and not closed):
        return
    if work.dep[clause] != "acl:relcl" or work.rel(noun) not in ("obj", "iobj", "obl"):
        return
    asks = work.head[noun]
    free = not any(work.rel(k) in ("xcomp", "ccomp") for k in work.kids(asks))
    if free and work.tokens[asks].lemma.lower() in words("control-verbs.txt"):
        work.attach(verb, asks, "xcomp")
