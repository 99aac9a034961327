"""What a text says of a predicate: negated or not, fact or possibility, and of how many of its participants."""

from __future__ import annotations

from functools import cache
from typing import Literal

from factcheck.facets.lexicon import known
from factcheck.facets.lexicon.tables import rows
from factcheck.facets.names.data import places
from factcheck.model import Analysis, Token

Modality = Literal["fact", "possible", "necessary", "planned", "alleged", "denied", "conditional", "question"]

# How far up the tree a word's force is followed ("did not plan to try to begin").
REACH = 6
# Clauses that stand under the verb that governs them.
_CLAUSES = frozenset(("xcomp", "ccomp", "advcl", "acl", "obl", "csubj"))
_PARTICIPANTS = frozenset(("nsubj", "obj", "iobj", "obl"))
# Between a negator and its predicate stand at most these.
_BETWEEN = frozenset(("AUX", "ADV", "PART"))


@cache
def cues(kind: str) -> frozenset[str]:
    """The words of polarity.tsv in a class."""
    return frozenset(word for name, words in rows("polarity.tsv") if name == kind for word in words.split())


def _is(token: Token, kind: str) -> bool:
    words = cues(kind)
    return token.lower in words or token.lemma.lower() in words


# --- negation ---------------------------------------------------------------------------------------


def negated(analysis: Analysis, i: int) -> bool:
    """Whether the text says that the predicate at token `i` is not so; two negations make none."""
    return _negations(analysis, i, REACH) % 2 == 1


def _negations(analysis: Analysis, i: int, reach: int) -> int:
    if reach == 0:
        return 0
    own = _own_negators(analysis, i) or _negative_participants(analysis, i)
    return own + _negations_above(analysis, i, reach)


def _own_negators(analysis: Analysis, i: int) -> int:
    """The negators of the predicate itself: not, never, no longer, without, far from."""
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
    ):
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
    if _is(token, "negator"):
        if token.lower in ("nor", "neither"):
            return token.rel in ("advmod", "cc", "preconj", "det")
        return following not in ("only", "just", "merely", "least") and following != "until"
    if token.lower == "longer" or following == "longer":
        return _no_longer(analysis, j)
    return token.lower == "without" and token.rel == "mark"


def _no_longer(analysis: Analysis, j: int) -> bool:
    tokens = analysis.tokens
    return tokens[j].lower == "longer" and j > 0 and tokens[j - 1].lower in ("no",)


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
            _is(token, "negative subject")
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
    if token.rel not in _CLAUSES or (mark is not None and mark.lower in _ADVERBIAL):
        return 0
    if _turns_round(analysis, head, token):
        return 1 + _negations(analysis, head.i, reach - 1)
    if token.rel in ("xcomp", "ccomp", "csubj") and _is(head, "raising verb"):
        return _negations(analysis, head.i, reach - 1)
    return 0


_ADVERBIAL = frozenset(
    [
        "if",
        "unless",
        "because",
        "since",
        "although",
        "though",
        "while",
        "when",
        "before",
        "after",
        "until",
        "as",
        "so",
        "whether",
        "once",
    ]
)


def _turns_round(analysis: Analysis, head: Token, token: Token) -> bool:
    """Whether the governing word says that what it governs is not so."""
    if _is(head, "negating verb with object") and _has(analysis, token.i, "from"):
        return True
    if _is(head, "negating verb"):
        return token.rel in ("xcomp", "ccomp") or (
            token.rel in ("advcl", "obl") and _has(analysis, token.i, "to", "from")
        )
    return (_is(head, "negating noun") and token.rel == "acl") or (
        _is(head, "negating adjective") and token.rel in ("xcomp", "ccomp", "advcl", "csubj")
    )


def _has(analysis: Analysis, i: int, *words: str) -> bool:
    return any(analysis.tokens[j].lower in words and j < i for j in analysis.children[i])


# --- certainty ----------------------------------------------------------------------------------------


def modality(analysis: Analysis, i: int) -> Modality:
    """How the text puts the predicate at token `i`: as a fact, a possibility, a plan, an allegation …"""
    if _asked(analysis, i):
        return "question"
    at = i
    for _ in range(REACH):
        found = _own_modality(analysis, at, i) or _governed_modality(analysis, at)
        if found is not None:
            return found
        token = analysis.tokens[at]
        if token.head == at or not _carries(analysis, at):
            break
        at = token.head
    return "fact"


def _asked(analysis: Analysis, i: int) -> bool:
    return analysis.tokens[i].head == i and analysis.text.rstrip("\"”’') ").endswith("?")


def _carries(analysis: Analysis, i: int) -> bool:
    """Whether what governs the head also governs the token: an infinitive, or a shared auxiliary."""
    token = analysis.tokens[i]
    if token.rel == "conj":
        return analysis.child(i, "nsubj") is None and analysis.child(i, "aux") is None
    return token.rel == "xcomp"


def _own_modality(analysis: Analysis, at: int, i: int) -> Modality | None:
    """From the auxiliaries and adverbs of the predicate, or of the verb that it is an infinitive of."""
    children = [
        analysis.tokens[j]
        for j in analysis.children[at]
        if analysis.tokens[j].rel in ("aux", "advmod", "mark", "amod", "cop", "advcl")
    ]
    own = at == i or analysis.tokens[i].rel == "conj"
    if own and any(token.rel == "mark" and _is(token, "conditional mark") for token in children):
        return "conditional"
    for kind, modal in _OWN:
        if any(_is(token, kind) and token.rel != "advcl" for token in children):
            return modal
    return None


_OWN: tuple[tuple[str, Modality], ...] = (
    ("alleged adverb", "alleged"),
    ("alleged adjective", "alleged"),
    ("possible auxiliary", "possible"),
    ("possible adverb", "possible"),
    ("conditional auxiliary", "conditional"),
    ("necessary auxiliary", "necessary"),
    ("planned auxiliary", "planned"),
)
_DENIED: tuple[str, Modality] = ("denied verb", "denied")
_ALLEGED: tuple[tuple[str, Modality], ...] = (("alleged verb", "alleged"),)
_EXPECTED: tuple[tuple[str, Modality], ...] = (("possible verb", "possible"), ("planned verb", "planned"))
_POSSIBLE = _EXPECTED[0]
_AHEAD: tuple[tuple[str, Modality], ...] = (
    _EXPECTED[1],
    ("attempted verb", "planned"),
    ("necessary verb", "necessary"),
)
_OTHERS: tuple[tuple[str, Modality], ...] = (
    ("denied noun", "denied"),
    ("alleged noun", "alleged"),
    ("possible noun", "possible"),
    ("planned noun", "planned"),
)
_ADJECTIVES: tuple[tuple[str, Modality], ...] = (
    ("planned adjective", "planned"),
    ("possible adjective", "possible"),
    ("necessary adjective", "necessary"),
)


def _governed_modality(analysis: Analysis, i: int) -> Modality | None:
    """From the word that governs the predicate: "accused of", "plans to", "is likely to", "a proposal to"."""
    token = analysis.tokens[i]
    if token.head == i or token.rel not in _CLAUSES:
        return None
    if token.rel in ("advcl", "obl") and not _has(analysis, i, "of", "to", "on", "with"):
        return None
    head = analysis.tokens[token.head]
    return next((modal for kind, modal in _governors(analysis, i, head) if _is(head, kind)), None)


def _governors(analysis: Analysis, i: int, head: Token) -> tuple[tuple[str, Modality], ...]:
    """The kinds of word that can govern the clause of `i`, by the clause's relation, and what they make of it."""
    relation = analysis.tokens[i].rel
    if relation == "acl":
        return _OTHERS if _has(analysis, i, "to", "of", "that") else ()
    if relation in ("advcl", "obl"):
        if _has(analysis, i, "of", "with"):  # "accused of fraud", "charged with fraud"
            return _ALLEGED
        return _AHEAD if _is(head, "bound participle") else ()
    if relation == "ccomp":
        return (_DENIED, *_ALLEGED, *_EXPECTED, *_ADJECTIVES)
    return (_DENIED, *_ALLEGED, _POSSIBLE, *_AHEAD, *_ADJECTIVES)


# --- how many -----------------------------------------------------------------------------------------

_SCOPES = ("only", "no", "all", "most", "many", "some", "few")


def scope(analysis: Analysis, i: int) -> str | None:
    """Of how many the text speaks at the noun `i`: all, most, many, some, few, no, only, "not all", or None."""
    tokens = analysis.tokens
    near = [j for j in analysis.children[i] if j < i and tokens[j].rel in ("det", "amod", "advmod", "nummod")]
    if tokens[i].rel == "nmod" and _has(analysis, i, "of"):
        near.append(tokens[i].head)
    near.append(i)
    for j in near:
        found = next((name for name in _SCOPES if tokens[j].lower in cues(f"scope {name}")), None)
        if found is None or (found == "most" and _is_superlative(analysis, j)):
            continue
        before = tokens[j - 1].lower if j else ""
        if found == "few" and before == "a":
            return "some"
        if before in ("not", "n't") and found in ("all", "many"):
            return "not all" if found == "all" else "few"
        return found
    if any(tokens[j].lower == "any" and j and tokens[j - 1].lower in ("hardly", "scarcely", "barely") for j in near):
        return "few"
    return None


def _is_superlative(analysis: Analysis, j: int) -> bool:
    """Whether "most" makes a superlative of the adjective after it."""
    following = analysis.tokens[j + 1] if j + 1 < len(analysis.tokens) else None
    return following is not None and following.pos == "ADJ" and analysis.tokens[j].head == following.i
