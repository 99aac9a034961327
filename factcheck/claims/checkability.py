"""Whether words can be checked at all, and if not, why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.facets import dates
from factcheck.model import BlockKind

if TYPE_CHECKING:
    from factcheck.claims.decomposition.frames import Statement
    from factcheck.model import Analysis, Token
    from factcheck.model import BlockKind as Kind

QUESTION = "question"
INSTRUCTION = "instruction"
HEADLINE = "headline without a verb"
CAPITALS = "headline in capitals"
NO_STATEMENT = "no statement"
DATELINE = "dateline"
DIRECTION = "stage direction"
OPINION = "opinion"
PREDICTION = "prediction"
FIRST_PERSON = "first-person experience"
VAGUE = "too vague"
TOO_LONG = "too long to be a sentence"

_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_FUTURE = frozenset(["will", "’ll", "'ll", "wo", "might", "shall"])
_DUTY = frozenset(["should", "ought", "shall"])
_FIRST = frozenset(["i", "we", "us", "me", "my", "our"])


def sentence_reason(  # noqa: PLR0911  one line a reason
    analysis: Analysis, kind: Kind, quoted: bool
) -> str | None:
    """Why nothing in the sentence can be checked; None where something may be."""
    text = analysis.text.rstrip("\"”’') *_")
    if text.endswith("?") and not quoted:
        return QUESTION
    if dates.parse_date(text) is not None:
        return DATELINE
    if _is_in_capitals(text):
        return CAPITALS
    if (kind is BlockKind.HEADING) if quoted else _only_asks(analysis):
        return NO_STATEMENT
    if text.endswith(":") and not _has_finite_root(analysis):
        return NO_STATEMENT
    verbs = [t for t in analysis.tokens if t.tag in _FINITE or t.pos == "VERB"]
    if not verbs and not any(t.pos == "AUX" for t in analysis.tokens):
        if kind is BlockKind.HEADING:
            return HEADLINE
        return None if _tells_something(analysis) else NO_STATEMENT
    if kind is BlockKind.HEADING and not _has_finite_root(analysis):
        return HEADLINE
    return INSTRUCTION if not quoted and _is_order(analysis) else None


def statement_reason(statement: Statement, analysis: Analysis) -> str | None:  # noqa: PLR0911  one line a reason
    """Why a statement cannot be checked; what somebody says, in fact or in quotation, can: did they say it?"""
    if statement.speech is not None:
        return None
    tokens = [analysis.tokens[i] for i in statement.items if isinstance(i, int)]
    lower = [t.lower for t in tokens]
    if not tokens or '"' in lower or "“" in lower:
        return None
    if _by_the_writer(tokens):
        return FIRST_PERSON
    hard = any(t.pos in ("NUM", "PROPN") for t in tokens)
    if any(t.lower in _DUTY for t in tokens if t.pos == "AUX") or (
        _judges(tokens) and not any(t.pos == "NUM" for t in tokens)
    ):
        return OPINION
    if not hard and any(t.lower in _FUTURE and t.tag == "MD" for t in tokens):
        return PREDICTION
    if not any(t.pos == "NUM" for t in tokens) and "would" in lower and "have" in lower[lower.index("would") :][:3]:
        return PREDICTION
    return VAGUE if _is_vague(tokens) else None


def is_taste(reason: str | None) -> bool:
    """Whether something cannot be checked whoever says it: that somebody said so is no news."""
    return reason in (OPINION, VAGUE)


def _is_in_capitals(text: str) -> bool:
    """Whether a line is set in capitals and does not end as a sentence: its verb, if it has one, cannot be told."""
    letters = [c for c in text if c.isalpha()]
    return len(text.split()) > 1 and bool(letters) and all(c.isupper() for c in letters) and text[-1:] not in ".!?"


def _only_asks(analysis: Analysis) -> bool:
    """ "What changed.": a question without its mark, as headings inside a text are."""
    first = next((t for t in analysis.tokens if t.pos != "PUNCT"), None)
    if first is None or first.tag not in ("WP", "WRB", "WDT") or not analysis.roots:
        return False
    root = analysis.roots[0]
    return first.head == root != first.i and not any(
        analysis.tokens[k].rel in ("cop", "conj", "parataxis", "advcl", "ccomp") for k in analysis.children[root]
    )


def _tells_something(analysis: Analysis) -> bool:
    """Whether words without a verb hold a figure or a name and something said of it."""
    content = [t for t in analysis.tokens if t.pos in ("NOUN", "PROPN", "ADJ", "NUM")]
    named = any(t.pos in ("NUM", "PROPN") for t in content)
    return len(content) > 2 and named and not analysis.text.rstrip().endswith(":")


def _has_finite_root(analysis: Analysis) -> bool:
    roots = [analysis.tokens[i] for i in analysis.roots]
    return any(
        t.tag in _FINITE
        or any(
            analysis.tokens[k].tag in _FINITE and analysis.tokens[k].rel in ("aux", "cop")
            for k in analysis.children[t.i]
        )
        for t in roots
    )


def _is_order(analysis: Analysis) -> bool:
    """ "Choose the islands": a bare verb first, without a subject."""
    first = next((t for t in analysis.tokens if t.pos != "PUNCT"), None)
    if first is None:
        return False
    root = analysis.tokens[analysis.roots[0]]
    if root.tag != "VB" or any(
        analysis.tokens[k].rel in ("nsubj", "aux", "csubj", "expl") for k in analysis.children[root.i]
    ):
        return False
    if any(analysis.tokens[k].rel in ("parataxis", "ccomp") and k > root.i + 1 for k in analysis.children[root.i]):
        after = next((t for t in analysis.tokens[root.i + 1 :]), None)
        if after is not None and after.text == ",":
            return False  # "Look, they have mended it"
    return root.i == first.i or first.lower in ("please", "do", "don't", "never", "always", "just", "so", "then")


def _by_the_writer(tokens: list[Token]) -> bool:
    """Whether the writer tells of himself; "we" with a figure is an organisation that reports on itself."""
    told = {t.lower for t in tokens if t.lower in _FIRST and t.rel == "nsubj"}
    return bool(told) and not ("we" in told and any(t.pos == "NUM" for t in tokens))


def _judges(tokens: list[Token]) -> bool:
    opinion = words("opinion-words.txt")
    return any(
        t.lemma.lower() in opinion or t.lower in opinion for t in tokens if t.pos in ("ADJ", "ADV", "VERB", "NOUN")
    )


def _is_vague(tokens: list[Token]) -> bool:
    content = [t for t in tokens if t.pos in ("NOUN", "PROPN", "VERB", "NUM")]
    return not content and not any(t.pos == "ADJ" and t.lower.endswith("est") for t in tokens)
