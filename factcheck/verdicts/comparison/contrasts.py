"""Where a passage speaks of another: by the opposite comparison, of one and another for "both", of somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.facets import lexicon
from factcheck.model import Token
from factcheck.verdicts.alignment import Alignment
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.tables.words import cues
from factcheck.verdicts.words import Kind

# How many tokens before "than" the word that compares may stand, and how many after it what is compared with.
BEFORE, AFTER = 4, 8
# Words that say the same of all, and those that tell one of several from the others.
ALL = frozenset({"both", "all", "each", "every"})
APART = frozenset({"one", "another", "other", "others", "some"})


@dataclass(frozen=True, slots=True)
class Comparison:
    """A word that compares, and the words that follow its "than"."""

    word: Token
    standard: frozenset[int]


def comparisons(reading: Reading) -> Iterator[Comparison]:
    """Each "more than", "smaller than" of a text."""
    tokens = reading.analysis.tokens
    for than in tokens:
        if than.lower == "than":
            standard = frozenset(i for i in range(than.i + 1, than.i + 1 + AFTER) if i in reading.at)
            before = (tokens[i] for i in range(than.i - 1, max(-1, than.i - 1 - BEFORE), -1))
            word = next((t for t in before if "Degree=Cmp" in t.morph or t.lower in _sided()), None)
            if word is not None:
                yield Comparison(word, standard)


def _sided() -> frozenset[str]:
    return cues("more") | cues("less")


def contrary_comparisons(alignment: Alignment) -> Iterator[int]:
    """The words by which the claim compares where the passage finds the opposite by the same measure."""
    for ours in comparisons(alignment.claim):
        for theirs in comparisons(alignment.passage):
            linked = {
                alignment.links[i].passage for i in ours.standard if i in alignment.links and _telling(alignment, i)
            }
            if not linked.isdisjoint(theirs.standard) and _opposed(ours.word, theirs.word):
                yield ours.word.i


def _telling(alignment: Alignment, i: int) -> bool:
    return alignment.claim.at[i].kind is not Kind.PRONOUN and alignment.claim.at[i].weight > 0


def _opposed(one: Token, other: Token) -> bool:
    more, less = cues("more"), cues("less")
    sides = (one.lower in more and other.lower in less) or (one.lower in less and other.lower in more)
    return sides or lexicon.antonyms(one.lemma, other.lemma, one.pos, other.pos)


def lumped(alignment: Alignment) -> Iterator[int]:
    """ "Both" and its like, where the passage tells one from the other: "one by train and one by boat"."""
    theirs = [token.lower for token in alignment.passage.analysis.tokens]
    if sum(word in APART for word in theirs) > 1 and ALL.isdisjoint(theirs):
        yield from (token.i for token in alignment.claim.analysis.tokens if token.lower in ALL)


def other_doers(alignment: Alignment) -> Iterator[int]:
    """The names of those who do what the passage has somebody else do."""
    claim, passage = alignment.claim, alignment.passage
    for edge in claim.edges:
        verb = alignment.links.get(edge.head)
        if verb is None or edge.label != "subj" or claim.at[edge.tail].kind is not Kind.NAME:
            continue
        doers = [e.tail for e in passage.out.get(verb.passage, ()) if e.label == "subj"]
        doers = [i for i in doers if passage.at[i].kind is Kind.NAME]
        ours = {alignment.links[j].passage for j in claim.name(edge.tail) if j in alignment.links}
        if doers and ours.isdisjoint(doers) and all(foreign(alignment, i) for i in doers):
            yield edge.tail


def foreign(alignment: Alignment, i: int) -> bool:
    """Whether a word of the passage is of a name that the claim does not have."""
    passage = alignment.passage
    word = passage.at.get(i)
    return word is not None and word.kind is Kind.NAME and not any(j in alignment.back for j in passage.name(i))
