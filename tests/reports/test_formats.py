"""What each format prints, at the widths that people have."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from report_samples import sample_run

from factcheck.model import ArticleResult, Document, Exclusion, Extraction, Label, Run, Sentence, Span
from factcheck.reports import FORMATS, View, claims, coverage, report
from factcheck.reports.show import Past, render

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

SCHEMA = Path(__file__).parents[2] / "docs" / "json-v1.schema.json"
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
NASTY = "Prices \x1b[2Jrose [bold]by[/bold] 4 [/] percent \u202eno\u202c [link=x]."


@pytest.fixture
def run() -> Run:
    return sample_run()


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def nasty(run: Run) -> Run:
    """The run with words that try to be markup and escape codes everywhere that strangers write."""
    article = run.articles[0]
    text = article.extraction.document.text
    document = replace(article.extraction.document, text=NASTY.ljust(len(text), "."), path="a\x1b[1m[red].md")
    verdicts = tuple(
        replace(
            verdict,
            claim=replace(verdict.claim, text=NASTY),
            explanation=NASTY,
            evidence=tuple(replace(e, passage=replace(e.passage, text=NASTY, note=NASTY)) for e in verdict.evidence),
        )
        for verdict in article.verdicts
    )
    return replace(run, articles=(ArticleResult(replace(article.extraction, document=document), verdicts),))


# --- pictures -------------------------------------------------------------------------------------


def test_text(run: Run, snapshot: SnapshotAssertion) -> None:
    assert report("text")(run, View(width=20)) == snapshot


def test_a_refuted_claim_is_pointed_at_where_it_differs(run: Run) -> None:
    article = run.articles[0]
    refuted = next(verdict for verdict in article.verdicts if verdict.label is Label.REFUTED)
    document = article.extraction.document
    assert document.text[refuted.span.start : refuted.span.end] == "not"
    line, column = document.line_and_column(document.text.index("not close"))
    assert f"{line}:{column}: FC101 refuted" in report("text")(run, View())


@pytest.mark.parametrize("width", [40, 80, 160])
def test_table(run: Run, snapshot: SnapshotAssertion, width: int) -> None:
    assert report("table")(run, View(width=width)) == snapshot


def test_json(run: Run, snapshot: SnapshotAssertion) -> None:
    assert report("json")(run, View()) == snapshot


@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("label", [Label.CONFLICTING, Label.REFUTED, Label.NOT_ENOUGH_EVIDENCE])
def test_show(run: Run, snapshot: SnapshotAssertion, width: int, label: Label) -> None:
    article = run.articles[0]
    verdict = next(verdict for verdict in article.verdicts if verdict.label is label)
    past = [Past("0123456789ab", label.value, verdict.confidence), Past("ab9876543210", "unchecked", 0.0)]
    assert render(article.extraction, verdict, past, View(width=width)) == snapshot


@pytest.mark.parametrize("width", [40, 80])
def test_coverage(run: Run, snapshot: SnapshotAssertion, width: int) -> None:
    assert coverage.render(run.articles[0].extraction, View(width=width)) == snapshot


@pytest.mark.parametrize("form", ["text", "table"])
def test_extract(run: Run, snapshot: SnapshotAssertion, form: str) -> None:
    assert claims.render([run.articles[0].extraction], View(width=80), form) == snapshot


# --- what holds for every format ------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
def test_a_format_says_everything_that_the_run_found(run: Run, form: str) -> None:
    text = re.sub(r"\s+", "", report(form)(run, View(width=200)))
    for verdict in run.articles[0].verdicts:
        assert verdict.claim.id[:6] in text
        assert verdict.label in text
    for words in ("FC101", "FC201", "FC601", "headline", "question", "scan.pdf", "FC901"):
        assert words in text


@pytest.mark.parametrize("form", FORMATS)
def test_only_and_kind_choose_what_is_listed(run: Run, form: str) -> None:
    supported = report(form)(run, View(only=("supported",), width=200))
    assert "4e0740" in supported
    assert "Orr said" not in supported
    quotes = report(form)(run, View(kinds=("quote",), width=200))
    assert "Orr said" in quotes
    assert "All 45 grants were paid." not in quotes
    assert "FC601" in quotes


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("width", [1, 20, 40, 80])
def test_strangers_words_are_neither_markup_nor_escape_codes(run: Run, form: str, width: int) -> None:
    text = report(form)(nasty(run), View(width=width))
    assert "\x1b" not in text
    assert "\u202e" not in text
    if width == 80 and form != "json":
        assert "[bold]by[/bold] 4 [/]" in re.sub(r"\s+", " ", text)


def test_show_and_coverage_are_as_safe(run: Run) -> None:
    article = nasty(run).articles[0]
    shown = "".join(render(article.extraction, verdict, [], View(width=90)) for verdict in article.verdicts)
    proof = coverage.render(article.extraction, View(width=90))
    for text in (shown, proof):
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert "[bold]" in text


@pytest.mark.parametrize("form", ["table", "text"])
def test_colours_change_no_word(run: Run, form: str) -> None:
    plain = report(form)(run, View(width=100))
    colored = report(form)(run, View(width=100, color=True))
    unstyled = "".join(f"{line.rstrip()}\n" for line in ESCAPE.sub("", colored).splitlines())
    assert unstyled == plain
    assert ("\x1b[" in colored) == (form == "table")


def test_text_lines_are_never_wrapped_and_hold_their_place(run: Run) -> None:
    lines = report("text")(run, View(width=10)).splitlines()
    text = run.articles[0].extraction.document.text.splitlines()
    for line in lines[:-1]:
        match = re.match(r"draft\.md:(\d+):(\d+): (\S+) (\S+) (.+)$", line)
        assert match
        assert int(match[2]) <= len(text[int(match[1]) - 1])


def test_an_extracted_text_names_the_place_that_a_reader_can_find(run: Run) -> None:
    article = run.articles[0]
    document = article.extraction.document
    block = replace(document.blocks[0], element="p[3]")
    page = replace(document, path="draft.html", exact=False, blocks=(block,))
    html = replace(run, articles=(replace(article, extraction=replace(article.extraction, document=page)),))
    assert report("text")(html, View()).startswith("draft.html:p[3]: SKIP")
    span = json.loads(report("json")(html, View()))["articles"][0]["claims"][0]["span"]
    assert span["locator"] == "p[3]"


# --- JSON -----------------------------------------------------------------------------------------


def test_json_is_valid_under_its_schema(run: Run, validator: Draft202012Validator) -> None:
    for text in (
        report("json")(run, View()),
        report("json")(nasty(run), View(only=("refuted",))),
        report("json")(replace(run, articles=(), notes={}), View()),
        claims.render([run.articles[0].extraction], View(), "json"),
    ):
        validator.validate(json.loads(text))


def test_the_schema_notices_what_is_missing(run: Run, validator: Draft202012Validator) -> None:
    whole: dict[str, Any] = json.loads(report("json")(run, View()))
    for broken in (
        {**whole, "schema": "json-v2"},
        {key: value for key, value in whole.items() if key != "unreadable"},
        {**whole, "articles": [{**whole["articles"][0], "path": "/home/me/draft.md"}]},
        {**whole, "articles": [{**whole["articles"][0], "claims": [{"id": "x"}]}]},
    ):
        assert not validator.is_valid(broken)


def test_json_offsets_slice_back_to_the_words(run: Run) -> None:
    data = json.loads(report("json")(run, View()))
    text = run.articles[0].extraction.document.text
    lines = text.splitlines(keepends=True)
    for claim in data["articles"][0]["claims"]:
        span = claim["span"]
        assert sum(map(len, lines[: span["line"] - 1])) + span["column"] - 1 == span["start"]
        for finding in claim["findings"]:
            if finding["claim_span"]:
                assert text[finding["claim_span"]["start"] : finding["claim_span"]["end"]] == finding["claim_value"]
            if finding["passage_span"]:
                passage = claim["evidence"][finding["evidence"]]["text"]
                words = passage[finding["passage_span"]["start"] : finding["passage_span"]["end"]]
                assert words == finding["passage_value"]


def test_json_counts_the_whole_run_whatever_is_listed(run: Run) -> None:
    data = json.loads(report("json")(run, View(only=("refuted",))))
    assert len(data["articles"][0]["claims"]) == 1
    assert sum(data["run"]["counts"].values()) == 6
    assert data["run"]["listed"] == {"labels": ["refuted"], "kinds": []}


# --- coverage -------------------------------------------------------------------------------------


def test_coverage_counts_each_word_once() -> None:
    text = "Rain fell and snow stayed. Was it cold?"
    document = Document("d.txt", text, (), "0" * 64, "text/plain")
    sentences = (
        Sentence(0, Span(0, 26)),
        Sentence(1, Span(27, 39), (), (Exclusion(Span(27, 39), "question"),)),
    )
    counts = coverage.coverage(Extraction(document, sentences, ()))
    assert (counts.claimed, counts.excluded, counts.left_over) == (0, 3, 4)


def test_coverage_draws_wide_and_strange_characters_under_themselves() -> None:
    text = "東京 rose\tby 4 \x1b[1m percent. " + "x" * 300
    document = Document("d.txt", text, (), "0" * 64, "text/plain")
    extraction = Extraction(document, (Sentence(0, Span(0, 25), (), (Exclusion(Span(0, 4), "name"),)),), ())
    rows = coverage.render(extraction, View(width=40)).splitlines()
    assert max(map(len, rows)) <= 80
    row = next(i for i, line in enumerate(rows) if "東京" in line)
    assert rows[row + 1].startswith("       ····")
