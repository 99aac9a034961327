"""Parses put right where the words themselves show that the language model erred."""
