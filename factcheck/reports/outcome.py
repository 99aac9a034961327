"""What a run comes to: counts, what fails it, exit code, next step. Made from the run, never from a format."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.config import Settings
from factcheck.model import Inconsistency, Label, Relation, Run, Unreadable, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

OK, FAILED, WRONG_USE, NOTHING_CHECKED, COULD_NOT_CHECK, INTERRUPTED = 0, 1, 2, 3, 4, 130

JUDGED = (Label.REFUTED, Label.CONFLICTING, Label.SUPPORTED)
LIMIT = "FC902"
ABOUT_SOURCES = ("FC7", "FC9")
LABEL_WORDS = {
    Label.REFUTED: "refuted",
    Label.CONFLICTING: "conflicting",
    Label.SUPPORTED: "supported",
    Label.NOT_ENOUGH_EVIDENCE: "not enough evidence",
    Label.NOT_CHECKABLE: "not checkable",
    Label.UNCHECKED: "unchecked",
}
SHORT_WORDS = {
    Label.REFUTED: "NO",
    Label.CONFLICTING: "BOTH",
    Label.SUPPORTED: "OK",
    Label.NOT_ENOUGH_EVIDENCE: "NEE",
    Label.NOT_CHECKABLE: "SKIP",
    Label.UNCHECKED: "FAIL",
}
SHORTEST_ID = 6


@dataclass(frozen=True, slots=True)
class Counts:
    """How many claims have each label, how many contradictions the drafts hold, how many sources were not used."""

    labels: Mapping[Label, int]
    inconsistencies: int
    unreadable: int


def with_minimum(run: Run, minimum: float) -> Run:
    """The run in which a verdict less sure than `minimum` is not enough evidence."""
    if minimum <= 0:
        return run
    articles = tuple(
        replace(article, verdicts=tuple(_at_least(verdict, minimum) for verdict in article.verdicts))
        for article in run.articles
    )
    return replace(run, articles=articles)


def _at_least(verdict: Verdict, minimum: float) -> Verdict:
    if verdict.label not in JUDGED or verdict.confidence >= minimum:
        return verdict
    why = f"{LABEL_WORDS[verdict.label]} at {verdict.confidence:.2f}, below the minimum of {minimum:.2f}"
    if verdict.explanation:
        why += f": {verdict.explanation}"
    return replace(verdict, label=Label.NOT_ENOUGH_EVIDENCE, findings=(), explanation=why)


def verdicts(run: Run) -> Iterable[Verdict]:
    """Every verdict of a run, in the order of its drafts."""
    return (verdict for article in run.articles for verdict in article.verdicts)


def inconsistencies(run: Run) -> Iterable[Inconsistency]:
    """Every place where a draft of the run contradicts itself."""
    return (pair for article in run.articles for pair in article.extraction.inconsistencies)


def counts(run: Run) -> Counts:
    """The run in numbers; every label has one."""
    labels = Counter(verdict.label for verdict in verdicts(run))
    unused = sum(source.code != LIMIT for source in run.unreadable)
    return Counts({label: labels[label] for label in LABEL_WORDS}, len(list(inconsistencies(run))), unused)


def codes(verdict: Verdict) -> tuple[str, ...]:
    """The rules that a claim breaks: its differences, unless they were outweighed, and what is said of its sources."""
    broken = (
        finding.code
        for finding in verdict.findings
        if finding.code.startswith(ABOUT_SOURCES)
        or (finding.relation is Relation.DIFFERS and verdict.label is not Label.SUPPORTED)
    )
    return tuple(dict.fromkeys(broken))


def code(verdict: Verdict) -> str:
    """The first rule that a claim breaks, or its label's short word."""
    return next(iter(codes(verdict)), SHORT_WORDS[verdict.label])


# --- what fails a run -----------------------------------------------------------------------------


def fails(item: Verdict | Inconsistency | Unreadable, fail_on: Iterable[str]) -> bool:
    """Whether `--fail-on` names the verdict, the contradiction or the unreadable source, by label, code or prefix."""
    if isinstance(item, Verdict):
        marks = {item.label.value, *codes(item)}
    elif isinstance(item, Inconsistency):
        marks = {Label.REFUTED.value, item.code}
    else:
        marks = {item.code}
    return any(mark == name or (name.startswith("FC") and mark.startswith(name)) for name in fail_on for mark in marks)


def failing(run: Run, fail_on: Iterable[str]) -> list[Verdict | Inconsistency | Unreadable]:
    """All that fails a run."""
    wanted = tuple(fail_on)
    items: list[Verdict | Inconsistency | Unreadable] = [*verdicts(run), *inconsistencies(run), *run.unreadable]
    return [item for item in items if fails(item, wanted)]


def exit_code(run: Run, settings: Settings) -> int:
    """The exit code of a run: 4, 1, 3 or 0, the first that applies."""
    if settings.strict and unchecked(run):
        return COULD_NOT_CHECK
    if failing(run, settings.fail_on):
        return OK if settings.exit_zero else FAILED
    if nothing_checked(run) and not settings.allow_empty:
        return NOTHING_CHECKED
    return OK


def unchecked(run: Run) -> int:
    """How many claims, and drafts in another language, could not be checked."""
    foreign = sum(article.extraction.language != "en" for article in run.articles)
    return foreign + sum(verdict.label is Label.UNCHECKED for verdict in verdicts(run))


def nothing_checked(run: Run) -> str:
    """Why nothing was checked; empty when something was."""
    if not run.articles:
        return "no draft was found"
    if all(verdict.label in (Label.NOT_CHECKABLE, Label.UNCHECKED) for verdict in verdicts(run)):
        return "the drafts hold no claim that could be checked"
    return "" if run.notes else "no note could be read"


# --- the last line --------------------------------------------------------------------------------


def summary(run: Run, settings: Settings) -> str:
    """One line that counts what was found and names the next step."""
    found = counts(run)
    parts = [f"{n} {LABEL_WORDS[label]}" for label, n in found.labels.items() if n] or ["no claims"]
    if found.inconsistencies:
        parts.append(f"{counted(found.inconsistencies, 'contradiction')} inside the draft")
    if found.unreadable:
        parts.append(f"{counted(found.unreadable, 'source')} not used")
    line = ", ".join(parts)
    if why := nothing_checked(run):
        return f"{line}; nothing was checked, because {why}"
    return f"{line}; next: {step}" if (step := next_step(run, settings)) else line


def next_step(run: Run, settings: Settings) -> str:
    """What the user would do now: look into the claim that most needs it."""
    for label in (Label.REFUTED, Label.CONFLICTING, Label.UNCHECKED, Label.NOT_ENOUGH_EVIDENCE):
        found = [verdict for verdict in verdicts(run) if verdict.label is label]
        if found:
            if not settings.ledger:
                return "run it without --no-ledger to look into a claim"
            first = max(found, key=lambda verdict: verdict.confidence) if label in JUDGED else found[0]
            database = "" if settings.db == Settings().db else f" --db {settings.db}"
            return f"factcheck show {short_ids(run)[first.claim.id]}{database}"
    return ""


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the singular or the plural."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def short_ids(run: Run) -> dict[str, str]:
    """For each claim's id its shortest prefix, of six characters or more, that no other claim of the run shares."""
    return shortest([verdict.claim.id for verdict in verdicts(run)])


def shortest(ids: Iterable[str]) -> dict[str, str]:
    """For each id its shortest prefix, of six characters or more, that is its alone."""
    ordered = sorted(set(ids))
    prefixes = {}
    for i, name in enumerate(ordered):
        beside = ordered[max(i - 1, 0) : i] + ordered[i + 1 : i + 2]
        length = max([SHORTEST_ID, *(_shared(name, other) + 1 for other in beside)])
        prefixes[name] = name[:length]
    return prefixes


def _shared(a: str, b: str) -> int:
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
