"""`factcheck check`, `verify` and `show` on a small desk, as a user runs them."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.model import Claim, Verdict

Outcome = tuple[int, str, str]
Factcheck = Callable[..., Outcome]
Parse = Callable[[str], dict[str, Any]]

pytestmark = pytest.mark.usefixtures("desk")


def test_a_wrong_figure_is_refuted_with_its_place_and_code(factcheck: Factcheck) -> None:
    code, out, err = factcheck("check", "draft.md", "-n", "notes")
    assert code == 1
    lines = out.splitlines()
    assert re.match(r"draft\.md:1:19: FC201 refuted Inflation fell to 41 percent in March\. — .*4\.1 percent", lines[0])
    assert lines[1].startswith("draft.md:3:1: OK supported The bank is in Lisbon.")
    assert lines[2] == "draft.md:3:24: SKIP not-checkable What comes next? — question"
    assert re.match(r"1 refuted, 1 supported; next: factcheck show [0-9a-f]{6}\n$", err)


def test_the_claim_that_the_last_line_names_can_be_shown(factcheck: Factcheck) -> None:
    last = factcheck("check", "draft.md", "-n", "notes")[2]
    identifier = last.split()[-1]
    code, out, err = factcheck("show", identifier, COLUMNS="100")
    assert (code, err) == (0, "")
    assert "[[41 percent]]" in out
    assert "[[4.1 percent]]" in out
    assert "notes/economy.md" in out
    assert "history" in out


def test_the_same_again_says_the_same_and_changes_no_byte(factcheck: Factcheck) -> None:
    first = factcheck("check", "draft.md", "-n", "notes", "--format", "json")
    before = Path("claims.db").read_bytes()
    assert factcheck("check", "draft.md", "-n", "notes", "--format", "json") == first
    assert factcheck("verify", "--format", "json") == first
    assert Path("claims.db").read_bytes() == before


def test_json_is_valid_and_holds_every_sentence(factcheck: Factcheck, parsed: Parse) -> None:
    code, out, _ = factcheck("check", "draft.md", "-n", "notes", "--format", "json")
    data = parsed(out)
    assert code == 1
    article = data["articles"][0]
    assert [sentence["span"]["line"] for sentence in article["sentences"]] == [1, 3, 3]
    wrong = next(claim for claim in article["claims"] if claim["verdict"]["label"] == "refuted")
    finding = next(finding for finding in wrong["findings"] if finding["relation"] == "differs")
    evidence = wrong["evidence"][finding["evidence"]]
    span = finding["passage_span"]
    assert evidence["text"][span["start"] : span["end"]] == "4.1 percent"
    assert data["run"]["counts"]["refuted"] == 1


def test_every_other_json_is_valid_too(factcheck: Factcheck, parsed: Parse) -> None:
    assert parsed(factcheck("extract", "draft.md", "--format", "json")[1])["run"] is None
    factcheck("notes", "add", "notes")
    assert len(parsed(factcheck("notes", "list", "--format", "json")[1])["notes"]) == 2
    assert parsed(factcheck("notes", "search", "inflation in March", "--format", "json")[1])["evidence"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("--exit-zero", 0),
        ("--fail-on conflicting", 0),
        ("--fail-on FC2", 1),
        ("--fail-on FC3,conflicting --fail-on supported", 1),
        ("--min-confidence 1 --fail-on conflicting", 0),
        ("--only supported", 1),
        ("--strict", 1),
        ("--no-ledger", 1),
    ],
)
def test_options_decide_the_exit_code(factcheck: Factcheck, options: str, expected: int) -> None:
    assert factcheck("check", "draft.md", "-n", "notes", *options.split())[0] == expected


def test_without_a_ledger_nothing_is_written(factcheck: Factcheck) -> None:
    _, out, err = factcheck("check", "draft.md", "-n", "notes", "--no-ledger")
    assert "refuted" in out
    assert not list(Path().glob("*.db*"))
    assert "factcheck show" not in err


def test_only_and_kind_choose_the_lines(factcheck: Factcheck) -> None:
    _, out, _ = factcheck("check", "draft.md", "-n", "notes", "--only", "supported")
    assert out.count("\n") == 1
    _, out, _ = factcheck("check", "draft.md", "-n", "notes", "--kind", "quantity")
    assert [line.split()[1] for line in out.splitlines()] == ["FC201"]


def test_quiet_leaves_standard_error_empty(factcheck: Factcheck) -> None:
    assert factcheck("check", "draft.md", "-n", "notes", "--quiet")[2] == ""


def test_notes_come_from_the_file_then_from_the_last_run(factcheck: Factcheck) -> None:
    code, _, err = factcheck("check", "draft.md")
    assert code == 2
    assert "-n" in err
    Path("factcheck.toml").write_text('notes = ["notes"]', encoding="utf-8")
    assert factcheck("check", "draft.md")[0] == 1
    Path("factcheck.toml").unlink()
    assert factcheck("check", "draft.md")[0] == 1


def test_notes_that_were_added_serve_the_first_run(factcheck: Factcheck) -> None:
    assert factcheck("notes", "list")[2].startswith("no note in claims.db")
    assert factcheck("notes", "add", "notes")[0] == 0
    assert factcheck("verify", "draft.md")[0] == 1


def test_patterns_and_standard_input_name_drafts(factcheck: Factcheck) -> None:
    assert factcheck("check", "*.md", "-n", "notes")[0] == 1
    code, out, _ = factcheck("check", "-", "-n", "notes", stdin="The bank is in Lisbon.\n")
    assert code == 0
    assert out.startswith("-:1:1: OK supported")


# --- nothing to check -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "nothing-*.md", "-n", "notes"], "no file matches nothing-*.md"),
        (["check", "question.md", "-n", "notes"], "no claim that could be checked"),
        (["check", "draft.md", "-n", "empty"], "no note"),
    ],
    ids=["no file", "no claim", "no note"],
)
def test_nothing_checked_is_neither_a_pass_nor_a_fail(factcheck: Factcheck, arguments: list[str], words: str) -> None:
    Path("question.md").write_text("What comes next?\n", encoding="utf-8")
    Path("empty").mkdir()
    code, _, err = factcheck(*arguments)
    assert code == 3
    assert words in err
    assert factcheck(*arguments, "--allow-empty")[0] == 0


# --- bad input ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["missing.md", "notes", "empty.md", "binary.md"])
def test_a_draft_that_cannot_be_read_is_one_line_and_exit_code_2(factcheck: Factcheck, name: str) -> None:
    Path("empty.md").write_bytes(b"")
    Path("binary.md").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    for command in (["check", name, "-n", "notes"], ["extract", name]):
        code, out, err = factcheck(*command)
        assert (code, out) == (2, "")
        assert err.startswith(f"error: {name}: ")
        assert err.count("\n") == 1
    assert factcheck("verify", "-n", "notes")[0] == 2, "no run was recorded"


def test_a_note_that_cannot_be_read_is_listed_and_skipped(factcheck: Factcheck, parsed: Parse) -> None:
    Path("notes/scan.md").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    code, out, err = factcheck("check", "draft.md", "-n", "notes")
    assert code == 1
    assert "notes/scan.md: FC901 not used: " in out
    assert "1 source not used" in err
    assert factcheck("check", "draft.md", "-n", "notes", "--exit-zero", "--fail-on", "FC901")[0] == 0
    assert factcheck("check", "draft.md", "-n", "notes", "--fail-on", "FC901")[0] == 1
    data = parsed(factcheck("check", "draft.md", "-n", "notes", "--format", "json")[1])
    assert data["unreadable"][0]["path"] == "notes/scan.md"


def test_a_name_that_stands_for_no_note_is_listed(factcheck: Factcheck) -> None:
    """A mistyped pattern beside a right one must not pass for notes that were read."""
    _, out, err = factcheck("check", "draft.md", "-n", "notes", "-n", "figures-*.csv")
    assert "figures-*.csv: FC901 not used: no file is behind this name" in out
    assert "1 source not used" in err


def test_a_draft_never_supports_itself(factcheck: Factcheck) -> None:
    _, out, _ = factcheck("check", "draft.md", "-n", "notes", "-n", "draft.md")
    assert "draft.md: FC905 not used" in out


def test_a_claim_that_cannot_be_judged_does_not_cost_the_others(
    factcheck: Factcheck, parsed: Parse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault in one comparison is "unchecked": neither a pass nor a fail, and 4 under --strict."""
    from factcheck import verdicts

    judge = verdicts.judge

    def faulty(claim: Claim, *arguments: Any, **options: Any) -> Verdict:
        if "Lisbon" in claim.text:
            raise ZeroDivisionError("a fault of ours")
        return judge(claim, *arguments, **options)

    monkeypatch.setattr(verdicts, "judge", faulty)
    code, out, err = factcheck("check", "draft.md", "-n", "notes")
    assert code == 1
    assert "FC201 refuted" in out
    assert "FC904 unchecked The bank is in Lisbon." in out
    assert "1 unchecked" in err
    assert factcheck("check", "draft.md", "-n", "notes", "--strict")[0] == 4
    parsed(factcheck("check", "draft.md", "-n", "notes", "--format", "json")[1])


def test_a_ledger_that_is_none_is_one_line_and_exit_code_2(factcheck: Factcheck) -> None:
    Path("claims.db").write_text("not a database, but a text of some length " * 20, encoding="utf-8")
    for command in (["check", "draft.md", "-n", "notes"], ["show", "abc"], ["notes", "list"]):
        code, out, err = factcheck(*command)
        assert (code, out) == (2, "")
        assert err.count("\n") == 1
        assert "claims.db" in err


def test_an_unknown_claim_is_one_line_and_exit_code_2(factcheck: Factcheck) -> None:
    factcheck("check", "draft.md", "-n", "notes")
    code, out, err = factcheck("show", "ffffff00")
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_a_ledger_that_is_not_there_is_said_to_be_missing(factcheck: Factcheck) -> None:
    code, _, err = factcheck("show", "3f2a9c", "--db", "nowhere.db")
    assert (code, err.count("\n")) == (2, 1)
    assert "there is no ledger nowhere.db" in err
    assert not Path("nowhere.db").exists()


def test_standard_input_goes_by_its_name_in_an_error(factcheck: Factcheck) -> None:
    code, _, err = factcheck("check", "-", "-n", "notes", stdin="")
    assert (code, err) == (2, "error: standard input: is empty\n")


def test_notes_cannot_come_on_standard_input(factcheck: Factcheck) -> None:
    code, _, err = factcheck("check", "draft.md", "-n", "-", stdin="The bank is in Lisbon.\n")
    assert code == 2
    assert "save it and name the file" in err


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such a name")
def test_a_note_whose_name_is_no_unicode_is_listed_and_skipped(factcheck: Factcheck) -> None:
    Path(os.fsdecode(b"notes/\xff.txt")).write_text("The bank is in Porto.\n", "utf-8")
    code, out, _ = factcheck("check", "draft.md", "-n", "notes", "--only", "supported")
    assert code == 1
    assert "FC901 not used: has a name that is not valid Unicode" in out


def test_a_note_behind_another_protocol_is_no_missing_file(factcheck: Factcheck) -> None:
    code, _, err = factcheck("check", "draft.md", "-n", "ftp://example.org/note.txt")
    assert code == 2
    assert "not an http or https address" in err


def test_what_is_skipped_is_shown_without_its_notation(factcheck: Factcheck) -> None:
    Path("draft.md").write_text("# The **old** [bank](https://example.org)\n\nThe bank is in Lisbon.\n", "utf-8")
    out = factcheck("check", "draft.md", "-n", "notes")[1]
    assert out.startswith("draft.md:1:3: SKIP not-checkable The old bank — ")


def test_words_that_look_like_markup_are_words(factcheck: Factcheck) -> None:
    Path("draft.md").write_text("The [bold]bank[/bold] is in \x1b[31mLisbon [/]. [red]Prices rose.\n", encoding="utf-8")
    for form in ("text", "table", "json"):
        code, out, err = factcheck("check", "draft.md", "-n", "notes", "--format", form, COLUMNS="40")
        assert code in (0, 1, 3), err
        assert "\x1b" not in out
    assert "bold" in factcheck("extract", "draft.md", "--coverage")[1]


# --- output to a file -----------------------------------------------------------------------------


def test_a_report_can_be_written_to_a_file(factcheck: Factcheck, parsed: Parse) -> None:
    code, out, _ = factcheck("check", "draft.md", "-n", "notes", "-f", "json", "-o", "report.json")
    assert (code, out) == (1, "")
    assert parsed(Path("report.json").read_text(encoding="utf-8"))["run"]


@pytest.mark.parametrize("target", ["draft.md", "claims.db", "missing/report.txt"])
def test_a_report_never_overwrites_an_input_nor_stays_half_written(factcheck: Factcheck, target: str) -> None:
    factcheck("check", "draft.md", "-n", "notes")
    before = Path(target).read_bytes() if Path(target).exists() else None
    code, _, err = factcheck("check", "draft.md", "-n", "notes", "--output", target)
    assert code == 2
    assert err.count("\n") == 1
    assert (Path(target).read_bytes() if Path(target).exists() else None) == before


def test_a_report_that_fails_leaves_the_older_one(factcheck: Factcheck, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("report.txt").write_text("older", encoding="utf-8")

    def fail(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    code, _, err = factcheck("check", "draft.md", "-n", "notes", "-o", "report.txt")
    assert code == 2
    assert "No space left on device" in err
    assert Path("report.txt").read_text(encoding="utf-8") == "older"
    assert not list(Path().glob(".report*"))


# --- extract, notes, eval -------------------------------------------------------------------------


def test_extract_lists_claims_and_keeps_nothing(factcheck: Factcheck) -> None:
    code, out, err = factcheck("extract", "draft.md")
    assert code == 0
    assert out.startswith("draft.md:1:1: quantity Inflation fell to 41 percent in March.\n")
    assert "2 claims in 3 sentences" in err
    assert not Path("claims.db").exists()


def test_extract_without_a_claim_exits_with_3(factcheck: Factcheck) -> None:
    assert factcheck("extract", "-", stdin="What comes next?\n")[0] == 3
    assert factcheck("extract", "-", "--allow-empty", stdin="What comes next?\n")[0] == 0


def test_coverage_draws_a_line_under_every_claim(factcheck: Factcheck) -> None:
    _, out, _ = factcheck("extract", "draft.md", "--coverage", COLUMNS="80")
    lines = out.splitlines()
    row = next(i for i, line in enumerate(lines) if "Inflation fell" in line)
    assert "─" * len("Inflation fell to 41 percent in March") in lines[row + 1]
    assert "left over 0 (0%)" in out


def test_notes_are_added_listed_and_searched(factcheck: Factcheck) -> None:
    code, _, err = factcheck("notes", "add", "notes")
    assert code == 0
    assert "2 notes" in err
    assert factcheck("notes", "list")[1].splitlines()[0].startswith("notes/bank.txt")
    assert factcheck("notes", "search", "Lisbon bank")[1].startswith("notes/bank.txt 1:")


def test_eval_prints_false_accusations_first(factcheck: Factcheck) -> None:
    cases = [("Inflation fell to 41 percent.", "refuted"), ("Inflation fell to 4.1 percent.", "supported")]
    lines = (
        json.dumps({"id": str(i), "claim": claim, "evidence": ["Inflation fell to 4.1 percent."], "label": label})
        for i, (claim, label) in enumerate(cases)
    )
    Path("cases.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    code, out, err = factcheck("eval", "cases.jsonl", "--predictions", "answers.jsonl")
    assert code == 0
    assert out.startswith("Accusations\n")
    assert "false" in out.splitlines()[3]
    assert "2 cases" in err
    answers = [json.loads(line) for line in Path("answers.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [answer["label"] for answer in answers] == ["refuted", "supported"]
    assert {"id", "label", "confidence", "findings"} <= answers[0].keys()


def test_eval_of_a_file_that_is_none_is_one_line(factcheck: Factcheck) -> None:
    Path("unfinished.jsonl").write_text('{"id": "1", "claim": "Inflation fell."}', encoding="utf-8")
    for name, words in (("missing.jsonl", "missing"), ("draft.md", ":1:"), ("unfinished.jsonl", 'no field "text"')):
        code, out, err = factcheck("eval", name)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert words in err
