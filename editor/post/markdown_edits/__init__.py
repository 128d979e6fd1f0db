"""What keys do to Markdown text: each edit reads a few lines and says what to change there."""
