"""The part of a claim that a passage does not have, in the claim's own words: "in a gamble", "Brazilian"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.model import Analysis, Span
from factcheck.verdicts.reading import Reading

# A word that weighs less ("have", "take") is named only beside others.
LEAST_NAMED = 0.3
# So many phrases are named; more would be the sentence again.
MOST_PHRASES = 3
# Small words that begin the phrase of the word they belong to.
OPENING = frozenset({"det", "case", "aux", "mark", "advmod", "cop"})
# What ends the phrase of the verb it belongs to: "called off".
CLOSING = "compound:prt"


def phrases(claim: Reading, missing: Iterable[int]) -> list[str]:
    """The stretches of a claim that hold the missing nodes and nothing else that tells, in the claim's order."""
    return [span.of(claim.analysis.text) for span, _ in stretches(claim, missing)]


def stretches(claim: Reading, missing: Iterable[int]) -> list[tuple[Span, int]]:
    """Where these phrases stand in the claim, each with the missing node that tells most."""
    nodes = [i for i in missing if i in claim.at]
    lacking = frozenset(nodes)
    named = [i for i in nodes if claim.at[i].weight >= LEAST_NAMED] or nodes
    tokens = {j for i in nodes for j in _tokens(claim, i, lacking)}
    found = []
    light = {i for i in nodes if i not in named}
    for whole in _runs(claim, sorted(tokens | _small(claim, tokens))):
        run = _trimmed(whole, light)
        inside = [i for i in named if not set(run).isdisjoint(_tokens(claim, i, lacking))]
        if inside:
            found.append((_span(claim.analysis, run), max(inside, key=lambda i: (claim.at[i].weight, -i))))
    return found


def listed(found: Sequence[str]) -> str:
    """Phrases for a sentence: quoted, "or" before the last, the first few of them."""
    shown = [f"“{phrase}”" for phrase in found[:MOST_PHRASES]]
    if len(found) > MOST_PHRASES:
        return f"{', '.join(shown)} and more"
    return " or ".join(part for part in (", ".join(shown[:-1]), shown[-1]) if part)


def _tokens(claim: Reading, i: int, lacking: frozenset[int]) -> Sequence[int]:
    """The tokens of a node: all of its value; all of its name, if nothing of that is found."""
    value = claim.value_at.get(i)
    if value is not None:
        return value.tokens
    name = claim.name(i)
    return claim.analysis.at(claim.name_at[i].span) if len(name) > 1 and lacking.issuperset(name) else (i,)


def _small(claim: Reading, tokens: set[int]) -> set[int]:
    """The small words that stand right before missing words and belong to them: "in a", "would not"; and particles."""
    analysis, found = claim.analysis, set()
    for i in sorted(tokens, reverse=True):
        j = i - 1
        while j >= 0 and j not in tokens and _opens(claim, j) and analysis.tokens[j].head in tokens:
            found.add(j)
            j -= 1
        found.update(k for k in analysis.children[i] if analysis.tokens[k].dep == CLOSING)
    return found


def _opens(claim: Reading, j: int) -> bool:
    word, token = claim.at.get(j), claim.analysis.tokens[j]
    return token.rel in OPENING and (word is None or word.weight < LEAST_NAMED)


def _runs(claim: Reading, tokens: Sequence[int]) -> list[list[int]]:
    """Neighbouring tokens together, across a mark or an "and" between them."""
    runs: list[list[int]] = []
    for j in tokens:
        if runs and _joined(claim.analysis, runs[-1][-1], j):
            runs[-1].append(j)
        else:
            runs.append([j])
    return runs


def _trimmed(run: list[int], light: set[int]) -> list[int]:
    """The run without words at its ends that tell nothing by themselves."""
    kept = [k for k, j in enumerate(run) if j not in light]
    return run[kept[0] : kept[-1] + 1] if kept else run


def _joined(analysis: Analysis, one: int, two: int) -> bool:
    between = analysis.tokens[one + 1 : two]
    return not between or (len(between) == 1 and between[0].pos in ("CCONJ", "PART", "PUNCT"))


def _span(analysis: Analysis, run: list[int]) -> Span:
    """The characters of neighbouring tokens, without marks at either end."""
    words = [j for j in run if analysis.tokens[j].pos != "PUNCT"] or run
    return Span(analysis.tokens[words[0]].start, analysis.tokens[words[-1]].end)
