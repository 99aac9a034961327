"""Whether two names name the same person, place or organisation.

Names differ only when both are full enough to be sure of it; where they merely look different (one unknown word against
another), the relation is incomparable and `how` is "perhaps-different", for a caller whose alignment is tight enough.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from rapidfuzz.distance import OSA

from factcheck.facets import lexicon
from factcheck.facets.names.aliases import abbreviates
from factcheck.facets.names.data import Place, capitals, fold, given_names, places, words_of
from factcheck.facets.names.value import Name
from factcheck.facets.tables import rows
from factcheck.model import Comparison, Relation

NAME, TITLE = "FC401", "FC402"
# A word of a name may be spelt with this many letters more, less or other, by its length; shorter words must be equal.
# Chosen so that transliterations agree (Zelensky, Zelenskyy) and short names a letter apart do not (Iran, Iraq).
SPELLING = ((9, 2), (5, 1))
# First letters that stand for one sound of another script: Gaddafi and Qaddafi, Yeltsin and Jelzin.
ONE_SOUND = ("cgkq", "ijy", "vw", "sz")

# A name of one of these kinds may be a person's.
_PERSONLIKE = ("person", "unknown")


def compare(claim: Name, passage: Name, aliases: Iterable[tuple[str, str]] = ()) -> Comparison:
    """How the claim's name stands to the passage's; `aliases` are pairs of names known to be of one thing."""
    same = _same(claim, passage, aliases)
    if same is not None:
        return _agrees(same)
    how = _difference(claim, passage)
    message = f"{claim.text} is not {passage.text}"
    if how == "different":
        return Comparison(Relation.DIFFERS, how, NAME, message)
    return Comparison(Relation.INCOMPARABLE, how, NAME if how == "perhaps-different" else None, message)


def compare_titles(claim: Name, passage: Name) -> Comparison:
    """Whether one person bears the same title in both; titles that both lack or that one lacks are not compared."""
    if not claim.title or not passage.title:
        return Comparison(Relation.INCOMPARABLE, "missing")
    ours, theirs = _title_words(claim.title), _title_words(passage.title)
    if ours == theirs:
        return _agrees("equal")
    if not ours or not theirs:
        return Comparison(Relation.INCOMPARABLE, "honorific")
    if ours <= theirs or theirs <= ours:
        return _agrees("partial")
    return Comparison(Relation.DIFFERS, "different", TITLE, f"{claim.title} is not {passage.title}")


def _agrees(how: str) -> Comparison:
    return Comparison(Relation.AGREES, how)


def _title_words(title: str) -> frozenset[str]:
    words = frozenset(fold(word) for word in title.split()) - words_of("honorific")
    return frozenset(["prime", "minister"]) if words == {"premier"} else words


# --- the same thing ---------------------------------------------------------------------------------


def _same(claim: Name, passage: Name, aliases: Iterable[tuple[str, str]]) -> str | None:  # noqa: PLR0911
    """How the two are the same, or None."""
    ours, theirs = claim.words, passage.words
    if ours == theirs and not _generations_differ(claim, passage):
        return "equal"
    if _alias(claim, passage, aliases):
        return "alias"
    if abbreviates(claim.text, passage.text) or abbreviates(passage.text, claim.text):
        return "acronym"
    located = _same_place(claim, passage)
    if located is not None:
        return located or None
    if _generations_differ(claim, passage):
        return None
    if "person" in (claim.kind, passage.kind) and {claim.kind, passage.kind} <= set(_PERSONLIKE):
        return _same_person(_no_suffix(ours), _no_suffix(theirs))
    if sorted(ours) == sorted(theirs):
        return "order"
    if _spelt_alike(ours, theirs):
        return "spelling"
    return "partial" if _part_of(claim, passage) else None


def _alias(claim: Name, passage: Name, aliases: Iterable[tuple[str, str]]) -> bool:
    pair = {_key(claim.text), _key(passage.text)}
    return any({_key(first), _key(second)} == pair for first, second in aliases)


def _key(text: str) -> str:
    return " ".join(folded for word in text.split() if (folded := fold(word)) != "the")


def _same_place(claim: Name, passage: Name) -> str | None:
    """How two known places are one; "" when they are known and not one, None when one is unknown."""
    ours, theirs = _places(claim), _places(passage)
    if not ours or not theirs:
        return None
    for place in ours:
        for other in theirs:
            if place.id == other.id:
                return "nationality" if place.adjective != other.adjective else "equal"
    return ""


def _places(name: Name) -> tuple[Place, ...]:
    return () if name.kind == "person" else places(name.text)


def _same_person(ours: tuple[str, ...], theirs: tuple[str, ...]) -> str | None:
    short, long = sorted((ours, theirs), key=lambda words: (len(words), words))
    if len(short) == 1:
        if short[0] in (long[-1], long[0]) or short == long[-1:]:
            return "partial"
        return "spelling" if _word_spelt_alike(short[0], long[-1]) else None
    if sorted(ours) == sorted(theirs):
        return "order"
    if not _surnames_agree(short, long) or not _given_agree(short[0], long[0]) or not _middle_agrees(short, long):
        return None
    if short[-1] != long[-1] or (short[0] != long[0] and not _form_of(short[0], long[0])):
        return "initials" if 1 in (len(short[0]), len(long[0])) and short[-1] == long[-1] else "spelling"
    return "nickname" if short[0] != long[0] else "partial"


def _surnames_agree(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return (
        short[-1] == long[-1]
        or (len(short[-1]) > 1 and short[-1] in long[1:-1])
        or _word_spelt_alike(short[-1], long[-1])
    )


def _given_agree(ours: str, theirs: str) -> bool:
    """Whether the first names may be of one person: equal, an initial, a form of it (Bill), or spelt alike."""
    if ours == theirs or _form_of(ours, theirs):
        return True
    if (
        min(len(ours), len(theirs)) <= 2
        and ours[0] == theirs[0]
        and (ours not in given_names() or theirs not in given_names())
    ):
        return True
    both_known = ours in given_names() and theirs in given_names()
    return not both_known and _word_spelt_alike(ours, theirs)


def _form_of(ours: str, theirs: str) -> bool:
    forms = given_names()
    return not forms.get(ours, frozenset()).isdisjoint(forms.get(theirs, frozenset()))


def _middle_agrees(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether middle names, where both have them, may be the same ("George W." and "George H. W." are not)."""
    ours, theirs = short[1:-1], long[1:-1]
    if not ours or not theirs:
        return True
    letters = ["".join(word[0] if len(word) > 2 else word for word in middle) for middle in (ours, theirs)]
    return letters[0].startswith(letters[1]) or letters[1].startswith(letters[0])


def _no_suffix(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in words_of("suffix")) or words


def _generations_differ(claim: Name, passage: Name) -> bool:
    """Whether both bear a suffix, and not the same: Senior and Junior."""
    names = {"senior": "sr", "junior": "jr"}
    ours, theirs = ({names.get(w, w) for w in n.words if w in words_of("suffix")} for n in (claim, passage))
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _spelt_alike(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    return len(ours) == len(theirs) and all(
        a == b or _word_spelt_alike(a, b) for a, b in zip(ours, theirs, strict=True)
    )


def _word_spelt_alike(a: str, b: str) -> bool:
    """Whether two words are spellings of one name, by a strict bound that grows with the length."""
    if _skeleton(a) == _skeleton(b) and min(len(a), len(b)) > 2:
        return True
    if places(a) and places(b):
        return False
    allowed = next((edits for length, edits in SPELLING if min(len(a), len(b)) >= length), 0)
    first = a[0] == b[0] or any(a[0] in sound and b[0] in sound for sound in ONE_SOUND)
    return allowed > 0 and first and OSA.distance(a, b, score_cutoff=allowed) <= allowed


def _skeleton(word: str) -> str:
    for written, plain in rows("transliterations.tsv"):
        word = word.replace(written, plain)
    return word


def _part_of(claim: Name, passage: Name) -> bool:
    """Whether one name is the other cut short ("Huawei" and "Huawei Technologies")."""
    short, long = sorted((claim, passage), key=lambda name: (len(name.words), name.words))
    if len(short.words) == len(long.words) or not set(short.words) <= set(long.words):
        return False
    if "nationality" in (short.kind, long.kind) or (places(short.text) and short.kind != long.kind):
        return False
    rest = set(long.words) - set(short.words)
    if rest <= words_of("generic"):
        return True
    return short.words[0] == long.words[0] or short.words[-1] == long.words[-1] or len(short.words) > 1


def governs(first: Name, second: Name) -> bool:
    """Whether one name is a country and the other its capital, which stands for its government: "Ottawa plans"."""
    return any(
        capitals().get(fold(seat.text)) in {place.id for place in places(country.text)}
        for seat, country in ((first, second), (second, first))
    )


# --- another thing ----------------------------------------------------------------------------------


def _difference(claim: Name, passage: Name) -> str:  # noqa: PLR0911  cases, in their order
    """Why two names that are not the same cannot be compared, or "different"."""
    ours, theirs = _places(claim), _places(passage)
    if ours and theirs:
        return _different_places(ours, theirs)
    if _exclude(claim.words, passage.words):
        return "different"
    kinds = {claim.kind, passage.kind}
    if kinds == {"person"} or (kinds == {"person", "unknown"} and min(len(claim.words), len(passage.words)) > 1):
        return "different"
    if kinds == {"unknown"}:
        return "different" if _same_shape(claim.words, passage.words) else "perhaps-different"
    if "unknown" in kinds and "nationality" not in kinds:
        return "perhaps-different"
    if len(kinds) > 1:
        return "kind"
    if kinds == {"organisation"}:
        return _different_organisations(claim, passage)
    if kinds == {"place"}:
        return "different" if _same_head(claim.words, passage.words) else "perhaps-different"
    return "perhaps-different"


def _different_places(ours: Collection[Place], theirs: Collection[Place]) -> str:
    """Known places differ when they are of one level and neither lies in the other."""
    if any(a.level == b.level for a in ours for b in theirs):
        return "different"
    return "part"


def _same_shape(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether both have several words and share none: names full enough to be of two things."""
    return len(ours) > 1 and len(theirs) > 1 and set(ours).isdisjoint(theirs)


def _different_organisations(claim: Name, passage: Name) -> str:
    acronyms = [len(name.words) == 1 and name.text.isupper() for name in (claim, passage)]
    if all(acronyms) or _same_head(claim.words, passage.words):
        return "different"
    return "perhaps-different"


def _exclude(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two names of one word are words of which only one can hold: Army and Navy."""
    return len(ours) == len(theirs) == 1 and lexicon.exclusive(ours[0], theirs[0], "NOUN")


def _same_head(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether the names share the word that says what they are, and each has a word that the other lacks."""
    shared = set(ours) & set(theirs)
    kinds = words_of("organisation") | words_of("place") | words_of("head")
    return bool(shared & kinds) and bool(set(ours) - shared) and bool(set(theirs) - shared)
