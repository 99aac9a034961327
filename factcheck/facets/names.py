"""Names of persons, places, organisations and peoples: where they are, and whether two name the same."""

from __future__ import annotations

from factcheck.facets.names_aliases import abbreviates, aliases
from factcheck.facets.names_compare import compare, compare_titles, governs
from factcheck.facets.names_find import Kind, Name, find

__all__ = ["Kind", "Name", "abbreviates", "aliases", "compare", "compare_titles", "find", "governs"]
