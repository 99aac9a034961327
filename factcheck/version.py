"""The version of factcheck; a run records it."""

__version__ = "0.1.0"
