"""Of how many a text speaks: all, most, some, none or only."""

from __future__ import annotations

from factcheck.facets.polarity.cues import cues, introduced_by
from factcheck.model import Analysis

_SCOPES = ("only", "no", "all", "most", "many", "some", "few")


def scope(analysis: Analysis, i: int) -> str | None:
    """Of how many the text speaks at the noun `i`: all, most, many, some, few, no, only, "not all", or None."""
    tokens = analysis.tokens
    near = [j for j in analysis.children[i] if j < i and tokens[j].rel in ("det", "amod", "advmod", "nummod")]
    if tokens[i].rel == "nmod" and introduced_by(analysis, i, "of"):
        near.append(tokens[i].head)
    near.append(i)
    for j in near:
        found = next((name for name in _SCOPES if tokens[j].lower in cues(f"scope {name}")), None)
        if found is None or (found == "most" and _is_superlative(analysis, j)):
            continue
        before = tokens[j - 1].lower if j else ""
        if found == "few" and before == "a":
            return "some"
        if before in ("not", "n't") and found in ("all", "many"):
            return "not all" if found == "all" else "few"
        return found
    if any(tokens[j].lower == "any" and j and tokens[j - 1].lower in ("hardly", "scarcely", "barely") for j in near):
        return "few"
    return None


def _is_superlative(analysis: Analysis, j: int) -> bool:
    """Whether "most" makes a superlative of the adjective after it."""
    following = analysis.tokens[j + 1] if j + 1 < len(analysis.tokens) else None
    return following is not None and following.pos == "ADJ" and analysis.tokens[j].head == following.i
