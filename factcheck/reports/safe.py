"""Text from strangers, made fit for a terminal: it cannot move the cursor, recolour the screen or reverse a line."""

from __future__ import annotations

import os
import re
from pathlib import Path

# C0 and C1 controls but tab and line feed; bidirectional marks, embeddings, overrides and isolates; line and paragraph
# separators; the byte order mark; interlinear and tag characters, which show nothing; halves of surrogate pairs.
_UNSAFE = (
    "\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\\ud800-\\udfff"
)
_UNSAFE_RUN = re.compile(f"[{_UNSAFE}]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile(r"\s+")


def clean(text: str) -> str:
    """The text without control characters and bidirectional overrides; its lines end in a line feed."""
    return _UNSAFE_RUN.sub("", _LINE_ENDS.sub("\n", text)).replace("\t", "    ")


def one_line(text: str) -> str:
    """The clean text on one line, each run of blanks as one space."""
    return _BLANKS.sub(" ", clean(text)).strip()


def escaped(json: str) -> str:
    """JSON text in which every character that a terminal could obey stands as an escape; its values are the same."""
    return _UNSAFE_RUN.sub(lambda match: _escape(match[0]), json)


def _escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def relative(path: str) -> str:
    """A path as a report shows it: never absolute, so that reports do not depend on the machine."""
    if "://" in path or not Path(path).is_absolute():
        return path
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:
        return Path(path).name


def shortened(text: str, length: int) -> str:
    """The text on one line, cut at a word to at most `length` characters, with an ellipsis where it was cut."""
    line = one_line(text)
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    return cut[: cut.rfind(" ")].rstrip(" ,;:") + "…" if " " in cut[length // 2 :] else cut + "…"
