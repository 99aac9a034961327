"""What a rule code means, as a page and as a list."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from factcheck.rules import FAMILIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.rules import Rule

WIDEST = 100  # columns; longer lines are hard to read
LABELS = {"note": "The note says", "wrong": "Wrong", "right": "Right", "limits": "Limits"}


def page(rule: Rule, width: int) -> str:
    """One rule, with its example and its known limits."""
    family = "" if rule.name == rule.family else f"  ({rule.family})"
    lines = [f"{rule.code} {rule.name}{family}", "", *_wrapped(rule.summary, width)]
    for field, label in LABELS.items():
        if text := getattr(rule, field):
            lines += ["", f"{label}:", *_wrapped(text, width, "    ")]
    return "".join(f"{line}\n" for line in lines)


def listing(rules: Sequence[Rule]) -> str:
    """The rules, each on a line, under their families."""
    return "\n".join(_family(name, [rule for rule in rules if rule.code[:3] == name]) for name in _families(rules))


def _families(rules: Sequence[Rule]) -> Iterator[str]:
    return (name for name in FAMILIES if any(rule.code.startswith(name) for rule in rules))


def _family(name: str, rules: Sequence[Rule]) -> str:
    longest = max(len(rule.name) for rule in rules)
    rows = [f"  {rule.code}  {rule.name:<{longest}}  {rule.summary}" for rule in rules]
    return "".join(f"{line}\n" for line in [f"{name}xx  {FAMILIES[name]}", *rows])


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    room = max(20, min(width, WIDEST))
    return textwrap.wrap(text, room, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
