"""Labelled texts as documents: their paragraphs are given, so nothing is guessed about their layout."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from factcheck.model import Block, BlockKind, Document, Span


def of_paragraphs(paragraphs: Iterable[str]) -> Document:
    """A document without a name, of these paragraphs."""
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(len(text), len(text) + len(paragraph))))
        text += paragraph + "\n\n"
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document("-", text, tuple(blocks), digest, "text/plain")
