"""What no passage of a note says alone and the note says all the same.

The clauses of a claim may stand in different passages, and so may the name or the date that a passage near it leaves
to be understood. Only passages of one note are put together, and none that says it of something else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factcheck.model import Stance
from factcheck.verdicts.assessment import SUPPORT, Assessment
from factcheck.verdicts.comparison.contrasts import contrary_comparisons, foreign
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.words import Kind

# The share of a clause that one passage must have: most of it, or the rest is perhaps said of something else.
CLAUSE = 0.6
# A clause of fewer telling words says too little by itself.
LEAST_WORDS = 2
# What a name or a number is worth that the passage lacks and its note has elsewhere.
ELSEWHERE = 0.8
# A word of the passage that tells less does not take the place of another.
LEAST_TELLING = 0.6


def together(assessments: Sequence[Assessment]) -> Assessment | None:
    """The passage that has most of the claim, if the other passages of its note have the rest."""
    notes: dict[str, list[Assessment]] = defaultdict(list)
    for assessment in assessments:
        if _usable(assessment):
            notes[assessment.candidate.passage.sha256].append(assessment)
    found = [best for note in notes.values() if (best := _of_one(note)) is not None]
    return max(found, key=lambda a: a.coverage, default=None)


def _of_one(note: Sequence[Assessment]) -> Assessment | None:
    claim = note[0].alignment.claim
    said = _said(note)
    if not _has_core(claim, said) or note[0].alignment.coverage(lent=said) < SUPPORT:
        return None
    if any(True for a in note for _ in contrary_comparisons(a.alignment)):
        return None
    parts = list(_parts(claim))
    if len(parts) > 1 and all(any(_covers(a, part) for a in note) for part in parts):
        return max(note, key=lambda a: a.coverage)
    return max((a for a in note if _completed(a, note)), key=lambda a: a.coverage, default=None)


def _usable(assessment: Assessment) -> bool:
    return assessment.stance is not Stance.REFUTES and assessment.usable


def _said(note: Sequence[Assessment]) -> dict[int, float]:
    """How well the note has each word of the claim, in whichever passage has it best."""
    return {i: max(a.alignment.strength(i) for a in note) for i in note[0].alignment.claim.at}


def _has_core(claim: Reading, said: Mapping[int, float]) -> bool:
    """Whether the note has every number, date and name of the claim."""
    values = (word.i for word in claim.words if word.kind is Kind.VALUE)
    names = (claim.name(word.i) for word in claim.words if word.kind is Kind.NAME and word.weight > 0)
    return all(said[i] for i in values) and all(any(said[i] for i in name) for name in names)


def _parts(claim: Reading) -> Iterator[frozenset[int]]:
    """The nodes of each clause that says something."""
    for clause in claim.clauses:
        nodes = frozenset(clause & claim.at.keys())
        if sum(claim.at[i].kind is not Kind.PRONOUN for i in nodes) >= LEAST_WORDS:
            yield nodes


def _covers(assessment: Assessment, part: frozenset[int]) -> bool:
    """Whether one passage has a clause, with nothing in it that turns or narrows what the passage says."""
    if not part.isdisjoint(assessment.overstated):
        return False
    others = frozenset(assessment.alignment.claim.at) - part
    return assessment.alignment.coverage(others) >= CLAUSE


def _completed(assessment: Assessment, note: Sequence[Assessment]) -> bool:
    """Whether a passage supports the claim once its note lends it the names and numbers that it lacks."""
    lent = {word.i for word in assessment.missing if word.kind is not Kind.WORD}
    if not lent or assessment.doubts or assessment.goes_beyond or any(_taken(assessment, i) for i in lent):
        return False
    if any(_told_of(assessment.alignment.claim, i) for i in lent):
        return False
    worth = {i: ELSEWHERE * max((a.alignment.strength(i) for a in note if _lends(a, i)), default=0.0) for i in lent}
    return assessment.alignment.coverage(lent=worth) >= SUPPORT


def _told_of(claim: Reading, i: int) -> bool:
    """Whether it is a name that the claim tells something with, and not whom or what it is about."""
    name = claim.name(i)
    about = any(edge.label in ("subj", "poss", "is") for j in name for edge in claim.into.get(j, ()))
    return (
        claim.at[i].kind is Kind.NAME
        and not about
        and not any(e.label == "is" for j in name for e in claim.out.get(j, ()))
    )


def _taken(assessment: Assessment, i: int) -> bool:
    """Whether the passage has another name or number, or quite another word, in the place of one that it lacks."""
    alignment = assessment.alignment
    kind = alignment.claim.at[i].kind
    for place in alignment.counterparts(i):
        word = alignment.passage.at[place.passage]
        telling = place.exact and word.kind is not Kind.PRONOUN and word.weight >= LEAST_TELLING
        if place.passage not in alignment.back and (word.kind is kind or telling):
            return True
    return _has_like_value(assessment, i) if kind is Kind.VALUE else _has_other_subject(assessment, i)


def _has_like_value(assessment: Assessment, i: int) -> bool:
    """Whether the passage has a number or date of the kind that it lacks, which is none of the claim's."""
    alignment = assessment.alignment
    unit = alignment.claim.value_at[i].unit
    return any(value.unit == unit and value.head not in alignment.back for value in alignment.passage.values)


def _has_other_subject(assessment: Assessment, i: int) -> bool:
    """Whether it is a subject that the passage lacks, and the passage is of another name."""
    alignment = assessment.alignment
    claim, tokens = alignment.claim, alignment.passage.analysis.tokens
    name = claim.name(i)
    acts = any(edge.label == "subj" for j in name for edge in claim.into.get(j, ()))
    described = any(edge.label == "is" for j in name for edge in claim.out.get(j, ()))
    return (acts or described) and any(foreign(alignment, t.i) for t in tokens if t.rel == "nsubj")


def _lends(assessment: Assessment, i: int) -> bool:
    """Whether what a passage says of a number or date may be said of the claim's subject: not where it has another."""
    alignment = assessment.alignment
    link = alignment.links.get(i)
    if link is None or alignment.claim.at[i].kind is not Kind.VALUE:
        return True
    tokens, clause = alignment.passage.analysis.tokens, alignment.passage.clause(link.passage)
    subjects = [k for k in clause if tokens[k].rel == "nsubj"]
    if any(tokens[k].pos == "PRON" for k in subjects):
        subjects += [token.i for token in tokens[: min(subjects)] if token.rel == "nsubj"]
    return not any(foreign(alignment, k) for k in subjects)
