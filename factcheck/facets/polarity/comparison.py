"""Comparing what two statements say of whether, how certainly, and of how many."""

from __future__ import annotations

from factcheck.facets.polarity.certainty import Modality
from factcheck.model import Comparison, Relation

NEGATION, SCOPE, OVERCLAIM = "FC501", "FC504", "FC505"

# What follows from each scope: what is said of all is also true of most, many and some.
_IMPLIED = {
    "all": ("most", "many", "some"),
    "most": ("many", "some"),
    "many": ("some",),
    "few": ("some", "not all"),
    "no": ("not all", "few"),
    "only": ("some",),
}
# What cannot hold together with it; read both ways.
_EXCLUDED = {
    ("all", "no"),
    ("all", "not all"),
    ("all", "few"),
    ("most", "no"),
    ("most", "few"),
    ("many", "no"),
    ("many", "few"),
    ("some", "no"),
}
# What a note leaves open, in words for a message.
_OPEN = {
    "possible": "may be so",
    "necessary": "should be so",
    "planned": "is planned or expected",
    "alleged": "is alleged",
    "denied": "is denied",
    "conditional": "holds on a condition",
    "question": "is asked",
}


def compare_negation(claim: bool, passage: bool) -> Comparison:
    """Whether claim and passage, both about the same, are both affirmed or both denied."""
    if claim == passage:
        return Comparison(Relation.AGREES, "equal")
    message = "the claim says that it is not so, the note that it is" if claim else "the note says that it is not so"
    return Comparison(Relation.DIFFERS, "different", NEGATION, message)


def compare_modality(claim: Modality, passage: Modality) -> Comparison:
    """Whether the claim is no surer than the passage; a surer claim is an over-claim. The two sides do not commute."""
    if claim == passage:
        return Comparison(Relation.AGREES, "equal")
    if passage == "fact":
        return (
            Comparison(Relation.AGREES, "implied")
            if claim in ("possible", "alleged")
            else Comparison(Relation.INCOMPARABLE, "modality")
        )
    if claim == "fact" and passage != "question":
        return Comparison(Relation.DIFFERS, "over-claim", OVERCLAIM, f"the note says only that it {_OPEN[passage]}")
    return Comparison(Relation.INCOMPARABLE, "modality")


def compare_scope(claim: str | None, passage: str | None) -> Comparison:
    """Whether the claim speaks of no more of them than the passage: all, most, many, some, few, none, only, not all."""
    if claim == passage:
        return Comparison(Relation.AGREES, "equal")
    if claim is None or passage is None:
        return Comparison(Relation.INCOMPARABLE, "unmarked")
    if claim in _IMPLIED.get(passage, ()):
        return Comparison(Relation.AGREES, "implied")
    message = f"the claim says {claim}, the note {passage}"
    if (claim, passage) in _EXCLUDED or (passage, claim) in _EXCLUDED:
        return Comparison(Relation.DIFFERS, "different", SCOPE, message)
    if claim in ("all", "most", "only") and passage in ("some", "most", "many"):
        return Comparison(Relation.DIFFERS, "over-claim", SCOPE, message)
    return Comparison(Relation.INCOMPARABLE, "scope")
