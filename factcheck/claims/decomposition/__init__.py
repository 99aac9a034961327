"""One parsed sentence to its atomic statements."""
