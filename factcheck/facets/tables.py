"""The room's data files: sorted lines searched where they lie, and small lists of word classes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from factcheck import wordlists

DATA = Path(__file__).parent / "data"


class SortedTable:
    """A file of lines in the order of their bytes, each a key, a tab and values; parsed only where it is asked."""

    def __init__(self, path: Path) -> None:
        data = path.read_bytes()
        start = 0
        while data.startswith(b"#", start):
            start = data.index(b"\n", start) + 1
        self._data = data
        self._start = start

    def get(self, key: str) -> tuple[str, ...]:
        """The values of the key, or nothing."""
        wanted = key.encode("utf-8", "replace") + b"\t"
        data, low, high = self._data, self._start, len(self._data)
        while low < high:
            middle = data.rfind(b"\n", self._start, (low + high) // 2) + 1 or self._start
            end = data.find(b"\n", middle)
            if data[middle:end] + b"\t" < wanted:
                low = end + 1
            else:
                high = middle
        end = data.find(b"\n", low)
        if data.startswith(wanted, low):
            return tuple(data[low + len(wanted) : end].decode().split("\t"))
        return ()


@cache
def table(name: str) -> SortedTable:
    """One of WordNet's tables: words, synsets, families, forms."""
    return SortedTable(DATA / f"wordnet-{name}.tsv")


def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a small data file."""
    return wordlists.rows(DATA / name)
