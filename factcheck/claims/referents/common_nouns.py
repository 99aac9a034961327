"""Common nouns as referents: the phrase that each heads, and how it stands in brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.referents.mentions import Referent, gendered, names_person, role_of

if TYPE_CHECKING:
    from factcheck.claims.referents.mentions import Scene
    from factcheck.model import Analysis, Token

# A phrase of more words, its article apart, does not stand for a pronoun in a readable claim.
LONGEST_PHRASE = 9
# A participle's phrase of more words, the participle with it, is no part of what names a thing.
LONGEST_DESCRIPTION = 4
_DEMONSTRATIVE = frozenset(["this", "that", "these", "those"])
_DEFINITE = _DEMONSTRATIVE | {"the", "both"}
_INDEFINITE = frozenset(["a", "an", "some", "another"])
_MARKS = frozenset('"“”«»')
_INSIDE_PHRASE = frozenset(["det", "amod", "compound", "nummod", "flat"])
_CLAUSES = frozenset(["acl", "advcl", "appos", "parataxis", "punct", "dep"])
# Prepositions that tell which one is meant: "the bridge of Avon", "the spill off Santa Barbara".
_TELLING = frozenset(["of", "in", "at", "off", "near", "between", "from", "to"])


def heads_phrase(token: Token, analysis: Analysis) -> bool:
    """Whether the token is a common noun that names something of its own."""
    return (
        token.pos == "NOUN"
        and token.tag in ("NN", "NNS")
        and token.rel not in ("compound", "flat", "fixed", "amod")
        and token.lemma.lower() not in words("time-nouns.txt")
        and not _describes(token, analysis)
    )


def _describes(token: Token, analysis: Analysis) -> bool:
    """Whether the noun says what something else is: "is a painter", "the painter Ilse Bron", "a master's degree"."""
    kids = [analysis.tokens[k] for k in analysis.children[token.i]]
    if token.rel in ("appos", "xcomp") or any(k.rel == "cop" or (k.rel == "case" and k.lower == "as") for k in kids):
        return True
    if any(k.rel == "appos" and k.pos == "PROPN" for k in kids):
        return True
    if token.dep == "nmod:poss" and token.tag == "NN" and not any(k.rel in ("det", "nmod") for k in kids):
        return True
    after = analysis.tokens[token.i + 1] if token.i + 1 < len(analysis.tokens) else token
    return after.pos == "PROPN" and after.head == token.i and names_person(token.lemma.lower())


def common(token: Token, scene: Scene) -> Referent:
    """The mention that a common noun makes."""
    analysis, noun = scene.analysis, token.lemma.lower()
    inside = phrase(token, analysis)
    kids = [analysis.tokens[k] for k in analysis.children[token.i]]
    definite = any(k.lower in _DEFINITE or k.dep == "nmod:poss" for k in kids)
    role = role_of(analysis, [token.i])
    said = frozenset(analysis.tokens[i].lower for i in inside) - _DEFINITE - _INDEFINITE
    return Referent(
        _shown(token, inside, analysis),
        scene.source(inside[0], inside[-1]),
        scene.index,
        "person" if names_person(noun) else "thing",
        f"the {noun}: {' '.join(sorted(said))}" if definite else f"{noun} {scene.index}.{token.i}",
        role,
        token.tag == "NNS",
        gender=gendered().get(noun),
        tokens=frozenset(inside),
        words=said,
        nouns=frozenset([noun]),
        article="the" if definite else next((k.lower for k in kids if k.lower in _INDEFINITE), "-"),
    )


def phrase(token: Token, analysis: Analysis) -> list[int]:
    """The noun with its article, adjectives and "of" phrase, as far as they stand together."""
    own = {token.i}
    for k in analysis.children[token.i]:
        kid = analysis.tokens[k]
        placed = kid.rel == "nmod" and any(
            analysis.tokens[c].rel == "case" and analysis.tokens[c].lower in _TELLING for c in analysis.children[k]
        )
        if kid.rel in _INSIDE_PHRASE or kid.dep == "nmod:poss" or placed or _describes_shortly(token, kid, analysis):
            own |= plain_subtree(k, analysis)
    first = token.i
    while first - 1 in own:
        first -= 1
    last = token.i
    while last + 1 in own:
        last += 1
    while last > token.i and analysis.tokens[last].pos in ("PUNCT", "ADP", "CCONJ", "DET", "PART"):
        last -= 1
    while first < token.i and analysis.tokens[first].pos in ("PUNCT", "ADP", "CCONJ", "ADV"):
        first += 1
    return list(range(first, last + 1))


def _describes_shortly(noun: Token, kid: Token, analysis: Analysis) -> bool:
    """Whether a participle right behind the noun tells which one is meant: "the rule banning plastic bags"."""
    if noun.tag != "NN" or kid.rel != "acl" or kid.i != noun.i + 1 or kid.tag not in ("VBG", "VBN"):
        return False
    whole = set(analysis.subtree(kid.i))
    return len(whole) <= LONGEST_DESCRIPTION and whole == plain_subtree(kid.i, analysis)


def plain_subtree(top: int, analysis: Analysis) -> set[int]:
    """The words below a word, without the clauses and descriptions among them."""
    found, stack = set(), [top]
    while stack:
        i = stack.pop()
        found.add(i)
        stack += [k for k in analysis.children[i] if analysis.tokens[k].rel not in _CLAUSES]
    return found


def _shown(token: Token, inside: list[int], analysis: Analysis) -> str:
    """The phrase as it stands for a pronoun: made definite; "" where it is too long or needs a referent itself."""
    tokens = analysis.tokens
    first = tokens[inside[0]]
    owned = first.dep == "nmod:poss" and first.pos == "PRON" and len(inside) > 2
    articled = first.lower in _DEFINITE | _INDEFINITE and len(inside) > 1
    rest = inside[1:] if owned or articled else inside
    if (
        len(rest) > LONGEST_PHRASE
        or _is_alternative(token, analysis)
        or not all(map(_tells, (tokens[i] for i in rest)))
    ):
        return ""
    text = analysis.text[tokens[rest[0]].start : tokens[rest[-1]].end]
    if owned or articled:
        return "" if first.lower in words("vague-modifiers.txt") | _DEMONSTRATIVE else f"the {text}"
    return text if first.pos == "PROPN" or first.i else text[:1].lower() + text[1:]


def _tells(token: Token) -> bool:
    """Whether a word helps to say which one is meant."""
    vague = token.lower in words("vague-modifiers.txt") or token.lower in _DEMONSTRATIVE
    return token.pos not in ("PRON", "CCONJ") and not vague and token.text not in _MARKS


def _is_alternative(token: Token, analysis: Analysis) -> bool:
    """Whether "or" leaves open which of several it is."""
    beside = [token.i, *(k for k in analysis.children[token.i] if analysis.tokens[k].rel == "conj")]
    beside += [token.head, *analysis.children[token.head]] if token.rel == "conj" else []
    return any(analysis.tokens[c].lower in ("or", "nor") for k in beside for c in analysis.children[k])
