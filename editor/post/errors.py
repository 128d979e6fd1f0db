"""Name what can go wrong with a post, each error with a sentence for the writer."""

from typing import Literal, TypeAlias

Reason: TypeAlias = Literal[
    "duplicate-key",
    "key-exists",
    "missing-key",
    "anchor-in-use",
    "alias-order",
    "flow-root",
    "yaml-syntax",
    "not-a-mapping",
    "more-documents",
    "date-spelling",
    "not-verified",
]


class DatelineError(Exception):
    """Stop what was asked for; `str(error)` is a sentence a writer understands."""


class EditRefused(DatelineError):
    """Leave the front matter as it was, because the edit would change more than was asked.

    Attributes:
        reason: The kind of refusal, for the code that offers a way out.
    """

    def __init__(self, reason: Reason, sentence: str) -> None:
        super().__init__(sentence)
        self.reason: Reason = reason


class EncodingRefused(DatelineError):
    """Keep the file as it is, because its encoding cannot hold, or give back, the text."""
