"""Spans, blocks, cells, pieces and sentences as JSON, and back; what a column can say plainly stands in a column."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factcheck.model import Antecedent, Block, BlockKind, Cell, Exclusion, Piece, Sentence, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def to_json(value: object) -> str:
    """Compact JSON that keeps letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def span_pair(span: Span | None) -> list[int] | None:
    """`[start, end]`."""
    return None if span is None else [span.start, span.end]


def pair_span(pair: Sequence[int] | None) -> Span | None:
    """The span of `[start, end]`."""
    return None if pair is None else Span(pair[0], pair[1])


def spans_json(spans: Iterable[Span]) -> str:
    """`[[start, end], …]`."""
    return to_json([span_pair(span) for span in spans])


def spans_from(pairs: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    """The spans of `[[start, end], …]`."""
    return tuple(Span(start, end) for start, end in pairs)


def blocks_json(blocks: Iterable[Block]) -> str:
    """A list of objects; a block's unset fields are left out."""
    return to_json([_block_object(block) for block in blocks])


def blocks_from(text: str) -> tuple[Block, ...]:
    """The blocks that `blocks_json` wrote."""
    return tuple(_block(item) for item in json.loads(text))


def cells_json(cells: Sequence[Cell]) -> str | None:
    """A list of `[header, text, start, end, row, column]`; None where there are no cells."""
    return to_json([_cell_row(cell) for cell in cells]) if cells else None


def cells_from(text: str | None) -> tuple[Cell, ...]:
    """The cells that `cells_json` wrote."""
    return tuple(map(_cell, json.loads(text))) if text else ()


def pieces_json(pieces: Iterable[Piece]) -> str:
    """A list of `[start, end, source start, source end]`, or of `[start, end]` for words without a source."""
    return to_json([[*_pair(piece.span), *_pair(piece.source)] for piece in pieces])


def pieces_from(text: str) -> tuple[Piece, ...]:
    """The pieces that `pieces_json` wrote."""
    return tuple(Piece(Span(row[0], row[1]), pair_span(row[2:] or None)) for row in json.loads(text))


def antecedents_json(antecedents: Iterable[Antecedent]) -> str:
    """A list of objects with `span`, `text`, `source`, `ground`."""
    return to_json(
        [
            {"span": span_pair(a.span), "text": a.text, "source": span_pair(a.source), "ground": a.ground}
            for a in antecedents
        ]
    )


def antecedents_from(text: str) -> tuple[Antecedent, ...]:
    """The antecedents that `antecedents_json` wrote."""
    return tuple(
        Antecedent(Span(*item["span"]), item["text"], pair_span(item["source"]), item["ground"])
        for item in json.loads(text)
    )


def sentences_json(sentences: Iterable[Sentence]) -> str:
    """A list of objects with `index`, `span`, `claims`, and, where set, `excluded` and `untaken`."""
    return to_json([_sentence_object(sentence) for sentence in sentences])


def sentences_from(text: str) -> tuple[Sentence, ...]:
    """The sentences that `sentences_json` wrote."""
    return tuple(_sentence(item) for item in json.loads(text))


def _pair(span: Span | None) -> list[int]:
    return span_pair(span) or []


def _sentence_object(sentence: Sentence) -> dict[str, Any]:
    item: dict[str, Any] = {"index": sentence.index, "span": span_pair(sentence.span), "claims": sentence.claims}
    if sentence.excluded:
        item["excluded"] = [{"span": span_pair(e.span), "reason": e.reason} for e in sentence.excluded]
    if sentence.untaken:
        item["untaken"] = True
    return item


def _sentence(item: dict[str, Any]) -> Sentence:
    return Sentence(
        index=item["index"],
        span=Span(*item["span"]),
        claims=tuple(item["claims"]),
        excluded=tuple(Exclusion(Span(*e["span"]), e["reason"]) for e in item.get("excluded", ())),
        untaken=item.get("untaken", False),
    )


def _block_object(block: Block) -> dict[str, Any]:
    item: dict[str, Any] = {"kind": block.kind.value, "span": span_pair(block.span)}
    if block.markup:
        item["markup"] = [span_pair(span) for span in block.markup]
    for name in ("page", "element", "time", "speaker", "level"):
        value = getattr(block, name)
        if value is not None:
            item[name] = value
    if block.cells:
        item["cells"] = [_cell_row(cell) for cell in block.cells]
    return item


def _block(item: dict[str, Any]) -> Block:
    return Block(
        kind=BlockKind(item["kind"]),
        span=Span(*item["span"]),
        markup=spans_from(item.get("markup", ())),
        page=item.get("page"),
        element=item.get("element"),
        time=item.get("time"),
        speaker=item.get("speaker"),
        level=item.get("level"),
        cells=tuple(map(_cell, item.get("cells", ()))),
    )


def _cell_row(cell: Cell) -> list[object]:
    return [cell.header, cell.text, cell.span.start, cell.span.end, cell.row, cell.column]


def _cell(row: Sequence[Any]) -> Cell:
    header, text, start, end, number, column = row
    return Cell(header, text, Span(start, end), number, column)
