"""Typed values in text: one module per kind, each with `find` and `compare`."""
