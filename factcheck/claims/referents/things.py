"""What "there", "the two" and a definite noun mean: what was called so before, or what alone can be meant."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from factcheck.claims.data import rows, words
from factcheck.claims.referents.discourse import Found, sole
from factcheck.claims.referents.mentions import Role, names_person
from factcheck.facets import lexicon
from factcheck.facets.names.data import places, words_of
from factcheck.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.claims.referents.discourse import Discourse
    from factcheck.claims.referents.mentions import Referent
    from factcheck.claims.referents.pointers import Pointer

# How many sentences back a thing may be named for "the bridge" still to mean it, where other bridges were named before.
FRESH = 2
# How many sentences back the only thing of its name may be named.
LASTING = 8
LASTING_NAME = 20
_OWNING = frozenset(["'s", "’s"])
_SMALL = frozenset(["the", "of", "a", "an", "and", "in", "at", "for"])


def meant(draft: Discourse, pointer: Pointer, before: Sequence[Referent], index: int) -> Found | None:
    """What a pointer that is no personal pronoun stands for."""
    found = {
        "noun": lambda: noun(draft, pointer, before, index),
        "name": lambda: name(draft, pointer),
        "pair": lambda: pair(draft, before),
        "there": lambda: place(draft, before),
    }.get(pointer.wants)
    return found() if found is not None else None


def place(draft: Discourse, before: Sequence[Referent]) -> Found | None:
    """The one place that "there" can mean."""
    if any(r.kind == "place" for r in before) or not draft.past:
        return None
    found = {r.key: r for r in draft.past[-1] if r.kind == "place"}
    one = sole(found)
    return Found(one, "the only place in the sentence before") if one is not None else None


def pair(draft: Discourse, before: Sequence[Referent]) -> Found | None:
    """The two that the sentence, or the one before, has joined, or the only two people in it."""
    own = any(r.is_person or r.kind == "group" for r in before)
    last = before if own else draft.past[-1] if draft.past else []
    groups = [r for r in last if r.kind == "group" and r.named and r.text]
    if groups:
        both = sole({r.key: r for r in groups})
        fits = both is not None and both.key.count(" + ") == 1
        return Found(both, "the two named before") if both is not None and fits else None
    people = {r.key: draft.fullest(r) for r in last if r.is_person and not r.plural}
    if len(people) != 2 or not all(r.named and r.text for r in people.values()):
        return None
    one, other = people.values()
    spans = one.source, other.source
    source = Span(min(s.start for s in spans), max(s.end for s in spans))
    joined = replace(one, text=f"{one.text} and {other.text}", source=source, plural=True, kind="group")
    return Found(replace(joined, key=f"{one.key} + {other.key}"), "the only two people named before")


def noun(draft: Discourse, pointer: Pointer, before: Sequence[Referent], index: int) -> Found | None:
    """What a definite noun means: what was called so before, or the only thing of its kind."""
    called = _called(draft, pointer, before)
    if called and (not pointer.described or _told(pointer, called)):
        return _freshest(draft, pointer, called, before, index)
    if pointer.described:
        return _company(draft, pointer)
    return None if pointer.adjectives else _placed(draft, pointer, before) or _company(draft, pointer)


def is_taken_up(draft: Discourse, pointer: Pointer) -> bool:
    """Whether a phrase that may say by itself which one is meant takes up something told of before."""
    if pointer.noun in _place_nouns() or pointer.noun in words("pointing-nouns.txt") | words("company-nouns.txt"):
        return True
    return not pointer.described or _told(pointer, _called(draft, pointer, ()))


def _told(pointer: Pointer, called: Sequence[Referent]) -> bool:
    return any(pointer.adjectives <= r.words for r in called)


def _goes_on(pointer: Pointer, referent: Referent) -> bool:
    """Whether a longer phrase is the pointer's own with what stands behind it, or with whose it is."""
    own = pointer.text.lower().partition(" ")[2]
    text = referent.text.lower()
    return text.startswith((f"the {own} ", f"{own} ")) or text.endswith((f"’s {own}", f"'s {own}"))


def name(draft: Discourse, pointer: Pointer) -> Found | None:
    """ "The Commission": the only body of the draft whose name holds the word."""
    known = {key: draft.known[key] for key in draft.by_noun.get(pointer.noun, ())}
    one = sole({key: r for key, r in known.items() if r.named and not r.is_person})
    fits = one is not None and len(one.words) > 1 and one.kind in ("organisation", "thing", "unknown")
    return Found(one, f"the only {pointer.noun} named before") if one is not None and fits else None


def _called(draft: Discourse, pointer: Pointer, before: Sequence[Referent]) -> list[Referent]:
    """All that was called by the noun, those apart that were only called so without a further word."""
    own = {r.key: draft.fullest(r) for r in before if pointer.noun in r.nouns}
    earlier = [draft.known[key] for key in draft.by_noun.get(pointer.noun, ()) if key not in own]
    every = [r for r in (*earlier, *own.values()) if r.named or len(r.words) > 1]
    if any(r.named for r in every):
        # "A trust running two hospitals" may be the one that has a name.
        every = [r for r in every if r.named or not r.text.startswith(f"the {pointer.noun} ")]
    return [r for r in every if pointer.adjectives <= r.words] or every


def _freshest(
    draft: Discourse, pointer: Pointer, called: list[Referent], before: Sequence[Referent], index: int
) -> Found | None:
    latest = _fullest(called, pointer)
    rivals = [r for r in called if r.key != latest.key and not _same(r, latest) and _differs(r, latest, pointer)]
    age = index - latest.sentence
    lasting = LASTING_NAME if latest.named else LASTING
    if age > (FRESH if rivals or pointer.demonstrative else lasting) or _renamed(draft, pointer, latest, before):
        return None
    if any(latest.sentence - r.sentence <= LASTING for r in rivals) or not _answers(latest, pointer):
        return None
    return Found(latest, "called so before")


def _fullest(called: Sequence[Referent], pointer: Pointer) -> Referent:
    """What was called so last, in the words that tell most of it; of these, not only by whose it is."""
    latest = max(called, key=lambda r: (r.sentence, max(r.tokens, default=0)))
    same = [r for r in called if latest.words <= r.words and r.plural == latest.plural and r.text]
    if latest.named or not same or not pointer.adjectives:
        return latest
    owned = [r for r in same if not r.words.isdisjoint(_OWNING)]
    rest = [r for r in same if r.words.isdisjoint(_OWNING)]
    most = max(rest or owned, key=lambda r: (len(r.words), r.sentence))
    fits = all(r.words <= most.words for r in rest or owned)
    return replace(most, sentence=latest.sentence, tokens=latest.tokens) if fits else latest


def _renamed(draft: Discourse, pointer: Pointer, latest: Referent, before: Sequence[Referent]) -> bool:
    """Whether another thing of the same meaning was named just before: "a match" beside "the game"."""
    others = (r for group in (*draft.past, before) for r in group if r.key != latest.key and not r.named)
    return any(
        noun != pointer.noun and lexicon.synonyms(noun, pointer.noun, "NOUN") for r in others for noun in r.nouns
    )


def _placed(draft: Discourse, pointer: Pointer, before: Sequence[Referent]) -> Found | None:
    levels = _place_nouns().get(pointer.noun)
    if levels is None or pointer.plural:
        return None
    recent = [draft.fullest(r) for group in (*draft.past, before) for r in group]
    named = {r.key: r for r in recent if r.kind == "place"}
    unclear = {key: r for key, r in named.items() if not _levels(r.text)}
    fits = {key: r for key, r in named.items() if _levels(r.text) & levels}
    if "city" in levels and unclear:
        fits = {key: r for key, r in unclear.items() if len(named) == 1 and r.role is Role.TOPIC}
    one = sole(fits)
    return Found(one, f"the only {pointer.noun} named before") if one is not None else None


def _company(draft: Discourse, pointer: Pointer) -> Found | None:
    """ "The firm": the one company of the draft so far, or the one that the last sentences are about."""
    if pointer.noun not in ("company", "firm", "business") or pointer.plural:
        return None
    companies = {key: draft.known[key] for key in draft.companies}
    recent = [draft.fullest(r) for group in draft.past[-2:] for r in group if _may_be_company(draft.fullest(r))]
    one = sole(companies or {r.key: r for r in recent if r.role is Role.TOPIC})
    if one is None or any(r.key != one.key for r in recent):
        return None
    return Found(one, "the only company named before")


def _may_be_company(referent: Referent) -> bool:
    """Whether a name is neither a person's, nor a place's, nor that of a public body."""
    if not referent.named or referent.kind not in ("organisation", "unknown", "thing"):
        return False
    public = words_of("organisation") - words("company-nouns.txt") | words("pointing-nouns.txt") - words(
        "company-nouns.txt"
    )
    return not referent.nouns & public


def _differs(one: Referent, other: Referent, pointer: Pointer) -> bool:
    """Whether two phrases of the same noun and adjectives may be two things: not where one only adds whose it is."""
    if not pointer.adjectives or one.named or other.named:
        return True
    return one.words.isdisjoint(_OWNING) == other.words.isdisjoint(_OWNING)


def _same(one: Referent, other: Referent) -> bool:
    """Whether one phrase says no more than the other."""
    return one.words <= other.words or other.words <= one.words


def _answers(referent: Referent, pointer: Pointer) -> bool:
    """Whether a bracket with what was named tells more than the words whose place it takes, and nothing else."""
    if not referent.text or not pointer.adjectives <= referent.words or referent.text.lower() == pointer.text.lower():
        return False
    if pointer.described and not _goes_on(pointer, referent):
        return False
    if referent.plural != pointer.plural and not (referent.named and not pointer.plural):
        return False
    if referent.is_person != names_person(pointer.noun) and referent.named:
        return False
    return len(referent.words - _SMALL) > len(pointer.adjectives) + 1


@cache
def _place_nouns() -> dict[str, frozenset[str]]:
    return {noun: frozenset(levels.split()) for noun, levels in rows("place-nouns.tsv")}


def _levels(text: str) -> frozenset[str]:
    """What a place is, as far as it is known: "city", "country", "state"."""
    return frozenset(place.level for place in places(text) if not place.adjective)
