"""What differs between a claim and a passage that says the same."""
