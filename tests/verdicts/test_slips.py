"""A number or name that no note has is an error where a note has another in its place, however the rest is worded."""

from __future__ import annotations

from pathlib import Path

from notes_and_drafts import codes, verdicts_of

from factcheck.model import Label, Verdict

NOTE = """The ferry Orla sailed from Kilmore to Rathin on 3 May 2022 with 140 passengers aboard.

Gusts of 52 knots were measured at the harbour mouth during the crossing.

Captain Brian Foley, who joined the line in 1998, decided to turn back off Black Head.

Eleven life jackets were found to be perished, and the company was fined £4,000 by the court in Galway.

Josephine Kerr, who drew up the report, interviewed 27 members of the crew.
"""
FRAME = """The Orla had left Kilmore on 3 May 2022 with 140 passengers. {} Brian Foley turned round off Black Head. {}
The court in Galway fined the company £4,000 for it.
"""
GUSTS = "A frightened mate wrote down gusts of 82 knots off the harbour mouth."


def accused(folder: Path, first: str = "", second: str = "", note: str = NOTE) -> list[Verdict]:
    found = verdicts_of(folder, FRAME.format(first, second), note)
    return [verdict for verdict in found if verdict.label is Label.REFUTED]


def test_a_number_that_no_note_has_is_an_error(tmp_path: Path) -> None:
    (verdict,) = accused(tmp_path, GUSTS)
    assert codes(verdict) == {"FC201"}
    assert verdict.explanation == "differs: article says 82 knots, note.txt 3:1 says 52 knots"
    finding = verdict.findings[0]
    assert (finding.claim_value, finding.passage_value) == ("82 knots", "52 knots")


def test_the_finding_points_at_the_words_of_the_draft(tmp_path: Path) -> None:
    (verdict,) = accused(tmp_path, GUSTS)
    draft = (tmp_path / "draft.txt").read_text("utf-8")
    assert verdict.findings[0].claim_span is not None
    assert verdict.findings[0].claim_span.of(draft) == "82 knots"


def test_a_person_called_otherwise_is_an_error(tmp_path: Path) -> None:
    (verdict,) = accused(tmp_path, second="A report that was drawn up by Geraldine Kerr says so.")
    assert codes(verdict) == {"FC401"}
    assert "Josephine Kerr" in verdict.explanation


def test_a_number_that_a_note_has_of_the_same_is_none(tmp_path: Path) -> None:
    assert not accused(tmp_path, "Soon she met a wind that gusted to 52 knots at the harbour mouth.")


def test_a_number_that_a_note_has_of_such_things_is_none(tmp_path: Path) -> None:
    """A passage that says little else of the sentence still has the number of its people."""
    note = (
        "On 14 March 2023 the ferry Morning Star ran aground off Kilcreggan, Scotland, carrying 112 passengers and "
        "nine crew. Nobody was killed. Seventeen people were treated for minor injuries at a hospital in Paisley.\n\n"
        "The captain, Fiona Drummond, 48, had worked for Clyde Crossings since 2009.\n"
    )
    draft = (
        "The Morning Star hit the bottom near Kilcreggan in Scotland on 14 March 2023. No one died, although "
        "17 passengers needed hospital care in Glasgow.\n\n"
        "Fiona Drummond, the 48-year-old skipper, joined Clyde Crossings in 2009.\n"
    )
    assert not any(verdict.label is Label.REFUTED for verdict in verdicts_of(tmp_path, draft, note))


def test_a_number_of_other_things_is_none(tmp_path: Path) -> None:
    assert not accused(tmp_path, second="At Galway the company was also told to buy 60 flares.")


def test_a_number_is_not_held_against_one_that_the_draft_has_too(tmp_path: Path) -> None:
    wind = "Soon she met gusts of 52 knots at the harbour mouth, and later gusts of 30 knots off Kilmore."
    assert not accused(tmp_path, wind)


def test_a_sum_of_the_notes_numbers_is_none(tmp_path: Path) -> None:
    note = NOTE + "\nAt Rathin 14 cars were driven ashore before the storm, and 9 cars were driven ashore after it.\n"
    assert not accused(tmp_path, second="At Rathin, 23 cars in all went ashore.", note=note)


def test_a_draft_that_was_not_written_from_the_notes_has_no_slips(tmp_path: Path) -> None:
    draft = (
        f"The Maeve ran between Wexford and Bardsey in 1911. {GUSTS} "
        "Captain Owen Price ran her on to Gull Rock. All 61 men got into the boats. Lloyd's paid £900."
    )
    assert not any(verdict.label is Label.REFUTED for verdict in verdicts_of(tmp_path, draft, NOTE))
