"""What a draft tells in its writer's own words: its sentences, with one key for each thing and person named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.facets import dates, names, quantities
from factcheck.facets.lexicon import known
from factcheck.facets.names.data import fold
from factcheck.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from factcheck.claims.parts import Part
    from factcheck.claims.referents.context import Resolved
    from factcheck.facets.names import Name
    from factcheck.facets.quantities import Quantity
    from factcheck.model import Analysis, Document, Span, Token

# Blocks whose words are not the writer's account: other people's, or no sentences.
_NOT_OWN = frozenset(
    [BlockKind.BLOCK_QUOTE, BlockKind.CUE, BlockKind.TABLE_ROW, BlockKind.CODE, BlockKind.FRONT_MATTER]
)
_EMPTY = frozenset(["PUNCT", "DET", "AUX", "CCONJ", "SCONJ", "PART", "SYM"])
_LIGHT = frozenset(["of", "at", "in", "on", "by"])
_BRACKETS = re.compile(r"[\[\]]|['’]s?$")


@dataclass(frozen=True)
class Told:
    """A sentence of the draft: its parse, its place, its names, and what its pronouns stand for."""

    part: Part
    analysis: Analysis
    index: int
    names: tuple[Name, ...]
    stands: Mapping[int, str]
    people: Mapping[str, str | None]
    anchor: date | None

    def source(self, span: Span) -> Span:
        """The place in the document."""
        return self.part.source(span.start, span.end)

    @cached_property
    def own(self) -> bool:
        """Whether the block is the writer's account."""
        return self.part.block.kind not in _NOT_OWN and self.part.block.speaker is None

    def is_quoted(self, span: Span) -> bool:
        """Whether the words stand in a quotation."""
        whole = type(span)(self.part.span.start + span.start, self.part.span.start + span.end)
        return any(quote.span.overlaps(whole) for quote in self.part.quotes)

    @cached_property
    def dates(self) -> tuple[dates.DateValue, ...]:
        """The dates of the sentence."""
        return dates.find(self.analysis, self.anchor)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities of the sentence that are not quoted."""
        return tuple(q for q in quantities.find(self.analysis) if not self.is_quoted(q.span))

    @cached_property
    def when(self) -> frozenset[str]:
        """The times that the sentence names."""
        return frozenset(_when(value) for value in self.dates)

    @cached_property
    def name_at(self) -> Mapping[int, str]:
        """The key of the name that a token stands for; "" for a name's further words."""
        found: dict[int, str] = {}
        for name in self.names:
            inside = _tokens_of(self.analysis, name)
            found.update(dict.fromkeys(inside, ""))
            if inside:
                found[inside[0]] = "=" + self.key(name)
        return found

    def key(self, name: Name) -> str:
        """One name for a person however shortly named; else the name's words."""
        if len(name.words) == 1:
            return self.people.get(name.words[0]) or name.words[0]
        return " ".join((name.words[0], name.words[-1])) if name.kind == "person" else " ".join(name.words)

    def word(self, i: int) -> str | None:
        """What a token adds to what is said; None for grammar."""
        token = self.analysis.tokens[i]
        if i in self.name_at:
            return self.name_at[i] or None
        if i in self.stands:
            return self._stood(self.stands[i])
        if token.lower in ("no", "each", "every", "both", "another", "any", "some", "half", "will"):
            return token.lower
        if token.pos in _EMPTY or token.lower in _LIGHT:
            return None
        return fold(token.lemma or token.text)

    def _stood(self, text: str) -> str:
        plain = [fold(word) for word in _BRACKETS.sub("", text).split() if word.lower() not in ("the", "a", "an")]
        if len(plain) == 1:
            return "=" + (self.people.get(plain[0]) or plain[0])
        full = f"{plain[0]} {plain[-1]}" if plain else ""
        return "=" + (full if full in self.people.values() else " ".join(plain))

    def phrase(self, i: int, without: frozenset[int] = frozenset()) -> frozenset[str]:
        """The words of a noun phrase without its clauses; a person's are the name alone."""
        if i in self.stands:
            return frozenset([self._stood(self.stands[i])])
        kept = self._kept(
            i, {"acl", "appos", "conj", "case", "parataxis", "advcl", "cop", "nsubj", "obl", "ccomp", "cc"}
        )
        found = frozenset(word for k in kept if k not in without and (word := self.word(k)) is not None)
        head = self.name_at.get(i)
        named = {word for word in found if word.startswith("=")}
        person = head is not None and len(named) == 1 and next(iter(named))[1:] in self.people.values()
        return frozenset(named) if person else found

    def _kept(self, i: int, cut: Iterable[str]) -> list[int]:
        found, stack = [], [i]
        while stack:
            j = stack.pop()
            found.append(j)
            stack += [k for k in self.analysis.children[j] if self.analysis.tokens[k].rel not in cut]
        return sorted(found)


def _is_no_name(name: Name, analysis: Analysis) -> bool:
    """Whether a lone word has its capital from opening the sentence."""
    token = analysis.tokens[name.head]
    opens = all(t.pos == "PUNCT" for t in analysis.tokens[: token.i])
    return opens and name.kind == "unknown" and len(name.words) == 1 and known(token.lower, "NOUN")


def tell(parsed: Sequence[tuple[Part, Analysis, Resolved]], document: Document) -> tuple[Told, ...]:
    """The sentences of the draft that are its writer's own account, with one key for each person."""
    found = [
        (part, analysis, resolved, tuple(name for name in names.find(analysis) if not _is_no_name(name, analysis)))
        for part, analysis, resolved in parsed
    ]
    people = _people(name for *_, here in found for name in here)
    told = (
        Told(
            part, analysis, index, here, {i: stand.text for i, stand in resolved.stands.items()}, people, document.date
        )
        for index, (part, analysis, resolved, here) in enumerate(found)
    )
    return tuple(sentence for sentence in told if sentence.own)


def _people(found: Iterable[Name]) -> Mapping[str, str | None]:
    """Surnames (and lone first names) to the one person of the draft who bears them; None where several do."""
    known: dict[str, str | None] = {}
    for name in found:
        if name.kind not in ("person", "unknown") or len(name.words) < 2 or len(name.words) > 4:
            continue
        full = f"{name.words[0]} {name.words[-1]}"
        for word in {name.words[-1], *([name.words[0]] if name.kind == "person" else [])}:
            known[word] = full if known.get(word, full) == full else None
    return known


def _tokens_of(analysis: Analysis, name: Name) -> list[int]:
    near: Sequence[Token] = analysis.tokens[max(0, name.head - 20) : name.head + 21]
    return [t.i for t in near if t.start < name.span.end and name.span.start < t.end]


def _when(value: dates.DateValue) -> str:
    return f"{value.start}–{value.end}" if value.start is not None and not value.unresolved else value.text.lower()
