"""The command line: one module per command; parses options, calls the library, prints; no logic."""
