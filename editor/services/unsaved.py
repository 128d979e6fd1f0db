"""A whole post whose last changes are in no file: what the journal keeps and gives back."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from editor.post.errors import EncodingRefused
from editor.post.post import Post
from editor.site.file_identity import Digest

AS_TEXT: Final = "text"
"""Says that the content is no file's bytes but the text itself, because no file could hold it."""


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Hold a post as it stood in the window.

    Attributes:
        key: tells the posts of one journal apart.
        path: its file; None for a post that was never saved.
        name: what the file is called, or would be.
        base: digest of the file that the changes were made to; None for a new post.
        revision: grows with each change; no clock decides what is newer.
        kept_at: when the text was put down, by the clock of that moment.
        encoding: in which the file is written.
        bom: whether a byte order mark stands before the text.
        content: the bytes of the file to be, or the text (`AS_TEXT`) in UTF-8.
        stored_as: the encoding of `content`, or `AS_TEXT`.
        is_damaged: whether the disk changed the content since.
        journal: where this was found; None for what has just been made.
    """

    key: int
    path: Path | None
    name: str
    base: Digest | None
    revision: int
    kept_at: datetime
    encoding: str
    bom: bool
    content: bytes
    stored_as: str
    is_damaged: bool = False
    journal: Path | None = None

    def post(self) -> Post:
        """Give the post, whatever happened to its bytes."""
        if self.stored_as == AS_TEXT:
            errors = "replace" if self.is_damaged else "surrogatepass"
            text = self.content.decode("utf-8", errors)
            return Post.from_text(text, bom=self.bom, encoding=self.encoding)
        try:
            return Post.from_bytes(self.content, self.encoding)
        except EncodingRefused:
            return Post.from_bytes(self.content)


@dataclass(frozen=True, slots=True)
class PostState:
    """Hold what the window knows of a post at one moment; making bytes of it can wait."""

    key: int
    post: Post
    path: Path | None
    name: str
    base: Digest | None
    revision: int

    def unsaved(self) -> Unsaved:
        """Give what is kept of it; this never fails, whatever the text holds."""
        post = self.post
        try:
            content, stored_as = post.to_bytes(), post.encoding
        except EncodingRefused:
            content, stored_as = post.text.encode("utf-8", "surrogatepass"), AS_TEXT
        return Unsaved(
            key=self.key,
            path=self.path,
            name=self.name.encode("utf-8", "replace").decode(),
            base=self.base,
            revision=self.revision,
            kept_at=datetime.now(UTC),
            encoding=post.encoding,
            bom=post.bom,
            content=content,
            stored_as=stored_as,
        )
