"""Extraction on labelled texts: atomic claims, sentences, what can be checked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from factcheck import claims
from factcheck.claims.sentences import split
from factcheck.evaluation.cases import Checkability, Decomposition, Segmentation
from factcheck.evaluation.documents import of_paragraphs
from factcheck.evaluation.statistics import Share
from factcheck.evaluation.tables import Table

if TYPE_CHECKING:
    from factcheck.language import Parser
    from factcheck.model import Extraction

_WORD = re.compile(r"\w+")


def decompose(cases: Sequence[Decomposition], parser: Parser) -> Iterator[tuple[Decomposition, Mapping[str, Any]]]:
    """Each case with the line of the predictions file: its id and the claims found."""
    for case in cases:
        found = [claim.text for claim in _extraction(case.text, parser).claims]
        yield case, {"id": case.id, "claims": found}


def decomposition_table(rows: Sequence[tuple[Decomposition, Mapping[str, Any]]]) -> Table:
    """One-to-one token F1: claims are matched best first, and one without a partner costs precision or recall."""
    precision = recall = 0.0
    predicted_count = human_count = 0
    for case, row in rows:
        predicted = [_tokens(text) for text in row["claims"]]
        human = [_tokens(text) for text in case.claims]
        total = sum(matched(predicted, human))
        precision += total / max(1, len(predicted))
        recall += total / max(1, len(human))
        predicted_count += len(predicted)
        human_count += len(human)
    precision, recall = precision / len(rows), recall / len(rows)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Table(
        "Decomposition",
        ("measure", "value"),
        (
            ("one-to-one token F1", f"{f1:.3f}"),
            ("precision", f"{precision:.3f}"),
            ("recall", f"{recall:.3f}"),
            ("claims found, by humans", f"{predicted_count}, {human_count}"),
            ("ratio of their numbers", f"{predicted_count / max(1, human_count):.2f}"),
        ),
    )


def matched(predicted: Sequence[Counter[str]], human: Sequence[Counter[str]]) -> list[float]:
    """The token F1 of each matched pair: one to one, greedily from the best."""
    scored = sorted(
        ((_f1(p, h), i, j) for i, p in enumerate(predicted) for j, h in enumerate(human)),
        reverse=True,
    )
    used_predicted: set[int] = set()
    used_human: set[int] = set()
    scores = []
    for score, i, j in scored:
        if score > 0 and i not in used_predicted and j not in used_human:
            used_predicted.add(i)
            used_human.add(j)
            scores.append(score)
    return scores


def segment(cases: Sequence[Segmentation]) -> Iterator[tuple[Segmentation, Mapping[str, Any]]]:
    """Each case with the sentences found."""
    for case in cases:
        yield case, {"id": case.id, "sentences": [span.of(case.text) for span in split(case.text)]}


def segmentation_table(rows: Sequence[tuple[Segmentation, Mapping[str, Any]]]) -> Table:
    """Texts that are split exactly as by the human, and the F1 of single boundaries."""
    exact = sum([_bare(s) for s in row["sentences"]] == [_bare(s) for s in case.sentences] for case, row in rows)
    right = found = wanted = 0
    for case, row in rows:
        mine, theirs = _ends(row["sentences"]), _ends(case.sentences)
        right, found, wanted = right + len(mine & theirs), found + len(mine), wanted + len(theirs)
    return Table(
        "Sentences",
        ("measure", "value"),
        (
            ("texts split exactly", str(Share(exact, len(rows)))),
            ("boundary F1", f"{2 * right / max(1, found + wanted):.3f}"),
        ),
    )


def find_checkable(cases: Sequence[Checkability], parser: Parser) -> Iterator[tuple[Checkability, Mapping[str, Any]]]:
    """Each case with whether a checkable claim was found in it."""
    for case in cases:
        found = any(claim.checkable for claim in _extraction(case.text, parser).claims)
        yield case, {"id": case.id, "checkable": found}


def checkability_table(rows: Sequence[tuple[Checkability, Mapping[str, Any]]]) -> Table:
    """How "can be checked" relates to the human "worth checking"; the two are not the same, so there is no target."""
    both = sum(case.worth and row["checkable"] for case, row in rows)
    found = sum(row["checkable"] for _, row in rows)
    worth = sum(case.worth for case, _ in rows)
    return Table(
        "Checkable",
        ("measure", "value"),
        (
            ("worth checking, of those found checkable", str(Share(both, found))),
            ("found checkable, of those worth checking", str(Share(both, worth))),
            ("F1", f"{2 * both / max(1, found + worth):.3f}"),
        ),
    )


def _extraction(text: str, parser: Parser) -> Extraction:
    return claims.extract(of_paragraphs([text]), parser)


def _tokens(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))


def _f1(a: Counter[str], b: Counter[str]) -> float:
    return 2 * (a & b).total() / max(1, a.total() + b.total())


def _bare(sentence: str) -> str:
    return "".join(sentence.split())


def _ends(sentences: Sequence[str]) -> set[int]:
    """Where each sentence but the last ends, in characters that are no white space."""
    ends, position = set(), 0
    for sentence in sentences[:-1]:
        position += len(_bare(sentence))
        ends.add(position)
    return ends
