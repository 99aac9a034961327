"""A statement of a sentence to a claim of the document: its text, its pieces, its spans, its kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.claims import checkability, coverage
from factcheck.claims.decomposition.wording import Item, Word, Wording, worded
from factcheck.claims.identity import claim_id
from factcheck.claims.kinds import Figures, kind_of
from factcheck.claims.referents.context import Stand
from factcheck.model import Antecedent, Claim, Piece, Span

if TYPE_CHECKING:
    from collections import Counter

    from factcheck.claims.decomposition.frames import Statement
    from factcheck.claims.parts import Part
    from factcheck.claims.referents.context import Resolved
    from factcheck.model import Analysis


def assembled(
    statement: Statement,
    analysis: Analysis,
    part: Part,
    *,
    index: int,
    resolved: Resolved,
    found: Figures,
    counts: Counter[str],
    quoted: str | None = None,
) -> Claim | None:
    """The claim that a statement makes; None where it holds no word of the sentence."""
    shown = shown_by(statement)
    if not shown:
        return None
    reason = checkability.statement_reason(statement, analysis)
    if part.block.speaker is not None:
        reason = reason if checkability.is_taste(reason) else None
        statement = _in_turn(statement, analysis, part.block.speaker)
    told = _told(statement.items) if quoted else len(statement.items)
    items, stands = _resolved(statement.items[:told], resolved)
    items += statement.items[told:]
    stands |= _clauses_meant(items, analysis, part)
    wording = worded(analysis, items)
    base = claim_id(wording.text)
    counts[base] += 1
    unresolved = (
        _open_voice(statement, analysis, part, resolved, told) if quoted else _unresolved(analysis, shown, resolved)
    )
    quoted = quoted or _quoted_phrase(analysis, statement, part)
    return Claim(
        id=claim_id(wording.text, counts[base]),
        text=wording.text,
        kind=kind_of(statement, analysis, found, quoted),
        spans=coverage.spans(analysis, shown, part),
        sentence=index,
        checkable=reason is None,
        reason=reason,
        speaker=_speaker(statement, analysis, resolved, part),
        quoted=quoted,
        pieces=_pieces(wording, analysis, part),
        antecedents=_antecedents(wording, stands),
        unresolved=unresolved,
    )


def _in_turn(statement: Statement, analysis: Analysis, speaker: str) -> Statement:
    """The statement behind the name of whose turn it is; "I think", "you said" there are that speaker's."""
    items = (Word(f"[{speaker}]"), Word(":"), *statement.items)
    mine = {analysis.tokens[i].lower for i in statement.speaker if isinstance(i, int)} <= {"i", "we", "you"}
    speech = statement.predicate if statement.speech is None else statement.speech
    return replace(statement, items=items, speech=speech, speaker=() if mine else statement.speaker)


def shown_by(statement: Statement) -> list[int]:
    """The words of the sentence that a statement shows, in the order of the sentence."""
    tokens = (item if isinstance(item, int) else item.token for item in statement.items)
    return sorted({token for token in tokens if token is not None})


def _resolved(items: tuple[Item, ...], resolved: Resolved) -> tuple[list[Item], dict[int, Stand]]:
    """Pronouns replaced by what they stand for, unless the statement names it; relative times followed by the date."""
    own = {item for item in items if isinstance(item, int)}
    covered = _covered(own, resolved)
    out: list[Item] = []
    used: dict[int, Stand] = {}
    for item in items:
        if item in covered:
            continue
        stand = resolved.stands.get(item) if isinstance(item, int) else None
        if isinstance(item, int) and stand is not None and _is_needed(stand, own):
            stand = stand if out else replace(stand, text=_opening(stand.text))
            out.append(Word(stand.text, item))
            used[len(out) - 1] = stand
        else:
            out.append(item)
        time = resolved.times.get(item) if isinstance(item, int) else None
        if time is not None:
            out.append(Word(time.text))
            used[len(out) - 1] = time
    return out, used


def _opening(text: str) -> str:
    """A bracket at the head of a claim."""
    return text[:1] + text[1:2].upper() + text[2:]


def _is_needed(stand: Stand, own: set[int]) -> bool:
    """Whether the statement does not itself name what the word stands for."""
    return not (stand.tokens and stand.tokens <= own)


def _covered(own: set[int], resolved: Resolved) -> set[int]:
    """The words beside a noun whose place its bracket takes: "the" of "the company"."""
    stands = ((i, stand) for i, stand in resolved.stands.items() if i in own and _is_needed(stand, own))
    return {k for i, stand in stands for k in stand.covers if k != i}


def _clauses_meant(items: list[Item], analysis: Analysis, part: Part) -> dict[int, Stand]:
    """The clauses that "this" stands for, where a statement names them in brackets."""
    tokens = analysis.tokens
    return {
        at: Stand(item.text, part.source(tokens[item.about[0]].start, tokens[item.about[1]].end), "clause")
        for at, item in enumerate(items)
        if isinstance(item, Word) and item.about is not None
    }


def _unresolved(analysis: Analysis, shown: list[int], resolved: Resolved) -> tuple[str, ...]:
    """The words that stand for something the claim does not name."""
    own = set(shown)
    open_ = dict(resolved.unresolved)
    open_ |= {i: analysis.tokens[i].text for i, subject in resolved.own.items() if not subject <= own | {i}}
    return tuple(open_[i] for i in shown if i in open_)


def _antecedents(wording: Wording, stands: dict[int, Stand]) -> tuple[Antecedent, ...]:
    texts = {stand.text: stand for stand in stands.values()}
    found = []
    for start, end, _ in wording.pieces:
        stand = texts.get(wording.text[start:end]) or texts.get(
            wording.text[start : start + 1].lower() + wording.text[start + 1 : end]
        )
        if stand is not None:
            found.append(
                Antecedent(Span(start, end), stand.text[1 : stand.text.rindex("]")], stand.source, stand.ground)
            )
    return tuple(found)


def _pieces(wording: Wording, analysis: Analysis, part: Part) -> tuple[Piece, ...]:
    tokens = analysis.tokens
    return tuple(
        Piece(Span(start, end), None if token is None else part.source(tokens[token].start, tokens[token].end))
        for start, end, token in wording.pieces
    )


def _told(items: tuple[Item, ...]) -> int:
    """How many items stand before the quoted words: whose words they are."""
    return next((at for at, item in enumerate(items) if isinstance(item, Word) and item.text == "“"), 0)


def _open_voice(statement: Statement, analysis: Analysis, part: Part, resolved: Resolved, told: int) -> tuple[str, ...]:
    """What leaves open whose words a quotation is: a pronoun before it, or that nobody is named."""
    if not told and part.block.speaker is None:
        return ("“",)
    shown = [i for item in statement.items[:told] if (i := item if isinstance(item, int) else item.token) is not None]
    return _unresolved(analysis, shown, resolved)


def named_speaker(statement: Statement, analysis: Analysis, resolved: Resolved) -> str | None:
    """Who says what a statement quotes; None where only a word that points to somebody open tells."""
    shown = [item for item in statement.speaker if isinstance(item, int)]
    pointing = any(analysis.tokens[i].tag in ("WP", "WDT", "WP$") for i in shown)
    alone = len(shown) == 1 and analysis.tokens[shown[0]].pos == "PRON" and shown[0] not in resolved.stands
    if not shown or pointing or alone or _unresolved(analysis, shown, resolved):
        return None
    return _named(statement.speaker, analysis, resolved)


def _named(speaker: tuple[Item, ...], analysis: Analysis, resolved: Resolved) -> str:
    items, _ = _resolved(speaker, resolved)
    return worded(analysis, items).text.rstrip(".").replace("[", "").replace("]", "")


def _speaker(statement: Statement, analysis: Analysis, resolved: Resolved, part: Part) -> str | None:
    if not statement.speaker:
        lead = statement.items[0]
        named = isinstance(lead, Word) and lead.text.startswith("[")
        return lead.text.strip("[]") if named and isinstance(lead, Word) else part.block.speaker
    return _named(statement.speaker, analysis, resolved)


def _quoted_phrase(analysis: Analysis, statement: Statement, part: Part) -> str | None:
    """The words in marks inside a statement, where they are more than one and all shown."""
    shown = {item for item in statement.items if isinstance(item, int)}
    for quote in part.quotes:
        start, end = quote.words_span.start - part.span.start, quote.words_span.end - part.span.start
        if start < 0 or end > len(part.text) or quote.scare:
            continue
        inside = {t.i for t in analysis.tokens if start <= t.start and t.end <= end and t.pos != "PUNCT"}
        if len(inside) > 1 and inside <= shown:
            return quote.words
    return None
