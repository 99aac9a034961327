"""Speaker labels: "JANE DOE: …", "Q: …", "Mr Lee (on the phone): …", taken only where a text is clearly a dialogue."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_NAME = r"[A-ZÀ-ÞĀ-Ž][\w.’'-]*"
_LABEL = re.compile(
    rf"(?P<name>{_NAME}(?: (?:of |the |de |van |von )?(?:{_NAME}|\d{{1,2}})){{0,4}})"
    r"(?: [(\[][^()\[\]]{1,40}[)\]])?:(?=\s|$)\s*"
)
_QUESTION_OR_ANSWER = {"q", "a", "question", "answer", "q.", "a."}

FEWEST_TURNS = 3
"""A dialogue has at least a question, an answer and one turn more; two labels may be a list of fields."""
SMALLEST_SHARE = 1 / 3
"""Of a transcript's paragraphs at least this share open a turn."""


def label(words: str) -> tuple[str, int] | None:
    """The name in a label at the head of the words and where the label ends, or None."""
    match = _LABEL.match(words)
    return (match["name"], match.end()) if match else None


def is_role(name: str) -> bool:
    """Whether the label says question or answer, and not who speaks."""
    return name.lower() in _QUESTION_OR_ANSWER


def certain_labels(paragraphs: Sequence[str]) -> frozenset[str]:
    """The labels of a text that is a dialogue: several take turns, and one comes back; else none.

    A label that is used once counts if it looks like those that come back and cannot be a word such as "Note".
    """
    counts: Counter[str] = Counter(found[0] for words in paragraphs if (found := label(words[:120])))
    back = {name for name, count in counts.items() if count >= 2}
    capitals = {name.isupper() for name in back}
    known = {name for name in counts if name in back or (name.isupper() in capitals and _is_no_word(name))}
    turns = sum(counts[name] for name in known)
    is_dialogue = bool(back) and len(known) >= 2 and turns >= FEWEST_TURNS
    return frozenset(known) if is_dialogue and turns >= SMALLEST_SHARE * len(paragraphs) else frozenset()


def _is_no_word(name: str) -> bool:
    return name.isupper() or " " in name or is_role(name)


def speaker_name(name: str) -> str:
    """A label as a name: "JANE DOE" is Jane Doe; an abbreviation of up to three letters stays."""
    if not name.isupper() or len(name) <= 3:
        return name
    return re.sub(r"[^\W\d_]+", lambda match: match[0] if len(match[0]) < 2 else match[0].capitalize(), name)
