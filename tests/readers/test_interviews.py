"""Interviews in the conventions that do without labels, or with short ones: who asks and who answers."""

from __future__ import annotations

from factcheck.model import BlockKind
from factcheck.readers import read_bytes
from factcheck.readers.plain import plain_block


def turns(text: str, name: str = "talk.md") -> list[tuple[str | None, str]]:
    """Speaker and words of each block."""
    document = read_bytes(text.encode(), name)
    return [(block.speaker, plain_block(document, block).text) for block in document.blocks]


def test_questions_in_bold_are_the_interviewer_s_and_the_rest_is_answered() -> None:
    said = turns(
        "# The slow cure\n\n*The surgeon Ana Ruiz on waiting lists and why she left*\n\nRuiz meets me in Tarn.\n\n"
        "**When did you leave?**\n\nIn 2019.\n\nI had 40 beds.\n\n**And then?**\n\n- I wrote a book\n- I slept\n\n"
        "**You said nobody listened.**\n\nOne did.\n\n**Who?**\n\nMy mother.\n\n*Ana Ruiz speaks in Lund on 3 May.*\n"
    )
    assert [speaker for speaker, _ in said[:3]] == [None, None, None]
    assert ("Interviewer", "You said nobody listened.") in said
    assert ("Ana Ruiz", "I had 40 beds.") in said
    assert ("Ana Ruiz", "I slept") in said
    assert said[-1][0] is None


def test_questions_alone_need_a_text_that_says_whom_it_interviews() -> None:
    body = "When?\n\nIn 2019 I left.\n\nWhy?\n\nWe had no beds.\n\nAnd now?\n\nI write.\n"
    named = turns(f"An interview with Ana Ruiz\n\n{body}", "talk.txt")
    assert [speaker for speaker, _ in named[1:]] == ["Interviewer", "Ana Ruiz"] * 3
    assert {speaker for speaker, _ in turns(f"Notes on hospitals\n\n{body}", "talk.txt")} == {None}


def test_a_question_in_the_first_line_is_parted_from_its_answer() -> None:
    said = turns(
        "Three questions for Ana Ruiz\n\nWhen?\nIn 2019 I left.\n\nWhy?\nWe had no beds.\n\nAnd now?\nI write.\n",
        "talk.txt",
    )
    assert said[1:3] == [("Interviewer", "When?"), ("Ana Ruiz", "In 2019 I left.")]


def test_who_spoke_to_a_paper_is_the_person_named_before() -> None:
    said = turns(
        "Ana Ruiz, 44, runs a clinic. She spoke to Health Monthly.\n\nQ: Since when?\n\nA: Since 2011.\n\n"
        "Q: Alone?\n\nA: No.\n",
        "talk.txt",
    )
    assert ("Ana Ruiz", "Since 2011.") in said


def test_a_last_name_as_a_label_is_the_full_name_in_the_introduction() -> None:
    said = turns(
        "With us today is Dr. Ana Ruiz, a surgeon.\n\nHOST: Since when?\n\nRUIZ: Since 2011.\n\nHOST: And --\n\n"
        "RUIZ: I left.\n\nHOST: Why?\n\nRUIZ: No beds.\n",
        "talk.txt",
    )
    assert ("Ana Ruiz", "Since 2011.") in said
    assert ("Host", "And --") in said


def test_words_read_out_are_whose_they_are() -> None:
    said = turns(
        "MAX ORD: In your book you write,\n\nThe sea is not blue.\n\nWhat does it mean?\n\nANA RUIZ: I was tired.\n\n"
        "MAX ORD: Still?\n\nANA RUIZ: No.\n",
        "talk.txt",
    )
    assert said[1] == ("Ana Ruiz", "The sea is not blue.")
    assert said[2] == ("Max Ord", "What does it mean?")


def test_a_list_of_questions_is_no_interview() -> None:
    document = read_bytes(b"# Questions\n\n**Is it safe?**\n\n**Is it cheap?**\n\n**Is it near?**\n", "faq.md")
    assert {block.speaker for block in document.blocks} == {None}
    assert [block.kind for block in document.blocks] == [BlockKind.HEADING] + [BlockKind.PARAGRAPH] * 3
