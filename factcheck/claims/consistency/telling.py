"""What a draft tells in its writer's own words: its clauses, whom they are about, when, and who vouches for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.claims.data import words
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
# A predicate is looked for so many steps above a word.
_CLIMB = 12
_MAYBE = frozenset(["would", "could", "may", "might", "should", "can", "must", "ought"])
_IF = frozenset(["if", "unless", "whether", "though", "until"])
_NO = frozenset(["not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "almost", "none"])
# Verbs of saying that make the writer vouch for what they report.
_VOUCHING = frozenset(["acknowledge", "admit", "confirm", "note", "reveal", "recall", "remember", "remind"])
_CUT = frozenset(
    [
        "advcl",
        "parataxis",
        "ccomp",
        "discourse",
        "appos",
        "list",
        "vocative",
        "cc",
        "punct",
        "mark",
        "aux",
        "cop",
        "det",
        "dislocated",
    ]
)
_EMPTY = frozenset(["PUNCT", "DET", "AUX", "CCONJ", "SCONJ", "PART", "SYM"])
_LIGHT = frozenset(["of", "at", "in", "on", "by"])
_BRACKETS = re.compile(r"[\[\]]|['’]s?$")


@dataclass(frozen=True)
class Clause:
    """One predicate and what it says.

    `content` are its words, names as one; `subject` and `object` those of whoever acts and of what is acted upon;
    `source` who is said to say it; `sure` is false for what is denied, possible, asked or planned.
    """

    head: int
    tokens: frozenset[int]
    content: frozenset[str]
    subject: frozenset[str]
    object: frozenset[str]
    source: frozenset[str]
    sure: bool


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

    def predicate(self, i: int) -> int | None:
        """The predicate that a word belongs to."""
        tokens = self.analysis.tokens
        for _ in range(_CLIMB):
            if is_predicate(self.analysis, i):
                return i
            if tokens[i].head == i:
                return None
            i = tokens[i].head
        return None

    def clause(self, head: int, without: Iterable[int] = ()) -> Clause:
        """What a predicate says, apart from the words named."""
        skip = frozenset(without)
        kept = [k for k in self._clause_tokens(head) if k not in skip]
        subject, what = self._roles(head, skip)
        content = frozenset(word for k in kept if (word := self.word(k)) is not None) | subject | what
        return Clause(head, frozenset(kept), content, subject, what, self._voucher(head), self._sure(head))

    def _clause_tokens(self, head: int) -> list[int]:
        tokens, found, stack = self.analysis.tokens, [], [head]
        while stack:
            j = stack.pop()
            found.append(j)
            for k in self.analysis.children[j]:
                joined = tokens[k].rel == "conj" and is_predicate(self.analysis, k)
                if tokens[k].rel not in _CUT and tokens[k].dep != "acl:relcl" and not joined and tokens[k].rel != "acl":
                    stack.append(k)
        return sorted(found)

    def _roles(self, head: int, without: frozenset[int]) -> tuple[frozenset[str], frozenset[str]]:
        """Who acts, and what is acted upon: a passive's subject is what is acted upon."""
        tokens = self.analysis.tokens
        token = tokens[head]
        subject = self._seat(head)
        what = next((k for k in self.analysis.children[head] if tokens[k].rel == "obj"), None)
        agent = next((k for k in self.analysis.children[head] if tokens[k].dep == "obl:agent"), None)
        passive = subject is not None and tokens[subject].dep.endswith(":pass")
        if token.rel == "acl" and (subject is None or tokens[subject].lower in ("which", "who", "that")):
            passive = passive or (subject is None and token.tag == "VBN")
            subject = token.head
        acting, acted = (agent, subject) if passive else (subject, what)
        return self._or_none(acting, without), self._or_none(acted, without)

    def _or_none(self, i: int | None, without: frozenset[int] = frozenset()) -> frozenset[str]:
        return self.phrase(i, without) if i is not None else frozenset()

    def _seat(self, head: int) -> int | None:
        """The subject of a predicate, or of the one that it is joined to."""
        tokens = self.analysis.tokens
        for _ in range(4):
            found = next((k for k in self.analysis.children[head] if tokens[k].rel == "nsubj"), None)
            if found is not None or tokens[head].rel != "conj":
                return found
            head = tokens[head].head
        return None

    def _sure(self, head: int) -> bool:
        """Whether the clause and those above it state a fact."""
        tokens = self.analysis.tokens
        if any(t.text == "?" for t in tokens[-3:]):
            return False
        for _ in range(_CLIMB):
            if self._doubted(head):
                return False
            if tokens[head].rel in ("xcomp", "csubj") or (
                tokens[head].rel in ("advcl", "acl") and self._infinitive(head)
            ):
                return False
            if tokens[head].head == head or tokens[head].rel == "acl":
                return True
            head = tokens[head].head
        return False

    def _doubted(self, head: int) -> bool:
        for k in self.analysis.children[head]:
            token = self.analysis.tokens[k]
            if token.rel in ("aux", "advmod", "det", "mark", "cc", "nsubj") and token.lower in _MAYBE | _IF | _NO:
                return True
        return False

    def _infinitive(self, head: int) -> bool:
        return any(
            self.analysis.tokens[k].lower == "to" and self.analysis.tokens[k].rel == "mark"
            for k in self.analysis.children[head]
        )

    def _below(self, i: int, top: int) -> bool:
        for _ in range(_CLIMB):
            if i == top:
                return True
            i = self.analysis.tokens[i].head
        return i == top

    def _voucher(self, head: int) -> frozenset[str]:
        """The words of whoever is said to say it; empty where the writer does."""
        for token in self.analysis.tokens:
            lemma = token.lemma.lower()
            if token.i == head or token.pos != "VERB" or lemma not in words("speech-verbs.txt") or lemma in _VOUCHING:
                continue
            if not self._below(head, token.i) and (token.rel != "parataxis" or not self._below(token.i, head)):
                continue
            return self._or_none(self._seat(token.i)) | {"said"}
        lower = self.analysis.text.lower()
        at = lower.find("according to ")
        return frozenset(["said", *lower[at + 13 :].split()[:4]]) if at >= 0 else frozenset()


def _is_no_name(name: Name, analysis: Analysis) -> bool:
    """Whether a lone word has its capital from opening the sentence."""
    token = analysis.tokens[name.head]
    opens = all(t.pos == "PUNCT" for t in analysis.tokens[: token.i])
    return opens and name.kind == "unknown" and len(name.words) == 1 and known(token.lower, "NOUN")


def is_predicate(analysis: Analysis, i: int) -> bool:
    """Whether the word heads a clause."""
    token = analysis.tokens[i]
    if token.pos == "VERB" and token.rel not in ("amod", "case", "compound", "obl"):
        return True
    return any(analysis.tokens[k].rel in ("cop", "nsubj") for k in analysis.children[i])


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


def agree_on_source(first: Clause, second: Clause) -> bool:
    """Whether the same voice tells both: the writer, one speaker, or whoever the other clause is about."""
    if first.source == second.source:
        return True
    if first.source and second.source:
        return False
    speaker, other = (first.source, second) if first.source else (second.source, first)
    return speaker - {"said"} <= other.subject and len(speaker) > 1


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
