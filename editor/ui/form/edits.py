"""What a field says a person did to the front matter."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Put:
    """Give `key` another value: text, a `Literal` spelling, a list or a mapping."""

    key: str
    new: object


@dataclass(frozen=True, slots=True)
class PutDate:
    """Give `key` another moment, in the spelling that it has."""

    key: str
    when: datetime


@dataclass(frozen=True, slots=True)
class PutList:
    """Give `key` another list of texts; the items that stay keep their bytes."""

    key: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remove:
    """Take `key` out of the front matter."""

    key: str


FieldEdit = Put | PutDate | PutList | Remove
