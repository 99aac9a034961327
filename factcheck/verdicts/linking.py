"""Links each word of a claim to the word of a passage that stands for it, and finds what stands around the passage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from factcheck.facets import dates, lexicon, names
from factcheck.facets.dates import DateValue
from factcheck.model import Relation
from factcheck.verdicts.alignment import Alignment, Link
from factcheck.verdicts.matching import EQUAL, NONE, Kinship, government, kinship, names_kinship
from factcheck.verdicts.quotations.speakers import listed
from factcheck.verdicts.reading import WHEN, Reading
from factcheck.verdicts.stand_ins import stand_ins
from factcheck.verdicts.values import compare
from factcheck.verdicts.words import Kind, Word, plain, stem

# How much a neighbour that also matches speaks for a link, against the words' own likeness of 0 to 1.
NEIGHBOUR_BONUS = 0.3
# The least likeness of two words that can be linked at all.
LEAST_KINSHIP = 0.55
FIRST_PERSON = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours"})
# Words for what somebody is no longer, and how well "used to be" says so.
FORMER = frozenset({"former", "ex", "onetime"})
EARLIER = Kinship(0.9, "synonym")
PART = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Source:
    """Of whom a passage is (its speaker, its note's title and file name), when its note is of, and whose turn it is."""

    who: str = ""
    day: date | None = None
    speaker: str = ""


UNKNOWN = Source()


def align(claim: Reading, passage: Reading, context: tuple[Reading, ...] = (), source: Source = UNKNOWN) -> Alignment:
    """Link each word of the claim to the word of the passage that fits best by itself and by its neighbours."""
    options = {word.i: _options(claim, passage, word) for word in claim.words if word.weight > 0}
    links = {i: _best(claim, passage, i, found, options) for i, found in options.items() if found}
    nearby = frozenset(
        w.i for w in claim.words if w.weight > 0 and w.i not in links and _nearby(claim, passage, context, w)
    )
    nearby |= _speaker(claim, passage, source.speaker) - links.keys()
    aligned = Alignment(claim, passage, links, nearby)
    aligned = replace(aligned, context=nearby - _displaced(aligned), spoken=_spoken(claim, source))
    return aligned if context else replace(aligned, stand_ins=stand_ins(aligned))


def _spoken(claim: Reading, source: Source) -> frozenset[int]:
    """The words that only say who says it, to whom and when, where the source is of that person and that time."""
    if not claim.attribution:
        return frozenset()
    named = [claim.at[i] for i in claim.attribution if claim.at[i].kind is Kind.NAME]
    written = frozenset(plain(part) for part in PART.findall(source.who))
    if not any(not word.forms.isdisjoint(written) for word in named):
        return frozenset()
    return claim.attribution | frozenset(_occasion(claim, source.day))


def _speaker(claim: Reading, passage: Reading, speaker: str) -> frozenset[int]:
    """The name of the person whose words a passage is, where it speaks of "I" or "we"."""
    words = frozenset(plain(part) for part in PART.findall(speaker))
    if not words or not any(word.lemma in FIRST_PERSON for word in passage.words):
        return frozenset()
    named = (claim.name(word.i) for word in claim.words if word.kind is Kind.NAME and not word.forms.isdisjoint(words))
    return frozenset(i for name in named for i in name)


def _occasion(claim: Reading, day: date | None) -> Iterator[int]:
    """Those whom a speaker addresses, as "an interviewer", and the date of speaking, if it is the source's."""
    for edge in claim.edges:
        if edge.head in claim.attribution and claim.at[edge.head].pos == "VERB":
            hearer = edge.label in ("obj", "iobj", "by:to") and stem(claim.at[edge.tail].lemma) in listed("hearer")
            if hearer or (edge.label == WHEN and day is not None and _on(claim, edge.tail, day)):
                yield edge.tail


def _on(claim: Reading, i: int, day: date) -> bool:
    """Whether a date of the claim is, or holds, a day."""
    ours = claim.value_at[i].facet
    found = dates.find_text(day.isoformat())
    return isinstance(ours, DateValue) and any(dates.compare(ours, d).relation is Relation.AGREES for d in found)


def _displaced(alignment: Alignment) -> frozenset[int]:
    """What is found only around the passage, in whose very place the passage has quite another name or the opposite."""
    found: set[int] = set()
    for i in sorted(alignment.context):
        there = [p.passage for p in alignment.counterparts(i) if p.exact and p.passage not in alignment.back]
        excludes = {Kind.NAME: _another, Kind.WORD: _opposite}.get(alignment.claim.at[i].kind)
        if excludes is not None and any(excludes(alignment, i, p) for p in there):
            found.update(alignment.claim.name(i))
    return frozenset(found)


def _opposite(alignment: Alignment, i: int, p: int) -> bool:
    """Whether a node of the passage says the opposite."""
    ours, theirs = alignment.claim.at[i], alignment.passage.at[p]
    return lexicon.antonyms(ours.lemma, theirs.lemma, ours.pos, theirs.pos)


def _another(alignment: Alignment, i: int, p: int) -> bool:
    """Whether a node of the passage is of a name that has nothing to do with the claim's."""
    ours, theirs = alignment.claim.name_at[i], alignment.passage.name_at.get(p)
    if theirs is None or not set(ours.words).isdisjoint(theirs.words):
        return False
    outcome = names.compare(ours, theirs, alignment.passage.aliases)
    return outcome.relation is Relation.DIFFERS and outcome.how == "different"


def _options(claim: Reading, passage: Reading, word: Word) -> list[tuple[int, Kinship]]:
    """The passage's nodes that can stand for a word: those that are the same word, or else those that mean the same."""
    same = (
        [(i, EQUAL) for i in passage.having(word.forms) if passage.at[i].kind is word.kind]
        if word.kind is not Kind.VALUE
        else []
    )
    if same:
        return same
    found = []
    for other in passage.words:
        kin = _kinship(claim, passage, word, other)
        if kin.strength >= LEAST_KINSHIP:
            found.append((other.i, kin))
    return found or list(_used_to(passage, word))


def _used_to(passage: Reading, word: Word) -> Iterator[tuple[int, Kinship]]:
    """What says "former" in other words: "used to be"."""
    if word.lemma in FORMER:
        for other in passage.words:
            governs = passage.analysis.tokens[other.i].lower == "used" and passage.analysis.child(other.i, "xcomp")
            if governs:
                yield other.i, EARLIER


def _nearby(claim: Reading, passage: Reading, context: tuple[Reading, ...], word: Word) -> bool:
    """Whether the surroundings have the word; a number or a date only where the passage has none of its kind."""
    if word.kind is Kind.VALUE and any(value.unit == claim.value_at[word.i].unit for value in passage.values):
        return False
    return any(_in_context(around, claim, word) for around in context)


def _in_context(context: Reading, claim: Reading, word: Word) -> bool:
    """Whether the surroundings of a passage have the word itself, or the bearer of the name."""
    if word.kind is Kind.WORD:
        return bool(context.having(word.forms))
    return bool(_options(claim, context, word))


def _kinship(claim: Reading, passage: Reading, word: Word, other: Word) -> Kinship:
    if (word.kind is Kind.VALUE) and (other.kind is Kind.VALUE):
        outcome = compare(claim.value_at[word.i], passage.value_at[other.i])
        return Kinship(1.0, outcome.how) if outcome.relation is Relation.AGREES else NONE
    if Kind.VALUE in (word.kind, other.kind) or other.kind is Kind.PRONOUN:
        return NONE
    if word.kind is other.kind is Kind.NAME:
        ours, theirs = claim.name_at[word.i], passage.name_at[other.i]
        kin = names_kinship(word, ours, other, theirs, passage.aliases)
        return government(ours, theirs) if kin is NONE and _acts(claim, word.i) else kin
    return kinship(word, other)


def _acts(reading: Reading, i: int) -> bool:
    """Whether a node does or owns something, rather than being where it happens."""
    return any(edge.label in ("subj", "poss") for edge in reading.into.get(i, ()))


def _best(
    claim: Reading,
    passage: Reading,
    i: int,
    found: list[tuple[int, Kinship]],
    options: dict[int, list[tuple[int, Kinship]]],
) -> Link:
    if len(found) == 1:
        return Link(i, *found[0])
    around = claim.neighbours(i)

    def fit(option: tuple[int, Kinship]) -> tuple[float, int]:
        near = passage.neighbours(option[0])
        shared = sum(any(p in near for p, _ in options.get(j, ())) for j in around)
        return option[1].strength + NEIGHBOUR_BONUS * shared / (len(around) or 1), -option[0]

    return Link(i, *max(found, key=fit))
