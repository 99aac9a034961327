"""Captions: times and speakers."""

from __future__ import annotations

import pytest

from factcheck.errors import ReadError
from factcheck.readers import read_bytes
from factcheck.readers.plain import plain_block

SRT = """\
1
00:00:01,000 --> 00:00:02,500
JANE DOE: <i>Hello</i> there,
you all.

2
00:00:03,000 --> 00:00:04,000
It is May &amp; warm.

3
01:00:05,000 --> 01:00:06,000
- Who?
- Me.

4
01:00:07,000 --> 01:00:08,000
>> BOB ROE: Thank you. {\\an8}
"""


def cues(data: bytes, path: str) -> list[tuple[str | None, str | None, str]]:
    document = read_bytes(data, path)
    return [(block.time, block.speaker, plain_block(document, block).text) for block in document.blocks]


def test_subrip_with_labels_dashes_and_tags() -> None:
    expected = [
        ("00:00:01.000", "Jane Doe", "Hello there, you all."),
        ("00:00:03.000", "Jane Doe", "It is May & warm."),
        ("01:00:05.000", None, "Who?"),
        ("01:00:05.000", None, "Me."),
        ("01:00:07.000", "Bob Roe", "Thank you."),
    ]
    assert cues(SRT.encode(), "a.srt") == expected
    assert cues(("\ufeff" + SRT.replace("\n", "\r\n")).encode(), "captions") == expected


def test_webvtt_voices_notes_styles_and_ids() -> None:
    vtt = (
        b"WEBVTT - title\n\nSTYLE\n::cue { color: red }\n\nNOTE checked\n\nintro\n00:04.000 --> 00:12.500 align:left\n"
        b"<v.loud Ann Lee>One.</v> <v Bo>Two.\n\n00:13.000 --> 00:14.000\n<c.x>three</c> <00:13.500>four\n"
    )
    assert cues(vtt, "a.vtt") == [
        (None, None, "checked"),
        ("00:00:04.000", "Ann Lee", "One."),
        ("00:00:04.000", "Bo", "Two."),
        ("00:00:13.000", "Bo", "three four"),
    ]


def test_a_sign_in_capitals_is_no_speaker() -> None:
    vtt = b"WEBVTT\n\n00:01.000 --> 00:02.000\nWARNING: flash images.\n"
    assert cues(vtt, "a.vtt") == [("00:00:01.000", None, "WARNING: flash images.")]


def test_a_cue_is_found_by_its_time() -> None:
    document = read_bytes(SRT.encode(), "a.srt")
    assert str(document.locate(document.text.index("warm"))) == "00:00:03.000"


def test_captions_without_words_are_an_error() -> None:
    with pytest.raises(ReadError, match="no cue"):
        read_bytes(b"WEBVTT\n\n00:01.000 --> 00:02.000\n", "a.vtt")
