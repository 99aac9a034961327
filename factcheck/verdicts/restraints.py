"""What a claim must not say beyond a passage that supports it: words that turn, narrow or rank it, another verb."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facets import lexicon, polarity, ranks
from factcheck.facets.polarity.cues import cues
from factcheck.model import Relation
from factcheck.verdicts.alignment import Alignment
from factcheck.verdicts.comparison.causes import untied
from factcheck.verdicts.comparison.contrasts import contrary_comparisons, lumped, other_doers
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.words import Kind

# A verb that tells less ("get", "go") may well have another in its place.
LEAST_TELLING = 0.5
# A word of this weight in whose place the passage has another, as an object, as what something is, or before a noun.
LEAST_REPLACED = 0.6
REPLACEABLE = frozenset({"obj", "is", "mod"})
# A word that tells less may be left out where it says what something is ("a thing", "part of").
LEAST_COMPLEMENT = 0.5
# Adverbs that tell less ("often", "now") are as much a matter of style.
LEAST_MANNER = 0.9
# A passage that has less than this of the words that are no names or numbers, and lacks so many of them that weigh so
# much, only has the claim's names.
LEAST_TOLD, MOST_LACKING, LEAST_LACKING = 0.2, 1, 0.25
# A passage without a verb of this weight, and without any other word of what is told, tells something else.
LEAST_BORNE = 0.3
LIKENESSES = frozenset({"synonym", "derived", "broader", "narrower"})
# The share of what somebody is said to say that makes up for a predicate which the passage lacks.
LEAST_HEARD = 0.7
LEFT_OPEN = frozenset({"possible", "alleged", "denied", "conditional"})
# A word that tells less ("thing") may be denied of something else in the same passage.
LEAST_DENIED = 0.3
ONLY = frozenset({"only", "solely", "exclusively", "merely", "purely", "alone", "sole", "exclusive"})


# What a word of the claim that the passage does not bear out is told as.
DENIED, OPEN, CAUSE, COMPARED, APART, ANOTHER, UNSAID = (
    "denied",
    "open",
    "cause",
    "compared",
    "apart",
    "another",
    "unsaid",
)


def unmet(alignment: Alignment) -> tuple[int, ...]:
    """The tokens of the claim that deny, narrow, rank, make certain or name what the passage does not."""
    return tuple(sorted({i for _, tokens in reserves(alignment) for i in tokens}))


def reserves(alignment: Alignment) -> list[tuple[str, tuple[int, ...]]]:
    """These tokens by what is wrong with them, in the order in which it is told."""
    checks = (
        (DENIED, _denials),
        (OPEN, _certainties),
        (CAUSE, untied),
        (COMPARED, contrary_comparisons),
        (APART, lumped),
        (ANOTHER, other_doers),
        (UNSAID, _unsaid),
    )
    found = ((kind, tuple(dict.fromkeys(check(alignment)))) for kind, check in checks)
    return [(kind, tokens) for kind, tokens in found if tokens]


def _unsaid(alignment: Alignment) -> Iterator[int]:
    """What the passage does not say, or says only in another place."""
    checks = (
        _narrowings,
        _ranks,
        _replaced_verbs,
        _replaced_words,
        _lacking_complements,
        _lacking_manners,
        _strengthenings,
        _opposites,
        _pointings,
        _unborne_predicates,
        _only_participants,
        _unheard,
    )
    return (i for check in checks for i in check(alignment))


def _certainties(alignment: Alignment) -> Iterator[int]:
    """Predicates that the passage leaves open ("may cut") and the claim does not."""
    for i, link in alignment.links.items():
        if alignment.claim.at[i].pos == "VERB":
            theirs = polarity.modality(alignment.passage.analysis, link.passage)
            if theirs in LEFT_OPEN and polarity.modality(alignment.claim.analysis, i) != theirs:
                yield i


def _strengthenings(alignment: Alignment) -> Iterator[int]:
    """Words by which a claim is surer or more general than a passage without them: "proves", "in general"."""
    strong, tokens = cues("strengthening"), alignment.claim.analysis.tokens
    for token in tokens:
        general = token.lower == "general" and token.i > 0 and tokens[token.i - 1].lower == "in"
        surer = token.lower in strong and token.rel != "cop"
        if (general or surer) and alignment.strength(token.i) == 0:
            yield token.i


def _opposites(alignment: Alignment) -> Iterator[int]:
    """Words that the passage lacks, while it has their opposite, and that for nothing else in the claim."""
    free = [w for w in alignment.passage.words if w.i not in alignment.back and w.kind in (Kind.WORD, Kind.VALUE)]
    for word in alignment.missing():
        like = (w.lemma for w in free if w.pos == word.pos or w.kind is Kind.VALUE)
        if word.kind is Kind.WORD and any(lexicon.antonyms(word.lemma, lemma, word.pos) for lemma in like):
            yield word.i


def _denials(alignment: Alignment) -> Iterator[int]:
    """What one of the two denies and the other does not, by a negation or by an opposite."""
    ours, theirs = _denied(alignment.claim), frozenset(_denied(alignment.passage))
    if ours and not theirs:
        yield from (i for i in ours if not _has_opposite(alignment, i))
    if theirs and not ours:
        denied = (i for i, link in alignment.links.items() if link.passage in theirs)
        yield from (i for i in denied if alignment.claim.at[i].weight >= LEAST_DENIED)


def _denied(reading: Reading) -> list[int]:
    return [w.i for w in reading.words if w.kind is not Kind.PRONOUN and polarity.negated(reading.analysis, w.i)]


def _has_opposite(alignment: Alignment, i: int) -> bool:
    word = alignment.claim.at[i]
    return any(lexicon.antonyms(word.lemma, other.lemma, word.pos, other.pos) for other in alignment.passage.words)


def _narrowings(alignment: Alignment) -> Iterator[int]:
    """ "Only" and its like."""
    if not any(token.lower in ONLY for token in alignment.passage.analysis.tokens):
        yield from (token.i for token in alignment.claim.analysis.tokens if token.lower in ONLY)


def _ranks(alignment: Alignment) -> Iterator[int]:
    """Places in an order, none of which the passage gives."""
    for rank in alignment.claim.ranks:
        agreed = any(ranks.compare(rank, other).relation is Relation.AGREES for other in alignment.passage.ranks)
        if not agreed and not rank.only:
            yield rank.head


def _replaced_verbs(alignment: Alignment) -> Iterator[int]:
    """A verb that is all the passage lacks, and in whose place it has another: the same statement but for that."""
    missing = alignment.missing()
    if len(missing) == 1 and missing[0].pos == "VERB" and missing[0].weight >= LEAST_TELLING:
        yield from (word.i for word in missing if _replaced(alignment, word.i))


def _replaced(alignment: Alignment, i: int) -> bool:
    return any(
        place.exact
        and place.passage not in alignment.back
        and alignment.passage.at[place.passage].kind is not Kind.PRONOUN
        for place in alignment.counterparts(i)
    )


def _replaced_words(alignment: Alignment) -> Iterator[int]:
    """Words that the passage lacks, and in whose place it has quite others: "eight boxes of nails", "of cheese"."""
    for edge in alignment.claim.edges:
        link = alignment.links.get(edge.head)
        if link is None or not _replaceable(edge.label) or not _lacking(alignment, edge.tail, LEAST_REPLACED):
            continue
        there = [other.tail for other in alignment.passage.out.get(link.passage, ()) if other.label == edge.label]
        if there and all(_of_its_own(alignment, i) for i in there):
            yield edge.tail


def _replaceable(label: str) -> bool:
    """Whether another word in a role says another thing."""
    return label in REPLACEABLE or label.startswith("by:")


def _lacking(alignment: Alignment, i: int, least: float) -> bool:
    """Whether the passage itself has no such word; what stands beside it may be said of something else."""
    word = alignment.claim.at[i]
    found = i in alignment.links or i in alignment.spoken or i in alignment.stand_ins
    return word.kind is not Kind.PRONOUN and word.weight >= least and not found


def _of_its_own(alignment: Alignment, i: int) -> bool:
    """Whether a word of the passage tells something that the claim does not."""
    word = alignment.passage.at[i]
    return i not in alignment.back and word.kind is not Kind.PRONOUN and word.weight >= LEAST_REPLACED


def _lacking_complements(alignment: Alignment) -> Iterator[int]:
    """What the claim says that something is, where the passage has no such word: all the rest only says of what."""
    claim = alignment.claim
    for i in claim.analysis.roots:
        said = i in claim.at and claim.at[i].kind is Kind.WORD and claim.analysis.child(i, "cop") is not None
        if said and (_lacking(alignment, i, LEAST_COMPLEMENT) or _only_general(alignment, i)):
            yield i


def _only_general(alignment: Alignment, i: int) -> bool:
    """Whether the passage has only a more general word in its place."""
    link = alignment.links.get(i)
    return link is not None and link.kinship.how == "narrower"


def _unborne_predicates(alignment: Alignment) -> Iterator[int]:
    """A verb that the passage lacks, with no other word of what is told of the subject but by a likeness."""
    claim = alignment.claim
    subjects = [token.i for token in claim.analysis.tokens if token.rel == "nsubj" and token.i in claim.at]
    doers = {j for i in subjects for j in claim.name(i)} | claim.attribution
    told = [word.i for word in claim.words if word.weight > 0 and word.i not in doers]
    if any(_has_itself(alignment, i) for i in told) or not any(_lacking(alignment, i, LEAST_BORNE) for i in told):
        return
    yield from (i for i in claim.predicates if claim.at[i].pos == "VERB" and _lacking(alignment, i, 0.0))


def _only_participants(alignment: Alignment) -> Iterator[int]:
    """Words that tell much, where the passage has nothing of the claim but names: "Lund sued Berg"."""
    claim = alignment.claim
    had = (claim.at[i].kind for i in alignment.links if i not in claim.attribution)
    if all(kind is Kind.NAME for kind in had):
        told = (word.i for word in claim.words if word.kind is Kind.WORD and word.i not in claim.attribution)
        yield from (i for i in told if _lacking(alignment, i, LEAST_TELLING))


def _has_itself(alignment: Alignment, i: int) -> bool:
    """Whether the passage has a word, and not only as what narrows a noun that it lacks: "orthopaedic department"."""
    link = alignment.links.get(i)
    heads = [e.head for e in alignment.claim.into.get(i, ()) if e.label == "mod"]
    narrows = bool(heads) and not any(alignment.strength(head) for head in heads)
    return link is not None and link.kinship.how not in LIKENESSES and not narrows


def _unheard(alignment: Alignment) -> Iterator[int]:
    """What somebody is said to say, where the passage lacks its predicate and much of the rest."""
    claim = alignment.claim
    if not claim.attribution:
        return
    reported = [w for w in claim.words if w.i not in claim.attribution and w.kind is not Kind.PRONOUN]
    had = sum(w.weight * alignment.links[w.i].kinship.strength for w in reported if w.i in alignment.links)
    if had < LEAST_HEARD * sum(w.weight for w in reported):
        said = (i for i in claim.predicates if i not in claim.attribution and claim.at[i].weight >= LEAST_BORNE)
        yield from (i for i in said if i not in alignment.links)


def _pointings(alignment: Alignment) -> Iterator[int]:
    """The name in "it was Lund", which tells nothing without what Lund is said to have done."""
    claim = alignment.claim
    for i in claim.analysis.roots:
        subject = claim.analysis.child(i, "nsubj")
        bare = all(word.kind is Kind.NAME for word in claim.words if word.weight > 0)
        if bare and i in claim.at and subject is not None and subject.lower == "it":
            yield i


def _lacking_manners(alignment: Alignment) -> Iterator[int]:
    """How the claim says that something was done ("peacefully"), where the passage has it done and does not say so."""
    for edge in alignment.claim.edges:
        adverb = edge.label == "adv" and alignment.claim.at[edge.tail].pos == "ADV"
        if adverb and edge.head in alignment.links and _lacking(alignment, edge.tail, LEAST_MANNER):
            yield edge.tail


def only_names(alignment: Alignment) -> bool:
    """Whether a passage has hardly more of the claim than its names and numbers, and not what it tells of them."""
    claim = alignment.claim
    words = [word for word in claim.words if word.kind is Kind.WORD and word.i not in claim.attribution]
    lacking = sum(_lacking(alignment, word.i, LEAST_LACKING) for word in words)
    told = sum(word.weight * alignment.strength(word.i) for word in words)
    return lacking > MOST_LACKING and told < LEAST_TOLD * sum(word.weight for word in words)
