"""Who says so: sayings and sources moved from inside a clause to its front."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.phrases import Phrase, whole
from factcheck.claims.wording import Word

if TYPE_CHECKING:
    from factcheck.claims.frames import Frame, Parts
    from factcheck.claims.tree import Tree


def attributed(tree: Tree, parts: Parts, frame: Frame) -> Frame:
    """Moves "the mayor said" and "according to the mayor" from inside a clause to its front."""
    for k in list(parts.asides):
        speaker = tree.subject(k)
        if tree.lemma(k) in words("speech-verbs.txt") and speaker is not None and not tree.has(k, "ccomp"):
            parts.asides.remove(k)
            frame = replace(
                frame,
                prefix=(*frame.prefix, *saying(tree, k), Word("that")),
                speech=k,
                speaker=tuple(whole(tree, speaker)),
            )
    for k in list(parts.adjuncts) + list(parts.complements):
        if tree.rel[k] == "obl" and tree.lowered(tree.first(k)) == "according":
            (parts.adjuncts if k in parts.adjuncts else parts.complements).remove(k)
            source = whole(tree, k)
            frame = replace(
                frame,
                prefix=(*frame.prefix, *source, Word(",")),
                speech=k,
                speaker=tuple(i for i in source if not (isinstance(i, int) and tree.rel[i] in ("case", "fixed"))),
            )
    return frame


def saying(tree: Tree, verb: int) -> Phrase:
    """A verb of saying with its subject first: "said Ilse Bron" gives "Ilse Bron said"."""
    subject = tree.subject(verb)
    skip = frozenset([subject]) if subject is not None else frozenset()
    rest = whole(
        tree,
        verb,
        skip | frozenset(k for k in tree.kids[verb] if tree.rel[k] in ("ccomp", "parataxis", "cc", "mark", "conj")),
    )
    return (whole(tree, subject) if subject is not None else []) + rest
