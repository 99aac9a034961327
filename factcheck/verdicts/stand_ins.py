"""What a passage that stands alone says of "he", "it" or "the film", where the claim has the name.

A note that is one sentence begins with a pronoun for what everybody knows it is about. Such a word stands for the
claim's topic where the passage has nothing else of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.verdicts.alignment import Alignment
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.words import Kind

# How many tokens from its start a text may take to say "he", "it" or "the film".
REACH = 12
PERSONAL = frozenset(
    {"he", "she", "it", "they", "his", "her", "its", "their", "him", "them", "i", "my", "me", "we", "our"}
)
DEFINITE = frozenset({"the", "this", "his", "her", "its", "their"})
# What stands beside a noun that nothing else describes.
BARE = frozenset({"DET", "PRON", "ADP", "PUNCT", "SCONJ", "CCONJ"})
# What stands with a noun to say whose or which it is.
BELONGING = frozenset({"poss", "mod", "by:of"})


def stand_ins(alignment: Alignment) -> frozenset[int]:
    """The words for the topic of a claim of one sentence, for which the passage has a pronoun or "the" with a noun."""
    if len(alignment.claim.analysis.roots) > 1:
        return frozenset()
    found = list(_left_out(alignment))
    if _speaks_of_another(alignment):
        phrases = (_opening(alignment.claim), _topic(alignment.claim))
        found += [phrase for phrase in phrases if not any(alignment.strength(i) for i in phrase)]
        found += _replaced(alignment)
    return frozenset(i for phrase in found for i in phrase) - alignment.claim.attribution


def _opening(claim: Reading) -> tuple[int, ...]:
    """The words before the first auxiliary or the main predicate, if they are of a name."""
    tokens = claim.analysis.tokens
    root = claim.analysis.roots[0] if claim.analysis.roots else 0
    start = next((token.i for token in tokens if token.pos == "AUX"), root)
    before = tuple(w.i for w in claim.words if w.i < start and w.weight > 0)
    named = any(claim.at[i].kind is Kind.NAME or tokens[i].pos == "PROPN" for i in before)
    return before if named and all(claim.at[i].kind is not Kind.VALUE for i in before) else ()


def _topic(claim: Reading) -> tuple[int, ...]:
    """The first name of a claim, if it stands before the main predicate."""
    first = next((word for word in claim.words if word.kind is Kind.NAME), None)
    root = claim.analysis.roots[0] if claim.analysis.roots else 0
    return claim.name(first.i) if first is not None and first.i < root else ()


def _speaks_of_another(alignment: Alignment) -> bool:
    """Whether a passage speaks of something that it names nowhere: from its start, or as what its sentence is about."""
    passage = alignment.passage
    tokens = passage.analysis.tokens
    subjects = (i for root in passage.analysis.roots for i in _subjects(passage, root))
    if any(_known(passage, i) and i not in alignment.back for i in subjects):
        return True
    for token in tokens[:REACH]:
        if token.pos == "PRON" and token.lower in PERSONAL:
            return True
        if token.i in passage.name_at or token.i in alignment.back:
            return False
        if token.rel == "nsubj" and _known(passage, token.i):
            return True
    return False


def _subjects(passage: Reading, root: int) -> Iterator[int]:
    tokens = passage.analysis.tokens
    return (j for j in passage.analysis.children[root] if tokens[j].rel == "nsubj")


def _known(passage: Reading, i: int) -> bool:
    """Whether a word stands for something that was spoken of before: "she", "the film"."""
    token = passage.analysis.tokens[i]
    if token.pos == "PRON":
        return token.lower in PERSONAL
    bare = all(passage.analysis.tokens[j].pos in BARE for j in passage.analysis.children[i])
    return token.pos == "NOUN" and bare and _definite(passage, i)


def _definite(reading: Reading, i: int) -> bool:
    """Whether a noun is one that was spoken of before."""
    analysis = reading.analysis
    return any(analysis.tokens[j].lower in DEFINITE for j in analysis.children[i])


def _replaced(alignment: Alignment) -> Iterator[tuple[int, ...]]:
    """Names in whose very place the passage has a pronoun or "the" with a noun."""
    for name in _missing(alignment):
        places = [p for i in name for p in alignment.counterparts(i) if p.exact]
        if any(_stands_in(alignment, place.passage) for place in places):
            yield name


def _stands_in(alignment: Alignment, p: int) -> bool:
    word = alignment.passage.at[p]
    if word.kind is Kind.PRONOUN:
        return word.lemma in PERSONAL
    return word.kind is Kind.WORD and p not in alignment.back and _definite(alignment.passage, p)


def _left_out(alignment: Alignment) -> Iterator[tuple[int, ...]]:
    """Names that say of which a thing is, where the passage has the thing with "the" and no name of its own."""
    claim, passage = alignment.claim, alignment.passage
    for name in _missing(alignment):
        for edge in (e for i in name for e in claim.into.get(i, ())):
            link = alignment.links.get(edge.head)
            if edge.label not in BELONGING or link is None or not _known(passage, link.passage):
                continue
            if not any(passage.at[j].kind is Kind.NAME for j in passage.neighbours(link.passage)):
                yield name


def _missing(alignment: Alignment) -> Iterator[tuple[int, ...]]:
    """The claim's names of which the passage has no word."""
    names = dict.fromkeys(alignment.claim.name(i) for i in alignment.claim.name_at)
    return (name for name in names if not any(alignment.strength(i) for i in name))
