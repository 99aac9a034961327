"""What differs between a claim and a passage that says the same: each difference with its rule code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.facets import lexicon, names
from factcheck.model import Relation
from factcheck.verdicts import things
from factcheck.verdicts.alignment import Alignment, Counterpart
from factcheck.verdicts.values import compare as compare_values
from factcheck.verdicts.words import Kind, Word


@dataclass(frozen=True)
class Difference:
    """One place where the claim and the passage cannot both be right.

    `claim` and `passage` are nodes; `rest` is the share of the rest of the claim that the passage has;
    `ties` how many edges put the two nodes in the same place.
    """

    code: str
    how: str
    claim: int
    passage: int
    ties: int
    rest: float
    message: str = ""


def differences(alignment: Alignment) -> list[Difference]:
    """All differences, the surest first."""
    found = [*_values(alignment), *_names(alignment), *_words(alignment), *_descriptions(alignment), *_swaps(alignment)]
    return sorted(found, key=lambda d: (-d.rest, -d.ties, d.claim, d.passage))


def _values(alignment: Alignment) -> Iterator[Difference]:
    """Values in the same place that differ."""
    for i, value in alignment.claim.value_at.items():
        if alignment.strength(i) > 0:
            continue
        rest = alignment.coverage(besides=frozenset({i}))
        places = alignment.counterparts(i)
        free = [p for p in alignment.passage.value_at if p not in alignment.back]
        if not places and len(free) == 1:
            places = [Counterpart(free[0], 0, 0)]
        for other in places:
            facet = alignment.passage.value_at.get(other.passage)
            if facet is None or other.passage in alignment.back:
                continue
            outcome = compare_values(value, facet)
            if outcome.relation is Relation.DIFFERS:
                yield Difference(outcome.code or "FC201", outcome.how, i, other.passage, other.ties, rest, outcome.message)
                break


def _unmatched(alignment: Alignment, kind: Kind) -> Iterator[tuple[Word, Word, Counterpart]]:
    for word in alignment.claim.words:
        if word.kind is not kind or alignment.strength(word.i) > 0 or word.weight == 0:
            continue
        for other in alignment.counterparts(word.i):
            found = alignment.passage.at.get(other.passage)
            if other.exact and found is not None and found.i not in alignment.back and found.kind is kind:
                yield word, found, other


def _names(alignment: Alignment) -> Iterator[Difference]:
    """Another name in the same place."""
    done = set()
    for word, other, place in _unmatched(alignment, Kind.NAME):
        ours, theirs = alignment.claim.name_at[word.i], alignment.passage.name_at[other.i]
        outcome = names.compare(ours, theirs, alignment.passage.aliases)
        if ours in done or outcome.code is None:
            continue
        done.add(ours)
        rest = alignment.coverage(besides=frozenset(alignment.claim.name(word.i)))
        yield Difference(outcome.code, outcome.how, word.i, other.i, place.ties, rest, outcome.message)


def _words(alignment: Alignment) -> Iterator[Difference]:
    """An opposite, or a word that excludes the claim's, in the same place."""
    for word, other, place in _unmatched(alignment, Kind.WORD):
        rest = alignment.coverage(besides=frozenset({word.i}))
        if lexicon.antonyms(word.lemma, other.lemma, word.pos, other.pos):
            yield Difference("FC502", "opposite", word.i, other.i, place.ties, rest)
        elif word.pos == other.pos and lexicon.exclusive(word.lemma, other.lemma, word.pos):
            yield Difference("FC507", "exclusive", word.i, other.i, place.ties, rest)


def _descriptions(alignment: Alignment) -> Iterator[Difference]:
    """The same thing is said to be a thing of another kind, or the same person to have another occupation."""
    for edge in alignment.claim.edges:
        word = alignment.claim.at[edge.tail]
        if edge.label != "is" or word.pos != "NOUN" or word.kind is not Kind.WORD or alignment.strength(word.i) > 0:
            continue
        link = alignment.links.get(edge.head)
        if link is None:
            continue
        given = _described(alignment, link.passage)
        reasons = [things.exclude(word.lemma, other.lemma) for other in given]
        if given and None not in reasons:
            own = frozenset({word.i, *(e.tail for e in alignment.claim.out.get(word.i, ()) if e.label == "mod")})
            code = "FC402" if "occupation" in reasons else "FC507"
            yield Difference(code, reasons[0] or "kind", word.i, given[0].i, 1, alignment.coverage(besides=own))


def _described(alignment: Alignment, i: int) -> list[Word]:
    """The common nouns that the passage says that a node is, or sets before its name as a title."""
    passage = alignment.passage
    found = [e.tail for e in passage.out.get(i, ()) if e.label == "is"]
    found += [e.head for e in passage.into.get(i, ()) if e.label == "is"]
    found += [e.tail for e in passage.out.get(i, ()) if e.label == "mod" and e.tail < i]
    words = [passage.at[j] for j in dict.fromkeys(found)]
    return [word for word in words if word.kind is Kind.WORD and word.pos == "NOUN" and things.kinds(word.lemma)]


OBJECT_LIKE = ("obj", "iobj")


def _swaps(alignment: Alignment) -> Iterator[Difference]:
    """Who does it in the claim has it done to them in the passage, by the same predicate."""
    for edge in alignment.claim.edges:
        verb = alignment.links.get(edge.head)
        if edge.label != "subj" or verb is None or edge.tail not in alignment.links:
            continue
        for other in alignment.claim.out[edge.head]:
            if other.label in OBJECT_LIKE and other.tail in alignment.links and _swapped(alignment, verb.passage, edge.tail, other.tail):
                rest = alignment.coverage()
                yield Difference("FC403", "swapped", edge.tail, alignment.links[edge.tail].passage, 2, rest)


def _swapped(alignment: Alignment, verb: int, doer: int, done: int) -> bool:
    """Whether the passage's predicate has the doer as its object and the other as its doer, and not both ways."""
    a, b = alignment.links[doer].passage, alignment.links[done].passage
    labels: dict[int, set[str]] = {a: set(), b: set()}
    for edge in alignment.passage.out.get(verb, ()):
        if edge.tail in labels:
            labels[edge.tail].add(edge.label)
    return a != b and "subj" in labels[b] and not labels[a].isdisjoint(OBJECT_LIKE) and "subj" not in labels[a]
