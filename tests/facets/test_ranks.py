from __future__ import annotations

from facet_tables import parse_all, read_table

from factcheck.facets import ranks
from factcheck.model import Relation

FLOOR = 0.94


def test_ranks_are_found() -> None:
    """Ordinals of dates and words that merely end in -est are no ranks; spans slice back to the text."""
    table = read_table("ranks_found.tsv")
    wrong = []
    for (sentence, count), analysis in zip(table, parse_all([row[0] for row in table]), strict=True):
        found = ranks.find(analysis)
        assert all(rank.span.of(sentence) == rank.text for rank in found)
        if len(found) != int(count):
            wrong.append((sentence, count, found))
    assert len(wrong) <= (1 - FLOOR) * len(table), wrong


def test_ranks_are_compared() -> None:
    table = read_table("ranks.tsv")
    claims, passages = parse_all([row[0] for row in table]), parse_all([row[1] for row in table])
    wrong: list[object] = []
    for row, claim, passage in zip(table, claims, passages, strict=True):
        ours, theirs = ranks.find(claim), ranks.find(passage)
        if not ours or not theirs:
            wrong.append((row, ours, theirs))
            continue
        found, back = ranks.compare(ours[0], theirs[0]), ranks.compare(theirs[0], ours[0])
        assert (found.relation is Relation.DIFFERS) == (back.relation is Relation.DIFFERS)
        assert (found.relation is not Relation.DIFFERS) or found.code == "FC503"
        if found.relation.value != row[2] or (row[3] and found.how != row[3]):
            wrong.append((row, found))
    assert len(wrong) <= (1 - FLOOR) * len(table), wrong
