"""What a sentence tells beside the speech that it quotes: of the speaker, and of when and how it was said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.claims import quotes
from factcheck.claims.decomposition.grammar import past_participle
from factcheck.claims.decomposition.tree import Tree
from factcheck.model import Analysis

if TYPE_CHECKING:
    from factcheck.claims.decomposition.frames import Statement
    from factcheck.model import Token


def adds(analysis: Analysis, said: Statement, other: Statement) -> bool:
    """Whether a statement of the words around a quotation tells more than that somebody said it, and when or how."""
    told = {item if isinstance(item, int) else item.token for item in said.items}
    if other.predicate == said.predicate:
        clauses = (k for k in analysis.children[said.predicate] if analysis.tokens[k].rel in ("advcl", "ccomp"))
        holders = [_name_top(analysis, i) for i in said.speaker if isinstance(i, int)]
        told |= {i for top in (*holders, *clauses) for i in analysis.subtree(top)}
    return not told >= {item for item in other.items if isinstance(item, int)}


def _name_top(analysis: Analysis, i: int) -> int:
    """The head of the phrase that a name ends: "one of them" of "one of them, Priya Nair"."""
    while analysis.tokens[i].rel in ("appos", "flat", "compound") and analysis.tokens[i].head != i:
        i = analysis.tokens[i].head
    return i


def around(analysis: Analysis, speech: quotes.Speech) -> Analysis | None:
    """The sentence without the speech, as a parse that its verb of saying heads; None where nothing else is said."""
    verb = quotes.saying_verb(Tree(analysis), speech)
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
        elif token.head == verb and token.rel == "ccomp" and not _is_told(analysis, token.i):
            made.append(replace(token, dep="advcl", tag="VBN" if _is_bare(analysis, token) else token.tag))
        elif token.head in speech.tokens or token.head == token.i:
            subject = not seated and token.pos in ("NOUN", "PROPN", "PRON")
            seated = seated or subject
            made.append(
                replace(token, head=verb, dep="nsubj" if subject else "parataxis" if token.pos == "VERB" else "dep")
            )
        else:
            made.append(token)
    return Analysis(analysis.text, _rooted(made, verb))


def _is_told(analysis: Analysis, i: int) -> bool:
    """Whether a clause is what is said: neither "as the ship sailed" nor "asked about the cost"."""
    kids = [analysis.tokens[k] for k in analysis.children[i]]
    marks = {k.lower for k in kids if k.rel == "mark"}
    return marks <= {"that", "whether", "if"} and any(k.rel in ("nsubj", "expl", "csubj") for k in kids)


def _is_bare(analysis: Analysis, token: Token) -> bool:
    """Whether a verb read as a past tense opens the sentence without a subject, as only a participle does."""
    alone = not any(analysis.tokens[k].rel in ("nsubj", "aux", "cop") for k in analysis.children[token.i])
    return token.tag == "VBD" and alone and past_participle(token.lemma.lower()) == token.lower


def _beside(analysis: Analysis, verb: int, speech: quotes.Speech) -> Analysis | None:
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


def _of_speaker(analysis: Analysis, verb: int, speech: quotes.Speech) -> Analysis | None:
    """What is told of the speaker behind an inverted saying ("said Ida Krantz, who led the search"), by itself."""
    tokens = analysis.tokens
    below = [k for k in analysis.children[verb] if k not in speech.tokens and tokens[k].pos != "PUNCT"]
    subject = next((k for k in below if tokens[k].rel == "nsubj" and k > verb), None)
    if subject is None or any(tokens[k].rel not in ("nsubj", "obj", "iobj", "obl", "advmod", "aux") for k in below):
        return None
    if any(tokens[k].tag == "VBG" and tokens[k].rel == "acl" for k in analysis.subtree(subject)):
        return None  # "said Ida Krantz, pointing to the map": who speaks does so, then and there
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
