"""The options that several commands share, each written once."""

from __future__ import annotations

from typing import Annotated

import typer

Articles = Annotated[
    list[str],
    typer.Argument(metavar="FILE", help="Drafts: text, Markdown, HTML; - is standard input.", show_default=False),
]
MaybeArticles = Annotated[
    list[str] | None,
    typer.Argument(metavar="FILE", help="Drafts; without one, every draft of the ledger.", show_default=False),
]
Notes = Annotated[
    list[str] | None,
    typer.Option("--notes", "-n", metavar="NOTES", help="Reference notes: file, folder, glob or URL; repeatable."),
]
Database = Annotated[str | None, typer.Option("--db", metavar="PATH", help="The ledger (default: claims.db).")]
NoLedger = Annotated[bool, typer.Option("--no-ledger", help="Work in memory and keep nothing.")]
Date = Annotated[
    str | None,
    typer.Option("--date", metavar="DATE", help="The day of the drafts, as 2026-01-31; it goes before their own."),
]
FailOn = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-on",
        metavar="WHAT",
        help="Labels, codes (FC201) or beginnings of codes (FC2) that fail the run, with commas or repeated"
        " (default: refuted,conflicting).",
    ),
]
MinConfidence = Annotated[
    str | None,
    typer.Option("--min-confidence", metavar="SHARE", help="Below it (0 to 1) a verdict is not enough evidence."),
]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 where the code would be 1.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 4 if something could not be checked.")]
AllowEmpty = Annotated[bool, typer.Option("--allow-empty", help="Exit with 0, not 3, if nothing was checked.")]
Only = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        metavar="LABEL",
        help="List only claims with this label, with commas or repeated: refuted, conflicting, supported,"
        " not-enough-evidence, not-checkable, unchecked.",
    ),
]
Kind = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="List only claims of this kind, with commas or repeated: quote, attribution, comparison, quantity, date,"
        " identity, causal, event.",
    ),
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format", "-f", metavar="FORMAT", help="text, table, json (default: table on a terminal, else text)."
    ),
]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write the report to a file instead of standard output."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no last line on standard error.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colours; NO_COLOR does the same.")]


def flags(*, no_ledger: bool = False, **given: object) -> dict[str, object]:
    """The options that were given, for `config.load`: a switch that is off and an empty list were not."""
    layer = {name: value for name, value in given.items() if value not in (None, False, [])}
    return {**layer, "ledger": False} if no_ledger else layer
