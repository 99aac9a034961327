"""The errors that a user can act on: each message is one line that says what, where and how to mend it.

FactcheckError
├── ReadError        a document that cannot be read
├── ConfigError      a setting that is unknown or has no such value
├── LedgerError      a claims database that cannot be used
└── UsageError       a command that asks for what is not there
"""

from __future__ import annotations


class FactcheckError(Exception):
    """The base of every error that a user can cause; the command line prints it and exits with 2."""


class ReadError(FactcheckError):
    """A document cannot be read; `path` names it, `reason` says why, without the path."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{'standard input' if path == '-' else path}: {reason}")
        self.path = path
        self.reason = reason


class ConfigError(FactcheckError):
    """A setting is unknown or its value is not one that it takes."""


class LedgerError(FactcheckError):
    """The claims database cannot be opened, read or written."""


class UsageError(FactcheckError):
    """The command asks for something that is not there: a claim id, a rule code, a note."""
