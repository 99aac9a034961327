"""The four places that a setting can come from: flags, then `FACTCHECK_*`, then `factcheck.toml`, then defaults."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from factcheck.config.settings import Loaded, Settings
from factcheck.config.spelling import suggestion
from factcheck.config.table import ENTRIES, PREFIX, flag, variable
from factcheck.errors import ConfigError

NOT_SETTINGS = ("FACTCHECK_DEBUG",)
FILE = "factcheck.toml"
PYPROJECT = "pyproject.toml"

Layer = tuple[Callable[[str], str], Mapping[str, object]]


def load(
    flags: Mapping[str, object] | None = None,
    environ: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Loaded:
    """The settings for a command run in `folder`; a flag that is `None` was not given."""
    values: dict[str, Any] = {}
    origins = dict.fromkeys(ENTRIES, "default")
    for origin, layer in _layers(flags or {}, os.environ if environ is None else environ, folder or Path.cwd()):
        for name, raw in layer.items():
            values[name] = _read(name, raw, origin(name))
            origins[name] = origin(name)
    return Loaded(Settings(**values), origins)


def _layers(flags: Mapping[str, object], environ: Mapping[str, str], folder: Path) -> Iterable[Layer]:
    """The layers above the defaults, the weakest first."""
    found = find_file(folder)
    if found is not None:
        path, table = found
        shown = _from(folder, path)
        for name in table:
            _known(name, table, shown)
        yield (lambda _: shown), _anchored(table, path.parent, folder)
    yield variable, _environment(environ)
    yield (lambda name: f"--{flag(name)}"), {name: value for name, value in flags.items() if value is not None}


def find_file(folder: Path) -> tuple[Path, dict[str, object]] | None:
    """The nearest configuration file, walking up from a folder, with its table."""
    for place in (folder, *folder.parents):
        if (path := place / FILE).is_file():
            return path, _toml(path)
        if (path := place / PYPROJECT).is_file():
            tool = _toml(path).get("tool", {})
            if isinstance(tool, dict) and isinstance(table := tool.get("factcheck"), dict):
                return path, table
    return None


def _toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path.name}: not valid TOML ({error}); mend the file or remove it") from error
    except OSError as error:
        raise ConfigError(f"{path.name}: cannot be read ({error.strerror})") from error


def _environment(environ: Mapping[str, str]) -> dict[str, object]:
    """The variables that are settings; an empty variable counts as not set."""
    layer: dict[str, object] = {}
    for key in sorted(environ):
        if not key.startswith(PREFIX) or key in NOT_SETTINGS:
            continue
        name = key.removeprefix(PREFIX).lower()
        if name not in ENTRIES:
            meant = suggestion(name, ENTRIES, shown_as=variable)
            raise ConfigError(f"{key} (environment): no such setting{meant}")
        if environ[key]:
            layer[name] = environ[key]
    return layer


def _anchored(table: Mapping[str, object], home: Path, folder: Path) -> dict[str, object]:
    """The table with its paths, which are relative to the file's folder, made relative to the working directory."""
    layer = dict(table)
    if home == folder:
        return layer
    if isinstance(db := layer.get("db"), str):
        layer["db"] = _moved(db, home, folder)
    if isinstance(notes := layer.get("notes"), list):
        layer["notes"] = [_moved(note, home, folder) if isinstance(note, str) else note for note in notes]
    elif isinstance(notes, str):
        layer["notes"] = _moved(notes, home, folder)
    return layer


def _moved(name: str, home: Path, folder: Path) -> str:
    if "://" in name or Path(name).is_absolute():
        return name
    return _from(folder, home / name)


def _from(folder: Path, path: Path) -> str:
    return Path(os.path.relpath(path, folder)).as_posix()


def _known(name: str, table: Mapping[str, object], place: str) -> None:
    if name not in ENTRIES:
        meant = suggestion(name, [entry for entry in ENTRIES if entry not in table])
        raise ConfigError(f'{place}: no such setting "{name}"{meant}')


def _read(name: str, raw: object, place: str) -> object:
    try:
        return ENTRIES[name].read(raw)
    except ValueError as error:
        where = place if place.startswith(("--", PREFIX)) else f"{place}: {name}"
        raise ConfigError(f"{where}: {error}") from error
