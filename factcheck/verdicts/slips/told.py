"""A slip as a verdict on the claim that holds it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.model import Evidence, Finding, Label, Relation, Stance, Verdict
from factcheck.verdicts.explain import place as where
from factcheck.verdicts.slips.found import Slip

# The share of slips that were errors, on labelled articles.
CONFIDENCE = 0.9


def with_slips(verdicts: Sequence[Verdict], slips: Iterable[Slip]) -> list[Verdict]:
    """The verdicts of an article, in their order; the shortest undecided claim that holds a slip is refuted by it."""
    told = list(verdicts)
    for slip in slips:
        holding = [n for n, verdict in enumerate(told) if _holds(verdict, slip)]
        if holding and not any(told[n].label is Label.REFUTED for n in holding):
            undecided = [n for n in holding if told[n].label is Label.NOT_ENOUGH_EVIDENCE]
            if undecided:
                shortest = min(undecided, key=lambda n: (len(told[n].claim.text), n))
                told[shortest] = _refuted(told[shortest], slip)
    return told


def _holds(verdict: Verdict, slip: Slip) -> bool:
    """Whether a claim has the words of a slip."""
    claim = verdict.claim
    if claim.sentence != slip.sentence:
        return False
    return any(piece.source is not None and piece.source.overlaps(slip.source) for piece in claim.pieces)


def _refuted(verdict: Verdict, slip: Slip) -> Verdict:
    passage = slip.place.candidate.passage
    evidence = {item.passage.id: item for item in verdict.evidence}
    near = evidence.get(passage.id, Evidence(passage, slip.place.candidate.score))
    evidence[passage.id] = replace(near, stance=Stance.REFUTES, reason="")
    index = list(evidence).index(passage.id)
    agreeing = (f for f in verdict.findings if f.relation is Relation.AGREES and f.evidence == index)
    theirs = slip.place.theirs.of(passage.text)
    return replace(
        verdict,
        label=Label.REFUTED,
        confidence=CONFIDENCE,
        findings=(_finding(slip, index, theirs), *agreeing),
        evidence=tuple(evidence.values()),
        explanation=f"differs: article says {slip.ours}, {where(passage)} says {theirs}",
    )


def _finding(slip: Slip, evidence: int, theirs: str) -> Finding:
    place, message = slip.place, f"{slip.ours} in the article, {theirs} in the note"
    return Finding(
        place.code, Relation.DIFFERS, place.how, slip.source, slip.ours, evidence, place.theirs, theirs, message
    )
