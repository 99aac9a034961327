"""A claim's quotations against the notes: exact, altered (FC101), said by another (FC102), joined (FC103)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.facets import quotes
from factcheck.model import Claim, Evidence, Label, Piece, Relation, Span, Stance, Verdict
from factcheck.verdicts.comparison.changed_words import ANOTHER, JOINED, WORD, length
from factcheck.verdicts.explain import place
from factcheck.verdicts.quotations.findings import accusation, ordered, quotation_findings
from factcheck.verdicts.quotations.hearing import LEAST_ACCUSED, Heard, Quotation, covers, forms, hear, is_saying
from factcheck.verdicts.quotations.speakers import Who
from factcheck.verdicts.words import plain

# Two words of a quotation further apart than this in the article stand in two quotations: “…,” she said, “…”.
INTERRUPTION = 5
# More quotations than this in one claim are a list of titles; the rest is not looked up.
MOST_QUOTATIONS = 12
# How sure: words and speaker found; words found; an accusation where the speaker agrees; any other accusation.
FOUND_BOTH, FOUND_WORDS, ACCUSED_KNOWN, ACCUSED = 0.97, 0.9, 0.92, 0.85
_OPENING, _CLOSING = re.compile('[“"]'), '”"'


def with_quotations(verdict: Verdict) -> Verdict:
    """The verdict after its claim's quotations have been looked up, word for word, in its evidence.

    An altered, joined or misattributed quotation refutes the claim; one that is exact supports it if the claim says no
    more than that it was said; one that no note has keeps a claim that rests on its words from being supported.
    """
    found = [(quotation, _best(quotation, verdict.evidence)) for quotation in quotations(verdict.claim)]
    if not found:
        return verdict
    accused = next(((q, h) for q, h in found if h is not None and h.code), None)
    findings = tuple(f for q, h in found for f in quotation_findings(verdict, q, h))
    verdict = replace(verdict, findings=ordered(findings, verdict.findings))
    if accused is not None:
        return _refuted(verdict, *accused)
    confirmed = [h for q, h in found if h is not None and h.direct and q.speech and covers(h, q.rest)]
    if len(confirmed) == len(found):
        return _supported(verdict, confirmed[0])
    if verdict.label is Label.SUPPORTED and any(
        h is None and q.speech and len(q.keys) >= LEAST_ACCUSED for q, h in found
    ):
        return _unheard(verdict)
    return verdict


# --- the claim's quotations -------------------------------------------------------------------------


def quotations(claim: Claim) -> tuple[Quotation, ...]:
    """What a claim quotes, in its order, without what is quoted inside a quotation."""
    spans = _spans(claim)
    outside = _without(claim.text, spans)
    speaker = forms(claim.speaker or "")
    said = any(is_saying(plain(word)) for word in WORD.findall(outside)) or not WORD.search(outside)
    saying = frozenset(form for word in WORD.findall(outside) if is_saying(plain(word)) for form in forms(word))
    rest = forms(outside) - speaker - saying
    return tuple(
        Quotation(
            _words(claim, span, alone=len(spans) == 1),
            span,
            claim.speaker,
            rest,
            _is_speech(claim.text, span, said, rest),
        )
        for span in spans
    )


def _is_speech(text: str, span: Span, said: bool, rest: frozenset[str]) -> bool:
    """Whether the quotation is a statement by itself: all that the claim says, or what follows its colon."""
    return said and (not rest or text[: span.start].rstrip(" “\"'‘").endswith((":", ",")))


def _spans(claim: Claim) -> list[Span]:
    """The words between the marks; those of a whole claim that quotes one statement in pieces are one."""
    outer: list[Span] = []
    for quote in quotes.find_text(claim.text):
        if (not outer or quote.words_span.start >= outer[-1].end) and len(outer) < MOST_QUOTATIONS:
            outer.append(quote.words_span)
    if claim.quoted and len(WORD.findall(claim.quoted)) > max(
        (len(WORD.findall(span.of(claim.text))) for span in outer), default=0
    ):
        opening = _OPENING.search(claim.text)
        if opening is not None and claim.text[: opening.start()].rstrip().endswith(":"):
            return [Span(opening.end(), max(opening.end(), *(claim.text.rfind(mark) for mark in _CLOSING)))]
    return outer


def _without(text: str, spans: Sequence[Span]) -> str:
    parts, at = [], 0
    for span in spans:
        parts.append(text[at : span.start])
        at = span.end
    return " ".join([*parts, text[at:]])


def _words(claim: Claim, span: Span, *, alone: bool) -> str:
    """The quoted words, with an ellipsis where the article interrupts them, and with the brackets that it has."""
    if alone and claim.quoted and "[" in claim.quoted:
        return claim.quoted
    text, at = "", span.start
    for piece, following in pairwise(
        piece for piece in claim.pieces if piece.source is not None and span.overlaps(piece.span)
    ):
        if _interrupted(piece, following):
            text += claim.text[at : piece.span.end] + " … "
            at = following.span.start
    return text + claim.text[at : span.end]


def _interrupted(one: Piece, two: Piece) -> bool:
    return (
        one.source is not None and two.source is not None and not 0 <= two.source.start - one.source.end <= INTERRUPTION
    )


# --- the notes --------------------------------------------------------------------------------------


def _best(quotation: Quotation, evidence: Sequence[Evidence]) -> Heard | None:
    """What the notes say: a quotation's own words anywhere outweigh all else; two near sentences accuse of nothing."""
    turns: dict[str, set[str]] = {}
    for item in evidence:
        if item.passage.speaker:
            turns.setdefault(item.passage.sha256, set()).add(item.passage.speaker)
    found = [hear(quotation, item.passage, frozenset(turns.get(item.passage.sha256, ()))) for item in evidence]
    heard = [one for one in found if one is not None]
    agreeing = [one for one in heard if one.code is None]
    if agreeing:
        return max(agreeing, key=lambda one: (one.who is Who.SAME, one.direct, one.how == "exact"))
    for code in (ANOTHER, JOINED):
        told = next((one for one in heard if one.code == code), None)
        if told is not None:
            return told
    return _one_altered(heard)


def _one_altered(heard: Sequence[Heard]) -> Heard | None:
    """The passage whose words were altered; none where several sentences could be meant."""
    if not heard:
        return None
    least = min(length(one.changes) for one in heard)
    nearest = [one for one in heard if length(one.changes) == least]
    return nearest[0] if len({one.changes for one in nearest}) == 1 else None


# --- the verdict ------------------------------------------------------------------------------------


def _refuted(verdict: Verdict, quotation: Quotation, heard: Heard) -> Verdict:
    sure = ACCUSED_KNOWN if heard.who is Who.SAME else ACCUSED
    return _decided(
        verdict, Label.REFUTED, sure, heard, f"differs: {accusation(quotation, heard)} ({place(heard.passage)})"
    )


def _supported(verdict: Verdict, heard: Heard) -> Verdict:
    known = heard.who is Who.SAME
    words = "word for word" if heard.how != "nearly" else "but for spelling or small words"
    doubt = "" if known or not verdict.claim.speaker else ", which does not name the speaker"
    explanation = f"agrees {words} with {place(heard.passage)}{doubt}"
    findings = tuple(f for f in verdict.findings if f.relation is Relation.AGREES)
    return _decided(
        replace(verdict, findings=findings),
        Label.SUPPORTED,
        FOUND_BOTH if known else FOUND_WORDS,
        heard,
        explanation,
    )


def _unheard(verdict: Verdict) -> Verdict:
    """A claim that only looks supported: the notes speak of it in other words than those it quotes."""
    evidence = tuple(
        replace(item, stance=Stance.NEUTRAL, reason="says it in other words than those quoted")
        if item.stance is Stance.SUPPORTS
        else item
        for item in verdict.evidence
    )
    explanation = "the notes say something like it, but not in the words that are quoted"
    return replace(
        verdict,
        label=Label.NOT_ENOUGH_EVIDENCE,
        confidence=round(1 - verdict.confidence, 2),
        evidence=evidence,
        explanation=explanation,
    )


def _decided(verdict: Verdict, label: Label, sure: float, heard: Heard, explanation: str) -> Verdict:
    stance = Stance.REFUTES if label is Label.REFUTED else Stance.SUPPORTS
    evidence = tuple(_weighed(item, heard, stance) for item in verdict.evidence)
    return replace(verdict, label=label, confidence=sure, evidence=evidence, explanation=explanation)


def _weighed(item: Evidence, heard: Heard, stance: Stance) -> Evidence:
    """The passage that has the quotation decides; what the others say is left as it is."""
    if item.passage is heard.passage:
        return replace(item, stance=stance, reason="decides")
    if item.reason == "decides" or item.stance not in (stance, Stance.NEUTRAL):
        return replace(item, stance=Stance.NEUTRAL, reason="does not decide what is quoted")
    return item
