"""Name the values a front-matter field can have, as Jekyll reads them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias, Union

from typing_extensions import override

# SafeYAML keeps `2019: a` as a number key and `2019-01-01: a` as a date key inside a mapping.
Key: TypeAlias = Union[str, bool, int, float, date, "JekyllTime"]
Value: TypeAlias = Union[
    bool, int, float, str, date, "JekyllTime", list["Value"], dict[Key, "Value"], None
]


@dataclass(frozen=True, slots=True, order=True)
class JekyllTime:
    """Hold what SafeYAML calls a Time: an instant with the offset it was written with.

    `str()` gives Ruby's text of it, which Liquid prints and Jekyll parses again as a date.

    Attributes:
        instant: An aware datetime; its fixed offset is the written one, UTC where none was.
    """

    instant: datetime

    @override
    def __str__(self) -> str:
        # `%Y` does not pad the years before 1000 on Linux.
        return f"{self.instant.year:04d}" + self.instant.strftime("-%m-%d %H:%M:%S %z")


class Literal(str):
    """Say that a text is YAML to be written as it is: `Literal("false")`, `Literal("12")`.

    A plain `str` is always text, and gets quotes where YAML would read something else.
    """

    __slots__ = ()
