"""Hold what was found in a text that may be a date, before it becomes a moment."""

from dataclasses import dataclass

_FIRST_YEAR_OF_1900S = 69
_CENTURY = 100


@dataclass(slots=True)
class DateFields:
    """Collect the parts of a date as they are found; None means not found.

    `short_year` says whether a year below 100 lacks its century, `before_christ` whether the
    years count backwards. `zone` is the zone's own text, such as "+0200" or "EST"; `fraction`
    says whether a fraction of a second was found.
    """

    year: int | None = None
    yday: int | None = None
    mon: int | None = None
    mday: int | None = None
    hour: int | None = None
    minute: int | None = None
    sec: int | None = None
    fraction: bool = False
    zone: str | None = None
    short_year: bool = True
    before_christ: bool = False

    def settle_year(self) -> None:
        """Bring `year` to the common count: 99 is 1999, 68 is 2068, 44 BC is -43."""
        if self.year is None:
            return
        if self.before_christ:
            self.year = 1 - self.year
        if self.short_year and 0 <= self.year < _CENTURY:
            self.year += 1900 if self.year >= _FIRST_YEAR_OF_1900S else 2000

    def hold_nothing(self) -> bool:
        """Say whether no part was found that could tell a moment."""
        parts = (self.year, self.yday, self.mon, self.mday, self.hour, self.minute, self.sec)
        return not self.fraction and all(part is None for part in parts)
