"""Who says so: sayings and sources moved from inside a clause to its front."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.decomposition.agreement import is_participle
from factcheck.claims.decomposition.phrases import Phrase, whole
from factcheck.claims.decomposition.wording import Word

if TYPE_CHECKING:
    from factcheck.claims.decomposition.frames import Frame, Parts
    from factcheck.claims.decomposition.tree import Tree


def attributed(tree: Tree, parts: Parts, frame: Frame) -> Frame:
    """Moves "the mayor said" and "according to the mayor" from inside a clause to its front."""
    parts.asides = list(parts.asides)
    for k in list(parts.asides):
        speaker = tree.subject(k)
        tells = tree.lemma(k) in words("speech-verbs.txt") or _cites(tree, k)
        if tells and speaker is not None and _is_aside(tree, k):
            parts.asides.remove(k)
            frame = replace(
                frame,
                prefix=(*frame.prefix, *saying(tree, k), Word("that")),
                speech=k,
                speaker=tuple(whole(tree, speaker)),
            )
    frame = _viewed(tree, parts, frame)
    for k in list(parts.adjuncts) + list(parts.complements):
        if tree.rel[k] == "obl" and tree.lowered(tree.first(k)) == "according":
            (parts.adjuncts if k in parts.adjuncts else parts.complements).remove(k)
            source = whole(tree, k)
            frame = replace(
                frame,
                prefix=(*frame.prefix, *source, Word(",")),
                speech=k,
                speaker=tuple(i for i in source if not (isinstance(i, int) and _leads(tree, i, k))),
            )
    return frame


def _is_aside(tree: Tree, verb: int) -> bool:
    """Whether a saying lacks what is said, so that it is said of the clause around it; not so behind a semicolon."""
    at = tree.first(verb) - 1
    return not tree.has(verb, "ccomp", "xcomp") and (at < 0 or tree.tokens[at].text not in (";", ":"))


def participles_beside(tree: Tree, verb: int) -> list[int]:
    """ "…, she said, pointing to the map": what the speaker does meanwhile."""
    kids = (k for k in tree.kids[verb] if k > verb and tree.rel[k] == "advcl" and tree.comma_before(k))
    return [k for k in kids if is_participle(tree, k) and not tree.has(k, "mark", "nsubj")]


def _leads(tree: Tree, i: int, k: int) -> bool:
    """Whether the word is of the "according to" before a source."""
    return tree.rel[i] in ("case", "fixed") and (tree.tokens[i].head == k or tree.rel[i] == "fixed")


def _cites(tree: Tree, k: int) -> bool:
    """ "…, a study found": behind what it tells, without an object of its own."""
    behind = tree.first(k) > tree.tokens[k].head
    return behind and tree.lemma(k) in words("finding-verbs.txt") and not tree.has(k, "obj", "xcomp")


def _viewed(tree: Tree, parts: Parts, frame: Frame) -> Frame:
    """Moves "as the mayor sees it" to the front: whose view it is."""
    for group in (parts.asides, parts.adjuncts, parts.conditions):
        for k in list(group):
            speaker = tree.subject(k)
            viewed = tree.lowered(tree.first(k)) == "as" and any(
                tree.rel[c] == "obj" and tree.lowered(c) == "it" for c in tree.kids[k]
            )
            if viewed and speaker is not None and tree.lemma(k) in words("viewing-verbs.txt"):
                group.remove(k)
                prefix = (*frame.prefix, *whole(tree, k), Word(","))
                frame = replace(frame, prefix=prefix, speech=k, speaker=tuple(whole(tree, speaker)))
    return frame


def says_itself(tree: Tree, k: int, p: int) -> bool:
    """Whether a clause beside another is nobody's, or somebody else's: it has a saying of its own or is one, or stands
    behind the semicolon that ends what was said."""
    if any(tree.rel[c] == "parataxis" and tree.lemma(c) in words("speech-verbs.txt") for c in tree.kids[k]):
        return True
    if tree.lemma(k) in words("speech-verbs.txt") and tree.subject(k) is not None and tree.has(k, "ccomp"):
        return True
    stop = next((i for i in range(p, k) if tree.tokens[i].text == ";"), None)
    sayings = [c for c in tree.kids[p] if tree.rel[c] == "parataxis" and tree.lemma(c) in words("speech-verbs.txt")]
    return stop is not None and any(_end(tree, c) == stop - 1 for c in sayings)


def _end(tree: Tree, top: int) -> int:
    """The last word of a subtree, without the mark behind it."""
    return max(i for i in tree.analysis.subtree(top) if tree.tokens[i].pos != "PUNCT")


def saying(tree: Tree, verb: int) -> Phrase:
    """A verb of saying with its subject first: "said Ilse Bron" gives "Ilse Bron said"."""
    subject = tree.subject(verb)
    skip = frozenset([subject]) if subject is not None else frozenset()
    rest = whole(
        tree,
        verb,
        skip
        | frozenset(participles_beside(tree, verb))
        | frozenset(k for k in tree.kids[verb] if tree.rel[k] in ("ccomp", "parataxis", "cc", "mark", "conj")),
    )
    return (whole(tree, subject) if subject is not None else []) + rest
