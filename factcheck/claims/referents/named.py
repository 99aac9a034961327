"""Names as referents: what kind of thing each names, and what the sentence calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.referents.mentions import Referent, gendered, genders, names_person, role_of
from factcheck.facets import lexicon
from factcheck.facets.names.data import places

if TYPE_CHECKING:
    from factcheck.claims.referents.cast import Cast
    from factcheck.claims.referents.mentions import Scene
    from factcheck.facets import names
    from factcheck.model import Analysis, Token

# A name has at most so many words on either side of its head.
REACH = 12


def named(name: names.Name, scene: Scene, people: Cast) -> Referent | None:
    """The mention that a name makes; None for a nationality, and for a name that only describes a noun."""
    analysis = scene.analysis
    tokens = _tokens(name, analysis)
    head = analysis.tokens[name.head]
    called = called_in(name, analysis)
    unknown = name.kind == "unknown" and people.key(name) is None
    common = (unknown and _is_common(name, head, called)) or (name.kind == "person" and _is_animal(called))
    article = "" if head.rel in ("compound", "amod") and head.head not in tokens else _article(analysis, tokens)
    kind = "thing" if common else _kind(name, analysis, people, bool(article))
    modifies = head.rel in ("compound", "amod") and head.head not in tokens and kind in ("person", "unknown")
    people_of = name.kind == "nationality" and not modifies
    if modifies or (people_of and not (head.tag == "NNPS" or _is_headless(head, analysis, bool(article)))):
        return None
    firm = people.firms.get(" ".join(name.words)) if kind in ("unknown", "thing", "organisation") else None
    kind = "people" if people_of else "organisation" if firm is not None else kind
    key = people.key(name) if kind == "person" else firm
    return Referent(
        name.text if kind == "person" else article + name.text,
        scene.part.source(name.span.start, name.span.end),
        scene.index,
        kind,
        key or " ".join(name.words),
        role_of(analysis, [head.head] if _is_titled(head, analysis) else tokens),
        people_of or (head.tag == "NNPS" and (kind == "place" or (kind == "unknown" and bool(article)))),
        named=not (common and head.i == 0),
        gender=_gender(name, called) if kind in ("person", "unknown") else None,
        tokens=tokens,
        words=frozenset(word.lower() for word in name.text.split()),
        nouns=called | _own_nouns(name, kind),
        acts=" ".join(name.words) in people.acting,
    )


def _is_headless(head: Token, analysis: Analysis, with_article: bool) -> bool:
    """Whether a nationality stands alone for the people: "the Spanish"."""
    return with_article and head.rel in ("nsubj", "obj", "obl", "nmod", "conj") and not analysis.children[head.i][1:]


def _tokens(name: names.Name, analysis: Analysis) -> frozenset[int]:
    near = analysis.tokens[max(0, name.head - REACH) : name.head + REACH + 1]
    return frozenset(t.i for t in near if t.start < name.span.end and name.span.start < t.end)


def _article(analysis: Analysis, tokens: frozenset[int]) -> str:
    first = min(tokens, default=0)
    return "the " if first and analysis.tokens[first - 1].lower == "the" else ""


def _kind(name: names.Name, analysis: Analysis, people: Cast, with_article: bool) -> str:
    """What a name names, as far as its own words, the whole draft and its place in the sentence tell."""
    if name.kind == "other":
        return "thing"
    if name.kind not in ("person", "unknown"):
        return name.kind
    if name.kind == "person" or people.key(name) is not None or _speaks(name, analysis) or _is_beside(name, analysis):
        return "person"
    if _is_somewhere(analysis.tokens[name.head], analysis):
        return "place"
    return "thing" if with_article and len(name.words) == 1 else "unknown"


def _is_somewhere(head: Token, analysis: Analysis) -> bool:
    """Whether a name of no known kind stands where a place does: "near Harrogate"."""
    cases = (analysis.tokens[k] for k in analysis.children[head.i] if analysis.tokens[k].rel == "case")
    return any(case.lower in words("place-prepositions.txt") for case in cases)


def _is_common(name: names.Name, head: Token, called: frozenset[str]) -> bool:
    """Whether a name is no person's: a common noun that opens a sentence, or called by a noun for something else."""
    if called:
        return not any(names_person(noun) for noun in called)
    if len(name.words) > 1:
        return bool(places(name.text.split()[-1]))
    opens = head.i == 0 and any(lexicon.known(word, "NOUN") for word in (head.lower, head.lemma))
    return opens or head.tag in ("NNS", "NN")


def _is_animal(called: frozenset[str]) -> bool:
    """Whether a name is called by animals' nouns alone: "two dogs, Rex and Milo"."""
    return bool(called) and all(lexicon.falls_under(n, "animal") and not names_person(n) for n in called)


def _is_titled(head: Token, analysis: Analysis) -> bool:
    """Whether the name stands behind the noun that heads its phrase: "the researcher Steve Mann"."""
    above = analysis.tokens[head.head]
    return head.rel in ("appos", "flat") and above.pos in ("NOUN", "PROPN") and above.i < head.i


def _own_nouns(name: names.Name, kind: str) -> frozenset[str]:
    """The common nouns inside a name that say what it is ("Foundation", "Islands"), in small letters."""
    if kind not in ("organisation", "place", "thing", "unknown"):
        return frozenset()
    listed = [word.lower() for word in name.text.split()]
    last = [word for n, word in enumerate(listed) if n == len(listed) - 1 or listed[n + 1 : n + 2] in (["of"], ["for"])]
    return frozenset(last) if len(listed) > 1 else frozenset()


def _speaks(name: names.Name, analysis: Analysis) -> bool:
    """Whether a name of no known kind speaks, or bears a given name."""
    if name.words and name.words[0] in genders():
        return True
    token = analysis.tokens[name.head]
    verb = analysis.tokens[token.head]
    return len(name.words) > 1 and token.rel == "nsubj" and verb.lemma.lower() in words("speech-verbs.txt")


def _is_beside(name: names.Name, analysis: Analysis) -> bool:
    """Whether a name of no known kind stands in a list behind a person's: "Drew Cass, Devin Thurlow"."""
    head = analysis.tokens[name.head]
    return (
        len(name.words) > 1 and head.rel in ("conj", "appos", "list") and analysis.tokens[head.head].lower in genders()
    )


def _gender(name: names.Name, called: frozenset[str]) -> str | None:
    titled = {word.strip(".").lower() for word in (name.title or "").split()} | called
    told = {gendered()[word] for word in titled if word in gendered()}
    if len(told) == 1:
        return next(iter(told))
    return genders().get(name.words[0]) if name.words else None


def called_in(name: names.Name, analysis: Analysis) -> frozenset[str]:
    """The nouns that the sentence calls a name by: its title, an apposition, what it is said to be."""
    tokens = analysis.tokens
    head = tokens[name.head]
    found = {word.strip(".").lower() for word in (name.title or "").split()[-1:]}
    found |= {
        tokens[k].lemma.lower()
        for k in analysis.children[head.i]
        if tokens[k].rel == "appos" and tokens[k].pos == "NOUN"
    }
    above = tokens[head.head]
    while head.rel == "conj" and above.pos == "PROPN" and above.i < head.i:
        head, above = above, tokens[above.head]
    if head.rel in ("appos", "conj") and above.pos == "NOUN":
        found.add(above.lemma.lower())
    if head.rel == "nsubj" and above.pos == "NOUN" and any(tokens[k].rel == "cop" for k in analysis.children[above.i]):
        found.add(above.lemma.lower())
    return frozenset(found)
