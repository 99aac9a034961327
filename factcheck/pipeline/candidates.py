"""What is found for claims, made ready for judging: parsed, with its surroundings, tables and turns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.evidence import following, neighbours
from factcheck.language import Parser
from factcheck.ledger import Ledger
from factcheck.model import Analysis, Evidence, Passage
from factcheck.verdicts import Candidate

# Candidates whose neighbours, heading and title are parsed as well; the others are too far down to be read in context.
WITH_CONTEXT = 3


def candidates_of(
    evidence: Mapping[str, Sequence[Evidence]], ledger: Ledger, parser: Parser
) -> dict[str, list[Candidate]]:
    """The evidence of each claim with its parses: of the passage, and for the best of them of its surroundings."""
    tables = _tables(evidence, ledger)
    turns = ledger.turns({item.passage.sha256 for found in evidence.values() for item in found})
    replies = _replies(evidence, ledger)
    parses = _Parses(evidence, ledger, parser)
    return {
        identifier: [
            Candidate(
                passage=item.passage,
                analysis=parses.of(item.passage),
                score=item.score,
                context=parses.around(item.passage) if rank < WITH_CONTEXT else (),
                table=tables.get(item.passage.id, ()),
                turns=turns.get(item.passage.sha256, frozenset()),
                reply=replies.get(item.passage.id, ""),
            )
            for rank, item in enumerate(found)
        ]
        for identifier, found in evidence.items()
    }


class _Parses:
    """The parses of all passages found, and of what stands around the best of them, each made once."""

    def __init__(self, evidence: Mapping[str, Sequence[Evidence]], ledger: Ledger, parser: Parser) -> None:
        passages = {item.passage.id: item.passage.text for found in evidence.values() for item in found}
        best = [item.passage for found in evidence.values() for item in found[:WITH_CONTEXT]]
        for passage in best:
            passages |= neighbours(passage)
        titles = dict.fromkeys(text for passage in best for text in (passage.heading, passage.title) if text)
        self._passages = _analyses(passages, ledger, parser)
        self._titles = dict(zip(titles, parser.parse(titles), strict=True))

    def of(self, passage: Passage) -> Analysis:
        return self._passages[passage.id]

    def around(self, passage: Passage) -> tuple[Analysis, ...]:
        """The parses of the sentences beside a passage, of its heading and of its note's title."""
        near = [self._passages[identifier] for identifier in neighbours(passage) if identifier in self._passages]
        return (*near, *(self._titles[text] for text in (passage.heading, passage.title) if text in self._titles))


def _replies(evidence: Mapping[str, Sequence[Evidence]], ledger: Ledger) -> dict[str, str]:
    """The first words of the next speaker, for each passage that is somebody's turn."""
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
    """The parse of each text: the one that the ledger keeps, or a fresh one that it keeps from now on."""
    known = ledger.analyses(sorted(texts), parser.version)
    missing = sorted(texts.keys() - known.keys())
    fresh = dict(zip(missing, parser.parse(texts[identifier] for identifier in missing), strict=True))
    if fresh:
        ledger.keep_analyses(fresh, parser.version)
    return {**known, **fresh}
