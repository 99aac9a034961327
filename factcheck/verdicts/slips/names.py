"""Names of a draft that no note has, where a note has another of the same kind that the draft does not use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.facets import names
from factcheck.facets.names import Name
from factcheck.model import Relation
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.slips.place import Neighbour, Place, best, shared

# Names of a closed class: a sentence seldom has two that could change places, so that no edge need tie them.
CLOSED = frozenset({"place", "nationality"})
# A passage must have this much of a sentence before one name can stand for another there.
LEAST_TOLD = 0.3


def other_name(name: Name, neighbours: Sequence[Neighbour], draft: Iterable[Reading]) -> Iterator[Place]:
    """The place of a passage that has another name for a sentence's."""
    used = [other for reading in draft for other in reading.names]
    heard = [neighbour for neighbour in neighbours if not neighbour.candidate.passage.asks]
    yield from best(place for neighbour in heard for place in _rivals(neighbour, name, used))


def _rivals(neighbour: Neighbour, name: Name, used: Sequence[Name]) -> Iterator[Place]:
    """The names of a passage that differ from the draft's, and that the draft does not have anywhere."""
    alignment = neighbour.alignment
    own = _nodes(alignment.claim, name)
    if not own or alignment.coverage(frozenset(own)) < LEAST_TOLD:
        return
    for other in alignment.passage.names:
        theirs = _nodes(alignment.passage, other)
        outcome = names.compare(name, other, alignment.passage.aliases)
        if not theirs or outcome.relation is not Relation.DIFFERS or outcome.how != "different":
            continue
        fits = _misnamed(name, other) or (_replaced(name, other) and _in_place(neighbour, own, theirs, name))
        if fits and not any(_agree(mine, other) for mine in used):
            around = shared(alignment, own[-1], theirs[-1])
            code = outcome.code or "FC401"
            yield Place(neighbour.candidate, name.span, other.span, code, outcome.how, around)


def _misnamed(name: Name, other: Name) -> bool:
    """Whether two names of as many words share the last and differ in the first: a person called otherwise."""
    ours, theirs = name.words, other.words
    people = {name.kind, other.kind} <= {"person", "unknown"}
    return people and len(ours) == len(theirs) > 1 and ours[-1] == theirs[-1] and ours[0] != theirs[0]


def _replaced(name: Name, other: Name) -> bool:
    """Whether two names of one kind share no word."""
    return name.kind == other.kind != "unknown" and set(name.words).isdisjoint(other.words)


def _in_place(neighbour: Neighbour, own: Sequence[int], theirs: Sequence[int], name: Name) -> bool:
    """Whether nothing of a name is in the passage, and the other name stands for nothing else of the sentence."""
    alignment = neighbour.alignment
    if any(alignment.strength(i) for i in own) or any(p in alignment.back for p in theirs):
        return False
    return name.kind in CLOSED or any(place.passage in theirs for place in alignment.counterparts(own[-1]))


def has_name(neighbour: Neighbour, name: Name) -> bool:
    """Whether a passage that is near, or its surroundings, have the name."""
    here = neighbour.alignment.passage
    if not neighbour.near(frozenset(_nodes(neighbour.alignment.claim, name))):
        return False
    told = (other for reading in (here, *neighbour.around) for other in reading.names)
    return any(_agree(name, other, here.aliases) for other in told)


def _agree(ours: Name, theirs: Name, aliases: tuple[tuple[str, str], ...] = ()) -> bool:
    return names.compare(ours, theirs, aliases).relation is Relation.AGREES


def _nodes(reading: Reading, name: Name) -> tuple[int, ...]:
    return tuple(i for i in reading.analysis.at(name.span) if i in reading.at)
