"""The draft against itself (FC6xx): one module a rule, over what the draft tells."""
