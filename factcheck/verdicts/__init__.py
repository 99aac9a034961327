"""A claim and its evidence become findings and a verdict."""

from factcheck.verdicts.candidate import Candidate
from factcheck.verdicts.judge import judge

__all__ = ["Candidate", "judge"]
