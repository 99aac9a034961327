"""Whether a text says that something is so, is not so, may be so, or is so of all, some or none; and comparing that."""

from __future__ import annotations

from factcheck.facets.polarity.certainty import Modality, modality
from factcheck.facets.polarity.comparison import compare_modality, compare_negation, compare_scope
from factcheck.facets.polarity.extent import scope
from factcheck.facets.polarity.negation import negated

__all__ = ["Modality", "compare_modality", "compare_negation", "compare_scope", "modality", "negated", "scope"]
