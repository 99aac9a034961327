"""Slips: a number, date or name that the notes have nowhere, in whose place they have one that the draft has nowhere.

A sentence that a reporter wrote from notes may be worded quite otherwise than they are, and most of its words may be
missing there. Its figures and names are not: one that no note has, beside words that a note puts beside another of
its kind, which the draft in its turn does not use, is a slip of the pen.
"""

from factcheck.verdicts.slips.found import Statement, slips_of
from factcheck.verdicts.slips.told import with_slips

__all__ = ["Statement", "slips_of", "with_slips"]
