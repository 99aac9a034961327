"""The entry point: the commands in their order, and the one place where an error becomes an exit code."""

from __future__ import annotations

import logging
import os
import sys
import traceback
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from factcheck.cli import config, notes
from factcheck.cli.check import check
from factcheck.cli.eval import evaluate
from factcheck.cli.extract import extract
from factcheck.cli.output import say
from factcheck.cli.rule import rule
from factcheck.cli.show import show
from factcheck.cli.verify import verify
from factcheck.errors import FactcheckError
from factcheck.version import __version__

WRONG_USE, INTERRUPTED = 2, 130
ORDER = ("extract", "verify", "check", "show", "notes", "rule", "config", "eval")


class Commands(TyperGroup):
    """The group of all commands; an error that leaves a command is one line and an exit code, never a traceback."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        _hide_types(self)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """The commands in the order of the work."""
        return sorted(self.commands, key=ORDER.index)

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except FactcheckError as error:
            say(f"error: {error}")
            raise typer.Exit(WRONG_USE) from error
        except KeyboardInterrupt as error:
            say("interrupted")
            raise typer.Exit(INTERRUPTED) from error
        except Exception as error:
            if hasattr(error, "exit_code"):  # Typer's own: an exit, or an option that is wrong
                raise
            _report(error)
            raise typer.Exit(WRONG_USE) from error


def _hide_types(command: Any) -> None:
    """Name the arguments in the help by their metavars alone: Typer adds their Python types (`FILE <list[str]>`)."""
    for parameter in command.params:
        if parameter.param_type_name == "argument":
            parameter.display_type_rich = lambda ctx: None  # noqa: ARG005 - the signature is Typer's
    for child in getattr(command, "commands", {}).values():
        _hide_types(child)


def _report(error: Exception) -> None:
    """Say that the fault is ours; the traceback is for whoever asks for it."""
    if os.environ.get("FACTCHECK_DEBUG"):
        traceback.print_exc()
    reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    say(f"error: internal error ({reason}); please report it, with what it prints under FACTCHECK_DEBUG=1")


app = typer.Typer(
    cls=Commands,
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
)


def _version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"factcheck {__version__}\n")
        raise typer.Exit


@app.callback()
def factcheck(
    *,
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """A linter for facts: holds a draft's claims against your notes, offline.

    \b
    Example:
      factcheck check draft.md -n notes/

    \b
    Exit codes:
      0    nothing that --fail-on names (default: refuted, conflicting)
      1    something that --fail-on names
      2    wrong use, wrong configuration, or an error of factcheck itself
      3    nothing was checked (--allow-empty makes it 0)
      4    with --strict, something could not be checked
      130  interrupted
    """


app.command()(extract)
app.command()(verify)
app.command()(check)
app.command()(show)
app.add_typer(notes.app, name="notes")
app.command()(rule)
app.add_typer(config.app, name="config")
app.command("eval")(evaluate)


def main() -> None:
    """Run the command that the arguments name, and exit."""
    _open_closed_streams()
    if os.environ.get("FACTCHECK_DEBUG"):
        logging.basicConfig()
        logging.getLogger("factcheck").setLevel(logging.DEBUG)
    app(prog_name="factcheck")


def _open_closed_streams() -> None:
    """Let what is written to a stream that the caller has closed (`2>&-`) go nowhere, rather than fail."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - it stays open to the end
