"""Relative and participial clauses put where they belong, and subjects that were lost on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.decomposition.grammar import past
from factcheck.claims.repair.work import NOMINAL
from factcheck.facets.lexicon import falls_under

if TYPE_CHECKING:
    from factcheck.claims.repair.work import Work

_ATTACHABLE = frozenset(
    ["parataxis", "conj", "advcl", "acl", "ccomp", "xcomp", "appos", "dep", "list", "acl:relcl", "amod", "compound"]
)


def attach_relative(work: Work, pronoun: int) -> None:
    """ "X, who ran Y, won Z": "ran" belongs to X, and "won" takes the place that it had."""
    verb = _verb_over(work, pronoun)
    if verb is None or work.dep[verb].startswith("acl") or verb < pronoun:
        return
    if work.tokens[pronoun].lower == "where" and work.tokens[pronoun - 1].text != ",":
        return
    noun = _antecedent(work, pronoun)
    if noun is None:
        return
    noun = _person_over(work, noun) if work.tokens[pronoun].lower in ("who", "whom") else noun
    if work.below(noun, verb):
        _raise_antecedent(work, noun, verb)
    work.attach(verb, noun, "acl:relcl")


def choose_person(work: Work, verb: int) -> None:
    """ "agreements for executives, who …": "who" speaks of people, not of agreements, and "which" not of people."""
    asked = (k for k in work.kids(verb) if work.tokens[k].lower in ("who", "which") and work.rel(k) == "nsubj")
    pronoun = next(asked, None)
    holder = work.head[verb]
    if pronoun is None or not 0 <= holder < pronoun or work.tokens[holder].pos != "NOUN":
        return
    wanted = work.tokens[pronoun].lower == "who"
    if is_person(work, holder) == wanted or (wanted and falls_under(work.tokens[holder].lemma.lower(), "group")):
        return
    for k in range(pronoun - 1, 0 if wanted else holder, -1):
        heads = work.tokens[k].pos == "NOUN" and work.rel(k) not in ("compound", "amod", "nmod:poss")
        if heads and is_person(work, k) == wanted:
            work.attach(verb, k, "acl:relcl")
            return
        if work.finite(k) and work.tokens[k].pos in ("VERB", "AUX"):
            return


def agree_relative(work: Work, verb: int) -> None:
    """A relative clause belongs to a noun that agrees with its verb in number."""
    carrier = next((k for k in (verb, *work.kids(verb)) if work.tokens[k].tag in ("VBP", "VBZ")), None)
    pronoun = next(
        (k for k in work.kids(verb) if work.rel(k) == "nsubj" and work.tokens[k].lower in ("that", "which", "who")),
        None,
    )
    holder = work.head[verb]
    if carrier is None or pronoun is None or holder >= pronoun or any(work.rel(k) == "conj" for k in work.kids(holder)):
        return
    plural = work.tokens[carrier].tag == "VBP"
    if (work.tokens[holder].tag in ("NNS", "NNPS")) == plural or work.tokens[holder].pos not in ("NOUN", "PROPN"):
        return
    for k in range(pronoun - 1, max(-1, pronoun - 9), -1):
        if (
            work.tokens[k].pos == "NOUN"
            and (work.tokens[k].tag == "NNS") == plural
            and work.rel(k) not in ("compound", "amod")
        ):
            work.attach(verb, k, "acl:relcl")
            return


def name_relative(work: Work, verb: int) -> None:
    """ "its alliance with Japan, which …": behind a comma, "which" and "who" speak of the name right before it."""
    pronoun = next(
        (k for k in work.kids(verb) if work.tokens[k].lower in ("which", "who") and work.rel(k) == "nsubj"), None
    )
    if (
        pronoun is None
        or pronoun < 2
        or work.tokens[pronoun - 1].text != ","
        or work.tokens[pronoun - 2].pos != "PROPN"
    ):
        return
    name = _antecedent(work, pronoun)
    holder = work.head[verb]
    person = name if name is None or work.tokens[pronoun].lower != "who" else _person_over(work, name)
    if person is not None and person != name:
        work.attach(verb, person, "acl:relcl")
    elif name is not None and work.rel(name) in ("nmod", "obl") and work.tokens[holder].pos == "NOUN":
        work.attach(verb, name, "acl:relcl")


def raise_from_measure(work: Work, verb: int) -> None:
    """ "a rise of 7.5% which took effect": the rise did, not the figure."""
    holder = work.head[verb]
    if work.tokens[holder].pos in ("NUM", "SYM") and work.rel(holder) == "nmod" and work.head[holder] < holder:
        work.attach(verb, work.head[holder], work.dep[verb])


def is_person(work: Work, i: int) -> bool:
    """Whether the noun calls somebody what they are."""
    lemma = work.tokens[i].lemma.lower()
    return work.tokens[i].pos == "NOUN" and (lemma == "people" or falls_under(lemma, "person"))


def _person_over(work: Work, name: int) -> int:
    """ "a citizen of Oslo, who …": the citizen, not the town."""
    at = name
    if any(work.tokens[k].lemma.lower() in words("kinship.txt") for k in (name, work.head[name])):
        return name
    before = work.edges(name)[0] - 1
    if work.rel(name) == "obl" and before >= 0 and is_person(work, before):
        return before
    while work.rel(at) in ("nmod", "appos", "flat", "compound") and work.head[at] < at:
        at = work.head[at]
        if is_person(work, at):
            return at
    return name


def _verb_over(work: Work, i: int) -> int | None:
    for _ in range(4):
        i = work.head[i]
        if work.tokens[i].pos in ("VERB", "AUX") or any(work.rel(k) == "cop" for k in work.kids(i)):
            return i
    return None


def _antecedent(work: Work, pronoun: int) -> int | None:
    at = pronoun - 1
    if work.tokens[at].lower == "of" and work.rel(pronoun) == "nmod" and work.head[pronoun] < at:
        at = work.edges(work.head[pronoun])[0] - 1
    while at >= 0 and (work.tokens[at].pos in ("PUNCT", "ADP") or work.tokens[at].text in ("’s", "'s")):
        at -= 1
    if at < 0 or work.tokens[at].pos not in NOMINAL:
        return None
    while (
        work.rel(at) in ("compound", "flat", "amod", "nummod", "det", "case", "list", "goeswith")
        and work.head[at] < pronoun
        and work.head[at] != at
    ):
        at = work.head[at]
    return at if work.tokens[at].pos in NOMINAL else None


def _raise_antecedent(work: Work, noun: int, verb: int) -> None:
    for _ in range(len(work.head)):
        if work.head[noun] in (verb, noun):
            break
        noun = work.head[noun]
    main = _main_verb_after(work, verb)
    old_head, old_dep = work.head[verb], work.dep[verb]
    was_root = old_head == verb
    start = work.edges(noun)[0]
    if main is None:
        work.head[noun], work.dep[noun] = (noun, old_dep) if was_root else (old_head, old_dep)
        return
    work.head[main], work.dep[main] = (main, old_dep) if was_root else (old_head, old_dep)
    for k in work.kids(verb):
        if k < start or (k > main and k != main):
            work.head[k] = main
    held = any(work.rel(k) == "case" for k in work.kids(noun)) or work.has_subject(main)
    work.head[noun], work.dep[noun] = main, "obl" if held else "nsubj"


def _main_verb_after(work: Work, verb: int) -> int | None:
    """The verb of the main clause that goes on behind a relative clause; it may have a subject of its own."""
    for i in range(verb + 1, len(work.head)):
        if work.tokens[i].pos not in ("VERB", "AUX") and not any(work.rel(k) == "cop" for k in work.kids(i)):
            continue
        if (
            work.below(i, verb)
            and work.finite(i)
            and work.dep[i] in _ATTACHABLE
            and (_goes_on(work, i) if work.has_subject(i) else comma_before(work, i))
        ):
            return i
    return None


def _goes_on(work: Work, i: int) -> bool:
    """Whether a clause with a subject stands right behind a comma, and nothing joins it to the one before."""
    start = work.edges(i)[0]
    joined = any(work.rel(k) in ("mark", "cc") for k in work.kids(i)) or work.rel(i) == "acl"
    return not joined and start > 0 and work.tokens[start - 1].text == ","


def comma_before(work: Work, i: int) -> bool:
    """Whether a comma, a dash or a closing mark stands before the verb and its auxiliaries."""
    at = min([i, *[k for k in work.kids(i) if k < i and work.rel(k) in ("aux", "cop", "advmod")]]) - 1
    return at >= 0 and (work.tokens[at].text in ("—", "–", ")", "”", '"') or work.tokens[at].tag == ",")


def find_lost_subject(work: Work) -> None:
    """A sentence whose top is a noun, with a finite verb without a subject further on: that noun is its subject."""
    for root in [i for i in range(len(work.head)) if work.head[i] == i]:
        if work.tokens[root].pos not in NOMINAL or any(
            work.rel(k) in ("cop", "nsubj", "case") for k in work.kids(root)
        ):
            continue
        verb = _free_verb(work, root) or _hidden_past(work, root)
        if verb is not None:
            _crown(work, verb, root)


def _free_verb(work: Work, root: int) -> int | None:
    for i in range(root + 1, len(work.head)):
        if work.tokens[i].pos not in ("VERB", "AUX") or work.has_subject(i):
            continue
        if not (work.finite(i) or _is_past_beside(work, i)):
            continue
        direct = work.head[i] == root and work.dep[i] in _ATTACHABLE and work.dep[i] != "acl:relcl"
        behind_clause = (
            work.rel(i) in ("conj", "parataxis", "advcl") and comma_before(work, i) and work.rel(work.head[i]) == "acl"
        )
        if (direct or behind_clause) and not any(work.rel(k) == "mark" for k in work.kids(i)):
            return i
    return None


def _is_past_beside(work: Work, i: int) -> bool:
    """ "The bank, Norte, cut 40 jobs": a form that can be a past tense, beside the noun instead of below it."""
    token = work.tokens[i]
    alone = not any(work.rel(k) in ("aux", "mark") for k in work.kids(i))
    return token.tag == "VBN" and work.rel(i) == "parataxis" and alone and token.lower == past(token.lemma.lower())


def _hidden_past(work: Work, root: int) -> int | None:
    """ "Revenue increased by 6%": where no main clause has a verb, a participle that can be a past tense is one."""
    if any(work.finite(k) and not _is_subordinate(work, k) for k in range(len(work.head)) if k != root):
        return None
    found = [
        t.i
        for t in work.tokens[root + 1 :]
        if t.tag in ("VBN", "VBD")
        and work.dep[t.i] == "acl"
        and work.below(t.i, root)
        and not comma_before(work, t.i)
        and not any(work.rel(k) in ("aux", "obl:agent") for k in work.kids(t.i))
        and t.lower == past(t.lemma.lower())
    ]
    return found[-1] if found else None


def _is_subordinate(work: Work, verb: int) -> bool:
    at = verb
    for _ in range(len(work.head)):
        if work.rel(at) in ("acl", "advcl", "ccomp", "csubj"):
            return True
        if work.head[at] == at:
            return False
        at = work.head[at]
    return False


def _crown(work: Work, verb: int, root: int) -> None:
    dep = work.dep[root]
    work.head[verb], work.dep[verb] = verb, dep
    for k in work.kids(root):
        if k > verb or (work.rel(k) in ("conj", "parataxis") and work.tokens[k].pos == "VERB"):
            work.head[k] = verb
    work.head[root], work.dep[root] = verb, "nsubj"
