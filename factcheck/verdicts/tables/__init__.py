"""Claims about figures against the tables of the notes."""
