"""Numbers and dates of a draft that no note has, where a note has another that the draft does not use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from factcheck.facets import lexicon, quantities
from factcheck.facets.quantities import Quantity
from factcheck.facets.quantities.value import COUNT, MULTIPLE, SCORE
from factcheck.model import Passage, Relation
from factcheck.verdicts.comparison.values import of_other_event
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.reckoning import figures_of, near, reckoned
from factcheck.verdicts.slips.place import Neighbour, Place, best, shared
from factcheck.verdicts.things import exclude
from factcheck.verdicts.values import Value, compare

# What is reckoned from other figures, so that a note need not have it.
RECKONED = frozenset({MULTIPLE, SCORE})
# Nobody mistakes a figure for one so many times as great.
FARTHEST = 1000


def other_value(value: Value, neighbours: Sequence[Neighbour], draft: Iterable[Reading]) -> Iterator[Place]:
    """The place of a passage that tells a sentence's number or date otherwise."""
    if value.unit in RECKONED:
        return
    used = [other for reading in draft for other in reading.values]
    heard = [neighbour for neighbour in neighbours if not neighbour.candidate.passage.asks]
    yield from best(place for neighbour in heard for place in _rivals(neighbour, value, used))


def _rivals(neighbour: Neighbour, value: Value, used: Sequence[Value]) -> Iterator[Place]:
    """The values of a passage that differ from the draft's, and that the draft does not have anywhere."""
    alignment = neighbour.alignment
    for other in alignment.passage.values:
        if other.unit != value.unit or not _of_one_kind(neighbour, value, other):
            continue
        outcome = compare(value, other)
        beside = (mine for mine in alignment.claim.values if mine is not value)
        if any(_used(mine, other) for mine in used) or any(_beside(mine, other) for mine in beside):
            continue
        if outcome.relation is Relation.DIFFERS:
            around = shared(alignment, value.head, other.head)
            code = outcome.code or "FC201"
            yield Place(neighbour.candidate, value.span, other.span, code, outcome.how, around)


def _of_one_kind(neighbour: Neighbour, value: Value, other: Value) -> bool:
    """Whether both count the same things, or date the same event."""
    ours, theirs = value.facet, other.facet
    if isinstance(ours, Quantity) and isinstance(theirs, Quantity):
        return _of_one_size(ours, theirs) and (ours.unit != COUNT or _same_noun(ours.noun, theirs.noun))
    alignment = neighbour.alignment
    tied = any(place.passage == other.head for place in alignment.counterparts(value.head))
    return tied and not of_other_event(alignment, other.head)


def _same_noun(ours: str | None, theirs: str | None) -> bool:
    if ours is None or theirs is None:
        return False
    return ours == theirs or lexicon.related(ours, theirs, "NOUN") is not None


def _of_one_size(ours: Quantity, theirs: Quantity) -> bool:
    """Whether one could be mistaken for the other: forty seconds and four years could not."""
    if not ours.value or not theirs.value:
        return False
    low, high = sorted((abs(ours.value), abs(theirs.value)))
    return high <= FARTHEST * low


def _used(ours: Value, theirs: Value) -> bool:
    """Whether a value of the draft is a passage's; a number of things only where the things are the same."""
    one, other = ours.facet, theirs.facet
    if isinstance(one, Quantity) and isinstance(other, Quantity) and one.unit == COUNT:
        return _same_noun(one.noun, other.noun) and _agree(ours, theirs)
    return _agree(ours, theirs)


def _beside(ours: Value, theirs: Value) -> bool:
    """Whether a value has a passage's figure without its unit: "54 percent, up from 41"."""
    one, other = ours.facet, theirs.facet
    return isinstance(one, Quantity) and isinstance(other, Quantity) and one.figure == other.figure is not None


def _agree(ours: Value, theirs: Value) -> bool:
    return compare(ours, theirs).relation is Relation.AGREES


# --- whether the notes have it ----------------------------------------------------------------------


def has_value(neighbour: Neighbour, value: Value) -> bool:
    """Whether a passage, its surroundings or its table have a value, or figures from which it is reckoned."""
    here = neighbour.alignment.passage
    if not neighbour.near(frozenset({value.head})):
        agreeing = [other for other in here.values if _agree(value, other)]
        return any(_is_beside(neighbour, value, other) or _is_same_count(neighbour, value, other) for other in agreeing)
    told = [other for reading in (here, *neighbour.around) for other in reading.values]
    if any(_agree(value, other) for other in told):
        return True
    if not isinstance(value.facet, Quantity) or value.facet.value is None:
        return False
    figures = figures_of(told, value.unit)
    return _is_told(value.facet, figures) or _in_table(value.facet, neighbour.candidate.table)


def _is_beside(neighbour: Neighbour, value: Value, other: Value) -> bool:
    """Whether anything stands around a value that stands around a passage's."""
    return shared(neighbour.alignment, value.head, other.head).weight > 0


def _is_same_count(neighbour: Neighbour, value: Value, other: Value) -> bool:
    """Whether both may count one kind of thing ("passengers", "people"), and the passage has more of the sentence."""
    ours, theirs = value.facet, other.facet
    if not isinstance(ours, Quantity) or not isinstance(theirs, Quantity) or ours.unit != COUNT:
        return False
    if ours.noun is None or theirs.noun is None or exclude(ours.noun, theirs.noun) is not None:
        return False
    return neighbour.alignment.coverage(frozenset({value.head})) > 0


def _in_table(wanted: Quantity, rows: Sequence[Passage]) -> bool:
    """Whether a figure stands in a table, or follows from two cells of a row or a column."""
    lines: dict[tuple[str, int], list[Decimal]] = {}
    for number, row in enumerate(rows):
        for cell in row.cells:
            for quantity in quantities.find_text(cell.text):
                if quantity.value is not None:
                    lines.setdefault(("row", number), []).append(quantity.value)
                    lines.setdefault(("column", cell.column), []).append(quantity.value)
    return any(_is_told(wanted, figures) for figures in lines.values())


def _is_told(wanted: Quantity, figures: Sequence[Decimal]) -> bool:
    """Whether a quantity is one of some figures, or is reckoned from two of them."""
    return any(near(wanted, figure) for figure in figures) or reckoned(wanted, figures)
