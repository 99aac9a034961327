"""Writes the pages that are made from the program: cli.md, rules.md, and the table of configuration.md.

Run it as `python docs/generate.py`; with `--check` it writes nothing and exits with 1 when a page is stale.
"""

from __future__ import annotations

import re
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typer.main import get_command

from factcheck.cli.main import app
from factcheck.config import ENTRIES, Settings, flag, shown, variable
from factcheck.rules import FAMILIES, RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.rules import Rule

DOCS = Path(__file__).parent
NOTICE = "<!-- Made by docs/generate.py; edits are lost. -->"
BEGIN, END = "<!-- settings: made by docs/generate.py -->", "<!-- end of settings -->"


def pages() -> dict[str, str]:
    """The name of each generated page and its text."""
    configuration = (DOCS / "configuration.md").read_text(encoding="utf-8")
    table = f"{BEGIN}\n{_joined(_settings())}{END}"
    made = re.sub(f"{re.escape(BEGIN)}.*?{re.escape(END)}", lambda _: table, configuration, flags=re.DOTALL)
    return {"cli.md": _joined(_commands()), "rules.md": _joined(_rules()), "configuration.md": made}


def _joined(lines: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


# --- cli.md ---------------------------------------------------------------------------------------


def _commands() -> Iterator[str]:
    root: Any = get_command(app)
    yield from ("# The command line", "", NOTICE, "")
    yield from _command("factcheck", root, level=1)


def _command(name: str, command: Any, level: int) -> Iterator[str]:
    if level > 1:
        yield from (f"{'#' * min(level, 3)} `{name}`", "")
    yield from _help(command.help or "")
    yield from _usage(name, command)
    yield from _parameters(command)
    children = getattr(command, "commands", {})
    order = command.list_commands(None) if children else []
    for child in order:
        yield from _command(f"{name} {child}", children[child], level + 1)


def _help(text: str) -> Iterator[str]:
    for paragraph in textwrap.dedent(text.replace("\f", "")).strip().split("\n\n"):
        first, *rest = paragraph.strip("\n").split("\n")
        if first == "\b":
            title, *lines = rest
            language = "console" if title.startswith("Example") else "text"
            yield from (title, "", f"```{language}", *_dedented(lines), "```", "")
        else:
            yield from (first, *rest, "")


def _dedented(lines: list[str]) -> list[str]:
    return textwrap.dedent("\n".join(lines)).split("\n")


def _usage(name: str, command: Any) -> Iterator[str]:
    words = [name, "[OPTIONS]"] if any(p.param_type_name == "option" for p in command.params) else [name]
    for parameter in command.params:
        if parameter.param_type_name == "argument":
            word = parameter.metavar + ("..." if parameter.nargs == -1 else "")
            words.append(word if parameter.required else f"[{word}]")
    if getattr(command, "commands", None):
        words.append("COMMAND")
    yield from (f"Usage: `{' '.join(words)}`", "")


def _parameters(command: Any) -> Iterator[str]:
    rows = [_parameter(parameter) for parameter in command.params if not parameter.hidden]
    if rows:
        yield from ("| | |", "|---|---|", *(f"| {names} | {text} |" for names, text in rows), "")


def _parameter(parameter: Any) -> tuple[str, str]:
    if parameter.param_type_name == "argument":
        return f"`{parameter.metavar}`", _cell(parameter.help)
    names = ", ".join(f"`{name}`" for name in parameter.opts)
    return f"{names} {parameter.metavar}" if parameter.metavar else names, _cell(parameter.help)


def _cell(text: str | None) -> str:
    return (text or "").replace("|", "\\|")


# --- rules.md -------------------------------------------------------------------------------------


def _rules() -> Iterator[str]:
    yield from ("# Rule codes", "", NOTICE, "")
    yield from ("Each code names the reason for a finding; `factcheck rule CODE` prints the same in a terminal.", "")
    for prefix, family in FAMILIES.items():
        rules = [rule for rule in RULES.values() if rule.code.startswith(prefix)]
        if rules:
            yield from (f"## {prefix}xx: {family}", "")
        for rule in rules:
            yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    yield from (f"### {rule.code} {rule.name}", "", rule.summary, "")
    examples = {"The note says": rule.note, "Wrong": rule.wrong, "Right": rule.right}
    rows = [f"- {label}: {text}" for label, text in examples.items() if text]
    if rows:
        yield from (*rows, "")
    if rule.limits:
        yield from (f"Limits: {rule.limits}", "")


# --- configuration.md -----------------------------------------------------------------------------


def _settings() -> Iterator[str]:
    yield from ("| setting | values | default | variable | flag | |", "|---|---|---|---|---|---|")
    for entry in ENTRIES.values():
        default = shown(getattr(Settings(), entry.name))
        option = f"`--{flag(entry.name)}`" if entry.name != "language_model" else ""
        cells = (f"`{entry.name}`", entry.values, default, f"`{variable(entry.name)}`", option, entry.summary)
        yield f"| {' | '.join(_cell(cell) for cell in cells)} |"


def main() -> int:
    """Write the pages, or say which are stale."""
    stale = [name for name, text in pages().items() if not _is_current(DOCS / name, text)]
    if "--check" in sys.argv:
        sys.stderr.write("".join(f"docs/{name} is stale; run python docs/generate.py\n" for name in stale))
        return 1 if stale else 0
    for name in stale:
        (DOCS / name).write_text(pages()[name], encoding="utf-8")
    return 0


def _is_current(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
