"""Web pages: the main text with tables and lists, without the page's frame."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.errors import ReadError
from factcheck.readers import read_bytes
from factcheck.readers.plain import plain_block

LONG = "The council heard that the cranes of the northern pier had moved more freight than in any year before. " * 5

PAGE = f"""<!DOCTYPE html><html><head><title>Cranes | Daily Bugle</title>
<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2024-05-03T10:00:00Z"}}</script>
<meta name="author" content="Ann Lee"><style>p {{ color: red }}</style></head><body>
<header><a href="/">Daily Bugle</a></header>
<nav><ul><li><a href="/a">Sport</a></li></ul></nav>
<div class="menu"><ul>{"".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(20))}</ul></div>
<div id="content"><h1>Cranes over the harbour</h1><p class="byline">By Ann Lee</p><p>Short lead, 12 cranes.</p>
{"".join(f"<p>Paragraph {n}. {LONG}</p>" for n in range(8))}
<table><caption>Cranes by year</caption><tr><th>Year</th><th>Pier</th><th>Cranes</th></tr>
<tr><td rowspan="2">2023</td><td>North</td><td>11</td></tr><tr><td>South</td><td>12</td></tr></table>
<ul><li>North pier: 4</li><li>South pier: 8</li></ul>
<blockquote><p>We need <b>more</b> of them&nbsp;&mdash; soon.</p></blockquote><p>Tiny end: 3.5%.</p></div>
<div class="related"><h3>More</h3>{"".join(f'<div><a href="/s">A teaser {n}</a></div>' for n in range(9))}</div>
<footer><p>Copyright Daily Bugle</p></footer><script>document.write("<p>never</p>")</script></body></html>"""


def texts(page: str) -> list[str]:
    document = read_bytes(page.encode(), "a.html")
    return [plain_block(document, block).text for block in document.blocks]


def test_nothing_of_a_long_article_is_lost_and_its_frame_is() -> None:
    found = texts(PAGE)
    assert found[0] == "Cranes over the harbour"
    assert "Short lead, 12 cranes." in found
    assert sum(text.startswith("Paragraph") for text in found) == 8
    assert found[-8:] == [
        "Cranes by year",
        "Year Pier Cranes",
        "2023 North 11",
        "2023 South 12",
        "North pier: 4",
        "South pier: 8",
        "We need more of them — soon.",
        "Tiny end: 3.5%.",
    ]
    assert not any(word in " ".join(found) for word in ("Section", "teaser", "Copyright", "never", "color", "Sport"))


def test_metadata_of_a_page() -> None:
    document = read_bytes(PAGE.encode(), "a.html")
    assert (document.title, document.date) == ("Cranes over the harbour", date(2024, 5, 3))
    assert document.metadata["author"] == "Ann Lee"
    assert not document.exact


def test_a_place_is_an_element_or_a_cell() -> None:
    document = read_bytes(PAGE.encode(), "a.html")
    assert str(document.locate(document.text.index("Short lead"))) == "p[2]"
    assert str(document.locate(document.text.index("11"))) == "row 1, Cranes"


def test_a_short_note_is_taken_whole() -> None:
    assert texts("<p>One fact.</p><div>Bare words<br>and a line<br><br>New paragraph <b>bo</b>ld</div>") == [
        "One fact.",
        "Bare words and a line",
        "New paragraph bold",
    ]


def test_a_table_without_a_header_has_none() -> None:
    document = read_bytes(
        b"<table><tr><td>2023</td><td>11</td></tr><tr><td>2024</td><td>12</td></tr></table>", "a.html"
    )
    assert [cell.header for block in document.blocks for cell in block.cells] == [""] * 4


def test_a_table_that_lays_out_the_page_is_prose() -> None:
    page = f"<table><tr><td><p>{LONG}</p></td><td><p>{LONG}</p></td></tr></table>"
    assert [block.kind.value for block in read_bytes(page.encode(), "a.html").blocks] == ["paragraph"] * 2


def test_hidden_words_are_not_read() -> None:
    assert texts('<p>Seen.</p><p hidden>No.</p><p style="display: none">No.</p><p aria-hidden="true">No.</p>') == [
        "Seen."
    ]


def test_html_is_known_by_its_content() -> None:
    assert read_bytes(b"<!doctype html><p>Hello there.</p>", "page").media_type == "text/html"
    assert read_bytes(b"<!doctype html><p>Hello there.</p>", "a.txt").media_type == "text/html"


def test_entities_of_the_page_are_never_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("password")
    bomb = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">'
    page = f'<!DOCTYPE html [{bomb}<!ENTITY x SYSTEM "file://{secret}">]><html><p>Text &c; &x; end.</p></html>'
    found = " ".join(texts(page))
    assert "password" not in found
    assert "haha" not in found


def test_a_declared_encoding_is_used_when_it_is_not_utf8() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><p>Łódź has a port.</p></html>'.encode("iso-8859-2")
    assert "Łódź" in read_bytes(page, "a.html").text


def test_a_page_without_words_is_an_error() -> None:
    with pytest.raises(ReadError, match="without text"):
        read_bytes(b"<html><body><script>x()</script></body></html>", "a.html")
