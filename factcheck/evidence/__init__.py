"""Notes into passages, and claims into the passages worth reading."""

from factcheck.evidence.passages import following, keys, neighbours, passages
from factcheck.evidence.search import CANDIDATES, Search

__all__ = ["CANDIDATES", "Search", "following", "keys", "neighbours", "passages"]
