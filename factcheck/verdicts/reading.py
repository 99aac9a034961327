"""What the judge reads in a text: its content words, its typed values, and the edges between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from factcheck.facets import names, ranks
from factcheck.facets.names import Name
from factcheck.facets.ranks import Rank
from factcheck.model import Analysis, Span
from factcheck.verdicts import phrasal
from factcheck.verdicts.beside import BEFORE_NAME, asides, definitions
from factcheck.verdicts.comparison.lifespan import Lifespan, lifespan
from factcheck.verdicts.graph import Edge, edges, identities, through_identity
from factcheck.verdicts.quotations.speakers import listed
from factcheck.verdicts.values import Value, values
from factcheck.verdicts.words import Kind, Word, word_of

VALUE_WEIGHT = 1.2
# The role of a date, whatever preposition it has.
WHEN = "when"
# The role of a value whose preposition is its own: "between four and fifteen degrees".
MEASURE = "mod"
# How far up the tree a clause's own predicate is looked for.
LONGEST_CLIMB = 12
# Verbs that put a statement into somebody's mouth and say nothing else.
SAYING = listed("saying")
# A passage is a candidate for many claims of an article; this many readings are kept at a time.
READINGS_KEPT = 4096


@dataclass(frozen=True)
class Reading:
    """A text as nodes and edges; the tokens of a value are one node, which stands at its head token."""

    analysis: Analysis
    words: tuple[Word, ...]
    values: tuple[Value, ...]
    names: tuple[Name, ...]
    aliases: tuple[tuple[str, str], ...]
    edges: tuple[Edge, ...]

    @cached_property
    def at(self) -> dict[int, Word]:
        """Each node by its token."""
        return {word.i: word for word in self.words}

    @cached_property
    def value_at(self) -> dict[int, Value]:
        """Each value by its node."""
        return {value.head: value for value in self.values}

    @cached_property
    def out(self) -> dict[int, list[Edge]]:
        """The edges that leave each node."""
        table: dict[int, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            table[edge.head].append(edge)
        return table

    @cached_property
    def into(self) -> dict[int, list[Edge]]:
        """The edges that reach each node."""
        table: dict[int, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            table[edge.tail].append(edge)
        return table

    @cached_property
    def _by_form(self) -> dict[str, list[int]]:
        table: dict[str, list[int]] = defaultdict(list)
        for word in self.words:
            if word.kind in (Kind.WORD, Kind.NAME):
                for form in word.forms:
                    table[form].append(word.i)
        return table

    def having(self, forms: frozenset[str]) -> list[int]:
        """The nodes that have one of the forms."""
        return sorted({i for form in forms for i in self._by_form.get(form, ())})

    @cached_property
    def ranks(self) -> tuple[Rank, ...]:
        """The ranks that the text names: "the second largest hall"."""
        return ranks.find(self.analysis)

    @cached_property
    def attribution(self) -> frozenset[int]:
        """The nodes that only say who says it: "the minister said that"."""
        verbs = {verb for edge in self.edges if (verb := self._saying(edge)) is not None}
        sayers = {e.tail for verb in verbs for e in self.out.get(verb, ()) if e.label == "subj"}
        return frozenset(verbs | sayers | {i for sayer in sayers for i in self.name(sayer)})

    def _saying(self, edge: Edge) -> int | None:
        """The verb of saying, if an edge ties it to what is said: "he said that it rains", "it rains, he said"."""
        aside = self.analysis.tokens[edge.tail].rel == "parataxis" and edge.label == "conj"
        if self.at[edge.head].lemma in SAYING:
            return edge.head if edge.label == "comp" or aside else None
        idle = not any(e.label in ("obj", "comp") for e in self.out.get(edge.tail, ()))
        return edge.tail if aside and idle and self.at[edge.tail].lemma in SAYING else None

    @cached_property
    def predicates(self) -> tuple[int, ...]:
        """What the text tells: its main predicates, or what somebody is said to say."""
        found: list[int] = []
        for root in self.analysis.roots:
            told = [e.tail for e in self.out.get(root, ()) if e.label == "comp"] if root in self.attribution else []
            found += told or [root]
        return tuple(i for i in found if i in self.at)

    def clause(self, i: int) -> frozenset[int]:
        """The tokens of the clause that holds a node, without the clauses coordinated with it or hanging on it."""
        tokens = self.analysis.tokens
        for _ in range(LONGEST_CLIMB):
            if tokens[i].pos == "VERB" or tokens[i].head == i or self.analysis.child(i, "cop") is not None:
                break
            i = tokens[i].head
        found, stack = [], [i]
        while stack:
            j = stack.pop()
            found.append(j)
            stack.extend(k for k in self.analysis.children[j] if not self._apart(k))
        return frozenset(found)

    def subjects(self, i: int) -> frozenset[int]:
        """The nodes of whom or what the clause of a node tells."""
        clause = self.clause(i)
        doers = {e.tail for j in clause for e in self.out.get(j, ()) if e.label == "subj" and e.tail in clause}
        return frozenset(doers | {e.head for j in clause for e in self.into.get(j, ()) if e.label == "is"} & clause)

    @cached_property
    def clauses(self) -> tuple[frozenset[int], ...]:
        """The tokens of each clause, the main one first, as the text has them."""
        roots = [*self.analysis.roots, *(t.i for t in self.analysis.tokens if self._apart(t.i))]
        return tuple(dict.fromkeys(self.clause(i) for i in roots))

    def _apart(self, k: int) -> bool:
        """Whether a token begins another clause."""
        token = self.analysis.tokens[k]
        coordinated = token.rel in ("conj", "parataxis") and token.pos in ("VERB", "AUX")
        return coordinated or token.dep == "acl:relcl" or token.rel == "advcl"

    def neighbours(self, i: int) -> set[int]:
        """The nodes one edge away."""
        return {e.tail for e in self.out.get(i, ())} | {e.head for e in self.into.get(i, ())}

    def within(self, i: int, edges: int) -> frozenset[int]:
        """The nodes so many edges away or fewer, without the node itself."""
        seen, frontier = {i}, {i}
        for _ in range(edges):
            frontier = {k for j in frontier for k in self.neighbours(j)} - seen
            seen |= frontier
        return frozenset(seen - {i})

    @cached_property
    def name_at(self) -> dict[int, Name]:
        """The name that each node belongs to."""
        inside = {i: name for name in self.names for i in self.analysis.at(name.span)}
        return {i: name for i, name in inside.items() if i in self.at and self.at[i].kind is Kind.NAME}

    def name(self, i: int) -> tuple[int, ...]:
        """The nodes of the name that holds a node, or the node itself."""
        name = self.name_at.get(i)
        return (i,) if name is None else tuple(j for j in self.analysis.at(name.span) if j in self.at)

    def span(self, i: int) -> Span:
        """The characters of a node."""
        value = self.value_at.get(i)
        if value is not None:
            return value.span
        token = self.analysis.tokens[i]
        return Span(token.start, token.end)

    def phrase(self, i: int) -> Span:
        """The characters of a node, or of the whole name that it belongs to."""
        name = self.name_at.get(i)
        return name.span if name is not None else self.span(i)

    def text(self, i: int) -> str:
        """The words of a node."""
        return self.span(i).of(self.analysis.text)


class _Same:
    """A parsed text as a key of the cache: the same object, so that its tokens need not be hashed."""

    __slots__ = ("analysis",)

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis

    def __hash__(self) -> int:
        return id(self.analysis)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.analysis is other.analysis


def read(analysis: Analysis, anchor: date | None = None) -> Reading:
    """The nodes and edges of a parsed text; relative dates count from `anchor`."""
    return _read(_Same(analysis), anchor)


@lru_cache(maxsize=READINGS_KEPT)
def _read(key: _Same, anchor: date | None) -> Reading:
    analysis = key.analysis
    found = values(analysis, anchor)
    home = {i: value.head for value in found for i in value.tokens}
    named = tuple(name for name in names.find(analysis) if not any(i in home for i in analysis.at(name.span)))
    in_name = {i for name in named for i in analysis.at(name.span)}
    life = _lifespan(analysis, named, found)
    if life is not None:
        found = tuple(
            sorted({v for v in (*found, *life.values) if v is not life.replaced}, key=lambda value: value.span)
        )
        home = {i: value.head for value in found for i in value.tokens}
    nodes = [_node(analysis, value) for value in found]
    nodes += life.words if life is not None else ()
    for token in analysis.tokens:
        if token.i not in home and (word := word_of(token, token.i in in_name)) is not None:
            nodes.append(word)
    verbs = phrasal.found(analysis)
    nodes = sorted(phrasal.joined(nodes, verbs), key=lambda word: word.i)
    kept = {word.i for word in nodes}
    own = tuple(phrasal.edges(edges(analysis), verbs))
    tied = through_identity((*own, *identities(analysis, own), *definitions(analysis, named), *asides(analysis, named)))
    tied = (*tied, *life.edges) if life is not None else tied
    bearer = _bearers(analysis, named, kept)
    return Reading(
        analysis,
        tuple(nodes),
        found,
        named,
        names.aliases(analysis),
        _folded(_labelled(analysis, tied, found), home, bearer, kept),
    )


def _bearers(analysis: Analysis, named: tuple[Name, ...], kept: set[int]) -> dict[int, int]:
    """For each word of a name, the word that stands for it: its last, whatever the parse makes its head."""
    found: dict[int, int] = {}
    for name in named:
        inside = [i for i in analysis.at(name.span) if i in kept]
        found.update((i, inside[-1]) for i in inside)
    return found


def _lifespan(analysis: Analysis, named: tuple[Name, ...], found: tuple[Value, ...]) -> Lifespan | None:
    """The life dates of the name that a text begins with."""
    if not named or len(analysis.at(Span(0, named[0].span.start))) > BEFORE_NAME:
        return None
    return lifespan(analysis, analysis.at(named[0].span)[-1], found)


def _node(analysis: Analysis, value: Value) -> Word:
    forms = frozenset({value.span.of(analysis.text).casefold()})
    return Word(value.head, Kind.VALUE, VALUE_WEIGHT, value.span.of(analysis.text), "NUM", forms)


def _labelled(analysis: Analysis, found: Iterable[Edge], values: tuple[Value, ...]) -> Iterator[Edge]:
    """The edges with one label for all dates, and without a preposition that belongs to the value itself."""
    of = {i: value for value in values for i in value.tokens}
    for edge in found:
        value, label = of.get(edge.tail), edge.label
        if value is not None and value.unit == "date" and label not in ("subj", "conj", "is"):
            label = WHEN
        elif value is not None and label == f"by:{analysis.tokens[value.tokens[0]].lower}":
            label = MEASURE
        yield Edge(edge.head, label, edge.tail)


def _folded(found: Iterable[Edge], home: dict[int, int], bearer: dict[int, int], kept: set[int]) -> tuple[Edge, ...]:
    """The edges with each value as one node and each name as its last word; none to words that carry nothing."""
    result: dict[Edge, None] = {}
    for edge in found:
        head, tail = home.get(edge.head, edge.head), home.get(edge.tail, edge.tail)
        if head in bearer and tail in bearer and bearer[head] == bearer[tail]:
            continue
        head, tail = bearer.get(head, head), bearer.get(tail, tail)
        if head != tail and head in kept and tail in kept:
            result.setdefault(Edge(head, edge.label, tail))
    for word, last in bearer.items():
        if word != last:
            result.setdefault(Edge(last, "mod", word))
    return tuple(result)
