"""What was found of a claim's quotations, as findings with their places in the article and in the note."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.model import Claim, Finding, Relation, Span, Verdict
from factcheck.verdicts.comparison.changed_words import ALTERED, ANOTHER, WORD
from factcheck.verdicts.quotations.hearing import Heard, Quotation
from factcheck.verdicts.quotations.speakers import Who


def quotation_findings(verdict: Verdict, quotation: Quotation, heard: Heard | None) -> list[Finding]:
    """What is found of one quotation: that it agrees, that no note has it, or each thing that differs."""
    claim = verdict.claim
    whole = claim.source(quotation.span)
    if heard is None:
        message = f"no note has these words: “{quotation.words.strip()}”"
        return [Finding(ALTERED, Relation.MISSING, "not found", whole, quotation.words, None, None, "", message)]
    index = next(i for i, item in enumerate(verdict.evidence) if item.passage is heard.passage)
    theirs = heard.span.of(heard.passage.text) if heard.span is not None else ""
    if heard.code is None:
        message = _agreement(quotation, heard)
        return [
            Finding(ALTERED, Relation.AGREES, heard.how, whole, quotation.words, index, heard.span, theirs, message)
        ]
    if heard.code == ALTERED and heard.changes:
        return [_change(claim, quotation, heard, pair, index) for pair in heard.changes]
    ours, value = quotation.words, theirs
    if heard.code == ANOTHER:
        ours, value = quotation.speaker or ours, heard.speaker or theirs
        whole = claim.source(_named(ours, claim.text, quotation.span))
    return [
        Finding(
            heard.code,
            Relation.DIFFERS,
            heard.how,
            whole,
            ours,
            index,
            heard.span,
            value,
            accusation(quotation, heard),
        )
    ]


def _agreement(quotation: Quotation, heard: Heard) -> str:
    parts = ["the words agree" if heard.how != "nearly" else "the words agree but for spelling or small words"]
    if quotation.speaker and heard.who is Who.UNKNOWN:
        parts.append("the note does not say beside them who says them")
    if not heard.direct:
        parts.append("the note reports them without quotation marks")
    return "; ".join(parts)


def _change(claim: Claim, quotation: Quotation, heard: Heard, pair: tuple[str, str], index: int) -> Finding:
    """One changed stretch; where words were left out, the finding stands on the whole quotation."""
    ours, theirs = pair
    place_ours = _located(ours, claim.text, quotation.span)
    inside = heard.span if heard.span is not None else Span(0, len(heard.passage.text))
    place_theirs = _located(theirs, heard.passage.text, inside)
    return Finding(
        ALTERED,
        Relation.DIFFERS,
        "altered",
        claim.source(place_ours),
        ours or quotation.words,
        index,
        place_theirs,
        theirs or place_theirs.of(heard.passage.text),
        changed_words(ours, theirs),
    )


def _located(words: str, text: str, inside: Span) -> Span:
    """Where words stand in a stretch of a text; the stretch where they do not, or where there are none."""
    wanted = WORD.findall(words)
    found = re.search(r"\b" + r"[\W_]+".join(map(re.escape, wanted)) + r"\b", inside.of(text)) if wanted else None
    return inside if found is None else Span(inside.start + found.start(), inside.start + found.end())


def _named(speaker: str, text: str, words: Span) -> Span:
    """Where a claim names its speaker, outside the quoted words; these, where it does not."""
    first = text.find(speaker)
    return words if first < 0 or Span(first, first + 1).overlaps(words) else Span(first, first + len(speaker))


def changed_words(ours: str, theirs: str) -> str:
    """One changed stretch, in words."""
    if ours and theirs:
        return f"the article quotes “{ours}” where the note has “{theirs}”"
    return f"the quotation adds “{ours}”" if ours else f"the quotation leaves out “{theirs}”"


def accusation(quotation: Quotation, heard: Heard) -> str:
    """What is wrong with a quotation, in words."""
    if heard.code == ALTERED:
        return "; ".join(changed_words(*pair) for pair in heard.changes)
    if heard.code == ANOTHER:
        return f"in the note these are words of {heard.speaker or 'somebody else'}, not of {quotation.speaker}"
    left_out = "; ".join(theirs for _, theirs in heard.changes if theirs)
    return f"the quotation joins words that stand apart, without “{left_out}”"


def ordered(first: Sequence[Finding], others: Sequence[Finding]) -> tuple[Finding, ...]:
    """All findings: what differs, then what agrees, then what is missing; quotations first."""
    return tuple(
        sorted((*first, *others), key=lambda f: (f.relation is not Relation.DIFFERS, f.relation is Relation.MISSING))
    )
