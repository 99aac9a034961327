"""Score a pipeline from raw text: evaluate.py MODEL TREEBANK.conllu …

The text of each treebank document is split, tokenised and parsed, and the words are aligned with the gold words
by their characters, as the CoNLL 2018 shared task did (Zeman et al. 2018); labels are compared without subtypes.
"""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path

import sentencex
import treebank

from factcheck.language import Parser
from factcheck.model import Analysis

Word = tuple[int, int]


def gold_words(sentences: list[treebank.Sentence]) -> tuple[str, dict[Word, tuple[Word | None, str, str, str, str]]]:
    """The raw text of a document, and each word's head, relation, tag, part of speech and lemma by its characters."""
    text, words = "", {}
    for sentence in sentences:
        spans = []
        for word, space in zip(sentence.words, sentence.spaces, strict=True):
            spans.append((len(text), len(text) + len(word)))
            text += word + (" " if space else "")
        text = text.rstrip() + " "
        for i, span in enumerate(spans):
            head = sentence.heads[i]
            words[span] = (
                spans[head] if head >= 0 else None,
                sentence.deps[i].split(":")[0],
                sentence.tags[i],
                sentence.pos[i],
                sentence.lemmas[i],
            )
    return text, words


def parsed_words(text: str, parser: Parser) -> dict[Word, tuple[Word | None, str, str, str, str]]:
    """The same for what the pipeline makes of the text."""
    words = {}
    sentences, offsets, position = [], [], 0
    for sentence in sentencex.segment("en", text):
        start = text.index(sentence, position)
        position = start + len(sentence)
        if stripped := sentence.strip():
            sentences.append(stripped)
            offsets.append(start + len(sentence) - len(sentence.lstrip()))
    analysis: Analysis
    for offset, analysis in zip(offsets, parser.parse(sentences), strict=True):
        for token in analysis.tokens:
            head = analysis.tokens[token.head]
            words[(offset + token.start, offset + token.end)] = (
                None if head.i == token.i else (offset + head.start, offset + head.end),
                token.rel,
                token.tag,
                token.pos,
                token.lemma,
            )
    return words


def main(model: str, path: Path) -> None:
    parser = Parser(model)
    right = dict.fromkeys(("words", "UAS", "LAS", "XPOS", "UPOS", "lemma"), 0)
    gold_count = parsed_count = 0
    for _, sentences in groupby(treebank.read(path), key=lambda sentence: sentence.document):
        text, gold = gold_words(list(sentences))
        parsed = parsed_words(text, parser)
        gold_count += len(gold)
        parsed_count += len(parsed)
        for span, (head, dep, tag, pos, lemma) in gold.items():
            if (mine := parsed.get(span)) is None:
                continue
            right["words"] += 1
            right["UAS"] += mine[0] == head
            right["LAS"] += mine[0] == head and mine[1].lower() == dep.lower()
            right["XPOS"] += mine[2] == tag
            right["UPOS"] += mine[3] == pos
            right["lemma"] += mine[4] == lemma
    scores = ", ".join(f"{name} {2 * count / (gold_count + parsed_count):.4f}" for name, count in right.items())
    print(f"{path.name}: {gold_count} words; F1 {scores}")


if __name__ == "__main__":
    for name in sys.argv[2:]:
        main(sys.argv[1], Path(name))
