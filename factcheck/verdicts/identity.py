"""Whether claim and passage speak of the same thing at all, where they differ.

"The mayor of Larne resigned" and "the mayor of Port Ellery resigned" are of two mayors, and a claim that differs from a
passage in two places is as a rule of another event: neither is contradicted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.verdicts.alignment import Alignment
from factcheck.verdicts.difference import Difference
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.words import Kind

# Differences with this share of the rest are counted; what the passage hardly speaks of is no second difference.
COUNTED = 0.5
# What stands behind or before a noun to say which one is meant.
RESTRICTING = ("poss", "mod", "by:of", "by:in", "by:at", "by:from", "by:to", "by:for", "by:on")


def of_another(alignment: Alignment, difference: Difference, found: Sequence[Difference]) -> bool:
    """Whether the difference only shows that the passage is about something else."""
    several = len(set(_places(alignment, found))) > 1
    return several or _restricts_subject(alignment, difference) or _of_another_subject(alignment)


def _of_another_subject(alignment: Alignment) -> bool:
    """Whether "he" in the claim would have to be "his wife" in the passage."""
    for edge in alignment.claim.edges:
        verb = alignment.links.get(edge.head)
        pronoun = alignment.claim.at[edge.tail].kind is Kind.PRONOUN and edge.label in ("subj", "obj")
        if pronoun and verb is not None:
            theirs = [e.tail for e in alignment.passage.out.get(verb.passage, ()) if e.label == edge.label]
            if theirs and all(_is_common(alignment.passage, i) for i in theirs):
                return True
    return False


def _places(alignment: Alignment, found: Sequence[Difference]) -> Iterator[int]:
    """Each place that differs once; the words of a name are one place."""
    for difference in found:
        if difference.rest >= COUNTED and difference.claim in alignment.claim.at:
            yield min(alignment.claim.name(difference.claim))


def _restricts_subject(alignment: Alignment, difference: Difference) -> bool:
    """Whether the words that differ say which of several subjects is meant, or other words that do are missing."""
    nouns = {e.tail for e in alignment.claim.edges if e.label == "subj" and _is_common(alignment.claim, e.tail)}
    for noun in nouns:
        for edge in alignment.claim.out.get(noun, ()):
            restricts = edge.label in RESTRICTING and alignment.claim.at[edge.tail].kind is Kind.NAME
            if restricts and (edge.tail == difference.claim or _replaced(alignment, noun, edge.tail)):
                return True
    return False


def _is_common(reading: Reading, i: int) -> bool:
    word = reading.at[i]
    return word.kind is Kind.WORD and word.pos == "NOUN"


def _replaced(alignment: Alignment, noun: int, name: int) -> bool:
    """Whether the passage has the noun with another name in the place of this one."""
    link = alignment.links.get(noun)
    if link is None or any(alignment.strength(i) for i in alignment.claim.name(name)):
        return False
    beside = (e.tail for e in alignment.passage.out.get(link.passage, ()) if e.label in RESTRICTING)
    return any(alignment.passage.at[i].kind is Kind.NAME and i not in alignment.back for i in beside)
