"""Where the phrases of a clause stand in a statement: before its subject, or behind its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.decomposition.phrases import Phrase, multiplied, variants, whole
from factcheck.claims.decomposition.wording import Word

if TYPE_CHECKING:
    from factcheck.claims.decomposition.frames import Frame, Parts
    from factcheck.claims.decomposition.tree import Tree


def with_adjuncts(
    tree: Tree, core: list[tuple[int, list[Phrase]]], group: list[int], subject: Phrase, p: int
) -> list[Phrase]:
    """The predicate with a group of adjuncts, each in its place: what stood before the subject goes to the end."""
    start = min((i for i in subject if isinstance(i, int)), default=-1)
    slots = list(core)
    for k in group:
        place = k if k > start and (k > p or tree.rel[k] == "advcl") else 10**7 + k
        slots.append((place, variants(tree, k)))
    return multiplied([slot for _, slot in sorted(slots, key=lambda slot: slot[0])])


def is_fronted(tree: Tree, k: int, subject: Phrase, p: int) -> bool:
    """Whether an adjunct opens the clause: what is compared behind the verb must not run into it."""
    start = min((i for i in subject if isinstance(i, int)), default=-1)
    phrase = tree.rel[k] == "obl" or (tree.rel[k] == "advmod" and bool(tree.kids[k]))
    return k < start < p and phrase


def fronted(tree: Tree, group: list[int], subject: Phrase, p: int) -> Phrase:
    """What opens the clause, with the comma that parts it from the subject."""
    front = [item for k in sorted(group) if is_fronted(tree, k, subject, p) for item in whole(tree, k)]
    return [*front, Word(",")] if front else []


def place_of(tree: Tree, k: int, p: int, frame: Frame) -> int:
    """Where a complement is told: what stands before the subject must not come between it and the verb."""
    subject = frame.subject[0] if frame.subject else []
    start = min((i for i in subject if isinstance(i, int)), default=-1)
    return 10**5 + k if k < start < p and tree.rel[k] in ("obj", "ccomp", "dep") else k


def is_led_by(tree: Tree, k: int, p: int, frame: Frame) -> bool:
    """Whether a complement opens the clause, so that it is told before the subject."""
    return frame.subject is not None and any(is_fronted(tree, k, subject, p) for subject in frame.subject[:1])


def place_behind(tree: Tree, p: int, n: int, phrase: Phrase, parts: Parts) -> int:
    """Where a phrase from elsewhere is told: right behind a verb that lacks its object, or else at the end."""
    led = phrase[0] if phrase else None
    first = led.token if isinstance(led, Word) else led
    end = 10**6 + n
    if first is None or tree.tokens[first].pos in ("ADP", "SCONJ", "ADV"):
        return end
    own = next((k for k in tree.kids[p] if k > p and tree.rel[k] == "obj"), None)
    if own is not None and tree.tokens[own].pos == "NOUN" and tree.lemma(p) in words("double-object-verbs.txt"):
        return p
    kept = [k for k in parts.complements if k > p and tree.rel[k] != "compound"]
    clause = any(tree.tokens[k].tag == "VB" or tree.tokens[k].pos == "ADP" for k in kept)
    lacks = tree.is_verb(p) and own is None and not tree.has(p, "cop", "ccomp")
    return p if lacks and not clause and tree.lemma(p) not in words("intransitive-verbs.txt") else end
