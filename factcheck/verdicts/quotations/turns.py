"""Who says it, in a note with turns: a statement in another person's turn is no word of the claim's speaker.

"Wise decisions, she said, rest on memory" is not supported by an interviewer who says so, and is wrong where only the
interviewer says so and she answers "No" (FC404).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.facets.names.data import fold
from factcheck.facets.polarity.cues import cues
from factcheck.model import Claim, Stance
from factcheck.readers.speakers import INTERVIEWER
from factcheck.verdicts.assessment import Assessment
from factcheck.verdicts.candidate import Candidate
from factcheck.verdicts.comparison.difference import Difference
from factcheck.verdicts.quotations.hearing import reported
from factcheck.verdicts.quotations.speakers import PRONOUNS, Who, listed, same_speaker
from factcheck.verdicts.words import Kind, stem

ATTRIBUTION = "FC404"
# The share of the statement that another's turn must have to be an error: said outright, and asked but denied.
SAID, ASKED = 0.9, 0.75
# As many words that tell something correspond, for each of the two.
LEAST_SAID, LEAST_ASKED = 4, 3
# A turn of the speaker's own, or of nobody known, that has this share of the statement may be what is reported.
OWN = 0.7
_NAMED = re.compile(r"[^\W\d_]{3,}")
# What is said to somebody of themselves may be what they said before.
_ADDRESSED = re.compile(r"\byou(?:r|rs|rself)?\b", re.IGNORECASE)


@dataclass(frozen=True)
class AnotherVoice(Assessment):
    """What somebody else than the claim's speaker says: it supports nothing, and accuses only of the wrong speaker."""

    @property
    def usable(self) -> bool:
        """Never as support."""
        return False

    @property
    def stance(self) -> Stance:
        """Where the passage stands."""
        return Stance.REFUTES if self.differences else Stance.NEUTRAL

    @property
    def deciding(self) -> tuple[Difference, ...]:
        """The wrong speaker."""
        return self.differences

    @property
    def doubts(self) -> tuple[Difference, ...]:
        """Nothing: what another says leaves open what the speaker says."""
        return ()


def by_turns(claim: Claim, assessments: Sequence[Assessment]) -> list[Assessment]:
    """The assessments with those of other persons' turns as what they are; all as they were for a claim of nobody."""
    if not claim.speaker:
        return list(assessments)
    others = [a for a in assessments if speaks(claim.speaker, a.candidate) is Who.OTHER]
    own = [a for a in assessments if a not in others]
    only = all(a.said < OWN for a in own)
    return [
        AnotherVoice(a.candidate, a.alignment, tuple(_misattributed(claim.speaker, a)) if only else ())
        if a in others
        else a
        for a in assessments
    ]


def speaks(speaker: str, candidate: Candidate) -> Who:
    """Whether a passage is the speaker's own words; who has turns of their own in a note speaks in no other's."""
    passage = candidate.passage
    if passage.speaker is None or fold(speaker) in PRONOUNS:
        return Who.UNKNOWN
    if not passage.asks and (reported(passage.text) or _names(speaker, passage.text)):
        return Who.UNKNOWN
    if passage.speaker == INTERVIEWER:
        return Who.UNKNOWN if _is_hearer(speaker) else Who.OTHER
    who = same_speaker(speaker, passage.speaker)
    if who is Who.SAME or not _has_turns(speaker, candidate.turns - {passage.speaker}):
        return Who.UNKNOWN
    return Who.OTHER


def _is_hearer(speaker: str) -> bool:
    """Whether a speaker may be the one who asks: "the reporter"."""
    return any(stem(fold(word)) in listed("hearer") or fold(word) in listed("hearer") for word in speaker.split())


def _has_turns(speaker: str, turns: frozenset[str]) -> bool:
    return any(same_speaker(speaker, other) is Who.SAME for other in turns)


def _names(speaker: str, text: str) -> bool:
    """Whether a text names the speaker, and so may report them."""
    words = {fold(word) for word in _NAMED.findall(text)}
    return any(word[0].isupper() and fold(word) in words for word in _NAMED.findall(speaker))


def _misattributed(speaker: str, assessment: Assessment) -> Iterator[Difference]:
    """The wrong speaker, where the statement is clearly the passage's, and is not answered with a yes."""
    alignment, passage = assessment.alignment, assessment.candidate.passage
    own = alignment.claim.attribution
    shared = [i for i in alignment.links if i not in own and alignment.claim.at[i].kind is not Kind.PRONOUN]
    said = _clearly_said(assessment, len(shared), speaker)
    if said and shared and own:
        message = f"in the note {passage.speaker} {said}"
        there = alignment.links[shared[0]].passage
        yield Difference(ATTRIBUTION, "another speaker", min(own), there, 1, assessment.said, message)


def _clearly_said(assessment: Assessment, shared: int, speaker: str) -> str:
    """How the passage says what the claim says, in words; nothing where it does not, or not clearly."""
    rest, text, after = assessment.said, assessment.candidate.passage.text, assessment.candidate.reply.strip()
    own = assessment.alignment.claim.attribution
    if assessment.differences or any(word.i not in own for word in assessment.core_missing):
        return ""
    if assessment.asks:
        asked = rest >= ASKED and shared >= LEAST_ASKED and answers("denial", after) and not _denied_inside(text)
        return f"asks so, and the answer is “{after}”" if asked else ""
    outright = rest >= SAID and shared >= LEAST_SAID and not answers("assent", after) and not _ADDRESSED.search(text)
    return f"says so, not {speaker}" if outright else ""


def _denied_inside(question: str) -> bool:
    """Whether a question denies what it asks for other than by its first word: "Did you never …?"."""
    return any(word.casefold() in cues("negator") for word in question.split()[1:])


@cache
def _opening(kind: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(listed(kind), key=lambda word: (-len(word), word)))
    return re.compile(rf"\W*(?:(?:well|oh|look|but)\b\W*)?(?:{words})\b\s*(?:[,.!;:—–]|-\s|$)", re.IGNORECASE)


def answers(kind: str, answer: str) -> bool:
    """Whether an answer begins with a denial or an assent: "No.", "Not at all, …", "Of course."."""
    return bool(_opening(kind).match(answer.replace("’", "'")))
