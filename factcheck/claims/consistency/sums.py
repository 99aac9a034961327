"""FC604: parts that do not add up, shares of more than the whole, and changes that do not fit their figures."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.claims.data import rows, words
from factcheck.facets import lexicon
from factcheck.facets.quantities.value import COUNT, MULTIPLE, PERCENT, RATIO
from factcheck.model import Inconsistency, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.claims.consistency.telling import Told
    from factcheck.facets.quantities import Quantity

CODE = "FC604"
# What splits a whole by its own nature: shares "of the vote" cannot overlap.
_EXCLUSIVE_WHOLES = frozenset(["vote", "seat", "share", "stake", "electorate", "market", "equity", "ballot"])
# So much over 100 percent, and so far from the figure, roundings can come.
_ROUNDING_OF_SHARES = Decimal(2)
_SLACK = Decimal("0.05")
_MOST_PARTS = 12
_CHANGE = re.compile(
    r",? (?:\(|[—–-] ?)?(?:a|an|or|up|down|by|which is|that is)?[ a-z]{0,24}?"
    r"\b(?P<noun>rise|increase|growth|gain|jump|surge|drop|fall|decline|decrease|loss|reduction|cut|up|down)"
    r"(?: of)?(?: \w+)?,? ?\(?"
)
_TIMES = {
    "doubled": Decimal(2),
    "tripled": Decimal(3),
    "trebled": Decimal(3),
    "quadrupled": Decimal(4),
    "halved": Decimal("0.5"),
}
_TIMES_SLACK = Decimal("0.15")


def find(told: Sequence[Told]) -> Iterator[Inconsistency]:
    """Each sentence's sums, in the order of the text."""
    for sentence in told:
        if any(token.text == "?" for token in sentence.analysis.tokens[-3:]):
            continue
        found = list(sentence.quantities)
        if len(found) > 1:
            yield from _parts(sentence, found)
            yield from _shares(sentence, found)
            yield from _changes(sentence, found)


# --- parts of a total ---------------------------------------------------------------------------------


def _parts(sentence: Told, found: list[Quantity]) -> Iterator[Inconsistency]:
    """ "Of the 90 members, 50 …, 30 … and 20 …"; "30 seats: 12 …, 11 … and 9 …"; "… people, 700 men and 400 women"."""
    text = sentence.analysis.text
    for n, total in enumerate(found):
        parts = found[n + 1 : n + 1 + _MOST_PARTS]
        if len(parts) < 2 or not all(_counts(q) for q in (total, *parts)) or len(found) > n + 1 + _MOST_PARTS:
            continue
        if _has(text[total.span.start :], "partial-list-words.txt"):
            continue
        whole, added = total.value or Decimal(0), sum((part.value or Decimal(0) for part in parts), Decimal(0))
        if added == whole or whole == len(parts) or not _same_kind(total, parts):
            continue
        if _is_listed(text, total, parts) or (added > whole and _splits(sentence, total, parts)):
            yield _sum(sentence, total, parts, added)
        return


def _has(text: str, name: str) -> bool:
    """Whether one of the words of a list stands in the text."""
    return not words(name).isdisjoint(re.findall(r"[a-z'’]+", text.lower()))


def _counts(quantity: Quantity) -> bool:
    exact = quantity.value is not None and not quantity.approximate and quantity.bound.value == "exact"
    return exact and quantity.unit == COUNT


def _is_listed(text: str, total: Quantity, parts: list[Quantity]) -> bool:
    """Whether a colon, or a comma with a split that leaves nothing out, says that the parts are all."""
    lead = text[total.span.end : parts[0].span.start]
    listed = re.fullmatch(r"[^,;:()]{0,60}: ?", lead) is not None
    if not listed and not _is_pair(text, parts):
        return False
    gaps = [text[a.span.end : b.span.start] for a, b in pairwise(parts)]
    tail = text[parts[-1].span.end :]
    joined = all(re.fullmatch(r"[^,;:.]{0,60}(?:,|;|,? and|;? and|, as well as) ", gap) for gap in gaps)
    return joined and " and " in gaps[-1] and re.fullmatch(r"[^,;:]{0,60}[.!]?", tail) is not None


def _is_pair(text: str, parts: list[Quantity]) -> bool:
    """ "…, 700 men and 400 women" at the end of a sentence."""
    return (
        len(parts) == 2 and re.search(r"[,(—–] ?$", text[: parts[0].span.start]) is not None and _splits_people(parts)
    )


def _splits_people(parts: list[Quantity]) -> bool:
    return {part.noun for part in parts} in ({"man", "woman"}, {"boy", "girl"}, {"male", "female"}, {"adult", "child"})


def _same_kind(total: Quantity, parts: list[Quantity]) -> bool:
    """Whether the parts are of what is counted: the same noun, none, or a kind of it."""
    whole = total.noun
    if whole is None:
        return False
    nouns = [part.noun for part in parts]
    return all(noun is None or noun == whole or lexicon.hypernym(whole, noun, "NOUN") for noun in nouns) or (
        _splits_people(parts)
        and whole in ("person", "member", "child", "pupil", "student", "passenger", "victim", "worker")
    )


def _splits(sentence: Told, total: Quantity, parts: list[Quantity]) -> bool:
    """ "Of the 90 members, 50 voted for it …": more than there are, in answers that exclude each other."""
    text = sentence.analysis.text
    if re.search(r"\b[Oo]f (?:the|its|their|all|our|his|her) $", text[: total.span.start]) is None:
        return False
    if any(part.noun is not None and part.noun != total.noun for part in parts) or not _starts_clause(text, total):
        return False
    ends = [part.span.start for part in parts[1:]] + [len(text)]
    answers = [_answer(text[part.span.end : end]) for part, end in zip(parts, ends, strict=True)]
    return _exclude_each_other(answers)


def _starts_clause(text: str, total: Quantity) -> bool:
    return re.search(r"(?:^|[,;] |and )\W?[Oo]f \w+ $", text[: total.span.start]) is not None


@cache
def _answers() -> dict[str, tuple[str, str]]:
    """The class and the value of words that answer one question."""
    return {word: (kind, value) for kind, value, members in rows("exclusive-answers.tsv") for word in members.split()}


def _answer(text: str) -> frozenset[tuple[str, str]]:
    found = [_answers()[word] for word in re.findall(r"[a-z]+", text.lower()) if word in _answers()]
    return frozenset(found)


def _exclude_each_other(answers: list[frozenset[tuple[str, str]]]) -> bool:
    """Whether all parts answer one question, each otherwise."""
    kinds = [{kind for kind, _ in answer} for answer in answers]
    for kind in sorted(set.intersection(*kinds)) if kinds else []:
        values = [frozenset(value for k, value in answer if k == kind) for answer in answers]
        if all(len(value) == 1 for value in values) and len(set(values)) == len(values):
            return True
    return False


def _sum(sentence: Told, total: Quantity, parts: list[Quantity], added: Decimal) -> Inconsistency:
    text = sentence.analysis.text
    span = Span(parts[0].span.start, parts[-1].span.end)
    sums = " + ".join(part.text for part in parts)
    message = f"{sums} is {added:,f}, not {total.text}"
    return Inconsistency(CODE, sentence.source(total.span), sentence.source(span), total.text, span.of(text), message)


# --- shares of a whole --------------------------------------------------------------------------------


def _shares(sentence: Told, found: list[Quantity]) -> Iterator[Inconsistency]:
    """Shares of one whole, in answers that exclude each other, that are more than all of it."""
    text = sentence.analysis.text
    shares = [q for q in found if q.unit == PERCENT]
    exact = all(q.value is not None and q.bound.value == "exact" for q in shares)
    if (
        not 2 <= len(shares) <= _MOST_PARTS
        or not exact
        or len(shares) != len([q for q in found if q.unit in (PERCENT, RATIO)])
    ):
        return
    wholes = {q.noun for q in shares}
    added = sum((q.value or Decimal(0) for q in shares), Decimal(0))
    if (
        added <= 100 + _ROUNDING_OF_SHARES
        or len(wholes) != 1
        or len(sentence.dates) > 1
        or _has(text, "several-wholes-words.txt")
    ):
        return
    ends = [q.span.start for q in shares[1:]] + [len(text)]
    answers = [_answer(text[q.span.end : end]) for q, end in zip(shares, ends, strict=True)]
    if wholes & _EXCLUSIVE_WHOLES or (None not in wholes and _exclude_each_other(answers)):
        first, last = shares[0], shares[-1]
        sums = " + ".join(q.text for q in shares)
        spans = [sentence.source(q.span) for q in (first, last)]
        yield Inconsistency(
            CODE, spans[0], spans[1], first.text, last.text, f"{sums} is {added:f} percent of one whole"
        )


# --- changes ------------------------------------------------------------------------------------------


def _changes(sentence: Told, found: list[Quantity]) -> Iterator[Inconsistency]:
    """ "rose from 40 to 50, a rise of 20 percent"; "doubled from 300 to 500"."""
    for n, (first, last) in enumerate(pairwise(found)):
        if not _is_from_to(sentence.analysis.text, first, last):
            continue
        yield from _times(sentence, found[n - 1] if n else None, first, last)
        rest = found[n + 2 : n + 3]
        if rest and rest[0].unit == PERCENT and first.unit != PERCENT:
            yield from _percent(sentence, first, last, rest[0])


def _is_from_to(text: str, first: Quantity, last: Quantity) -> bool:
    exact = all(
        q.value is not None and q.value > 0 and not q.approximate and q.bound.value == "exact" for q in (first, last)
    )
    led = re.search(r"\bfrom $", text[: first.span.start]) is not None
    between = text[first.span.end : last.span.start]
    return (
        exact
        and led
        and first.unit == last.unit
        and re.fullmatch(r"(?: [\w-]+){0,3} (?:up |down )?to ", between) is not None
    )


def _percent(sentence: Told, first: Quantity, last: Quantity, share: Quantity) -> Iterator[Inconsistency]:
    text = sentence.analysis.text
    if (
        share.approximate
        or share.value is None
        or share.bound.value != "exact"
        or first.value is None
        or last.value is None
    ):
        return
    gap = text[last.span.end : share.span.start]
    after = text[share.span.end : share.span.end + 20]
    named = re.fullmatch(
        r" ?(?:increase|rise|jump|growth|gain|drop|fall|decline|decrease|surge|cut|reduction)\b.*", after
    )
    plain = re.fullmatch(r"(?: \w+){0,2}[,(—–: ]{1,3}(?:or |up |down |by |an? |i\.e\. )?", gap) is not None
    if not (named and plain) and not _CHANGE.fullmatch(gap):
        return
    low, high = _bounds(first, last)
    margin = min(share.precision, Decimal("0.5")) + abs(share.value) * _SLACK
    if not low - margin <= share.value <= high + margin:
        real = abs(last.value / first.value - 1) * 100
        span = Span(first.span.start, last.span.end)
        message = f"from {first.text} to {last.text} is a change of {real:.0f} percent, not {share.text}"
        yield Inconsistency(
            CODE, sentence.source(span), sentence.source(share.span), span.of(text), share.text, message
        )


def _bounds(first: Quantity, last: Quantity) -> tuple[Decimal, Decimal]:
    """The least and the greatest change in percent that the figures allow, as they may be rounded."""
    one, two = first.value or Decimal(1), last.value or Decimal(1)
    a, b = _rounding(first), _rounding(last)
    found = [((y / x) - 1) * 100 for x in (one - a, one + a) for y in (two - b, two + b)]
    found = [abs(each) for each in found]
    return min(found), max(found)


def _rounding(quantity: Quantity) -> Decimal:
    """How far the true value may lie from the figure; one below a hundred is as exact as its neighbours."""
    value, figure = abs(quantity.value or Decimal(0)), abs(quantity.figure or Decimal(0))
    if 0 < figure < 100:
        return min(quantity.precision, value / figure / 2)
    return min(quantity.precision, value * Decimal("0.02"))


def _times(sentence: Told, before: Quantity | None, first: Quantity, last: Quantity) -> Iterator[Inconsistency]:
    if before is None or before.unit != MULTIPLE or first.value is None or last.value is None:
        return
    wanted = _TIMES.get(before.text.lower())
    gap = sentence.analysis.text[before.span.end : first.span.start]
    if wanted is None or re.fullmatch(r"(?:,| [\w-]+){0,3} from ", gap) is None:
        return
    real = last.value / first.value
    if abs(real - wanted) > wanted * _TIMES_SLACK:
        span = Span(first.span.start, last.span.end)
        message = f"from {first.text} to {last.text} is {real:.2f} times, not {before.text}"
        yield Inconsistency(
            CODE,
            sentence.source(before.span),
            sentence.source(span),
            before.text,
            span.of(sentence.analysis.text),
            message,
        )
