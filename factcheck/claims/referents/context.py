"""What pointing words and relative times stand for, where that is certain; the rest is listed, never guessed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.referents import things
from factcheck.claims.referents.cast import Cast, cast
from factcheck.claims.referents.common_nouns import plain_subtree
from factcheck.claims.referents.discourse import Discourse, Found
from factcheck.claims.referents.introductions import introduced
from factcheck.claims.referents.links import KINDS
from factcheck.claims.referents.mentions import Referent, Role, Scene, role_of
from factcheck.claims.referents.pointers import Pointer, own_subject, pointers, shown
from factcheck.claims.referents.pronouns import LIKELY, Pronouns, is_sure
from factcheck.claims.referents.times import times
from factcheck.facets import names
from factcheck.model import BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from factcheck.claims.parts import Part
    from factcheck.claims.referents.links import Link
    from factcheck.model import Analysis

# A subject of more words is not looked for in a statement.
LONGEST_SUBJECT = 8
# Whom these mean, whose turn it is tells.
_OF_SPEAKERS = frozenset(["we", "i", "you"])


@dataclass(frozen=True, slots=True)
class Stand:
    """What a word stands for: the words to show, where they stand in the document, and why.

    `tokens` are those of the same sentence, if it is there; `covers` the words whose place the bracket takes.
    """

    text: str
    source: Span | None
    ground: str
    tokens: frozenset[int] = frozenset()
    covers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Resolved:
    """The words of one sentence that stand for others: those that are known, and those that are not."""

    stands: dict[int, Stand] = field(default_factory=dict)
    unresolved: dict[int, str] = field(default_factory=dict)
    times: dict[int, Stand] = field(default_factory=dict)
    own: dict[int, frozenset[int]] = field(default_factory=dict)


def resolve(parsed: Sequence[tuple[Part, Analysis]], anchor: date | None) -> list[Resolved]:
    """What the pointing words of each sentence of a draft stand for."""
    found = [names.find(analysis) for _, analysis in parsed]
    context = Context(anchor, cast([analysis for _, analysis in parsed], found))
    return [
        context.read(Scene(analysis, part, index), here)
        for index, ((part, analysis), here) in enumerate(zip(parsed, found, strict=True))
    ]


@dataclass(slots=True)
class Context:
    """Reads a draft sentence by sentence."""

    anchor: date | None
    people: Cast
    pronouns: Pronouns = field(default_factory=Pronouns)
    discourse: Discourse = field(default_factory=Discourse)

    def read(self, scene: Scene, found: Sequence[names.Name]) -> Resolved:
        """Resolve a sentence, and remember whom and what it names."""
        self.pronouns.enter(scene)
        here = introduced(scene, found, self.people)
        resolved = Resolved()
        named = {i for r in here if r.named for i in r.tokens}
        quoted = _quoted(scene)
        told = scene.part.block.speaker is not None
        for pointer in sorted([*pointers(scene.analysis, named), *_short_names(here, scene)], key=lambda p: p.token):
            if pointer.wants in _OF_SPEAKERS and (told or pointer.token in quoted):
                continue
            if pointer.wants in KINDS:
                self._link(pointer, here, scene, quoted, resolved)
            else:
                before = [r for r in here if r.tokens and max(r.tokens) < min(pointer.covers)]
                meant = None if pointer.token in quoted else things.meant(self.discourse, pointer, before, scene.index)
                self._put(pointer, meant, here, scene, resolved)
        if quoted and all(t.i in quoted for t in scene.analysis.tokens if t.pos != "PUNCT"):
            self.pronouns.spoken.add(scene.index)
        self.discourse.remember(here, heading=scene.part.block.kind is BlockKind.HEADING)
        self._dated(scene.analysis, resolved)
        return resolved

    def _link(
        self, pointer: Pointer, here: list[Referent], scene: Scene, quoted: Collection[int], resolved: Resolved
    ) -> None:
        """Note what a pronoun means where that is all but certain; else that it is open, and what it likely means."""
        best = self.pronouns.link(self.discourse, pointer, here, scene, quoted)
        if best is not None and is_sure(best, pointer):
            self._put(pointer, _found(best), here, scene, resolved)
            return
        near = _own(pointer, scene.analysis)
        if near is None and best is not None and best.option.last.sentence == scene.index:
            near = best.option.last.tokens
        if near is not None:
            resolved.own[pointer.token] = near
        else:
            resolved.unresolved[pointer.token] = pointer.text
        if best is not None and best.probability >= LIKELY:
            here.append(replace(_again(best.option.full, pointer, scene), is_open=True))

    def _put(
        self, pointer: Pointer, meant: Found | None, here: list[Referent], scene: Scene, resolved: Resolved
    ) -> None:
        """Note what a pointer means, or that it is open, for the claims and for the pointers behind it."""
        if meant is None:
            if self._is_open(pointer):
                resolved.unresolved[pointer.token] = pointer.text
                here[:] = [_without_words(r) if pointer.token in r.tokens else r for r in here]
            return
        full = self.discourse.fullest(meant.referent)
        resolved.stands[pointer.token] = Stand(
            shown(full.text, scene.analysis.tokens[pointer.token]),
            full.source,
            meant.ground,
            meant.referent.tokens if meant.referent.sentence == scene.index else frozenset(),
            pointer.covers,
        )
        kept = (r for r in here if pointer.token not in r.tokens or r.kind == "group")
        again = () if pointer.wants == "name" else (r for r in here if pointer.token in r.tokens and r.named)
        here[:] = [*kept, *again]
        here.append(_again(full, pointer, scene))

    def _is_open(self, pointer: Pointer) -> bool:
        """Whether words that nothing was found for do point to something, and do not name it themselves."""
        if pointer.wants == "name":
            return pointer.noun in words("pointing-nouns.txt")
        if pointer.wants != "noun":
            return True
        pointing = pointer.demonstrative or bool(self.discourse.past)
        return pointing and things.is_taken_up(self.discourse, pointer)

    def _dated(self, analysis: Analysis, resolved: Resolved) -> None:
        for last, time in times(analysis, self.anchor).items():
            if time is None:
                resolved.unresolved[last] = analysis.tokens[last].text
            else:
                resolved.times[last] = Stand(f"[{time}]", None, "date of the draft")


def _found(best: Link) -> Found:
    """What a pronoun means, where it was mentioned last, and how sure that is."""
    full, last = best.option.full, best.option.last
    ground = f"likeliest, {min(best.probability, 0.99):.2f}"
    return Found(replace(full, sentence=last.sentence, tokens=last.tokens), ground)


def _again(full: Referent, pointer: Pointer, scene: Scene) -> Referent:
    """What was named before, as the pointer mentions it again."""
    person = pointer.wants in ("he", "she")
    return replace(
        full,
        sentence=scene.index,
        role=role_of(scene.analysis, pointer.covers),
        tokens=pointer.covers,
        is_open=False,
        form=pointer.wants,
        gender=pointer.wants if person else full.gender,
        kind="person" if person else full.kind,
    )


def _short_names(here: Sequence[Referent], scene: Scene) -> list[Pointer]:
    """ "The Commission", "the Fund": names of one word, which a longer name may have told before."""
    found = []
    for r in here:
        word = next(iter(r.words)) if len(r.words) == len(r.tokens) == 1 else ""
        at = next(iter(r.tokens), 0)
        if not (
            r.named and word and at and r.text.startswith("the ") and r.kind in ("organisation", "thing", "unknown")
        ):
            continue
        if not _is_whole(at, scene.analysis):
            continue
        covers = frozenset([at - 1, at])
        topical = r.role is Role.TOPIC
        found.append(Pointer(at, "name", covers, scene.text(at - 1, at), noun=word, prominent=topical))
    return found


def _is_whole(name: int, analysis: Analysis) -> bool:
    """Whether the word and its article are all of a name, and nothing behind it belongs to it: "Society for …"."""
    tokens, kids = analysis.tokens, analysis.children[name]
    after = tokens[name + 1 : name + 2]
    loose = any(t.lower in ("for", "of", "on") or t.text == "-" or t.pos == "PROPN" for t in after)
    return not loose and name - 1 in kids and all(tokens[k].rel in ("det", "case", "punct", "conj", "cc") for k in kids)


def _without_words(referent: Referent) -> Referent:
    """A thing that a definite noun left open: in brackets the noun would tell nothing."""
    bare = not referent.named and referent.kind == "thing"
    return replace(referent, text="") if bare else referent


def _own(pointer: Pointer, analysis: Analysis) -> frozenset[int] | None:
    """The words of the clause's own subject, where "its" or "their" can only mean that."""
    if pointer.wants not in ("it", "they"):
        return None
    subject = own_subject(analysis.tokens[pointer.token], analysis)
    if subject is None or analysis.tokens[subject].pos == "PRON" or _is_beside(pointer.token, subject, analysis):
        return None
    several = analysis.tokens[subject].tag in ("NNS", "NNPS") or any(
        analysis.tokens[k].rel == "conj" for k in analysis.children[subject]
    )
    inside = frozenset(plain_subtree(subject, analysis))
    return inside if several == (pointer.wants == "they") and len(inside) <= LONGEST_SUBJECT else None


def _is_beside(pointer: int, subject: int, analysis: Analysis) -> bool:
    """Whether a pronoun is the object of the subject's own verb: then the two are not the same."""
    token = analysis.tokens[pointer]
    return token.rel in ("obj", "iobj") and token.head == analysis.tokens[subject].head


def _speaks(found: Found, scene: Scene) -> bool:
    """Whether it is the person whose turn it is, who calls himself "I" there."""
    speaker = (scene.part.block.speaker or "").casefold().split()
    return bool(speaker) and found.referent.text.strip("[]").casefold().split()[-1:] == speaker[-1:]


def _quoted(scene: Scene) -> set[int]:
    """The words in quotation marks: whom "he" means there, the speaker knows."""
    start = scene.part.span.start
    spans = [(q.words_span.start - start, q.words_span.end - start) for q in scene.part.quotes if not q.scare]
    return {t.i for t in scene.analysis.tokens if any(a <= t.start and t.end <= b for a, b in spans)}
