"""The people of a draft: which names mean the same person."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.referents.mentions import names_person
from factcheck.claims.referents.named import called_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.facets import names
    from factcheck.model import Analysis

# So many people of one surname at most are compared with one another.
NAMESAKES = 32


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is named in full anywhere in the draft.

    `keys` gives for a full name, a surname or a given name the one person that it means; `ambiguous` are words that
    mean several; `acting` names of no known kind that are the subject of more than one clause; `firms` gives for the
    short name of a company the long one.
    """

    keys: dict[str, str]
    ambiguous: frozenset[str]
    acting: frozenset[str] = frozenset()
    firms: dict[str, str] = field(default_factory=dict)

    def key(self, name: names.Name) -> str | None:
        """The key of the person whom a name means; None where it names nobody of the cast."""
        own = " ".join(name.words)
        if len(name.words) > 1:
            return self.keys.get(own)
        return self.keys.get(own) if own not in self.ambiguous else None


def cast(analyses: Sequence[Analysis], found: Sequence[Sequence[names.Name]]) -> Cast:
    """The people of a draft, from the names of all its sentences."""
    every = [(n, analysis) for analysis, here in zip(analyses, found, strict=True) for n in here]
    called = {n.words[-1] for n, analysis in every if n.words and _is_called_person(n, analysis)}
    people = {
        n.words
        for n, _ in every
        if len(n.words) > 1 and (n.kind == "person" or (n.kind == "unknown" and n.words[-1] in called))
    }
    keys: dict[str, str] = {}
    by_word: dict[str, set[str]] = defaultdict(set)
    longer: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for own in sorted(people, key=lambda own: (-len(own), own)):
        fuller = next((keys[" ".join(o)] for o in longer[own[-1]] if set(own) < set(o)), " ".join(own))
        keys[" ".join(own)] = fuller
        if len(longer[own[-1]]) < NAMESAKES:
            longer[own[-1]].append(own)
        by_word[own[-1]].add(fuller)
        by_word[own[0]].add(fuller)
    keys |= {word: next(iter(full)) for word, full in by_word.items() if len(full) == 1}
    ambiguous = frozenset(word for word, full in by_word.items() if len(full) > 1)
    return Cast(keys, ambiguous, _acting(analyses, found), _firms(found))


def _is_called_person(name: names.Name, analysis: Analysis) -> bool:
    """Whether a name of no known kind stands beside a word for a person: "her lawyer, Inge Sund"."""
    return name.kind == "unknown" and any(map(names_person, called_in(name, analysis)))


def _firms(found: Sequence[Sequence[names.Name]]) -> dict[str, str]:
    """ "Vesta", "Vesta Mills" for "Vesta Mills Limited", where only one company has a name that begins so."""
    known = {n.words for here in found for n in here if n.kind not in ("person", "place", "nationality")}
    long: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for name in known:
        if len(name) > 1 and name[-1] in words("company-forms.txt"):
            for end in range(1, len(name)):
                long[name[:end]].add(" ".join(name))
    return {" ".join(short): next(iter(full)) for short, full in long.items() if len(full) == 1 and short in known}


def _acting(analyses: Sequence[Analysis], found: Sequence[Sequence[names.Name]]) -> frozenset[str]:
    """The single names of no known kind that act more than once."""
    counts = Counter(
        name.words[0]
        for analysis, here in zip(analyses, found, strict=True)
        for name in here
        if name.kind == "unknown" and len(name.words) == 1 and analysis.tokens[name.head].rel == "nsubj"
    )
    return frozenset(word for word, count in counts.items() if count > 1)
