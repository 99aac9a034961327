"""Errors of labelled drafts by kind: how many are caught, and how many of those with a rule that names their kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck import wordlists
from factcheck.evaluation.statistics import Share
from factcheck.evaluation.tables import Table

KINDS = Path(__file__).parent / "data" / "error-types.tsv"


@dataclass(frozen=True)
class LabelledError:
    """An error of a draft: its kind, whether it was caught, and the codes of the findings."""

    kind: str
    caught: bool
    codes: frozenset[str]

    @property
    def rightly(self) -> bool:
        """Whether it was caught for the right reason."""
        return self.caught and bool(self.codes & codes_of(self.kind))


@cache
def _kinds() -> dict[str, frozenset[str]]:
    return {kind: frozenset(codes.split()) for kind, codes in wordlists.rows(KINDS)}


def codes_of(kind: str) -> Set[str]:
    """The rules that name a kind of error; a rule's own code is a kind, too."""
    name = kind.strip().lower().replace("-", "_").replace(" ", "_")
    return _kinds().get(name, frozenset({kind.strip().upper()}))


def table(errors: Iterable[LabelledError]) -> Table:
    """Errors caught, and of those the share with the right code, kind by kind, the most frequent first."""
    by_kind: dict[str, list[LabelledError]] = defaultdict(list)
    for error in errors:
        by_kind[error.kind].append(error)
    everything = [error for group in by_kind.values() for error in group]
    groups = sorted(by_kind.items(), key=lambda item: (-len(item[1]), item[0]))
    rows = tuple(_row(kind, group) for kind, group in (("all errors", everything), *groups))
    return Table("Errors", ("kind", "caught", "of these with the right code"), rows)


def _row(kind: str, errors: list[LabelledError]) -> tuple[str, str, str]:
    caught = [error for error in errors if error.caught]
    right = Share(sum(error.rightly for error in caught), len(caught))
    return kind, str(Share(len(caught), len(errors))), str(right) if caught else "–"
