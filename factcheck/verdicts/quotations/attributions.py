"""Who is said to say it: the same statement, reported of somebody else (FC404)."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Analysis, Token
from factcheck.verdicts.alignment import Alignment
from factcheck.verdicts.comparison.difference import Difference
from factcheck.verdicts.quotations.hearing import is_saying
from factcheck.verdicts.quotations.speakers import Who, same_speaker
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.words import Kind, plain

ATTRIBUTION = "FC404"
# As many words of the statement correspond as make it more than a phrase that two people can use.
LEAST_SHARED = 2


def differing_speakers(alignment: Alignment) -> Iterator[Difference]:
    """The statement is the passage's, but another person makes it there."""
    ours, theirs = _sayer(alignment.claim.analysis), _sayer(alignment.passage.analysis)
    if ours is None or theirs is None or ours.i not in alignment.claim.at:
        return
    one, other = (_whole(alignment.claim, ours), _whole(alignment.passage, theirs))
    if not (_is_somebody(alignment.claim, ours) and _is_somebody(alignment.passage, theirs)):
        return
    if same_speaker(one, other, alignment.passage.analysis.text) is not Who.OTHER:
        return
    aside = _saying(alignment.claim, ours)
    stated = [i for i in alignment.links if i not in aside and alignment.claim.at[i].kind is not Kind.PRONOUN]
    if len(stated) >= LEAST_SHARED and not any(alignment.strength(i) for i in alignment.claim.name(ours.i)):
        message = f"in the note {other} says so, not {one}"
        yield Difference(ATTRIBUTION, "another speaker", ours.i, theirs.i, 1, alignment.coverage(aside), message)


def _sayer(analysis: Analysis) -> Token | None:
    """The one word for who makes the main statement of a text: the subject of the verb of saying, or "according to"."""
    for root in analysis.roots:
        if _says(analysis, root) and analysis.child(root, "ccomp", "parataxis") is not None:
            return analysis.child(root, "nsubj")
        for i in analysis.children[root]:
            token = analysis.tokens[i]
            if token.rel == "advcl" and i < root and _says(analysis, root):
                return analysis.child(root, "nsubj")
            if token.rel in ("parataxis", "ccomp") and _says(analysis, i) and analysis.child(i, "nsubj") is not None:
                return analysis.child(i, "nsubj")
            if token.rel == "obl" and _case(analysis, i) == "according":
                return token
    return None


def _says(analysis: Analysis, i: int) -> bool:
    return is_saying(plain(analysis.tokens[i].lemma)) or is_saying(plain(analysis.tokens[i].text))


def _case(analysis: Analysis, i: int) -> str:
    case = analysis.child(i, "case")
    return case.lower if case is not None else ""


def _whole(reading: Reading, token: Token) -> str:
    """The words of who says it, without what is said of them in clauses."""
    name = reading.name_at.get(token.i)
    if name is None and token.pos == "NOUN":  # "the 2013 Wimbledon champion" may be anybody
        return token.text
    own = reading.analysis.at(name.span) if name is not None else [token.i]
    beside = [i for i in reading.analysis.children[token.i] if reading.analysis.tokens[i].rel in ("compound", "flat")]
    tokens = [reading.analysis.tokens[i] for i in sorted({*own, *beside})]
    return " ".join(t.text for t in tokens)


def _is_somebody(reading: Reading, token: Token) -> bool:
    """Whether a sayer is one person, by a person's name or by an office; what an organisation says, a person says."""
    name = reading.name_at.get(token.i)
    return token.pos == "NOUN" if name is None else name.kind == "person"


def _saying(reading: Reading, sayer: Token) -> frozenset[int]:
    """The words that only say who says it."""
    analysis = reading.analysis
    verb = sayer.head if sayer.rel == "nsubj" else None
    phrase = {sayer.i, *analysis.subtree(sayer.i), *reading.attribution}
    return frozenset(phrase | ({verb} if verb is not None else set()))
