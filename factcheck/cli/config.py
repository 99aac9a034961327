"""`factcheck config`: the settings, and where they come from."""

from __future__ import annotations

import typer

from factcheck.cli.output import emit

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


@app.callback()
def config() -> None:
    """The settings, and where each value comes from.

    Flags win over FACTCHECK_* variables, these over factcheck.toml or
    [tool.factcheck] in pyproject.toml, and that over the defaults.

    \b
    Example:
      factcheck config show
    """


@app.command()
def show() -> None:
    """Print every setting, its value, and where the value came from.

    \b
    Example:
      FACTCHECK_DB=desk.db factcheck config show
    """
    from factcheck.config import ENTRIES, load, shown
    from factcheck.reports.safe import one_line

    loaded = load()
    values = {name: one_line(shown(getattr(loaded.settings, name))) for name in ENTRIES}
    first, second = max(map(len, values)), max(map(len, values.values()))
    rows = (f"{name:<{first}}  {value:<{second}}  {loaded.origins[name]}" for name, value in values.items())
    emit("".join(f"{row}\n" for row in rows))
