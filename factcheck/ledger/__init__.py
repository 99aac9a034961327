"""claims.db: schema, migrations, reads and writes; the only room that speaks SQL."""

from factcheck.ledger.history import ArticleRow, HistoryRow
from factcheck.ledger.ledger import Ledger, open_ledger
from factcheck.ledger.notes import NoteRow
from factcheck.ledger.vocabulary import words

__all__ = ["ArticleRow", "HistoryRow", "Ledger", "NoteRow", "open_ledger", "words"]
