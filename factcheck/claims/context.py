"""What pronouns and relative times stand for, where that is certain; what is not certain is listed, never guessed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.pointers import own_clause, own_subject, shown, wanted_by
from factcheck.claims.referents import (
    Referent,
    acts_as_person,
    again,
    common_subject,
    genders,
    is_main_subject,
    unnamed,
)
from factcheck.facets import dates, names
from factcheck.facets.dates_words import MONTH_NAMES, spelt
from factcheck.model import Span

if TYPE_CHECKING:
    from datetime import date

    from factcheck.claims.parts import Part
    from factcheck.model import Analysis, Token

# How many sentences back a person may be named for "she" still to mean them.
MEMORY = 3


@dataclass(frozen=True, slots=True)
class Stand:
    """What a word stands for: the words to show, where they stand in the document, and why; `tokens` are
    those of the same sentence, if it is there."""

    text: str
    source: Span | None
    ground: str
    tokens: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Resolved:
    """The words of one sentence that stand for others: those that are known, and those that are not."""

    stands: dict[int, Stand]
    unresolved: frozenset[int]
    times: dict[int, Stand]
    own: dict[int, frozenset[int]]


@dataclass(slots=True)
class Context:
    """What a draft has named so far."""

    anchor: date | None
    people: dict[str, Referent] = field(default_factory=dict)
    recent: list[list[Referent]] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)
    organisations: dict[str, Referent] = field(default_factory=dict)

    def read(self, analysis: Analysis, part: Part, index: int) -> Resolved:
        """Resolve a sentence, and remember whom it names."""
        here = self._named(analysis, part, index)
        stands: dict[int, Stand] = {}
        clauses: dict[int, frozenset[int]] = {}
        unresolved: set[int] = set()
        for token in analysis.tokens:
            wanted = wanted_by(token, analysis)
            if wanted is None:
                continue
            referent = self._referent(token, wanted, here, analysis)
            if referent is not None and referent.sentence < 0:
                clauses[token.i] = referent.tokens
                continue
            if referent is None:
                unresolved.add(token.i)
                if wanted in ("he", "she") and any(r.person for r in here):
                    here.append(unnamed(token, index))
                continue
            if wanted in ("he", "she"):
                self.genders[referent.key] = wanted
                if referent not in here:
                    here.append(again(referent, token, index))
            stands[token.i] = Stand(
                shown(referent.text, token),
                referent.source,
                "pronoun",
                referent.tokens if referent.sentence == index else frozenset(),
            )
        self.recent = [*self.recent[-(MEMORY - 1) :], here]
        times = self._times(analysis, unresolved)
        return Resolved(stands, frozenset(unresolved), times, clauses)

    # --- who is named ----------------------------------------------------------------------------

    def _named(self, analysis: Analysis, part: Part, index: int) -> list[Referent]:
        found = []
        for name in names.find(analysis):
            if name.kind == "nationality":
                continue
            tokens = frozenset(
                t.i
                for t in analysis.tokens[max(0, name.head - 12) : name.head + 13]
                if t.start < name.span.end and name.span.start < t.end
            )
            key = name.words[-1] if name.words else name.text.lower()
            person = name.kind == "person" or (
                name.kind == "unknown" and (key in self.people or acts_as_person(name, analysis))
            )
            known = self.people.get(key) if person else None
            text, source = name.text, part.source(name.span.start, name.span.end)
            if known is not None and len(known.text) > len(text):
                text, source = known.text, known.source
            top = is_main_subject(analysis, tokens)
            top = top and (person or name.kind in ("organisation", "place", "work"))
            actor = any(analysis.tokens[i].rel == "nsubj" for i in tokens)
            referent = Referent(
                text, source, index, person, plural=False, subject=top, key=key, tokens=tokens, actor=actor
            )
            if person:
                self.people[key] = referent
                given = genders().get(name.words[0]) if name.words else None
                if given is not None:
                    self.genders.setdefault(key, given)
            elif name.kind == "organisation":
                self.organisations[key] = referent
            found.append(referent)
        return found + common_subject(analysis, part, index, found)

    # --- who is meant ----------------------------------------------------------------------------

    def _referent(self, token: Token, wanted: str, here: list[Referent], analysis: Analysis) -> Referent | None:
        before = [r for r in here if r.tokens and max(r.tokens) < token.i]
        if wanted in ("he", "she"):
            if token.rel == "nsubj" and analysis.tokens[token.head].lemma.lower() in words("speech-verbs.txt"):
                before = [r for r in before if not r.actor or own_clause(r, token, analysis)]
            return self._person(wanted, before)
        if wanted == "company":
            found = [r for r in self.organisations.values() if _may_be_called(r, token.lemma.lower())]
            return found[0] if len(found) == 1 and max(found[0].tokens, default=0) != token.i else None
        return self._thing(wanted, token, before, analysis)

    def _person(self, wanted: str, before: list[Referent]) -> Referent | None:
        groups = [before, *reversed(self.recent)]
        if self._rivalled(wanted, groups):
            return None
        for group in groups:
            if self.people and any(r.person and r.key not in self.people for r in group):
                return None
            people = {r.key: r for r in group if r.person and self.genders.get(r.key, wanted) == wanted}
            if len(people) == 1:
                return next(iter(people.values()))
            if people:
                return None
        return None

    def _rivalled(self, wanted: str, groups: list[list[Referent]]) -> bool:
        """Whether the one person named before in the sentence is no subject, while somebody else was just spoken of."""
        here, others = groups[0], groups[1:]
        people = {r.key: r for r in here if r.person and self.genders.get(r.key, wanted) == wanted}
        if len(people) != 1 or any(r.actor for r in here if r.key in people):
            return False
        last = next((group for group in others if any(r.person for r in group)), [])
        return any(r.person and r.key not in people and self.genders.get(r.key, wanted) == wanted for r in last)

    def _thing(self, wanted: str, token: Token, before: list[Referent], analysis: Analysis) -> Referent | None:
        plural = wanted == "they"
        own = own_subject(token, analysis)
        if own is not None:
            is_plural = analysis.tokens[own].tag in ("NNS", "NNPS") or any(
                analysis.tokens[k].rel == "conj" for k in analysis.children[own]
            )
            if is_plural != plural or analysis.tokens[own].pos == "PRON":
                return None
            words_of = frozenset(analysis.subtree(own))
            return (
                Referent(analysis.tokens[own].text, Span(0, 0), -1, False, tokens=words_of)
                if len(words_of) < 9
                else None
            )
        if any(r.subject and r.plural == plural and not r.person for r in before):
            return next(r for r in before if r.subject and r.plural == plural and not r.person)
        if token.rel != "nsubj" and not (token.dep == "nmod:poss" and analysis.tokens[token.head].rel == "nsubj"):
            return None
        last = self.recent[-1] if self.recent else []
        subjects = [r for r in last if r.subject and r.plural == plural and not r.person]
        return subjects[0] if len(subjects) == 1 and not before else None

    # --- when is meant ---------------------------------------------------------------------------

    def _times(self, analysis: Analysis, unresolved: set[int]) -> dict[int, Stand]:
        if not any(t.lower in _relative_words() for t in analysis.tokens):
            return {}
        found: dict[int, Stand] = {}
        for value in dates.find(analysis, self.anchor):
            if not value.relative:
                continue
            inside = analysis.at(value.span)
            if not inside:
                continue
            text = (
                _date_text(value.start, value.end, value.granularity)
                if not value.unresolved and not value.loose
                else None
            )
            if text is None:
                unresolved.add(inside[-1])
            else:
                found[inside[-1]] = Stand(f"[{text}]", None, "date of the draft", frozenset(inside))
        return found


def _may_be_called(referent: Referent, noun: str) -> bool:
    """Whether "the agency" can mean it: its name says so, or says nothing of what it is and the noun is a business."""
    own = {word.lower() for word in referent.text.split()}
    return noun in own or (noun in ("company", "firm") and not own & words("pointing-nouns.txt"))


def _relative_words() -> frozenset[str]:
    return _RELATIVE


_RELATIVE = frozenset(
    [
        "today",
        "yesterday",
        "tomorrow",
        "tonight",
        "last",
        "next",
        "this",
        "ago",
        "earlier",
        "later",
        "past",
        "previous",
        "coming",
        "recent",
        "now",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
)


def _date_text(start: date | None, end: date | None, granularity: str) -> str | None:
    if start is None or end is None:
        return None
    if granularity == "day" and start == end:
        return spelt(start)
    if granularity == "month" and (start.year, start.month) == (end.year, end.month):
        return f"{MONTH_NAMES[start.month - 1]} {start.year}"
    if granularity == "year" and start.year == end.year:
        return str(start.year)
    if granularity == "decade":
        return f"{start.year}–{end.year}"
    return f"{spelt(start)} to {spelt(end)}"
