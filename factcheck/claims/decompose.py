"""One parsed sentence to its atomic statements."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.claims import asides
from factcheck.claims.clauses import Clauses, Frame, Statement
from factcheck.claims.tree import Tree

if TYPE_CHECKING:
    from factcheck.model import Analysis


def statements(analysis: Analysis) -> list[Statement]:
    """The statements of a sentence, in the order of its words, each once."""
    tree = Tree(analysis)
    cut = asides.cut_asides(tree)
    clauses = Clauses(tree)
    found: list[Statement] = []
    for root in analysis.roots:
        if tree.tokens[root].pos != "PUNCT":
            found += clauses.statements(root, Frame())
    for aside in cut:
        found += asides.statements(clauses, aside, _frame_around(clauses, aside.holder))
    return _each_once(tree, found)


def _frame_around(clauses: Clauses, i: int) -> Frame:
    """Who says the clause in which the word stands."""
    tree = clauses.tree
    for _ in range(len(tree.tokens)):
        frame = clauses.frames.get(i)
        if frame is not None:
            return Frame(prefix=frame.prefix, speech=frame.speech, speaker=frame.speaker, depth=frame.depth + 1)
        if tree.tokens[i].head == i:
            break
        i = tree.tokens[i].head
    return Frame()


def _each_once(tree: Tree, found: list[Statement]) -> list[Statement]:
    seen: set[tuple[str, ...]] = set()
    kept = []
    for statement in found:
        key = tuple(tree.lowered(item) if isinstance(item, int) else item.text.lower() for item in statement.items)
        if key and key not in seen:
            seen.add(key)
            kept.append(statement)
    return [replace(statement) for statement in kept]
