"""Parses put right where the words themselves show that the parser erred: relative clauses, lists, lost subjects."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.model import Analysis

if TYPE_CHECKING:
    from factcheck.model import Token

# "the bank's chief economist said" is about as long as a saying between commas gets.
SAYING_WORDS = 9
_NOMINAL = frozenset(["NOUN", "PROPN", "NUM", "PRON", "SYM"])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_LOOSE = frozenset(["appos", "list", "parataxis", "obj", "dep", "orphan", "conj", "nmod", "obl", "amod", "compound"])
_RELATIVE = frozenset(["who", "which", "whose", "whom"])
_EXAMPLES = frozenset(["including", "such", "like", "notably"])
_ATTACHABLE = frozenset(
    ["parataxis", "conj", "advcl", "acl", "ccomp", "xcomp", "appos", "dep", "list", "acl:relcl", "amod", "compound"]
)


def repaired(analysis: Analysis) -> Analysis:
    """The same words with the heads and relations that their order and punctuation ask for."""
    work = _Work(analysis)
    speech = words("speech-verbs.txt")
    for token in analysis.tokens:
        if token.lower in _RELATIVE and token.pos in ("PRON", "DET"):
            work.attach_relative(token.i)
        if token.dep == "acl:relcl":
            work.agree_relative(token.i)
        if token.tag == "VBG":
            work.free_participle(token.i)
    for token in analysis.tokens:
        if token.rel == "conj":
            work.lift_conjunct(token.i)
        if token.lower == "according":
            work.lift_source(token.i)
        elif token.pos == "VERB" and token.lemma.lower() in speech:
            work.set_apart_saying(token.i)
    for token in analysis.tokens:
        if token.pos in ("VERB", "AUX") or token.dep in ("ROOT", "ccomp"):
            work.seat_subject(token.i)
    work.find_lost_subject()
    for token in analysis.tokens:
        if token.pos == "NOUN" and token.i:
            work.name_apposition(token.i)
    for token in analysis.tokens:
        if token.pos in ("NOUN", "PROPN"):
            work.join_list(token.i)
    for token in analysis.tokens:
        if token.lower in _EXAMPLES and token.i:
            work.join_examples(token.i)
    return work.result()


class _Work:
    """The heads and relations of one sentence, while they change."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.tokens = analysis.tokens
        self.head = [token.head for token in self.tokens]
        self.dep = [token.dep for token in self.tokens]

    def result(self) -> Analysis:
        """The analysis with what changed."""
        changed = [t for t in self.tokens if t.head != self.head[t.i] or t.dep != self.dep[t.i]]
        if not changed:
            return self.analysis
        tokens: list[Token] = list(self.tokens)
        for token in changed:
            tokens[token.i] = replace(token, head=self.head[token.i], dep=self.dep[token.i])
        return Analysis(self.analysis.text, tuple(tokens))

    # --- walking ---------------------------------------------------------------------------------

    def kids(self, i: int) -> list[int]:
        """The dependents as they stand now."""
        return [k for k, head in enumerate(self.head) if head == i and k != i]

    def rel(self, i: int) -> str:
        """The relation without its subtype."""
        return self.dep[i].split(":", 1)[0]

    def below(self, i: int, top: int) -> bool:
        """Whether `i` is `top` or hangs below it."""
        for _ in range(len(self.head)):
            if i == top:
                return True
            if self.head[i] == i:
                return False
            i = self.head[i]
        return False

    def edges(self, i: int) -> tuple[int, int]:
        """The first and the last word of the subtree, without punctuation."""
        inside = [k for k in range(len(self.head)) if self.tokens[k].pos != "PUNCT" and self.below(k, i)]
        return (inside[0], inside[-1]) if inside else (i, i)

    def has_subject(self, i: int) -> bool:
        """Whether the predicate has a subject of its own."""
        return any(self.rel(k) in ("nsubj", "csubj", "expl") for k in self.kids(i))

    def finite(self, i: int) -> bool:
        """Whether the verb or its auxiliary carries a tense."""
        if self.tokens[i].tag in _FINITE:
            return True
        return any(self.rel(k) in ("aux", "cop") and self.tokens[k].tag in _FINITE for k in self.kids(i))

    def attach(self, i: int, head: int, dep: str) -> None:
        """Hang a word elsewhere, unless that would make a circle."""
        if i == head or self.below(head, i):
            return
        self.head[i], self.dep[i] = head, dep

    # --- relative clauses ------------------------------------------------------------------------

    def attach_relative(self, pronoun: int) -> None:
        """ "X, who ran Y, won Z": "ran" belongs to X, and "won" takes the place that it had."""
        verb = self._verb_over(pronoun)
        if verb is None or self.dep[verb].startswith("acl") or verb < pronoun:
            return
        noun = self._antecedent(pronoun)
        if noun is None:
            return
        if self.below(noun, verb):
            self._raise_antecedent(noun, verb)
        self.attach(verb, noun, "acl:relcl")

    def agree_relative(self, verb: int) -> None:
        """A relative clause whose verb is plural belongs to a plural noun, and one whose verb is singular to a singular one."""
        carrier = next((k for k in (verb, *self.kids(verb)) if self.tokens[k].tag in ("VBP", "VBZ")), None)
        pronoun = next(
            (k for k in self.kids(verb) if self.rel(k) == "nsubj" and self.tokens[k].lower in ("that", "which", "who")),
            None,
        )
        holder = self.head[verb]
        if (
            carrier is None
            or pronoun is None
            or holder >= pronoun
            or any(self.rel(k) == "conj" for k in self.kids(holder))
        ):
            return
        plural = self.tokens[carrier].tag == "VBP"
        if (self.tokens[holder].tag in ("NNS", "NNPS")) == plural or self.tokens[holder].pos not in ("NOUN", "PROPN"):
            return
        for k in range(pronoun - 1, max(-1, pronoun - 9), -1):
            if (
                self.tokens[k].pos == "NOUN"
                and (self.tokens[k].tag == "NNS") == plural
                and self.rel(k) not in ("compound", "amod")
            ):
                self.attach(verb, k, "acl:relcl")
                return

    def free_participle(self, i: int) -> None:
        """ ", aligning with …": a participle behind a comma describes the clause, and takes nothing from before the comma."""
        at = i - 1
        while at > 0 and self.tokens[at].pos == "ADV":
            at -= 1
        if at > 0 and self.tokens[at].text in ("”", '"') and self.tokens[at - 1].text == ",":
            at -= 1
        head = self.head[i]
        if (
            at < 1
            or self.tokens[at].text != ","
            or head >= at
            or any(self.rel(k) in ("cc", "aux", "nsubj") for k in self.kids(i))
        ):
            return
        if self.rel(i) == "conj" and self.tokens[head].tag not in ("VBG", "VB") and self.tokens[head].pos == "VERB":
            self.dep[i] = "advcl"
        for k in self.kids(i):
            if k < at and self.rel(k) not in ("mark", "cc"):
                self.attach(k, head, "obl")

    def _verb_over(self, i: int) -> int | None:
        for _ in range(4):
            i = self.head[i]
            if self.tokens[i].pos in ("VERB", "AUX") or any(self.rel(k) == "cop" for k in self.kids(i)):
                return i
        return None

    def _antecedent(self, pronoun: int) -> int | None:
        at = pronoun - 1
        while at >= 0 and (self.tokens[at].pos in ("PUNCT", "ADP") or self.tokens[at].text in ("’s", "'s")):
            at -= 1
        if at < 0 or self.tokens[at].pos not in _NOMINAL:
            return None
        while (
            self.rel(at) in ("compound", "flat", "amod", "nummod", "det", "case", "list", "goeswith")
            and self.head[at] < pronoun
            and self.head[at] != at
        ):
            at = self.head[at]
        return at if self.tokens[at].pos in _NOMINAL else None

    def _raise_antecedent(self, noun: int, verb: int) -> None:
        main = self._main_verb_after(verb)
        old_head, old_dep = self.head[verb], self.dep[verb]
        was_root = old_head == verb
        start = self.edges(noun)[0]
        if main is None:
            self.head[noun], self.dep[noun] = (noun, old_dep) if was_root else (old_head, old_dep)
            return
        self.head[main], self.dep[main] = (main, old_dep) if was_root else (old_head, old_dep)
        for k in self.kids(verb):
            if k < start or (k > main and k != main):
                self.head[k] = main
        self.head[noun], self.dep[noun] = main, "nsubj"

    def _main_verb_after(self, verb: int) -> int | None:
        for i in range(verb + 1, len(self.head)):
            if self.tokens[i].pos not in ("VERB", "AUX") and not any(self.rel(k) == "cop" for k in self.kids(i)):
                continue
            if (
                self.below(i, verb)
                and self.finite(i)
                and not self.has_subject(i)
                and self.dep[i] in _ATTACHABLE
                and self._comma_before(i)
            ):
                return i
        return None

    def _comma_before(self, i: int) -> bool:
        at = min([i, *[k for k in self.kids(i) if k < i and self.rel(k) in ("aux", "cop", "advmod")]]) - 1
        return at >= 0 and self.tokens[at].text in (",", "—", "–", ")", "”", '"')

    # --- lost subjects ---------------------------------------------------------------------------

    def find_lost_subject(self) -> None:
        """A sentence whose top is a noun, with a finite verb without a subject further on: that noun is its subject."""
        for root in [i for i in range(len(self.head)) if self.head[i] == i]:
            if self.tokens[root].pos not in _NOMINAL or any(
                self.rel(k) in ("cop", "nsubj", "case") for k in self.kids(root)
            ):
                continue
            verb = self._free_verb(root)
            if verb is not None:
                self._crown(verb, root)

    def _free_verb(self, root: int) -> int | None:
        for i in range(root + 1, len(self.head)):
            if self.tokens[i].pos not in ("VERB", "AUX") or self.has_subject(i) or not self.finite(i):
                continue
            direct = self.head[i] == root and self.dep[i] in _ATTACHABLE and self.dep[i] != "acl:relcl"
            behind_clause = (
                self.rel(i) in ("conj", "parataxis", "advcl")
                and self._comma_before(i)
                and self.rel(self.head[i]) == "acl"
            )
            if (direct or behind_clause) and not any(self.rel(k) == "mark" for k in self.kids(i)):
                return i
        return None

    def _crown(self, verb: int, root: int) -> None:
        dep = self.dep[root]
        self.head[verb], self.dep[verb] = verb, dep
        for k in self.kids(root):
            if k > verb or (self.rel(k) in ("conj", "parataxis") and self.tokens[k].pos == "VERB"):
                self.head[k] = verb
        self.head[root], self.dep[root] = verb, "nsubj"

    # --- conjuncts, interruptions, appositions ----------------------------------------------------

    def lift_conjunct(self, i: int) -> None:
        """ "went to court to void it and failed": a finite verb is not joined to an infinitive or a noun."""
        if not self.finite(i) or self.has_subject(i) or self.tokens[i].pos not in ("VERB", "AUX"):
            return
        head = self.head[i]
        if self.tokens[head].pos in ("VERB", "AUX") and (self.finite(head) or self.tokens[head].tag == "VBN"):
            return
        if any(self.rel(k) == "cop" for k in self.kids(head)):
            return
        at = head
        while self.head[at] != at:
            at = self.head[at]
            if self.tokens[at].pos in ("VERB", "AUX") and self.finite(at) and at < i:
                self.attach(i, at, "conj")
                return

    def lift_source(self, cue: int) -> None:
        """ "according to the mayor" belongs to the clause, however deep the parser hung it."""
        noun = self.head[cue]
        if self.tokens[noun].pos not in _NOMINAL or noun < cue:
            return
        at = self.head[noun]
        for _ in range(len(self.head)):
            if self.head[at] == at or (self.tokens[at].pos in ("VERB", "AUX") and self.finite(at)):
                break
            at = self.head[at]
        self.attach(noun, at, "obl")

    def set_apart_saying(self, verb: int) -> None:
        """ "…, he conceded, …" and "…, the mayor said." are said of the clause around them."""
        start, end = self._segment(verb)
        if start is None or end is None or not self.finite(verb):
            return
        subject = self._subject_within(verb, start, end)
        main = self._said(verb, start, end)
        if subject is None or main is None:
            return
        old_head, old_dep = self.head[verb], self.dep[verb]
        if self.below(main, verb):
            self.head[main], self.dep[main] = (main, "ROOT") if old_head == verb else (old_head, old_dep)
        self.head[verb], self.dep[verb] = main, "parataxis"
        for k in range(len(self.head)):
            inside = start <= k < end
            if k in (verb, main):
                continue
            if not inside and start <= self.head[k] < end and self.tokens[k].pos != "PUNCT":
                self.head[k] = main
                if self.rel(k) == "ccomp":
                    self.dep[k] = "conj"
            elif inside and not start <= self.head[k] < end:
                self.head[k] = verb
        self.head[subject], self.dep[subject] = verb, "nsubj"

    def _segment(self, verb: int) -> tuple[int | None, int | None]:
        """The words between commas that hold the verb, if there are few and the sentence goes on before them."""
        marks = (",", "”", '"', "—", "–", "’")
        start = verb
        while start > 0 and verb - start < SAYING_WORDS and self.tokens[start - 1].text not in marks:
            start -= 1
        if start < 2 or self.tokens[start - 1].text not in marks:
            return None, None
        end = verb + 1
        while (
            end < len(self.tokens)
            and end - verb < SAYING_WORDS
            and self.tokens[end].text not in (*marks, ".", ";", ":", "?", "!")
        ):
            end += 1
        closed = end == len(self.tokens) or self.tokens[end].pos == "PUNCT"
        others = [k for k in range(start, end) if k != verb and self.tokens[k].pos in ("VERB", "SCONJ", "CCONJ")]
        return (start, end) if closed and not others else (None, None)

    def _subject_within(self, verb: int, start: int, end: int) -> int | None:
        before = [k for k in range(start, verb) if self.tokens[k].pos in ("NOUN", "PROPN", "PRON")]
        if before:
            noun = before[-1]
            if any(self.tokens[k].pos == "ADP" for k in range(start, start + 1)):
                return None
        else:
            after = [k for k in range(verb + 1, end) if self.tokens[k].pos in ("NOUN", "PROPN", "PRON")]
            aided = any(self.rel(k) in ("aux", "mark") for k in self.kids(verb))
            if not after or aided or self.tokens[verb + 1].pos in ("ADP", "ADV", "ADJ") or self.rel(after[0]) == "obj":
                return None
            noun = after[0]
            while (
                start <= self.head[noun] < end
                and self.head[noun] != verb
                and self.rel(noun) in ("compound", "amod", "nmod", "flat")
            ):
                noun = self.head[noun]
        while (
            start <= self.head[noun] < verb
            and self.head[noun] != noun
            and self.rel(noun) in ("compound", "flat", "nmod")
        ):
            noun = self.head[noun]
        return noun

    def _said(self, verb: int, start: int, end: int) -> int | None:
        """The predicate of the clause that is said."""
        head = self.head[verb]
        if head != verb and not start <= head < end:
            return head
        kids = [k for k in range(len(self.head)) if start <= self.head[k] < end and not start <= k < end]
        verbs = [
            k for k in kids if self.tokens[k].pos in ("VERB", "AUX") or any(self.rel(c) == "cop" for c in self.kids(k))
        ]
        if verbs:
            return next((k for k in verbs if self.rel(k) == "ccomp"), verbs[0])
        carriers = [k for k in range(start) if self.tokens[k].tag in _FINITE]
        if not carriers:
            return None
        first = carriers[0]
        return self.head[first] if self.rel(first) in ("aux", "cop") and not start <= self.head[first] < end else first

    def seat_subject(self, i: int) -> None:
        """A finite verb without a subject takes the bare noun before it that hangs on it as something else."""
        if (
            not self.finite(i)
            or self.has_subject(i)
            or self.rel(i) in ("conj", "acl", "amod", "xcomp", "aux", "cop", "advcl")
        ):
            return
        bare = [
            k
            for k in self.kids(i)
            if k < i
            and self.tokens[k].pos in ("NOUN", "PROPN", "PRON")
            and self.dep[k]
            in (
                "obj",
                "dislocated",
                "vocative",
                "dep",
                "nmod",
                "nmod:unmarked",
                "compound",
                "appos",
                "obl",
                "parataxis",
            )
        ]
        bare = [
            k
            for k in bare
            if not any(self.rel(c) in ("case", "mark") for c in self.kids(k))
            and self.tokens[k].lemma.lower() not in words("time-nouns.txt")
        ]
        if bare and not any(self.rel(k) == "mark" and self.tokens[k].lower == "to" for k in self.kids(i)):
            self.dep[bare[0]] = "nsubj"

    def name_apposition(self, i: int) -> None:
        """ "Ann Lee, a biologist from Oslo, …": a description between commas behind a name."""
        if self.dep[i] not in ("conj", "list", "parataxis", "dep", "nmod", "nmod:unmarked", "orphan", "obl:unmarked"):
            return
        kids = self.kids(i)
        if any(self.rel(k) in ("cc", "case", "nsubj", "cop") for k in kids) or not any(
            self.rel(k) == "det" or self.dep[k] == "nmod:poss" for k in kids
        ):
            return
        start = self.edges(i)[0]
        if start < 2 or self.tokens[start - 1].text != "," or self.tokens[start - 2].pos != "PROPN":
            return
        if any(self.rel(k) == "conj" and k > i for k in self.kids(self.head[i])):
            return
        name = start - 2
        while self.rel(name) in ("compound", "flat", "amod") and self.tokens[self.head[name]].pos == "PROPN":
            name = self.head[name]
        self.attach(i, name, "appos")

    # --- lists -----------------------------------------------------------------------------------

    def join_list(self, i: int) -> None:
        """ "A, B and C" and "A, B, and C": the middle member is no apposition and no second object."""
        if self.rel(i) not in _LOOSE or self.head[i] == i or not self._kids_cc(i):
            return
        start = self.edges(i)[0]
        if start < 2 or self.tokens[start - 1].text != ",":
            return
        first = self._list_start(i, start - 2)
        if first is None or first == i or self.below(first, i) or not self._alike(first, i):
            return
        for k in self.kids(i):
            if self.rel(k) == "conj":
                self.attach(k, first, "conj")
        self.attach(i, first, "conj")

    def _kids_cc(self, i: int) -> bool:
        """Whether "and" or "or" closes the list in which the word may stand."""
        head = self.head[i]
        later = [k for k in (*self.kids(i), *self.kids(head)) if k > i and self.rel(k) == "conj"]
        return any(self.rel(c) == "cc" for k in later for c in self.kids(k))

    def _list_start(self, i: int, end: int) -> int | None:
        head = self.head[i]
        if self.rel(i) == "conj":
            return None
        if self.tokens[head].pos in ("NOUN", "PROPN") and head < i:
            return head
        for k in self.kids(head):
            if (
                k < i
                and self.tokens[k].pos in ("NOUN", "PROPN")
                and self.rel(k) in ("obj", "obl", "nsubj", "conj")
                and self.edges(k)[1] == end
            ):
                return k
        return None

    def _alike(self, first: int, i: int) -> bool:
        a, b = self.tokens[first], self.tokens[i]
        if a.pos != b.pos:
            return False
        case = [self.tokens[k].lower for k in self.kids(i) if self.rel(k) == "case"]
        return not case or case == [self.tokens[k].lower for k in self.kids(first) if self.rel(k) == "case"]

    # --- examples --------------------------------------------------------------------------------

    def join_examples(self, cue: int) -> None:
        """ "films including A and B": A and B are members of a list that "films" heads."""
        token = self.tokens[cue]
        if token.lower == "such" and (cue + 1 >= len(self.tokens) or self.tokens[cue + 1].lower != "as"):
            return
        last = cue + 1 if token.lower == "such" else cue
        if last + 1 >= len(self.tokens) or self.tokens[last + 1].pos in ("ADP", "SCONJ", "VERB"):
            return
        example = self._example_after(cue, last)
        noun = self._noun_before(cue)
        if example is None or noun is None or self.below(noun, example):
            return
        if token.lower == "like" and self.tokens[noun].tag not in ("NNS", "NNPS"):
            return
        self.attach(example, noun, "conj")
        for k in range(cue, last + 1):
            self.head[k], self.dep[k] = example, "cc"
        for k in self.kids(example):
            if self.rel(k) == "conj" and self.tokens[k].pos in ("NOUN", "PROPN"):
                self.attach(k, noun, "conj")

    def _example_after(self, cue: int, last: int) -> int | None:
        for i in range(last + 1, min(last + 10, len(self.tokens))):
            if (
                self.tokens[i].pos in ("NOUN", "PROPN")
                and (self.head[i] < cue or self.head[i] in (cue, last))
                and self.rel(i) not in ("compound", "amod", "flat")
            ):
                return i
            if self.tokens[i].pos == "VERB":
                return None
        return None

    def _noun_before(self, cue: int) -> int | None:
        at = cue - 1
        while at >= 0 and self.tokens[at].pos == "PUNCT":
            at -= 1
        if at < 0 or self.tokens[at].pos not in ("NOUN", "PROPN"):
            return None
        while self.rel(at) in ("compound", "flat", "amod") and at < self.head[at] < cue:
            at = self.head[at]
        return self._exemplified(at, self.tokens[cue - 1].text == ",")

    def _exemplified(self, at: int, comma: bool) -> int:
        """The noun that examples belong to: a plural, and behind a comma the one that heads the whole phrase."""
        for _ in range(6):
            head = self.head[at]
            if head == at or self.rel(at) != "nmod" or self.tokens[head].pos not in _NOMINAL | {"DET"}:
                break
            singular = self.tokens[at].tag not in ("NNS", "NNPS")
            if not (comma or singular or self.tokens[head].lemma.lower() in words("quantity-nouns.txt")):
                break
            at = head
        return at
