"""Whether a text says of a predicate that it is not so."""

from __future__ import annotations

import re

from factcheck.facets.lexicon import known
from factcheck.facets.names.data import places
from factcheck.facets.polarity.cues import CLAUSES, REACH, cues, introduced_by, is_a
from factcheck.model import Analysis, Token

_PARTICIPANTS = frozenset(("nsubj", "obj", "iobj", "obl"))
# Between a negator and its predicate stand at most these.
_BETWEEN = frozenset(("AUX", "ADV", "PART"))
# What is still to come has not been: "has yet to open", "is yet to be chosen".
_YET_TO = re.compile(r"\b(has|have|had|is|are|was|were|having|'s|’s|'ve|’ve) yet to( be| have)?$")


def negated(analysis: Analysis, i: int) -> bool:
    """Whether the text says that the predicate at token `i` is not so; two negations make none."""
    return _negations(analysis, i, REACH) % 2 == 1


def _negations(analysis: Analysis, i: int, reach: int) -> int:
    if reach == 0:
        return 0
    own = _own_negators(analysis, i) or _negative_participants(analysis, i)
    return own + _negations_above(analysis, i, reach)


def _own_negators(analysis: Analysis, i: int) -> int:
    """The negators of the predicate itself: not, never, no longer, without, far from, yet to."""
    tokens = analysis.tokens
    found = {j for j in analysis.children[i] if _negates(analysis, j)}
    k = i - 1
    while k >= 0 and tokens[k].pos in _BETWEEN:
        if (
            _negates(analysis, k)
            and tokens[i].pos in ("VERB", "ADJ", "NOUN", "AUX")
            and not _belongs_elsewhere(analysis, k, i)
        ):
            found.add(k)
        k -= 1
    before = " ".join(token.lower for token in tokens[max(0, i - 4) : i])
    if before.endswith(
        ("far from", "far from being", "far from a", "far from the", "anything but", "anything but a", "nowhere near")
    ) or _YET_TO.search(before):
        found.add(i)
    return len(found)


def _belongs_elsewhere(analysis: Analysis, k: int, i: int) -> bool:
    """Whether the negator at `k` denies a word between, or another predicate that this one is no part of."""
    head = analysis.tokens[k].head
    return head != i and (
        k < head < i
        or analysis.tokens[head].pos in ("NUM", "DET", "PRON")
        or (head < k and analysis.tokens[head].pos == "VERB")
    )


def _negates(analysis: Analysis, j: int) -> bool:
    tokens = analysis.tokens
    token = tokens[j]
    following = tokens[j + 1].lower if j + 1 < len(tokens) else ""
    if is_a(token, "negator"):
        if token.lower in ("nor", "neither"):
            return token.rel in ("advmod", "cc", "preconj", "det")
        return following not in ("only", "just", "merely", "least") and following != "until"
    if token.lower == "longer" or following == "longer":
        return _no_longer(analysis, j)
    return token.lower == "without" and token.rel == "mark"


def _no_longer(analysis: Analysis, j: int) -> bool:
    tokens = analysis.tokens
    return tokens[j].lower == "longer" and j > 0 and tokens[j - 1].lower == "no"


def _negative_participants(analysis: Analysis, i: int) -> int:
    """Whether a participant is none: nobody, no ship, hardly any member, none of them."""
    tokens = analysis.tokens
    if any(_negative_determiner(analysis, j) for j in analysis.children[i]):
        return 1
    for j in analysis.children[i]:
        token = tokens[j]
        if token.rel not in _PARTICIPANTS or (analysis.child(j, "case") is not None and token.rel == "obl"):
            continue
        if (
            is_a(token, "negative subject")
            or token.lower == "no"
            or (token.lower == "one" and j and tokens[j - 1].lower == "no")
        ):
            return 1
        if any(_negative_determiner(analysis, k) for k in analysis.children[j]):
            return 1
    return 0


def _negative_determiner(analysis: Analysis, k: int) -> bool:
    tokens = analysis.tokens
    token = tokens[k]
    if token.rel not in ("det", "advmod", "amod"):
        return False
    if token.lower == "no":
        if _in_title(tokens[k], tokens[token.head]):
            return False
        return k + 1 >= len(tokens) or tokens[k + 1].lower not in ("longer", "fewer", "less", "more", "doubt")
    if token.lower == "any":
        return (
            k > 0
            and tokens[k - 1].lower in ("hardly", "scarcely", "barely", "not", "n't")
            and tokens[k - 1].head in (k, tokens[k].head)
        )
    return token.lower == "neither" and token.rel == "det"


def _in_title(negator: Token, noun: Token) -> bool:
    """Whether "no" is the first word of a title, before a common noun with a capital: "No Strings Attached"."""
    capitals = negator.text[0].isupper() and noun.text[0].isupper()
    return capitals and not places(noun.text) and known(noun.lemma.lower(), "NOUN")


def _negations_above(analysis: Analysis, i: int, reach: int) -> int:
    """What governs the predicate: "failed to", "unable to", "do not think that", "did not eat or drink"."""
    tokens = analysis.tokens
    token = tokens[i]
    if token.head == i:
        return 0
    head = tokens[token.head]
    if token.rel == "conj":
        linked = analysis.child(i, "cc")
        shares = linked is not None and linked.lower in ("or", "nor") and analysis.child(i, "nsubj") is None
        return (
            _negations(analysis, head.i, reach - 1)
            if shares and not (linked and linked.lower == "nor" and _own_negators(analysis, i))
            else 0
        )
    mark = analysis.child(i, "mark")
    if token.rel not in CLAUSES or (mark is not None and mark.lower in cues("adverbial mark")):
        return 0
    if _turns_round(analysis, head, token):
        return 1 + _negations(analysis, head.i, reach - 1)
    if token.rel in ("xcomp", "ccomp", "csubj") and is_a(head, "raising verb"):
        return _negations(analysis, head.i, reach - 1)
    return 0


def _turns_round(analysis: Analysis, head: Token, token: Token) -> bool:
    """Whether the governing word says that what it governs is not so."""
    if is_a(head, "negating verb with object") and introduced_by(analysis, token.i, "from"):
        return True
    if is_a(head, "negating verb"):
        return token.rel in ("xcomp", "ccomp") or (
            token.rel in ("advcl", "obl") and introduced_by(analysis, token.i, "to", "from")
        )
    return (is_a(head, "negating noun") and token.rel == "acl") or (
        is_a(head, "negating adjective") and token.rel in ("xcomp", "ccomp", "advcl", "csubj")
    )
