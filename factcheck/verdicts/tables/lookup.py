"""Which cells of a table a claim speaks of: every word of the claim that restricts it must be found in the table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from factcheck.facets import dates, lexicon, quantities, ranks
from factcheck.facets.dates import DateValue
from factcheck.facets.names.data import given_names, places
from factcheck.facets.quantities import Quantity
from factcheck.facets.quantities.value import COUNT, ORDINAL
from factcheck.model import Analysis, Span
from factcheck.verdicts.tables.headers import Measure
from factcheck.verdicts.tables.measures import Choice, wording_of
from factcheck.verdicts.tables.question import Key, Question, people_of
from factcheck.verdicts.tables.reading import Table
from factcheck.verdicts.tables.words import alike, cues, phrases, pieces
from factcheck.verdicts.words import plain

# A cue that is no single word: "in all", a figure in percent.
PHRASE = -1
# Words between the words of a label that may be left out or put in: "the", "of".
_FILLERS = frozenset({"the", "of", "and", "de", "-", "–", "'s", "’s", ".", "'"})
_BARRING_TAGS = frozenset({"MD"})
_TURN = re.compile(r"\bturn of the (?:\w+ )?century\b", re.IGNORECASE)


def ask(analysis: Analysis, table: Table, anchor: date | None, aside: frozenset[int]) -> Question | None:
    """The claim as a question to the table; None where a word of it is not the table's. `aside` says who says it."""
    reader = _Reader(analysis, table, anchor, aside)
    return reader.question()


class _Reader:
    """Accounts for the words of one claim, one kind after the other."""

    def __init__(self, analysis: Analysis, table: Table, anchor: date | None, aside: frozenset[int]) -> None:
        self.analysis, self.table, self.anchor = analysis, table, anchor
        self.open = {t.i for t in analysis.tokens if t.pos != "PUNCT" and t.i not in aside}
        self.wording = wording_of(analysis)
        self.words, self.lemmas = self.wording.words, self.wording.lemmas
        self.keys: list[Key] = []
        self.cues: dict[str, int] = {}

    def question(self) -> Question | None:
        if self._barred():
            return None
        values, when = self._values()
        self._cues(values)
        self._labels()
        if not self._times(when):
            return None
        left = sorted(self.open | {i for i in self.cues.values() if i >= 0})
        explained = {m: frozenset(i for i in left if self.wording.names(i, m)) for m in self.table.measures}
        choice = Choice(self.wording, self.table.title, frozenset(self.open), self.cues, bool(self.dates_asserted))
        measures, whole, sure = choice.chosen(explained, values)
        if not measures and not self.dates_asserted:
            return None
        every = self._context(explained, measures, whole)
        if self.open:
            return None
        found = tuple(r for r in ranks.find(self.analysis) if not self._is_key(r.span))
        return Question(
            self.analysis, tuple(sorted(self.keys, key=lambda k: k.token)), measures, whole, tuple(values),
            tuple(self.dates_asserted), found, self.cues, sure, every,
        )  # fmt: skip

    def _barred(self) -> bool:
        """Whether the claim denies, doubts or conditions what it says."""
        return any(
            t.tag in _BARRING_TAGS or self.words[t.i] in cues("barring") or self.lemmas[t.i] in cues("barring")
            for t in self.analysis.tokens
            if t.i in self.open and not self._in_quantity(t.i)
        )

    def _in_quantity(self, i: int) -> bool:
        token = self.analysis.tokens[i]
        return any(q.span.start <= token.start < q.span.end for q in self._quantities())

    def _quantities(self) -> tuple[Quantity, ...]:
        return quantities.find(self.analysis)

    # --- values and times ------------------------------------------------------------------------

    def _values(self) -> tuple[list[Quantity], list[DateValue]]:
        when = list(dates.find(self.analysis, self.anchor))
        taken = [d.span for d in when]
        found = [
            q
            for q in self._quantities()
            if not q.vague and q.unit != ORDINAL and not any(q.span.overlaps(s) for s in taken)
        ]
        kept = []
        for value in found:
            self._account(value.span)
            if not self._counts_rows(value):
                kept.append(value)
        for date_value in when:
            self._account(date_value.span)
        return kept, when

    def _counts_rows(self, value: Quantity) -> bool:
        """Whether a number only says how many rows there are: "the four huts"."""
        return (
            value.unit == COUNT
            and value.value == self.table.rows
            and value.noun is not None
            and any(alike(plain(value.noun), key) for key in self.table.keys)
        )

    def _times(self, when: Sequence[DateValue]) -> bool:
        """Whether every time of the claim is one of the table's; dates may be what the claim asserts instead."""
        self.dates_asserted: list[DateValue] = []
        known = self.table.times
        for value in when:
            ends = value.ends or (value,)
            intervals = [(end.start, end.end) for end in ends]
            if all(interval in known for interval in intervals):
                token = self._first(value.span)
                self.keys += [Key(token + n, 0, time=interval) for n, interval in enumerate(intervals)]
                if value.bound == "since":
                    self.cues["since"] = token
                    self.open -= {t.i for t in self.analysis.tokens if t.lower == "since"}
            elif not known and any(fact.date is not None for fact in self.table.facts):
                self.dates_asserted.append(value)
            else:
                return False
        return self._turn_of_century(known)

    def _turn_of_century(self, known: frozenset[tuple[object, object]]) -> bool:
        match = _TURN.search(self.analysis.text)
        if match is None:
            return True
        near = [
            t
            for t in known
            if isinstance(t[0], date) and t[0].year % 100 in (99, 0, 1) and t[0].year == getattr(t[1], "year", 0)
        ]
        if len(near) != 1:
            return False
        span = Span(*match.span())
        self.keys.append(Key(self._first(span), 0, time=near[0]))
        self._account(span)
        return True

    # --- rows ------------------------------------------------------------------------------------

    def _labels(self) -> None:
        found = [(place, column, text) for column, text in self.table.labels if (place := self._place(column, text))]
        found.sort(key=lambda row: (-len(row[0]), row[0][0], row[1], row[2]))
        for place, column, text in found:
            if all(i in self.open for i in place):
                rivals = [row for row in found if row[0] == place and (row[1], row[2]) != (column, text)]
                if any(row[1] <= column for row in rivals):
                    continue
                self.open -= set(place)
                self.keys.append(Key(place[0], column, text))

    def _place(self, column: int, text: str) -> tuple[int, ...]:
        """The tokens of the claim that name a label: all its words, a person's surname, or a people's adjective."""
        words = pieces(text)
        if not words:
            return ()
        whole = self._run(words)
        if whole:
            return whole
        if (
            len(words) > 1
            and (words[0] in given_names() or column in self.table.persons)
            and words[0] not in cues("north")
        ):
            return self._run(words[-1:], name=True)
        if len(words) > 1 and any(alike(words[-1], key) for key in self.table.keys):
            return self._run(words[:-1])
        country = {p.id for p in places(text) if not p.adjective}
        return next(
            ((t.i,) for t in self.analysis.tokens if t.i in self.open and t.text[0].isupper() and len(country) == 1
             and country & {p.id for p in places(t.text) if p.adjective}),
            (),
        )  # fmt: skip

    def _run(self, words: Sequence[str], name: bool = False) -> tuple[int, ...]:
        tokens = self.analysis.tokens
        for start in sorted(self.open):
            if not alike(self.words[start], words[0]):
                continue
            place: list[int] = []
            at = start
            for word in words:
                while at < len(tokens) and place and self.words[at] in _FILLERS and not alike(self.words[at], word):
                    at += 1
                if at >= len(tokens) or at not in self.open or not alike(self.words[at], word):
                    break
                place.append(at)
                at += 1
            if len(place) == len(words) and (not name or tokens[start].text[0].isupper()):
                return tuple(place)
        return ()

    # --- the rest --------------------------------------------------------------------------------

    def _context(
        self, explained: dict[Measure, frozenset[int]], measures: Sequence[Measure], whole: Measure | None
    ) -> bool:
        """Account for what is left; says whether the claim speaks of all rows ("the islands")."""
        every = False
        for measure in (*measures, *((whole,) if whole else ())):
            self.open -= explained[measure]
        for i in sorted(self.open):
            token, word, lemma = self.analysis.tokens[i], self.words[i], self.lemmas[i]
            if any(alike(word, key) or alike(lemma, key) for key in self.table.keys) and not self._rate(i):
                every = every or "Number=Plur" in token.morph or token.tag == "NNS"
            elif not self._carried(i, explained):
                continue
            self.open.discard(i)
        return every

    def _carried(self, i: int, explained: dict[Measure, frozenset[int]]) -> bool:
        """Whether a word restricts nothing: a light one, one of the title, or what a share is a share of."""
        if self._light(i) or ("share" in self.cues and any(i in own for own in explained.values())):
            return True
        word, lemma = self.words[i], self.lemmas[i]
        return any(alike(word, t) or alike(lemma, t) or people_of(word, t) for t in self.table.title)

    def _rate(self, i: int) -> bool:
        """Whether a word says for how much of it something is counted: "a year", "per region"."""
        return i > 0 and self.words[i - 1] in ("a", "an", "per", "each", "every")

    def _light(self, i: int) -> bool:
        word = self.words[i]
        forms = {word, self.lemmas[i], *lexicon.base_forms(word, self.analysis.tokens[i].pos)}
        return not forms.isdisjoint(cues("frame") | cues("small"))

    def _cues(self, values: Sequence[Quantity]) -> None:
        text = " ".join(self.words)
        for phrase in phrases("total-phrase"):
            if f" {phrase} " in f" {text} ":
                self.cues["total"] = PHRASE
        for i in sorted(self.open):
            for kind in ("total", "rise", "fall", "more", "less", "gap", "most", "least", "share"):
                if self.words[i] in cues(kind) or self.lemmas[i] in cues(kind):
                    self.cues.setdefault(kind, i)
                    self.open.discard(i)
            if self.words[i] in ("behind", "adrift", "ahead", "trail", "lead"):
                self.cues.setdefault("ahead", i)
        for rank in ranks.find(self.analysis):
            inside = [i for i in self.analysis.at(rank.span) if i != rank.head]
            self.open -= set(inside)
        if any(v.unit in ("percent", "ratio") for v in values):
            self.cues.setdefault("share", PHRASE)

    def _is_key(self, span: Span) -> bool:
        return any(key.token in self.analysis.at(span) for key in self.keys)

    def _account(self, span: Span) -> None:
        self.open -= set(self.analysis.at(span))

    def _first(self, span: Span) -> int:
        return next(iter(self.analysis.at(span)), 0)
