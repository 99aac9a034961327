"""The spaCy pipeline and the bundled English model."""

from factcheck.language.pipeline import BUNDLED, Parser

__all__ = ["BUNDLED", "Parser"]
