"""A cell of the draft's own table against the note's cell with the same row label and the same header."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.facets.dates import DateValue
from factcheck.facets.quantities import Bound, Quantity
from factcheck.model import Claim, Span
from factcheck.verdicts.tables.arithmetic import NUMBER, Answer, lookup
from factcheck.verdicts.tables.headers import Unit, cell_unit, figure_of, read_header, unit_of_bare
from factcheck.verdicts.tables.reading import Fact, Table
from factcheck.verdicts.tables.words import alike, pieces

# A claim that is a cell has three pieces: the row's label, the header, which has no place of its own, and the value.
PIECES = 3


@dataclass(frozen=True, slots=True)
class DraftCell:
    """A cell of the draft: the label of its row, its header, its text, and where that stands in the claim."""

    row: str
    header: str
    text: str
    span: Span


def cell_of(claim: Claim) -> DraftCell | None:
    """The cell that a claim is made of ("Norlink, passengers 2022: 241,000"), if it is made of one."""
    if len(claim.pieces) != PIECES or claim.pieces[1].source is not None:
        return None
    row, lead, value = (piece.span.of(claim.text) for piece in claim.pieces)
    if not lead.startswith(", ") or not lead.endswith(": "):
        return None
    return DraftCell(row.strip(), lead[2:-2].strip(), value.strip(), claim.pieces[2].span)


def against(cell: DraftCell, table: Table) -> Answer | None:
    """What a table says to a draft's cell; None unless exactly one of its cells has that row and that header."""
    words, units, when, reference, sides = read_header(cell.header)
    figure = figure_of(cell.text)
    if figure is None or not words:
        return None
    fitting = [fact for fact in table.facts if _fits(fact, cell, words, reference, when)]
    if len(fitting) != 1 or fitting[0].measure.sides != sides:
        return None
    own = cell_unit(cell.text)
    read = (own,) if own is not None else units or unit_of_bare(words, [figure])
    answers = [lookup(_quantity(cell, figure, unit), fitting[0], NUMBER) for unit in read]
    return _surest([answer for answer in answers if answer is not None], figure, fitting[0])


def _fits(fact: Fact, cell: DraftCell, words: Sequence[str], reference: Sequence[str], when: DateValue | None) -> bool:
    time = (when.start, when.end) if when is not None else None
    named = any(_same(pieces(label), pieces(cell.row)) for _, label in fact.labels)
    same_time = time is None or fact.time == time
    return (
        named and same_time and _same(fact.measure.words, words) and tuple(fact.measure.reference) == tuple(reference)
    )


def _same(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether two labels have the same words, in any order."""
    return bool(one) and len(one) == len(two) and all(any(alike(a, b) for b in two) for a in one)


def _quantity(cell: DraftCell, figure: Decimal, unit: Unit) -> Quantity:
    """The draft's figure in the unit of its header or of its cell."""
    exponent = figure.as_tuple().exponent
    places = exponent if isinstance(exponent, int) and exponent < 0 else 0
    value = figure * unit.factor
    return Quantity(
        span=cell.span,
        text=cell.text,
        low=value,
        high=value,
        value=value,
        precision=Decimal(5).scaleb(places - 1) * unit.factor,
        approximate=False,
        bound=Bound.EXACT,
        unit=unit.dimension,
        written_unit=unit.name,
        figure=figure,
    )


def _surest(answers: Sequence[Answer], figure: Decimal, fact: Fact) -> Answer | None:
    """The answer that agrees, if one does; the very same figure in a unit that one header leaves out is no error."""
    agreeing = [answer for answer in answers if answer.agrees]
    if agreeing:
        return agreeing[0]
    return None if not answers or fact.figure == figure else answers[0]
