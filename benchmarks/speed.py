"""Whole-process times on the seeds, as ratios to starting Python: speed.py [--runs N].

Cold: an empty ledger. Warm: the same command again, nothing changed. Each round runs all commands in turn, and the
median of the rounds' ratios is printed, so that a machine that slows down slows all of them.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    factcheck = str(Path(sys.executable).with_name("factcheck"))
    measured: dict[str, list[float]] = {}
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            check = [factcheck, "check", "seeds/article.txt", "-n", "seeds/notes", "--exit-zero"]
            check += ["--db", str(Path(folder) / "claims.db")]
            commands = {
                "python -c pass": [sys.executable, "-c", "pass"],
                "factcheck --help": [factcheck, "--help"],
                "check, cold": check,
                "check, unchanged": check,
            }
            for name, command in commands.items():
                measured.setdefault(name, []).append(seconds(command))
    base = measured["python -c pass"]
    for name, values in measured.items():
        ratio = statistics.median(value / one for value, one in zip(values, base, strict=True))
        print(f"{name:20s} median {statistics.median(values):.3f} s, {ratio:.1f} times starting Python ({runs} runs)")


if __name__ == "__main__":
    main()
