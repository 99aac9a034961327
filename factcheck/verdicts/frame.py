"""What stands around a place: how much of it claim and passage share, and whether the passage says it of another."""

from __future__ import annotations

from factcheck.facets.names.data import words_of
from factcheck.verdicts.alignment import Alignment
from factcheck.verdicts.words import Kind, Word, weight

# Words of this weight beside two values make it likely that both are said of the same.
LEAST_FRAME = 0.5


def shared(alignment: Alignment, i: int, p: int) -> float:
    """The weight of the words that stand beside a claim's node and beside a passage's node; one rare word weighs 1.

    The words of a name that only say what it is ("Law School") stand beside those that tell which.
    """
    claim, passage = alignment.claim, alignment.passage
    own, around = frozenset(claim.name(i)), passage.neighbours(p) | set(passage.name(p))
    total = 0.0
    for j in claim.neighbours(i) | own:
        link = alignment.links.get(j)
        if link is not None and link.passage in around:
            total += link.kinship.strength * (_kind_weight(claim.at[j].lemma) if j in own else claim.at[j].weight)
    return total


# How far around two values it is looked for what they have in common, and how much of it there has to be.
NEAR_EDGES = 2
LEAST_COMMON = 1.0
# The share of it that puts two measures in one place.
LEAST_NEAR = 0.38


def nearness(alignment: Alignment, i: int, p: int) -> float:
    """The share of what stands near a claim's node that stands near a passage's node, too; 0 where it is little."""
    claim = alignment.claim
    near, there = claim.within(i, NEAR_EDGES), alignment.passage.within(p, NEAR_EDGES)
    words = [claim.at[j] for j in near - claim.attribution]
    linked = ((word, alignment.links[word.i]) for word in words if word.i in alignment.links)
    common = sum(word.weight * link.kinship.strength for word, link in linked if link.passage in there)
    return common / sum(word.weight for word in words) if common >= LEAST_COMMON else 0.0


def _kind_weight(word: str) -> float:
    """What a name's own word weighs: something only if it says what kind of thing is named."""
    return weight(word) if word in words_of("head") | words_of("organisation") else 0.0


# The things that a claim names besides a name that differs must weigh this much to be known again without their verb.
LEAST_THINGS = 1.0
# A verb that tells less may well have another in its place.
LEAST_VERB = 0.5
# What it is worth that all things of the claim are there, and perhaps not its verb.
WITHOUT_VERB = 0.8


def of_another_event(alignment: Alignment, i: int) -> bool:
    """Whether a passage lacks the claim's verb, and too many of its common nouns to be of the same event."""
    verbs = (w for w in alignment.missing() if w.pos == "VERB" and w.i not in alignment.claim.attribution)
    return any(verb.weight >= LEAST_VERB for verb in verbs) and _common(alignment, _things(alignment, i)) < LEAST_THINGS


def things(alignment: Alignment, i: int) -> float:
    """How much of the claim's nouns, names and values a passage has, whatever the verbs; a paraphrase changes those."""
    named = _things(alignment, i)
    if _common(alignment, named) < LEAST_THINGS:
        return 0.0
    had = sum(word.weight * alignment.strength(word.i) for word in named)
    return WITHOUT_VERB * had / sum(word.weight for word in named)


def _things(alignment: Alignment, i: int) -> list[Word]:
    """What the claim names besides a name, and besides who says it."""
    left = frozenset(alignment.claim.name(i)) | alignment.claim.attribution
    return [w for w in alignment.claim.words if w.i not in left and w.pos not in ("VERB", "ADV", "AUX")]


def _common(alignment: Alignment, words: list[Word]) -> float:
    """The weight of the common words among some of the claim's that the passage has."""
    return sum(word.weight * alignment.strength(word.i) for word in words if word.kind is Kind.WORD)


# What a clause must have in common with a passage, by weight, to be judged without the claim's other clauses.
LEAST_CLAUSE = 2.0


def rest_of_clause(alignment: Alignment, i: int) -> float:
    """The share of the rest of a node's clause that a passage has; 0 where the claim is one clause, or has little."""
    claim = alignment.claim
    if len(claim.clauses) < 2:
        return 0.0
    clause = claim.clause(i) - frozenset(claim.name(i))
    words = [word for word in claim.words if word.i in clause]
    had = sum(word.weight * alignment.strength(word.i) for word in words)
    return had / sum(word.weight for word in words) if had >= LEAST_CLAUSE else 0.0


def held_by_another(alignment: Alignment, i: int, p: int) -> bool:
    """Whether the passage says it of another name of the claim: "English side Leeds", "Turkish side Galatasaray"."""
    claim, passage = alignment.claim, alignment.passage
    for j in claim.neighbours(i):
        link = alignment.links.get(j)
        if link is None or link.passage not in passage.neighbours(p) or claim.at[j].kind is not Kind.WORD:
            continue
        ours = {k for k in claim.neighbours(j) if claim.at[k].kind is Kind.NAME}
        for q in passage.neighbours(link.passage) - {p}:
            of = [k for k in alignment.back.get(q, ()) if claim.at[k].kind is Kind.NAME]
            if of and ours and ours.isdisjoint(of):
                return True
    return False
