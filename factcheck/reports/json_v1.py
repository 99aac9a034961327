"""The JSON that others build on, `json-v1`: it only grows. Its schema is docs/json-v1.schema.json."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factcheck.reports.outcome import counts
from factcheck.reports.safe import escaped, relative
from factcheck.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import (
        ArticleResult,
        Claim,
        Document,
        Evidence,
        Extraction,
        Finding,
        Inconsistency,
        Run,
        Sentence,
        Span,
        Unreadable,
        Verdict,
    )
    from factcheck.reports.lines import View

SCHEMA = "json-v1"
CONFIDENCE_DIGITS = 4

Object = dict[str, Any]


def render(run: Run, view: View) -> str:
    """A run as one JSON object; a view with labels or kinds leaves out the claims that it does not name."""
    return _document(
        run.version,
        run=_run(run, view),
        articles=[_article(article, view) for article in run.articles],
        unreadable=[_unreadable(item) for item in run.unreadable],
    )


def render_extractions(extractions: Sequence[Extraction], view: View) -> str:
    """Claims that were not verified: the same object, in which the run and each verdict are null."""
    return _document(articles=[_extraction(each, _wanted(each.claims, view)) for each in extractions])


def render_notes(notes: Sequence[Object]) -> str:
    """The notes of a ledger: the same object, without articles."""
    return _document(notes=[{**note, "path": relative(note["path"])} for note in notes])


def render_passages(evidence: Sequence[Evidence]) -> str:
    """What a search of the notes found: the same object, without articles."""
    return _document(evidence=[_evidence(item) for item in evidence])


def _document(version: str = __version__, **parts: object) -> str:
    """JSON that reads well, ends with a line feed, and cannot steer a terminal."""
    head = {"schema": SCHEMA, "tool": {"name": "factcheck", "version": version}}
    value = {**head, "run": None, "articles": [], "unreadable": [], **parts}
    return escaped(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def _run(run: Run, view: View) -> Object:
    found = counts(run)
    return {
        "id": run.id,
        "settings": dict(sorted(run.settings.items())),
        "notes": [{"path": relative(path), "sha256": digest} for path, digest in sorted(run.notes.items())],
        "counts": {label.value: number for label, number in found.labels.items()},
        "inconsistencies": found.inconsistencies,
        "unreadable": found.unreadable,
        "listed": {"labels": list(view.only), "kinds": list(view.kinds)},
    }


def _article(article: ArticleResult, view: View) -> Object:
    verdicts = [verdict for verdict in article.verdicts if not view.only or verdict.label.value in view.only]
    verdicts = [verdict for verdict in verdicts if not view.kinds or verdict.claim.kind.value in view.kinds]
    document = article.extraction.document
    return _extraction(article.extraction, [_verified(document, verdict) for verdict in verdicts])


def _wanted(claims: Sequence[Claim], view: View) -> list[Claim]:
    return [claim for claim in claims if not view.kinds or claim.kind.value in view.kinds]


def _extraction(extraction: Extraction, claims: Sequence[Claim | Object]) -> Object:
    document = extraction.document
    return {
        "path": relative(document.path),
        "sha256": document.sha256,
        "media_type": document.media_type,
        "language": extraction.language,
        "date": document.date.isoformat() if document.date else None,
        "sentences": [_sentence(document, sentence) for sentence in extraction.sentences],
        "claims": [claim if isinstance(claim, dict) else _claim(document, claim) for claim in claims],
        "inconsistencies": [_inconsistency(document, pair) for pair in extraction.inconsistencies],
    }


def _sentence(document: Document, sentence: Sentence) -> Object:
    return {
        "span": _span(document, sentence.span),
        "claims": list(sentence.claims),
        "excluded": [{"span": _span(document, part.span), "reason": part.reason} for part in sentence.excluded],
        "untaken": sentence.untaken,
    }


def _claim(document: Document, claim: Claim) -> Object:
    return {
        "id": claim.id,
        "text": claim.text,
        "kind": claim.kind.value,
        "checkable": claim.checkable,
        "reason": claim.reason,
        "speaker": claim.speaker,
        "quoted": claim.quoted,
        "unresolved": list(claim.unresolved),
        "spans": [_span(document, span) for span in claim.spans],
        "span": _span(document, claim.span),
        "verdict": None,
        "findings": [],
        "evidence": [],
    }


def _verified(document: Document, verdict: Verdict) -> Object:
    return {
        **_claim(document, verdict.claim),
        "verdict": {
            "label": verdict.label.value,
            "confidence": _rounded(verdict.confidence),
            "explanation": verdict.explanation,
            "span": _span(document, verdict.span),
        },
        "findings": [_finding(document, finding) for finding in verdict.findings],
        "evidence": [_evidence(evidence) for evidence in verdict.evidence],
    }


def _finding(document: Document, finding: Finding) -> Object:
    passage = finding.passage_span
    return {
        "code": finding.code,
        "relation": finding.relation.value,
        "how": finding.how,
        "claim_span": _span(document, finding.claim_span) if finding.claim_span else None,
        "claim_value": finding.claim_value,
        "evidence": finding.evidence,
        "passage_span": {"start": passage.start, "end": passage.end} if passage else None,
        "passage_value": finding.passage_value,
        "message": finding.message,
    }


def _evidence(evidence: Evidence) -> Object:
    return {
        "note": relative(evidence.passage.note),
        "sha256": evidence.passage.sha256,
        "locator": evidence.passage.locator,
        "text": evidence.passage.text,
        "score": _rounded(evidence.score),
        "stance": evidence.stance.value,
        "reason": evidence.reason,
    }


def _inconsistency(document: Document, pair: Inconsistency) -> Object:
    return {
        "code": pair.code,
        "first": {"span": _span(document, pair.first), "value": pair.first_value},
        "second": {"span": _span(document, pair.second), "value": pair.second_value},
        "message": pair.message,
    }


def _unreadable(item: Unreadable) -> Object:
    return {"path": relative(item.path), "code": item.code, "reason": item.reason}


def _span(document: Document, span: Span) -> Object:
    line, column = document.line_and_column(span.start)
    place: Object = {"start": span.start, "end": span.end, "line": line, "column": column}
    if not document.exact:
        place["locator"] = str(document.locate(span.start))
    return place


def _rounded(number: float) -> float:
    return round(float(number), CONFIDENCE_DIGITS)
