"""Lists of people put right: "Premier Li Qiang, Chairman Zhao Leji, and President Xi" are three, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.claims.referents.mentions import genders
from factcheck.facets import names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.claims.repair.work import Work

# A title before a name has at most so many words.
LONGEST_TITLE = 6
# A speaker's name or description between commas has at most so many words.
LONGEST_SPEAKER = 9
_STOPS = frozenset([",", "”", '"'])
_ROLES = frozenset(["nsubj", "obj", "iobj", "obl", "nmod", "conj", "ROOT", "root", "xcomp", "ccomp"])


@dataclass(frozen=True, slots=True)
class Member:
    """One person of a list: the first word of the title or name, the first word of the name, and the last word."""

    first: int
    head: int
    last: int

    @property
    def words(self) -> range:
        """The words of title and name."""
        return range(self.first, self.last + 1)


def join_people(work: Work, people: Sequence[Member]) -> None:
    """Hang each further person of a list on the first, and the first where the list belongs."""
    for members in _lists(people, work):
        inside = {i for member in members for i in member.words}
        head, relation = _place(work, members, inside)
        first = members[0].head
        work.attach(first, head, relation)
        for member in members[1:]:
            work.attach(member.head, first, "conj")
        for member in members:
            _gather(work, member, inside)
        _lift_rest(work, members, inside)
        _link(work, members)


def people_of(work: Work) -> list[Member]:
    """The people of a sentence with their titles, in its order."""
    found = []
    for name in names.find(work.analysis):
        inside = [t.i for t in work.tokens if name.span.start <= t.start and t.end <= name.span.end]
        if not inside or not (name.kind == "person" or (len(inside) > 1 and name.words[0] in genders())):
            continue
        first = inside[0]
        if name.title:
            first = _title_start(work, first)
        found.append(Member(first, inside[0], inside[-1]))
    return found


def _title_start(work: Work, head: int) -> int:
    """The first word of the title before a name, with the words that modify it and whose title it is."""
    start = _run_start(work, head)
    if start > 1 and work.tokens[start - 1].text in ("’s", "'s") and work.tokens[start - 2].pos == "PROPN":
        return _run_start(work, start - 1)
    return start - 1 if start and work.tokens[start - 1].lower in ("the", "its", "his", "her", "their") else start


def _run_start(work: Work, end: int) -> int:
    """The first of the nouns, names and adjectives that stand before a word without a break."""
    start = end
    while start and end - start < LONGEST_TITLE and work.tokens[start - 1].pos in ("PROPN", "NOUN", "ADJ"):
        start -= 1
    return start


def _lists(people: Sequence[Member], work: Work) -> list[list[Member]]:
    """The people who stand side by side, of whom the last is joined by "and" or all bear titles."""
    runs: list[list[Member]] = []
    for one, other in pairwise(people):
        if not _side_by_side(one, other, work):
            continue
        if runs and runs[-1][-1] is one:
            runs[-1].append(other)
        else:
            runs.append([one, other])
    return [run for run in runs if _is_list(run, work)]


def _side_by_side(one: Member, other: Member, work: Work) -> bool:
    between = [work.tokens[i].lower for i in range(one.last + 1, other.first)]
    return between in ([","], ["and"], [",", "and"], ["or"], [",", "or"])


def _is_list(run: Sequence[Member], work: Work) -> bool:
    joined = work.tokens[run[-1].first - 1].lower in ("and", "or")
    titled = all(member.first < member.head for member in run)
    after = run[-1].last + 1
    goes_on = after + 1 < len(work.tokens) and [t.lower for t in work.tokens[after : after + 2]] == [",", "and"]
    return (joined and len(run) > 2) or (titled and (joined or goes_on))


def _place(work: Work, members: Sequence[Member], inside: set[int]) -> tuple[int, str]:
    """What the list hangs on, and how: as the first of its members that has a place in a clause."""
    tops = [(work.head[i], work.dep[i]) for member in members for i in member.words if work.head[i] not in inside] + [
        (i, work.dep[i]) for member in members for i in member.words if work.head[i] == i
    ]
    fit = [(head, dep) for head, dep in tops if dep.split(":", 1)[0] in _ROLES and head != members[0].head]
    return next(iter(fit or tops))


def _gather(work: Work, member: Member, inside: set[int]) -> None:
    """Hang the words of one person on the name's first word; so too what hung on any of them from outside."""
    for i in range(len(work.tokens)):
        if i not in inside and work.head[i] in member.words and work.head[i] != i:
            work.attach(i, member.head, work.dep[i])
    title = member.head - 1
    for i in member.words:
        if i > member.head:
            work.attach(i, member.head, "flat")
        elif i == title:
            work.attach(i, member.head, "nmod:desc")
        elif i < title and not member.first <= work.head[i] <= title:
            work.attach(i, title, work.dep[i] if work.rel(i) in ("det", "amod", "nmod") else "compound")


def _lift_rest(work: Work, members: Sequence[Member], inside: set[int]) -> None:
    """ "meetings with Li, Zhao, and a discussion": what follows the people with an article is beside the meetings."""
    above = work.head[members[0].head]
    if work.rel(members[0].head) != "nmod":
        return
    for i in range(members[-1].last + 1, len(work.tokens)):
        if work.rel(i) == "conj" and work.head[i] in inside and any(work.rel(k) == "det" for k in work.kids(i)):
            work.attach(i, above, "conj")


def _link(work: Work, members: Sequence[Member]) -> None:
    """The commas and the "and" belong to the member behind them, a preposition before the list to its first."""
    for one, other in pairwise(members):
        for i in range(one.last + 1, other.first):
            work.attach(i, other.head, "punct" if work.tokens[i].text == "," else "cc")
    for member in members[1:]:
        for k in list(work.kids(member.head)):
            if work.rel(k) == "case" and k < members[0].first:
                work.attach(k, members[0].head, "case")


def speaker_between_commas(work: Work, verb: int) -> tuple[int, int, int] | None:
    """ "…, the chain's owner, Ada Bell, said": where the speaker's words begin, the speaker, and what stands beside."""
    commas = [k for k in range(verb - 1, max(-1, verb - 2 * LONGEST_SPEAKER), -1) if work.tokens[k].text in _STOPS][:3]
    if len(commas) < 3 or commas[0] != verb - 1:
        return None
    outer, inner = range(commas[2] + 1, commas[1]), range(commas[1] + 1, commas[0])
    if not outer or not inner or commas[2] < 2 or work.tokens[outer[0]].pos in ("ADP", "SCONJ", "CCONJ", "ADV"):
        return None
    if any(work.tokens[k].pos in ("VERB", "AUX", "SCONJ", "CCONJ", "PUNCT") for k in (*outer, *inner)):
        return None
    if not any(work.tokens[k].tag in ("VBD", "VBZ", "VBP", "MD") for k in range(commas[2])):
        return None
    heads = [_head_noun(work, part) for part in (outer, inner)]
    names = [k for k in heads if k is not None and work.tokens[k].pos == "PROPN"]
    if heads[0] is None or heads[1] is None or not names:
        return None
    return outer[0], heads[0], heads[1]


def _head_noun(work: Work, part: range) -> int | None:
    """The last noun before a preposition."""
    end = next((k for k in part if work.tokens[k].pos == "ADP"), part.stop)
    return next((k for k in range(end - 1, part.start - 1, -1) if work.tokens[k].pos in ("NOUN", "PROPN")), None)
