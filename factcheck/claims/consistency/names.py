"""FC603: the draft spells one name in two ways."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from factcheck.claims.data import rows, words
from factcheck.facets.lexicon import known
from factcheck.facets.names.data import given_names, places
from factcheck.model import Inconsistency

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.claims.consistency.telling import Told
    from factcheck.facets.names import Name
    from factcheck.model import Span

CODE = "FC603"
# A word of a name may be misspelt by one letter from this length on; a name that stands alone must be longer.
_LONG = 5
_LONG_ALONE = 7
# A spelling that is used so often is meant, unless the other is used many times more.
_SLIPS = 2
_TIMES = 4
_LONGEST = 4
# Endings that make another word of a name: a plural, a people, a language, a feminine.
_ENDINGS = ("s", "es", "n", "an", "ian", "i", "ese", "ic", "ish", "a", "o", "e", "us", "d", "er", "en", "in")


@dataclass(frozen=True)
class _Mention:
    """A name, and where it stands."""

    told: Told
    name: Name

    @property
    def span(self) -> Span:
        return self.told.source(self.name.span)


def find(told: Sequence[Told]) -> Iterator[Inconsistency]:
    """For each rarer spelling of a name's word, one pair: the first mentions of the usual spelling and of it."""
    mentions: dict[tuple[str, ...], list[_Mention]] = defaultdict(list)
    for sentence in told:
        for name in sentence.names:
            if name.kind != "nationality" and len(name.words) <= _LONGEST and not sentence.is_quoted(name.span):
                mentions[name.words].append(_Mention(sentence, name))
    surnames = _surnames(mentions)
    slips: dict[str, tuple[_Mention, _Mention]] = {}
    counts = _counts(mentions)
    for pair in _alike(mentions):
        if not _is_one_name(*pair, mentions, surnames):
            continue
        usual, slip = sorted(zip(_differing_words(*pair), pair, strict=True), key=lambda spelt: -counts[spelt[0]])
        slips.setdefault(slip[0], (mentions[usual[1]][0], mentions[slip[1]][0]))
    yield from (_found(usual, slip) for usual, slip in slips.values())


def _counts(mentions: dict[tuple[str, ...], list[_Mention]]) -> Counter[str]:
    """How often each word stands in a name."""
    return Counter(word for name, found in mentions.items() for word in name for _ in found)


def _surnames(mentions: Iterable[tuple[str, ...]]) -> frozenset[str]:
    return frozenset(name[-1] for name in mentions if len(name) > 1)


# --- which names are worth comparing -----------------------------------------------------------------


def _alike(mentions: Iterable[tuple[str, ...]]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Pairs of names that share all words but one, which sounds alike or lacks one letter in both."""
    shelves: dict[tuple[object, ...], list[tuple[str, ...]]] = defaultdict(list)
    pairs: dict[tuple[tuple[str, ...], tuple[str, ...]], None] = {}
    for name in mentions:
        for key in _keys(name):
            shelf = shelves[key]
            pairs.update(dict.fromkeys((other, name) for other in shelf[-_LONGEST:] if other != name))
            shelf.append(name)
    return list(pairs)


def _keys(name: tuple[str, ...]) -> Iterator[tuple[object, ...]]:
    """A shelf for every word of the name left out or written otherwise; a lone word shares those of surnames."""
    places_of = range(len(name)) if len(name) > 1 else range(1)
    for at in places_of:
        rest = (*name[:at], None, *name[at + 1 :])
        for form in _forms(name[at]):
            yield (rest, form)
    if len(name) > 1:
        for form in _forms(name[-1]):
            yield ((None,), form)


def _forms(word: str) -> set[str]:
    found = {"~" + _sound(word), word}
    if len(word) >= _LONG:
        found |= {word[:i] + word[i + 1 :] for i in range(len(word))}
    return found


def _sound(word: str) -> str:
    """The word as it is spoken, roughly."""
    for written, spoken in ((row[0], row[1] if len(row) > 1 else "") for row in rows("sound-spellings.tsv")):
        word = word.replace(written, spoken)
    return "".join(letter for i, letter in enumerate(word) if i == 0 or letter != word[i - 1])


# --- which of them are one ---------------------------------------------------------------------------


def _differing_words(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, str]:
    if len(first) != len(second):
        return first[-1], second[-1]
    return next((a, b) for a, b in zip(first, second, strict=True) if a != b)


def _is_one_name(
    first: tuple[str, ...],
    second: tuple[str, ...],
    mentions: dict[tuple[str, ...], list[_Mention]],
    surnames: frozenset[str],
) -> bool:
    a, b = _differing_words(first, second)
    if len(first) != len(second) and min(len(first), len(second)) > 1:
        return False
    if a == b or not _is_slip(first, second, a, b, surnames):
        return False
    here, there = mentions[first], mentions[second]
    return _is_rare(len(here), len(there)) and not _are_told_apart(here, there)


def _is_slip(first: tuple[str, ...], second: tuple[str, ...], a: str, b: str, surnames: frozenset[str]) -> bool:
    """Whether the two words are one, spelt in two ways."""
    if _is_ending(a, b) or not a.isalpha() or not b.isalpha() or places(a) or places(b):
        return False
    alone = 1 in (len(first), len(second))
    if alone:
        return _is_slip_alone(a, b, surnames)
    same_sound = _sound(a) == _sound(b)
    at_front = first[0] != second[0]
    if at_front and (a in given_names() or b in given_names()):
        return same_sound and min(len(a), len(b)) > 2
    if _is_word(a) and _is_word(b):
        return False
    return min(len(a), len(b)) >= _LONG - 1 and (same_sound or _one_letter(a, b))


def _is_slip_alone(a: str, b: str, surnames: frozenset[str]) -> bool:
    """A word that stands alone must be rare, long, and no word of the language."""
    if any(_is_word(word) or word in given_names() or len(word) < _LONG_ALONE for word in (a, b)):
        return False
    return a[0] == b[0] and a[-1] == b[-1] and _one_letter(a, b) and (a in surnames or b in surnames)


def _one_letter(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= _LONG and OSA.distance(a, b, score_cutoff=1) <= 1


def _is_word(word: str) -> bool:
    return any(known(word, pos) for pos in ("NOUN", "VERB", "ADJ"))


def _is_ending(a: str, b: str) -> bool:
    """Whether one is the other with an ending: Harris and Harrises, Canada and Canadian."""
    short, long = sorted((a, b), key=len)
    stems = (short, short[:-1])
    if long.startswith(short) and long[len(short) :] == short[-1:]:
        return False
    return any(
        len(stem) > 2 and long.startswith(stem) and long[len(stem) :] in _ENDINGS for stem in stems if long != stem
    ) and len(short) != len(long)


def _is_rare(here: int, there: int) -> bool:
    """Whether one spelling is rare enough to be a slip."""
    fewer, more = sorted((here, there))
    return fewer <= _SLIPS or more >= fewer * _TIMES


def _are_told_apart(here: list[_Mention], there: list[_Mention]) -> bool:
    """Whether the draft names both in one sentence, or speaks of a family where it names them."""
    sentences = {id(mention.told) for mention in here}
    if any(id(mention.told) in sentences for mention in there):
        return True
    near = [*here[:3], *there[:3]]
    return any(t.lemma.lower() in words("kinship.txt") for mention in near for t in mention.told.analysis.tokens)


def _found(one: _Mention, two: _Mention) -> Inconsistency:
    first, second = sorted((one, two), key=lambda mention: mention.span)
    a, b = first.name.text, second.name.text
    return Inconsistency(CODE, first.span, second.span, a, b, f"the draft writes one name as {a} and as {b}")
