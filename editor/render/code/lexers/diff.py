"""Read what `diff` writes as Rouge does: line by line, line ends included."""

import re
from typing import ClassVar

from pygments.lexer import RegexLexer
from pygments.token import Error, Generic, Punctuation, Text


class DiffLexer(RegexLexer):
    """Cut the output of `diff` and of version control."""

    name = "Diff"
    flags = re.MULTILINE
    tokens: ClassVar = {
        "root": [
            # An empty line takes the line after it along.
            (r"\s.*\n?", Text),
            (r"[+>].*\n?", Generic.Inserted),
            (r"[-<].*\n?", Generic.Deleted),
            (r"!.*\n?", Generic.Strong),
            (r"(?:diff|[Ii]ndex|=).*\n?", Generic.Heading),
            (r"@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@", Punctuation, "place"),
            (r"\w.*\n?", Punctuation),
            (r"\S+", Error),
        ],
        "place": [(r".*\n?", Text, "#pop")],
    }
