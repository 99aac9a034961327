"""What "he", "she", "it" and "they" mean: the likeliest of all that was mentioned, and how likely it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.claims.referents import grammar
from factcheck.claims.referents.evidence import Guess, View
from factcheck.claims.referents.links import KINDS, Link, link
from factcheck.claims.referents.options import Option, options
from factcheck.facets import lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from factcheck.claims.referents.discourse import Discourse
    from factcheck.claims.referents.mentions import Referent, Scene
    from factcheck.claims.referents.pointers import Pointer

# From this probability on a pronoun is shown as what it means; from the second where something else was mentioned as
# lately. Set so that in cross-validation few of those shown were wrong.
SURE = {"person": (0.6, 0.9), "it": (0.9, 0.95), "they": (0.8, 0.92)}
# From this probability on what it means counts as mentioned again.
LIKELY = 0.5


@dataclass(slots=True)
class Pronouns:
    """Links the pronouns of a draft, one after the other; `spoken` are the sentences that are nothing but
    quotation, `paragraph` where the paragraph starts, and its first sentence."""

    linker: Callable[[View, Sequence[Option]], Link | None] = link
    guesses: dict[str, Guess] = field(default_factory=dict)
    spoken: set[int] = field(default_factory=set)
    paragraph: tuple[int, int] = (-1, 0)

    def enter(self, scene: Scene) -> None:
        """Begin a sentence: it may open a paragraph."""
        if self.paragraph[0] != scene.part.block.span.start:
            self.paragraph = scene.part.block.span.start, scene.index

    def link(
        self, draft: Discourse, pointer: Pointer, here: Sequence[Referent], scene: Scene, quoted: Collection[int]
    ) -> Link | None:
        """The likeliest that a pronoun means; `here` is all that its sentence mentions."""
        if pointer.wants in ("he", "she") and grammar.looks_ahead(pointer, here, scene.analysis):
            return None
        before = [r for r in here if r.tokens and max(r.tokens) < pointer.token]
        free = grammar.unbound(before, pointer, scene.analysis, quoted)
        bound = {r.key for r in before} - {r.key for r in free}
        found = [o for o in options(draft, pointer, free, scene.index, bound) if not _speaks(o.full, scene)]
        kind = KINDS[pointer.wants]
        guess = self.guesses.get(kind)
        view = View(pointer, scene.analysis, scene.index, quoted, self.spoken, self.paragraph[1], guess)
        best = self.linker(view, found)
        if best is not None:
            self.guesses[kind] = Guess(best.option.last.key, best.probability, scene.index)
        return best


def _speaks(referent: Referent, scene: Scene) -> bool:
    """Whether it is the person whose turn it is, who says "I" there."""
    speaker = (scene.part.block.speaker or "").casefold().split()
    return bool(speaker) and referent.is_person and referent.text.casefold().split()[-1:] == speaker[-1:]


def is_sure(best: Link, pointer: Pointer) -> bool:
    """Whether what a pronoun means is all but certain, and the draft has words for it."""
    full = best.option.full
    if best.probability < SURE[KINDS[pointer.wants]][best.contested] or not full.text:
        return False
    return pointer.wants not in ("he", "she") or full.is_person or (full.acts and not lexicon.known(full.text, "NOUN"))
