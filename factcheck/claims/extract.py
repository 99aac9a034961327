"""A document to its claims: the room's main job on one page."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.claims import beside_quotes, checkability, coverage, quotes
from factcheck.claims.assembly import assembled, shown_by
from factcheck.claims.consistency.inconsistencies import inconsistencies
from factcheck.claims.decomposition.decompose import Decomposition, decompose
from factcheck.claims.kinds import figures
from factcheck.claims.parts import Part, parts
from factcheck.claims.referents.context import Resolved, resolve
from factcheck.claims.repair.interjections import untangled
from factcheck.claims.repair.lemmas import mended
from factcheck.claims.tables import table_row
from factcheck.claims.voices import Floor, voice, voices
from factcheck.model import BlockKind, Claim, Exclusion, Extraction, Sentence

if TYPE_CHECKING:
    from factcheck.claims.decomposition.frames import Statement
    from factcheck.language import Parser
    from factcheck.model import Analysis, Document

NOT_PROSE = {
    BlockKind.CODE: "code",
    BlockKind.FRONT_MATTER: "front matter",
    BlockKind.BYLINE: "byline",
    BlockKind.DATELINE: "dateline",
}


def extract(document: Document, parser: Parser) -> Extraction:
    """Every sentence of the document, every claim in it, and what is not checkable and why."""
    found = list(parts(document))
    prose = [part for part in found if _is_prose(part)]
    analyses = untangled(list(map(mended, parser.parse(part.text for part in prose))), parser)
    analysed = list(zip(prose, analyses, strict=True))
    resolved_all = resolve(analysed, document.date)
    known = voices([(part, analysis, r) for (part, analysis), r in zip(analysed, resolved_all, strict=True)])
    readings = iter(zip(analysed, resolved_all, strict=True))
    counts: Counter[str] = Counter()
    claims: list[Claim] = []
    sentences: list[Sentence] = []
    parsed: list[tuple[Part, Analysis, Resolved]] = []
    floor = Floor()
    for index, part in enumerate(found):
        if part.block.kind is BlockKind.TABLE_ROW and part.block.cells:
            sentence, mine = table_row(part, index, counts)
            sentences.append(sentence)
            claims += mine
            continue
        if (reason := _not_prose(part)) is not None:
            whole = part.source(0, len(part.text))
            sentences.append(Sentence(index, whole, excluded=(Exclusion(whole, reason),)))
            continue
        (_, analysis), resolved = next(readings)
        speech = quotes.speech_in(analysis, part, floor.going_on(part, known))
        if speech is not None and (name := voice(known, part)) is not None:
            speech = replace(speech, speaker=name)
        parsed.append((part, analysis, resolved))
        sentence, mine = _sentence(analysis, part, index, resolved=resolved, counts=counts, speech=speech)
        sentences.append(sentence)
        claims += mine
        floor = floor.after(part, mine, speech)
    return Extraction(document, tuple(sentences), tuple(claims), inconsistencies(parsed, document))


def _is_prose(part: Part) -> bool:
    return _not_prose(part) is None and not (part.block.kind is BlockKind.TABLE_ROW and part.block.cells)


def _not_prose(part: Part) -> str | None:
    """Why the words are not parsed at all."""
    if part.is_too_long:
        return checkability.TOO_LONG
    if part.is_direction:
        return checkability.DIRECTION
    return NOT_PROSE.get(BlockKind.DATELINE if part.is_dateline else part.block.kind)


def _sentence(
    analysis: Analysis,
    part: Part,
    index: int,
    *,
    resolved: Resolved,
    counts: Counter[str],
    speech: quotes.Speech | None,
) -> tuple[Sentence, list[Claim]]:
    whole = part.source(0, len(part.text))
    reason = checkability.sentence_reason(analysis, part.block.kind, speech is not None)
    if reason is not None:
        return Sentence(index, whole, excluded=(Exclusion(whole, reason),)), []
    statements, found = _statements(analysis, speech)
    made, shown, numbers = [], [], figures(analysis)
    for statement in statements:
        quoted = speech.text if speech is not None and statement is statements[0] else None
        claim = assembled(
            statement, analysis, part, index=index, resolved=resolved, found=numbers, counts=counts, quoted=quoted
        )
        if claim is not None:
            made.append(claim)
            shown.append(shown_by(statement))
    own = coverage.owned(shown, analysis.tokens)
    made = [replace(claim, spans=coverage.spans(analysis, words, part)) for claim, words in zip(made, own, strict=True)]
    excluded = coverage.exclusions(analysis, found.connectives, part, "connective")
    if not made:
        excluded = (Exclusion(whole, checkability.NO_STATEMENT),)
    return Sentence(index, whole, tuple(claim.id for claim in made), excluded, found.untaken), made


def _statements(analysis: Analysis, speech: quotes.Speech | None) -> tuple[list[Statement], Decomposition]:
    """What the sentence states: the speech first, as it is, then what the words around it state."""
    if speech is None:
        found = decompose(analysis)
        return list(found.statements), found
    said = quotes.statement(analysis, speech)
    outside = beside_quotes.around(analysis, speech)
    if outside is None:
        return [said], Decomposition(analysis, (), (), untaken=False)
    found = decompose(outside)
    return [said, *(s for s in found.statements if beside_quotes.adds(analysis, said, s))], found
