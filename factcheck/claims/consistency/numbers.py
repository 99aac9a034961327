"""FC601: the draft gives one quantity of one thing in two ways."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.consistency.clause import Clause, agree_on_source, clause_of, predicate_of
from factcheck.facets import quantities
from factcheck.facets.quantities import Bound, Quantity
from factcheck.facets.quantities.value import COUNT
from factcheck.model import Inconsistency, Relation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.claims.consistency.telling import Told

CODE = "FC601"
# Kinds of number that say which one of several, or how two things compare, rather than how much there is of one.
_OTHER_KINDS = frozenset(["ordinal", "multiple", "score", "age"])
# A clause must name its thing, or describe it in so many words beside the verb and what is counted.
_ENOUGH = 2
# Words before and after a figure that say that there are others like it.
_OTHERS_BEFORE = frozenset(
    [
        "another",
        "other",
        "further",
        "additional",
        "extra",
        "first",
        "last",
        "next",
        "remaining",
        "every",
        "average",
        "new",
    ]
)
_OTHERS_AFTER = frozenset(
    ["more", "each", "apiece", "per", "others", "other", "further", "additional", "fewer", "less", "extra", "new"]
)
# So many different figures of one thing are a series, and no slip.
_SERIES = 3


@dataclass(frozen=True)
class _Stated:
    """A quantity with the clause that states it."""

    told: Told
    quantity: Quantity
    clause: Clause

    @property
    def key(self) -> tuple[object, ...]:
        """What two of them must share: who does what to what, and what is counted."""
        head = self.told.analysis.tokens[self.clause.head]
        return (self.clause.subject, self.clause.object, self.quantity.noun, self.quantity.unit, head.lemma, head.tag)

    @property
    def rest(self) -> frozenset[str]:
        """What the clause says beside its verb and what is counted."""
        return self.clause.content - {self.told.word(self.clause.head) or "", self.quantity.noun or ""}


def find(told: Sequence[Told]) -> Iterator[Inconsistency]:
    """Pairs of clauses that say the same but for one figure."""
    groups: dict[tuple[object, ...], list[_Stated]] = defaultdict(list)
    wholes: dict[tuple[str, str], list[_Stated]] = defaultdict(list)
    for sentence in told:
        for stated in _stated(sentence):
            groups[stated.key].append(stated)
            wholes[(stated.told.analysis.tokens[stated.clause.head].lemma, stated.quantity.noun or "")].append(stated)
    for group in groups.values():
        yield from _differing(group)
    for group in wholes.values():
        yield from _against_the_whole(group)


def _stated(sentence: Told) -> Iterator[_Stated]:
    analysis = sentence.analysis
    for quantity in filter(_is_exact, sentence.quantities):
        inside = analysis.at(quantity.span)
        head = predicate_of(sentence, quantity.token if quantity.token is not None else inside[0])
        if head is None or not _has_verb(sentence, head) or _is_label(sentence, quantity, head):
            continue
        clause = clause_of(sentence, head, inside)
        if clause.sure and not _is_one_of_several(sentence, quantity):
            yield _Stated(sentence, quantity, clause)


def _has_verb(sentence: Told, head: int) -> bool:
    """Whether the clause is one: a heading's or a list's figure may number anything."""
    tokens = sentence.analysis.tokens
    return tokens[head].pos in ("VERB", "AUX") or any(tokens[k].rel == "cop" for k in sentence.analysis.children[head])


def _is_label(sentence: Told, quantity: Quantity, head: int) -> bool:
    """Whether a bare figure counts nothing: "part 2", "6: shell bed discovered"."""
    if quantity.unit != COUNT or quantity.noun is not None or quantity.token is None:
        return False
    return quantity.token != head and sentence.analysis.tokens[quantity.token].rel not in ("obj", "obl")


def _is_exact(quantity: Quantity) -> bool:
    return (
        quantity.value is not None
        and not quantity.approximate
        and quantity.bound is Bound.EXACT
        and quantity.unit not in _OTHER_KINDS
    )


def _is_one_of_several(sentence: Told, quantity: Quantity) -> bool:
    """ "another 12", "12 more", "12 each": figures that stand beside other figures of the same thing."""
    tokens, places = sentence.analysis.tokens, sentence.analysis.at(quantity.span)
    before = [tokens[i].lower for i in range(max(0, places[0] - 2), places[0])]
    after = [tokens[i].lower for i in range(places[-1] + 1, min(len(tokens), places[-1] + 4))]
    return any(word in _OTHERS_BEFORE for word in before) or any(word in _OTHERS_AFTER for word in after)


def _differing(group: list[_Stated]) -> Iterator[Inconsistency]:
    first = group[0]
    if len({stated.quantity.value for stated in group}) >= _SERIES:
        return
    for second in group[1:]:
        if _is_one_thing(first, second) and _differ(first.quantity, second.quantity):
            yield _found(first, second)
            return


def _is_one_thing(first: _Stated, second: _Stated) -> bool:
    if first.told.when != second.told.when or not agree_on_source(first.clause, second.clause):
        return False
    if not _says_the_same(first, second):
        return False
    shared = first.rest & second.rest
    named = any(word.startswith("=") for word in shared)
    return (named or len(shared) >= _ENOUGH) and first.told is not second.told


def _says_the_same(first: _Stated, second: _Stated) -> bool:
    """Whether the clauses agree in all but the figure; the one that says more may count more, but no less."""
    if first.rest == second.rest:
        return True
    fuller, barer = (first, second) if first.rest > second.rest else (second, first)
    if not fuller.rest > barer.rest or fuller.quantity.value is None or barer.quantity.value is None:
        return False
    return fuller.quantity.unit == COUNT and fuller.quantity.value > barer.quantity.value


def _differ(first: Quantity, second: Quantity) -> bool:
    both = (quantities.compare(first, second), quantities.compare(second, first))
    return all(outcome.relation is Relation.DIFFERS for outcome in both)


# --- all of them ------------------------------------------------------------------------------------


def _against_the_whole(group: list[_Stated]) -> Iterator[Inconsistency]:
    """ "paid 40 grants" … "all 45 grants were paid": the second counts what the first brought up."""
    wholes = [stated for stated in group if _is_all(stated)]
    first = group[0]
    if not wholes or wholes[0] is first or first.told.when or _is_all(first):
        return
    counted = {stated.quantity.value for stated in group}
    second = wholes[0]
    if (
        len(counted) != 2
        or second.clause.subject - first.clause.subject
        or not _differ(first.quantity, second.quantity)
    ):
        return
    if agree_on_source(first.clause, second.clause) and second.clause.object <= first.clause.object:
        yield _found(first, second)


def _is_all(stated: _Stated) -> bool:
    analysis = stated.told.analysis
    head = stated.quantity.head
    if head is None:
        return False
    return any(analysis.tokens[k].lower == "all" and analysis.tokens[k].rel == "det" for k in analysis.children[head])


def _found(first: _Stated, second: _Stated) -> Inconsistency:
    spans = [_with_noun(stated) for stated in (first, second)]
    one, two = (span.of(stated.told.analysis.text) for span, stated in zip(spans, (first, second), strict=True))
    message = f"the draft gives one quantity as {one} and as {two}"
    return Inconsistency(CODE, first.told.source(spans[0]), second.told.source(spans[1]), one, two, message)


def _with_noun(stated: _Stated) -> Span:
    """The figure with what it counts, where that follows at once."""
    analysis, head, span = stated.told.analysis, stated.quantity.head, stated.quantity.span
    last = analysis.at(span)[-1]
    return Span(span.start, analysis.tokens[head].end) if head is not None and last < head <= last + 3 else span
