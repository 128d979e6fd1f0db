"""Name the values a front-matter field can have, as Jekyll reads them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias, Union

from typing_extensions import override

# SafeYAML keeps `2019: a` as a number key and `2019-01-01: a` as a date key inside a mapping.
Key: TypeAlias = Union[str, bool, int, float, date, "JekyllTime"]
Value: TypeAlias = Union[
    bool, int, float, str, date, "JekyllTime", list["Value"], dict[Key, "Value"], None
]

# What an edit takes: a Literal, a plain text, any other value; a datetime with a zone is a time.
NewValue: TypeAlias = Union[
    bool, int, float, str, date, "JekyllTime", Sequence["NewValue"], Mapping[Any, "NewValue"], None
]


@dataclass(frozen=True, slots=True, order=True)
class JekyllTime:
    """Hold what SafeYAML calls a Time: an instant with the offset it was written with.

    `str()` gives Ruby's text of it, which Liquid prints and Jekyll parses again as a date.

    Attributes:
        instant: An aware datetime; its fixed offset is the written one, UTC where none was.

    Raises:
        ValueError: The datetime has no zone, so that it is no instant.
    """

    instant: datetime

    def __post_init__(self) -> None:
        if self.instant.utcoffset() is None:
            raise ValueError(f"{self.instant} has no zone")

    @override
    def __str__(self) -> str:
        # `%Y` does not pad the years before 1000 on Linux.
        return f"{self.instant.year:04d}" + self.instant.strftime("-%m-%d %H:%M:%S %z")


class Literal(str):
    """Say that a text is YAML to be written as it is: `Literal("false")`, `Literal("12")`.

    A plain `str` is always text, and gets quotes where YAML would read something else.
    """

    __slots__ = ()


def as_read(new: NewValue) -> Value:
    """Give a new value as it will be read once it is written, but for a Literal's meaning."""
    if isinstance(new, datetime):
        return JekyllTime(new)
    if isinstance(new, str):
        return str(new)
    if isinstance(new, Mapping):
        return {key: as_read(part) for key, part in new.items()}
    if isinstance(new, Sequence):
        return [as_read(item) for item in new]
    return new


def same(one: Value, other: Value) -> bool:
    """Tell whether two values are the same to Jekyll: 1 is neither true nor 1.0."""
    return repr(one) == repr(other)
