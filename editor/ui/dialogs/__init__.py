"""Questions and messages."""
