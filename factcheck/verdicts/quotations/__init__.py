"""Quotations against what the notes have people say."""
