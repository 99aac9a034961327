"""Quotations: the exact words of a sentence that stand in marks, and who says them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.claims.clauses import Clauses, Statement
from factcheck.claims.data import words
from factcheck.claims.tree import Tree
from factcheck.claims.wording import Item, Word
from factcheck.model import Analysis, Span

if TYPE_CHECKING:
    from factcheck.claims.parts import Part
    from factcheck.model import Token

# A quotation of so many words, with a verb, is speech; a shorter one is a phrase inside the writer's own sentence.
SPEECH_WORDS = 4


@dataclass(frozen=True, slots=True)
class Speech:
    """The quoted words of one sentence: their tokens, their text without the marks, and the speaker as far as the block tells."""

    tokens: frozenset[int]
    text: str
    speaker: str | None
    whole: bool


def speech_in(analysis: Analysis, part: Part) -> Speech | None:
    """What of the sentence is direct speech; None where only phrases are quoted."""
    spans = [_local(quote.words_span, part) for quote in part.quotes if not _inside_another(quote.span, part)]
    spans = [span for span in spans if len(span) > 0]
    tokens = [t.i for t in analysis.tokens if any(span.start <= t.start and t.end <= span.end for span in spans)]
    wordy = [i for i in tokens if analysis.tokens[i].pos != "PUNCT"]
    if len(wordy) < SPEECH_WORDS or not any(analysis.tokens[i].pos in ("VERB", "AUX") for i in wordy):
        return None
    outside = [t.i for t in analysis.tokens if t.pos != "PUNCT" and t.i not in set(tokens)]
    if outside and not _opens_speech(analysis, tokens, outside):
        return None
    text = " ".join(span.of(part.text).strip() for span in spans)
    speaker = next((quote.speaker for quote in part.quotes if quote.speaker), None)
    return Speech(frozenset(tokens), text, speaker, not outside)


def _local(span: Span, part: Part) -> Span:
    start, end = max(span.start, part.span.start), min(span.end, part.span.end)
    return Span(start - part.span.start, max(start, end) - part.span.start)


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
    quoted: list[Item] = [Word("“"), *[i for i in sorted(speech.tokens)], Word("”")]
    while len(quoted) > 2 and isinstance(quoted[-2], int) and analysis.tokens[quoted[-2]].text == ",":
        quoted.pop(-2)
    verb = _saying_verb(tree, speech)
    if verb is None:
        lead: list[Item] = [Word(f"[{speech.speaker}]"), Word(":")] if speech.speaker else []
        return Statement((*lead, *quoted), min(speech.tokens), speech=min(speech.tokens))
    saying = [item for item in Clauses(tree).saying(verb) if item not in speech.tokens and not _is_mark(tree, item)]
    subject = tree.subject(verb)
    speaker = tuple(i for i in analysis.subtree(subject) if i not in speech.tokens and analysis.tokens[i].pos != "PUNCT") if subject is not None else ()
    return Statement((*saying, Word(":"), *quoted), verb, speech=verb, speaker=_name_only(tree, subject, speaker))


def around(analysis: Analysis, speech: Speech) -> tuple[Analysis, int] | None:
    """The sentence without the speech, as a parse that its verb of saying heads; None where nothing else is said."""
    verb = _saying_verb(Tree(analysis), speech)
    if verb is None:
        return None
    tokens = analysis.tokens
    seated = any(t.head == verb and t.rel == "nsubj" and t.i not in speech.tokens for t in tokens)
    made = []
    for token in tokens:
        if token.i in speech.tokens:
            made.append(replace(token, head=verb, dep="punct", pos="PUNCT"))
        elif token.i == verb:
            made.append(replace(token, head=verb, dep="ROOT"))
        elif token.head in speech.tokens or token.head == token.i:
            subject = not seated and token.pos in ("NOUN", "PROPN", "PRON")
            seated = seated or subject
            made.append(replace(token, head=verb, dep="nsubj" if subject else "parataxis" if token.pos == "VERB" else "dep"))
        else:
            made.append(token)
    return Analysis(analysis.text, _rooted(made, verb)), verb


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


def _is_mark(tree: Tree, item: Item) -> bool:
    return isinstance(item, int) and tree.tokens[item].pos == "PUNCT"


def _saying_verb(tree: Tree, speech: Speech) -> int | None:
    outside = [t.i for t in tree.tokens if t.i not in speech.tokens and t.lemma.lower() in words("speech-verbs.txt") and t.pos == "VERB"]
    return next((i for i in outside if tree.subject(i) is not None), outside[0] if outside else None)


def _name_only(tree: Tree, subject: int | None, speaker: tuple[int, ...]) -> tuple[int, ...]:
    """The subject without its appositions and clauses."""
    if subject is None:
        return speaker
    cut = {k for k in tree.kids[subject] if tree.rel[k] in ("appos", "acl", "parataxis")}
    below = {i for k in cut for i in tree.analysis.subtree(k)}
    return tuple(i for i in speaker if i not in below)
