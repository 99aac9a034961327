"""What pronouns, definite nouns and relative times stand for."""
