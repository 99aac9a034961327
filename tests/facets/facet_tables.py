"""Tables of examples beside the tests."""

from __future__ import annotations

from pathlib import Path

from factcheck.language import Parser
from factcheck.model import Analysis

FOLDER = Path(__file__).parent


def read_table(name: str) -> list[list[str]]:
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def marked(sentence: str) -> tuple[str, str, int]:
    """A sentence without its asterisks, the word between them, and where it starts."""
    before, word, after = sentence.split("*")
    return before + word + after, word, len(before)


def parse_all(sentences: list[str]) -> list[Analysis]:
    return list(Parser().parse(sentences))


def token_at(analysis: Analysis, start: int) -> int:
    return next(token.i for token in analysis.tokens if token.start <= start < token.end)
