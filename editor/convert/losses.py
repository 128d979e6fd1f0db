"""What could not come along when something was converted, counted, and told in a sentence."""

from collections import Counter
from collections.abc import Mapping

# Kind -> one of them, several of them.
_WORDS: Mapping[str, tuple[str, str]] = {
    "comment": ("a comment", "{} comments"),
    "deletion": ("a tracked deletion", "{} tracked deletions"),
    "picture": ("a picture that the clipboard only names", "{} pictures that are only named"),
    "frame": ("an embedded frame", "{} embedded frames"),
    "field": ("a form field", "{} form fields"),
    "merged": ("a merged table cell (it was split)", "{} merged table cells (they were split)"),
    "local": ("a link to a file of a computer", "{} links to files of a computer"),
    "script": ("a link that runs a script", "{} links that run scripts"),
    "drawing": ("a drawing", "{} drawings"),
}


class Losses:
    """Count by kind what is left out."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def note(self, kind: str, number: int = 1) -> None:
        """Add to what was left out; `kind` is one of the table's."""
        if kind not in _WORDS:
            raise KeyError(kind)
        self._counts[kind] += number

    def told(self) -> str:
        """Give a sentence that names everything; empty where nothing was left out."""
        parts = [
            one if self._counts[kind] == 1 else several.format(self._counts[kind])
            for kind, (one, several) in _WORDS.items()
            if self._counts[kind]
        ]
        if not parts:
            return ""
        *most, last = parts
        return f"Left out: {' and '.join(filter(None, (', '.join(most), last)))}."
