"""The table of settings: what each is called, takes and means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factcheck.config import values

PREFIX = "FACTCHECK_"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the settings table: `read` turns a raw value into the setting's or raises `ValueError`."""

    name: str
    values: str
    summary: str
    read: Callable[[object], object]


_ENTRIES = (
    Entry("db", "a path", "The ledger: the SQLite file that keeps claims, notes and runs.", values.text),
    Entry("notes", "paths, globs, URLs", "The reference notes when no `-n` names them.", values.paths),
    Entry("date", "YYYY-MM-DD", "The day of the drafts; before their own front matter and dateline.", values.day),
    Entry(
        "language_model",
        "a name or path",
        "The spaCy pipeline that parses: the bundled one, or an installed one.",
        values.text,
    ),
    Entry("ledger", "true, false", "Whether the ledger is used at all; `--no-ledger` keeps nothing.", values.switch),
    Entry("fail_on", "labels, codes, prefixes", "What fails a run with exit code 1.", values.labels_and_codes),
    Entry("min_confidence", "0 to 1", "Below this confidence a verdict counts as not enough evidence.", values.share),
    Entry("exit_zero", "true, false", "Exit with 0 where the code would be 1.", values.switch),
    Entry("strict", "true, false", "Exit with 4 when something could not be checked.", values.switch),
    Entry("allow_empty", "true, false", "Exit with 0, not 3, when there was nothing to check.", values.switch),
    Entry(
        "format",
        ", ".join(values.FORMATS),
        "The form of a report; auto is a table on a terminal, text elsewhere.",
        values.format_name,
    ),
    Entry("only", "labels", "The labels that a report lists; none named means all.", values.labels),
    Entry("kind", "kinds of claim", "The kinds of claim that a report lists; none named means all.", values.kinds),
)


ENTRIES = {entry.name: entry for entry in _ENTRIES}


def variable(name: str) -> str:
    """The environment variable of a setting: "fail_on" is `FACTCHECK_FAIL_ON`."""
    return PREFIX + name.upper()


def flag(name: str) -> str:
    """The long option of a setting, without its dashes."""
    return "no-ledger" if name == "ledger" else name.replace("_", "-")


def shown(value: object) -> str:
    """A setting's value as `factcheck config show` prints it."""
    if value is None:
        return "(unknown)"
    if isinstance(value, tuple):
        return ", ".join(value) or "(none)"
    return str(value).lower() if isinstance(value, bool) else str(value)
