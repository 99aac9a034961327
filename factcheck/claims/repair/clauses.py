"""Joined verbs, conditions, sources and sayings put where they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.repair.names import speaker_between_commas
from factcheck.claims.repair.work import FINITE, NOMINAL

if TYPE_CHECKING:
    from factcheck.claims.repair.work import Work

# "the bank's chief economist said" is about as long as a saying between commas gets.
SAYING_WORDS = 9


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
    others = [k for k in range(start, end) if k != verb and work.tokens[k].pos in ("VERB", "SCONJ", "CCONJ")]
    return (start, end) if closed and not others else (None, None)


def _subject_within(work: Work, verb: int, start: int, end: int) -> int | None:
    before = [k for k in range(start, verb) if work.tokens[k].pos in ("NOUN", "PROPN", "PRON")]
    if before:
        noun = before[-1]
        if any(work.tokens[k].pos == "ADP" for k in range(start, start + 1)):
            return None
    else:
        after = [k for k in range(verb + 1, end) if work.tokens[k].pos in ("NOUN", "PROPN", "PRON")]
        aided = any(work.rel(k) in ("aux", "mark") for k in work.kids(verb))
        if not after or aided or work.tokens[verb + 1].pos in ("ADP", "ADV", "ADJ") or work.rel(after[0]) == "obj":
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
    verbs = [k for k in verbs if work.rel(k) != "acl" or work.head[k] == verb]
    if verbs:
        return next((k for k in verbs if work.rel(k) == "ccomp"), verbs[0])
    carriers = [k for k in range(start) if work.tokens[k].tag in FINITE]
    if not carriers:
        return None
    first = carriers[0]
    return work.head[first] if work.rel(first) in ("aux", "cop") and not start <= work.head[first] < end else first


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
