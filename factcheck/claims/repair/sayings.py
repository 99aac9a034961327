"""Sayings between commas set beside the clause that they are said of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.repair.names import speaker_between_commas
from factcheck.claims.repair.work import FINITE, NOMINAL

if TYPE_CHECKING:
    from factcheck.claims.repair.work import Work

# "the bank's chief economist said" is about as long as a saying between commas gets.
SAYING_WORDS = 9


def set_apart_saying(work: Work, verb: int) -> None:
    """ "…, he conceded, …" and "…, the mayor said." are said of the clause around them."""
    start, end = _segment(work, verb)
    if start is None or end is None or not work.finite(verb):
        return
    named = speaker_between_commas(work, start) if start == verb else None
    subject = _subject_within(work, verb, start, end) if named is None else named[1]
    start = start if named is None else named[0]
    main = _said(work, verb, start, end)
    if subject is None or main is None:
        return
    main = work.head[main] if work.rel(main) == "xcomp" and work.head[main] < start else main
    old_head, old_dep = work.head[verb], work.dep[verb]
    if work.below(main, verb):
        work.head[main], work.dep[main] = (main, "ROOT") if old_head == verb else (old_head, old_dep)
    work.head[verb], work.dep[verb] = main, "parataxis"
    for k in range(len(work.head)):
        inside = start <= k < end
        if k in (verb, main):
            continue
        if not inside and start <= work.head[k] < end and work.tokens[k].pos != "PUNCT":
            if (work.head[k] != verb and work.rel(k) in ("acl", "appos")) or _accompanies(work, k, end):
                continue
            work.head[k] = main
            if work.rel(k) == "ccomp":
                bare = k < main and work.tokens[k].pos in NOMINAL and not work.has_subject(main)
                work.dep[k] = "nsubj" if bare and not work.has_subject(k) else "conj"
        elif inside and not start <= work.head[k] < end:
            work.head[k] = verb
    work.head[subject], work.dep[subject] = verb, "nsubj"
    if named is not None:
        work.head[named[2]], work.dep[named[2]] = subject, "appos"
        for k in (k for k in work.kids(verb) if k > verb and work.rel(k) == "nsubj"):
            work.dep[k] = "iobj"


def _accompanies(work: Work, k: int, end: int) -> bool:
    """ "…, he urged, lending his support": a participle right behind the saying is the speaker's."""
    return k == end + 1 and work.rel(k) == "advcl" and work.tokens[k].tag == "VBG"


def _segment(work: Work, verb: int) -> tuple[int | None, int | None]:
    """The words between commas that hold the verb, if there are few and the sentence goes on before them."""
    marks = (",", "”", '"', "—", "–", "’")
    start = verb
    while start > 0 and verb - start < SAYING_WORDS and work.tokens[start - 1].text not in marks:
        start -= 1
    if start < 2 or work.tokens[start - 1].text not in marks:
        return None, None
    end = verb + 1
    while (
        end < len(work.tokens)
        and end - verb < SAYING_WORDS
        and work.tokens[end].text not in (*marks, ".", ";", ":", "?", "!")
    ):
        end += 1
    closed = end == len(work.tokens) or work.tokens[end].pos == "PUNCT"
    others = [k for k in range(start, end) if k != verb and _tells_more(work, k, verb)]
    return (start, end) if closed and not others else (None, None)


def _tells_more(work: Work, k: int, verb: int) -> bool:
    """Whether a word shows that more than a saying stands between the commas: "said the office was"."""
    token = work.tokens[k]
    second = token.pos == "AUX" and token.tag in FINITE and k > verb and work.head[k] != verb
    return second or token.pos in ("VERB", "SCONJ", "CCONJ")


def _subject_within(work: Work, verb: int, start: int, end: int) -> int | None:
    before = [k for k in range(start, verb) if work.tokens[k].pos in ("NOUN", "PROPN", "PRON")]
    if before:
        noun = before[-1]
        if any(work.tokens[k].pos == "ADP" for k in range(start, start + 1)):
            return None
    else:
        after = [k for k in range(verb + 1, end) if work.tokens[k].pos in ("NOUN", "PROPN", "PRON")]
        aided = any(work.rel(k) in ("aux", "mark") for k in work.kids(verb))
        if (
            not after
            or aided
            or work.tokens[verb + 1].pos in ("ADP", "ADV", "ADJ")
            or work.rel(after[0]) in ("obj", "iobj")
        ):
            return None
        noun = after[0]
        while (
            start <= work.head[noun] < end
            and work.head[noun] != verb
            and work.rel(noun) in ("compound", "amod", "nmod", "flat")
        ):
            noun = work.head[noun]
    while (
        start <= work.head[noun] < verb and work.head[noun] != noun and work.rel(noun) in ("compound", "flat", "nmod")
    ):
        noun = work.head[noun]
    return noun


def _said(work: Work, verb: int, start: int, end: int) -> int | None:
    """The predicate of the clause that is said."""
    head = work.head[verb]
    if head != verb and not start <= head < end:
        return head
    kids = [k for k in range(len(work.head)) if start <= work.head[k] < end and not start <= k < end]
    verbs = [
        k for k in kids if work.tokens[k].pos in ("VERB", "AUX") or any(work.rel(c) == "cop" for c in work.kids(k))
    ]
    verbs = [k for k in verbs if work.tokens[k].tag != "VBG" or any(work.rel(c) == "aux" for c in work.kids(k))]
    verbs = [k for k in verbs if (work.rel(k) != "acl" or work.head[k] == verb) and not _is_by_the_way(work, k)]
    if verbs:
        return next((k for k in verbs if work.rel(k) == "ccomp"), verbs[0])
    carriers = [k for k in range(start) if work.tokens[k].tag in FINITE]
    if not carriers:
        return None
    first = carriers[0]
    return work.head[first] if work.rel(first) in ("aux", "cop") and not start <= work.head[first] < end else first


def _is_by_the_way(work: Work, k: int) -> bool:
    """ "as the ship sailed", "asked about the cost": a clause that tells when or how something was said."""
    marked = any(work.rel(c) == "mark" for c in work.kids(k))
    return work.rel(k) == "advcl" and (marked or (work.tokens[k].tag == "VBN" and not work.has_subject(k)))


def return_subject(work: Work, verb: int) -> None:
    """ "said the plan, which cost £4 million, was dead": what is said has the noun for its subject, not "said"."""
    noun = next((k for k in work.kids(verb) if work.dep[k] == "obj" and k > verb), None)
    if noun is None or any(work.rel(k) == "mark" for k in work.kids(verb)):
        return
    sure = ("ccomp", "conj", "parataxis") if work.tokens[verb].lemma.lower() == "say" else ("ccomp",)
    said = [
        k for k in work.kids(verb) if k > noun and work.rel(k) in sure and work.finite(k) and not work.has_subject(k)
    ]
    if len(said) != 1 or any(work.rel(k) in ("cc", "mark") for k in work.kids(said[0])):
        return
    before = work.edges(said[0])[0] - 1
    while work.tokens[before].text in ("“", '"', "”"):
        before -= 1
    if work.tokens[before].text == "," and before > work.edges(noun)[1]:
        work.head[noun], work.dep[noun] = said[0], "nsubj"
        work.dep[said[0]] = "ccomp"
