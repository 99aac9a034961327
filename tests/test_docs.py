"""Every command and every piece of Python in the README and in docs/ runs, and shows what the page says it shows."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
# Generated from the command line's own help; their examples name files that are nobody's.
GENERATED = {"cli.md", "rules.md"}
# What is not ours, or changes the machine, is shown but not run here.
NOT_RUN = ("pip ", "make ", "git ", "pipx ", "uv ")

CASES = '{"id": "1", "claim": "Inflation fell.", "evidence": ["Inflation fell in March."], "label": "supported"}\n'


@dataclass(frozen=True)
class Command:
    """A line after "$ " with the output that the page shows below it."""

    page: str
    line: str
    output: tuple[str, ...]


def commands() -> list[Command]:
    found = []
    for page in PAGES:
        if page.name in GENERATED:
            continue
        for block in re.findall(r"```console\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
            for entry in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                line, *output = entry.rstrip("\n").split("\n")
                found.append(Command(page.name, line, tuple(output)))
    return found


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working directory with the seeds, also under the names that the pages use."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    shutil.copytree(ROOT / "seeds" / "notes", folder / "notes")
    shutil.copy(ROOT / "seeds" / "article.txt", folder / "draft.md")
    (folder / "cases.jsonl").write_text(CASES, encoding="utf-8")
    return folder


def environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FACTCHECK_")}
    return {**kept, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "100"}


@pytest.mark.parametrize("command", commands(), ids=lambda command: f"{command.page}: {command.line}")
def test_a_shown_command_runs(command: Command, desk: Path) -> None:
    if command.line.startswith(NOT_RUN):
        pytest.skip("not a command of factcheck")
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command.line],
        cwd=desk,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    shown = [line for line in command.output if line != "…"]
    lines = (done.stdout + done.stderr).splitlines()
    for line in shown:
        pattern = line.replace("[", "[[]").replace("…", "*")
        assert any(fnmatchcase(printed.rstrip(), pattern) for printed in lines), line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_shown_python_runs(page: Path, desk: Path) -> None:
    for program in re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=desk, env=environment(), capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http:", "https:")):
            assert (page.parent / target).exists(), target
