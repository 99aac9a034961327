"""The part of a claim that a passage does not have, in the claim's own phrases: "in a gamble on Brazilian rice"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model import Analysis, Span
from factcheck.verdicts.reading import Reading

# A word that weighs less ("have", "take") is named only beside others.
LEAST_NAMED = 0.3
# So many phrases are named; more would be the sentence again.
MOST_PHRASES = 3
# Two phrases with no more than so many small words between them are one.
LONGEST_GAP = 3
# What stands before a word and belongs to it.
BEFORE = frozenset({"det", "case", "aux", "advmod", "nummod", "mark", "amod", "compound", "nmod"})
# What a word belongs to as a part of its phrase.
WITHIN = frozenset({"amod", "compound", "nummod", "flat", "det", "goeswith"})
LONGEST_PHRASE = 12


def phrases(claim: Reading, missing: Iterable[int]) -> list[str]:
    """The phrases of a claim that hold the missing nodes, in the claim's order and without its end mark."""
    return [span.of(claim.analysis.text) for span, _ in stretches(claim, missing)]


def stretches(claim: Reading, missing: Iterable[int]) -> list[tuple[Span, int]]:
    """Where these phrases stand in the claim, each with the missing node that tells most."""
    nodes = [i for i in missing if i in claim.at]
    named = [i for i in nodes if claim.at[i].weight >= LEAST_NAMED] or nodes
    tokens = sorted({j for i in named for j in _phrase(claim, i)} | {j for i in nodes for j in _tokens(claim, i)})
    runs = [run for run in _runs(claim, tokens) if not set(run).isdisjoint(k for i in named for k in _tokens(claim, i))]
    found = []
    for run in runs:
        inside = [i for i in named if not set(run).isdisjoint(_tokens(claim, i))]
        found.append((_span(claim.analysis, run), max(inside, key=lambda i: (claim.at[i].weight, -i))))
    return found


def listed(found: list[str]) -> str:
    """Phrases for a sentence: quoted, with commas, the first few of them."""
    shown = ", ".join(f"“{phrase}”" for phrase in found[:MOST_PHRASES])
    return shown + (" …" if len(found) > MOST_PHRASES else "")


def _tokens(claim: Reading, i: int) -> list[int]:
    """The tokens of a node: all of its value or of its name."""
    value = claim.value_at.get(i)
    if value is not None:
        return list(value.tokens)
    name = claim.name_at.get(i)
    return [i] if name is None else claim.analysis.at(name.span)


def _phrase(claim: Reading, i: int) -> Iterator[int]:
    """A node with what stands before it as its own, and with the noun whose phrase it is in."""
    analysis, own = claim.analysis, _tokens(claim, i)
    yield from own
    head = i
    for _ in range(LONGEST_PHRASE):
        token = analysis.tokens[head]
        if token.head == head or token.rel not in WITHIN or token.head < head:
            break
        yield from range(head, token.head + 1)
        head = token.head
    for j in {i, head, *own}:
        yield from _before(analysis, j)


def _before(analysis: Analysis, i: int) -> Iterator[int]:
    """The small words right before a word that belong to it: "in a", "would not"."""
    children = {j for j in analysis.children[i] if j < i and analysis.tokens[j].rel in BEFORE}
    first = min((j for j in children if i - j <= LONGEST_PHRASE), default=i)
    if all(analysis.tokens[j].pos != "PUNCT" for j in range(first, i)):
        yield from range(first, i)


def _runs(claim: Reading, tokens: list[int]) -> Iterator[list[int]]:
    """Neighbouring tokens together, across small words that carry nothing."""
    run: list[int] = []
    for j in tokens:
        if run and not _joined(claim, run[-1], j):
            yield run
            run = []
        run.append(j)
    if run:
        yield run


def _joined(claim: Reading, one: int, two: int) -> bool:
    between = claim.analysis.tokens[one + 1 : two]
    small = all(t.pos != "PUNCT" and (t.i not in claim.at or claim.at[t.i].weight < LEAST_NAMED) for t in between)
    return len(between) <= LONGEST_GAP and small


def _span(analysis: Analysis, run: list[int]) -> Span:
    """The characters of neighbouring tokens, without marks at either end."""
    words = [j for j in run if analysis.tokens[j].pos != "PUNCT"] or run
    return Span(analysis.tokens[words[0]].start, analysis.tokens[words[-1]].end)
