"""What a conversion gives, and whom it hands pictures to; importing this loads no reader."""

from collections.abc import Callable
from dataclasses import dataclass

from editor.post.errors import DatelineError

# Puts a picture into the site (its bytes, what it shows in words) and gives its address, or None
# where it cannot be taken in.
PlacePicture = Callable[[bytes, str], str | None]


class NotConverted(DatelineError):
    """Report formatted text that was not made into Markdown, with a sentence for the writer."""


@dataclass(frozen=True, slots=True)
class Converted:
    """Hold Markdown, and a sentence about what could not come along (empty: nothing)."""

    markdown: str
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """Hold what became of a document: its title, if it has one of its own, and its text."""

    title: str
    text: Converted
