"""Makes the lexicon's data files from WordNet 3.0's database files.

    apt-get download wordnet-base && dpkg -x wordnet-base_*.deb wordnet
    python training/wordnet/extract.py wordnet/usr/share/wordnet factcheck/facets/data

WordNet's licence, from the package's copyright file, is shipped as WORDNET-LICENSE beside the data.

WordNet knows every meaning of a word, also those that nobody uses; with all of them everything is a synonym of
everything. So only the frequent senses are kept, by the counts of the tagged texts that WordNet brings (cntlist.rev).
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from os.path import commonprefix
from pathlib import Path

FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
SENSE_TYPES = {"n": "1", "v": "2", "a": "35", "r": "4"}

# A sense counts as frequent when it is the first, or has this share of the word's tagged uses …
FREQUENT_SHARE = 0.12
# … or is among the first this many of a word that the tagged texts hardly know (fewer uses than RARE_USES).
UNTAGGED_SENSES = 2
RARE_USES = 3
# No word has more senses than this.
MOST_SENSES = 4
# A derivation shares more first letters than this, or half of the longer word ("deny/denial").
SHARED_LETTERS = 3
MOST_WORDS = 4
# Names of biological groups, of no use to a newspaper.
TAXA = ("genus_", "family_", "order_", "class_", "phylum_", "superfamily_", "subfamily_", "suborder_", "subclass_")

HEADER = (
    "# {subject}\n"
    "# From WordNet 3.0, © 2006 Princeton University (see WORDNET-LICENSE), by training/wordnet/extract.py\n"
)


@dataclass
class Synset:
    """One meaning: its words and what it points at; pointers are (symbol, target, source word, target word)."""

    words: list[str]
    satellite: bool
    pointers: list[tuple[str, tuple[str, str], int, int]] = field(default_factory=list)

    @property
    def instance(self) -> bool:
        return any(symbol == "@i" for symbol, *_ in self.pointers)


Id = tuple[str, str]


def read_synsets(folder: Path) -> dict[Id, Synset]:
    """Every synset of the four data files, by part of speech and offset."""
    synsets: dict[Id, Synset] = {}
    for pos, name in FILES.items():
        for line in (folder / f"data.{name}").read_text("utf-8").splitlines():
            if line.startswith("  "):
                continue
            fields = line.split(" | ")[0].split()
            count = int(fields[3], 16)
            words = [fields[4 + 2 * i].split("(")[0].lower() for i in range(count)]
            synset = Synset(words, fields[2] == "s")
            at = 4 + 2 * count
            for i in range(int(fields[at])):
                symbol, offset, target, where = fields[at + 1 + 4 * i : at + 5 + 4 * i]
                synset.pointers.append((symbol, (target, offset), int(where[:2], 16), int(where[2:], 16)))
            synsets[(pos, fields[0])] = synset
    return synsets


def read_counts(folder: Path) -> Counter[tuple[str, str, int]]:
    """How often each sense of a word was met in the tagged texts: (word, part of speech, sense number)."""
    counts: Counter[tuple[str, str, int]] = Counter()
    of_type = {digit: pos for pos, digits in SENSE_TYPES.items() for digit in digits}
    for line in (folder / "cntlist.rev").read_text("utf-8").splitlines():
        key, number, count = line.split()
        word, rest = key.split("%")
        counts[(word, of_type[rest[0]], int(number))] += int(count)
    return counts


def read_senses(folder: Path, synsets: dict[Id, Synset]) -> dict[tuple[str, str], list[Id]]:
    """The frequent senses of each word, the most frequent first; single people, places and works are left out."""
    counts = read_counts(folder)
    senses: dict[tuple[str, str], list[Id]] = {}
    for pos, name in FILES.items():
        for line in (folder / f"index.{name}").read_text("utf-8").splitlines():
            if line.startswith("  "):
                continue
            fields = line.split()
            word, offsets = fields[0], fields[6 + int(fields[3]) :]
            if word.count("_") >= MOST_WORDS or word.startswith(TAXA):
                continue
            uses = [counts[(word, pos, number)] for number in range(1, len(offsets) + 1)]
            kept = [
                (pos, offset)
                for number, offset in enumerate(offsets)
                if frequent(number, uses) and not synsets[(pos, offset)].instance
            ]
            if kept:
                senses[(word, pos)] = kept[:MOST_SENSES]
    return senses


def frequent(number: int, uses: list[int]) -> bool:
    """Whether the sense (counted from 0) is frequent among the word's senses."""
    total = sum(uses)
    if number == 0 or (total < RARE_USES and number < UNTAGGED_SENSES):
        return True
    return total >= RARE_USES and uses[number] / total >= FREQUENT_SHARE


def kin(first: str, second: str) -> bool:
    """Whether the two words look derived from one another; WordNet's pointers also join mere neighbours."""
    shared = len(commonprefix([first, second]))
    length = min(len(first), len(second)) if shared > SHARED_LETTERS else max(len(first), len(second))
    return shared >= min(SHARED_LETTERS, len(first) - 1, len(second) - 1) and shared >= length / 2


def derivations(synsets: dict[Id, Synset], senses: dict[tuple[str, str], list[Id]]) -> dict[str, set[str]]:
    """Which words are derived from which, in a frequent sense of either, both ways."""
    graph: dict[str, set[str]] = defaultdict(set)
    for (word, pos), kept in senses.items():
        for sense in kept:
            synset = synsets[sense]
            for symbol, target, source, goal in synset.pointers:
                if symbol not in ("+", "\\") or not source or synset.words[source - 1] != word:
                    continue
                other = synsets[target].words[goal - 1]
                if (other, target[0]) in senses and "_" not in word + other and kin(word, other):
                    graph[f"{word}/{pos}"].add(f"{other}/{target[0]}")
                    graph[f"{other}/{target[0]}"].add(f"{word}/{pos}")
    return graph


def families(graph: dict[str, set[str]]) -> list[list[str]]:
    """The connected words, as sorted lists; words that are spelt alike need a pointer to be joined."""
    seen: set[str] = set()
    found = []
    for start in sorted(graph):
        if start in seen:
            continue
        component, stack = set(), [start]
        while stack:
            node = stack.pop()
            if node not in component:
                component.add(node)
                stack.extend(graph[node] - component)
        seen |= component
        found.append(sorted(component))
    return found


def opposites(synsets: dict[Id, Synset], word: str, sense: Id) -> set[str]:
    """The antonyms that WordNet gives this very word in this sense."""
    synset = synsets[sense]
    return {
        synsets[target].words[goal - 1]
        for symbol, target, source, goal in synset.pointers
        if symbol == "!" and source and synset.words[source - 1] == word
    }


def parents(synset: Synset) -> list[Id]:
    """The more general meanings; for a satellite adjective, the head of its cluster."""
    return [target for symbol, target, *_ in synset.pointers if symbol == "@" or (synset.satellite and symbol == "&")]


def number(senses: dict[tuple[str, str], list[Id]], synsets: dict[Id, Synset]) -> dict[Id, str]:
    """Short names for the synsets in use and those above them."""
    used = {sense for kept in senses.values() for sense in kept}
    frontier = set(used)
    while frontier:
        frontier = {parent for sense in frontier for parent in parents(synsets[sense])} - used
        used |= frontier
    return {sense: sense[0] + base36(i) for i, sense in enumerate(sorted(used))}


def base36(value: int) -> str:
    digits = ""
    while True:
        value, rest = divmod(value, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
        if not value:
            return digits


def write(path: Path, subject: str, rows: Iterable[tuple[str, ...]]) -> None:
    """Rows in the order of their bytes, so that a reader can search the file without parsing it."""
    lines = sorted("\t".join(row).rstrip("\t").encode() for row in rows)
    path.write_bytes(HEADER.format(subject=subject).encode() + b"\n".join(lines) + b"\n")


def irregular(folder: Path) -> Iterable[tuple[str, ...]]:
    """Irregular forms and their base forms."""
    for pos, name in FILES.items():
        for line in (folder / f"{name}.exc").read_text("utf-8").splitlines():
            form, *bases = line.split()
            yield f"{form}/{pos}", " ".join(bases)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("wordnet", type=Path, help="the folder with data.noun, index.noun, cntlist.rev, …")
    options.add_argument("data", type=Path, help="where the .tsv files go")
    arguments = options.parse_args()
    synsets = read_synsets(arguments.wordnet)
    senses = read_senses(arguments.wordnet, synsets)
    groups = families(derivations(synsets, senses))
    family = {word: str(i) for i, group in enumerate(groups) for word in group}
    names = number(senses, synsets)
    arguments.data.mkdir(parents=True, exist_ok=True)
    write(
        arguments.data / "wordnet-words.tsv",
        "A word and its part of speech, its frequent senses, its antonyms, its family",
        (
            (
                f"{word}/{pos}",
                " ".join(names[sense] for sense in kept),
                " ".join(sorted({o for sense in kept for o in opposites(synsets, word, sense)})),
                family.get(f"{word}/{pos}", ""),
            )
            for (word, pos), kept in senses.items()
        ),
    )
    write(
        arguments.data / "wordnet-synsets.tsv",
        "A sense, the more general senses above it, the opposite senses",
        (
            (
                name,
                " ".join(sorted(names[parent] for parent in parents(synsets[sense]))),
                " ".join(
                    sorted(
                        {
                            names[target]
                            for symbol, target, *_ in synsets[sense].pointers
                            if symbol == "!" and target in names
                        }
                    )
                ),
            )
            for sense, name in names.items()
        ),
    )
    write(
        arguments.data / "wordnet-families.tsv",
        "A family and the words derived from one another in it",
        ((str(i), " ".join(group)) for i, group in enumerate(groups)),
    )
    write(arguments.data / "wordnet-forms.tsv", "An irregular form and its base forms", irregular(arguments.wordnet))


if __name__ == "__main__":
    main()
