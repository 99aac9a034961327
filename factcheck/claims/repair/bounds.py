"""Where a relative clause between commas begins and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.repair.relatives import comma_before

if TYPE_CHECKING:
    from factcheck.claims.repair.work import Work


def seat_relative_verb(work: Work, pronoun: int) -> None:
    """ "the charge, which her lawyer, Ada Bell, called unfair": the verb behind the name is the clause's."""
    noun = work.head[pronoun]
    nominal = [k for k in work.kids(pronoun) if k > pronoun and work.tokens[k].pos in ("NOUN", "PROPN")]
    if work.rel(pronoun) != "acl" or noun > pronoun or not nominal:
        return
    subject = nominal[0]
    for verb in work.kids(subject):
        if work.rel(verb) == "acl" and work.tokens[verb].tag in ("VBD", "VBN") and comma_before(work, verb):
            work.head[subject], work.dep[subject] = verb, "nsubj"
            work.head[verb], work.dep[verb] = noun, "acl:relcl"
            work.head[pronoun], work.dep[pronoun] = verb, "obj"
            return


def close_relative(work: Work, verb: int) -> None:
    """ "Ada, who paints, discussed her prints": a verb behind the second comma is what the noun does."""
    start = work.edges(verb)[0]
    if work.dep[verb] != "acl:relcl" or start < 1 or work.tokens[start - 1].tag != ",":
        return
    noun = work.head[verb]
    above = work.head[noun]
    ends = (k for k in work.kids(verb) if k > verb and work.rel(k) in ("conj", "parataxis") and work.finite(k))
    main = next((k for k in ends if comma_before(work, k) and not work.has_subject(k)), None)
    if (
        main is None
        or work.rel(noun) != "nsubj"
        or work.finite(above)
        or any(work.rel(k) == "cc" for k in work.kids(main))
    ):
        return
    work.head[main], work.dep[main] = (
        (main, work.dep[above])
        if work.head[above] == above
        else (
            work.head[above],
            work.dep[above],
        )
    )
    work.head[noun], work.head[above], work.dep[above] = main, main, "ccomp"


def leave_relative(work: Work, verb: int) -> None:
    """ "to Lagos, where she lives, at the next hearing": a relative clause between commas ends at the second one."""
    start = work.edges(verb)[0]
    if work.dep[verb] != "acl:relcl" or start < 1 or work.tokens[start - 1].text != ",":
        return
    above = work.head[work.head[verb]]
    while work.rel(above) in ("obl", "nmod", "obj", "conj") and work.tokens[above].pos != "VERB":
        above = work.head[above]
    told = [c for c in work.kids(verb) if work.rel(c) == "ccomp"]
    for k in (k for top in (verb, *told) for k in work.kids(top)):
        lead = work.edges(k)[0]
        if k > verb and work.rel(k) == "obl" and work.tokens[lead - 1].text == "," and work.tokens[above].pos == "VERB":
            work.attach(k, above, "obl")
