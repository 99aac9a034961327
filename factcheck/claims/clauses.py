"""From clauses to statements: each predicate with its subject, its complements and one group of adjuncts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache

from factcheck.claims import grammar
from factcheck.claims.data import rows, words
from factcheck.claims.phrases import Phrase, multiplied, variants, whole
from factcheck.claims.tree import SUBJECTS, Tree
from factcheck.claims.wording import Item, Word, worded

DEPTH = 12
_LOOSE = frozenset(
    [
        "in",
        "at",
        "on",
        "during",
        "after",
        "before",
        "for",
        "under",
        "since",
        "until",
        "through",
        "throughout",
        "near",
        "alongside",
        "against",
        "from",
        "following",
    ]
)
_ASKING = frozenset(
    ["how", "what", "who", "whom", "whose", "which", "why", "when", "where", "whether", "whatever", "whoever"]
)
_DROPPED = frozenset(["punct", "cc", "discourse", "vocative", "reparandum", "dep", "mark"])
_VERBAL = frozenset(
    ["aux", "cop", "obj", "iobj", "xcomp", "ccomp", "advmod", "obl", "advcl", "compound", "expl", "csubj"]
)
_NOT_OF_THE_PREDICATE = frozenset(
    ["nsubj", "csubj", "aux", "cop", "obl", "advcl", "parataxis", "ccomp", "expl", "mark", "cc"]
)


@dataclass(frozen=True, slots=True)
class Statement:
    """The words of one statement; `predicate` is its main word, `speech` the verb of saying over it, if there is one.

    `identity`: it says who or what something is.
    """

    items: tuple[Item, ...]
    predicate: int
    speech: int | None = None
    speaker: tuple[Item, ...] = ()
    identity: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What a predicate takes from the clause around it.

    `subject` stands for its own; `auxiliaries` are shared; `tense` makes a participle finite; `conditions` hold for
    everything below; `after` are complements that stand elsewhere in the sentence; `leave` are words not to show;
    `prefix` says who says so.
    """

    subject: tuple[Phrase, ...] | None = None
    plural: bool = False
    prefix: tuple[Item, ...] = ()
    auxiliaries: tuple[Item, ...] = ()
    tense: str | None = None
    conditions: tuple[tuple[Item, ...], ...] = ()
    after: tuple[Phrase, ...] = ()
    leave: frozenset[int] = frozenset()
    speech: int | None = None
    speaker: tuple[Item, ...] = ()
    depth: int = 0


@dataclass(slots=True)
class Parts:
    """The dependents of a predicate by what they do in its clause."""

    subjects: list[int] = field(default_factory=list)
    auxiliaries: list[int] = field(default_factory=list)
    complements: list[int] = field(default_factory=list)
    adjuncts: list[int] = field(default_factory=list)
    conditions: list[int] = field(default_factory=list)
    detached: list[int] = field(default_factory=list)
    reported: list[int] = field(default_factory=list)
    conjuncts: list[int] = field(default_factory=list)
    asides: list[int] = field(default_factory=list)
    loose: frozenset[int] = frozenset()


class Clauses:
    """Makes the statements of one sentence."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.frames: dict[int, Frame] = {}

    def statements(self, p: int, frame: Frame) -> list[Statement]:
        """The statements of the clause whose predicate is `p`, and of the clauses below it."""
        if frame.depth > DEPTH:
            return [Statement((*frame.prefix, *whole(self.tree, p)), p, frame.speech, frame.speaker)]
        parts = self._parts(p, frame)
        frame = self._attributed(parts, frame)
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
        for k in parts.conjuncts:
            found += self._conjunct(k, p, parts, frame)
        for k in parts.asides:
            found += self.statements(
                k,
                replace(
                    _fresh(frame),
                    subject=tuple(subjects) if self._participle(k) else None,
                    tense=self.tense(p) if self._participle(k) else None,
                ),
            )
        return found

    # --- sorting the dependents ------------------------------------------------------------------

    def _parts(self, p: int, frame: Frame) -> Parts:
        tree, parts = self.tree, Parts()
        for k in tree.live(p):
            if k in frame.leave or tree.is_joint(k):
                continue
            rel = tree.rel[k]
            if (rel in SUBJECTS and (rel != "csubj" or k < p)) or (rel == "expl" and k < p):
                parts.subjects.append(k)
            elif rel in ("aux", "cop"):
                parts.auxiliaries.append(k)
            elif rel == "conj":
                (parts.conjuncts if self._is_clause(k, p) else parts.complements).append(k)
            elif rel == "parataxis":
                parts.asides.append(k)
            elif rel == "ccomp":
                self._sort_ccomp(k, p, parts)
            elif rel == "advcl":
                self._sort_advcl(k, p, parts)
            elif rel == "obl":
                (parts.complements if self._needed(k, p) else parts.adjuncts).append(k)
            elif rel == "advmod":
                self._sort_adverb(k, p, parts)
            elif rel not in _DROPPED or (rel == "mark" and tree.lowered(k) == "to"):
                parts.complements.append(k)
        self._loosen(p, parts)
        return parts

    def _loosen(self, p: int, parts: Parts) -> None:
        """ "won a medal in the relay at the Games": phrases behind an indefinite object are told one by one."""
        tree = self.tree
        holders = [k for k in parts.complements if tree.rel[k] in ("obj", "obl", "xcomp")]
        if tree.has(p, "cop"):
            holders.append(p)
        loose = [
            k
            for holder in holders
            if not self._definite(holder)
            for k in tree.live(holder)
            if k > holder and self._is_loose(k)
        ]
        if loose and len(loose) + len(parts.adjuncts) > 1:
            parts.loose = frozenset(loose)
            parts.adjuncts = sorted(parts.adjuncts + loose)

    def _definite(self, i: int) -> bool:
        tree = self.tree
        return any(
            tree.tokens[k].dep == "nmod:poss"
            or tree.lowered(k) in ("the", "this", "that", "these", "those", "no", "any", "every", "each")
            for k in tree.kids[i]
        ) or any(tree.rel[k] == "conj" for k in tree.kids[i])

    def _is_loose(self, k: int) -> bool:
        tree = self.tree
        if tree.rel[k] != "nmod":
            return False
        return any(tree.rel[c] == "case" and tree.lowered(c) in _LOOSE for c in tree.kids[k])

    def _is_clause(self, k: int, p: int) -> bool:
        tree = self.tree
        if tree.has(k, "cop", "nsubj", "aux"):
            return True
        return tree.tokens[k].pos in ("VERB", "AUX") and tree.is_verb(p)

    def _sort_ccomp(self, k: int, p: int, parts: Parts) -> None:
        tree = self.tree
        marks = {tree.lowered(c) for c in tree.kids[k] if tree.rel[c] == "mark"}
        asked = marks & {"whether", "if"} or tree.lowered(tree.first(k)) in _ASKING
        if any(tree.tokens[i].text == ";" for i in range(min(p, k), max(p, k))) and tree.subject(k) is not None:
            parts.asides.append(k)
            return
        (parts.complements if asked or not tree.is_verb(k) else parts.reported).append(k)

    def _sort_advcl(self, k: int, p: int, parts: Parts) -> None:
        tree = self.tree
        marks = {tree.lowered(c) for c in tree.kids[k] if tree.rel[c] in ("mark", "case") and c < k}
        marks |= {
            tree.lowered(c) for c in tree.kids[k] if tree.rel[c] == "advmod" and tree.lowered(c) in ("when", "where")
        }
        finite = tree.is_finite(k)
        if marks & words("conditional-marks.txt"):
            parts.conditions.append(k)
        elif (not marks and (self._participle(k) or (finite and tree.subject(k) is not None))) or (
            marks & words("contrast-marks.txt") and finite and tree.subject(k) is not None
        ):
            parts.detached.append(k)
        else:
            parts.adjuncts.append(k)

    def _sort_adverb(self, k: int, p: int, parts: Parts) -> None:
        tree = self.tree
        fronted = k < p and any(tree.rel[c] in SUBJECTS and c > k for c in tree.kids[p])
        if tree.lowered(k) in words("connectives.txt") and not tree.kids[k] and (fronted or tree.comma_before(k)):
            return
        parts.complements.append(k)

    def _needed(self, k: int, p: int) -> bool:
        """Whether the sense of the verb needs this phrase: "depend on", a measure, a passive's agent, "from … to"."""
        tree = self.tree
        case = next((tree.lowered(c) for c in tree.kids[k] if tree.rel[c] == "case"), None)
        if case is None:
            return not self._is_time(k)
        if (tree.lemma(p), case) in _government():
            return True
        return case in ("of", "than", "per")

    def _is_time(self, k: int) -> bool:
        tree = self.tree
        token = tree.tokens[k]
        if tree.lemma(k) in words("time-nouns.txt") or token.lower in words("time-nouns.txt"):
            return True
        return token.pos == "NUM" and token.text.isdigit() and len(token.text) == 4

    # --- subjects, attributions, conditions ------------------------------------------------------

    def _subject(self, p: int, parts: Parts, frame: Frame) -> tuple[list[Phrase], bool]:
        tree = self.tree
        if frame.subject is not None and not parts.subjects:
            return list(frame.subject), frame.plural
        if not parts.subjects:
            return [], False
        together = self._acts_together(p, parts)
        slots = [variants(tree, s, together=together) for s in parts.subjects[:2]]
        main = parts.subjects[-1]
        return multiplied(slots), self.is_plural(main) and len(slots[-1]) == 1

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
        be = Word(grammar.be(frame.plural, self.tense(p) == "past"))
        return Statement(
            (*frame.prefix, *subject, be, *whole(self.tree, node)), node, frame.speech, frame.speaker, identity=True
        )

    def _told_by_the_way(self, k: int, p: int, frame: Frame) -> list[Statement]:
        """ "after joining the navy", "because the road was closed": what a clause of time or cause states itself."""
        tree = self.tree
        if tree.rel[k] != "advcl" or tree.negated(p) or tree.modal(p) or frame.tense == "modal" or tree.modal(k):
            return []
        marks = {tree.lowered(c) for c in tree.kids[k] if tree.rel[c] in ("mark", "case", "advmod") and c < k}
        if not marks & words("factual-marks.txt") and not (marks & {"before", "until"} and self.tense(p) == "past"):
            return []
        below = replace(
            _fresh(frame),
            leave=frozenset(
                c
                for c in tree.kids[k]
                if tree.rel[c] in ("mark", "case") or tree.lowered(c) in ("when", "where", "once")
            ),
        )
        if tree.subject(k) is not None:
            return self.statements(k, below) if tree.is_finite(k) else []
        if tree.tokens[k].tag != "VBG":
            return []
        return self.statements(k, replace(below, subject=frame.subject, plural=frame.plural, tense=self.tense(p)))

    def _acts_together(self, p: int, parts: Parts) -> bool:
        tree = self.tree
        if tree.lemma(p) in words("collective-verbs.txt"):
            return True
        if any(
            tree.lowered(k) in ("together", "jointly", "both", "respectively", "each", "collectively")
            for k in tree.kids[p]
        ):
            return True
        if tree.has(p, "cop") and tree.tokens[p].tag in ("NNS", "NNPS") and not self._countable(p):
            return True
        objects = [k for k in tree.kids[p] if tree.rel[k] in ("obj", "obl") and tree.has(k, "nummod")]
        return bool(objects) and not any(self._is_time(k) for k in objects)

    def is_plural(self, i: int) -> bool:
        """Whether a verb beside this subject is plural."""
        tree = self.tree
        token = tree.tokens[i]
        if token.tag in ("NNS", "NNPS") or any(tree.rel[k] == "conj" for k in tree.kids[i]):
            return True
        return (
            token.lower in ("they", "we", "you", "these", "those", "many", "both", "people")
            or "Number=Plur" in token.morph
        )

    def _conditions(self, parts: Parts, frame: Frame) -> tuple[tuple[Item, ...], ...]:
        return frame.conditions + tuple(tuple(whole(self.tree, k)) for k in parts.conditions)

    def _attributed(self, parts: Parts, frame: Frame) -> Frame:
        """Moves "the mayor said" and "according to the mayor" from inside a clause to its front."""
        tree = self.tree
        for k in list(parts.asides):
            if tree.lemma(k) in words("speech-verbs.txt") and tree.subject(k) is not None and not tree.has(k, "ccomp"):
                parts.asides.remove(k)
                frame = replace(
                    frame,
                    prefix=(*frame.prefix, *self.saying(k), Word("that")),
                    speech=k,
                    speaker=tuple(whole(tree, tree.subject(k))),
                )  # type: ignore[arg-type]
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

    def saying(self, verb: int) -> Phrase:
        """A verb of saying with its subject first: "said Ilse Bron" gives "Ilse Bron said"."""
        tree = self.tree
        subject = tree.subject(verb)
        skip = frozenset([subject]) if subject is not None else frozenset()
        rest = whole(
            tree,
            verb,
            skip | frozenset(k for k in tree.kids[verb] if tree.rel[k] in ("ccomp", "parataxis", "cc", "mark", "conj")),
        )
        return (whole(tree, subject) if subject is not None else []) + rest

    # --- statements of the clause itself ---------------------------------------------------------

    def _own(self, p: int, parts: Parts, frame: Frame) -> list[Statement]:
        core = self._core(p, parts, frame)
        groups = self._groups(p, parts)
        found = []
        for group in groups:
            for subject in frame.subject or [[]]:
                for predicate in self._with_adjuncts(core, group, subject, p):
                    items = self._agreeing(p, parts, subject, frame, predicate)
                    found.append(self._stated(items, p, frame))
        return found

    def _stated(self, items: Phrase, p: int, frame: Frame) -> Statement:
        for condition in frame.conditions:
            first = condition[0]
            behind = isinstance(first, int) and first > p
            items = [*items, *condition] if behind else [*condition, Word(","), *items]
        return Statement((*frame.prefix, *items), p, frame.speech, frame.speaker)

    def _core(self, p: int, parts: Parts, frame: Frame) -> list[tuple[int, list[Phrase]]]:
        """The words that every statement of the clause holds, each with its place in the sentence."""
        tree = self.tree
        slots = [
            (k, variants(tree, k, parts.loose))
            for k in parts.complements
            if tree.rel[k] not in ("conj",) and not self._of_phrase(k, p)
        ]
        skip = frozenset(k for k in tree.kids[p] if not self._of_phrase(k, p)) | frame.leave | parts.loose
        slots.append(
            (p, variants(tree, p, skip) if not tree.is_verb(p) or tree.has(p, "cop") else [self._verb(p, parts, frame)])
        )
        slots += [(k, [[k]]) for k in parts.auxiliaries]
        if frame.auxiliaries and not parts.auxiliaries:
            slots.append((min([p, *parts.complements]) - 1 if False else tree.first(p) - 1, [list(frame.auxiliaries)]))
        slots += [(10**6 + n, [phrase]) for n, phrase in enumerate(frame.after)]
        return sorted(slots, key=lambda slot: slot[0])

    def _of_phrase(self, k: int, p: int) -> bool:
        """Whether the dependent belongs to a nominal or adjectival predicate's own phrase."""
        tree = self.tree
        if tree.tokens[p].pos in ("VERB", "AUX"):
            return False
        if tree.rel[k] == "conj":
            return not self._is_clause(k, p)
        if tree.rel[k] == "cc":
            return any(tree.rel[c] == "conj" and not self._is_clause(c, p) for c in tree.kids[p])
        if tree.rel[k] == "advmod":
            return k < p and not (tree.has(p, "cop") and k < (tree.child(p, "cop") or 0))
        return tree.rel[k] not in _NOT_OF_THE_PREDICATE

    def _verb(self, p: int, parts: Parts, frame: Frame) -> Phrase:
        tree = self.tree
        if frame.tense is None or tree.is_finite(p):
            return [p]
        tag = tree.tokens[p].tag
        lemma = grammar.base_of(tree.tokens[p].lower, tree.lemma(p))
        if tag == "VBN":
            return [Word(grammar.be(frame.plural, frame.tense == "past")), p]
        if frame.tense == "past":
            return [Word(grammar.past(lemma), p)]
        return [Word(grammar.present(lemma, frame.plural), p)]

    def _groups(self, p: int, parts: Parts) -> list[list[int]]:
        """The adjuncts that stand together: each by itself, but all of them in a negated or measured clause."""
        tree = self.tree
        if len(parts.adjuncts) < 2 or tree.negated(p) or self._compares(p):
            return [parts.adjuncts]
        bare: list[list[int]] = [[]] if any(tree.rel[k] == "obj" for k in parts.complements) else []
        return bare + [[k] for k in parts.adjuncts]

    def _compares(self, p: int) -> bool:
        tree = self.tree
        return any(tree.tokens[k].tag in ("JJR", "RBR", "JJS", "RBS") for k in tree.kids[p])

    def _with_adjuncts(
        self, core: list[tuple[int, list[Phrase]]], group: list[int], subject: Phrase, p: int
    ) -> list[Phrase]:
        tree = self.tree
        start = min((i for i in subject if isinstance(i, int)), default=-1)
        slots = list(core)
        for k in group:
            place = k if k > start and (k > p or tree.rel[k] == "advcl") else 10**7 + k
            slots.append((place, variants(tree, k)))
        return multiplied([slot for _, slot in sorted(slots, key=lambda slot: slot[0])])

    def _agreeing(self, p: int, parts: Parts, subject: Phrase, frame: Frame, predicate: Phrase) -> Phrase:
        """The subject before its predicate, and the verb in its number where a coordination was taken apart."""
        if frame.subject is not None and len(frame.subject) > 1:
            predicate = self._one_of_many(p, [self._singular(item, subject) for item in predicate])
        return [*subject, *predicate]

    def _countable(self, p: int) -> bool:
        """Whether "A and B are cities" may be told as "A is a city"."""
        tree = self.tree
        lemma = tree.lemma(p)
        plain = tree.tokens[p].lower in (lemma + "s", lemma + "es", lemma[:-1] + "ies")
        return plain and not any(
            tree.rel[k] in ("det", "nummod", "conj")
            or tree.tokens[k].dep == "nmod:poss"
            or tree.tokens[k].tag in ("JJR", "JJS")
            for k in tree.kids[p]
        )

    def _one_of_many(self, p: int, predicate: Phrase) -> Phrase:
        tree = self.tree
        if tree.tokens[p].tag not in ("NNS", "NNPS") or not tree.has(p, "cop") or p not in predicate:
            return predicate
        at = predicate.index(p)
        start = at
        while (
            start
            and isinstance(predicate[start - 1], int)
            and tree.tokens[predicate[start - 1]].head == p
            and tree.rel[predicate[start - 1]] in ("amod", "compound")
        ):  # type: ignore[index]
            start -= 1
        first = predicate[start]
        text = tree.lemma(p) if start == at else tree.tokens[first].text if isinstance(first, int) else first.text
        one = Word(tree.lemma(p) if tree.tokens[p].tag == "NNS" else tree.tokens[p].lemma, p)
        return [*predicate[:start], Word(grammar.article(text)), *predicate[start:at], one, *predicate[at + 1 :]]

    def _singular(self, item: Item, subject: Phrase) -> Item:
        tree = self.tree
        if not isinstance(item, int) or not subject:
            return item
        token = tree.tokens[item]
        heads = [i for i in subject if isinstance(i, int) and tree.tokens[i].head not in subject]
        if heads and self.tree.tokens[heads[-1]].tag in ("NNS", "NNPS"):
            return item
        singular = {"are": "is", "were": "was", "have": "has", "do": "does"}.get(token.lower)
        if singular and token.pos == "AUX":
            return Word(singular, item)
        if token.tag == "VBP" and token.pos == "VERB":
            return Word(grammar.present(token.lemma, plural=False), item)
        return item

    # --- clauses below ---------------------------------------------------------------------------

    def _reported(self, p: int, parts: Parts, frame: Frame) -> list[Statement]:
        """ "X said that P and that Q": one statement for each of P's, with all of "X said" before it."""
        tree = self.tree
        core = self._core(p, parts, frame)
        sayings = self._with_adjuncts(core, parts.adjuncts, list(frame.subject[0]) if frame.subject else [], p)
        found: list[Statement] = []
        for subject in frame.subject or [[]]:
            saying = self._agreeing(p, parts, list(subject), frame, sayings[0])
            prefix = self._stated(saying, p, frame).items
            below = Frame(prefix=(*prefix, Word("that")), speech=p, speaker=tuple(subject), depth=frame.depth + 1)
            for k in parts.reported:
                found += self.statements(k, below)
        return found

    def _detached(self, k: int, p: int, frame: Frame) -> list[Statement]:
        tree = self.tree
        below = _fresh(frame)
        if tree.subject(k) is None:
            below = replace(
                below, subject=frame.subject, plural=frame.plural, tense=self.tense(p), conditions=frame.conditions
            )
            if (
                k > p
                and tree.lemma(k) in words("event-verbs.txt")
                and tree.tokens[k].tag == "VBG"
                and tree.comma_before(k)
            ):
                below = replace(below, subject=([Word("this"), Word(f"[{self._event(p, frame)}]")],), plural=False)
        return self.statements(k, below)

    def _event(self, p: int, frame: Frame) -> str:
        """The clause around a participle, as the bracket that tells what "this" is."""
        tree = self.tree
        skip = frozenset(
            k for k in tree.kids[p] if tree.rel[k] in ("nsubj", "advcl", "conj", "cc", "parataxis", "punct")
        )
        subject = list(frame.subject[0]) if frame.subject else []
        text = worded(tree.analysis, [*subject, *whole(tree, p, skip)]).text.rstrip(".")
        return (
            text[:1].lower() + text[1:]
            if subject and tree.rel[subject[0]] == "det" and isinstance(subject[0], int)
            else text
        )  # type: ignore[index]

    def _conjunct(self, k: int, p: int, parts: Parts, frame: Frame) -> list[Statement]:
        tree = self.tree
        below = replace(_fresh(frame), conditions=frame.conditions)
        if tree.subject(k) is None:
            shared = self._shared_auxiliaries(k, p, parts)
            after = [variants(tree, c)[0] for c in parts.complements if c > k and tree.rel[c] in ("obj", "obl")]
            if tree.has(k, "obj"):
                after = []
            below = replace(
                below,
                subject=frame.subject,
                plural=frame.plural,
                auxiliaries=tuple(shared) or frame.auxiliaries if not tree.is_finite(k) else (),
                after=tuple(after),
                tense=frame.tense,
            )
        return self.statements(k, below)

    def _shared_auxiliaries(self, k: int, p: int, parts: Parts) -> Phrase:
        tree = self.tree
        if tree.is_finite(k) or tree.has(k, "aux", "cop"):
            return []
        negations = [c for c in parts.complements if tree.lowered(c) in ("not", "n't", "n’t", "never") and c < p]
        shared = sorted(
            [c for c in parts.auxiliaries if tree.rel[c] == "aux" or (tree.tokens[k].pos != "VERB")] + negations
        )
        return list(shared)

    def _participle(self, k: int) -> bool:
        return self.tree.tokens[k].tag in ("VBG", "VBN") and not self.tree.is_finite(k)

    def tense(self, p: int) -> str:
        """The tense in which a participle beside this predicate is told."""
        tree = self.tree
        tags = [tree.tokens[p].tag] + [tree.tokens[k].tag for k in tree.kids[p] if tree.rel[k] in ("aux", "cop")]
        if tree.tokens[p].tag == "VBP" and grammar.past(tree.lemma(p)) == tree.tokens[p].lower:
            subject = tree.subject(p)
            return "present" if subject is not None and self.is_plural(subject) else "past"
        return "past" if "VBD" in tags else "present"


@cache
def _government() -> frozenset[tuple[str, str]]:
    return frozenset((row[0], row[1]) for row in rows("verb-prepositions.tsv"))


def _fresh(frame: Frame) -> Frame:
    """What every clause of the sentence inherits: who says so."""
    return Frame(prefix=frame.prefix, speech=frame.speech, speaker=frame.speaker, depth=frame.depth + 1)
