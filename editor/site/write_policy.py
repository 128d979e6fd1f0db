"""Say what the person has allowed for one save, beyond what a save does by itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WritePolicy:
    """Carry the person's answers to the questions that a refused save raised.

    Attributes:
        in_place: write into the existing file where a new one cannot take its place (a second
            name points at it, or the folder takes no new files). A crash in the middle of it
            leaves a mixture, so the caller puts the text into the journal first.
        replace_read_only: save a file although it is marked read-only; the mark stays.
    """

    in_place: bool = False
    replace_read_only: bool = False


CAREFUL = WritePolicy()
"""What holds until somebody was asked."""
