"""What a command is asked to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from factcheck.model import Label


@dataclass(frozen=True, slots=True)
class Settings:
    """What a command is asked to do.

    `db` is the ledger's path; `notes` the reference notes when none are named; `date` the day the drafts are dated,
    where they do not say; `fail_on` the labels, codes and prefixes of codes that fail a run; `min_confidence` the least
    (0 to 1) at which a verdict counts; `only` and `kind` what a report lists (empty: everything); `ledger` is false to
    keep nothing.
    """

    db: str = "claims.db"
    notes: tuple[str, ...] = ()
    date: date | None = None
    language_model: str = "bundled"
    ledger: bool = True
    fail_on: tuple[str, ...] = (Label.REFUTED.value, Label.CONFLICTING.value)
    min_confidence: float = 0.0
    exit_zero: bool = False
    strict: bool = False
    allow_empty: bool = False
    format: str = "auto"
    only: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()

    def result_settings(self) -> dict[str, str]:
        """The settings that can change a verdict, as the run records them."""
        return {"date": self.date.isoformat() if self.date else "", "language_model": self.language_model}


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings of one command, and for each name the place that its value came from."""

    settings: Settings
    origins: Mapping[str, str]
