"""Whom "he" and "she" mean: the only one who fits, or the one whom the draft is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.referents.discourse import CANDIDATES, Found, sole
from factcheck.claims.referents.mentions import Role, names_person
from factcheck.facets import lexicon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from factcheck.claims.referents.discourse import Discourse
    from factcheck.claims.referents.mentions import Referent
    from factcheck.claims.referents.pointers import Pointer
    from factcheck.model import Analysis, Token

# So many times as often as anybody else must one be named for an open "she" to mean them.
LEAD = 2
# How many sentences back the one whom the draft is about may be named, where nobody else was since.
NEAR = 5
# A pronoun stands at most so deep below the clause that it is looked for in.
DEEPEST = 12


def person(draft: Discourse, pointer: Pointer, before: Sequence[Referent], *, sure: bool = False) -> Found | None:
    """The one person whom "he" or "she" can mean; `before` are the mentions earlier in the sentence.

    `sure`: only where nobody else fits, not where one of several is whom the draft is about.
    """
    own = _compatible(draft, pointer.wants, before)
    last = _last(draft, pointer.wants)
    pool = own or last
    one = sole(pool)
    if one is not None and _certain(one) and (one.role < Role.OBLIQUE or not _rival(draft, pointer.wants, one, own)):
        where = "in the sentence" if own else "before"
        return Found(one, f"the only one named {where}")
    return None if sure else _leading(draft, pointer, {**last, **own} if one is not None else pool)


def candidates(draft: Discourse, pointer: Pointer, before: Sequence[Referent]) -> list[Referent]:
    """All whom "he" or "she" may mean."""
    found = {**_last(draft, pointer.wants), **_compatible(draft, pointer.wants, before)}
    return sorted(found.values(), key=lambda r: -draft.mentions[r.key])[:CANDIDATES]


def _compatible(draft: Discourse, wants: str, mentions: Iterable[Referent]) -> dict[str, Referent]:
    """Those who may be meant, each once, in its most prominent mention."""
    found: dict[str, Referent] = {}
    for mention in mentions:
        if not mention.may_be_person or (_gender(draft, mention) or wants) != wants:
            continue
        best = found.get(mention.key)
        if best is None or mention.role < best.role:
            found[mention.key] = mention
    people = [r for r in found.values() if r.is_person and r.named]
    return {key: r for key, r in found.items() if not any(_outranks(one, r, wants) for one in people)}


def _gender(draft: Discourse, mention: Referent) -> str | None:
    earlier = draft.known.get(mention.key)
    return mention.gender or (earlier.gender if earlier is not None else None)


def _last(draft: Discourse, wants: str) -> dict[str, Referent]:
    """The people of the last sentence that names any."""
    groups = (_compatible(draft, wants, group) for group in reversed(draft.past))
    return next((group for group in groups if group), {})


def _rival(draft: Discourse, wants: str, one: Referent, own: dict[str, Referent]) -> bool:
    """Whether somebody else was just spoken of, where the only one named is no subject."""
    groups = [group for mentions in reversed(draft.past) if (group := _compatible(draft, wants, mentions))]
    before = groups if own else groups[1:]
    return bool(before) and any(key != one.key for key in before[0])


def _leading(draft: Discourse, pointer: Pointer, pool: dict[str, Referent]) -> Found | None:
    """Of several, the one whom the draft is about so far."""
    named = any(r.named and (r.is_person or r.acts) for r in pool.values())
    found = dict(pool)
    if not named:
        last = max((r.sentence for r in draft.past[-1]), default=0) if draft.past else 0
        near = [r for r in map(draft.known.__getitem__, draft.leaders) if last - r.sentence <= NEAR]
        found = {**_compatible(draft, pointer.wants, near), **found}
    ranked = sorted(found.values(), key=lambda r: -draft.mentions[r.key])
    if not ranked or not _certain(ranked[0]):
        return None
    if any(r.role < ranked[0].role for r in pool.values() if r.role <= Role.SUBJECT and (named or r.named)):
        return None
    rest = draft.mentions[ranked[1].key] if len(ranked) > 1 else 0
    leads = draft.mentions[ranked[0].key] > (LEAD if pointer.prominent else 2 * LEAD) * (rest + 1)
    return Found(ranked[0], "whom the draft is about") if leads else None


def _outranks(one: Referent, other: Referent, wants: str) -> bool:
    """Whether somebody named leaves no doubt beside what may be nobody, or a nobody of no weight in the sentence."""
    if other.is_person:
        return not other.named and other.role >= Role.OBJECT >= one.role
    return not other.acts and (one.role <= other.role or (one.gender == wants and one.role <= Role.OBJECT))


def _certain(one: Referent) -> bool:
    """Whether words of the draft can stand for the person, and it is one."""
    if not one.text or one.role > (Role.PART if one.named else Role.SUBJECT):
        return False
    return one.is_person or (one.acts and one.role <= Role.SUBJECT and not lexicon.known(one.text, "NOUN"))


def unbound(before: Sequence[Referent], pointer: Pointer, analysis: Analysis) -> list[Referent]:
    """Those of the mentions before a pronoun whom the grammar of the sentence lets it mean."""
    token = analysis.tokens[pointer.token]
    free = [r for r in before if not _bound(r, token.i, analysis)]
    if token.rel != "nsubj" or analysis.tokens[token.head].lemma.lower() not in words("speech-verbs.txt"):
        return free
    return [r for r in free if not _said_inside(r, token.head, analysis)]


def names_whose(token: Token, analysis: Analysis) -> bool:
    """ "Her lawyer, Ida Krantz": whether the pronoun's noun has a name behind it, which is somebody else's."""
    beside = (analysis.tokens[k] for k in analysis.children[token.head])
    return token.dep == "nmod:poss" and any(k.rel == "appos" and k.pos == "PROPN" for k in beside)


def quotes(pointer: Pointer, quoted: Collection[int], analysis: Analysis) -> bool:
    """Whether the pronoun stands beside a quotation for who says it: "…," she said."""
    token = analysis.tokens[pointer.token]
    says = token.rel == "nsubj" and analysis.tokens[token.head].lemma.lower() in words("speech-verbs.txt")
    return says and bool(quoted) and token.head not in quoted


def looks_ahead(pointer: Pointer, here: Sequence[Referent], analysis: Analysis) -> bool:
    """ "In her last book, Sorel …", "a woman who lost her parents": whether the one who is meant stands elsewhere."""
    topic = next((r for r in here if r.role is Role.TOPIC and r.may_be_person and r.named), None)
    token = analysis.tokens[pointer.token]
    ahead = topic is not None and min(topic.tokens) >= pointer.token and not names_whose(token, analysis)
    return (ahead and token.dep == "nmod:poss") or _describes_another(token, analysis)


def _describes_another(token: Token, analysis: Analysis) -> bool:
    """Whether a pronoun stands in a clause that says who somebody is."""
    at = token.i
    for _ in range(DEEPEST):
        head = analysis.tokens[at].head
        if head == at:
            return False
        noun = analysis.tokens[head]
        if analysis.tokens[at].rel == "acl" and head < token.i and noun.tag in ("NN", "PRP"):
            return noun.pos == "PRON" or names_person(noun.lemma.lower())
        at = head
    return False


def _said_inside(referent: Referent, verb: int, analysis: Analysis) -> bool:
    """Whether a mention stands in what the verb of saying reports, not beside it."""
    tokens = analysis.tokens
    interrupts = tokens[verb].rel == "parataxis"
    at = next((i for i in referent.tokens if tokens[i].head not in referent.tokens), min(referent.tokens))
    for _ in range(len(tokens)):
        head = tokens[at].head
        if head == verb:
            return tokens[at].rel in ("ccomp", "parataxis", "dep")
        if head == at:
            return interrupts
        at = head
    return False


def _bound(referent: Referent, pointer: int, analysis: Analysis) -> bool:
    """Whether the mention is the subject of the clause in which the pronoun is an object: they are two."""
    tokens = analysis.tokens
    if tokens[pointer].rel == "nsubj" or tokens[pointer].dep == "nmod:poss":
        return False
    at = pointer
    while tokens[at].pos not in ("VERB", "AUX") and tokens[at].head != at:
        at = tokens[at].head
    tops = {*referent.tokens, *(tokens[i].head for i in referent.tokens if tokens[i].rel in ("appos", "flat"))}
    return any(tokens[i].rel == "nsubj" and tokens[i].head == at for i in tops)
