"""What speaks for and against each thing that a pronoun may mean: distance, role, salience, grammar, kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.referents import grammar
from factcheck.claims.referents.mentions import Role, role_of
from factcheck.claims.referents.pointers import own_subject
from factcheck.facets import lexicon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from factcheck.claims.referents.mentions import Referent
    from factcheck.claims.referents.options import Option
    from factcheck.claims.referents.pointers import Pointer
    from factcheck.model import Analysis

# From so many sentences on, distance is only "far", and farther than that "lost".
FAR, LOST = 4, 8
_CLASSES = ("person", "group", "location", "event", "artifact", "communication", "cognition", "state", "attribute")


@dataclass(frozen=True, slots=True)
class Guess:
    """What the last pronoun of the same kind most likely meant, how likely, and in which sentence it stood."""

    key: str
    probability: float
    sentence: int


@dataclass(frozen=True, slots=True)
class View:
    """A pronoun where it stands.

    `quoted` are the words of its sentence that are quoted, `spoken` the sentences that are nothing but
    quotation, `opened` the sentence that opens its paragraph.
    """

    pointer: Pointer
    analysis: Analysis
    index: int
    quoted: Collection[int] = frozenset()
    spoken: Collection[int] = frozenset()
    opened: int = 0
    guess: Guess | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """What the grammar of its sentence says of a pronoun."""

    role: str
    relation: str
    own: int | None
    above: tuple[int, ...]
    says: bool
    quoted: bool


def evidence(view: View, found: Sequence[Option]) -> tuple[list[list[str]], list[str]]:
    """The features of each option, and those of there being none."""
    place = _place(view)
    counts = sorted((o.count for o in found), reverse=True)
    return [
        [
            *_distance(view, place, option, rank),
            *_salience(view, option, rank, counts),
            *_kind(view, place, option),
            *_named(view, option, found),
            *_guessed(view, option),
            *_beside(view, place, option),
        ]
        for rank, option in enumerate(found)
    ], _nobody(view, place, found)


def _place(view: View) -> _Place:
    token = view.analysis.tokens[view.pointer.token]
    possessive = token.dep == "nmod:poss"
    return _Place(
        role_of(view.analysis, [token.head if possessive else token.i]).name,
        "poss" if possessive else token.rel,
        own_subject(token, view.analysis),
        grammar.commanding(token, view.analysis),
        grammar.is_saying(token, view.analysis),
        token.i in view.quoted,
    )


def _distance(view: View, place: _Place, option: Option, rank: int) -> Iterator[str]:
    """How long ago it was mentioned last, and in what role and form."""
    last, back = option.last, view.index - option.last.sentence
    distance = f"d{min(back, FAR) if back < LOST else LOST}"
    yield f"{distance}.{last.role.name}"
    yield f"{distance}.{_form(last)}"
    yield f"{distance}.rank{min(rank, 4)}"
    yield f"{place.role}>{last.role.name}.{min(back, 2)}"
    if last.is_open:
        yield f"{distance}.open"
    if last.sentence in view.spoken:
        yield f"spoken.{place.says}.{place.quoted}"
    inside = back == 0 and bool(view.quoted)
    yield f"quoted{place.quoted}.{not last.tokens.isdisjoint(view.quoted) if inside else ''}"


def _salience(view: View, option: Option, rank: int, counts: Sequence[int]) -> Iterator[str]:
    """How much of the draft so far is about it, beside the others."""
    back = min(view.index - option.last.sentence, 2)
    second = counts[1] if len(counts) > 1 else 0
    lead = 0 if option.count < counts[0] else 1 if option.count <= 2 * second else 2
    yield f"count{next((n for n in (9, 5, 3, 2) if option.count >= n), 1)}"
    yield f"lead{lead}.{back}"
    yield f"of{min(len(counts), 5)}.rank{min(rank, 2)}"
    yield "new" if option.first == option.last.sentence else "old"
    yield f"first{min(option.first, 2)}"


def _kind(view: View, place: _Place, option: Option) -> Iterator[str]:
    """What it is: a person, a body, a kind of thing; and whether the draft has words for it."""
    last, full = option.last, option.full
    of = _class(full)
    yield view.pointer.wants
    yield f"{full.kind}.{_form(last)}"
    yield f"{full.kind}.{place.relation}"
    yield f"{full.kind}.says{place.says}"
    yield f"{full.kind}.gender{full.gender is not None}"
    yield f"{of}.{place.relation}"
    yield f"{of}.{last.role.name}"
    yield f"body{option.is_body}"
    if last.named:
        yield f"named.{full.kind}.{last.role.name}.{min(view.index - last.sentence, 2)}"
    if not full.text:
        yield "untold"


def _named(view: View, option: Option, found: Sequence[Option]) -> Iterator[str]:
    """Whether it was named in the paragraph, and who was named since."""
    others = [o for o in found if o is not option and o.full.named]
    later = [o for o in others if o.named > option.named]
    inside = option.named >= view.opened
    yield f"paragraph{inside}.{any(o.named >= view.opened for o in others)}.{view.index == view.opened}"
    yield f"paragraph{inside}.{option.last.role.name}"
    yield f"later{min(len(later), 2)}.{_form(option.last)}"
    yield f"later{any(o.last.role <= Role.SUBJECT for o in later)}.{inside}"


def _guessed(view: View, option: Option) -> Iterator[str]:
    """Whether the pronoun before meant it, or it was mentioned since."""
    guess, last = view.guess, option.last
    if guess is None or view.index - guess.sentence > FAR:
        return
    same = guess.key == last.key
    sure = next((n for n in (9, 7, 5) if 10 * guess.probability >= n), 0)
    yield f"guess{sure}.{same}.{min(view.index - guess.sentence, 2)}"
    if not same and last.sentence >= guess.sentence:
        yield f"since.{last.role.name}.{_form(last)}"


def _beside(view: View, place: _Place, option: Option) -> Iterator[str]:
    """Where it stands in the pronoun's own sentence."""
    tokens = option.last.tokens
    if option.last.sentence != view.index or not tokens:
        return
    if place.own in tokens:
        yield f"own.{place.relation}"
    above = next((n for n, i in enumerate(place.above) if i in tokens), None)
    yield f"above{'No' if above is None else min(above, 2)}.{place.relation}"
    gap = view.pointer.token - max(tokens)
    yield f"gap{next((n for n in (12, 6, 3) if gap >= n), 1)}"
    yield f"joined{grammar.same_clause(tokens, view.pointer.token, view.analysis)}.{place.relation}"


def _nobody(view: View, place: _Place, found: Sequence[Option]) -> list[str]:
    """What speaks for the pronoun meaning none of the options."""
    nearest = min((view.index - o.last.sentence for o in found), default=FAR)
    guess = view.guess
    known = "No" if guess is None else f"{guess.probability >= 0.5}.{min(view.index - guess.sentence, 3)}"
    return [
        "none",
        f"none.{view.pointer.wants}.{place.relation}",
        f"none.{place.role}",
        f"none.of{min(len(found), 5)}",
        f"none.near{min(nearest, 3)}",
        f"none.index{min(view.index, 4)}",
        f"none.quoted{place.quoted}",
        f"none.says{place.says}",
        f"none.guess{known}",
    ]


def _form(last: Referent) -> str:
    """Whether it was mentioned last by its name, by a noun or by a pronoun."""
    return last.form or ("name" if last.named else "noun")


def _class(full: Referent) -> str:
    """What a thing is, by the noun that it is called by."""
    return full.kind if full.named or not full.nouns else noun_class(min(full.nouns))


@lru_cache(1 << 14)
def noun_class(noun: str) -> str:
    """The broad class of the things that a noun names."""
    if noun in words("event-nouns.tsv"):
        return "event"
    return next((kind for kind in _CLASSES if lexicon.falls_under(noun, kind)), "other")
