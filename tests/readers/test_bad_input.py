"""No input crashes a reader: it is a document whose blocks are sound, or an error that says why."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import ReadError
from factcheck.model import Document, Span
from factcheck.readers import files as files_module
from factcheck.readers import read, read_bytes
from factcheck.readers.plain import plain, plain_block

NAMES = ["a.txt", "a.md", "a.csv", "a.tsv", "a.html", "a.vtt", "a.srt", "a", "-"]
PIECES = [
    "word", "Two", "3.5", " ", " ", "\n", "\n\n", "*", "**", "`", "[", "]", "](u)", "<b>", "</b>", "<!--", "-->",
    "> ", "- ", "1. ", "# ", "|", "|-|", "---\n", "\\", "&amp;", "```", "\t", "    ", "\r\n", "\r", "[^1]: ",
    "[r]: u", "\xe9", "\xa0", "\xad", "\ufeff", "key: v", "Q: ", "JANE DOE: ", "By Ann Lee", "OTTAWA \u2014 ", '"',
    ",", ";", "WEBVTT\n\n", "00:01.000 --> 00:02.000\n", "<v Bob>", "<html>", "<p>", "<table><tr><td>", "</p>",
    "<br>", "\x0b", "\x0c", "\u2028", "\x85", "\x1c", "\x00",
]  # fmt: skip


def check(document: Document) -> None:
    position = 0
    covered = bytearray(len(document.text))
    for block in document.blocks:
        assert position <= block.span.start < block.span.end <= len(document.text)
        position = inner = block.span.start
        for mark in block.markup:
            assert inner <= mark.start < mark.end <= block.span.end
            inner = mark.end
        assert all(block.span.covers(cell.span) for cell in block.cells)
        words = plain_block(document, block)
        assert all(document.text[at] == c or c == " " for c, at in zip(words.text, words.offsets, strict=True))
        document.locate(block.span.end - 1)
        covered[block.span.start : block.span.end] = b"x" * len(block.span)
        position = block.span.end
    plain(document, Span(0, len(document.text)))
    if document.media_type in ("text/plain", "text/markdown"):
        left = [c for c, seen in zip(document.text, covered, strict=True) if not seen and not c.isspace()]
        assert set(left) <= {"\ufeff", "\u00ad"}


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.sampled_from(NAMES))
def test_any_text_is_a_sound_document_or_a_clear_error(text: str, name: str) -> None:
    try:
        check(read_bytes(text.encode(), name))
    except ReadError as error:
        assert error.reason and "\n" not in str(error)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(NAMES))
def test_any_bytes_are_a_sound_document_or_a_clear_error(data: bytes, name: str) -> None:
    try:
        check(read_bytes(data, name))
    except ReadError as error:
        assert error.reason and "\n" not in str(error)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.csv", "a.html"])
@pytest.mark.parametrize(
    "text",
    ["a" * 5_000_000, "A. " * 50_000, '"' * 10_000, "\n" * 100_000 + "x"],
    ids=["line", "stops", "quotes", "gaps"],
)
def test_huge_and_odd_texts_are_read(name: str, text: str) -> None:
    check(read_bytes(text.encode(), name))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "white space"),
        ("\ufeff\n".encode(), "white space"),
        (b"a\x00b", "not text"),
        (bytes(range(1, 32)) * 4, "not text"),
        (b"caf\x81\x8d", "not text"),
        (b"%PDF-1.7 text", "a PDF"),
        (b"PK\x03\x04 word", "ZIP"),
        (b"{\\rtf1 word}", "RTF"),
        (b"\x89PNG\r\n\x1a\n\x00", "an image"),
    ],
)
def test_what_is_not_text_is_said_to_be_so(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read_bytes(data, "a.txt")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("café “x”".encode("cp1252"), "café “x”"),
        ("café".encode(), "café"),
        ("\ufeffcafé".encode("utf-16-le"), "\ufeffcafé"),
        ("\ufeffcafé".encode("utf-16-be"), "\ufeffcafé"),
    ],
)
def test_encodings(data: bytes, words: str) -> None:
    assert read_bytes(data, "a.txt").text == words


def test_paths_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ReadError, match="no such file"):
        read(str(tmp_path / "missing.txt"))
    with pytest.raises(ReadError, match=r"is a folder; .*-n"):
        read(str(tmp_path))
    big = tmp_path / "big.txt"
    big.write_text("words " * 10)
    monkeypatch.setattr(files_module, "MAX_BYTES", 20)
    with pytest.raises(ReadError, match="larger than"):
        read(str(big))


def test_standard_input_is_sniffed() -> None:
    assert read("-", stdin=io.BytesIO(b"# Title\n\nWords.\n")).media_type == "text/markdown"
    assert read("-", stdin=io.BytesIO(b"WEBVTT\n\n00:01.000 --> 00:02.000\nHi\n")).media_type == "text/vtt"
    document = read("-", stdin=io.BytesIO(b"Just words.\n"))
    assert (document.media_type, document.path) == ("text/plain", "-")
