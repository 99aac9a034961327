"""Two nouns that claim to be the subject of one verb told apart, and names given back what was torn off them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.repair.work import NOMINAL

if TYPE_CHECKING:
    from factcheck.claims.repair.work import Work

_STRAY = frozenset(["vocative", "dislocated", "dep", "discourse", "list", "orphan", "nsubj", "nsubj:pass", "obj"])


def part_subjects(work: Work, verb: int) -> None:
    """ "A bill before parliament would …", "Two curators, A and B, said …": the second noun belongs to the first."""
    subjects = [k for k in work.kids(verb) if work.rel(k) == "nsubj" and work.tokens[k].pos in NOMINAL and k < verb]
    if len(subjects) != 2 or work.tokens[subjects[0]].pos == "PRON":
        return
    first, second = subjects
    start, end = work.edges(second)
    lead = start - 1
    if lead > first and work.tokens[lead].pos in ("ADP", "SCONJ") and work.head[lead] in (verb, second):
        work.attach(second, first, "nmod")
        work.head[lead], work.dep[lead] = second, "case"
    elif any(work.rel(k) == "case" for k in work.kids(second)):
        work.attach(second, first, "nmod")
    elif lead > first and work.tokens[lead].text == "," and work.tokens[end + 1].text == ",":
        work.attach(second, first, "appos")


def seat_share(work: Work, sign: int) -> None:
    """ "63% chose neither": a share that nothing governs is what a verb without another subject speaks of."""
    verb = work.head[sign]
    bare = work.dep[sign] in ("obl:unmarked", "obl", "nmod:unmarked", "nmod", "obj") and sign < verb
    if not bare or not work.finite(verb) or work.has_subject(verb) or work.rel(verb) == "acl":
        return
    between = (work.tokens[k] for k in range(sign + 1, verb))
    governed = any(work.rel(k) in ("case", "mark") for k in work.kids(sign))
    if not governed and not any(t.pos == "PUNCT" for t in between):
        work.dep[sign] = "nsubj"


def seat_stray(work: Work, noun: int) -> None:
    """A noun behind "of" is neither called out nor the object of a verb: it belongs to the noun before it."""
    if work.dep[noun] in ("compound", "nsubj") and work.head[noun] == noun + 1:
        _return_object(work, noun)
    if work.dep[noun] not in _STRAY:
        return
    case = next((k for k in work.kids(noun) if work.rel(k) == "case" and work.tokens[k].pos == "ADP"), None)
    if case is None or case < 1 or case > noun:
        return
    before = case - 1
    if work.tokens[case].lower == "of" and work.tokens[before].pos in NOMINAL:
        while work.rel(before) in ("compound", "flat", "amod") and before < work.head[before] < case:
            before = work.head[before]
        work.attach(noun, before, "nmod")
    elif work.rel(noun) not in ("obj", "nsubj") or _is_second_object(work, noun):
        work.dep[noun] = "obl"


def _is_second_object(work: Work, noun: int) -> bool:
    """ "covers trade, with a focus on grain": behind an object and a preposition stands no other object."""
    verb = work.head[noun]
    return work.rel(noun) == "obj" and any(work.rel(k) == "obj" and verb < k < noun for k in work.kids(verb))


def _return_object(work: Work, noun: int) -> None:
    """ "that had been given a fungus went": what stands right behind one verb is not part of the next."""
    verb, start = noun + 1, work.edges(noun)[0]
    giver = start - 1
    if work.tokens[verb].pos != "VERB" or not work.finite(verb) or giver < 1 or work.tokens[giver].pos != "VERB":
        return
    others = [k for k in work.kids(verb) if work.rel(k) == "nsubj" and k != noun]
    if others and work.rel(giver) == "acl" and not any(work.rel(k) == "obj" for k in work.kids(giver)):
        work.attach(noun, giver, "obj")


def seat_year(work: Work, year: int) -> None:
    """ "Under the Water Act 1991 companies must …": in a phrase that opens the sentence the year ends the name."""
    noun = work.head[year]
    opens = work.tokens[0].pos == "ADP" and 1 < year < noun and work.tokens[year - 1].pos in ("PROPN", "NOUN")
    if not opens or work.rel(year) != "nummod" or work.rel(noun) != "nsubj":
        return
    text = work.tokens[year].text
    if len(text) == 4 and text.isdigit() and work.tokens[year - 1].text[:1].isupper():
        name = year - 1
        while work.rel(name) in ("compound", "flat") and name < work.head[name] < year:
            name = work.head[name]
        work.attach(year, name, "nummod")


def invert(work: Work, noun: int) -> None:
    """ "After a degree in Greek came a doctorate": a noun behind a preposition is no subject; the one behind is."""
    verb = work.head[noun]
    case = work.edges(noun)[0]
    if work.dep[noun] != "nsubj" or noun > verb or work.tokens[case].pos != "ADP" or case < 1:
        return
    behind = next((k for k in work.kids(verb) if work.dep[k] == "obj" and k > verb), None)
    if behind is None or work.tokens[verb].lemma.lower() not in words("intransitive-verbs.txt"):
        return
    work.dep[behind] = "nsubj"
    held = next((k for k in work.kids(verb) if k == case - 1 or work.edges(k)[1] == case - 1), None)
    work.attach(noun, verb if held is None or work.tokens[held].pos not in NOMINAL else held, "nmod" if held else "obl")


def crown_due(work: Work, due: int) -> None:
    """ "The minister is due to tour the area": "due" is what the minister is, and "to tour" what for."""
    verb = work.head[due]
    if work.rel(due) != "mark" or not due + 1 < verb <= due + 4 or work.tokens[due + 1].lower != "to":
        return
    below = work.kids(verb)
    be = next((k for k in below if k < due and work.tokens[k].lemma.lower() == "be"), None)
    if be is None:
        return
    work.head[due], work.dep[due] = due if work.head[verb] == verb else work.head[verb], work.dep[verb]
    work.head[verb], work.dep[verb] = due, "xcomp"
    work.head[due + 1], work.dep[due + 1] = verb, "mark"
    for k in below:
        if k < due:
            work.head[k] = due
    work.dep[be] = "cop"
    for k in work.kids(due):
        work.dep[k] = "nsubj" if work.rel(k) == "nsubj" else work.dep[k]
