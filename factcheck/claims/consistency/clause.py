"""The clauses of a draft's own account: what each says of whom, who vouches for it, and whether it states a fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.data import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.claims.consistency.telling import Told
    from factcheck.model import Analysis

# A predicate is looked for so many steps above a word.
_CLIMB = 12
_MAYBE = frozenset(["would", "could", "may", "might", "should", "can", "must", "ought"])
_IF = frozenset(["if", "unless", "whether", "though", "until"])
_NO = frozenset(["not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "almost", "none"])
# Verbs of saying that make the writer vouch for what they report.
_VOUCHING = frozenset(["acknowledge", "admit", "confirm", "note", "reveal", "recall", "remember", "remind"])
# What belongs to other clauses, or is grammar.
_OTHER_CLAUSES = frozenset(["advcl", "parataxis", "ccomp", "discourse", "appos", "list", "vocative", "dislocated"])
_GRAMMAR = frozenset(["cc", "punct", "mark", "aux", "cop", "det"])
_CUT = _OTHER_CLAUSES | _GRAMMAR


@dataclass(frozen=True)
class Clause:
    """One predicate and what it says.

    `content` are its words, names as one; `subject` and `object` those of whoever acts and of what is acted upon;
    `source` who is said to say it; `sure` is false for what is denied, possible, asked or planned.
    """

    head: int
    tokens: frozenset[int]
    content: frozenset[str]
    subject: frozenset[str]
    object: frozenset[str]
    source: frozenset[str]
    sure: bool


def clause_of(told: Told, head: int, without: Iterable[int] = ()) -> Clause:
    """What a predicate says, apart from the words named."""
    skip = frozenset(without)
    kept = [k for k in _clause_tokens(told, head) if k not in skip]
    subject, what = _roles(told, head, skip)
    content = frozenset(word for k in kept if (word := told.word(k)) is not None) | subject | what
    return Clause(head, frozenset(kept), content, subject, what, _voucher(told, head), _sure(told, head))


def predicate_of(told: Told, i: int) -> int | None:
    """The predicate that a word belongs to."""
    tokens = told.analysis.tokens
    for _ in range(_CLIMB):
        if is_predicate(told.analysis, i):
            return i
        if tokens[i].head == i:
            return None
        i = tokens[i].head
    return None


def is_predicate(analysis: Analysis, i: int) -> bool:
    """Whether the word heads a clause."""
    token = analysis.tokens[i]
    if token.pos == "VERB" and token.rel not in ("amod", "case", "compound", "obl"):
        return True
    return any(analysis.tokens[k].rel in ("cop", "nsubj") for k in analysis.children[i])


def agree_on_source(first: Clause, second: Clause) -> bool:
    """Whether the same voice tells both: the writer, one speaker, or whoever the other clause is about."""
    if first.source == second.source:
        return True
    if first.source and second.source:
        return False
    speaker, other = (first.source, second) if first.source else (second.source, first)
    return speaker - {"said"} <= other.subject and len(speaker) > 1


def _clause_tokens(told: Told, head: int) -> list[int]:
    tokens, found, stack = told.analysis.tokens, [], [head]
    while stack:
        j = stack.pop()
        found.append(j)
        for k in told.analysis.children[j]:
            joined = tokens[k].rel == "conj" and is_predicate(told.analysis, k)
            if tokens[k].rel not in _CUT and tokens[k].dep != "acl:relcl" and not joined and tokens[k].rel != "acl":
                stack.append(k)
    return sorted(found)


def _roles(told: Told, head: int, without: frozenset[int]) -> tuple[frozenset[str], frozenset[str]]:
    """Who acts, and what is acted upon: a passive's subject is what is acted upon."""
    tokens = told.analysis.tokens
    token = tokens[head]
    subject = _seat(told, head)
    what = next((k for k in told.analysis.children[head] if tokens[k].rel == "obj"), None)
    agent = next((k for k in told.analysis.children[head] if tokens[k].dep == "obl:agent"), None)
    passive = subject is not None and tokens[subject].dep.endswith(":pass")
    if token.rel == "acl" and (subject is None or tokens[subject].lower in ("which", "who", "that")):
        passive = passive or (subject is None and token.tag == "VBN")
        subject = token.head
    acting, acted = (agent, subject) if passive else (subject, what)
    return _or_none(told, acting, without), _or_none(told, acted, without)


def _or_none(told: Told, i: int | None, without: frozenset[int] = frozenset()) -> frozenset[str]:
    return told.phrase(i, without) if i is not None else frozenset()


def _seat(told: Told, head: int) -> int | None:
    """The subject of a predicate, or of the one that it is joined to."""
    tokens = told.analysis.tokens
    for _ in range(4):
        found = next((k for k in told.analysis.children[head] if tokens[k].rel == "nsubj"), None)
        if found is not None or tokens[head].rel != "conj":
            return found
        head = tokens[head].head
    return None


def _sure(told: Told, head: int) -> bool:
    """Whether the clause and those above it state a fact."""
    tokens = told.analysis.tokens
    if any(t.text == "?" for t in tokens[-3:]):
        return False
    for _ in range(_CLIMB):
        if _doubted(told, head):
            return False
        if tokens[head].rel in ("xcomp", "csubj") or (tokens[head].rel in ("advcl", "acl") and _infinitive(told, head)):
            return False
        if tokens[head].head == head or tokens[head].rel == "acl":
            return True
        head = tokens[head].head
    return False


def _doubted(told: Told, head: int) -> bool:
    for k in told.analysis.children[head]:
        token = told.analysis.tokens[k]
        if token.rel in ("aux", "advmod", "det", "mark", "cc", "nsubj") and token.lower in _MAYBE | _IF | _NO:
            return True
    return False


def _infinitive(told: Told, head: int) -> bool:
    return any(
        told.analysis.tokens[k].lower == "to" and told.analysis.tokens[k].rel == "mark"
        for k in told.analysis.children[head]
    )


def _below(told: Told, i: int, top: int) -> bool:
    for _ in range(_CLIMB):
        if i == top:
            return True
        i = told.analysis.tokens[i].head
    return i == top


def _voucher(told: Told, head: int) -> frozenset[str]:
    """The words of whoever is said to say it; empty where the writer does."""
    for token in told.analysis.tokens:
        lemma = token.lemma.lower()
        if token.i == head or token.pos != "VERB" or lemma not in words("speech-verbs.txt") or lemma in _VOUCHING:
            continue
        if not _below(told, head, token.i) and (token.rel != "parataxis" or not _below(told, token.i, head)):
            continue
        return _or_none(told, _seat(told, token.i)) | {"said"}
    lower = told.analysis.text.lower()
    at = lower.find("according to ")
    return frozenset(["said", *lower[at + 13 :].split()[:4]]) if at >= 0 else frozenset()
