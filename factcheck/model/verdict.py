"""What comes of holding claims against notes: findings, verdicts, a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from factcheck.model.claim import Claim, Extraction
from factcheck.model.evidence import Evidence
from factcheck.model.span import Span

# The code of the rule that somebody else said the words.
SAID_BY_ANOTHER = "FC102"


class Relation(StrEnum):
    """How a claim's value stands to a passage's."""

    AGREES = "agrees"
    DIFFERS = "differs"
    MISSING = "missing"
    INCOMPARABLE = "incomparable"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome of comparing two facets of one kind.

    `how` is equal, rounded, implied, coarser, converted, partial, acronym, different, finer, …; `code` the rule that a
    difference breaks.
    """

    relation: Relation
    how: str
    code: str | None = None
    message: str = ""


@dataclass(frozen=True)
class Finding:
    """One comparison of a claim's facet with a passage's.

    `claim_span` is in the article, `passage_span` in the passage's `text`; `evidence` is the index of the passage among
    the verdict's evidence.
    """

    code: str
    relation: Relation
    how: str
    claim_span: Span | None
    claim_value: str
    evidence: int | None
    passage_span: Span | None
    passage_value: str
    message: str


class Label(StrEnum):
    """The four labels of AVeriTeC (Schlichtkrull et al. 2023), and two for what was not judged."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    NOT_ENOUGH_EVIDENCE = "not-enough-evidence"
    NOT_CHECKABLE = "not-checkable"
    UNCHECKED = "unchecked"


@dataclass(frozen=True)
class Verdict:
    """A claim's label, how sure the tool is of it (0 to 1), and the findings that explain it."""

    claim: Claim
    label: Label
    confidence: float
    findings: tuple[Finding, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    explanation: str = ""

    @property
    def span(self) -> Span:
        """The words of the article that the verdict points at: what differs, where it is refuted, or else the claim.

        Words said by another do not fit their speaker, nor the speaker them: there it is the claim, which has both.
        """
        if self.label is Label.REFUTED:
            for finding in self.findings:
                if finding.relation is Relation.DIFFERS and finding.claim_span is not None:
                    return self.claim.span if finding.code == SAID_BY_ANOTHER else finding.claim_span
        return self.claim.span


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A source that was named but could not be used, and why."""

    path: str
    code: str
    reason: str


@dataclass(frozen=True)
class ArticleResult:
    """What a run says of one article."""

    extraction: Extraction
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True)
class Run:
    """One verification: its inputs' digest, its settings, and what it found.

    `notes` maps each note's path to its content hash; `settings` holds only what can change the result.
    """

    id: str
    version: str
    settings: Mapping[str, str]
    notes: Mapping[str, str]
    articles: tuple[ArticleResult, ...]
    unreadable: tuple[Unreadable, ...] = ()
