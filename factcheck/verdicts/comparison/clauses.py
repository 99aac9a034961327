"""Whole clauses: affirmed and denied, fact and possibility, all and some, before and after, who does what to whom."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facets import lexicon, polarity
from factcheck.model import Analysis, Relation, Span, Token
from factcheck.verdicts.alignment import Alignment
from factcheck.verdicts.comparison.difference import Difference
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.words import LIGHT_VERBS, Kind, Word

OBJECT_LIKE = ("obj", "iobj")
# What a passage must leave open for a claim that states it as a fact to be an over-claim; plans and conditions are too
# often the same fact seen from another day ("would later become").
OPEN = ("possible", "alleged", "denied")
# Words closer than this are the same predicate; a more general or a more special one may hold where the other does not.
SAME_PREDICATE = 0.85
# Prepositions that say so little that they have no opposite worth an accusation.
COMMON_CASES = frozenset({"in", "on", "of", "at", "by", "to", "for", "with", "from", "as", "over", "up", "out"})
# "Before the election" against "after the drought" only casts doubt: the two may both be so.
DOUBTFUL = 0.74
# How many tokens a word of direction can stand from what it belongs to.
DIRECTION_REACH = 4


def is_predicate(reading: Reading, word: Word) -> bool:
    """Whether a node says something of another: a verb, or what somebody or something is."""
    said_to_be = any(e.label == "is" for e in reading.into.get(word.i, ()))
    said_to_be = said_to_be or reading.analysis.child(word.i, "cop") is not None
    return (word.kind is Kind.WORD and word.pos == "VERB") or (said_to_be and word.kind in (Kind.WORD, Kind.NAME))


def _shared_predicates(alignment: Alignment) -> Iterator[tuple[Word, Word, int]]:
    """The predicates that both have, and how many of their participants are the same."""
    for i, link in alignment.links.items():
        word, other = alignment.claim.at[i], alignment.passage.at[link.passage]
        if link.kinship.strength < SAME_PREDICATE or link.kinship.how in ("broader", "narrower"):
            continue
        if is_predicate(alignment.claim, word) or is_predicate(alignment.passage, other):
            around = alignment.passage.neighbours(other.i)
            beside = {i for k in (i, *_force_words(alignment, i)) for i in alignment.claim.neighbours(k)}
            ties = sum(alignment.links[j].passage in around for j in beside if j in alignment.links)
            yield word, other, ties


def differing_negation(alignment: Alignment) -> Iterator[Difference]:
    """The same predicate of the same participants, affirmed in one and denied in the other."""
    for word, other, ties in _shared_predicates(alignment):
        ours = denied(alignment.claim.analysis, word.i)
        outcome = polarity.compare_negation(ours, denied(alignment.passage.analysis, other.i))
        if outcome.relation is not Relation.DIFFERS or _said_elsewhere(alignment, word, other, ours):
            continue
        if ties and _told(alignment, word) and not _value_open(alignment):
            force = _force_words(alignment, word.i)
            whole = all(missing.i in force for missing in alignment.missing())
            rest, code = alignment.rest(force), outcome.code or "FC501"
            yield Difference(code, outcome.how, word.i, other.i, ties, rest, outcome.message, closed=whole)


def _told(alignment: Alignment, word: Word) -> bool:
    """Whether a predicate says something: a verb like "have" or "do" only together with the object that it shares."""
    if word.lemma not in LIGHT_VERBS:
        return True
    objects = [e.tail for e in alignment.claim.out.get(word.i, ()) if e.label == "obj"]
    around = alignment.passage.neighbours(alignment.links[word.i].passage)
    return any(j in alignment.links and alignment.links[j].passage in around for j in objects)


def _said_elsewhere(alignment: Alignment, word: Word, other: Word, ours: bool) -> bool:
    """Whether the passage has the predicate a second time, and there as the claim has it."""
    again = alignment.passage.having(word.forms | other.forms)
    return any(j != other.i and denied(alignment.passage.analysis, j) == ours for j in again)


def _value_open(alignment: Alignment) -> bool:
    """Whether a number or a date of the claim is not in its place, so that another statement may be denied."""
    return not set(alignment.open_places()).isdisjoint(alignment.claim.value_at)


def denied(analysis: Analysis, i: int) -> bool:
    """Whether a text says that a node is not so; of a noun, also where its verb is denied ("did not become a hero")."""
    token = analysis.tokens[i]
    above = analysis.tokens[token.head]
    under_verb = (
        token.pos != "VERB" and above.pos in ("VERB", "AUX") and token.rel in ("obj", "xcomp", "obl") and above.i != i
    )
    return polarity.negated(analysis, i) != (under_verb and polarity.negated(analysis, above.i))


def differing_certainty(alignment: Alignment) -> Iterator[Difference]:
    """What is a possibility, a plan or an allegation in the passage is a fact in the claim."""
    for word, other, ties in _shared_predicates(alignment):
        ours = polarity.modality(alignment.claim.analysis, word.i)
        theirs = polarity.modality(alignment.passage.analysis, other.i)
        outcome = polarity.compare_modality(ours, theirs)
        if outcome.relation is Relation.DIFFERS and theirs in OPEN and ties:
            yield Difference(
                outcome.code or "FC505",
                outcome.how,
                word.i,
                other.i,
                ties,
                alignment.rest(frozenset()),
                outcome.message,
            )


def differing_scope(alignment: Alignment) -> Iterator[Difference]:
    """All in one, some or none in the other."""
    for i, link in alignment.links.items():
        if alignment.claim.at[i].pos in ("NOUN", "PROPN") and alignment.passage.at[link.passage].pos in (
            "NOUN",
            "PROPN",
        ):
            ours = polarity.scope(alignment.claim.analysis, i)
            outcome = polarity.compare_scope(ours, polarity.scope(alignment.passage.analysis, link.passage))
            if outcome.relation is Relation.DIFFERS:
                rest = alignment.rest(_force_words(alignment, i))
                yield Difference(outcome.code or "FC504", outcome.how, i, link.passage, 1, rest, outcome.message)


def _force_words(alignment: Alignment, i: int) -> frozenset[int]:
    """The words above or beside a predicate that only turn it round ("refused to"): they need no counterpart."""
    above = {e.head for e in alignment.claim.into.get(i, ()) if e.label in ("comp", "by:to", "by:from", "obj")}
    beside = {e.tail for e in alignment.claim.out.get(i, ()) if e.label == "adv"}
    return frozenset(
        j for j in above | beside if alignment.strength(j) == 0 and alignment.claim.at[j].kind is Kind.WORD
    )


def swapped_roles(alignment: Alignment) -> Iterator[Difference]:
    """Who does it in the claim has it done to them in the passage, by the same predicate."""
    for edge in alignment.claim.edges:
        verb = alignment.links.get(edge.head)
        if edge.label != "subj" or verb is None or edge.tail not in alignment.links:
            continue
        for other in alignment.claim.out[edge.head]:
            if (
                other.label in OBJECT_LIKE
                and other.tail in alignment.links
                and _swapped(alignment, verb.passage, edge.tail, other.tail)
            ):
                theirs = alignment.links[other.tail].passage
                doer, done = (
                    alignment.claim.phrase(i).of(alignment.claim.analysis.text) for i in (edge.tail, other.tail)
                )
                message = f"in the note {done} does this to {doer}"
                yield Difference("FC403", "swapped", edge.tail, theirs, 2, alignment.rest(frozenset()), message)


def _swapped(alignment: Alignment, verb: int, doer: int, done: int) -> bool:
    """Whether the passage's predicate has the doer as its object and the other as its doer, and not both ways."""
    a, b = alignment.links[doer].passage, alignment.links[done].passage
    labels: dict[int, set[str]] = {a: set(), b: set()}
    for edge in alignment.passage.out.get(verb, ()):
        if edge.tail in labels:
            labels[edge.tail].add(edge.label)
    return a != b and "subj" in labels[b] and not labels[a].isdisjoint(OBJECT_LIKE) and "subj" not in labels[a]


def differing_directions(alignment: Alignment) -> Iterator[Difference]:
    """The same two things, tied by opposite words of direction: before and after, ahead of and behind."""
    theirs = list(_directions(alignment.passage))
    for token in _directions(alignment.claim):
        if any(other.lower == token.lower for other in theirs):
            continue
        for other in theirs:
            if not _opposite(token.lower, other.lower):
                continue
            places = _beside(alignment, token.i, other.i)
            if places:
                link = alignment.links[places[0]]
                code = "FC506" if token.lower in ("before", "after") else "FC502"
                rest, message = (
                    alignment.rest(frozenset({token.i})),
                    f"the article says “{token.text}”, the note “{other.text}”",
                )
                ties = int(_of_one(alignment, token, other))
                ours = token.i if token.i in alignment.claim.at else link.claim
                theirs_at = other.i if other.i in alignment.passage.at else link.passage
                rest = rest if ties else min(rest, DOUBTFUL)
                at = (Span(token.start, token.end), Span(other.start, other.end))
                yield Difference(code, "opposite", ours, theirs_at, ties, rest, message, at=at)
                break


def _directions(reading: Reading) -> Iterator[Token]:
    """The prepositions, adverbs and conjunctions that say which way something is from something."""
    for token in reading.analysis.tokens:
        if (
            token.pos in ("ADP", "ADV", "SCONJ")
            and token.rel in ("case", "mark", "advmod", "fixed", "compound")
            and token.lower not in COMMON_CASES
        ):
            yield token


def _of_one(alignment: Alignment, token: Token, other: Token) -> bool:
    """Whether what two prepositions or conjunctions govern is the same: "before the vote", "after the vote"."""
    if token.rel not in ("case", "mark") or other.rel not in ("case", "mark"):
        return True
    governed = {alignment.links[i].passage for i in alignment.claim.name(token.head) if i in alignment.links}
    return not governed.isdisjoint(alignment.passage.name(other.head))


def _beside(alignment: Alignment, ours: int, theirs: int) -> list[int]:
    """The claim's nodes near one word whose counterparts stand near the other, on the same side."""
    found = []
    for i, link in alignment.links.items():
        near = abs(i - ours) <= DIRECTION_REACH and abs(link.passage - theirs) <= DIRECTION_REACH
        if near and (i < ours) == (link.passage < theirs):
            found.append(i)
    return found


def _opposite(one: str, other: str) -> bool:
    return any(lexicon.antonyms(one, other, pos) or lexicon.converse(one, other, pos) for pos in ("ADP", "ADV"))
