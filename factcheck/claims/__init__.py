"""Documents to claims: sentences, checkability, decomposition, context."""

from factcheck.claims.extract import extract

__all__ = ["extract"]
