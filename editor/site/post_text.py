"""Read the text of a post or page: the body that Jekyll renders, and where it begins."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from editor.post import frame
from editor.post.line_ends import shown

LARGEST: Final = 16 * 1024 * 1024
"""Bytes of a file that are read to show it."""

_BOM: Final = "\ufeff"


@dataclass(frozen=True, slots=True)
class PostText:
    """Hold the body of a post.

    Attributes:
        body: what Jekyll renders: the text after the front matter and the blank lines behind it.
            Line ends are those of the file.
        first_line: the line of the file that the body begins in, from 1.
    """

    body: str
    first_line: int = 1

    @classmethod
    def of(cls, text: str) -> "PostText":
        """Take the body out of a whole text; without front matter all of it is the body."""
        text = text.removeprefix(_BOM)
        found = frame.find(text)
        if found is None:
            return cls(text)
        start = found.end + frame.swallowed_blanks(text[found.end :])
        return cls(text[start:], 1 + text.count("\n", 0, start))

    @classmethod
    def read(cls, path: Path, encoding: str = "utf-8") -> "PostText":
        """Read the body from the disk; a file that cannot be read has none."""
        return cls.of(read_whole(path, encoding))

    @property
    def plain(self) -> str:
        """The body with a line feed at the end of each line."""
        return shown(self.body)


def read_whole(path: Path, encoding: str = "utf-8") -> str:
    """Read a file of the site; what cannot be read is empty.

    Bytes that are no text in the encoding are shown as U+FFFD.
    """
    try:
        with path.open("rb") as stream:
            raw = stream.read(LARGEST)
    except OSError:
        return ""
    try:
        return raw.decode(encoding, "replace")
    except LookupError:
        return raw.decode("utf-8", "replace")
