"""What the grammar of a sentence says of a pronoun and the mentions around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.referents.mentions import Role, names_person

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from factcheck.claims.referents.mentions import Referent
    from factcheck.claims.referents.pointers import Pointer
    from factcheck.model import Analysis, Token

# A pronoun stands at most so deep below a clause that is looked for.
DEEPEST = 12


def commanding(token: Token, analysis: Analysis) -> tuple[int, ...]:
    """The subjects of the clauses in which a word stands, from the inside out, that come before it."""
    found, at = [], token.i
    for _ in range(DEEPEST):
        head = analysis.tokens[at].head
        if head == at:
            break
        found += [k for k in analysis.children[head] if analysis.tokens[k].rel == "nsubj" and k < token.i and k != at]
        at = head
    return tuple(found)


def is_saying(token: Token, analysis: Analysis) -> bool:
    """Whether the word is the subject of a verb of saying."""
    return token.rel == "nsubj" and analysis.tokens[token.head].lemma.lower() in words("speech-verbs.txt")


def same_clause(mention: Collection[int], pointer: int, analysis: Analysis) -> bool:
    """Whether a mention and a pronoun belong to one verb."""
    return _verb(min(mention), analysis) == _verb(pointer, analysis)


def _verb(at: int, analysis: Analysis) -> int:
    tokens = analysis.tokens
    for _ in range(DEEPEST):
        if tokens[at].pos in ("VERB", "AUX") or tokens[at].head == at:
            break
        at = tokens[at].head
    return at


def _is_bound(referent: Referent, pointer: int, analysis: Analysis) -> bool:
    """Whether the mention is the subject of the clause in which the pronoun is an object: they are two."""
    tokens = analysis.tokens
    if tokens[pointer].rel == "nsubj" or tokens[pointer].dep == "nmod:poss":
        return False
    at = _verb(pointer, analysis)
    tops = {*referent.tokens, *(tokens[i].head for i in referent.tokens if tokens[i].rel in ("appos", "flat"))}
    return any(tokens[i].rel == "nsubj" and tokens[i].head == at for i in tops)


def unbound(
    before: Sequence[Referent], pointer: Pointer, analysis: Analysis, quoted: Collection[int]
) -> list[Referent]:
    """Those of the mentions before a pronoun that the grammar of the sentence lets it mean."""
    token = analysis.tokens[pointer.token]
    free = [r for r in before if not _is_bound(r, token.i, analysis)]
    if token.i in quoted:
        # Who speaks says "I" of himself.
        free = [r for r in free if not _speaks(r, quoted, analysis)]
    if not is_saying(token, analysis):
        return free
    if quoted and token.head not in quoted:
        # Whom a quotation speaks of is not who speaks it.
        free = [r for r in free if r.tokens.isdisjoint(quoted)]
    return [r for r in free if not _said_inside(r, token.head, analysis)]


def looks_ahead(pointer: Pointer, here: Sequence[Referent], analysis: Analysis) -> bool:
    """ "In her last book, Sorel …", "a woman who lost her parents": whether the one who is meant stands elsewhere."""
    topic = next((r for r in here if r.role is Role.TOPIC and r.may_be_person and r.named), None)
    token = analysis.tokens[pointer.token]
    ahead = topic is not None and min(topic.tokens) >= pointer.token and not _names_whose(token, analysis)
    return (ahead and token.dep == "nmod:poss") or _describes_another(token, analysis)


def _names_whose(token: Token, analysis: Analysis) -> bool:
    """ "Her lawyer, Ida Krantz": whether the pronoun's noun has a name behind it, which is somebody else's."""
    beside = (analysis.tokens[k] for k in analysis.children[token.head])
    return token.dep == "nmod:poss" and any(k.rel == "appos" and k.pos == "PROPN" for k in beside)


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


def _speaks(referent: Referent, quoted: Collection[int], analysis: Analysis) -> bool:
    """Whether the mention is who says what is quoted."""
    return any(i not in quoted and is_saying(analysis.tokens[i], analysis) for i in referent.tokens)


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
