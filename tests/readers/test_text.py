"""Plain text as reporters write it."""

from __future__ import annotations

from datetime import date

from factcheck.model import BlockKind
from factcheck.readers import read_bytes
from factcheck.readers.plain import plain_block


def layout(text: str) -> list[tuple[str, str]]:
    document = read_bytes(text.encode(), "a.txt")
    return [(block.kind.value, plain_block(document, block).text) for block in document.blocks]


def test_wrapped_lines_are_one_paragraph() -> None:
    assert layout(
        "The council voted on Monday evening to approve the\nnew budget, and the mayor did not attend it.\n"
    ) == [
        ("paragraph", "The council voted on Monday evening to approve the new budget, and the mayor did not attend it.")
    ]


def test_long_lines_are_a_paragraph_each() -> None:
    line = (
        "The council voted on Monday to approve a budget of four million dollars, which is more than it ever was before"
    )
    assert layout(f"{line}. It did.\n{line}. It did not.\n") == [
        ("paragraph", f"{line}. It did."),
        ("paragraph", f"{line}. It did not."),
    ]


def test_headings_bullets_and_their_continuations() -> None:
    assert layout(
        "WHAT COMES NEXT\nThe key points are these:\n- roads, for\n  the north\n- schools\n\n1. One\n2. Two\n"
    ) == [
        ("heading", "WHAT COMES NEXT"),
        ("paragraph", "The key points are these:"),
        ("list-item", "roads, for the north"),
        ("list-item", "schools"),
        ("list-item", "One"),
        ("list-item", "Two"),
    ]


def test_an_article_in_capitals_is_not_all_headings() -> None:
    assert [kind for kind, _ in layout("THE VOTE WAS HELD.\n\nTHE MAYOR LOST IT.\n\nSHE WILL APPEAL.\n")] == [
        "paragraph"
    ] * 3


def test_byline_and_dateline_stand_apart_from_the_copy() -> None:
    head = "Budget passes\n\nBy Ann Lee and Bo Roe\n\n"
    text = f"{head}HALIFAX, N.S., Jan. 12 (CP) — The council voted.\n\nHALIFAX — It is old.\n"
    assert layout(text) == [
        ("heading", "Budget passes"),
        ("byline", "By Ann Lee and Bo Roe"),
        ("dateline", "HALIFAX, N.S., Jan. 12 (CP) —"),
        ("paragraph", "The council voted."),
        ("paragraph", "HALIFAX — It is old."),
    ]


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    assert layout("By Monday the ships had left.\n")[0][0] == "paragraph"


def test_mail_headers_are_metadata() -> None:
    document = read_bytes(b"From: Desk\nDate: Mon, 12 Jan 2026 18:40\nSubject: Ships\n\nThey left.\n", "a.txt")
    assert (document.title, document.date) == ("Ships", date(2026, 1, 12))
    assert [block.kind for block in document.blocks] == [BlockKind.FRONT_MATTER, BlockKind.PARAGRAPH]


def test_turns_of_a_dialogue_have_their_speaker() -> None:
    text = "JANE DOE: We are glad.\n\nMAYOR LEE (by phone): So are we.\n\nJANE DOE: Indeed.\n"
    document = read_bytes(text.encode(), "a.txt")
    assert [block.speaker for block in document.blocks] == ["Jane Doe", "Mayor Lee", "Jane Doe"]
    assert plain_block(document, document.blocks[1]).text == "So are we."


def test_answers_belong_to_the_person_whom_the_front_matter_names() -> None:
    text = "---\nspeaker: Ann Lee\n---\n\nQ: How many?\n\nA: About forty.\n\nQ: When?\n\nA: In May.\n"
    document = read_bytes(text.encode(), "a.txt")
    assert [block.speaker for block in document.blocks[1:]] == ["Interviewer", "Ann Lee", "Interviewer", "Ann Lee"]


def test_turns_on_lines_of_their_own_are_paragraphs() -> None:
    text = "Q: How many hives are left?\nA: About forty, in the old orchard.\nQ: Since when?\nA: Since May.\n"
    document = read_bytes(text.encode(), "a.txt")
    assert [block.speaker for block in document.blocks] == ["Interviewer", None, "Interviewer", None]
    assert plain_block(document, document.blocks[1]).text == "About forty, in the old orchard."


def test_initials_are_the_person_whom_the_head_names() -> None:
    text = "A talk with Ann Lee, beekeeper.\n\nAL: Bees sleep.\n\nTK: Do they?\n\nAL: They do.\n"
    document = read_bytes(text.encode(), "a.txt")
    assert [block.speaker for block in document.blocks[1:]] == ["Ann Lee", "TK", "Ann Lee"]


def test_a_label_may_say_who_the_speaker_is() -> None:
    text = "ANN LEE, beekeeper: We are glad.\n\nTHE CHAIR: Are you?\n\nANN LEE, beekeeper: Indeed.\n"
    document = read_bytes(text.encode(), "a.txt")
    assert [block.speaker for block in document.blocks] == ["Ann Lee", "The Chair", "Ann Lee"]


def test_an_introduction_does_not_hide_the_turns() -> None:
    head = "".join(f"Paragraph {n} tells what the hives were like that year.\n\n" for n in range(9))
    text = f"{head}Tom Kerr: How many?\n\nAnn Lee: Forty.\n\nTom Kerr: Since when?\n\nAnn Lee: Since May.\n"
    document = read_bytes(text.encode(), "a.txt")
    assert [block.speaker for block in document.blocks[-4:]] == ["Tom Kerr", "Ann Lee", "Tom Kerr", "Ann Lee"]
    assert all(block.speaker is None for block in document.blocks[:-4])


def test_a_caption_is_no_turn() -> None:
    text = (
        "Tom Kerr: How many?\n\nAnn Lee: Forty.\n\nAnn Lee at work. Image: T. Kerr.\n\nTom Kerr: Oh.\n\nAnn Lee: Yes.\n"
    )
    document = read_bytes(text.encode(), "a.txt")
    assert "Image" not in str([block.speaker for block in document.blocks])


def test_fields_are_not_speakers() -> None:
    document = read_bytes(b"Phone: 12\n\nAddress: Pier 3\n\nNote: closed on Monday\n", "a.txt")
    assert {block.speaker for block in document.blocks} == {None}


def test_byte_order_mark_and_crlf_are_kept_and_lines_count_right() -> None:
    document = read_bytes("\ufeffOne here.\r\n\r\nTwo here.\rThree.\n".encode(), "a.txt")
    assert document.text.startswith("\ufeffOne here.\r\n")
    assert document.line_and_column(document.text.index("One")) == (1, 1)
    assert document.line_and_column(document.text.index("Two")) == (3, 1)
    assert document.line_and_column(document.text.index("Three")) == (4, 1)


def test_the_first_lines_are_a_title_and_its_subtitle() -> None:
    assert layout("“We Waited All Night”\nThe Ferries of the Orn Islands\n\nSummary\n\nThe ferry was late.\n") == [
        ("heading", "“We Waited All Night”"),
        ("heading", "The Ferries of the Orn Islands"),
        ("heading", "Summary"),
        ("paragraph", "The ferry was late."),
    ]


def test_a_long_first_line_without_a_full_stop_is_a_title() -> None:
    title = (
        "Shift work and the quality of sleep in the nurses of nine hospitals: a study of four years in two countries"
    )
    assert layout(f"{title}\n\nThe nurses slept badly.\n")[0] == ("heading", title)


def test_short_first_lines_that_tell_something_are_no_title() -> None:
    assert layout("The mayor came on Monday.\nThe Bishop stayed away.\n\nNobody knows why.\n")[0][0] == "paragraph"
    assert layout("Mayor: Ann Lee\nPeople: 4,000\n\nThe town is old.\n")[0][0] == "paragraph"


def test_reference_marks_are_notation_and_the_notes_that_they_point_to_are_footnotes() -> None:
    notes = "[1] Interview, 3 October.\n[2] Letter of 4 May.\n"
    text = f"Some 640 workers were held.[1][2] They waited “for days”.[3]\n\n{notes}"
    assert layout(text) == [
        ("paragraph", "Some 640 workers were held. They waited “for days”."),
        ("footnote", "Interview, 3 October."),
        ("footnote", "Letter of 4 May."),
    ]


def test_a_bracket_that_stands_by_itself_is_a_word() -> None:
    assert layout("They paid [30] euros each.\n") == [("paragraph", "They paid [30] euros each.")]


def test_the_numbers_of_paragraphs_are_notation() -> None:
    text = "2.1 The ferries are old.\n\n2.2 The harbours are older.\n\n2.3 Both are to be renewed.\n"
    assert [words for _, words in layout(text)] == [
        "The ferries are old.",
        "The harbours are older.",
        "Both are to be renewed.",
    ]
    assert layout("2.4 Million people came.\n") == [("paragraph", "2.4 Million people came.")]


def test_credits_at_the_end_are_no_statement() -> None:
    text = "The cabinet fell.\n\n(Additional reporting by Ann Lee in Lima; editing by J. Roe)\n"
    assert layout(text)[-1] == ("byline", "(Additional reporting by Ann Lee in Lima; editing by J. Roe)")
