"""Sayings between commas ("The road, the council conceded, was closed") that the parser takes for the clause itself.

The sentence is parsed again without them, and they are hung on what is left.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.repair.lemmas import mended
from factcheck.model import Analysis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.language import Parser
    from factcheck.model import Token

# A saying between commas has at most so many words.
LONGEST = 14
# A sentence holds hardly more sayings between commas.
ROUNDS = 2
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_NAMING = frozenset(["NN", "NNS", "NNP", "NNPS", "PRP", "CD"])
_NOMINAL = _NAMING | frozenset(["DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "POS", "IN", "CC", "HYPH", "VBN", "VBG"])
_MARKS = frozenset('"“”«»')


@dataclass(frozen=True, slots=True)
class Saying:
    """The words of a saying, from its first to its last, its verb, and its subject's words."""

    first: int
    last: int
    verb: int
    subject: tuple[int, ...]


def sayings(analysis: Analysis, *, closing: bool = False) -> Iterator[Saying]:
    """The sayings that stand behind a comma and before another; with `closing`, also those that end the sentence."""
    tokens = analysis.tokens
    ends = (",", ";", ".") if closing else (",", ";")
    for comma in (t.i for t in tokens if t.text == "," and t.i):
        reach = range(comma + 2, min(len(tokens), comma + 2 + LONGEST))
        end = next((k for k in reach if tokens[k].text in ends or tokens[k].text in _MARKS), None)
        if end is None or tokens[end].text not in ends:
            continue
        found = _saying(analysis, comma + 1, end - 1)
        if found is not None:
            yield _described(analysis, found)


def _saying(analysis: Analysis, first: int, last: int) -> Saying | None:
    tokens = analysis.tokens
    finite = [k for k in range(first, last + 1) if tokens[k].tag in _FINITE]
    if len(finite) != 1 or not _is_speech(tokens[finite[0]]):
        return None
    verb = finite[0]
    subject = tuple(range(first, verb)) if verb > first else tuple(range(verb + 1, last + 1))
    return Saying(first, last, verb, subject) if _is_nominal([tokens[k] for k in subject]) else None


def _described(analysis: Analysis, saying: Saying) -> Saying:
    """The saying with the name or description that follows its subject: "said the governor, Lena Fors, was"."""
    tokens = analysis.tokens
    start = saying.last + 2
    end = next((k for k in range(start + 1, min(len(tokens), start + LONGEST)) if tokens[k].text == ","), None)
    if saying.verb != saying.first or end is None or end + 1 >= len(tokens) or tokens[end + 1].tag not in _FINITE:
        return saying
    return replace(saying, last=end - 1) if _is_nominal(tokens[start:end]) else saying


def _is_speech(token: Token) -> bool:
    """Whether the verb is one of saying, whatever form of it the parser made out."""
    return token.lemma.lower() in words("speech-verbs.txt") | words("finding-verbs.txt")


def _is_nominal(phrase: Sequence[Token]) -> bool:
    """Whether the words are a noun phrase: no clause, no phrase that opens with a preposition or a conjunction."""
    if not phrase or phrase[0].tag in ("IN", "CC", "VBN", "VBG", "WP", "WDT", "POS"):
        return False
    if any(t.tag not in _NOMINAL for t in phrase):
        return False
    return phrase[-1].tag in _NAMING and (
        phrase[-1].tag != "PRP" or phrase[-1].lower not in ("him", "her", "them", "us")
    )


def untangled(analyses: Sequence[Analysis], parser: Parser) -> list[Analysis]:
    """The parses, those with a saying that was taken for the clause itself put right."""
    out = list(analyses)
    for _ in range(ROUNDS):
        out = _once_untangled(out, parser)
    return [_seated(analysis) for analysis in out]


def _once_untangled(analyses: Sequence[Analysis], parser: Parser) -> list[Analysis]:
    tangled = [(n, saying) for n, analysis in enumerate(analyses) if (saying := _tangled(analysis)) is not None]
    rests = [_rest(analyses[n], saying) for n, saying in tangled]
    out = list(analyses)
    for (n, saying), rest in zip(tangled, map(mended, parser.parse(rests)), strict=True):
        out[n] = _joined(analyses[n], saying, rest) or analyses[n]
    return out


def _seated(analysis: Analysis) -> Analysis:
    """The parse with each saying hung on the clause that it interrupts, or that it stands behind."""
    made = list(analysis.tokens)
    for saying in sayings(analysis, closing=True):
        verb = made[saying.verb]
        if verb.rel == "conj" and saying.verb > saying.first and not _is_joined(analysis, saying.verb):
            made[saying.verb] = replace(verb, dep="parataxis")
    for saying in sayings(analysis):
        verb = made[saying.verb]
        if verb.rel == "parataxis" and verb.head != (clause := _interrupted(analysis, saying)):
            made[saying.verb] = replace(verb, head=clause)
    return Analysis(analysis.text, tuple(made))


def _is_joined(analysis: Analysis, verb: int) -> bool:
    return any(analysis.tokens[k].rel == "cc" for k in analysis.children[verb])


def _interrupted(analysis: Analysis, saying: Saying) -> int:
    """The predicate of the clause whose words stand just before the saying."""
    tokens = analysis.tokens
    at = saying.first - 2
    for _ in range(len(tokens)):
        token = tokens[at]
        told = any(tokens[k].rel in ("nsubj", "csubj") for k in analysis.children[at])
        if token.head == at or (told and token.rel in ("conj", "parataxis", "ccomp")):
            break
        at = token.head
    return tokens[saying.verb].head if _below(analysis, at, saying.verb) else at


def _below(analysis: Analysis, i: int, top: int) -> bool:
    """Whether a word is another, or hangs below it."""
    while i != top and analysis.tokens[i].head != i:
        i = analysis.tokens[i].head
    return i == top


def _tangled(analysis: Analysis) -> Saying | None:
    if any(t.text in _MARKS for t in analysis.tokens):
        return None
    return next((s for s in sayings(analysis) if not _is_apart(analysis, s) and not _reports_on(analysis, s)), None)


def _is_apart(analysis: Analysis, saying: Saying) -> bool:
    """Whether the parser saw that the saying stands beside the clause."""
    tokens = analysis.tokens
    inside = range(saying.first, saying.last + 1)
    verb = tokens[saying.verb]
    seated = any(tokens[k].rel == "nsubj" and k in saying.subject for k in analysis.children[saying.verb])
    leaning = any(t.head in inside and t.i not in inside and t.pos != "PUNCT" for t in tokens)
    above = tokens[verb.head]
    told = above.head == above.i or any(tokens[k].rel == "nsubj" for k in analysis.children[above.i])
    return verb.rel == "parataxis" and verb.head not in inside and seated and told and not leaning


def _reports_on(analysis: Analysis, saying: Saying) -> bool:
    """ "The mayor announced, after a long delay, that …": what comes hangs on the saying, not it on what comes."""
    tokens = analysis.tokens
    later = tokens[saying.last + 1 :]
    if len(later) > 1 and later[1].tag == "VBG":  # "he urged, pointing to the budget"
        return True
    return any(t.text == "," and after.lower in ("that", "whether") for t, after in pairwise(later))


def _rest(analysis: Analysis, saying: Saying) -> str:
    """The sentence without the saying; a comma stays where a clause or an adverbial stands before it."""
    tokens = analysis.tokens
    before = analysis.text[: tokens[saying.first - 1].start]
    closes = tokens[saying.last + 1]
    led = tokens[: saying.first - 1]
    clause = any(t.tag in _FINITE for t in led) or led[0].tag in ("IN", "RB")
    mark = closes.text if closes.text == ";" else "," if clause else ""
    return f"{before}{mark} {analysis.text[closes.end :].lstrip()}"


def _joined(analysis: Analysis, saying: Saying, rest: Analysis) -> Analysis | None:
    """The parse of the rest with the saying hung on its root; None where the words do not match."""
    tokens = analysis.tokens
    outside = [t for t in tokens if not saying.first - 1 <= t.i <= saying.last + 1]
    spoken = [t for t in rest.tokens if not _is_mark_between(t, outside, saying)]
    if [t.text for t in outside] != [t.text for t in spoken] or not rest.roots:
        return None
    place = {t.i: o.i for t, o in zip(spoken, outside, strict=True)}
    root = place.get(rest.roots[0])
    if root is None:
        return None
    made = list(tokens)
    for t, o in zip(spoken, outside, strict=True):
        made[o.i] = replace(t, i=o.i, head=place.get(t.head, root), start=o.start, end=o.end)
    for t in _hung(analysis, saying, root):
        made[t.i] = t
    return Analysis(analysis.text, tuple(made))


def _is_mark_between(token: Token, outside: Sequence[Token], saying: Saying) -> bool:
    """Whether the mark was put where the saying stood."""
    led = sum(1 for t in outside if t.i < saying.first)
    return token.i == led and token.text in (",", ";")


def _hung(analysis: Analysis, saying: Saying, root: int) -> Iterable[Token]:
    """The words of the saying, its verb beside the root, its subject below the verb."""
    tokens = analysis.tokens
    head = _head_of([tokens[k] for k in saying.subject])
    for k in range(saying.first - 1, saying.last + 2):
        token = tokens[k]
        if k == saying.verb:
            yield replace(token, pos="VERB", dep="parataxis", head=root)
        elif k == head:
            yield replace(token, dep="nsubj", head=saying.verb)
        elif k in (saying.first - 1, saying.last + 1):
            yield replace(token, dep="punct", head=saying.verb)
        elif saying.verb == saying.first and k == _head_of_rest(analysis, saying):
            yield replace(token, dep="appos", head=head)
        elif k in saying.subject:
            yield token if token.head in saying.subject else replace(token, head=head)
        elif saying.first <= token.head <= saying.last:
            yield token
        else:
            yield replace(token, dep="obl", head=saying.verb)


def _head_of_rest(analysis: Analysis, saying: Saying) -> int | None:
    """The head of the description behind the subject."""
    rest = analysis.tokens[saying.subject[-1] + 2 : saying.last + 1]
    return _head_of(rest) if rest else None


def _head_of(phrase: Sequence[Token]) -> int:
    """The noun that heads a phrase: the last one before "of", "at" and the like."""
    end = next((n for n, t in enumerate(phrase) if t.tag == "IN" and n), len(phrase))
    return next(t.i for t in reversed(phrase[:end]) if t.tag in _NAMING or t is phrase[0])
