"""What a text says to be the cause of what: another cause of the same effect, a denied one, or none at all (FC506)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from factcheck.facets import lexicon, polarity
from factcheck.model import Analysis, Token
from factcheck.verdicts.alignment import Alignment
from factcheck.verdicts.comparison.difference import Difference
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.words import plain, true_lemma

CAUSE = "FC506"
# The share of the rest for a difference that only casts doubt.
DOUBTFUL = 0.74
WORDS = Path(__file__).parent.parent / "data" / "causes.tsv"


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause and its effect, each by the word that heads it.

    `verb` is the verb that ties them, if one does; `denied` says that the text denies that it is the cause.
    """

    effect: int
    cause: int
    denied: bool
    verb: int | None = None


@cache
def _listed(kind: str) -> frozenset[str]:
    lines = (line.split("\t") for line in WORDS.read_text("utf-8").splitlines() if not line.startswith("#"))
    return frozenset(word.replace("_", " ") for name, words in lines if name == kind for word in words.split())


def causes(analysis: Analysis) -> Iterator[Cause]:
    """Every cause that a text gives in so many words."""
    for token in analysis.tokens:
        yield from _of_dependent(analysis, token)
        if token.pos in ("VERB", "ADJ"):
            yield from _of_verb(analysis, token)


def _of_dependent(analysis: Analysis, token: Token) -> Iterator[Cause]:
    """ "because it rained", "because of the rain", "it was due to the rain"."""
    mark, case = analysis.child(token.i, "mark"), analysis.child(token.i, "case")
    subject = analysis.child(token.i, "nsubj")
    if token.rel in ("advcl", "acl") and mark is not None and mark.lower in _listed("mark"):
        yield Cause(token.head, token.i, _not_before(analysis, mark))
    elif case is None or _phrase(analysis, case) not in _listed("case"):
        return
    elif analysis.child(token.i, "cop") is not None and subject is not None:
        yield Cause(subject.i, token.i, polarity.negated(analysis, token.i))
    elif token.rel in ("obl", "nmod", "advcl"):
        yield Cause(token.head, token.i, _not_before(analysis, case))


def _not_before(analysis: Analysis, token: Token) -> bool:
    return token.i > 0 and analysis.tokens[token.i - 1].lower in ("not", "n't", "n’t")


def _phrase(analysis: Analysis, token: Token) -> str:
    fixed = (analysis.tokens[j].lower for j in analysis.children[token.i] if analysis.tokens[j].rel == "fixed")
    return " ".join((token.lower, *fixed))


def _of_verb(analysis: Analysis, verb: Token) -> Iterator[Cause]:
    """ "the rain caused it", "it resulted from the rain", "they blamed it on the rain"."""
    subject, obj = _antecedent(analysis, verb, _subject(analysis, verb.i)), analysis.child(verb.i, "obj")
    passive = analysis.child(verb.i, "nsubj:pass", "aux:pass") is not None
    lemma, denied = true_lemma(plain(verb.text), plain(verb.lemma), "VERB"), polarity.negated(analysis, verb.i)
    effect = subject if passive or obj is None else obj
    if subject is None or effect is None:
        return
    for token in _hanging(analysis, verb, obj):
        pair = f"{lemma} {_opening(analysis, token)}"
        if pair in _listed("caused") and effect.i != token.i:
            yield Cause(effect.i, token.i, denied, verb.i)
        elif pair in _listed("causing") and not passive:
            yield Cause(token.i, subject.i, denied, verb.i)
    if lemma in _listed("causing") and obj is not None and not passive:
        yield Cause(obj.i, subject.i, denied, verb.i)


def _subject(analysis: Analysis, i: int) -> Token | None:
    """The last word that the parse makes a subject: the one nearest to the verb."""
    found = [analysis.tokens[j] for j in analysis.children[i] if analysis.tokens[j].rel == "nsubj"]
    return found[-1] if found else None


def _antecedent(analysis: Analysis, verb: Token, subject: Token | None) -> Token | None:
    """The subject, or in "the fire, which was caused by a cable" what the clause is of."""
    if subject is not None and verb.dep == "acl:relcl" and subject.pos == "PRON":
        return analysis.tokens[verb.head]
    return subject


def _hanging(analysis: Analysis, verb: Token, obj: Token | None) -> Iterator[Token]:
    """What hangs on a verb, or on its object, by a preposition."""
    for i in (*analysis.children[verb.i], *(analysis.children[obj.i] if obj is not None else ())):
        if analysis.tokens[i].rel in ("obl", "nmod"):
            yield analysis.tokens[i]


def _opening(analysis: Analysis, token: Token) -> str:
    """The preposition of a phrase: its case, or its first word."""
    case = analysis.child(token.i, "case")
    return case.lower if case is not None else analysis.tokens[analysis.subtree(token.i)[0]].lower


# --- claim and passage -----------------------------------------------------------------------------


def differing_causes(alignment: Alignment) -> Iterator[Difference]:
    """Another cause for the same effect, or the claim's own cause denied."""
    theirs = list(causes(alignment.passage.analysis))
    for ours in causes(alignment.claim.analysis):
        for other in theirs:
            if ours.denied or not _linked(alignment, ours.effect, other.effect):
                continue
            same = _linked(alignment, ours.cause, other.cause)
            if same and other.denied:
                yield _difference(alignment, ours, other, "the note says that this is not the cause")
            elif not same and not other.denied and _elsewhere(alignment, ours, theirs):
                cause = _text(alignment.passage, other.cause)
                found = _difference(alignment, ours, other, f"the note gives another cause: “{cause}”")
                sure = _named(alignment, ours, other)
                yield found if sure else replace(found, rest=min(found.rest, DOUBTFUL), ties=0)


def _named(alignment: Alignment, ours: Cause, other: Cause) -> bool:
    """Whether both causes are things; the same cause can be told in a clause of quite other words."""
    one, two = alignment.claim.analysis.tokens[ours.cause], alignment.passage.analysis.tokens[other.cause]
    nouns = one.pos in ("NOUN", "PROPN") and two.pos in ("NOUN", "PROPN")
    kin = lexicon.related(one.lemma, two.lemma, "NOUN", "NOUN") is not None
    return nouns and not kin and not lexicon.antonyms(one.lemma, two.lemma, "NOUN", "NOUN")


def untied(alignment: Alignment) -> Iterator[int]:
    """The causes of the claim that the passage does not tie to their effects."""
    theirs = [cause for cause in causes(alignment.passage.analysis) if not cause.denied]
    for ours in causes(alignment.claim.analysis):
        tied = any(
            _linked(alignment, ours.effect, c.effect) and _linked(alignment, ours.cause, c.cause) for c in theirs
        )
        if ours.cause in alignment.claim.at and not tied and not _beside(alignment, ours):
            yield ours.cause


def _beside(alignment: Alignment, cause: Cause) -> bool:
    """Whether the passage itself ties the two in words that are not among the causal ones: "rain stopped the match"."""
    one, two = (alignment.links.get(_node(alignment.claim, i)) for i in (cause.effect, cause.cause))
    return one is not None and two is not None and two.passage in alignment.passage.neighbours(one.passage)


def _node(reading: Reading, i: int) -> int:
    """The node of a token: the last word of its name, or the head of its value."""
    value = next((v for v in reading.values if i in v.tokens), None)
    return value.head if value is not None else max(reading.name(i)) if i in reading.at else i


def _linked(alignment: Alignment, ours: int, theirs: int) -> bool:
    """Whether a word of the passage stands for one of the claim, or is the one that does, said again."""
    link, there = alignment.links.get(_node(alignment.claim, ours)), _node(alignment.passage, theirs)
    if link is None or there not in alignment.passage.at:
        return False
    return link.passage == there or not alignment.passage.at[link.passage].forms.isdisjoint(
        alignment.passage.at[there].forms
    )


def _elsewhere(alignment: Alignment, ours: Cause, theirs: list[Cause]) -> bool:
    """Whether the passage has nothing of the claim's cause, and gives no second one."""
    phrase = _nodes(alignment.claim, ours.cause, ours.effect)
    return len(theirs) == 1 and all(alignment.strength(i) == 0 for i in phrase if alignment.claim.at[i].weight > 0)


def _nodes(reading: Reading, i: int, besides: int) -> frozenset[int]:
    below = set(reading.analysis.subtree(i))
    if besides in below:
        below -= set(reading.analysis.subtree(besides))
    return frozenset(below & reading.at.keys()) | {j for j in (i,) if j in reading.at}


def _difference(alignment: Alignment, ours: Cause, other: Cause, message: str) -> Difference:
    verb = frozenset() if ours.verb is None else frozenset({ours.verb})
    aside = verb if other.denied else verb | _nodes(alignment.claim, ours.cause, ours.effect)
    return Difference(
        CAUSE,
        "cause",
        _node(alignment.claim, ours.cause),
        _node(alignment.passage, other.cause),
        1,
        alignment.rest(aside | alignment.claim.attribution),
        message,
    )


def _text(reading: Reading, i: int) -> str:
    tokens = [reading.analysis.tokens[j] for j in reading.analysis.subtree(i)]
    tokens = [t for t in tokens if t.i == i or t.rel not in ("case", "mark", "punct", "fixed")]
    return reading.analysis.text[tokens[0].start : tokens[-1].end]
