"""Score a pipeline from raw text: evaluate.py MODEL TREEBANK.conllu …

The text of each treebank document is split, tokenised and parsed, and the words are aligned with the gold words
by their characters. UAS and LAS leave punctuation out and compare whole labels, as spaCy's own scores do; those in
brackets count punctuation and compare labels without subtypes, as the CoNLL 2018 shared task did (Zeman et al. 2018).
"""

from __future__ import annotations

import sys
from collections import Counter
from itertools import groupby
from pathlib import Path

import treebank

from factcheck.claims.sentences import split
from factcheck.language import Parser
from factcheck.model import Analysis

Word = tuple[int, int]
Columns = tuple[Word | None, str, str, str, str]  # head, relation, tag, part of speech, lemma
MEASURES = ("UAS", "LAS", "(UAS)", "(LAS)", "tokens", "XPOS", "UPOS", "lemma")


def gold_words(sentences: list[treebank.Sentence]) -> tuple[str, dict[Word, Columns]]:
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
                sentence.deps[i],
                sentence.tags[i],
                sentence.pos[i],
                sentence.lemmas[i],
            )
    return text, words


def parsed_words(text: str, parser: Parser) -> dict[Word, Columns]:
    """The same for what the pipeline makes of the text."""
    words = {}
    spans = split(text)
    analysis: Analysis
    for span, analysis in zip(spans, parser.parse(span.of(text) for span in spans), strict=True):
        offset = span.start
        for token in analysis.tokens:
            head = analysis.tokens[token.head]
            words[(offset + token.start, offset + token.end)] = (
                None if head.i == token.i else (offset + head.start, offset + head.end),
                token.dep,
                token.tag,
                token.pos,
                token.lemma,
            )
    return words


def main(model: str, path: Path) -> None:
    parser = Parser(model)
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for _, sentences in groupby(treebank.read(path), key=lambda sentence: sentence.document):
        text, gold = gold_words(list(sentences))
        parsed = parsed_words(text, parser)
        for words in (gold, parsed):
            found["all"] += len(words)
            found["words"] += sum(word[3] != "PUNCT" for word in words.values())
        for span in gold.keys() & parsed.keys():
            right += compared(gold[span], parsed[span])
    scores = {name: 2 * right[name] / found["words" if name in {"UAS", "LAS"} else "all"] for name in MEASURES}
    print(f"{path.name}: F1 " + ", ".join(f"{name} {score:.4f}" for name, score in scores.items()))


def compared(gold: Columns, mine: Columns) -> Counter[str]:
    """What is right about one word that both have."""
    head, dep, tag, pos, lemma = (a == b for a, b in zip(gold, mine, strict=True))
    label = gold[1].split(":")[0].lower() == mine[1].split(":")[0].lower()
    right = Counter({"tokens": 1, "XPOS": tag, "UPOS": pos, "lemma": lemma, "(UAS)": head, "(LAS)": head and label})
    if gold[3] != "PUNCT":
        right += Counter({"UAS": head, "LAS": head and dep})
    return right


if __name__ == "__main__":
    for name in sys.argv[2:]:
        main(sys.argv[1], Path(name))
