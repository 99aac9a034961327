"""The spaCy pipeline: loaded once a process, and turned into plain `Analysis` values.

Nothing else in the project touches spaCy, so that everything after parsing works on data that can be kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import ConfigError
from factcheck.language import units
from factcheck.model import Analysis, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from factcheck.language.units import Unit

BUNDLED = "bundled"
MODEL_FOLDER = Path(__file__).parent / "english"
ABOUT = ("LICENSE", "MODEL_CARD.md")
BATCH_SIZE = 64


class Parser:
    """Parses English sentences with one spaCy pipeline, which it loads when it is first needed.

    `name` is "bundled" or the name or path of an installed spaCy pipeline ("en_core_web_trf").
    """

    def __init__(self, name: str = BUNDLED) -> None:
        self.name = name

    @property
    def version(self) -> str:
        """What identifies the model in a run's digest; does not load it."""
        name = bundled_digest() if self.name == BUNDLED else _with_version(self.name)
        return f"{name}, units {units.REVISION}"

    def parse(self, sentences: Iterable[str]) -> Iterator[Analysis]:
        """Parse texts, each of which is taken as one sentence, in their order."""
        nlp = _load(self.name)
        for batch in _batches(sentences):
            yield from _read(nlp, batch)

    def parse_one(self, sentence: str) -> Analysis:
        """Parse one text, taken as one sentence."""
        return next(self.parse([sentence]))


@cache
def bundled_digest() -> str:
    """The first 12 hex digits of the SHA-256 over the bundled model's files, without what is only about it."""
    digest = hashlib.sha256()
    for path in sorted(MODEL_FOLDER.rglob("*")):
        if path.is_file() and path.name not in ABOUT:
            digest.update(path.relative_to(MODEL_FOLDER).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _with_version(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:  # a path
        return name


@cache
def _load(name: str) -> Language:
    import spacy

    try:
        nlp = spacy.load(MODEL_FOLDER if name == BUNDLED else name, exclude=["ner", "senter", "textcat"])
    except (OSError, ValueError, ImportError) as error:
        reason = str(error).splitlines()[0]
        message = f'language_model "{name}" cannot be loaded ({reason}); install it, or remove the setting'
        raise ConfigError(message) from error
    if "parser" not in nlp.pipe_names:
        raise ConfigError(f'language_model "{name}" has no dependency parser; name a pipeline that has one')
    _multiply_with_numpy(nlp)
    return nlp


def _multiply_with_numpy(nlp: Language) -> None:
    """Lets NumPy multiply matrices: its BLAS takes half the time of the one that comes with spaCy."""
    from thinc.api import NumpyOps

    layers = [layer for _, pipe in nlp.pipeline if hasattr(pipe, "model") for layer in pipe.model.walk()]
    for layer in layers:
        if type(layer.ops) is NumpyOps:
            layer.ops = NumpyOps(use_blis=False)


def _batches(sentences: Iterable[str]) -> Iterator[list[str]]:
    remaining = iter(sentences)
    while batch := list(islice(remaining, BATCH_SIZE)):
        yield batch


def _read(nlp: Language, sentences: list[str]) -> Iterator[Analysis]:
    """The sentences parsed clause by clause where their punctuation allows, and where it misled, once more."""
    parted = [units.units(sentence) for sentence in sentences]
    parsed = _parsed(nlp, sentences, parted)
    kept = [units.kept(pairs) for pairs in parsed]
    missing = [[unit for unit in new if unit not in old] for new, old in zip(kept, parted, strict=True)]
    again = _parsed(nlp, sentences, missing)
    for sentence, first, second, wanted in zip(sentences, parsed, again, kept, strict=True):
        known = dict([*first, *second])
        yield units.joined(sentence, [(unit, known[unit]) for unit in wanted])


def _parsed(nlp: Language, sentences: list[str], parted: list[list[Unit]]) -> list[list[tuple[Unit, Analysis]]]:
    """Each unit of each sentence with its parse."""
    texts = [units.words_of(s, unit) for s, of_sentence in zip(sentences, parted, strict=True) for unit in of_sentence]
    docs = nlp.pipe(map(_as_one_sentence(nlp), texts), batch_size=BATCH_SIZE)
    return [[(unit, _analysis(next(docs))) for unit in of_sentence] for of_sentence in parted]


def _as_one_sentence(nlp: Language) -> Callable[[str], Doc]:
    """Makes a document of a text that is one sentence already, so that the parser does not split it again."""

    def make(text: str) -> Doc:
        doc = nlp.make_doc(text)
        for token in doc:
            token.is_sent_start = token.i == 0
        return doc

    return make


def _analysis(doc: Doc) -> Analysis:
    return Analysis(
        text=doc.text,
        tokens=tuple(
            Token(
                token.i,
                token.text,
                token.lemma_,
                token.pos_,
                token.tag_,
                str(token.morph),
                token.dep_,
                token.head.i,
                token.idx,
                token.idx + len(token.text),
            )
            for token in doc
        ),
    )
