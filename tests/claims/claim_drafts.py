"""Drafts for the tests of this room."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from factcheck.claims import extract
from factcheck.language import Parser
from factcheck.model import Block, BlockKind, Document, Extraction, Span

TESTS = Path(__file__).parents[1]


def hard_sentences() -> list[dict[str, Any]]:
    """Forty hard texts and their claims, written before the code that takes them apart."""
    lines = (TESTS / "data" / "hard_sentences.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def document(*paragraphs: str, kind: BlockKind = BlockKind.PARAGRAPH, **fields: Any) -> Document:
    """A document of the given paragraphs."""
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(kind, Span(start, start + len(paragraph))))
        start += len(paragraph) + 2
    return Document("draft.txt", "\n\n".join(paragraphs), tuple(blocks), "0" * 64, "text/plain", **fields)


def extracted(*paragraphs: str, **fields: Any) -> Extraction:
    """Extraction from paragraphs of plain text; the parser is loaded once a process."""
    return extract(document(*paragraphs, **fields), Parser())
