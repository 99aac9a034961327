"""Participles, and clauses of time, hung on the noun or the verb that they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.decomposition.grammar import past, past_participle
from factcheck.claims.repair.relatives import comma_before

if TYPE_CHECKING:
    from factcheck.claims.repair.work import Work

_BESIDE = ("ccomp", "conj", "parataxis", "advcl")


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
    listed = any(work.rel(k) == "conj" and k > i for k in work.kids(head))
    if work.rel(i) == "conj" and work.tokens[head].tag not in ("VBG", "VB") and work.tokens[head].pos == "VERB":
        work.dep[i] = "conj" if listed else "advcl"
    for k in work.kids(i):
        if k < at and work.rel(k) not in ("mark", "cc"):
            work.attach(k, head, "obl")


def leave_noun(work: Work, i: int) -> None:
    """ "…, arguing that …": behind a comma and a whole clause, an -ing form tells what the clause's subject does."""
    noun = work.head[i]
    if work.rel(i) != "acl" or noun > i or i < 2 or work.tokens[i - 1].text not in (",", "–", "—", "--"):
        return
    if any(work.rel(k) in ("mark", "aux", "nsubj", "cc") for k in work.kids(i)):
        return
    at = noun
    while work.head[at] != at and not (work.tokens[at].pos in ("VERB", "AUX") and work.finite(at)):
        at = work.head[at]
    closed = all(work.edges(k)[0] < i for k in work.kids(at) if work.rel(k) in ("nsubj", "obj", "obl", "cop", "aux"))
    if noun < at or at > i or not work.finite(at) or not work.has_subject(at) or not closed:
        return
    work.attach(i, at, "advcl")


def hang_perfect(work: Work, i: int) -> None:
    """ "…, having gone up before": a clause that "having" opens is no sentence of its own."""
    opened = any(work.rel(k) == "aux" and work.tokens[k].lower == "having" for k in work.kids(i))
    if work.rel(i) == "parataxis" and opened and not work.has_subject(i):
        work.dep[i] = "advcl"


def seat_participle(work: Work, i: int) -> None:
    """ "in an office overlooking the docks": without a comma, the participle belongs to the noun right before it."""
    if work.rel(i) != "advcl" or any(work.rel(k) in ("mark", "case", "aux", "nsubj", "cc") for k in work.kids(i)):
        return
    noun = _noun_before(work, i)
    if noun is None or work.head[noun] == noun:
        return
    placed = work.dep[noun] in ("obl", "nmod") and work.head[noun] == work.head[i] and noun > work.head[i]
    if placed if noun == i - 1 else _is_described(work, noun, i):
        work.attach(i, noun, "acl")


def _noun_before(work: Work, i: int) -> int | None:
    """The noun right before a participle, or before the comma and the adverb before it."""
    at = i - 1
    while at > 0 and work.tokens[at].pos == "ADV":
        at -= 1
    at -= 1 if at != i - 1 or work.tokens[at].text == "," else 0
    return at if at >= 0 and work.tokens[at].pos in ("NOUN", "PROPN") else None


def _is_described(work: Work, noun: int, i: int) -> bool:
    """ "asks about this group, often called X": a past participle behind a comma belongs to the noun before it."""
    behind = work.tokens[i].tag == "VBN" and work.head[i] < noun and work.rel(noun) in ("obj", "obl", "nmod")
    behind = behind and work.tokens[work.head[i]].tag != "VBN" and not any(work.rel(k) == "conj" for k in work.kids(i))
    return behind and work.tokens[noun].lemma.lower() not in words("time-nouns.txt")


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


def part_from_verb(work: Work, verb: int) -> None:
    """ "The bridge, built in 1920, collapsed": the verb behind the second comma is the subject's, the first describes
    it."""
    if not comma_before(work, verb) or any(work.rel(k) in ("cc", "mark", "nsubj") for k in work.kids(verb)):
        return
    joined = [k for k in (*work.kids(verb), work.head[verb]) if k < verb and _is_bare_participle(work, k)]
    first = next((k for k in joined if work.rel(k if work.head[k] == verb else verb) in _BESIDE), None)
    if first is None or not work.finite(verb):
        return
    subject = next((k for k in work.kids(first) if work.rel(k) == "nsubj" and k < first), None)
    if subject is None or work.edges(subject)[1] + 2 != first or not comma_before(work, first):
        return
    if work.head[verb] == first:
        top = work.head[first] == first
        work.head[verb], work.dep[verb] = (verb, "ROOT") if top else (work.head[first], work.dep[first])
    work.head[subject] = verb
    for k in work.kids(first):
        if k > verb:
            work.head[k] = verb
    work.head[first], work.dep[first] = subject, "acl"


def crown_main(work: Work, first: int) -> None:
    """ "Asked why it failed, Lena Fors pauses": an opening participle tells when; the verb with a subject tells."""
    opens = all(t.pos in ("PUNCT", "ADV") for t in work.tokens[:first]) and work.head[first] == first
    if not opens or work.tokens[first].tag not in ("VBN", "VBD", "VBG") or work.has_subject(first):
        return
    later = (k for k in work.kids(first) if k > first and work.finite(k) and work.has_subject(k))
    main = next((k for k in later if work.tokens[max(0, work.edges(k)[0] - 1)].text == ","), None)
    if main is None or any(work.rel(k) in ("mark", "cc") for k in work.kids(main)):
        return
    if any(work.rel(k) in ("aux", "cop") for k in work.kids(first)):
        return
    work.head[main], work.dep[main] = main, work.dep[first]
    work.head[first], work.dep[first] = main, "advcl"
    for k in work.kids(first):
        if k > main:
            work.head[k] = main


def crown_past(work: Work, verb: int) -> None:
    """ "Midfielder Adam scored wonder goal": behind a name, in a line without another verb, a past form is the verb."""
    noun = work.head[verb]
    form = work.tokens[verb].lower == past(work.tokens[verb].lemma.lower()) and work.tokens[verb].tag in ("VBD", "VBN")
    if (
        not form
        or work.dep[verb] != "amod"
        or noun < verb
        or any(work.rel(k) in ("aux", "cop") for k in work.kids(noun))
    ):
        return
    subject = _name_before(work, verb)
    root = next(i for i, head in enumerate(work.head) if head == i)
    led = any(k < verb and k != subject and work.tokens[k].pos != "PUNCT" for k in work.kids(noun))
    if subject is None or led or root not in (noun, subject) or work.finite(root):
        return
    for k in (k for k in work.kids(root) if k not in (verb, subject, noun) and work.rel(k) in ("conj", "parataxis")):
        work.head[k] = verb
    work.head[verb], work.dep[verb] = verb, work.dep[root]
    work.head[subject], work.dep[subject] = verb, "nsubj"
    work.head[noun], work.dep[noun] = verb, "obj"


def _name_before(work: Work, verb: int) -> int | None:
    """The head of the name that ends right before a word, or before the commas that part the two."""
    own = next((k for k in work.kids(verb) if work.rel(k) == "nsubj"), None)
    at = verb - 1
    if own is not None or at < 0:
        return own
    if work.tokens[at].text == ",":
        root = next(i for i, head in enumerate(work.head) if head == i)
        closed = root < at and work.tokens[root].pos == "PROPN" and work.tokens[root + 1].text == ","
        return root if closed and not any(t.text in (";", ":") for t in work.tokens[:at]) else None
    if work.tokens[at].pos != "PROPN":
        return None
    while work.rel(at) in ("flat", "compound") and work.head[at] < verb and work.tokens[work.head[at]].pos == "PROPN":
        at = work.head[at]
    before = work.edges(at)[0]
    return at if before == 0 and work.head[at] != at and work.head[at] > verb else None


def _is_bare_participle(work: Work, i: int) -> bool:
    form = work.tokens[i].lower == past_participle(work.tokens[i].lemma.lower())
    return form and work.tokens[i].tag in ("VBD", "VBN") and not any(work.rel(k) == "aux" for k in work.kids(i))


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
