"""Hold one post: its front matter and its body, with every byte of the file accounted for."""

import codecs
from dataclasses import dataclass, replace
from typing import Final

from editor.post import frame
from editor.post.errors import EncodingRefused
from editor.post.front_matter import FrontMatter
from editor.post.line_ends import merge, most_used, shown

_BOM: Final = "\ufeff"
# These codecs drop a BOM of their own accord; the ones named here leave it in the text.
_KEEPING_BOM: Final = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
_BIG_ENDIAN: Final = {
    codecs.BOM_UTF16_BE: "utf-16-be",
    codecs.BOM_UTF32_BE: "utf-32-be",
}


@dataclass(frozen=True, slots=True)
class Post:
    """Hold a post as it is in the file.

    Attributes:
        front_matter: None where Jekyll sees none.
        body: Everything after the closing fence's line, with its own line ends.
        bom: Whether a byte order mark stands before the front matter.
        encoding: The codec that reads and writes the file. In UTF-8, bytes that are none are
            lone surrogates in the text, and come back as the same bytes.
    """

    front_matter: FrontMatter | None
    body: str
    bom: bool = False
    encoding: str = "utf-8"

    @classmethod
    def from_bytes(cls, raw: bytes, encoding: str = "utf-8") -> "Post":
        """Read the bytes of a file.

        Raises:
            EncodingRefused: The bytes could not be written back the same in that encoding; never
                raised for UTF-8.
        """
        codec = _codec(raw, encoding)
        try:
            text = raw.decode(codec, "surrogateescape")
        except UnicodeError as error:
            raise EncodingRefused(f"The file is not written in {encoding}.") from error
        bom = text.startswith(_BOM)
        post = cls.from_text(text.removeprefix(_BOM), bom=bom, encoding=codec)
        if codec != "utf-8" and post.to_bytes() != raw:
            raise EncodingRefused(f"The file could not be kept exactly in {encoding}.")
        return post

    @classmethod
    def from_text(cls, text: str, *, bom: bool = False, encoding: str = "utf-8") -> "Post":
        """Read the text of a file without its BOM."""
        fences = frame.find(text)
        if fences is None:
            return cls(None, text, bom, encoding)
        front_matter = FrontMatter.read(text[: fences.end])
        return cls(front_matter, text[fences.end :], bom, encoding)

    def to_bytes(self) -> bytes:
        """Give the bytes to write.

        Raises:
            EncodingRefused: The encoding has no sign for a character of the text.
        """
        text = (_BOM if self.bom else "") + self.text
        try:
            return text.encode(self.encoding, "surrogateescape")
        except UnicodeEncodeError as error:
            char = text[error.start]
            raise EncodingRefused(
                f"The file is written in {self.encoding}, which has no “{char}” "
                f"(U+{ord(char):04X}). Save it as UTF-8, or take the character out."
            ) from error

    @property
    def text(self) -> str:
        """Give the whole text without the BOM."""
        return self.body if self.front_matter is None else self.front_matter.text + self.body

    @property
    def newline(self) -> str:
        """Give the line end that most lines of the file have; LF where it has none."""
        return most_used(self.text)

    @property
    def shown_body(self) -> str:
        """Give the body as a text pane shows it, every line end a line feed."""
        return shown(self.body)

    def with_shown_body(self, new: str) -> "Post":
        """Take over what a text pane shows now; untouched lines keep their own line ends."""
        if new == self.body:
            return self
        return self.with_body(merge(self.body, new, line_end=self._front_newline()))

    def with_body(self, body: str) -> "Post":
        """Take over a body with its own line ends."""
        if body == self.body:
            return self
        front_matter = self.front_matter
        if front_matter is not None and body and not front_matter.text.endswith("\n"):
            # The closing fence ended the file; it must stay alone on its line.
            front_matter = FrontMatter.read(front_matter.text + self._front_newline())
        return replace(self, front_matter=front_matter, body=body)

    def with_text(self, text: str) -> "Post":
        """Take over a whole text with its own line ends, as when the fields are edited by hand."""
        return Post.from_text(text, bom=self.bom, encoding=self.encoding)

    def with_front_matter(self, front_matter: FrontMatter | None) -> "Post":
        """Take over other front matter."""
        return replace(self, front_matter=front_matter)

    def with_fences(self) -> "Post":
        """Give a post without front matter empty fences, so that fields can be added."""
        if self.front_matter is not None:
            return self
        return replace(self, front_matter=FrontMatter.empty(self.newline))

    def _front_newline(self) -> str:
        return "\n" if self.front_matter is None else most_used(self.front_matter.text)


def _codec(raw: bytes, encoding: str) -> str:
    """Name the codec that leaves a BOM in the text."""
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError) as error:
        raise EncodingRefused(f"There is no encoding named {encoding}.") from error
    if name in {"utf-16", "utf-32"}:
        for mark, big_endian in _BIG_ENDIAN.items():
            if raw.startswith(mark) and big_endian.startswith(name):
                return big_endian
    return _KEEPING_BOM.get(name, name)
