"""Participles, and clauses of time, hung on the noun or the verb that they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.repair.relatives import comma_before

if TYPE_CHECKING:
    from factcheck.claims.repair.work import Work


def free_participle(work: Work, i: int) -> None:
    """ ", aligning with …": a participle behind a comma takes nothing from before the comma."""
    at = i - 1
    while at > 0 and work.tokens[at].pos == "ADV":
        at -= 1
    if at > 0 and work.tokens[at].text in ("”", '"') and work.tokens[at - 1].text == ",":
        at -= 1
    head = work.head[i]
    if (
        at < 1
        or work.tokens[at].text != ","
        or head >= at
        or any(work.rel(k) in ("cc", "aux", "nsubj") for k in work.kids(i))
    ):
        return
    if work.rel(i) == "conj" and work.tokens[head].tag not in ("VBG", "VB") and work.tokens[head].pos == "VERB":
        work.dep[i] = "advcl"
    for k in work.kids(i):
        if k < at and work.rel(k) not in ("mark", "cc"):
            work.attach(k, head, "obl")


def seat_participle(work: Work, i: int) -> None:
    """ "in an office overlooking the docks": without a comma, the participle belongs to the noun right before it."""
    noun = i - 1
    if work.rel(i) != "advcl" or noun < 0 or work.tokens[noun].pos not in ("NOUN", "PROPN"):
        return
    bare = not any(work.rel(k) in ("mark", "case", "aux", "nsubj") for k in work.kids(i))
    if bare and work.dep[noun] in ("obl", "nmod") and work.head[noun] == work.head[i] and noun > work.head[i]:
        work.attach(i, noun, "acl")


def join_participle(work: Work, i: int) -> None:
    """ "was dipped for a few seconds, dried on a cloth and …": no time is dried."""
    noun = work.head[i]
    if work.rel(i) != "acl" or noun > i or work.tokens[noun].lemma.lower() not in words("time-nouns.txt"):
        return
    verb = work.head[noun]
    while work.tokens[verb].pos == "NOUN" and work.head[verb] != verb:
        verb = work.head[verb]
    if work.tokens[verb].tag == work.tokens[i].tag and comma_before(work, i):
        work.attach(i, verb, "conj")


def seat_time_clause(work: Work, mark: int) -> None:
    """ "the year before she arrived": the clause says which year."""
    verb, noun = work.head[mark], mark - 1
    if (
        work.rel(verb) == "advcl"
        and noun > 0
        and work.dep[noun] == "obl:unmarked"
        and work.head[noun] == work.head[verb]
    ):
        work.attach(verb, noun, "acl")
