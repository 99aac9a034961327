"""Markdown: exact places in the unchanged text, and only the words."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from factcheck.errors import ReadError
from factcheck.model import BlockKind
from factcheck.readers import read_bytes
from factcheck.readers.plain import plain_block

DRAFT = """\
---
title: "Harbour: the deal"
date: 2026-01-10
tags: [port, trade]
---

# Harbour *deal* signed #

The [port](https://x.y/(a)b "t") said on **Monday** it \\*will\\* pay $5 &amp; more.[^1]
Snake_case and 2 * 3 stay, `code` too ![crane](c.png)<!-- why? -->.

> Quoted **words
> run** on.

* one
  continued
- [x] done

| Year | Tonnes |
|------|-------:|
| 2023 | **1,200** |

![The crane at dusk](crane.jpg)

```py
x = 1
```

[^1]: A note on *price*.
"""


def layout(text: str) -> list[tuple[str, str]]:
    document = read_bytes(text.encode(), "a.md")
    return [(block.kind.value, plain_block(document, block).text) for block in document.blocks]


def test_a_draft_with_everything() -> None:
    found = layout(DRAFT)
    assert found[1:] == [
        ("heading", "Harbour deal signed"),
        (
            "paragraph",
            "The port said on Monday it *will* pay $5 & more. Snake_case and 2 * 3 stay, code too .",
        ),
        ("block-quote", "Quoted words run on."),
        ("list-item", "one continued"),
        ("list-item", "done"),
        ("table-row", "Year Tonnes"),
        ("table-row", "2023 1,200"),
        ("caption", "The crane at dusk"),
        ("code", "```py x = 1 ```"),
        ("footnote", "A note on price."),
    ]


def test_front_matter_gives_title_and_date() -> None:
    document = read_bytes(DRAFT.encode(), "a.md")
    assert (document.title, document.date) == ("Harbour: the deal", date(2026, 1, 10))
    assert document.metadata["tags"] == "port, trade"
    assert document.blocks[0].kind is BlockKind.FRONT_MATTER


def test_front_matter_that_is_not_yaml_is_read_line_by_line() -> None:
    document = read_bytes(b"---\ntitle: Trade: what now\ntier: primary\n---\nText here.\n", "a.md")
    assert document.title == "Trade: what now"
    assert document.metadata["tier"] == "primary"


def test_a_rule_at_the_head_is_not_front_matter() -> None:
    assert layout("---\n\nThe ships left. They came back.\n\n---\n\nMore.\n")[1] == (
        "paragraph",
        "The ships left. They came back.",
    )


def test_cells_know_their_header_and_their_place() -> None:
    document = read_bytes(DRAFT.encode(), "a.md")
    row = next(block for block in document.blocks if block.cells and block.cells[0].row == 1)
    assert [(cell.header, cell.text) for cell in row.cells] == [("Year", "2023"), ("Tonnes", "1,200")]
    assert row.cells[1].span.of(document.text) == "**1,200**"
    assert str(document.locate(row.cells[1].span.start)) == "row 1, Tonnes"


def test_places_are_those_of_the_file() -> None:
    document = read_bytes(("\ufeff" + DRAFT.replace("\n", "\r\n")).encode(), "a.md")
    at = document.text.index("Monday")
    assert document.line_and_column(at) == (9, DRAFT.splitlines()[8].index("Monday") + 1)
    assert layout("\ufeff" + DRAFT.replace("\n", "\r\n"))[1:] == layout(DRAFT)[1:]


PIECES = [
    "word",
    "Two",
    " ",
    " ",
    "\n",
    "\n\n",
    "*",
    "**",
    "_",
    "`",
    "[",
    "]",
    "](u)",
    "> ",
    "- ",
    "# ",
    "|",
    "\\*",
    "&amp;",
    "é",
    "[r]",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_the_words_are_those_that_the_markdown_renders_to(text: str) -> None:
    """The spans of markup are worked out on the source; the renderer is the independent judge of what is a word."""
    try:
        document = read_bytes(text.encode(), "a.md")
    except ReadError:
        return
    if any(block.kind is BlockKind.CODE for block in document.blocks):
        return  # a code block shows its fence, which a rendering does not
    rendered = html.fromstring(f"<div>{MarkdownIt('commonmark').enable('table').render(text)}</div>").text_content()
    words = "".join(plain_block(document, block).text for block in document.blocks)
    assert re.sub(r"\s", "", words) == re.sub(r"\s", "", rendered)


@pytest.mark.parametrize(
    "text", ["[" * 10_000, "*a_ " * 5_000, "> " * 5_000 + "x", '"' * 10_000, "<!-- " * 5_000, "`a``b" * 2_000]
)
def test_endless_notation_is_read(text: str) -> None:
    assert read_bytes(text.encode(), "a.md").blocks


def test_names_on_lines_of_their_own_open_turns() -> None:
    text = (
        "**Interviewer**\n\nHow many?\n\n**Lee**\n\nForty.\n\nAll alive.\n\n**Interviewer**\n\nOh.\n\n**Lee**\n\nYes.\n"
    )
    document = read_bytes(text.encode(), "a.md")
    said = [(block.speaker, plain_block(document, block).text) for block in document.blocks]
    assert [turn for turn in said if turn[1]] == [
        ("Interviewer", "How many?"),
        ("Lee", "Forty."),
        ("Lee", "All alive."),
        ("Interviewer", "Oh."),
        ("Lee", "Yes."),
    ]
