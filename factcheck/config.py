"""Settings, and where each value came from: flags, then `FACTCHECK_*`, then `factcheck.toml`, then defaults."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from factcheck.errors import ConfigError
from factcheck.model import ClaimKind, Label
from factcheck.rules import RULES

PREFIX = "FACTCHECK_"
NOT_SETTINGS = ("FACTCHECK_DEBUG",)
FILE = "factcheck.toml"
PYPROJECT = "pyproject.toml"
TABLE = "[tool.factcheck]"
FORMATS = ("auto", "text", "table", "json")
CLOSE_ENOUGH = 60  # rapidfuzz ratio, 0 to 100: "fail_om" and "fail-on" find "fail_on", "colour" finds nothing


@dataclass(frozen=True, slots=True)
class Settings:
    """What a command is asked to do.

    `db` is the ledger's path; `notes` the reference notes when none are named; `date` the day the drafts are dated,
    where they do not say; `fail_on` the labels, codes and prefixes of codes that fail a run; `min_confidence` the least
    (0 to 1) at which a verdict counts; `only` and `kind` what a report lists (empty: everything); `ledger` is false to
    keep nothing.
    """

    db: str = "claims.db"
    notes: tuple[str, ...] = ()
    date: date | None = None
    language_model: str = "bundled"
    ledger: bool = True
    fail_on: tuple[str, ...] = (Label.REFUTED.value, Label.CONFLICTING.value)
    min_confidence: float = 0.0
    exit_zero: bool = False
    strict: bool = False
    allow_empty: bool = False
    format: str = "auto"
    only: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()

    def result_settings(self) -> dict[str, str]:
        """The settings that can change a verdict, as the run records them."""
        return {"date": self.date.isoformat() if self.date else "", "language_model": self.language_model}


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings of one command, and for each name the place that its value came from."""

    settings: Settings
    origins: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the settings table: `read` turns a raw value into the setting's or raises `ValueError`."""

    name: str
    values: str
    summary: str
    read: Callable[[object], object]


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


# --- the four places ------------------------------------------------------------------------------

Layer = tuple[Callable[[str], str], Mapping[str, object]]


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
            meant = _suggestion(key, [*map(variable, ENTRIES), *NOT_SETTINGS])
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


# --- one value ------------------------------------------------------------------------------------


def _known(name: str, table: Mapping[str, object], place: str) -> None:
    if name not in ENTRIES:
        meant = _suggestion(name, [entry for entry in ENTRIES if entry not in table])
        raise ConfigError(f'{place}: no such setting "{name}"{meant}')


def _read(name: str, raw: object, place: str) -> object:
    try:
        return ENTRIES[name].read(raw)
    except ValueError as error:
        where = place if place.startswith(("--", PREFIX)) else f"{place}: {name}"
        raise ConfigError(f"{where}: {error}") from error


def _suggestion(word: str, known: Iterable[str]) -> str:
    from rapidfuzz import fuzz, process

    best = process.extractOne(word.lower(), {name: name.lower() for name in known}, scorer=fuzz.ratio)
    return f'; did you mean "{best[2]}"?' if best and best[1] >= CLOSE_ENOUGH else ""


def _text(raw: object) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise ValueError(f"{_shown(raw)} is not a text")
    return raw


def _texts(raw: object) -> tuple[str, ...]:
    """Several texts: a list, or one text with commas between them."""
    parts: list[object] = [part.strip() for part in raw.split(",")] if isinstance(raw, str) else _several(raw)
    return tuple(_text(part) for part in parts)


def _paths(raw: object) -> tuple[str, ...]:
    """Several paths: a list, or one text with `os.pathsep` (":" or ";") between them, since a name may hold a comma."""
    if not isinstance(raw, str):
        return tuple(_text(part) for part in _several(raw))
    return (raw,) if "://" in raw else tuple(_text(part) for part in raw.split(os.pathsep))


def _several(raw: object) -> list[object]:
    if not isinstance(raw, list | tuple):
        raise ValueError(f"{_shown(raw)} is not a list of texts")
    return list(raw)


def _labels(raw: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_one_of(part, list(Label), "label") for part in _split(raw)))


def _kinds(raw: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_one_of(part, list(ClaimKind), "kind of claim") for part in _split(raw)))


def _fail_on(raw: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_label_or_code(part) for part in _split(raw)))


def _split(raw: object) -> list[str]:
    """Several words: each text of a list may itself hold commas, as a repeated flag does."""
    several = [raw] if isinstance(raw, str) else _several(raw)
    return [word for text in several for word in _texts(text)]


def _label_or_code(word: str) -> str:
    if not word.upper().startswith("FC"):
        return _one_of(word, list(Label), "label or code")
    code = word.upper()
    if len(code) < 3 or not any(known.startswith(code) for known in RULES):
        raise ValueError(f'there is no rule "{word}"; `factcheck rule` lists them all')
    return code


def _one_of(word: object, known: Iterable[str], what: str) -> str:
    text = str(word).strip().lower().replace("_", "-").replace(" ", "-")
    names = [str(name) for name in known]
    if text not in names:
        raise ValueError(
            f'there is no {what} "{word}"{_suggestion(text, names) or "; choose from " + ", ".join(names)}'
        )
    return text


def _format(raw: object) -> str:
    return _one_of(raw, FORMATS, "format")


def _day(raw: object) -> date:
    if isinstance(raw, date) and not isinstance(raw, datetime):
        return raw
    try:
        return date.fromisoformat(str(raw).strip())
    except ValueError:
        raise ValueError(f"{_shown(raw)} is not a date; write it as 2026-01-31") from None


def _share(raw: object) -> float:
    try:
        share = float(raw) if isinstance(raw, str | int | float) and not isinstance(raw, bool) else -1.0
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise ValueError(f"{_shown(raw)} is not a number from 0 to 1")
    return share


def _flag(raw: object) -> bool:
    words = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
    if isinstance(raw, bool):
        return raw
    if isinstance(raw, str) and raw.strip().lower() in words:
        return words[raw.strip().lower()]
    raise ValueError(f"{_shown(raw)} is neither true nor false")


def _shown(raw: object) -> str:
    return f'"{raw}"'


# --- the table ------------------------------------------------------------------------------------

_ENTRIES = (
    Entry("db", "a path", "The ledger: the SQLite file that keeps claims, notes and runs.", _text),
    Entry("notes", "paths, globs, URLs", "The reference notes when no `-n` names them.", _paths),
    Entry("date", "YYYY-MM-DD", "The day of the drafts; before their own front matter and dateline.", _day),
    Entry(
        "language_model",
        "a name or path",
        "The spaCy pipeline that parses: the bundled one, or an installed one.",
        _text,
    ),
    Entry("ledger", "true, false", "Whether the ledger is used at all; `--no-ledger` keeps nothing.", _flag),
    Entry("fail_on", "labels, codes, prefixes", "What fails a run with exit code 1.", _fail_on),
    Entry("min_confidence", "0 to 1", "Below this confidence a verdict counts as not enough evidence.", _share),
    Entry("exit_zero", "true, false", "Exit with 0 where the code would be 1.", _flag),
    Entry("strict", "true, false", "Exit with 4 when something could not be checked.", _flag),
    Entry("allow_empty", "true, false", "Exit with 0, not 3, when there was nothing to check.", _flag),
    Entry(
        "format", ", ".join(FORMATS), "The form of a report; auto is a table on a terminal, text elsewhere.", _format
    ),
    Entry("only", "labels", "The labels that a report lists; none named means all.", _labels),
    Entry("kind", "kinds of claim", "The kinds of claim that a report lists; none named means all.", _kinds),
)

ENTRIES = {entry.name: entry for entry in _ENTRIES}


def variable(name: str) -> str:
    """The environment variable of a setting: "fail_on" is `FACTCHECK_FAIL_ON`."""
    return PREFIX + name.upper()


def flag(name: str) -> str:
    """The long option of a setting, without its dashes."""
    return "no-ledger" if name == "ledger" else name.replace("_", "-")


def shown(value: object) -> str:
    """A setting's value as `factcheck config show` prints it."""
    if value is None:
        return "(unknown)"
    if isinstance(value, tuple):
        return ", ".join(value) or "(none)"
    return str(value).lower() if isinstance(value, bool) else str(value)
