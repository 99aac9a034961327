from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.claims import extract
from factcheck.language import Parser
from factcheck.model import Block, BlockKind, Document, Extraction, Span

Extract = Callable[..., Extraction]


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="session")
def extracted(parser: Parser) -> Extract:
    """Extraction from paragraphs of plain text."""

    def make(*paragraphs: str, **fields: object) -> Extraction:
        return extract(document(*paragraphs, **fields), parser)

    return make


def document(*paragraphs: str, kind: BlockKind = BlockKind.PARAGRAPH, **fields: object) -> Document:
    """A document of the given paragraphs."""
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(kind, Span(start, start + len(paragraph))))
        start += len(paragraph) + 2
    return Document("draft.txt", "\n\n".join(paragraphs), tuple(blocks), "0" * 64, "text/plain", **fields)  # type: ignore[arg-type]
