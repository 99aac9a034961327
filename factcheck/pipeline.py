"""The main job on one page: read, extract, index, search, judge, record.

`check` is a generator, so that verdicts stream; it returns the run.
"""

from __future__ import annotations

import hashlib
import json
import logging
import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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
    Passage,
    Piece,
    Relation,
    Run,
    Span,
    Unreadable,
    Verdict,
)
from factcheck.version import __version__

if TYPE_CHECKING:
    from factcheck.ledger import Ledger
    from factcheck.readers.plain import Plain
    from factcheck.verdicts import Candidate

RUN_ID_DIGITS = 12
# A line that is only a date stands among so many blocks at the head of a draft.
HEAD_BLOCKS = 5
# Candidates whose neighbours, heading and title are parsed as well; the others are too far down to be read in context.
WITH_CONTEXT = 3
# A longer antecedent is a clause, not a name: it tells the reader what "this" is, and is no part of what is claimed.
LONGEST_ANTECEDENT = 6
NOT_ENGLISH = "the text is not English, so it was not checked"
OWN_TEXT = "the note is the article itself, and a draft does not support itself"
TOO_LONG = "a table of {:,} rows is too long to look figures up in; its rows are only read one by one, as text"
NO_FILE = "no file is behind this name"
PLEASE_REPORT = "please report it, with what FACTCHECK_DEBUG=1 prints under --no-ledger"

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: `done` of `total` steps of a stage, and the verdict that has just been reached, if one has."""

    stage: str
    done: int
    total: int
    verdict: Verdict | None = None


@dataclass(frozen=True)
class _Sources:
    """What a run is about, known before anything is parsed: paths and content hashes."""

    articles: dict[str, str]
    notes: dict[str, str]
    unreadable: tuple[Unreadable, ...]


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
    articles = list(articles) or [row.path for row in ledger.articles()]
    if not articles:
        raise UsageError("no article: name one, as in `factcheck verify draft.md -n notes/`")
    arguments = list(notes) if notes is not None else list(settings.notes) or _remembered(ledger)
    if notes is None and not arguments:
        raise UsageError("no reference notes: name them with -n, as in `factcheck check draft.md -n notes/`")
    names = list(dict.fromkeys(articles))
    piped = {path: readers.read(path) for path in names if path == "-"}
    sources = _sources(names, arguments, piped)
    run_id = _run_id(sources, settings)
    if (recorded := ledger.find_run(run_id)) is not None:
        return recorded

    drafts = [piped.get(path) or readers.read(path) for path in names]
    parser = Parser(settings.language_model)
    unreadable = list(sources.unreadable)
    unreadable += yield from _index(sources.notes, ledger)
    failed = {item.path for item in unreadable}
    usable = {path: digest for path, digest in sources.notes.items() if path not in failed}
    unreadable += _too_long(usable, ledger)
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
    sources = _sources([], names, {})
    unreadable = list(sources.unreadable)
    steps = _index(sources.notes, ledger)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return unreadable + list(end.value) + _too_long(sources.notes, ledger)


def search_notes(query: str, ledger: Ledger, settings: Settings, limit: int = 10) -> list[Evidence]:
    """The passages of the ledger's notes that are nearest to a query."""
    from factcheck.evidence import Search

    notes = {note.path: note.sha256 for note in ledger.notes()}
    analysis = Parser(settings.language_model).parse_one(query)
    return Search(ledger, notes).candidates(analysis, settings.date, limit)


# --- the steps -----------------------------------------------------------------------------------


def _remembered(ledger: Ledger) -> list[str]:
    return ledger.last_notes() or [note.path for note in ledger.notes()]


def _sources(articles: Sequence[str], notes: Sequence[str], documents: dict[str, Document]) -> _Sources:
    hashes = {path: documents[path].sha256 if path in documents else readers.fingerprint(path) for path in articles}
    own = {documents[path].sha256 if path in documents else readers.content_hash(path) for path in articles}
    found: dict[str, str] = {}
    behind = {name: readers.sources([name]) for name in notes}
    unreadable = [Unreadable(name, "FC901", NO_FILE) for name, paths in behind.items() if not paths]
    for path in dict.fromkeys(path for paths in behind.values() for path in paths):
        try:
            if readers.content_hash(path) in own:
                unreadable.append(Unreadable(path, "FC905", OWN_TEXT))
            else:
                found[path] = readers.fingerprint(path)
        except ReadError as error:
            unreadable.append(Unreadable(path, "FC901", error.reason))
    return _Sources(hashes, found, tuple(unreadable))


def _run_id(sources: _Sources, settings: Settings) -> str:
    record = {
        "version": __version__,
        "model": Parser(settings.language_model).version,
        "settings": dict(settings.result_settings()),
        "articles": sources.articles,
        "notes": dict(sorted(sources.notes.items())),
        "unreadable": sorted((item.path, item.reason) for item in sources.unreadable),
    }
    text = json.dumps(record, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:RUN_ID_DIGITS]


def _extract(document: Document, parser: Parser, given: date | None) -> Extraction:
    from factcheck import claims

    if not is_english(document.text):
        return Extraction(document, (), (), language="und")
    return claims.extract(replace(document, date=given or document.date or _dateline(document)), parser)


def _dateline(document: Document) -> date | None:
    """The date that a dispatch opens with, or that stands by itself above the copy."""
    from factcheck.facets import dates

    for number, block in enumerate(document.blocks):
        text = block.span.of(document.text)
        day = dates.dateline(text)[1] or (dates.dated_line(text) if number < HEAD_BLOCKS else None)
        if day is not None:
            return day
    return None


def _index(notes: dict[str, str], ledger: Ledger) -> Generator[Progress, None, list[Unreadable]]:
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
            document = replace(document, date=document.date or _dateline(document))
            found = passages(document)
            ledger.add_note(document, found, {passage.id: keys(passage) for passage in found})
        yield Progress("index", done + 1, len(notes))
    return unreadable


def _too_long(notes: Mapping[str, str], ledger: Ledger) -> list[Unreadable]:
    """The notes that are used only in part: a table with too many rows is not read as a table."""
    rows = ledger.long_tables(set(notes.values()))
    return [Unreadable(path, "FC902", TOO_LONG.format(rows[sha])) for path, sha in notes.items() if sha in rows]


def _verify(
    extraction: Extraction, notes: Mapping[str, str], ledger: Ledger, parser: Parser
) -> Generator[Progress, None, list[Verdict]]:
    from factcheck.evidence import Search
    from factcheck.verdicts import Statement, read, slips, tempered, with_slips

    search = Search(ledger, notes)
    anchor = extraction.document.date
    bare = [_without_brackets(claim) for claim in extraction.claims]
    checkable = [claim for claim in bare if claim.checkable]
    parsed = dict(zip((claim.id for claim in checkable), parser.parse(claim.text for claim in checkable), strict=True))
    evidence: dict[str, list[Evidence]] = {}
    for done, (identifier, analysis) in enumerate(parsed.items()):
        evidence[identifier] = search.candidates(analysis, anchor)
        yield Progress("search", done + 1, len(parsed))
    told = _told(extraction, parser)
    evidence.update((_key(number), search.candidates(analysis, anchor)) for number, (_, analysis) in told.items())
    candidates = candidates_of(evidence, ledger, parser)
    verdicts = []
    for done, (claim, original) in enumerate(zip(bare, extraction.claims, strict=True)):
        if claim.checkable:
            verdict = replace(_judged(claim, parsed[claim.id], candidates[claim.id], anchor), claim=original)
        else:
            verdict = Verdict(original, Label.NOT_CHECKABLE, 1.0, explanation=claim.reason or "")
        verdicts.append(verdict)
        yield Progress("judge", done + 1, len(bare))
    statements = [
        Statement(n, words, read(analysis, anchor), tuple(candidates[_key(n)])) for n, (words, analysis) in told.items()
    ]
    verdicts = with_slips(tempered(verdicts), slips(statements))
    for verdict in verdicts:
        yield Progress("judge", len(bare), len(bare), verdict)
    return verdicts


def _told(extraction: Extraction, parser: Parser) -> dict[int, tuple[Plain, Analysis]]:
    """The sentences of an article that say something checkable, in plain words, with their parses."""
    from factcheck.readers.plain import plain

    checkable = {claim.sentence for claim in extraction.claims if claim.checkable}
    wanted = [sentence for sentence in extraction.sentences if sentence.index in checkable]
    words = [plain(extraction.document, sentence.span) for sentence in wanted]
    parsed = parser.parse(text.text for text in words)
    return {s.index: (text, analysis) for s, text, analysis in zip(wanted, words, parsed, strict=True)}


def _key(sentence: int) -> str:
    """What a sentence is called beside the claims; their names are digests."""
    return f"sentence {sentence}"


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


def candidates_of(
    evidence: Mapping[str, Sequence[Evidence]], ledger: Ledger, parser: Parser
) -> dict[str, list[Candidate]]:
    """The evidence of each claim with its parses: of the passage, and for the best of them of its surroundings."""
    from factcheck.evidence import neighbours
    from factcheck.verdicts import Candidate

    wanted: dict[str, str] = {}
    titles: dict[str, None] = {}
    for found in evidence.values():
        for rank, item in enumerate(found):
            wanted[item.passage.id] = item.passage.text
            if rank < WITH_CONTEXT:
                wanted.update(neighbours(item.passage))
                titles.update(dict.fromkeys(filter(None, (item.passage.heading, item.passage.title))))
    tables = _tables(evidence, ledger)
    turns = ledger.turns({item.passage.sha256 for found in evidence.values() for item in found})
    replies = _replies(evidence, ledger)
    analyses = _analyses(wanted, ledger, parser)
    headings = dict(zip(titles, parser.parse(titles), strict=True))

    def context(passage: Passage) -> tuple[Analysis, ...]:
        near = [analyses[identifier] for identifier in neighbours(passage) if identifier in analyses]
        return (*near, *(headings[text] for text in (passage.heading, passage.title) if text in headings))

    return {
        identifier: [
            Candidate(
                passage=item.passage,
                analysis=analyses[item.passage.id],
                score=item.score,
                context=context(item.passage) if rank < WITH_CONTEXT else (),
                table=tables.get(item.passage.id, ()),
                turns=turns.get(item.passage.sha256, frozenset()),
                reply=replies.get(item.passage.id, ""),
            )
            for rank, item in enumerate(found)
        ]
        for identifier, found in evidence.items()
    }


def _replies(evidence: Mapping[str, Sequence[Evidence]], ledger: Ledger) -> dict[str, str]:
    """The first words of the next speaker, for each passage that is somebody's turn."""
    from factcheck.evidence import following

    spoken = {item.passage.id: item.passage for found in evidence.values() for item in found if item.passage.speaker}
    wanted = sorted({identifier for passage in spoken.values() for identifier in following(passage)})
    after = {passage.id: passage for passage in ledger.passages(wanted)}
    replies = {}
    for passage in spoken.values():
        turn = (after[i] for i in following(passage) if i in after and after[i].speaker != passage.speaker)
        answer = next(turn, None)
        if answer is not None and answer.speaker:
            replies[passage.id] = answer.text
    return replies


def _tables(evidence: Mapping[str, Sequence[Evidence]], ledger: Ledger) -> dict[str, tuple[Passage, ...]]:
    """The whole table of each row that was found, each read once."""
    tables: dict[str, tuple[Passage, ...]] = {}
    for found in evidence.values():
        for item in found:
            if item.passage.cells and item.passage.id not in tables:
                rows = ledger.table_rows(item.passage, {item.passage.sha256: item.passage.note})
                tables |= dict.fromkeys((item.passage.id, *(row.id for row in rows)), rows)
    return tables


def _analyses(texts: Mapping[str, str], ledger: Ledger, parser: Parser) -> dict[str, Analysis]:
    known = ledger.analyses(sorted(texts), parser.version)
    missing = sorted(texts.keys() - known.keys())
    fresh = dict(zip(missing, parser.parse(texts[identifier] for identifier in missing), strict=True))
    if fresh:
        ledger.keep_analyses(fresh, parser.version)
    return {**known, **fresh}


def _without_brackets(claim: Claim) -> Claim:
    """The claim as it is parsed: editors' brackets are for the reader, and so is a whole clause put behind "this"."""
    dropped = {match.start() for match in re.finditer(r"[\[\]]", claim.text)}
    for match in re.finditer(r" ?\[([^\[\]]*)\]", claim.text):
        if len(match.group(1).split()) > LONGEST_ANTECEDENT:
            dropped |= set(range(*match.span()))
    if not dropped:
        return claim
    kept = [i for i in range(len(claim.text)) if i not in dropped]
    place = {old: new for new, old in enumerate(kept)}

    def moved(span: Span) -> Span:
        inside = [place[i] for i in range(span.start, span.end) if i in place]
        return Span(inside[0], inside[-1] + 1) if inside else Span(0, 0)

    return replace(
        claim,
        text="".join(claim.text[i] for i in kept),
        pieces=tuple(Piece(moved(piece.span), piece.source) for piece in claim.pieces),
    )
