"""A claim and its evidence become findings and a verdict."""

from factcheck.verdicts.candidate import Candidate
from factcheck.verdicts.judge import judge
from factcheck.verdicts.tempering import tempered

__all__ = ["Candidate", "judge", "tempered"]
