"""A parsed sentence as the decomposition sees it: dependents without punctuation, and what was cut out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.data import words

if TYPE_CHECKING:
    from factcheck.model import Analysis, Token

SUBJECTS = frozenset(["nsubj", "csubj"])


class Tree:
    """The tokens of a sentence, the dependents of each, and the set of subtrees that have statements of their own."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.tokens = analysis.tokens
        self.rel = [token.rel for token in self.tokens]
        children = analysis.children
        self.kids = [tuple(k for k in group if self.tokens[k].pos != "PUNCT") for group in children]
        self.cut: set[int] = set()
        for i, kids in enumerate(self.kids):
            if any(self.rel[k] == "cc" and k > i for k in kids) and not any(self.rel[k] == "conj" for k in kids):
                self.kids[i] = tuple(k for k in kids if self.rel[k] != "cc" or k < i)

    def live(self, i: int) -> list[int]:
        """The dependents that were not cut out."""
        return [k for k in self.kids[i] if k not in self.cut]

    def child(self, i: int, *relations: str) -> int | None:
        """The first dependent in one of the relations, without subtype."""
        return next((k for k in self.kids[i] if self.rel[k] in relations), None)

    def has(self, i: int, *relations: str) -> bool:
        """Whether there is such a dependent."""
        return self.child(i, *relations) is not None

    def lowered(self, i: int) -> str:
        """The word in lower case."""
        return self.tokens[i].text.lower()

    def lemma(self, i: int) -> str:
        """The lemma in lower case."""
        return self.tokens[i].lemma.lower()

    def first(self, i: int) -> int:
        """The first word of the subtree."""
        while self.kids[i] and self.kids[i][0] < i:
            i = self.kids[i][0]
        return i

    def subject(self, i: int) -> int | None:
        """The subject of a predicate."""
        return next((k for k in self.kids[i] if self.rel[k] in SUBJECTS), None)

    def is_verb(self, i: int) -> bool:
        """Whether the word is a verb form, or a predicate with a copula."""
        return self.tokens[i].pos in ("VERB", "AUX") or self.has(i, "cop")

    def is_finite(self, i: int) -> bool:
        """Whether the predicate stands in a tense of its own."""
        token: Token = self.tokens[i]
        if token.tag in ("VBD", "VBZ", "VBP", "MD"):
            return True
        return any(
            self.rel[k] in ("aux", "cop") and self.tokens[k].tag in ("VBD", "VBZ", "VBP", "MD") for k in self.kids[i]
        )

    def is_joint(self, i: int) -> bool:
        """Whether the phrase only joins sentences: "in addition", "for example"."""
        kids = self.kids[i]
        if len(kids) > 3 or (kids and (kids[-1] > i + 1 or kids[0] < i - 3)):
            return False
        return " ".join(self.lowered(k) for k in sorted((*kids, i))) in words("connective-phrases.txt")

    def comma_before(self, i: int) -> bool:
        """Whether the subtree is set off by a comma, a dash or a bracket."""
        at = self.first(i) - 1
        if at > 0 and self.tokens[at].text in ("”", '"', "’"):
            at -= 1
        return at >= 0 and self.tokens[at].text in (",", "(", "–", "—", "-", "--", ":", ";")

    def negated(self, i: int) -> bool:
        """Whether a negation stands directly on the predicate."""
        return any(
            self.rel[k] in ("advmod", "det", "cc") and self.lowered(k) in _NEGATIONS for k in self.kids[i]
        ) or any(self.rel[k] in ("nsubj", "obj", "obl") and self._negative_phrase(k) for k in self.kids[i])

    def _negative_phrase(self, i: int) -> bool:
        if self.lowered(i) in _NEGATIVE_WORDS:
            return True
        return any(
            self.lowered(k) in _NEGATIVE_WORDS for k in self.kids[i] if self.rel[k] in ("det", "advmod", "cc", "amod")
        )

    def modal(self, i: int) -> bool:
        """Whether the predicate says what may, should or would be."""
        return any(self.tokens[k].tag == "MD" for k in self.kids[i] if self.rel[k] == "aux")


_NEGATIONS = frozenset(
    ["not", "n't", "n’t", "never", "neither", "nor", "hardly", "barely", "scarcely", "rarely", "seldom", "no"]
)
_NEGATIVE_WORDS = frozenset(
    ["no", "none", "nobody", "nothing", "neither", "nor", "few", "little", "not", "nowhere", "any", "only"]
)
