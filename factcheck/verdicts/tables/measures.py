"""Which column of a table a claim speaks of: the one whose header, title or unit its words name best."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.facets.quantities import Quantity
from factcheck.facets.quantities.value import COUNT
from factcheck.model import Analysis
from factcheck.verdicts.tables.headers import Measure
from factcheck.verdicts.tables.question import means_same
from factcheck.verdicts.tables.words import alike, cues
from factcheck.verdicts.words import plain, true_lemma

# For each column, the words of the claim that its header has.
Explained = dict[Measure, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a claim in plain letters, and their base forms."""

    analysis: Analysis
    words: tuple[str, ...]
    lemmas: tuple[str, ...]

    def means(self, i: int, word: str) -> bool:
        """Whether a word of the claim means a word of the table."""
        if alike(self.words[i], word) or alike(self.lemmas[i], word):
            return True
        return means_same(self.lemmas[i], self.analysis.tokens[i].pos, word)

    def names(self, i: int, measure: Measure) -> bool:
        """Whether a word of the claim is one of a header."""
        return any(self.means(i, word) for word in measure.words)


def wording_of(analysis: Analysis) -> Wording:
    """The words of a claim as they are compared with those of a table."""
    return Wording(
        analysis,
        tuple(plain(t.text) for t in analysis.tokens),
        tuple(true_lemma(plain(t.text), plain(t.lemma), t.pos) for t in analysis.tokens),
    )


@dataclass(frozen=True, slots=True)
class Choice:
    """Chooses the column: `open` are the words not yet accounted for, `dated` says that the claim asserts a date."""

    wording: Wording
    title: frozenset[str]
    open: frozenset[int]
    cues: Mapping[str, int]
    dated: bool

    def chosen(  # noqa: PLR0911 - one way to know the column after the other
        self, explained: Explained, values: Sequence[Quantity]
    ) -> tuple[tuple[Measure, ...], Measure | None, bool]:
        """The measure that the claim names best, the one that a share is of, and whether it is sure of it."""
        fitting = [m for m in explained if self._fits(m, values)]
        by_unit = [m for m in fitting if self._unit_tells(m, values)]
        plain_lookup = len(values) == 1 and not {"rise", "fall", "more", "less", "ahead"} & self.cues.keys()
        if len(by_unit) == 1 and set(by_unit[0].words) <= cues("generic") and plain_lookup:
            return (by_unit[0],), None, True
        fitting = [m for m in fitting if self._sides_agree(m)]
        named = [m for m in fitting if explained[m]]
        spoken = [m for m in named if self._complete(m, explained[m], titled=False)]
        titled = [m for m in named if self._complete(m, explained[m])]
        best = self._best({m: explained[m] for m in spoken or titled or named})
        if (
            "total" in self.cues
            and len(best) > 1
            and all(explained[m] and self._complete(m, explained[m]) for m in best)
        ):
            return tuple(best), None, True
        if len(best) == 1 and explained[best[0]]:
            own = explained[best[0]]
            direct = any(alike(self.wording.words[i], word) for i in own for word in best[0].words)
            sure = self._complete(best[0], own) and (direct or not self._deed())
            return tuple(best), self._whole(best[0], explained), sure
        figures = [m for m in explained if not m.dated]
        if len(figures) == 1 and not explained[figures[0]] and figures == [m for m in fitting if not m.dated]:
            return (figures[0],), None, self._complete(figures[0], frozenset()) and not self._deed()
        if len(by_unit) == 1 and not any(explained[m] for m in explained if m is not by_unit[0] and not m.dated):
            return (by_unit[0],), None, False
        if "gap" in self.cues or "ahead" in self.cues:
            return tuple(figures), None, True
        return (), None, False

    def _fits(self, measure: Measure, values: Sequence[Quantity]) -> bool:
        """Whether one of the claim's values can be this measure's, or is computed from it."""
        return measure.dated == (self.dated and not values)

    def _unit_tells(self, measure: Measure, values: Sequence[Quantity]) -> bool:
        return any(v.unit == u.dimension != COUNT for v in values for u in measure.units)

    def _best(self, explained: Explained) -> list[Measure]:
        if not explained:
            return []
        everything = frozenset().union(*explained.values())
        best = [m for m, own in explained.items() if own == everything]
        if not best:
            largest = max(len(own) for own in explained.values())
            best = [m for m, own in explained.items() if len(own) == largest]
        return best

    def _whole(self, part: Measure, explained: Explained) -> Measure | None:
        """The one measure that the claim also names, with fewer words: "late trains" are a share of "trains"."""
        wider = [m for m in explained if m.words and set(m.words) < set(part.words) and explained[m]]
        return wider[0] if len(wider) == 1 else None

    def _sides_agree(self, measure: Measure) -> bool:
        """Whether what stands after "from" and "to" in the header does so in the claim, and is not its subject."""
        tokens = self.wording.analysis.tokens
        for side, word in measure.sides:
            for token in tokens[1:]:
                before = [t.lower for t in tokens[max(0, token.i - 2) : token.i] if t.pos != "DET"][-1:]
                if (
                    before == [side]
                    and token.pos in ("PROPN", "NOUN")
                    and token.i in self.open
                    and not self.wording.means(token.i, word)
                ):
                    return False
            named = [i for i in range(len(tokens)) if self.wording.means(i, word)]
            if any(tokens[i].rel == "nsubj" or "'s" in self._next(i) for i in named):
                return False
        return True

    def _next(self, i: int) -> tuple[str, ...]:
        return tuple(t.lower.replace("’", "'") for t in self.wording.analysis.tokens[i + 1 : i + 2])

    def _complete(self, measure: Measure, own: frozenset[int], *, titled: bool = True) -> bool:
        """Whether the claim, or with it the table's title, has every word of the header that restricts it."""
        for word in measure.words:
            known = any(self.wording.means(i, word) for i in own) or (
                titled and any(alike(word, t) for t in self.title)
            )
            if not known and word not in cues("generic") and word not in cues("small"):
                return False
        return True

    def _deed(self) -> bool:
        """Whether the claim has a verb that says what was done, not what there is."""
        return any(
            t.pos == "VERB" and not {self.wording.words[t.i], self.wording.lemmas[t.i]}.isdisjoint(cues("deed"))
            for t in self.wording.analysis.tokens
        )
