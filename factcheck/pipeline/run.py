"""The main job on one page: read, extract, index, search, judge, record.

`check` is a generator, so that verdicts stream; it returns the run.
"""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from factcheck import readers
from factcheck.config import Settings
from factcheck.errors import ReadError, UsageError
from factcheck.language import Parser
from factcheck.language.identify import is_english
from factcheck.model import (
    Analysis,
    ArticleResult,
    Claim,
    Document,
    Evidence,
    Extraction,
    Finding,
    Label,
    Relation,
    Run,
    Unreadable,
    Verdict,
)
from factcheck.pipeline.dating import dated
from factcheck.pipeline.progress import Progress, completed
from factcheck.pipeline.sources import remembered_notes, run_id_of, sources_of, too_long
from factcheck.pipeline.wording import without_brackets
from factcheck.version import __version__

if TYPE_CHECKING:
    from factcheck.ledger import Ledger
    from factcheck.verdicts import Candidate

NOT_ENGLISH = "the text is not English, so it was not checked"
PLEASE_REPORT = "please report it, with what FACTCHECK_DEBUG=1 prints under --no-ledger"

_LOG = logging.getLogger(__name__)


def extract(article: Document, settings: Settings | None = None) -> Extraction:
    """The claims of an article, and what of it is not checkable."""
    settings = settings or Settings()
    return _extract(article, Parser(settings.language_model), settings.date)


def check(
    articles: Sequence[str], notes: Sequence[str] | None, ledger: Ledger, settings: Settings
) -> Generator[Progress, None, Run]:
    """Hold every claim of the articles against the notes; yields progress and verdicts, returns the recorded run.

    No `articles` means every article of the ledger, and None for `notes` those of the last run or, before the first,
    all that were added to the ledger. The same inputs find their run again: nothing is parsed or written.
    """
    names = _article_names(articles, ledger)
    arguments = _note_names(notes, ledger, settings)
    piped = {path: readers.read(path) for path in names if path == "-"}
    sources = sources_of(names, arguments, piped)
    run_id = run_id_of(sources, settings)
    if (recorded := ledger.find_run(run_id)) is not None:
        return recorded

    drafts = [piped.get(path) or readers.read(path) for path in names]
    parser = Parser(settings.language_model)
    unreadable = list(sources.unreadable)
    unreadable += yield from _index(sources.notes, ledger)
    failed = {item.path for item in unreadable}
    usable = {path: digest for path, digest in sources.notes.items() if path not in failed}
    unreadable += too_long(usable, ledger)
    results = []
    for draft in drafts:
        extraction = _extract(draft, parser, settings.date)
        if extraction.language != "en":
            unreadable.append(Unreadable(draft.path, "FC903", NOT_ENGLISH))
        verdicts = yield from _verify(extraction, usable, ledger, parser)
        results.append(ArticleResult(extraction, tuple(verdicts)))
    run = Run(
        id=run_id,
        version=__version__,
        settings=settings.result_settings(),
        notes=usable,
        articles=tuple(results),
        unreadable=tuple(unreadable),
    )
    ledger.record(run, note_arguments=arguments)
    return run


def verify(extraction: Extraction, ledger: Ledger, settings: Settings | None = None) -> Iterator[Verdict]:
    """A verdict for each claim of one article, against every note that the ledger knows but the article itself."""
    settings = settings or Settings()
    own = extraction.document.sha256
    notes = {note.path: note.sha256 for note in ledger.notes() if note.sha256 != own}
    for progress in _verify(extraction, notes, ledger, Parser(settings.language_model)):
        if progress.verdict is not None:
            yield progress.verdict


def add_notes(names: Sequence[str], ledger: Ledger) -> list[Unreadable]:
    """Read notes into the ledger; returns those that could not be read."""
    sources = sources_of([], names, {})
    unreadable = list(sources.unreadable)
    unreadable += completed(_index(sources.notes, ledger))
    return unreadable + too_long(sources.notes, ledger)


def search_notes(query: str, ledger: Ledger, settings: Settings, limit: int = 10) -> list[Evidence]:
    """The passages of the ledger's notes that are nearest to a query."""
    from factcheck.evidence import Search

    notes = {note.path: note.sha256 for note in ledger.notes()}
    analysis = Parser(settings.language_model).parse_one(query)
    return Search(ledger, notes).candidates(analysis, settings.date, limit)


# --- the steps -----------------------------------------------------------------------------------


def _article_names(articles: Sequence[str], ledger: Ledger) -> list[str]:
    names = list(dict.fromkeys(articles)) or [row.path for row in ledger.articles()]
    if not names:
        raise UsageError("no article: name one, as in `factcheck verify draft.md -n notes/`")
    return names


def _note_names(notes: Sequence[str] | None, ledger: Ledger, settings: Settings) -> list[str]:
    if notes is not None:
        return list(notes)
    names = list(settings.notes) or remembered_notes(ledger)
    if not names:
        raise UsageError("no reference notes: name them with -n, as in `factcheck check draft.md -n notes/`")
    return names


def _extract(document: Document, parser: Parser, given: date | None) -> Extraction:
    from factcheck import claims

    if not is_english(document.text):
        return Extraction(document, (), (), language="und")
    return claims.extract(dated(document, given), parser)


def _index(notes: dict[str, str], ledger: Ledger) -> Generator[Progress, None, list[Unreadable]]:
    """Read into the ledger the notes that it does not know yet; returns those that could not be used."""
    from factcheck.evidence import keys, passages

    unreadable = []
    for done, (path, digest) in enumerate(notes.items()):
        if not ledger.knows(digest, path):
            try:
                document = readers.read(path)
            except ReadError as error:
                unreadable.append(Unreadable(path, "FC901", error.reason))
                continue
            if not is_english(document.text):
                unreadable.append(Unreadable(path, "FC903", NOT_ENGLISH))
                continue
            document = dated(document)
            found = passages(document)
            ledger.add_note(document, found, {passage.id: keys(passage) for passage in found})
        yield Progress("index", done + 1, len(notes))
    return unreadable


def _verify(
    extraction: Extraction, notes: Mapping[str, str], ledger: Ledger, parser: Parser
) -> Generator[Progress, None, list[Verdict]]:
    """Search the notes for every claim of one article, then judge each, then weigh the verdicts together."""
    from factcheck.evidence import Search
    from factcheck.pipeline.candidates import candidates_of
    from factcheck.verdicts import tempered, whole_sentences

    search = Search(ledger, notes)
    anchor = extraction.document.date
    bare = [without_brackets(claim) for claim in extraction.claims]
    wholes = whole_sentences(extraction)
    checkable = [*(claim for claim in bare if claim.checkable), *wholes]
    parsed = dict(zip((claim.id for claim in checkable), parser.parse(claim.text for claim in checkable), strict=True))
    evidence: dict[str, list[Evidence]] = {}
    for done, (identifier, analysis) in enumerate(parsed.items()):
        evidence[identifier] = search.candidates(analysis, anchor)
        yield Progress("search", done + 1, len(parsed))
    candidates = candidates_of(evidence, ledger, parser)
    verdicts = []
    for done, (claim, original) in enumerate(zip(bare, extraction.claims, strict=True)):
        if claim.checkable:
            verdict = replace(_judged(claim, parsed[claim.id], candidates[claim.id], anchor), claim=original)
        else:
            verdict = Verdict(original, Label.NOT_CHECKABLE, 1.0, explanation=claim.reason or "")
        verdicts.append(verdict)
        yield Progress("judge", done + 1, len(bare))
    verdicts = _with_sentences(tempered(verdicts), wholes, parsed, candidates, anchor)
    for verdict in verdicts:
        yield Progress("judge", len(bare), len(bare), verdict)
    return verdicts


def _with_sentences(
    verdicts: list[Verdict],
    wholes: Sequence[Claim],
    parsed: Mapping[str, Analysis],
    candidates: Mapping[str, Sequence[Candidate]],
    anchor: date | None,
) -> list[Verdict]:
    """The verdicts with what only whole sentences show; as they are if that fails, for they must not be lost by it."""
    from factcheck.verdicts import Statement, read, slips_of, with_slips, with_wholes

    try:
        judged = {c.sentence: _judged(c, parsed[c.id], candidates[c.id], anchor) for c in wholes}
        statements = [Statement(c, read(parsed[c.id], anchor), tuple(candidates[c.id])) for c in wholes]
        return with_slips(with_wholes(verdicts, judged), slips_of(statements))
    except Exception:
        _LOG.warning("what only whole sentences show was not checked; %s", PLEASE_REPORT)
        _LOG.debug("the sentences could not be judged as wholes", exc_info=True)
        return verdicts


def _judged(claim: Claim, analysis: Analysis, candidates: Sequence[Candidate], anchor: date | None) -> Verdict:
    """The verdict or, if judging this claim fails, that it was not checked: the other verdicts must not be lost."""
    from factcheck.verdicts import judge

    try:
        return judge(claim, analysis, candidates, article_date=anchor)
    except Exception as error:
        _LOG.debug("claim %s could not be judged", claim.id, exc_info=True)
        why = f"internal error ({type(error).__name__}: {error}); {PLEASE_REPORT}"
        failed = Finding("FC904", Relation.INCOMPARABLE, "", None, "", None, None, "", why)
        return Verdict(claim, Label.UNCHECKED, 0.0, (failed,), explanation=why)
