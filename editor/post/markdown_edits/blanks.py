"""What counts as blank in Markdown: a no-break space is a character of the text."""

BLANKS = " \t"
