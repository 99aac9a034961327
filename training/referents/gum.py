"""Reads GUM's coreference annotation: a document's text, and its mentions by where they stand in it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

# Genres whose texts are CC BY, CC BY-SA or in the public domain.
GENRES = ("academic", "bio", "court", "interview", "news", "speech", "textbook", "voyage")
_BRACKET = re.compile(r"\([^()]*\)|\([^()]*|[^()]+\)")


@dataclass(frozen=True)
class Mention:
    """Some words, the cluster of all words for the same thing, and the characters where they and their heads start."""

    cluster: str
    start: int
    end: int
    heads: tuple[int, ...]


@dataclass
class Gold:
    """A document; `split` gives for a plural cluster the clusters that it joins."""

    name: str
    text: str = ""
    mentions: list[Mention] = field(default_factory=list)
    split: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def at(self, start: int, end: int) -> Mention | None:
        """The mention that is exactly these characters."""
        return next((m for m in self.mentions if (m.start, m.end) == (start, end)), None)

    def is_right(self, cluster: str, start: int, end: int, text: str) -> bool:
        """Whether words of the document mean what a cluster does."""
        if self.at(start, end) is not None:
            found = {m.cluster for m in self.mentions if (m.start, m.end) == (start, end)}
        else:
            near = [m for m in self.mentions if any(start <= head < end for head in m.heads)]
            least = min((abs(m.start - start) + abs(m.end - end) for m in near), default=0)
            found = {m.cluster for m in near if abs(m.start - start) + abs(m.end - end) == least}
        named = any(_plain(self.text[m.start : m.end]) == _plain(text) for m in self.mentions if m.cluster == cluster)
        joined = self.split.get(cluster, set())
        inside = {m.cluster for m in self.mentions if start <= m.start and m.end <= end}
        return cluster in found or (named and len(text) > 2) or (bool(joined) and joined <= inside)


def _plain(text: str) -> str:
    return text.replace("’", "'").removesuffix("'s").removesuffix("'").lower().removeprefix("the ")


def documents(folder: Path) -> list[Gold]:
    """The documents of `folder`/dep whose genre may be used, in the order of their names."""
    paths = sorted(folder.glob("dep/GUM_*.conllu"))
    return [_Reader(path).read() for path in paths if path.stem.split("_")[1] in GENRES]


class _Reader:
    """Reads one CoNLL-U file: a paragraph for each of its paragraphs and for each turn of a conversation."""

    def __init__(self, path: Path) -> None:
        self.lines = path.read_text("utf-8").splitlines()
        self.gold = Gold(path.stem.removeprefix("GUM_"))
        self.words: list[tuple[int, int]] = []
        self.open: list[tuple[str, int, list[int]]] = []
        self.joined: tuple[int, int] = (0, 0)
        self.speaker = ""

    def read(self) -> Gold:
        for line in self.lines:
            if line.startswith("#"):
                self._comment(line)
            elif line:
                self._word(line.split("\t"))
            else:
                self.joined = (0, 0)
        return self.gold

    def _comment(self, line: str) -> None:
        turn = line.startswith("# speaker") and line != self.speaker
        self.speaker = line if line.startswith("# speaker") else self.speaker
        if (turn or re.fullmatch(r"# newpar.*", line)) and self.gold.text and not self.gold.text.endswith("\n"):
            self.gold.text = self.gold.text.rstrip(" ") + "\n\n"

    def _word(self, columns: list[str]) -> None:
        number, form, misc = columns[0], columns[1], columns[9]
        if "." in number:
            return
        space = "" if "SpaceAfter=No" in misc else " "
        if "-" in number:
            self.joined = (int(number.split("-")[1]), len(self.gold.text))
            self.gold.text += form + space
            return
        if int(number) <= self.joined[0]:
            start = self.gold.text.index(form, self.joined[1])
            self.joined = (self.joined[0], start + len(form))
        else:
            start = len(self.gold.text)
            self.gold.text += form + space
        self.words.append((start, start + len(form)))
        self._annotation(misc)

    def _annotation(self, misc: str) -> None:
        values = dict(value.split("=", 1) for value in misc.split("|") if "=" in value)
        for pair in filter(None, values.get("SplitAnte", "").split(",")):
            one, whole = pair.split("<")
            self.gold.split[whole].add(one)
        for bracket in _BRACKET.findall(values.get("Entity", "")):
            if bracket.startswith("("):
                parts = bracket[1:].rstrip(")").split("-")
                first = len(self.words) - 1
                self.open.append((parts[0], first, [first + int(n) - 1 for n in parts[5].split(",")]))
            if bracket.endswith(")"):
                self._close(bracket.strip("()").split("-")[0])

    def _close(self, cluster: str) -> None:
        at = next((n for n in reversed(range(len(self.open))) if self.open[n][0] == cluster), None)
        if at is None:
            return
        _, first, least = self.open.pop(at)
        heads = tuple(self.words[min(n, len(self.words) - 1)][0] for n in least)
        self.gold.mentions.append(Mention(cluster, self.words[first][0], self.words[-1][1], heads))
