"""Whether claim and passage speak of the same thing at all, where they differ.

"The mayor of Larne resigned" and "the mayor of Port Ellery resigned" are of two mayors, and a claim that differs from a
passage in two places is as a rule of another event: neither is contradicted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.verdicts.alignment import Alignment
from factcheck.verdicts.comparison.difference import Difference
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.words import Kind

# Differences with this share of the rest are counted; what the passage hardly speaks of is no second difference.
COUNTED = 0.5
# What stands behind a noun to say of which part of it, and how much a word has to tell to do so.
NARROWING = ("by:among", "by:of", "by:in", "by:at", "by:from", "by:to", "by:for", "by:on", "by:between")
LEAST_NARROWING = 0.4
# What stands behind or before a noun to say which one is meant.
RESTRICTING = ("poss", "mod", "by:of", "by:in", "by:at", "by:from", "by:to", "by:for", "by:on")


def of_another(alignment: Alignment, difference: Difference, found: Sequence[Difference]) -> bool:
    """Whether the difference only shows that the passage is about something else."""
    several = len(set(_places(alignment, found))) > 1
    another = _narrows_subject(alignment, difference) or _restricts_subject(alignment, difference)
    another = another or _of_its_owner(alignment)
    return several or another or _of_another_subject(alignment)


def _of_another_subject(alignment: Alignment) -> bool:
    """Whether "he" in the claim would have to be "his wife" in the passage."""
    for edge in alignment.claim.edges:
        verb = alignment.links.get(edge.head)
        pronoun = edge.label in ("subj", "obj") and _is_personal(alignment.claim, edge.tail)
        if pronoun and verb is not None:
            theirs = [e.tail for e in alignment.passage.out.get(verb.passage, ()) if e.label == edge.label]
            if theirs and all(_is_common(alignment.passage, i) for i in theirs):
                return True
    return False


def _is_personal(reading: Reading, i: int) -> bool:
    """Whether a node is a pronoun that stands for somebody: "he", not "everything"."""
    return reading.at[i].kind is Kind.PRONOUN and "PronType=Prs" in reading.analysis.tokens[i].morph


def _places(alignment: Alignment, found: Sequence[Difference]) -> Iterator[int]:
    """Each place that differs once: the words of a name are one, and so are a word and what ranks or turns it."""
    counted = (d.claim for d in found if d.rest >= COUNTED and d.claim in alignment.claim.at)
    nodes = {min(alignment.claim.name(i)) for i in counted}
    for node in nodes:
        if node not in alignment.links or nodes.isdisjoint(alignment.claim.neighbours(node)):
            yield node


def _restricts_subject(alignment: Alignment, difference: Difference) -> bool:
    """Whether the words that differ say which of several subjects is meant, or other words that do are missing."""
    nouns = {e.tail for e in alignment.claim.edges if e.label == "subj" and _is_common(alignment.claim, e.tail)}
    for noun in nouns:
        for edge in alignment.claim.out.get(noun, ()):
            restricts = edge.label in RESTRICTING and alignment.claim.at[edge.tail].kind is Kind.NAME
            if restricts and (edge.tail == difference.claim or _replaced(alignment, noun, edge.tail)):
                return True
    return False


def _narrows_subject(alignment: Alignment, difference: Difference) -> bool:
    """Whether the claim is of a part of the subject that the passage does not speak of: "unemployment among women"."""
    subjects = {e.tail for e in alignment.claim.edges if e.label == "subj"}
    beside = (e for i in subjects for e in alignment.claim.out.get(i, ()) if e.label in NARROWING)
    return any(e.tail != difference.claim and _unknown(alignment, e.tail) for e in beside)


def _of_its_owner(alignment: Alignment) -> bool:
    """Whether the passage says of somebody what the claim says of theirs: "a rival of Norlink", "Norlink"."""
    for edge in alignment.claim.edges:
        if edge.label == "subj" and alignment.strength(edge.tail) == 0 and edge.head in alignment.links:
            verb = alignment.links[edge.head].passage
            doers = {e.tail for e in alignment.passage.out.get(verb, ()) if e.label == "subj"}
            owners = (e.tail for e in alignment.claim.out.get(edge.tail, ()) if e.label in ("by:of", "poss"))
            if any(i in alignment.links and alignment.links[i].passage in doers for i in owners):
                return True
    return False


def _unknown(alignment: Alignment, i: int) -> bool:
    """Whether the passage has nothing for a word that tells which of several is meant."""
    word = alignment.claim.at[i]
    return word.kind is Kind.WORD and word.weight >= LEAST_NARROWING and alignment.strength(i) == 0


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
