"""From clauses to statements: each predicate with its subject, its complements and one group of adjuncts."""

from __future__ import annotations

from dataclasses import replace

from factcheck.claims.data import words
from factcheck.claims.decomposition import grammar
from factcheck.claims.decomposition.adjuncts import groups, of_all
from factcheck.claims.decomposition.agreement import (
    acts_together,
    is_participle,
    is_plural,
    one_of_many,
    perfect_auxiliaries,
    singular,
    tense,
    told,
)
from factcheck.claims.decomposition.attribution import attributed, participles_beside, says_itself
from factcheck.claims.decomposition.frames import Frame, Parts, Statement, fresh
from factcheck.claims.decomposition.phrases import Phrase, multiplied, variants, whole
from factcheck.claims.decomposition.placement import (
    fronted,
    is_fronted,
    is_led_by,
    place_behind,
    place_of,
    with_adjuncts,
)
from factcheck.claims.decomposition.roles import is_clause, parts_of
from factcheck.claims.decomposition.sharing import negation, shared_auxiliaries
from factcheck.claims.decomposition.tree import Tree
from factcheck.claims.decomposition.wording import Item, Word, worded

DEPTH = 12
_NOT_OF_THE_PREDICATE = frozenset(
    ["nsubj", "csubj", "aux", "cop", "obl", "advcl", "parataxis", "ccomp", "expl", "mark", "cc"]
)


class Clauses:
    """Makes the statements of one sentence."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.frames: dict[int, Frame] = {}

    def statements(self, p: int, frame: Frame) -> list[Statement]:
        """The statements of the clause whose predicate is `p`, and of the clauses below it."""
        if frame.depth > DEPTH:
            return [Statement((*frame.prefix, *whole(self.tree, p)), p, frame.speech, frame.speaker)]
        parts = parts_of(self.tree, p, frame)
        if any(self.tree.tokens[k].dep == "nsubj:outer" for k in parts.subjects):
            return [self._stated(whole(self.tree, p, frame.leave), p, frame)]
        if any(self._is_alternative(k) for k in parts.conjuncts):
            own = [] if parts.subjects or not frame.subject else list(frame.subject[0])
            return [self._stated([*own, *whole(self.tree, p, frame.leave)], p, frame)]
        asides = parts.asides
        outer, frame = frame, attributed(self.tree, parts, frame)
        by_speakers = [k for k in asides if k not in parts.asides]
        described = self._described(parts)
        subjects, plural = self._subject(p, parts, frame)
        frame = replace(frame, subject=tuple(subjects), plural=plural, conditions=self._conditions(parts, frame))
        self.frames[p] = frame
        found = self._reported(p, parts, frame) if parts.reported else self._own(p, parts, frame)
        for k in parts.detached:
            found += self._detached(k, p, frame)
        if described is not None and subjects:
            found.append(self._description(described, subjects[0], p, frame))
        for k in parts.adjuncts:
            found += self._told_by_the_way(k, p, frame)
        for k in by_speakers:
            found += self._beside_saying(k, frame)
        for k in parts.conjuncts:
            found += self._conjunct(k, p, parts, outer if says_itself(self.tree, k, p) else frame)
        for k in parts.asides:
            found += self.statements(
                k,
                replace(
                    fresh(outer if says_itself(self.tree, k, p) else frame),
                    subject=tuple(subjects) if is_participle(self.tree, k) else None,
                    tense=tense(self.tree, p) if is_participle(self.tree, k) else None,
                ),
            )
        return found

    def _is_alternative(self, k: int) -> bool:
        """Whether a joined predicate is one of two of which either may hold."""
        return any(self.tree.rel[c] == "cc" and self.tree.lowered(c) == "or" for c in self.tree.kids[k])

    # --- subjects, attributions, conditions ------------------------------------------------------

    def _subject(self, p: int, parts: Parts, frame: Frame) -> tuple[list[Phrase], bool]:
        tree = self.tree
        if frame.subject is not None and not parts.subjects:
            return list(frame.subject), frame.plural
        if not parts.subjects:
            return [], False
        together = acts_together(self.tree, p)
        slots = [variants(tree, s, together=together) for s in parts.subjects[:2]]
        main = parts.subjects[-1]
        return multiplied(slots), is_plural(self.tree, main) and len(slots[-1]) == 1

    def _described(self, parts: Parts) -> int | None:
        """ "A member of the guild, he …": the first of two subjects describes the second."""
        if len(parts.subjects) < 2:
            return None
        first, second = parts.subjects[0], parts.subjects[1]
        if (
            self.tree.rel[first] != "nsubj"
            or self.tree.tokens[first].pos not in ("NOUN", "PROPN")
            or not self.tree.comma_before(second)
        ):
            return None
        parts.subjects.remove(first)
        return first

    def _description(self, node: int, subject: Phrase, p: int, frame: Frame) -> Statement:
        be = Word(grammar.be(frame.plural, tense(self.tree, p) == "past"))
        return Statement(
            (*frame.prefix, *subject, be, *whole(self.tree, node)), node, frame.speech, frame.speaker, identity=True
        )

    def _told_by_the_way(self, k: int, p: int, frame: Frame) -> list[Statement]:
        """ "after joining the navy", "because the road was closed": what a clause of time or cause states itself."""
        tree = self.tree
        if tree.rel[k] != "advcl" or tree.modal(p) or frame.tense == "modal" or tree.modal(k):
            return []
        marks = {tree.lowered(c) for c in tree.kids[k] if tree.rel[c] in ("mark", "case", "advmod") and c < k}
        if tree.negated(p) and not marks & {"after", "when", "since"}:
            return []
        as_taken = "as" in marks and tree.tokens[k].tag == "VBG"  # "was quoted as saying"
        ended = marks & {"before", "until"} and tense(self.tree, p) == "past"
        if as_taken or not (marks & words("factual-marks.txt") or ended):
            return []
        if any(tree.lowered(c) in words("conditional-marks.txt") for i in tree.kids[k] for c in tree.kids[i]):
            return []
        mark = tree.child(k, "mark") or 0
        below = replace(
            fresh(frame),
            leave=frozenset(
                c
                for c in tree.kids[k]
                if tree.rel[c] in ("mark", "case") or c < mark or tree.lowered(c) in ("when", "where", "once", "being")
            ),
        )
        gerund = tree.tokens[k].tag == "VBG" or any(tree.lowered(c) == "being" for c in tree.kids[k])
        if tree.subject(k) is not None or not gerund:
            return self.statements(k, below) if tree.subject(k) is not None and tree.is_finite(k) else []
        return self.statements(k, replace(below, subject=frame.subject, plural=frame.plural, tense=tense(self.tree, p)))

    def _conditions(self, parts: Parts, frame: Frame) -> tuple[tuple[Item, ...], ...]:
        return frame.conditions + tuple(tuple(whole(self.tree, k)) for k in parts.conditions)

    def _own(self, p: int, parts: Parts, frame: Frame) -> list[Statement]:
        found = self._nationality(p, parts, frame)
        for group in groups(self.tree, p, parts):
            core = self._core(p, parts, frame, together=of_all(self.tree, parts, group))
            for subject in frame.subject or [[]]:
                later = [k for k in group if not is_fronted(self.tree, k, subject, p)]
                for predicate in with_adjuncts(self.tree, core, later, subject, p):
                    items = self._agreeing(p, subject, frame, predicate)
                    front = fronted(self.tree, [*parts.complements, *group], subject, p)
                    found.append(self._stated([*front, *items], p, frame))
        return found

    def _nationality(self, p: int, parts: Parts, frame: Frame) -> list[Statement]:
        """ "is a Dutch painter": the nationality is a statement of its own, and is cut out of the other."""
        tree = self.tree
        copula = next((k for k in parts.auxiliaries if tree.rel[k] == "cop"), None)
        if copula is None or tree.tokens[p].tag != "NN" or tree.negated(p) or not frame.subject:
            return []
        adjectives = [
            k for k in tree.live(p) if tree.rel[k] == "amod" and tree.tokens[k].pos in ("ADJ", "PROPN") and k < p
        ]
        found = [k for k in adjectives if tree.tokens[k].text in grammar.demonyms() and not tree.kids[k]]
        if len(found) != 1 or not any(tree.lowered(k) in ("a", "an") for k in tree.kids[p]):
            return []
        tree.cut.add(found[0])
        verbs = list(parts.auxiliaries)
        return [self._stated([*subject, *verbs, found[0]], p, frame) for subject in frame.subject]

    def _stated(self, items: Phrase, p: int, frame: Frame) -> Statement:
        for condition in frame.conditions:
            first = condition[0]
            behind = isinstance(first, int) and first > p
            items = [*items, *condition] if behind else [*condition, Word(","), *items]
        return Statement((*frame.prefix, *items), p, frame.speech, frame.speaker)

    def _core(self, p: int, parts: Parts, frame: Frame, together: bool = False) -> list[tuple[int, list[Phrase]]]:
        """The words that every statement of the clause holds, each with its place in the sentence."""
        tree = self.tree
        slots = [
            (place_of(self.tree, k, p, frame), variants(tree, k, parts.loose, together))
            for k in parts.complements
            if tree.rel[k] != "conj" and not self._of_phrase(k, p) and not is_led_by(self.tree, k, p, frame)
        ]
        skip = frozenset(k for k in tree.kids[p] if not self._of_phrase(k, p)) | frame.leave | parts.loose
        slots.append(
            (
                p,
                variants(tree, p, skip) if not tree.is_verb(p) or tree.has(p, "cop") else [told(self.tree, p, frame)],
            )
        )
        slots += [(k, [[k]]) for k in parts.auxiliaries]
        slots += negation(self.tree, p, parts)
        if frame.auxiliaries and not parts.auxiliaries:
            slots.append((tree.first(p) - 1, [list(frame.auxiliaries)]))
        slots += [(place_behind(tree, p, n, phrase, parts), [phrase]) for n, phrase in enumerate(frame.after)]
        return sorted(slots, key=lambda slot: slot[0])

    def _of_phrase(self, k: int, p: int) -> bool:
        """Whether the dependent belongs to a nominal or adjectival predicate's own phrase."""
        tree = self.tree
        if tree.tokens[p].pos in ("VERB", "AUX"):
            return False
        if tree.rel[k] == "conj":
            return not is_clause(self.tree, k, p)
        if tree.rel[k] == "cc":
            return any(tree.rel[c] == "conj" and not is_clause(self.tree, c, p) for c in tree.kids[p])
        if tree.rel[k] == "advmod":
            return k < p and not (tree.has(p, "cop") and k < (tree.child(p, "cop") or 0))
        return tree.rel[k] not in _NOT_OF_THE_PREDICATE

    def _agreeing(self, p: int, subject: Phrase, frame: Frame, predicate: Phrase) -> Phrase:
        """The subject before its predicate, and the verb in its number where a coordination was taken apart."""
        if frame.subject is not None and len(frame.subject) > 1:
            predicate = one_of_many(self.tree, p, [singular(self.tree, item, subject) for item in predicate])
        return [*subject, *predicate]

    def _reported(self, p: int, parts: Parts, frame: Frame) -> list[Statement]:
        """ "X said that P and that Q": one statement for each of P's, with all of "X said" before it."""
        core = self._core(p, parts, frame)
        first = list(frame.subject[0]) if frame.subject else []
        later = [k for k in parts.adjuncts if not is_fronted(self.tree, k, first, p)]
        sayings = with_adjuncts(self.tree, core, later, first, p)
        found: list[Statement] = []
        for subject in frame.subject or [[]]:
            front = fronted(self.tree, [*parts.complements, *parts.adjuncts], first, p)
            saying = [*front, *self._agreeing(p, list(subject), frame, sayings[0])]
            prefix = self._stated(saying, p, frame).items
            below = Frame(prefix=(*prefix, Word("that")), speech=p, speaker=tuple(subject), depth=frame.depth + 1)
            for k in parts.reported:
                found += self.statements(k, below)
        return found

    def _detached(self, k: int, p: int, frame: Frame) -> list[Statement]:
        tree = self.tree
        below = fresh(frame)
        if tree.subject(k) is None:
            below = replace(
                below,
                subject=frame.subject,
                plural=frame.plural,
                leave=frozenset(perfect_auxiliaries(tree, k)),
                tense=tense(self.tree, p),
                conditions=frame.conditions,
            )
            if tree.tokens[k - 1].text == "-":
                be = Word(grammar.be(frame.plural, tense(self.tree, p) == "past"))
                return self.statements(k, replace(below, auxiliaries=(be,), tense=None))
            if (
                k > p
                and tree.lemma(k) in words("event-verbs.txt")
                and tree.lemma(p) not in words("speech-verbs.txt")
                and tree.tokens[k].tag == "VBG"
                and tree.comma_before(k)
            ):
                below = replace(below, subject=([Word("this"), self._event(p, frame)],), plural=False)
        return self.statements(k, below)

    def _beside_saying(self, verb: int, frame: Frame) -> list[Statement]:
        """ "…, she said, pointing to the map": what the speaker does is said by nobody."""
        speaker = self.tree.subject(verb)
        if speaker is None:
            return []
        tree, plural = self.tree, is_plural(self.tree, speaker)
        below = Frame((whole(tree, speaker),), plural=plural, tense=tense(tree, verb), depth=frame.depth + 1)
        return [statement for k in participles_beside(self.tree, verb) for statement in self.statements(k, below)]

    def _event(self, p: int, frame: Frame) -> Word:
        """The clause around a participle, as the bracket that tells what "this" is."""
        tree = self.tree
        skip = frozenset(
            k for k in tree.kids[p] if tree.rel[k] in ("nsubj", "advcl", "conj", "cc", "parataxis", "punct")
        )
        subject = list(frame.subject[0]) if frame.subject else []
        text = worded(tree.analysis, [*subject, *whole(tree, p, skip)]).text.rstrip(".")
        article = bool(subject) and isinstance(subject[0], int) and tree.rel[subject[0]] == "det"
        text = text[:1].lower() + text[1:] if article else text
        inside = [item for item in (*subject, *whole(tree, p, skip)) if isinstance(item, int)]
        return Word(f"[{text}]", about=(min(inside), max(inside)))

    def _conjunct(self, k: int, p: int, parts: Parts, frame: Frame) -> list[Statement]:
        tree = self.tree
        below = replace(fresh(frame), conditions=frame.conditions)
        if tree.subject(k) is None:
            shared = shared_auxiliaries(self.tree, k, p, parts)
            after = [variants(tree, c)[0] for c in parts.complements if c > k and tree.rel[c] in ("obj", "obl")]
            if tree.has(k, "obj"):
                after = []
            below = replace(
                below,
                subject=frame.subject,
                plural=frame.plural,
                auxiliaries=tuple(shared) or frame.auxiliaries if shared or not tree.is_finite(k) else (),
                after=tuple(after),
                tense=frame.tense,
            )
        return self.statements(k, below)
