"""Names and words that stand in the same place and exclude one another."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from factcheck.facets import lexicon, names, polarity
from factcheck.facets.names import Name
from factcheck.facets.names import data as names_data
from factcheck.model import Comparison
from factcheck.verdicts import frame, things
from factcheck.verdicts.alignment import Alignment, Counterpart
from factcheck.verdicts.comparison.difference import Difference
from factcheck.verdicts.matching import same_bearer
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.words import Kind, Word

# The outcome of comparing two names that are full enough to be sure of it.
SURE = "different"
# A passage with another subject speaks of the same only when at least this many words correspond.
LINKED_BESIDES_TOPIC = 4
# Names that share more of their words than this are too alike to accuse.
MOST_SHARED = 0.6
# The kinds of names that a gazetteer knows.
PLACES = frozenset({"place", "nationality"})
# Where a passage has this much of the rest, it speaks of the same though its clause is built otherwise.
WHOLE = 0.85
# How alike two forenames are, of 100, if one is the other got wrong.
ALIKE = 60
# A forename and a surname.
FULL = 2
# Words that begin with the same so many letters may be forms of one word.
STEM = 4


def _unmatched(alignment: Alignment, kind: Kind) -> Iterator[tuple[Word, Word, Counterpart]]:
    """The claim's words that the passage lacks, each with what stands there in the same role."""
    for i in alignment.open_places():
        word = alignment.claim.at[i]
        if word.kind is not kind:
            continue
        anchored = alignment.anchored(i)
        whole = alignment.rest(frozenset(alignment.claim.name(i))) >= WHOLE
        for place in alignment.counterparts(word.i):
            found = alignment.passage.at.get(place.passage)
            if (
                (place.exact or kind is Kind.NAME)
                and (anchored or (place.exact and whole))
                and found is not None
                and found.i not in alignment.back
                and found.kind is kind
            ):
                yield word, found, place


def differing_names(alignment: Alignment) -> Iterator[Difference]:
    """Another name in the same place."""
    done = set()
    for word, other, place in _unmatched(alignment, Kind.NAME):
        ours, theirs = alignment.claim.name_at[word.i], alignment.passage.name_at[other.i]
        outcome = names.compare(ours, theirs, alignment.passage.aliases)
        if ours.span in done or outcome.code is None or not _apart(ours, theirs, outcome.how == SURE):
            continue
        sure = outcome.how == SURE
        if _is_topic(alignment, word.i) and not (sure and place.exact and _same_event(alignment, word.i)):
            continue
        known = {ours.kind, theirs.kind} <= PLACES and outcome.how == SURE
        if (word.i in alignment.links and not (known and place.exact)) or not (place.exact or outcome.how == SURE):
            continue
        if _spoken_of(alignment, alignment.claim.name(word.i)[-1]) or frame.held_by_another(alignment, word.i, other.i):
            continue
        done.add(ours.span)
        yield _of_names(alignment, word, other, place, outcome)


def _of_names(alignment: Alignment, word: Word, other: Word, place: Counterpart, outcome: Comparison) -> Difference:
    """Two names that differ; one of a list, of a family, or of two in the passage is not held to be the only one."""
    ours, theirs = alignment.claim.name_at[word.i], alignment.passage.name_at[other.i]
    edges = (*alignment.passage.out.get(other.i, ()), *alignment.passage.into.get(other.i, ()))
    family = ours.kind == theirs.kind == "person" and ours.words[-1] == theirs.words[-1]
    mistaken = _mistaken(ours, theirs)
    aside = (family and not mistaken) or word.i in alignment.links or any(edge.label == "conj" for edge in edges)
    apart = aside or frame.of_another_event(alignment, word.i)
    around = 0.0 if apart else frame.shared(alignment, word.i, other.i)
    rest = alignment.rest(frozenset(alignment.claim.name(word.i)))
    framed = around >= frame.LEAST_FRAME and outcome.how == SURE
    rest = max(rest, frame.things(alignment, word.i), frame.rest_of_clause(alignment, word.i)) if framed else rest
    closed = framed and {ours.kind, theirs.kind} <= PLACES
    how, message = outcome.how, outcome.message
    near = 1.0 if mistaken else 0.0
    return Difference(outcome.code or "FC401", how, word.i, other.i, place.ties, rest, message, around, closed, near)


def _mistaken(ours: Name, theirs: Name) -> bool:
    """Whether two forenames before one surname are so alike that one is the other got wrong: "Joshua", "Josiah"."""
    one, two = ours.words[0], theirs.words[0]
    if "person" not in (ours.kind, theirs.kind) or len(ours.words) < FULL or ours.words[1:] != theirs.words[1:]:
        return False
    return one[:1] == two[:1] and min(len(one), len(two)) >= STEM and fuzz.ratio(one, two) >= ALIKE


def _spoken_of(alignment: Alignment, i: int) -> bool:
    """Whether a pronoun stands in a name's place: it may stand for that name."""
    return any(
        place.exact and alignment.passage.at[place.passage].kind is Kind.PRONOUN for place in alignment.counterparts(i)
    )


def _apart(ours: Name, theirs: Name, sure: bool) -> bool:
    """Whether names share less than most of their words: "Acme Foods Ltd." is no other than "Acme Foods Limited".

    Where it is not sure that they are of two bearers, they may share nothing, not even a stem ("China", "Chinese").
    """
    if not sure:
        return {word[:STEM].casefold() for word in ours.words}.isdisjoint(w[:STEM].casefold() for w in theirs.words)
    first, second = ({_root(word) for word in name.words} for name in (ours, theirs))
    return len(first & second) <= MOST_SHARED * min(len(first), len(second)) or _differ_in_front(ours, theirs)


def _root(word: str) -> str:
    """What a name's word and its derivations begin with: "Diego", "Diegans"."""
    return word[:STEM] if len(word) > STEM else word


def _differ_in_front(ours: Name, theirs: Name) -> bool:
    """Whether only the first word tells two names of one kind apart, as in "Yale Law School", "Harvard Law School"."""
    front, back = ours.words[0], theirs.words[0]
    alike = _root(front) == _root(back)
    return ours.words[1:] == theirs.words[1:] and not alike and not {front, back} & names_data.words_of("generic")


def _same_event(alignment: Alignment, i: int) -> bool:
    """Whether a passage with another subject speaks of the same: much corresponds, or it is about another name."""
    return len(alignment.links) >= LINKED_BESIDES_TOPIC or _about_another(alignment, i)


def _about_another(alignment: Alignment, i: int) -> bool:
    """Whether the passage begins with another name of the claim: "the film was made by Orr", "Lund made the film"."""
    first = min(alignment.passage.name_at, default=None)
    own = alignment.claim.name(i)
    return first is not None and any(j not in own for j in alignment.back.get(first, ()))


def _is_topic(alignment: Alignment, i: int) -> bool:
    """Whether the claim is about the name: it is the subject of the main predicate."""
    return any(edge.label == "subj" for edge in alignment.claim.into.get(i, ())) or any(
        edge.label == "is" for edge in alignment.claim.out.get(i, ())
    )


def differing_words(alignment: Alignment) -> Iterator[Difference]:
    """An opposite, or a word that excludes the claim's, in the same place."""
    for word, other, place in _unmatched(alignment, Kind.WORD):
        rest = max(alignment.rest(frozenset({word.i})), frame.rest_of_clause(alignment, word.i))
        if lexicon.antonyms(word.lemma, other.lemma, word.pos, other.pos):
            if not _turned(alignment, word, other) and not _other_degree(alignment, word, other):
                yield Difference("FC502", "opposite", word.i, other.i, place.ties, rest)
        elif word.pos == other.pos and _exclude(word, other):
            yield Difference("FC507", "exclusive", word.i, other.i, place.ties, rest)


def _exclude(word: Word, other: Word) -> bool:
    """Whether only one of the words can hold; "father" and "daughter" can, seen from the two ends."""
    if lexicon.converse(word.lemma, other.lemma, word.pos):
        return False
    return lexicon.exclusive(word.lemma, other.lemma, word.pos)


def _turned(alignment: Alignment, word: Word, other: Word) -> bool:
    """Whether one of two opposites is denied, so that both say the same ("did not stay", "left")."""
    ours = polarity.negated(alignment.claim.analysis, word.i)
    return ours != polarity.negated(alignment.passage.analysis, other.i)


def _other_degree(alignment: Alignment, word: Word, other: Word) -> bool:
    """Whether one compares with one thing and the other with all: the smaller of two may be the second largest."""
    ours, theirs = alignment.claim.analysis.tokens[word.i], alignment.passage.analysis.tokens[other.i]
    return any("Degree=Cmp" in one.morph and "Degree=Sup" in two.morph for one, two in ((ours, theirs), (theirs, ours)))


def differing_descriptions(alignment: Alignment) -> Iterator[Difference]:
    """The same thing is said to be a thing of another kind, or the same person to have another occupation."""
    for edge in alignment.claim.edges:
        word = alignment.claim.at[edge.tail]
        if edge.label != "is" or word.pos != "NOUN" or word.kind is not Kind.WORD or alignment.strength(word.i) > 0:
            continue
        link = alignment.links.get(edge.head)
        given = _described(alignment, link.passage) if link is not None else []
        reasons = [reason for other in given if (reason := things.exclude(word.lemma, other.lemma))]
        fits = any(things.may_be(word.lemma, other.lemma) for other in given)
        once = _passing(alignment.claim, word.i) or any(_passing(alignment.passage, other.i) for other in given)
        if reasons and not fits and not once and not polarity.negated(alignment.claim.analysis, word.i):
            own = frozenset({word.i, *(e.tail for e in alignment.claim.out.get(word.i, ()) if e.label == "mod")})
            code = "FC402" if "occupation" in reasons else "FC507"
            yield Difference(code, reasons[0], word.i, given[0].i, 1, alignment.rest(own))


def _passing(reading: Reading, i: int) -> bool:
    """Whether somebody is said to have been something at another time: a former runner may be a coach."""
    beside = (reading.at[edge.tail].lemma for edge in reading.out.get(i, ()) if edge.label == "mod")
    return not names_data.words_of("passing").isdisjoint(beside)


def _described(alignment: Alignment, i: int) -> list[Word]:
    """The common nouns that the passage says that a node is, or sets before its name as a title."""
    passage = alignment.passage
    found = []
    for j in _bearers(passage, i):
        found += [e.tail for e in passage.out.get(j, ()) if e.label == "is"]
        found += [e.head for e in passage.into.get(j, ()) if e.label == "is"]
        found += [e.tail for e in passage.out.get(j, ()) if e.label == "mod" and e.tail < j]
    words = [passage.at[j] for j in dict.fromkeys(found)]
    return [word for word in words if word.kind is Kind.WORD and word.pos == "NOUN" and things.kinds(word.lemma)]


def _bearers(passage: Reading, i: int) -> list[int]:
    """A node, and the last words of the other names that the text gives its bearer."""
    own = passage.name_at.get(i)
    if own is None:
        return [i]
    names_too = [name for name in passage.names if same_bearer(own, name, passage.aliases)]
    return list(dict.fromkeys((i, *(nodes[-1] for name in names_too if (nodes := passage.analysis.at(name.span))))))
