"""factcheck, a linter for facts: every claim of a draft, held against the reference notes.

import factcheck

article = factcheck.read("draft.md")
extraction = factcheck.extract(article)
with factcheck.open_ledger("claims.db") as ledger:
    factcheck.add_notes(["notes/"], ledger)
    for verdict in factcheck.verify(extraction, ledger):
        print(verdict.label, verdict.claim.text, verdict.findings)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from factcheck.version import __version__

if TYPE_CHECKING:
    from factcheck.errors import ConfigError, FactcheckError, LedgerError, ReadError, UsageError
    from factcheck.ledger import open_ledger
    from factcheck.model import Claim, Document, Extraction, Finding, Label, Run, Verdict
    from factcheck.pipeline import add_notes, extract, verify
    from factcheck.readers import read

__all__ = [
    "Claim",
    "ConfigError",
    "Document",
    "Extraction",
    "FactcheckError",
    "Finding",
    "Label",
    "LedgerError",
    "ReadError",
    "Run",
    "UsageError",
    "Verdict",
    "__version__",
    "add_notes",
    "extract",
    "open_ledger",
    "read",
    "verify",
]

_MODULES = {
    **dict.fromkeys(["ConfigError", "FactcheckError", "LedgerError", "ReadError", "UsageError"], "factcheck.errors"),
    **dict.fromkeys(["Claim", "Document", "Extraction", "Finding", "Label", "Run", "Verdict"], "factcheck.model"),
    **dict.fromkeys(["add_notes", "extract", "verify"], "factcheck.pipeline"),
    "open_ledger": "factcheck.ledger",
    "read": "factcheck.readers",
}


def __getattr__(name: str) -> Any:
    """The public names, imported when they are first used, so that `factcheck --help` loads none of them."""
    if name not in _MODULES:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
    return getattr(import_module(_MODULES[name]), name)
