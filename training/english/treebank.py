"""Universal Dependencies CoNLL-U files as spaCy documents.

spaCy's own converter writes the parts of a multiword token ("do" + "n't") with a space between them, so
that a model trained on it never sees "don't" as the tokenizer gives it. Here the parts stay joined whenever
they spell the surface form.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab


@dataclass(frozen=True)
class Sentence:
    """One annotated sentence; each column has one entry a syntactic word, `heads` count from 0."""

    document: int
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    lemmas: tuple[str, ...]
    pos: tuple[str, ...]
    tags: tuple[str, ...]
    morphs: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]


def read(path: Path) -> Iterator[Sentence]:
    """Every sentence of a CoNLL-U file, plain or xz-compressed."""
    opener = lzma.open if path.suffix == ".xz" else open
    document = 0
    lines: list[str] = []
    with opener(path, "rt", encoding="utf-8") as source:
        for line in map(str.rstrip, source):
            if line.startswith("# newdoc"):
                document += 1
            if line:
                lines.append(line)
            elif lines:
                yield _sentence(lines, document)
                lines = []
    if lines:
        yield _sentence(lines, document)


def _sentence(lines: list[str], document: int) -> Sentence:
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    words = [row for row in rows if row[0].isdigit()]
    spaces = {int(row[0]): "SpaceAfter=No" not in row[9] for row in words}
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            parts = "".join(words[number - 1][1] for number in range(first, last + 1))
            if parts == row[1]:
                for number in range(first, last):
                    spaces[number] = False
            spaces[last] = "SpaceAfter=No" not in row[9]
    return Sentence(
        document=document,
        words=tuple(row[1] for row in words),
        spaces=tuple(spaces[int(row[0])] for row in words),
        lemmas=tuple(row[2] for row in words),
        pos=tuple(row[3] for row in words),
        tags=tuple(row[4] for row in words),
        morphs=tuple(row[5] if row[5] != "_" else "" for row in words),
        heads=tuple(int(row[6]) - 1 for row in words),
        deps=tuple("ROOT" if row[7] == "root" else row[7] for row in words),
    )


def doc(vocab: Vocab, sentences: list[Sentence]) -> Doc:
    """Several sentences as one annotated spaCy document."""
    words, spaces, lemmas, pos, tags, morphs, heads, deps, starts = [], [], [], [], [], [], [], [], []
    for sentence in sentences:
        offset = len(words)
        words += sentence.words
        spaces += [*sentence.spaces[:-1], True]
        lemmas += sentence.lemmas
        pos += sentence.pos
        tags += sentence.tags
        morphs += sentence.morphs
        heads += [offset + (index if head < 0 else head) for index, head in enumerate(sentence.heads)]
        deps += sentence.deps
        starts += [index == 0 for index in range(len(sentence.words))]
    return Doc(
        vocab, words=words, spaces=spaces, lemmas=lemmas, pos=pos, tags=tags, morphs=morphs,
        heads=heads, deps=deps, sent_starts=starts,
    )  # fmt: skip
