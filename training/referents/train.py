"""Trains the weights of the evidence for what a pronoun means: train.py --gum FOLDER [--evaluate] [--out FILE].

FOLDER is a checkout of GUM. The weights are those of a conditional logistic regression over the options of each
pronoun and "none of them", first with what is right before it known, then again with what the model itself found.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from gum import Gold, documents

from factcheck import readers
from factcheck.claims.data import FOLDER
from factcheck.claims.extract import NOT_PROSE, mended, untangled
from factcheck.claims.parts import Part, parts
from factcheck.claims.referents.cast import cast
from factcheck.claims.referents.context import Context
from factcheck.claims.referents.evidence import View, evidence
from factcheck.claims.referents.links import KINDS, Link, likeliest
from factcheck.claims.referents.mentions import Scene
from factcheck.claims.referents.options import Option
from factcheck.claims.referents.pronouns import Pronouns, is_sure
from factcheck.facets import names
from factcheck.language import Parser
from factcheck.model import Analysis, BlockKind

PENALTY = 8.0
STEPS, RATE = 300, 0.05
# A feature seen less often has no weight; a smaller weight is left out.
SEEN, LEAST = 4, 0.005
FOLDS = 4
HEADER = (
    "# What speaks for what a pronoun means: kind of pronoun, feature, weight. Trained on the coreference annotation of"
    " GUM by training/referents; CC BY-SA 4.0, as its data: see the README there."
)
Weights = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Draft:
    """A document, parsed."""

    gold: Gold
    sentences: list[tuple[Part, Analysis]]


@dataclass(frozen=True)
class Event:
    """A pronoun: the features of each option and of none, which of them are right, and what was found."""

    kind: str
    features: list[list[str]]
    right: list[bool]
    found: bool | None


def parsed(gold: Gold, parser: Parser) -> Draft:
    with TemporaryDirectory() as folder:
        path = Path(folder, f"{gold.name}.txt")
        path.write_text(gold.text, "utf-8")
        document = readers.read(str(path))
    prose = [p for p in parts(document) if p.block.kind not in NOT_PROSE and not (p.is_dateline or p.is_too_long)]
    prose = [p for p in prose if not (p.block.kind is BlockKind.TABLE_ROW and p.block.cells)]
    analyses = untangled(list(map(mended, parser.parse(part.text for part in prose))), parser)
    return Draft(gold, list(zip(prose, analyses, strict=True)))


def events(draft: Draft, weights: Weights | None) -> list[Event]:
    """Every pronoun of a document; without weights, each is linked to what is right before the next is read."""
    here: list[Part] = []
    seen: list[Event] = []

    def linked(view: View, found: Sequence[Option]) -> Link | None:
        token = view.analysis.tokens[view.pointer.token]
        place = here[-1].source(token.start, token.end)
        mention = draft.gold.at(place.start, place.end)
        if mention is None or not found:
            return None if weights is None else likeliest(view, found, weights[KINDS[view.pointer.wants]])
        sources = [(o, o.full.source) for o in found]
        right = [draft.gold.is_right(mention.cluster, s.start, s.end, o.full.text) for o, s in sources]
        if weights is None:
            best = next((Link(o, 1.0) for o, ok in zip(found, right, strict=True) if ok), None)
        else:
            best = likeliest(view, found, weights[KINDS[view.pointer.wants]])
        shown = best is not None and is_sure(best, view.pointer)
        ok = right[found.index(best.option)] if best is not None and shown else None
        each, nobody = evidence(view, found)
        seen.append(Event(KINDS[view.pointer.wants], [*each, nobody], [*right, not any(right)], ok))
        return best

    named = [names.find(analysis) for _, analysis in draft.sentences]
    context = Context(None, cast([analysis for _, analysis in draft.sentences], named), Pronouns(linked))
    for index, ((part, analysis), found) in enumerate(zip(draft.sentences, named, strict=True)):
        here.append(part)
        context.read(Scene(analysis, part, index), found)
    return seen


def fitted(rows: Sequence[Event]) -> Weights:
    """The weights under which what is right is likeliest; each is the sum of a kind's own and one that all share."""
    keys = [[[(k, f) for f in fs for k in (e.kind, "")] for fs in e.features] for e in rows]
    counts = Counter(key for event in keys for option in event for key in set(option))
    index = {key: n for n, key in enumerate(sorted(key for key, count in counts.items() if count >= SEEN))}
    flat = [[index[key] for key in option if key in index] for event in keys for option in event]
    line = np.repeat(np.arange(len(flat)), [len(columns) for columns in flat])
    column = np.array([n for columns in flat for n in columns])
    group = np.repeat(np.arange(len(rows)), [len(e.right) for e in rows])
    right = np.array([float(ok) for e in rows for ok in e.right])
    solved = _solved(line, column, group, right, len(index))
    found: Weights = {kind: defaultdict(float) for kind in sorted(set(KINDS.values()))}
    for (kind, feature), n in index.items():
        if kind:
            found[kind][feature] += solved[n] + solved[index["", feature]]
    return found


def _solved(line: np.ndarray, column: np.ndarray, group: np.ndarray, right: np.ndarray, width: int) -> np.ndarray:
    """Gradient steps with momentum (Adam), their length falling to nothing."""
    weights, mean, square = np.zeros(width), np.zeros(width), np.zeros(width)
    starts = np.searchsorted(group, np.arange(group[-1] + 1))
    for step in range(STEPS):
        score = np.bincount(line, weights[column], len(right))
        share = np.exp(score - np.maximum.reduceat(score, starts)[group])
        share /= np.add.reduceat(share, starts)[group]
        good = share * right
        good /= np.maximum(np.add.reduceat(good, starts), 1e-12)[group]
        slope = np.bincount(column, (share - good)[line], width) + PENALTY * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        move = mean / (1 - 0.9 ** (step + 1)) / (np.sqrt(square / (1 - 0.999 ** (step + 1))) + 1e-8)
        weights = weights - RATE * (1 - step / STEPS) * move
    return weights


def trained(drafts: Sequence[Draft]) -> Weights:
    weights = fitted([event for draft in drafts for event in events(draft, None)])
    for _ in range(2):
        weights = fitted([event for draft in drafts for event in events(draft, weights)])
    return weights


def evaluated(drafts: Sequence[Draft]) -> str:
    """How many pronouns are shown as what they mean, and how many of these are right, by genre, in cross-validation."""
    shown: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for fold in range(FOLDS):
        weights = trained([draft for n, draft in enumerate(drafts) if n % FOLDS != fold])
        for draft in drafts[fold::FOLDS]:
            for event in events(draft, weights):
                row = shown[draft.gold.name.split("_")[0], event.kind]
                row["pronouns"] += 1
                row["there"] += not event.right[-1]
                row["shown"] += event.found is not None
                row["right"] += event.found is True
    columns = ("pronouns", "there", "shown", "right")
    lines = [" | ".join([*key, *(str(row[c]) for c in columns)]) for key, row in sorted(shown.items())]
    return "\n".join(["genre | kind | pronouns | meaning among the options | shown | right", *lines])


def written(weights: Weights) -> str:
    rows = [
        f"{kind}\t{feature}\t{weight:.3f}"
        for kind, own in sorted(weights.items())
        for feature, weight in sorted(own.items())
        if abs(weight) >= LEAST
    ]
    return "\n".join([HEADER, *rows]) + "\n"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--gum", type=Path, required=True)
    options.add_argument("--without", nargs="*", default=[], help="documents to leave out")
    options.add_argument("--evaluate", action="store_true")
    options.add_argument("--out", type=Path, default=FOLDER / "referent-weights.tsv")
    given = options.parse_args()
    parser = Parser()
    drafts = [parsed(gold, parser) for gold in documents(given.gum) if gold.name not in given.without]
    if given.evaluate:
        print(evaluated(drafts))
    else:
        given.out.write_text(written(trained(drafts)), "utf-8")


if __name__ == "__main__":
    main()
