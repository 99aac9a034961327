"""The rooms import downwards only, and what must start fast imports nothing heavy."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck

PACKAGE = Path(factcheck.__file__).parent
# The order of the house plan, from the top; a room may import those below it.
ROOMS = (
    "__main__",
    "cli",
    "evaluation",
    "pipeline",
    "reports",
    "verdicts",
    "evidence",
    "claims",
    "facets",
    "language",
    "readers",
    "ledger",
    "config",
    "rules",
    "model",
    "wordlists",
    "errors",
    "version",
)
HEAVY = ("spacy", "requests", "trafilatura", "sqlite_utils")


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    type_only = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    names: set[str] = set()
    for node in ast.walk(tree):
        if node in type_only:
            continue
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name.split(".")[1] for name in names if name.startswith("factcheck.") and name.split(".")[1] in ROOMS}


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_rooms_below_its_own(path: Path) -> None:
    room = room_of(path)
    allowed = set(ROOMS[ROOMS.index(room) :])
    assert imported_rooms(path) <= allowed


def test_every_room_has_its_place_in_the_order() -> None:
    assert {room_of(path) for path in modules()} <= set(ROOMS)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "--help"], ["rule", "FC201"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys\n"
        "from factcheck.__main__ import run\n"
        f"sys.argv = ['factcheck', *{arguments!r}]\n"
        "try:\n    run()\nexcept SystemExit as end:\n    assert not end.code, end.code\n"
        f"sys.exit(','.join(name for name in {HEAVY!r} if name in sys.modules) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_public_names_are_there_and_sorted() -> None:
    assert sorted(factcheck.__all__) == factcheck.__all__
    for name in factcheck.__all__:
        assert getattr(factcheck, name) is not None
