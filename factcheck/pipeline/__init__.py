"""The main job: read, extract, index, search, judge, record. `run` is that on one page."""

from __future__ import annotations

from factcheck.pipeline.progress import Progress, completed
from factcheck.pipeline.run import add_notes, check, extract, search_notes, verify

__all__ = ["Progress", "add_notes", "check", "completed", "extract", "search_notes", "verify"]
