"""Quotations: the exact words of a sentence that stand in marks, and who says them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.decomposition.frames import Statement
from factcheck.claims.decomposition.tree import Tree
from factcheck.claims.decomposition.wording import Item, Word
from factcheck.claims.repair.interjections import sayings
from factcheck.model import Analysis, Span

if TYPE_CHECKING:
    from factcheck.claims.parts import Part
    from factcheck.facets.quotes import Quote
    from factcheck.model import Token

# A quotation of so many words, with a verb, is speech; a shorter one is a phrase inside the writer's own sentence.
SPEECH_WORDS = 3
# Whom these mean, the words next to a quotation do not tell.
_OPENING = frozenset(['"', "“", "‘", "'", "«"])
_PRONOUNS = frozenset(["he", "she", "they", "it", "who", "whom", "which"])


@dataclass(frozen=True, slots=True)
class Speech:
    """The quoted words of one sentence: their tokens, their text without marks, and who the block says is speaking."""

    tokens: frozenset[int]
    text: str
    speaker: str | None
    whole: bool


@dataclass(frozen=True, slots=True)
class GoingOn:
    """Who spoke before a sentence, and in which quotation of its block, if it was one."""

    speaker: str
    quote: Span | None


def speech_in(analysis: Analysis, part: Part, going_on: GoingOn | None = None) -> Speech | None:
    """What of the sentence is direct speech; None where only phrases are quoted.

    `going_on` is who spoke before: a sentence that is all quotation goes on with it.
    """
    outer = [quote for quote in part.quotes if not _inside_another(quote.span, part)]
    spans = [_closed(_local(quote.words_span, part), analysis, quote.unclosed) for quote in outer]
    spans = [span for span in spans if len(span) > 0]
    tokens = [t.i for t in analysis.tokens if any(span.start <= t.start and t.end <= span.end for span in spans)]
    wordy = [i for i in tokens if analysis.tokens[i].pos != "PUNCT"]
    outside = [t.i for t in analysis.tokens if t.pos != "PUNCT" and t.i not in set(tokens)]
    whole = bool(wordy) and _is_announced(analysis, wordy[0])
    if (
        not wordy
        or ((outside or len(part.quotes) != 1) and len(wordy) < SPEECH_WORDS and not (whole or _is_end(outer, part)))
        or not (whole or any(analysis.tokens[i].pos in ("VERB", "AUX") for i in wordy) or (going_on and not outside))
    ):
        return None
    if outside and not _opens_speech(analysis, tokens, outside):
        return None
    text = " ".join(span.of(part.text).strip() for span in spans)
    speaker = next((quote.speaker for quote in part.quotes if quote.speaker), None)
    speaker = name_of(speaker)
    if speaker is None and going_on and (not outside or any(quote.span == going_on.quote for quote in part.quotes)):
        speaker = going_on.speaker
    return Speech(frozenset(tokens), text, speaker, not outside)


def name_of(speaker: str | None) -> str | None:
    """The speaker, where more than a pronoun tells."""
    return None if not speaker or speaker.lower().rsplit(maxsplit=1)[-1] in _PRONOUNS else speaker


def _is_end(quotes: list[Quote], part: Part) -> bool:
    """Whether the sentence holds only the end of a quotation that began before it: however short, that is speech."""
    return any(quote.words_span.start < part.span.start for quote in quotes)


def _local(span: Span, part: Part) -> Span:
    start, end = max(span.start, part.span.start), min(span.end, part.span.end)
    return Span(start - part.span.start, max(start, end) - part.span.start)


def _closed(span: Span, analysis: Analysis, unclosed: bool) -> Span:
    """The quotation up to the saying behind it, where its closing mark is missing."""
    if not unclosed:
        return span
    tokens = analysis.tokens
    told = (saying for saying in sayings(analysis, closing=True) if tokens[saying.first].start > span.start)
    first = next(told, None)
    return span if first is None else Span(span.start, tokens[first.first - 1].end)


def _inside_another(span: Span, part: Part) -> bool:
    return any(other.span != span and other.span.covers(span) for other in part.quotes)


def _is_announced(analysis: Analysis, first: int) -> bool:
    """Whether a colon behind a verb of saying stands before the quotation: however short, that is speech."""
    at = first - 1
    while at > 0 and analysis.tokens[at].text in _OPENING:
        at -= 1
    told = any(t.lemma.lower() in words("speech-verbs.txt") for t in analysis.tokens[max(0, at - 4) : max(0, at)])
    return at > 0 and analysis.tokens[at].text == ":" and told


def _opens_speech(analysis: Analysis, tokens: list[int], outside: list[int]) -> bool:
    """Whether the quotation is a sentence of its own: it opens the sentence, or follows a comma or a colon."""
    first = next(i for i in tokens if analysis.tokens[i].pos != "PUNCT")
    before = first - 1
    while before >= 0 and analysis.tokens[before].text in _OPENING:
        before -= 1
    if before < 0:
        after = [i for i in outside if i > first]
        return any(analysis.tokens[i].lemma.lower() in words("speech-verbs.txt") for i in after)
    opens = analysis.tokens[before].text == ":" or (
        analysis.tokens[before].text == "," and not _lacks_subject(analysis.tokens[first])
    )
    return opens and any(analysis.tokens[i].lemma.lower() in words("speech-verbs.txt") for i in outside)


def _lacks_subject(first: Token) -> bool:
    """ "The plan, which cost £4 million, “was doomed”": the words go on with a clause that began before the marks."""
    return first.tag in ("VBD", "VBZ", "VBP", "MD") and first.text.islower()


def statement(analysis: Analysis, speech: Speech) -> Statement:
    """ "Ilse Bron said: “…”", with all the quoted words of the sentence, however they are interrupted."""
    tree = Tree(analysis)
    quoted: list[Item] = [Word("“"), *_run_on(analysis, speech), Word("”")]
    while len(quoted) > 2 and isinstance(quoted[-2], int) and analysis.tokens[quoted[-2]].text == ",":
        quoted.pop(-2)
    verb = saying_verb(tree, speech)
    if verb is None:
        lead: list[Item] = [Word(f"[{speech.speaker}]"), Word(":")] if speech.speaker else []
        return Statement((*lead, *quoted), min(speech.tokens), speech=min(speech.tokens))
    subject = _speaker(tree, verb, speech)
    speaker = _name(tree, subject, speech) if subject is not None else ()
    rest = [
        k
        for k in tree.kids[verb]
        if k not in speech.tokens and k != subject and tree.rel[k] in ("obj", "iobj", "obl", "aux", "advmod")
    ]
    around_verb = sorted({verb, *(i for k in rest for i in analysis.subtree(k))} - speech.tokens)
    saying: list[Item] = [i for i in around_verb if tree.tokens[i].pos != "PUNCT" and i not in speaker]
    if saying and isinstance(saying[0], int):
        saying[0] = Word(tree.tokens[saying[0]].text, saying[0])
    return Statement((*speaker, *saying, Word(":"), *quoted), verb, speech=verb, speaker=speaker)


def _run_on(analysis: Analysis, speech: Speech) -> list[Item]:
    """The quoted words, those beside an interruption without the marks that stand there."""
    inside = sorted(speech.tokens)
    gaps = [(a, b) for a, b in pairwise(inside) if b > a + 1]
    ends = {i for gap in gaps for i in gap}
    joints = {a for a, b in gaps if analysis.tokens[a].text == "," and _lacks_subject(analysis.tokens[b])}
    return [Word(analysis.tokens[i].text, i) if i in ends else i for i in inside if i not in joints]


def saying_verb(tree: Tree, speech: Speech) -> int | None:
    """The verb of saying that stands nearest to the quotation."""
    first = min(speech.tokens)
    outside = [
        t.i
        for t in tree.tokens
        if t.i not in speech.tokens and t.pos == "VERB" and t.lemma.lower() in words("speech-verbs.txt")
    ]
    return min(
        outside, key=lambda i: abs(i - first) if i < first else min(abs(i - k) for k in speech.tokens), default=None
    )


def _speaker(tree: Tree, verb: int, speech: Speech) -> int | None:
    """The subject of the saying: its own, or that of the verb it is joined to, or the noun beside it."""
    at = verb
    for _ in range(4):
        subject = tree.subject(at)
        if subject is not None and subject not in speech.tokens:
            return _named_beside(tree, subject, speech)
        if tree.rel[at] not in ("conj", "advcl", "parataxis"):
            break
        at = tree.tokens[at].head
    near = [verb + 1, verb + 2, *range(verb - 1, max(-1, verb - 9), -1)]
    near = [i for i in near if 0 <= i < len(tree.tokens) and i not in speech.tokens]
    found = next((i for i in near if tree.tokens[i].pos in ("PROPN", "PRON")), None)
    while found is not None and tree.rel[found] in ("flat", "compound"):
        found = tree.tokens[found].head
    return None if found in speech.tokens else found


def _named_beside(tree: Tree, subject: int, speech: Speech) -> int:
    """The name between commas behind "the mayor", where there is one: the speaker is told by it."""
    beside = [k for k in tree.kids[subject] if tree.rel[k] == "appos" and k > subject and tree.comma_before(k)]
    named = [k for k in beside if tree.tokens[k].pos == "PROPN" and k not in speech.tokens]
    return named[0] if named and tree.tokens[subject].pos != "PROPN" else subject


def _name(tree: Tree, subject: int, speech: Speech) -> tuple[int, ...]:
    """The speaker without appositions and clauses."""
    named = (subject, *(k for k in tree.kids[subject] if tree.rel[k] in ("flat", "compound")))
    cut = {
        k
        for one in named
        for k in tree.kids[one]
        if tree.rel[k] in ("appos", "acl", "parataxis", "conj", "cc", "ccomp", "advcl", "dep", "obl")
        or (k > subject and tree.tokens[k].pos == "NUM" and tree.tokens[k - 1].text == ",")
    }
    below = {i for k in cut for i in tree.analysis.subtree(k)} | speech.tokens
    return tuple(i for i in tree.analysis.subtree(subject) if i not in below and tree.tokens[i].pos != "PUNCT")
