"""Plain words and the way back to the document."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Block, BlockKind, Document, Span
from factcheck.readers import read_bytes
from factcheck.readers.plain import plain, plain_block


def document(text: str, *blocks: Block) -> Document:
    return Document("a", text, blocks or (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), "", "text/plain")


def words(text: str) -> str:
    return plain(document(text), Span(0, len(text))).text


def test_white_space_of_every_kind_is_one_space() -> None:
    assert words("\ufeff One\u00a0 two\r\n\tthree \n") == "One two three"


def test_soft_hyphens_and_zero_width_characters_vanish() -> None:
    assert words("co\u00adop\u200bera\u00ad\n  tion") == "cooperation"


def test_markup_vanishes_without_a_space() -> None:
    text = "a **b**c"
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)), (Span(2, 4), Span(5, 7)))
    assert plain_block(document(text, block), block).text == "a bc"


def test_what_lies_between_blocks_is_not_words() -> None:
    """Cues can be read as one text: the timing lines between them are in no block."""
    vtt = b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Bob>We will\n\n00:02.000 --> 00:03.000\n<v Bob>build a bridge.\n"
    found = read_bytes(vtt, "a.vtt")
    both = plain(found, Span(found.blocks[0].span.start, found.blocks[-1].span.end))
    assert both.text == "We will build a bridge."
    assert both.source(Span(8, 13)).of(found.text) == "build"


def test_table_cells_are_kept_apart() -> None:
    found = read_bytes(b"|Year|Tonnes|\n|-|-|\n|2024|**1,200**|\n", "a.md")
    assert plain_block(found, found.blocks[1]).text == "2024 1,200"


@given(st.text(alphabet="ab \n\r\t\u00a0\u00ad\u200b\ufeff*é", max_size=60), st.data())
def test_each_plain_character_is_that_character_of_the_document(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = plain(document(text), Span(start, end))
    assert len(found.text) == len(found.offsets)
    assert list(found.offsets) == sorted(set(found.offsets))
    assert all(start <= at < end for at in found.offsets)
    for character, at in zip(found.text, found.offsets, strict=True):
        assert text[at] == character or character == " "
    assert "  " not in found.text
    assert found.text == found.text.strip()


@given(st.text(alphabet="ab \n*", min_size=1, max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_the_source_of_a_span_begins_and_ends_with_its_characters(text: str, a: int, b: int) -> None:
    found = plain(document(text), Span(0, len(text)))
    start, end = sorted((min(a, len(found.text)), min(b, len(found.text))))
    source = found.source(Span(start, end)).of(text)
    if start < end and " " not in (found.text[start], found.text[end - 1]):
        assert source[0] == found.text[start]
        assert source[-1] == found.text[end - 1]
        assert source.split() == found.text[start:end].split()
