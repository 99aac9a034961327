"""Names of persons, places, organisations and peoples: where they are, and whether two name the same."""

from __future__ import annotations

from factcheck.facets.names.aliases import abbreviates, aliases
from factcheck.facets.names.comparison import compare, compare_titles, governs
from factcheck.facets.names.detection import find
from factcheck.facets.names.value import Kind, Name

__all__ = ["Kind", "Name", "abbreviates", "aliases", "compare", "compare_titles", "find", "governs"]
