"""Speaker labels: "JANE DOE: …", "Q: …", "Mr Lee (on the phone): …", taken only where a text is clearly a dialogue."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set

_NAME = r"[A-ZÀ-ÞĀ-Ž][\w.’'-]*"
_LABEL = re.compile(
    rf"(?P<name>{_NAME}(?: (?:of |the |de |van |von )?(?:{_NAME}|\d{{1,2}})){{0,4}})"
    r"(?:, [^:;.!?\"“]{1,60})?(?: [(\[][^()\[\]]{1,40}[)\]])?:(?=\s|$)\s*"
)
_BARE = re.compile(rf"{_NAME}(?: {_NAME}){{0,3}}")
# "Robert Sarvis. Image: …" is a caption: a full stop after a word that is no abbreviation ends a sentence.
_SENTENCE_END = re.compile(r"[^\W\d_]{5,}\. ")
_ASKING = {"q", "question", "q."}
_QUESTION_OR_ANSWER = {*_ASKING, "a", "answer", "a."}
LONGEST_INITIALS = 3

INTERVIEWER = "Interviewer"
"""The speaker of what is labelled as a question, where nobody says who asks."""

FEWEST_TURNS = 3
"""A dialogue has at least a question, an answer and one turn more; two labels may be a list of fields."""
SMALLEST_SHARE = 1 / 3
"""Of a transcript's paragraphs at least this share open a turn."""


def label(words: str) -> tuple[str, int] | None:
    """The name in a label at the head of the words and where the label ends, or None."""
    match = _LABEL.match(words)
    return (match["name"], match.end()) if match and not _SENTENCE_END.search(match["name"]) else None


def is_role(name: str) -> bool:
    """Whether the label says question or answer, and not who speaks."""
    return name.lower() in _QUESTION_OR_ANSWER


def certain_labels(paragraphs: Sequence[str], subject: str | None = None) -> frozenset[str]:
    """The labels of a text that is a dialogue: several take turns, and one comes back; else none.

    A label that is used once counts if it looks like those that come back and cannot be a word such as "Note". Where
    the text names whom it interviews (`subject`) and that name comes back, few turns are enough.
    """
    counts: Counter[str] = Counter(found[0] for words in paragraphs if (found := label(words[:120])))
    back = {name for name, count in counts.items() if count >= 2}
    capitals = {name.isupper() for name in back}
    known = {name for name in counts if name in back or (name.isupper() in capitals and _is_no_word(name))}
    turns = sum(counts[name] for name in known)
    is_dialogue = bool(back) and len(known) >= 2 and turns >= FEWEST_TURNS
    counted = from_first_turn(paragraphs, known) if len(back) >= 2 else paragraphs
    interview = subject is not None and any(name.casefold() in subject.casefold() and " " in name for name in back)
    return frozenset(known) if is_dialogue and (interview or turns >= SMALLEST_SHARE * len(counted)) else frozenset()


def from_first_turn(paragraphs: Sequence[str], labels: Set[str]) -> Sequence[str]:
    """The paragraphs from the first that opens a turn: what stands above introduces the interview."""
    opening = (i for i, words in enumerate(paragraphs) if (found := label(words[:120])) and found[0] in labels)
    return paragraphs[next(opening, len(paragraphs)) :]


def bare_labels(paragraphs: Sequence[str]) -> frozenset[str]:
    """The names that stand as paragraphs of their own and take turns; none unless at least two come back."""
    counts = Counter(words for words in paragraphs if len(words) <= 60 and _BARE.fullmatch(words))
    back = frozenset(name for name, count in counts.items() if count >= 2)
    return back if len(back) >= 2 else frozenset()


def asks(name: str) -> bool:
    """Whether the label says that this is a question."""
    return name.lower() in _ASKING


def _is_no_word(name: str) -> bool:
    return name.isupper() or " " in name or is_role(name)


def speaker_name(name: str, text: str = "") -> str:
    """A label as a name: "JANE DOE" is Jane Doe; initials or a last name are the one person's who has them."""
    if name.isupper() and len(name) <= LONGEST_INITIALS:
        return _with_initials(name, text) or name
    if name.isupper():
        name = re.sub(r"[^\W\d_]+", lambda match: match[0] if len(match[0]) < 2 else match[0].capitalize(), name)
    return name if " " in name else _with_last_name(name, text) or name


def _with_last_name(name: str, text: str) -> str | None:
    """The one full name of a text that ends with this name; a word that the text has in small letters is none."""
    found = re.findall(rf"\b((?:{_NAME} ){{1,3}}){re.escape(name)}\b", text)
    fronts = {" ".join(_given(front.split(), text)) for front in found} - {""}
    return f"{fronts.pop()} {name}" if len(fronts) == 1 else None


def _given(words: list[str], text: str) -> list[str]:
    """The given names at the end of the words before a last name: no title, no end of another sentence, no "But"."""
    ends = [at for at, word in enumerate(words) if (word[-1] == "." and len(word) > 2) or word.lower() in text]
    return words[ends[-1] + 1 :] if ends else words


def _with_initials(initials: str, text: str) -> str | None:
    """The one name of a text with these initials."""
    words = r" ".join(rf"{letter}[^\W\d_]+" for letter in initials)
    found = {match[0] for match in re.finditer(rf"\b{words}\b", text)} if initials.isalpha() else set()
    return found.pop() if len(initials) >= 2 and len(found) == 1 else None
