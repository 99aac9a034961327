"""Drawing with Rich: how labels and kinds are coloured, and a drawing as text of a given width."""

from __future__ import annotations

import io

from rich.console import Console, RenderableType
from rich.text import Text

from factcheck.reports.lines import CONTRADICTION, View
from factcheck.reports.safe import clean, one_line

LABEL_STYLES = {
    "refuted": "bold red",
    CONTRADICTION: "bold red",
    "conflicting": "bold magenta",
    "supported": "green",
    "not-enough-evidence": "yellow",
    "not-checkable": "dim",
    "unchecked": "bold yellow",
}
KIND_STYLES = {
    "quote": "cyan",
    "attribution": "bright_cyan",
    "comparison": "bright_magenta",
    "quantity": "blue",
    "date": "bright_blue",
    "identity": "magenta",
    "causal": "bright_yellow",
    "event": "white",
}


def drawn(view: View, *parts: RenderableType) -> str:
    """The parts below one another, as text; without colour it holds no escape code and no blank ends a line."""
    buffer = io.StringIO()
    console = Console(
        file=buffer,
        width=max(view.width, 20),
        color_system="standard" if view.color else None,
        force_terminal=view.color,
        no_color=not view.color,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    for part in parts:
        console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in buffer.getvalue().splitlines())


def styled(text: str, style: str = "") -> Text:
    """A stranger's words on one line, never read as markup."""
    return Text(one_line(text), style=style)


def paragraph(text: str, style: str = "") -> Text:
    """A stranger's words with their line breaks, never read as markup."""
    return Text(clean(text), style=style)


def joined(*parts: Text | str) -> Text:
    """Parts of one line, with a space between those that are not empty."""
    texts = [part if isinstance(part, Text) else Text(part) for part in parts]
    return Text(" ").join(part for part in texts if part.plain)
