"""Names and words that stand in the same place and exclude one another."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facets import lexicon, names, polarity
from factcheck.facets.names import Name
from factcheck.verdicts import things
from factcheck.verdicts.alignment import Alignment, Counterpart
from factcheck.verdicts.difference import Difference
from factcheck.verdicts.matching import same_bearer
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.words import Kind, Word

# The outcome of comparing two names that are full enough to be sure of it.
SURE = "different"
# A passage with another subject speaks of the same only when at least this many words correspond.
LINKED_BESIDES_TOPIC = 4
# Names that share more of their words than this are too alike to accuse.
MOST_SHARED = 0.6
# Words that begin with the same so many letters may be forms of one word.
STEM = 4


def _unmatched(alignment: Alignment, kind: Kind) -> Iterator[tuple[Word, Word, Counterpart]]:
    """The claim's words that the passage lacks, each with what stands there in the same role."""
    for i in alignment.open_places():
        word = alignment.claim.at[i]
        if word.kind is not kind:
            continue
        for place in alignment.counterparts(word.i):
            found = alignment.passage.at.get(place.passage)
            if (
                (place.exact or kind is Kind.NAME)
                and alignment.anchored(i)
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
        if _is_topic(alignment, word.i) and (outcome.how != SURE or len(alignment.links) < LINKED_BESIDES_TOPIC):
            continue
        if not place.exact and (outcome.how != SURE or word.i in alignment.links):
            continue
        if (outcome.how != SURE and word.i in alignment.links) or _spoken_of(
            alignment, alignment.claim.name(word.i)[-1]
        ):
            continue
        done.add(ours.span)
        rest = alignment.rest(frozenset(alignment.claim.name(word.i)))
        yield Difference(outcome.code, outcome.how, word.i, other.i, place.ties, rest, outcome.message)


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
    shared = set(ours.words) & set(theirs.words)
    return len(shared) <= MOST_SHARED * min(len(ours.words), len(theirs.words))


def _is_topic(alignment: Alignment, i: int) -> bool:
    """Whether the claim is about the name: it is the subject of the main predicate."""
    return any(edge.label == "subj" for edge in alignment.claim.into.get(i, ())) or any(
        edge.label == "is" for edge in alignment.claim.out.get(i, ())
    )


def differing_words(alignment: Alignment) -> Iterator[Difference]:
    """An opposite, or a word that excludes the claim's, in the same place."""
    for word, other, place in _unmatched(alignment, Kind.WORD):
        rest = alignment.rest(frozenset({word.i}))
        if lexicon.antonyms(word.lemma, other.lemma, word.pos, other.pos):
            if not _turned(alignment, word, other):
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
        if reasons and not fits and not polarity.negated(alignment.claim.analysis, word.i):
            own = frozenset({word.i, *(e.tail for e in alignment.claim.out.get(word.i, ()) if e.label == "mod")})
            code = "FC402" if "occupation" in reasons else "FC507"
            yield Difference(code, reasons[0], word.i, given[0].i, 1, alignment.rest(own))


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
