"""One quotation held against one passage: its very words, changed words, another speaker, or two places joined.

A passage accuses a quotation only where it is itself somebody's direct speech; indirect speech may confirm it, no more.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from factcheck.claims.data import words as claim_words
from factcheck.facets import quotes
from factcheck.facets.dates.words import spelt
from factcheck.facets.names.data import places
from factcheck.facets.quotes import QuoteMatch
from factcheck.model import BlockKind, Passage, Relation, Span
from factcheck.verdicts.comparison.changed_words import (
    ALTERED,
    ANOTHER,
    HYPHEN,
    JOINED,
    WORD,
    Changes,
    at_edge,
    folded,
    length,
    rearranged,
    slight,
    telling,
)
from factcheck.verdicts.quotations.speakers import Who, listed, same_speaker
from factcheck.verdicts.words import plain, stem, true_lemma

# A quotation shorter than this is a phrase that two people can have used; it confirms or says nothing.
LEAST_ACCUSED = 4
# One whose first or last word differs, or that nobody is known to say, has to be longer to be surely the same sentence.
LEAST_AT_EDGE, LEAST_UNKNOWN = 5, 7
# One changed stretch, and one more for so many words; a changed stretch has two words, or this part of the quotation's.
WORDS_A_CHANGE, CHANGED_PART = 10, 4
# As many words tell something, in what an altered quotation shares with the passage and in one said by another.
LEAST_TELLING = 2
# A joined quotation has so many words.
LEAST_JOINED = 7

_SPEECH = re.compile(
    r"\b(?:transcript|speech|remarks|address|statement|interview|testimony|briefing|conference|letter|sermon|lecture"
    r"|hearing|debate|q&a)\b",
    re.I,
)
_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})
_NOT_FIRST = 3


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation of a claim: its words, where they stand in the claim's text, and who says them.

    `rest` are the claim's other words that tell something; `speech` says that it is a statement of its own and not a
    phrase in the writer's sentence.
    """

    words: str
    span: Span
    speaker: str | None
    rest: frozenset[str]
    speech: bool

    @property
    def keys(self) -> tuple[str, ...]:
        """Its words, folded."""
        return folded(self.words)

    @property
    def is_title(self) -> bool:
        """Whether it is the name of a work and nobody's speech: all telling words are capitalised."""
        return all(
            word[0].isupper() or word[0].isdigit() for word in WORD.findall(self.words) if telling([plain(word)])
        )


@dataclass(frozen=True)
class Heard:
    """What a passage says of a quotation.

    `code` is the rule that it breaks, or None where the words agree; `span` is in the passage's text; `changes` pairs
    the quotation's words with the note's own; `who` says whether the speaker agrees; `direct` that it is speech.
    """

    passage: Passage
    code: str | None
    how: str
    span: Span | None
    who: Who
    direct: bool
    speaker: str | None = None
    changes: Changes = ()


@dataclass(frozen=True, slots=True)
class _Window:
    """A passage between its neighbours: their text, and where the passage's own begins and ends in it."""

    text: str
    own: Span

    def inside(self, span: Span) -> Span:
        """A stretch of the text as one of the passage's own."""
        start, end = max(span.start, self.own.start), min(span.end, self.own.end)
        return Span(start - self.own.start, end - self.own.start)


@dataclass(frozen=True, slots=True)
class _Voice:
    """Whether words are direct speech, whose, by a turn's label or not, and whether all of them are."""

    direct: bool
    speaker: str | None = None
    turn: bool = False
    whole: bool = True


@dataclass(frozen=True)
class _Hearing:
    """A quotation before a passage that has words like it."""

    quotation: Quotation
    passage: Passage
    place: Span
    voice: _Voice
    who: Who

    @property
    def accuses(self) -> bool:
        """Whether words that differ can be an error: it is speech, not known to be another's, and no title."""
        return self.voice.direct and self.voice.whole and self.who is not Who.OTHER and not self.quotation.is_title

    def heard(self, code: str | None, how: str, changes: Changes = ()) -> Heard:
        """The outcome."""
        return Heard(self.passage, code, how, self.place, self.who, self.voice.direct, self.voice.speaker, changes)


def hear(quotation: Quotation, passage: Passage, turns: frozenset[str]) -> Heard | None:
    """What a passage says of a quotation, or None; `turns` are those who speak in the passage's note."""
    window, match = _matched(quotation, passage)
    if match.passage_span is None or not match.passage_span.overlaps(window.own):
        return None
    voice = _voice(window, match.passage_span, passage)
    who = _who(quotation, voice, f"{window.text} {passage.title} {passage.heading}", turns)
    hearing = _Hearing(quotation, passage, window.inside(match.passage_span), voice, who)
    if match.comparison.relation is Relation.AGREES:
        return _very_words(hearing, match.comparison.how)
    if match.comparison.code == JOINED:
        return _joined(hearing, match.differing)
    return _changed(hearing, match.differing)


def _matched(quotation: Quotation, passage: Passage) -> tuple[_Window, QuoteMatch]:
    """The words like a quotation's, in the passage alone if it has them all, else in it and its neighbours."""
    alone = _Window(passage.text, Span(0, len(passage.text)))
    match = quotes.compare(quotation.words, passage.text)
    if match.comparison.relation is Relation.AGREES:
        return alone, match
    window = _window(passage)
    match = quotes.compare(quotation.words, window.text) if window != alone else match
    return (window, match) if match.passage_span is not None else (alone, rearranged(quotation.words, passage.text))


def _very_words(hearing: _Hearing, how: str) -> Heard | None:
    keys = hearing.quotation.keys
    if hearing.who is Who.OTHER:
        sure = len(keys) >= LEAST_ACCUSED and telling(keys) >= LEAST_TELLING and hearing.voice.direct
        return hearing.heard(ANOTHER, "another speaker") if sure else None
    if len(keys) < LEAST_ACCUSED and hearing.who is not Who.SAME and not _about(hearing.quotation, hearing.passage):
        return None
    return hearing.heard(None, how)


def _joined(hearing: _Hearing, left_out: Changes) -> Heard | None:
    quotation = hearing.quotation
    if not quotation.speech:
        return hearing.heard(None, "joined")
    sure = len(quotation.keys) >= LEAST_JOINED and _about(quotation, hearing.passage)
    return hearing.heard(JOINED, "joined", left_out) if sure and hearing.accuses else None


def _changed(hearing: _Hearing, differing: Changes) -> Heard | None:
    changes = tuple(pair for pair in differing if not slight(*pair, speech=hearing.quotation.speech))
    if not changes:
        return _very_words(hearing, "nearly")
    sure = hearing.accuses and _corresponds(hearing, changes)
    return hearing.heard(ALTERED, "altered", changes) if sure else None


# --- the passage ----------------------------------------------------------------------------------


def _window(passage: Passage) -> _Window:
    before = f"{passage.before} " if passage.before else ""
    text = before + passage.text + (f" {passage.after}" if passage.after else "")
    return _Window(text, Span(len(before), len(before) + len(passage.text)))


def _voice(window: _Window, span: Span, passage: Passage) -> _Voice:
    """Whether the words of a stretch are direct speech, and whose as far as the words beside it tell."""
    inside = [quote for quote in quotes.find_text(window.text) if quote.words_span.shared(span) > len(span) // 2]
    if inside:
        return _Voice(True, inside[-1].speaker, whole=inside[-1].words_span.shared(span) == len(span))
    text = passage.text.strip()
    if text.endswith(('"', "”")) and not text.startswith(('"', "“", "[")):
        return _Voice(True)
    if _reported(window, span):
        return _Voice(False)
    if passage.speaker or passage.kind in (BlockKind.CUE, BlockKind.BLOCK_QUOTE):
        return _Voice(True, passage.speaker, turn=True)
    own = {plain(word) for word in WORD.findall(passage.text)}
    return _Voice(bool(_SPEECH.search(f"{passage.title} {passage.heading}")) or not own.isdisjoint(_FIRST_PERSON))


def _reported(window: _Window, span: Span) -> bool:
    """Whether the sentence outside the stretch says that another than the one who speaks says it."""
    text = window.own.of(window.text)
    start, end = max(0, span.start - window.own.start), max(0, span.end - window.own.start)
    return reported(text[:start]) or reported(text[end:], begins=False)


def reported(text: str, *, begins: bool = True) -> bool:
    """Whether a text says that somebody else than the one who speaks says it."""
    words = [plain(word) for word in WORD.findall(text)]
    return any(_says(words, k) for k in range(len(words))) or (begins and words[:2] == ["according", "to"])


def _says(words: list[str], k: int) -> bool:
    return is_saying(words[k]) and _FIRST_PERSON.isdisjoint(words[max(0, k - _NOT_FIRST) : k])


def is_saying(word: str) -> bool:
    """Whether a word is a form of a verb of saying."""
    verbs = claim_words("speech-verbs.txt")
    return (
        word in verbs or true_lemma(word, word, "VERB") in verbs or word in ("said", "told", "wrote", "thought", "felt")
    )


def _who(quotation: Quotation, voice: _Voice, around: str, turns: frozenset[str]) -> Who:
    """Whether the speaker is the quotation's; who has turns of their own in a note does not speak in another's."""
    who = same_speaker(quotation.speaker, voice.speaker, around)
    if who is Who.UNKNOWN and voice.turn and any(same_speaker(quotation.speaker, t, around) is Who.SAME for t in turns):
        return Who.OTHER
    return who


def _about(quotation: Quotation, passage: Passage) -> bool:
    """Whether a passage and its surroundings have one of the words that stand beside the quotation, if any do."""
    if not quotation.rest:
        return True
    return not quotation.rest.isdisjoint(_nearby(passage))


def covers(heard: Heard, rest: frozenset[str]) -> bool:
    """Whether what a claim says besides its quotation stands around the words, or in the note's name and date."""
    passage = heard.passage
    name = passage.note.rsplit("/", 1)[-1].replace("_", " ")
    day = spelt(passage.date) if passage.date else ""
    return rest <= _nearby(passage) | forms(f"{name} {day}") | listed("hearer")


def _nearby(passage: Passage) -> frozenset[str]:
    speaker = passage.speaker or ""
    return forms(f"{passage.title} {passage.heading} {speaker} {passage.before} {passage.text} {passage.after}")


def forms(text: str) -> frozenset[str]:
    """The stems of the words of a text that tell something; a country and its people are one."""
    words = (plain(word).replace("’", "'").removesuffix("'s") for word in WORD.findall(text))
    parts = (part for word in words for part in HYPHEN.split(word))
    found = [word for word in parts if word and word not in listed("small")]
    return frozenset(stem(word) for word in found) | {place.id for word in found for place in places(word)}


# --- changed words ----------------------------------------------------------------------------------


def _corresponds(hearing: _Hearing, changes: Changes) -> bool:
    """Whether the passage's words are clearly the quotation's, changed in a few of them, and not another sentence's."""
    quotation = hearing.quotation
    about = hearing.who is Who.SAME or _about(quotation, hearing.passage)
    keys, size = quotation.keys, len(quotation.keys)
    ours, theirs = (Counter(plain(w) for pair in changes for w in WORD.findall(pair[side])) for side in (0, 1))
    changed = Counter() if ours == theirs else ours
    shared = telling(keys) - telling(list(changed.elements()))
    known = hearing.who is Who.SAME or (bool(quotation.rest) and about)
    least = LEAST_UNKNOWN if not known else LEAST_AT_EDGE if at_edge(keys, changes) else LEAST_ACCUSED
    few = ours == theirs or (
        len(changes) <= 1 + size // WORDS_A_CHANGE and length(changes) <= max(2, size // CHANGED_PART)
    )
    return about and few and size >= least and shared >= max(LEAST_TELLING, 1 + telling(list(changed.elements())))
