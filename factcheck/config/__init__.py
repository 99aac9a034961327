"""Settings, and where each value came from: flags, then `FACTCHECK_*`, then `factcheck.toml`, then defaults."""

from __future__ import annotations

from factcheck.config.layers import load
from factcheck.config.settings import Loaded, Settings
from factcheck.config.table import ENTRIES, Entry, flag, shown, variable
from factcheck.config.values import FORMATS

__all__ = ["ENTRIES", "FORMATS", "Entry", "Loaded", "Settings", "flag", "load", "shown", "variable"]
