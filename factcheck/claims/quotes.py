"""Quotations: the exact words of a sentence that stand in marks, and who says them."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
_PRONOUNS = frozenset(["he", "she", "they", "it", "who", "whom", "which"])


@dataclass(frozen=True, slots=True)
class Speech:
    """The quoted words of one sentence: their tokens, their text without marks, and who the block says is speaking."""

    tokens: frozenset[int]
    text: str
    speaker: str | None
    whole: bool


def speech_in(analysis: Analysis, part: Part, going_on: tuple[Span, str] | None = None) -> Speech | None:
    """What of the sentence is direct speech; None where only phrases are quoted.

    `going_on` is the last quotation before it in its block, and who speaks there: a sentence that is all quotation goes
    on with it.
    """
    outer = [quote for quote in part.quotes if not _inside_another(quote.span, part)]
    spans = [_closed(_local(quote.words_span, part), analysis, quote.unclosed) for quote in outer]
    spans = [span for span in spans if len(span) > 0]
    tokens = [t.i for t in analysis.tokens if any(span.start <= t.start and t.end <= span.end for span in spans)]
    wordy = [i for i in tokens if analysis.tokens[i].pos != "PUNCT"]
    outside = [t.i for t in analysis.tokens if t.pos != "PUNCT" and t.i not in set(tokens)]
    if (
        not wordy
        or ((outside or len(part.quotes) != 1) and len(wordy) < SPEECH_WORDS and not _is_end(outer, part))
        or not (any(analysis.tokens[i].pos in ("VERB", "AUX") for i in wordy) or (going_on and not outside))
    ):
        return None
    if outside and not _opens_speech(analysis, tokens, outside):
        return None
    text = " ".join(span.of(part.text).strip() for span in spans)
    speaker = next((quote.speaker for quote in part.quotes if quote.speaker), None)
    speaker = name_of(speaker)
    if (
        speaker is None
        and going_on is not None
        and (any(quote.span == going_on[0] for quote in part.quotes) or (not outside and _follows(part, going_on[0])))
    ):
        speaker = going_on[1]
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


def _follows(part: Part, earlier: Span) -> bool:
    """Whether the quotation is the next one of its block."""
    return any(quote.span.start > earlier.end for quote in part.quotes)


def _inside_another(span: Span, part: Part) -> bool:
    return any(other.span != span and other.span.covers(span) for other in part.quotes)


def _opens_speech(analysis: Analysis, tokens: list[int], outside: list[int]) -> bool:
    """Whether the quotation is a sentence of its own: it opens the sentence, or follows a comma or a colon."""
    first = next(i for i in tokens if analysis.tokens[i].pos != "PUNCT")
    before = first - 1
    while before >= 0 and analysis.tokens[before].text in ('"', "“", "‘", "'", "«"):
        before -= 1
    if before < 0:
        after = [i for i in outside if i > first]
        return any(analysis.tokens[i].lemma.lower() in words("speech-verbs.txt") for i in after)
    opens = analysis.tokens[before].text in (",", ":")
    return opens and any(analysis.tokens[i].lemma.lower() in words("speech-verbs.txt") for i in outside)


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
    saying = [i for i in around_verb if tree.tokens[i].pos != "PUNCT" and i not in speaker]
    return Statement((*speaker, *saying, Word(":"), *quoted), verb, speech=verb, speaker=speaker)


def _run_on(analysis: Analysis, speech: Speech) -> list[Item]:
    """The quoted words, those beside an interruption without the marks that stand there."""
    inside = sorted(speech.tokens)
    ends = {i for a, b in pairwise(inside) if b > a + 1 for i in (a, b)}
    return [Word(analysis.tokens[i].text, i) if i in ends else i for i in inside]


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
            return subject
        if tree.rel[at] not in ("conj", "advcl", "parataxis"):
            break
        at = tree.tokens[at].head
    near = [verb + 1, verb + 2, *range(verb - 1, max(-1, verb - 9), -1)]
    return next(
        (
            i
            for i in near
            if 0 <= i < len(tree.tokens) and i not in speech.tokens and tree.tokens[i].pos in ("PROPN", "PRON")
        ),
        None,
    )


def _name(tree: Tree, subject: int, speech: Speech) -> tuple[int, ...]:
    """The speaker without appositions and clauses."""
    cut = {
        k
        for k in tree.kids[subject]
        if tree.rel[k] in ("appos", "acl", "parataxis", "conj", "cc", "ccomp", "advcl", "dep", "obl")
        or (k > subject and tree.tokens[k].pos == "NUM" and tree.tokens[k - 1].text == ",")
    }
    below = {i for k in cut for i in tree.analysis.subtree(k)} | speech.tokens
    return tuple(i for i in tree.analysis.subtree(subject) if i not in below and tree.tokens[i].pos != "PUNCT")


def around(analysis: Analysis, speech: Speech) -> Analysis | None:
    """The sentence without the speech, as a parse that its verb of saying heads; None where nothing else is said."""
    verb = saying_verb(Tree(analysis), speech)
    if verb is None:
        return None
    apart = _beside(analysis, verb, speech) or _of_speaker(analysis, verb, speech)
    if apart is not None:
        return apart
    tokens = analysis.tokens
    seated = any(t.head == verb and t.rel == "nsubj" and t.i not in speech.tokens for t in tokens)
    made = []
    for token in tokens:
        if token.i in speech.tokens:
            made.append(replace(token, head=verb, dep="punct", pos="PUNCT", tag=""))
        elif token.i == verb:
            made.append(replace(token, head=verb, dep="ROOT"))
        elif token.head in speech.tokens or token.head == token.i:
            subject = not seated and token.pos in ("NOUN", "PROPN", "PRON")
            seated = seated or subject
            made.append(
                replace(token, head=verb, dep="nsubj" if subject else "parataxis" if token.pos == "VERB" else "dep")
            )
        else:
            made.append(token)
    return Analysis(analysis.text, _rooted(made, verb))


def _beside(analysis: Analysis, verb: int, speech: Speech) -> Analysis | None:
    """The clause that a semicolon sets apart from the quotation and its saying, by itself."""
    tokens = analysis.tokens
    stop = next((t.i for t in tokens if t.text == ";" and t.i not in speech.tokens), None)
    if stop is None or (verb > stop) is not (min(speech.tokens) > stop) or stop + 2 > len(tokens):
        return None
    apart = range(stop + 1, len(tokens)) if verb < stop else range(stop)
    if any(i in speech.tokens for i in apart):
        return None
    tops = [i for i in apart if tokens[i].head not in apart or tokens[i].head == i]
    root = next((i for i in tops if tokens[i].pos in ("VERB", "AUX", "NOUN", "ADJ", "PROPN", "SYM", "NUM")), None)
    return None if root is None else _alone(analysis, root, frozenset(apart))


def _of_speaker(analysis: Analysis, verb: int, speech: Speech) -> Analysis | None:
    """What is told of the speaker behind an inverted saying ("said Ida Krantz, who led the search"), by itself."""
    tokens = analysis.tokens
    below = [k for k in analysis.children[verb] if k not in speech.tokens and tokens[k].pos != "PUNCT"]
    subject = next((k for k in below if tokens[k].rel == "nsubj" and k > verb), None)
    if subject is None or any(tokens[k].rel not in ("nsubj", "obj", "iobj", "obl", "advmod", "aux") for k in below):
        return None
    return _alone(analysis, subject, frozenset(analysis.subtree(subject)) - speech.tokens)


def _alone(analysis: Analysis, root: int, kept: frozenset[int]) -> Analysis:
    """The parse with only the kept words, under one root."""
    made = []
    for token in analysis.tokens:
        if token.i == root:
            made.append(replace(token, head=root, dep="ROOT"))
        elif token.i not in kept:
            made.append(replace(token, head=root, dep="punct", pos="PUNCT", tag=""))
        elif token.head not in kept:
            made.append(replace(token, head=root, dep="parataxis" if token.pos == "VERB" else token.dep))
        else:
            made.append(token)
    return Analysis(analysis.text, _rooted(made, root))


def _rooted(tokens: list[Token], verb: int) -> tuple[Token, ...]:
    """The tokens without a circle: what does not lead to the verb hangs on it."""
    out = list(tokens)
    for token in tokens:
        at, steps = token.i, 0
        while at != verb and steps < len(tokens):
            at, steps = out[at].head, steps + 1
        if at != verb:
            out[token.i] = replace(out[token.i], head=verb, dep="dep")
    return tuple(out)
