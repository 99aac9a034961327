"""`factcheck rule`: what a code means."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.output import emit, width


def rule(
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="A code, or the beginning of several.")] = None,
) -> None:
    """Explain a rule code, with an example of wrong and right.

    Without a code, or with the beginning of several, lists them.

    \b
    Examples:
      factcheck rule FC201
      factcheck rule FC2
    """
    from factcheck import rules
    from factcheck.reports.rules import listing, page

    if code is None:
        emit(listing(list(rules.RULES.values())))
        return
    prefix = code.strip().upper()
    family = [rule for rule in rules.RULES.values() if rule.code.startswith(prefix)]
    if prefix.startswith("FC") and prefix not in rules.RULES and family:
        emit(listing(family))
        return
    emit(page(rules.rule(code.strip()), width()))
