"""Words that point back to something named elsewhere: what each wants, and which words it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.referents.mentions import Role, role_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from factcheck.model import Analysis, Token

_PRONOUNS = {
    form: wants
    for wants, forms in {
        "he": ("he", "him", "his"),
        "she": ("she", "her", "hers"),
        "it": ("it", "its"),
        "they": ("they", "them", "their", "theirs"),
        "this": ("this", "that", "these", "those"),
        "we": ("we", "us", "our", "ours"),
        "i": ("i", "me", "my", "mine", "myself"),
        "you": ("your", "yours"),
    }.items()
    for form in forms
}
_DEMONSTRATIVE = frozenset(["this", "that", "these", "those"])
# What may stand in a phrase that still says nothing of which one is meant: "the old bridge".
_SAYING_LITTLE = frozenset(
    ["det", "amod", "compound", "punct", "case", "cc", "conj", "cop", "nsubj", "mark", "advmod", "aux"]
)
_PICKING = frozenset(["same", "other", "first", "last", "next", "only", "second", "third", "whole", "entire", "few"])


@dataclass(frozen=True, slots=True)
class Pointer:
    """A word that points back: "he", "their", the "company" of "the company".

    `wants` is "he", "she", "it", "they", "this", "we", "i", "you", "noun", "name", "pair" or "there"; `covers` the
    words that a name would take the place of; `prominent` says that it is what the sentence is about, or belongs to
    that; `described` that it may say by itself which one is meant: "the bridge committee".
    """

    token: int
    wants: str
    covers: frozenset[int]
    text: str
    plural: bool = False
    noun: str = ""
    adjectives: frozenset[str] = frozenset()
    prominent: bool = False
    demonstrative: bool = False
    described: bool = False


def pointers(analysis: Analysis, named: Collection[int]) -> Iterator[Pointer]:
    """The words of a sentence that point back, in their order; `named` are the words of its names."""
    for token in analysis.tokens:
        found = _pointer(token, analysis, named)
        if found is not None:
            yield found


def _pointer(token: Token, analysis: Analysis, named: Collection[int]) -> Pointer | None:
    if token.lower == "there":
        return Pointer(token.i, "there", frozenset([token.i]), token.text) if _is_place(token, analysis) else None
    if token.pos == "PRON" or (token.tag == "DT" and token.rel in ("nsubj", "obj", "obl")):
        return _pronoun(token, analysis)
    if token.tag == "CD" and token.lower == "two":
        return _the_two(token, analysis)
    if token.i in named:
        return None
    if token.tag in ("NN", "NNS"):
        return None if _counts(token) else _definite(token, analysis)
    headless = token.pos in ("ADJ", "NUM") and token.rel in ("nsubj", "obj", "iobj", "obl")
    return _definite(token, analysis) if headless else None


def _is_place(token: Token, analysis: Analysis) -> bool:
    """Whether "there" means a place: not so in "there is hope"."""
    if token.rel == "advmod":
        return not analysis.children[token.i]
    return token.rel == "expl" and any(
        analysis.tokens[k].rel == "nsubj" and token.i < k < token.head for k in analysis.children[token.head]
    )


def _counts(token: Token) -> bool:
    """Whether the noun is a number: "thousands", "dozens"."""
    return token.tag == "NNS" and token.lower in words("quantity-nouns.txt")


def _the_two(token: Token, analysis: Analysis) -> Pointer | None:
    """ "The two last spoke in 2023": without a noun behind it."""
    tokens = analysis.tokens
    before = tokens[token.i - 1] if token.i else None
    if before is None or before.lower not in ("the", "these", "those"):
        return None
    after = tokens[token.i + 1 : token.i + 3]
    if any(t.tag[:2] == "NN" for t in after) or (after and after[0].pos == "ADP"):
        return None
    text = analysis.text[before.start : token.end]
    return Pointer(token.i, "pair", frozenset([before.i, token.i]), text, plural=True)


def _pronoun(token: Token, analysis: Analysis) -> Pointer | None:
    wants = _PRONOUNS.get(token.lower)
    if token.lower == "both" and token.rel in ("nsubj", "obj") and not analysis.children[token.i]:
        return Pointer(token.i, "pair", frozenset([token.i]), token.text, plural=True)
    if wants is None or (wants == "it" and _is_empty(token, analysis)):
        return None
    if wants == "this" and (
        token.rel not in ("nsubj", "obj", "obl")
        or any(analysis.tokens[k].rel not in ("case", "punct") for k in analysis.children[token.i])
        or _is_relative(token, analysis)
    ):
        return None
    return Pointer(
        token.i,
        wants,
        frozenset([token.i]),
        token.text,
        wants == "they" or token.lower in ("these", "those"),
        prominent=_is_prominent(token, analysis),
    )


def _is_prominent(token: Token, analysis: Analysis) -> bool:
    """Whether the word, or what it possesses, is the subject of the main clause."""
    at = token.head if token.dep == "nmod:poss" else token.i
    return role_of(analysis, [at]) is Role.TOPIC


def _is_relative(token: Token, analysis: Analysis) -> bool:
    """Whether "that" opens a relative clause."""
    if token.lower != "that":
        return False
    head = analysis.tokens[token.head]
    for _ in range(3):
        if head.rel == "acl":
            return token.i < head.i
        head = analysis.tokens[head.head]
    return token.tag == "WDT"


def _is_empty(token: Token, analysis: Analysis) -> bool:
    """ "It is clear that …", "it rained", "it was there that …": nothing is meant."""
    if token.rel == "expl":
        return not _acts(token, analysis)
    if token.rel != "nsubj":
        return False
    head = analysis.tokens[token.head]
    below = [analysis.tokens[k] for k in analysis.children[head.i]]
    later = {k.rel for k in below if k.i > head.i}
    if head.pos not in ("VERB", "AUX"):
        return any(k.rel == "cop" for k in below) and bool(later & {"csubj", "ccomp", "xcomp", "advcl", "acl"})
    passive = token.dep == "nsubj:pass"
    if later & {"csubj", "ccomp"} and (passive or head.lemma.lower() in words("impersonal-verbs.txt")):
        return True
    return head.lemma.lower() in words("impersonal-verbs.txt") and not (later & {"obj"} and "advcl" not in later)


def _acts(token: Token, analysis: Analysis) -> bool:
    """Whether "it" is the subject of a verb with an object and no clause: "it brought the trade back"."""
    head = analysis.tokens[token.head]
    later = {analysis.tokens[k].rel for k in analysis.children[head.i] if k > head.i}
    clauses = {"csubj", "ccomp", "xcomp", "advcl", "nsubj"}
    impersonal = head.lemma.lower() in words("impersonal-verbs.txt")
    return head.pos == "VERB" and "obj" in later and not impersonal and not later & clauses


def _definite(token: Token, analysis: Analysis) -> Pointer | None:
    """ "The company", "this decision", "both men": definite, without words that say which one."""
    kids = [analysis.tokens[k] for k in analysis.children[token.i]]
    article = next((k for k in kids if k.rel == "det" and k.i < token.i), None)
    if article is None or not _may_point(token) or not _stands_together(article, token, analysis):
        return None
    two = [k for k in kids if k.rel == "nummod" and k.lower == "two"]
    pair = article.lower == "both" or (article.lower in ("the", "these", "those") and bool(two))
    demonstrative = article.lower in _DEMONSTRATIVE
    unique = not demonstrative and token.lemma.lower() in words("unique-nouns.txt")
    if unique or not (pair or demonstrative or article.lower == "the") or _says_which(article, kids, pair, analysis):
        return None
    compounds = [k for k in kids if k.rel == "compound"]
    adjectives = [analysis.tokens[i] for i in range(article.i + 1, token.i)] if compounds else []
    adjectives = adjectives or [k for k in kids if k.rel == "amod"]
    covers = frozenset({token.i, article.i, *(k.i for k in adjectives), *(k.i for k in two if pair)})
    start, end = analysis.tokens[min(covers)].start, analysis.tokens[max(covers)].end
    return Pointer(
        token.i,
        "pair" if pair else "noun",
        covers,
        analysis.text[start:end],
        token.tag == "NNS",
        token.lemma.lower(),
        frozenset(k.lower for k in adjectives),
        _is_prominent(token, analysis),
        demonstrative,
        bool(compounds),
    )


def _may_point(token: Token) -> bool:
    """Whether the noun stands for a thing: not so "the 1980s", "the year"."""
    timely = token.text[:1].isdigit() or token.lemma.lower() in words("time-nouns.txt")
    return not timely and token.rel not in ("compound", "fixed")


def _says_which(article: Token, kids: list[Token], pair: bool, analysis: Analysis) -> bool:
    """Whether words beside the noun say which one is meant: "the bridge at Ely", "the oldest bridge"."""
    told = [
        k
        for k in kids
        if k.rel not in _SAYING_LITTLE
        and not (pair and k.rel == "nummod")
        and not _is_finite(k)
        and not _is_added(k, analysis)
    ]
    picked = [k for k in kids if k.rel == "amod" and (k.tag in ("JJS", "RBS", "CD") or k.lower in _PICKING)]
    return bool(told or picked) or any(k.rel == "det" and k.i != article.i for k in kids)


def _is_added(kid: Token, analysis: Analysis) -> bool:
    """Whether a clause behind a comma only adds something: "the old bridge, which nobody uses, …"."""
    first = min(analysis.subtree(kid.i))
    return (
        kid.dep == "acl:relcl" and first > 0 and "," in (analysis.tokens[first - 1].text, analysis.tokens[first].text)
    )


def _is_finite(kid: Token) -> bool:
    """Whether the parser took the verb of the clause for a participle: "the line opened in 1951"."""
    return kid.dep == "acl" and kid.tag in ("VBD", "VBZ", "VBP")


def _stands_together(article: Token, noun: Token, analysis: Analysis) -> bool:
    """Whether nothing but the noun's own words stands between it and its article."""
    own = set(analysis.children[noun.i])
    if any(analysis.tokens[k].rel == "compound" for k in own):
        own = set(analysis.subtree(noun.i))
    return all(i in own for i in range(article.i + 1, noun.i))


def shown(text: str, token: Token) -> str:
    """The name in brackets, in the case of the pronoun that it stands for."""
    if token.lower == "there":
        return f"[in {text}]"
    if token.pos != "PRON" or (token.lower == "her" and token.dep != "nmod:poss"):
        return f"[{text}]"
    if token.dep == "nmod:poss" or token.lower in ("his", "its", "their", "her"):
        return f"[{text}]’" if text.endswith("s") and token.lower == "their" else f"[{text}]’s"
    return f"[{text}]"


def own_subject(token: Token, analysis: Analysis) -> int | None:
    """The subject of the clause in which a pronoun stands as something else: "its" in "the bank raised its rates"."""
    if token.rel == "nsubj":
        return None
    at = token.i
    for _ in range(12):
        head = analysis.tokens[at].head
        if head == at or analysis.tokens[at].rel == "nsubj":
            return None
        subject = next(
            (k for k in analysis.children[head] if analysis.tokens[k].rel == "nsubj" and k < token.i and k != at), None
        )
        if subject is not None:
            return subject
        at = head
    return None
