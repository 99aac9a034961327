"""A claim and its evidence become findings and a verdict."""

from factcheck.verdicts.candidate import Candidate
from factcheck.verdicts.judge import judge
from factcheck.verdicts.reading import read
from factcheck.verdicts.slips import Statement, slips_of, with_slips
from factcheck.verdicts.tempering import tempered
from factcheck.verdicts.whole import whole_sentences, with_wholes

__all__ = [
    "Candidate",
    "Statement",
    "judge",
    "read",
    "slips_of",
    "tempered",
    "whole_sentences",
    "with_slips",
    "with_wholes",
]
