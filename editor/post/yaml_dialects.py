"""Tell whether a plain scalar is text to everyone who may read the file.

Jekyll's SafeYAML, Ruby's Psych and PyYAML read YAML 1.1, each in its own way; other tools read
YAML 1.2. What any of them takes for a number, a date, a boolean or a symbol is not text, and
neither is what SafeYAML takes for a number and then stumbles over, like `._`.
"""

import re

from editor.post.yaml_scalars import read_plain

_WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "=", "<<"))
_NUMBER = re.compile(
    r"[-+]?(?:"
    r"0[xob][0-9a-f_,]*"
    r"|(?=[_,.]*[\d_])[\d_,]*(?::[\d_,]+)*(?:\.[\d_,]*)?(?:e[-+]?[\d_]*)?"
    r"|\.(?:inf|nan)"
    r")",
    re.ASCII | re.IGNORECASE,
)
_DATE = re.compile(r"-?\d{4}-\d{1,2}-\d{1,2}(?:[Tt\s].*)?", re.ASCII | re.DOTALL)


def reads_as_text(text: str) -> bool:
    """Tell whether every reader takes a plain scalar for the text that it is."""
    return (
        text.lower() not in _WORDS
        and not text.startswith(":")
        and isinstance(read_plain(text), str)
        and _NUMBER.fullmatch(text) is None
        and _DATE.fullmatch(text) is None
    )
