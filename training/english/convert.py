"""Write the treebank as spaCy's binary corpora: convert.py TREEBANK_FOLDER OUTPUT_FOLDER.

The training part holds every sentence once as it stands, and a fixed random share of them a second time in
the typography that news copy has and the treebanks lack: curly quotes, all capitals, all lower case.
"""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from pathlib import Path

import spacy
import treebank
from spacy.tokens import DocBin
from treebank import Sentence

SENTENCES_A_DOCUMENT = 10
CURLY, CAPITALS, LOWER = 0.25, 0.03, 0.05
SEED = 1
CURLED = str.maketrans({"'": "’", "`": "‘"})


def curly(sentence: Sentence) -> Sentence:
    """The sentence with typographic quotes: opening and closing by turns."""
    words, opening = [], True
    for word in sentence.words:
        if word in {'"', "``", "''"}:
            words.append("“" if opening else "”")
            opening = not opening
        else:
            words.append(word.translate(CURLED))
    return replace(sentence, words=tuple(words))


def varied(sentences: list[Sentence]) -> list[Sentence]:
    """A random share of the sentences, rewritten in another typography."""
    chance = random.Random(SEED)
    out = []
    for sentence in sentences:
        draw = chance.random()
        if any(mark in word for word in sentence.words for mark in "'\"`") and draw < CURLY:
            out.append(curly(sentence))
        elif draw > 1 - CAPITALS:
            out.append(replace(sentence, words=tuple(word.upper() for word in sentence.words)))
        elif draw > 1 - CAPITALS - LOWER:
            out.append(replace(sentence, words=tuple(word.lower() for word in sentence.words)))
    return out


def grouped(sentences: list[Sentence]) -> list[list[Sentence]]:
    """Runs of up to ten sentences that never cross a document's border."""
    groups: list[list[Sentence]] = []
    for sentence in sentences:
        last = groups[-1] if groups else None
        if last and last[0].document == sentence.document and len(last) < SENTENCES_A_DOCUMENT:
            last.append(sentence)
        else:
            groups.append([sentence])
    return groups


def write(groups: list[list[Sentence]], path: Path) -> None:
    vocab = spacy.blank("en").vocab
    DocBin(docs=[treebank.doc(vocab, group) for group in groups]).to_disk(path)
    print(f"{path}: {len(groups)} documents, {sum(map(len, groups))} sentences")


def main(source: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    train = list(treebank.read(source / "train.conllu.xz"))
    write(grouped(train) + grouped(varied(train)), target / "train.spacy")
    write(grouped(list(treebank.read(source / "dev.conllu"))), target / "dev.spacy")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
