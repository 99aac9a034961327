"""What a sentence names: its names, its common nouns, and what is joined by "and"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.referents.common_nouns import common, heads_phrase
from factcheck.claims.referents.mentions import Referent
from factcheck.claims.referents.named import named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.claims.referents.cast import Cast
    from factcheck.claims.referents.mentions import Scene
    from factcheck.facets import names

# A list of more words does not stand for a pronoun in a readable claim.
LONGEST_LIST = 14


def introduced(scene: Scene, found: Sequence[names.Name], people: Cast) -> list[Referent]:
    """Every mention of a sentence, in the order of its words."""
    by_name = [r for name in found if (r := named(name, scene, people)) is not None]
    taken = {i for r in by_name for i in r.tokens} | _titles(found, scene)
    tokens = scene.analysis.tokens
    nouns = [common(t, scene) for t in tokens if t.i not in taken and heads_phrase(t, scene.analysis)]
    groups = [group for r in (*by_name, *nouns) if (group := _group(r, [*by_name, *nouns], scene)) is not None]
    return sorted([*by_name, *nouns, *groups], key=lambda r: min(r.tokens, default=0))


def _titles(found: Sequence[names.Name], scene: Scene) -> set[int]:
    """The words of the titles before names, which name nobody else."""
    tokens = scene.analysis.tokens
    spans = [(name.span.start - len(name.title) - 2, name.span.start) for name in found if name.title]
    return {t.i for t in tokens if any(start <= t.start < end for start, end in spans)}


def _group(first: Referent, found: Sequence[Referent], scene: Scene) -> Referent | None:
    """ "Bummer and Lazarus": several that are joined, as one plural."""
    tokens = scene.analysis.tokens
    heads = {k for i in first.tokens for k in scene.analysis.children[i] if tokens[k].rel == "conj"}
    every = [first, *(r for r in found if r is not first and not heads.isdisjoint(r.tokens))]
    if len(every) == 1:
        return None
    inside = {i for r in every for i in r.tokens}
    start, end = min(inside), max(inside)
    listed = all(r.text for r in every) and not any(tokens[i].lower == "or" for i in range(start, end))
    return Referent(
        scene.text(start, end) if listed and end - start < LONGEST_LIST else "",
        scene.source(start, end),
        scene.index,
        "group",
        " + ".join(sorted(r.key for r in every)),
        first.role,
        plural=True,
        named=all(r.named for r in every),
        tokens=frozenset(inside),
    )
