"""Hold the kinds of value that Ruby has and Python has not."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Range:
    """Hold the whole numbers from `first` to `last`, both included, without making them."""

    first: int
    last: int

    def __len__(self) -> int:
        return max(0, self.last - self.first + 1)

    def __iter__(self) -> Iterator[int]:
        return iter(range(self.first, self.last + 1))

    @property
    def size(self) -> int:
        """How many numbers there are, also where `len` cannot hold it."""
        return max(0, self.last - self.first + 1)


@dataclass(frozen=True, slots=True)
class EmptyLiteral:
    """Stand for the words `empty` and `blank`, which ask a question when compared.

    Liquid 4 sends `empty?` or `blank?` to the other side. Without Rails nothing answers
    `blank?`, so in Jekyll no value equals `blank`.
    """

    word: str


class Drop:
    """Give a template the fields of something, each when it is asked for.

    Subclasses say which fields there are with `names` and give them with `get`.

    Attributes:
        HAS_MEMBERS: Whether a loop or a filter can run through the fields.
    """

    HAS_MEMBERS: ClassVar[bool] = True

    def names(self) -> tuple[str, ...]:
        """Return the names of all fields, in the order in which they print."""
        return ()

    def get(self, key: object) -> object:
        """Return the field `key`, None where there is none."""
        del key
        return None

    def has(self, key: object) -> bool:
        """Say whether `key` names a field."""
        return key in self.names()

    def printed(self) -> str:
        """Return what `{{ drop }}` prints."""
        return ""

    def listed(self) -> str | None:
        """Return how a list that is shown names this; None to show all its fields."""
        return None

    def fields(self) -> dict[str, object] | None:
        """Return all fields; None where the drop prints its name instead."""
        return {key: self.get(key) for key in self.names()}

    def order(self) -> tuple[object, ...] | None:
        """Return what a plain `sort` compares; None where drops of this kind have no order."""
        return None
