"""How long a text is, as its reader would count."""

import re

# Scripts that set no blanks between words are counted by the letter, as newsrooms there do.
_UNSPACED = (
    "\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_SKIPPED = re.compile(
    r"^(?P<fence>```|~~~).*?^(?P=fence)\s*$"
    r"|<!--.*?-->|\{%.*?%\}|\{\{.*?\}\}|\{:[^}\n]*\}|</?[A-Za-z][^>\n]*>"
    r"|(?<=\])\([^()\n]*\)|^\[[^\]\n]+\]:[^\n]*$",
    re.DOTALL | re.MULTILINE,
)
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+(?:[’'.\-‐‑][^\W{_UNSPACED}]+)*")


def count_words(body: str) -> int:
    """Count the words of Markdown text, without code, comments, Liquid, tags and addresses."""
    return sum(1 for _ in _WORD.finditer(_SKIPPED.sub(" ", body)))
