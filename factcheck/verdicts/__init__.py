"""A claim and its evidence become findings and a verdict."""

from factcheck.verdicts.candidate import Candidate
from factcheck.verdicts.judge import judge
from factcheck.verdicts.reading import read
from factcheck.verdicts.slips import Statement, slips, with_slips
from factcheck.verdicts.tempering import tempered
from factcheck.verdicts.whole import lent, sentences

__all__ = [
    "Candidate",
    "Statement",
    "judge",
    "lent",
    "read",
    "sentences",
    "slips",
    "tempered",
    "with_slips",
]
