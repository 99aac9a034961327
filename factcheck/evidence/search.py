"""Claims into candidates: BM25 over the index, widened by spelling and meaning, ranked by what they cover.

Similarity only ranks here: what a passage says of the claim is decided by comparison, elsewhere.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from factcheck.claims.data import words as listed
from factcheck.evidence.passages import number_key
from factcheck.evidence.thesaurus import Thesaurus
from factcheck.facets import dates, quantities
from factcheck.ledger.vocabulary import words
from factcheck.model import Analysis, Evidence, Passage, Token

if TYPE_CHECKING:
    from datetime import date

    from factcheck.ledger import Ledger

# How many passages BM25 hands to the ranking, and how many the ranking hands to the judge. Recall of the deciding
# passage on the labelled newsroom cases no longer rises past 60 and 8.
BM25_LIMIT = 60
CANDIDATES = 8
# The rarest words of a long claim find its passages; more only cost time.
LONGEST_QUERY = 16
# Spelling variants: names and words that the index does not know; 84 keeps Zelensky/Zelenskyy and drops Iran/Iraq.
SPELLING_CUTOFF = 84
SPELLING_VARIANTS = 3
SHORTEST_MISSPELT = 5
# A word that stands only in a neighbouring sentence, the heading or the title counts for less than one in the passage.
CONTEXT_WEIGHT = 0.5
VARIANT_WEIGHT = 0.8
# So does a word that only says who says it, to whom and when: the note may be that very statement.
REPORTING_WEIGHT = 0.3

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV", "X", "SYM", "INTJ"})
_LIGHT = frozenset({"be", "have", "do", "say", "also", "not", "n't", "more", "very", "so", "then", "there", "here"})


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a claim: the forms of the index that are the same word, those that are a variant, and its weight."""

    forms: frozenset[str]
    variants: frozenset[str]
    weight: float


@dataclass(frozen=True, slots=True)
class _Entry:
    """A passage with its words and those around it."""

    passage: Passage
    own: frozenset[str]
    context: frozenset[str]

    def coverage(self, terms: Sequence[Term]) -> float:
        """The share of the claim's information (idf-weighted words) that the passage and its context hold, 0 to 1."""
        total = sum(term.weight for term in terms)
        return sum(term.weight * _presence(term, self.own, self.context) for term in terms) / total


class Search:
    """Finds passages in some of a ledger's notes: `notes` maps their paths to their content hashes."""

    def __init__(self, ledger: Ledger, notes: Mapping[str, str]) -> None:
        self._ledger = ledger
        self._paths = {digest: path for path, digest in sorted(notes.items(), reverse=True)}
        self._notes = sorted(self._paths)
        self._entries: dict[str, _Entry] = {}

    @cached_property
    def _frequencies(self) -> dict[str, int]:
        return self._ledger.vocabulary(self._notes)

    @cached_property
    def _words(self) -> list[str]:
        return sorted(self._frequencies)

    @cached_property
    def _thesaurus(self) -> Thesaurus:
        return Thesaurus(self._words)

    @cached_property
    def _size(self) -> int:
        return max(1, self._ledger.count_passages(self._notes))

    def candidates(self, claim: Analysis, anchor: date | None = None, limit: int = CANDIDATES) -> list[Evidence]:
        """The passages worth reading for a claim, best first; `anchor` is the date that its relative times hang on."""
        terms = self.terms(claim)
        if not terms:
            return []
        rarest = sorted(terms, key=lambda term: (-term.weight, sorted(term.forms)))[:LONGEST_QUERY]
        query = [sorted(term.forms | term.variants) for term in rarest]
        found = dict(self._ledger.match(query, self._notes, BM25_LIMIT))
        for identifier in self._ledger.match_values(_value_keys(claim, anchor), self._notes, BM25_LIMIT):
            found.setdefault(identifier, 0.0)
        scored = [(entry.coverage(terms), found[entry.passage.id], entry.passage) for entry in self._read(found)]
        scored.sort(key=lambda row: (-row[0], -row[1], row[2].sha256, row[2].span))
        return [Evidence(passage, round(score, 4)) for score, _, passage in scored[:limit] if score > 0]

    def terms(self, claim: Analysis) -> list[Term]:
        """The content words of a claim, widened over the index's own vocabulary."""
        seen: dict[str, Term] = {}
        reporting = _reporting(claim)
        for token in claim.tokens:
            if token.pos in _CONTENT and token.lemma.lower() not in _LIGHT and any(map(str.isalnum, token.text)):
                for word in words(token.lower):
                    if word not in seen:
                        term = self._term(word, token)
                        lighter = token.i in reporting
                        seen[word] = replace(term, weight=term.weight * REPORTING_WEIGHT) if lighter else term
        return list(seen.values())

    def _term(self, word: str, token: Token) -> Term:
        forms = {word, *words(token.lemma.lower())} | self._inflected(token)
        known = [form for form in forms if form in self._frequencies]
        variants = self._thesaurus.neighbours(token.lemma, token.pos) - forms
        if not known and len(word) >= SHORTEST_MISSPELT:
            variants |= self._misspelt(word)
        frequency = max((self._frequencies[form] for form in known), default=0)
        return Term(frozenset(forms), frozenset(variants), math.log(1 + self._size / (1 + frequency)))

    def _inflected(self, token: Token) -> set[str]:
        """Words of the index that begin as the lemma does and end otherwise: arrest, arrested, arrests."""
        lemma = token.lemma.lower()
        if len(lemma) < 4 or token.pos in {"PROPN", "NUM"}:
            return set()
        stem = lemma[: max(4, len(lemma) - 2)]
        found = set()
        index = bisect_left(self._words, stem)
        while index < len(self._words) and self._words[index].startswith(stem):
            if len(self._words[index]) <= len(lemma) + 3:
                found.add(self._words[index])
            index += 1
        return found

    def _misspelt(self, word: str) -> set[str]:
        near = process.extract(
            word, self._words, scorer=fuzz.ratio, score_cutoff=SPELLING_CUTOFF, limit=SPELLING_VARIANTS
        )
        return {found for found, _, _ in near}

    def _read(self, identifiers: Iterable[str]) -> list[_Entry]:
        """The passages with their words, each read from the ledger once; the claims of one article share most."""
        wanted = sorted(identifiers)
        for passage in self._ledger.passages([i for i in wanted if i not in self._entries], self._paths):
            around = f"{passage.before} {passage.after} {passage.heading} {passage.title} {passage.speaker or ''}"
            self._entries[passage.id] = _Entry(passage, frozenset(words(passage.text)), frozenset(words(around)))
        return [self._entries[identifier] for identifier in wanted]


def _presence(term: Term, own: frozenset[str], context: frozenset[str]) -> float:
    if not term.forms.isdisjoint(own):
        return 1.0
    if not term.variants.isdisjoint(own):
        return VARIANT_WEIGHT
    return CONTEXT_WEIGHT if not term.forms.isdisjoint(context) else 0.0


def _reporting(claim: Analysis) -> frozenset[int]:
    """The words of "she told a reporter in May that", whatever follows; none where nothing is said to be said."""
    for root in claim.roots:
        if claim.tokens[root].pos == "VERB" and claim.tokens[root].lemma.lower() in listed("speech-verbs.txt"):
            said = claim.child(root, "ccomp") or claim.child(root, "parataxis")
            if said is not None:
                return frozenset(claim.subtree(root)) - frozenset(claim.subtree(said.i))
    return frozenset()


def _value_keys(claim: Analysis, anchor: date | None) -> list[str]:
    numbers: Iterable[str] = (number_key(q.value) for q in quantities.find(claim) if q.value is not None)
    years = (f"year:{day.start.year}" for day in dates.find(claim, anchor) if day.start is not None)
    return sorted({*numbers, *years})
