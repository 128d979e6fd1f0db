"""Turn the text of a template into tokens, expressions and a tree of nodes."""
