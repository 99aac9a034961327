"""Parses put right where the words themselves show that the parser erred: relative clauses, lists, lost subjects."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcheck.claims.data import words
from factcheck.claims.repair.bounds import close_relative, leave_relative, seat_relative_verb
from factcheck.claims.repair.circumstances import raise_day, raise_from_list, raise_from_people
from factcheck.claims.repair.clauses import (
    close_condition,
    lift_conjunct,
    lift_saying,
    lift_source,
    open_absolute,
    open_clause,
    seat_intention,
    seat_subject,
)
from factcheck.claims.repair.joints import (
    join_gerund,
    join_limit,
    seat_adding,
    seat_order,
    seat_that,
    unhook,
)
from factcheck.claims.repair.lists import (
    join_events,
    join_examples,
    join_list,
    join_name,
    join_object,
    join_parallel,
    join_phrase,
    lower_apposition,
    name_apposition,
    seat_article,
    seat_naming,
)
from factcheck.claims.repair.names import join_people, people_of
from factcheck.claims.repair.participles import (
    crown_main,
    crown_past,
    free_participle,
    hang_perfect,
    join_participle,
    leave_noun,
    part_from_verb,
    seat_participle,
    seat_time_clause,
)
from factcheck.claims.repair.relatives import (
    agree_relative,
    attach_relative,
    choose_person,
    find_lost_subject,
    name_relative,
    raise_from_measure,
)
from factcheck.claims.repair.sayings import return_subject, set_apart_saying
from factcheck.claims.repair.subjects import crown_due, invert, part_subjects, seat_share, seat_stray, seat_year
from factcheck.claims.repair.work import Work

if TYPE_CHECKING:
    from factcheck.model import Analysis, Token

# A subordinator among the first words opens the sentence.
OPENING = 3
_RELATIVE = frozenset(["who", "which", "whose", "whom", "where"])
_EXAMPLES = frozenset(["including", "such", "like", "notably"])


def repaired(analysis: Analysis) -> Analysis:
    """The same words with the heads and relations that their order and punctuation ask for."""
    work = Work(analysis)
    for token in work.tokens:
        unhook(work, token.i)
    people = people_of(work)
    join_people(work, people)
    raise_from_people(work, people)
    _clauses_behind_nouns(work)
    _clauses_beside_clauses(work)
    find_lost_subject(work)
    _lists(work)
    return work.result()


def _clauses_behind_nouns(work: Work) -> None:
    for token in work.tokens:
        if token.lower in _RELATIVE and token.pos in ("PRON", "DET", "ADV", "SCONJ"):
            attach_relative(work, token.i)
            seat_relative_verb(work, token.i)
        if token.dep == "acl:relcl":
            choose_person(work, token.i)
            agree_relative(work, token.i)
            name_relative(work, token.i)
            raise_from_measure(work, token.i)
            close_relative(work, token.i)
            leave_relative(work, token.i)
        _participles(work, token)
        if token.lower in ("before", "after"):
            seat_time_clause(work, token.i)
        if token.lower == "due":
            crown_due(work, token.i)
        if token.pos == "VERB":
            part_from_verb(work, token.i)
            seat_intention(work, token.i)
            seat_order(work, token.i)
        if token.lower == "up":
            join_limit(work, token.i)
        if token.lower == "that":
            seat_that(work, token.i)
        if token.lower == "on":
            raise_day(work, work.head[token.i])
        if token.dep == "nmod":
            raise_from_list(work, token.i)


def _participles(work: Work, token: Token) -> None:
    if token.tag == "VBG":
        join_gerund(work, token.i)
        free_participle(work, token.i)
        seat_adding(work, token.i)
        leave_noun(work, token.i)
    if token.head == token.i and token.pos == "VERB":
        crown_main(work, token.i)
    if token.dep == "amod" and token.pos == "VERB":
        crown_past(work, token.i)
    if token.tag in ("VBG", "VBN"):
        hang_perfect(work, token.i)
        seat_participle(work, token.i)
        join_participle(work, token.i)


def _clauses_beside_clauses(work: Work) -> None:
    speech = words("speech-verbs.txt")
    for token in work.tokens:
        if work.rel(token.i) == "conj":
            lift_conjunct(work, token.i)
            lift_saying(work, token.i)
        if token.dep == "mark" and token.i < OPENING:
            close_condition(work, token.i)
        if token.lower in ("after", "before", "since", "until"):
            open_clause(work, token.i)
        if token.lower == "with":
            open_absolute(work, token.i)
        if token.lower == "according":
            lift_source(work, token.i)
        elif token.pos == "VERB" and token.lemma.lower() in speech:
            set_apart_saying(work, token.i)
            return_subject(work, token.i)
    _subjects(work)


def _subjects(work: Work) -> None:
    for token in work.tokens:
        if token.pos in ("NOUN", "PROPN"):
            seat_stray(work, token.i)
            invert(work, token.i)
        if token.pos == "NUM":
            seat_year(work, token.i)
        if token.text == "%" or token.lower == "percent":
            seat_share(work, token.i)
        if token.pos in ("VERB", "AUX") or token.dep in ("ROOT", "ccomp"):
            seat_subject(work, token.i)
    heads = Counter(work.head[token.i] for token in work.tokens if work.rel(token.i) == "nsubj")
    for verb in [i for i, count in heads.items() if count > 1]:
        part_subjects(work, verb)


def _lists(work: Work) -> None:
    for token in work.tokens:
        if token.dep == "det":
            seat_article(work, token.i)
        if token.dep == "nmod" and token.pos == "PROPN":
            join_phrase(work, token.i)
        if token.dep == "conj" and token.pos == "NOUN":
            join_object(work, token.i)
            join_parallel(work, token.i)
            join_events(work, token.i)
        if token.text == "&":
            join_name(work, token.i)
        if token.pos == "NOUN" and token.i:
            name_apposition(work, token.i)
            lower_apposition(work, token.i)
            seat_naming(work, token.i)
    for token in work.tokens:
        if token.pos in ("NOUN", "PROPN", "ADJ"):
            join_list(work, token.i)
    for token in work.tokens:
        if token.lower in _EXAMPLES and token.i:
            join_examples(work, token.i)
