"""What words have to do with one another: synonyms, opposites, derivations, more general and exclusive words.

Words are lemmas with their universal part of speech ("rise", "VERB"); several parts are joined by "_" or a space.
From WordNet's frequent senses and from lists written for this project.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

from factcheck.facets.lexicon.tables import rows, table

WORDNET_POS = {"NOUN": "n", "PROPN": "n", "VERB": "v", "AUX": "v", "ADJ": "a", "ADV": "r"}
UPOS = {"n": "NOUN", "v": "VERB", "a": "ADJ", "r": "ADV"}

# How close each relation brings two words, 1 for the same word; chosen by hand, by how safely one stands for the other.
SAME, DERIVED, SYNONYM, DERIVED_SYNONYM, GENERAL, DERIVED_GENERAL = 1.0, 0.95, 0.85, 0.75, 0.6, 0.5

HYPERNYM_STEPS = 4
# A word whose meaning stands nearer than this to WordNet's root ("act", "state") says too little to stand for another.
SHALLOWEST = {"NOUN": 5, "VERB": 1}
# WordNet's classes under "+word" in exclusive.tsv are searched this many steps up.
CLASS_STEPS = 8
CACHE = 1 << 15
NEGATING = ("un", "non-", "non")


def known(lemma: str, pos: str) -> bool:
    """Whether WordNet has the word in that part of speech."""
    return bool(_entry(_normal(lemma), WORDNET_POS.get(pos, "")))


def antonyms(a: str, b: str, pos: str, other_pos: str | None = None) -> bool:
    """Whether the words are opposites: themselves, by synonyms, or by their derivations (termination, prolong)."""
    a, b, other_pos = _normal(a), _normal(b), other_pos or pos
    return _antonyms(a, b, _plain_pos(pos), _plain_pos(other_pos))


def converse(a: str, b: str, pos: str) -> bool:
    """Whether the words name one relation from its two ends (buy and sell); opposites only of the same subject."""
    return _on_opposite_sides(_sides("converses.tsv"), _normal(a), _normal(b), _plain_pos(pos))


def synonyms(a: str, b: str, pos: str, other_pos: str | None = None) -> bool:
    """Whether the words share a frequent meaning; never true of opposites."""
    a, b, pos = _normal(a), _normal(b), _plain_pos(pos)
    if _plain_pos(other_pos or pos) != pos:
        return False
    return a == b or (_share_sense(a, b, pos) and not _antonyms(a, b, pos, pos))


def hypernym(general: str, specific: str, pos: str) -> bool:
    """Whether every `specific` is a `general` ("vehicle" of "car"), in frequent meanings and within four steps."""
    general, specific, pos = _normal(general), _normal(specific), _plain_pos(pos)
    if pos not in ("NOUN", "VERB") or general == specific:
        return False
    if general in _listed_general().get((specific, pos), ()):
        return True
    if specific in _listed_general().get((general, pos), ()):
        return False
    targets = {sense for sense in _senses(general, pos) if _depth(sense) >= SHALLOWEST[pos]}
    return bool(targets) and not targets.isdisjoint(_above(specific, pos, HYPERNYM_STEPS))


def family(lemma: str, pos: str) -> frozenset[str]:
    """The words that derive from one another with this one, itself among them ("growth" and "grow")."""
    lemma = _normal(lemma)
    return frozenset(word for word, _ in _family(lemma, _plain_pos(pos))) | {lemma}


def related(a: str, b: str, pos: str, other_pos: str | None = None) -> float | None:
    """How safely one word stands for the other, from 1 (the same) down to 0.5; None when no relation is known."""
    return _related(_normal(a), _normal(b), _plain_pos(pos), _plain_pos(other_pos or pos))


def meanings(lemma: str, pos: str) -> frozenset[str]:
    """Names of the frequent meanings of a word and of those of its derivations; synonyms share one."""
    family = _family(_normal(lemma), _plain_pos(pos))
    senses = {sense for word, kind in family for sense in _senses(word, kind)}
    listed = {f"listed {number}" for word, kind in family for number in _groups().get((word, kind), ())}
    return frozenset(senses | listed)


def exclusive(a: str, b: str, pos: str) -> bool:
    """Whether only one of the words can hold, as values of one class: red and blue, March and May, wife and sister."""
    a, b, pos = _normal(a), _normal(b), _plain_pos(pos)
    if a == b:
        return False
    own_a, own_b = _exclusive_values().get((a, pos), {}), _exclusive_values().get((b, pos), {})
    shared = own_a.keys() & own_b.keys()
    if shared:
        return all(own_a[name] != own_b[name] for name in shared)
    return pos == "NOUN" and any(_under(root, a, b) for root in _exclusive_roots())


def falls_under(lemma: str, general: str) -> bool:
    """Whether the first meaning of a noun is a kind of the first meaning of another ("diplomat" of "person")."""
    return bool(roots := _senses(_normal(general), "NOUN")) and roots[0] in _first_path(_normal(lemma))


def base_forms(form: str, pos: str) -> frozenset[str]:
    """The words that an irregular form may come from: "fled" gives "flee"; empty for a regular form."""
    found = table("forms").get(f"{_normal(form)}/{WORDNET_POS.get(pos, '')}")
    return frozenset(found[0].split()) if found else frozenset()


# --- opposites -----------------------------------------------------------------------------------


@lru_cache(CACHE)
def _antonyms(a: str, b: str, pos: str, other_pos: str) -> bool:
    if a == b:
        return False
    if pos == other_pos and (_listed_opposites(a, b, pos) or _negated_form(a, b, pos)):
        return True
    if pos == other_pos and _share_listed_sense(a, b, pos):
        return False
    return (pos == other_pos and _opposite_senses(a, b, pos)) or _opposite_families(a, b, pos, other_pos)


def _listed_opposites(a: str, b: str, pos: str) -> bool:
    if _on_opposite_sides(_sides("opposites.tsv"), a, b, pos):
        return True
    return b in _wordnet_antonyms(a, pos) or a in _wordnet_antonyms(b, pos)


def _on_opposite_sides(sides: dict[tuple[str, str], list[tuple[int, int]]], a: str, b: str, pos: str) -> bool:
    theirs = sides.get((b, pos), ())
    return any((row, 1 - side) in theirs for row, side in sides.get((a, pos), ()))


@cache
def _sides(name: str) -> dict[tuple[str, str], list[tuple[int, int]]]:
    found: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for number, row in enumerate(rows(name)):
        pos, *columns = row[-3:]
        for side, words in enumerate(columns):
            for word in words.split():
                found[word, pos].append((number, side))
    return dict(found)


def _negated_form(a: str, b: str, pos: str) -> bool:
    """ "unpaid" and "paid", "non-stop" and "stop", "pro-European" and "anti-European"."""
    long, short = (a, b) if len(a) > len(b) else (b, a)
    if pos in ("ADJ", "ADV") and any(long == prefix + short for prefix in NEGATING):
        return True
    return {a[:4], b[:4]} >= {"anti"} and a.removeprefix("anti-").removeprefix("pro-") == b.removeprefix(
        "anti-"
    ).removeprefix("pro-")


def _opposite_senses(a: str, b: str, pos: str) -> bool:
    """Whether WordNet opposes their meanings, for adjectives also one step away ("swift" by "fast" to "slow")."""
    ours, theirs = set(_senses(a, pos)), set(_senses(b, pos))
    if pos != "ADJ":
        return _face(ours, theirs)
    our_heads = {parent for sense in ours for parent in _parents(sense)}
    their_heads = {parent for sense in theirs for parent in _parents(sense)}
    if (ours | our_heads) & (theirs | their_heads):
        return False
    return _face(ours, theirs) or _face(our_heads, theirs) or _face(ours, their_heads)


def _face(ours: set[str], theirs: set[str]) -> bool:
    return any(not theirs.isdisjoint(_opposites(sense)) for sense in ours)


def _opposite_families(a: str, b: str, pos: str, other_pos: str) -> bool:
    theirs = _family_of_kind(b, other_pos)
    if any(word == a for word, _ in theirs):
        return False
    return any(
        word_pos == other and _listed_opposites(word, another, word_pos)
        for word, word_pos in _family_of_kind(a, pos)
        for another, other in theirs
    )


@lru_cache(CACHE)
def _family_of_kind(lemma: str, pos: str) -> tuple[tuple[str, str], ...]:
    """The word, and the verbs (of an adverb, the adjectives) that it derives from."""
    kind = "VERB" if pos in ("NOUN", "VERB") else "ADJ"
    return ((lemma, pos), *(member for member in _family(lemma, pos) if member[1] == kind))


# --- WordNet -------------------------------------------------------------------------------------


def _normal(lemma: str) -> str:
    return lemma.lower().replace(" ", "_")


def _plain_pos(pos: str) -> str:
    return {"PROPN": "NOUN", "AUX": "VERB"}.get(pos, pos)


@lru_cache(CACHE)
def _entry(lemma: str, wordnet_pos: str) -> tuple[str, ...]:
    return table("words").get(f"{lemma}/{wordnet_pos}") if wordnet_pos else ()


def _senses(lemma: str, pos: str) -> list[str]:
    entry = _entry(lemma, WORDNET_POS.get(pos, ""))
    return entry[0].split() if entry else []


def _wordnet_antonyms(lemma: str, pos: str) -> list[str]:
    entry = _entry(lemma, WORDNET_POS.get(pos, ""))
    return entry[1].split() if len(entry) > 1 else []


@lru_cache(CACHE)
def _family(lemma: str, pos: str) -> tuple[tuple[str, str], ...]:
    entry = _entry(lemma, WORDNET_POS.get(pos, ""))
    listed = _listed_family().get((lemma, pos), ())
    if len(entry) < 3:
        return listed or ((lemma, pos),)
    members = table("families").get(entry[2])[0].split()
    return tuple(dict.fromkeys([*((word[:-2], UPOS[word[-1]]) for word in members), *listed]))


@cache
def _listed_family() -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    found = {}
    for (words,) in rows("derivations.tsv"):
        group = tuple((word, pos) for word, pos in (member.split("/") for member in words.split()))
        found.update(dict.fromkeys(group, group))
    return found


@lru_cache(CACHE)
def _synset(sense: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    values = [*table("synsets").get(sense), "", ""]
    return tuple(values[0].split()), tuple(values[1].split())


def _parents(sense: str) -> tuple[str, ...]:
    return _synset(sense)[0]


def _opposites(sense: str) -> tuple[str, ...]:
    return _synset(sense)[1]


@lru_cache(CACHE)
def _depth(sense: str) -> int:
    """How many steps lie between a sense and WordNet's root, by the shortest way."""
    depth, frontier = 0, {sense}
    while all(_parents(s) for s in frontier):
        frontier = {parent for s in frontier for parent in _parents(s)}
        depth += 1
    return depth


@lru_cache(CACHE)
def _above(lemma: str, pos: str, steps: int) -> frozenset[str]:
    """The senses above the word's frequent senses."""
    found: set[str] = set()
    frontier = set(_senses(lemma, pos))
    for _ in range(steps):
        frontier = {parent for sense in frontier for parent in _parents(sense)} - found
        found |= frontier
    return frozenset(found)


# --- likeness ------------------------------------------------------------------------------------


@cache
def _groups() -> dict[tuple[str, str], set[int]]:
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, (pos, words) in enumerate(rows("synonyms.tsv")):
        for word in words.split():
            found[word, pos].add(number)
    return dict(found)


@cache
def _listed_general() -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for pos, general, specifics in rows("general.tsv"):
        for word in specifics.split():
            found[word, pos].add(general)
    return dict(found)


def _share_listed_sense(a: str, b: str, pos: str) -> bool:
    return not _groups().get((a, pos), set()).isdisjoint(_groups().get((b, pos), set()))


def _share_sense(a: str, b: str, pos: str) -> bool:
    if _share_listed_sense(a, b, pos) or not set(_senses(a, pos)).isdisjoint(_senses(b, pos)):
        return True
    return _american(a) == _american(b)


_SPELLINGS = (
    ("our", "or"),
    ("is", "iz"),
    ("ys", "yz"),
    ("tre", "ter"),
    ("ogue", "og"),
    ("ence", "ense"),
    ("ll", "l"),
    ("ae", "e"),
    ("mme", "m"),
)


@lru_cache(CACHE)
def _american(word: str) -> str:
    """A key that the British and the American spelling of a word share."""
    if len(word) < 5:
        return word
    return word[:2] + _replaced(word[2:])


def _replaced(rest: str) -> str:
    for british, american in _SPELLINGS:
        rest = rest.replace(british, american)
    return rest


@lru_cache(CACHE)
def _related(a: str, b: str, pos: str, other_pos: str) -> float | None:  # noqa: PLR0911  cases, in their order
    if a == b:
        return SAME if pos == other_pos else DERIVED
    ours, theirs = _family(a, pos), _family(b, other_pos)
    if _antonyms(a, b, pos, other_pos):
        return None
    if (b, other_pos) in ours or (a, pos) in theirs:
        return DERIVED
    if pos == other_pos and _share_sense(a, b, pos):
        return SYNONYM
    if any(p == q and _share_sense(x, y, p) for x, p in ours for y, q in theirs):
        return DERIVED_SYNONYM
    if pos == other_pos and (hypernym(a, b, pos) or hypernym(b, a, pos)):
        return GENERAL
    if pos != other_pos and any(
        p == q and (hypernym(x, y, p) or hypernym(y, x, p)) for x, p in ours for y, q in theirs
    ):
        return DERIVED_GENERAL
    return None


# --- values that exclude one another -------------------------------------------------------------


@cache
def _exclusive_values() -> dict[tuple[str, str], dict[str, str]]:
    """For a word, its value in each class that it belongs to."""
    found: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for number, (name, pos, members) in enumerate(rows("exclusive.tsv")):
        for value in members.split():
            if not value.startswith("+"):
                for word in value.split("="):
                    found[word, pos][f"{name} {number}"] = value
    return dict(found)


@cache
def _exclusive_roots() -> tuple[str, ...]:
    named = [value[1:] for _, _, members in rows("exclusive.tsv") for value in members.split() if value.startswith("+")]
    return tuple(senses[0] for name in named if (senses := _senses(name, "NOUN")))


def _under(root: str, a: str, b: str) -> bool:
    """Whether both stand below the class in their first meanings, neither above the other, nor the same."""
    ours, theirs = _first_path(a), _first_path(b)
    if root not in ours or root not in theirs or ours[0] == theirs[0]:
        return False
    return ours[0] not in theirs and theirs[0] not in ours


@lru_cache(CACHE)
def _first_path(lemma: str) -> tuple[str, ...]:
    """The word's first sense and everything above it."""
    senses = _senses(lemma, "NOUN")[:1]
    path, frontier = list(senses), senses
    for _ in range(CLASS_STEPS):
        frontier = [parent for sense in frontier for parent in _parents(sense)]
        path += frontier
    return tuple(path)
