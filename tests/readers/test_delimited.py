"""CSV, TSV and what spreadsheets call CSV."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import ReadError
from factcheck.readers import read_bytes
from factcheck.readers.plain import plain_block


def cells(data: bytes, path: str = "a.csv") -> list[list[tuple[str, str]]]:
    return [
        [(cell.header, cell.text) for cell in block.cells] for block in read_bytes(data, path).blocks if block.cells
    ]


def test_each_cell_has_its_header_and_its_exact_place() -> None:
    document = read_bytes(b'year,"exports, bn"\r\n2023,"30.5"\r\n2024,29.9\r\n', "a.csv")
    cell = document.blocks[1].cells[1]
    assert (cell.header, cell.text, cell.span.of(document.text)) == ("exports, bn", "30.5", "30.5")
    assert document.line_and_column(cell.span.start) == (2, 7)
    assert str(document.locate(cell.span.start)) == "row 1, exports, bn"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    rows = f"Year{delimiter}Value\n2023{delimiter}1.5\n2024{delimiter}2.5\n".encode()
    assert cells(rows)[1] == [("Year", "2023"), ("Value", "1.5")]


def test_decimal_commas_between_semicolons() -> None:
    assert cells(b"Year;Value\n2023;1,5\n2024;2,5\n")[2] == [("Year", "2024"), ("Value", "2,5")]


def test_titles_and_sources_around_a_table_are_prose() -> None:
    document = read_bytes(b"Table 1: Exports\n\nYear,Value\n2023,5\n2024,6\nSource: customs\n", "a.csv")
    assert [block.kind.value for block in document.blocks] == [
        "paragraph",
        "table-row",
        "table-row",
        "table-row",
        "paragraph",
    ]
    assert plain_block(document, document.blocks[-1]).text == "Source: customs"


def test_a_table_of_figures_only_has_no_header() -> None:
    assert cells(b"2023,5\n2024,6\n")[0] == [("", "2023"), ("", "5")]


def test_quotes_that_never_close_lose_nothing() -> None:
    document = read_bytes(b'a,b\n1,"open\n2,more\n' * 20, "a.csv")
    assert "more" in " ".join(plain_block(document, block).text for block in document.blocks)


def test_piped_tables_are_known_and_prose_with_commas_is_not() -> None:
    assert read_bytes(b"year,value\n2023,5\n2024,6\n", "-").media_type == "text/csv"
    assert read_bytes(b"First, we went.\nThen, we left.\nLast, we slept.\n", "-").media_type == "text/plain"


FIELD = st.text(alphabet='ab1," \n', max_size=6).map(str.strip)


@given(st.lists(st.lists(FIELD, min_size=3, max_size=3), min_size=2, max_size=6))
def test_what_the_csv_module_writes_is_read_back(rows: list[list[str]]) -> None:
    rows = [["h" + row[0], *row[1:]] for row in rows]
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    try:
        document = read_bytes(written.getvalue().encode(), "a.csv")
    except ReadError:
        return
    if all(len(block.cells) == 3 for block in document.blocks):
        assert [[cell.text for cell in block.cells] for block in document.blocks] == [
            [" ".join(field.split()) for field in row] for row in rows
        ]
