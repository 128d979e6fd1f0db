"""Read a run of digits without signs between them, such as 20251117T020821Z."""

import re

from editor.post.ruby.date_fields import DateFields

RUN = re.compile(
    r"([-+]?)([0-9]{2,14})"
    r"(?:\s*t?\s*([0-9]{2,6})?(?:[,.]([0-9]*))?)?"
    r"\s*(z\b|[-+][0-9]{1,4}\b|\[[-+]?[0-9][^\]]*\])?",
    re.IGNORECASE,
)

# The parts of a run by its length, each with its number of digits; nine digits say nothing.
_DAY_AND_CLOCK = (("year", 4), ("mon", 2), ("mday", 2), ("hour", 2), ("minute", 2), ("sec", 2))
_PARTS_OF = {
    2: (("mday", 2),),
    3: (("yday", 3),),
    4: (("mon", 2), ("mday", 2)),
    5: (("year", 2), ("yday", 3)),
    6: (("year", 2), ("mon", 2), ("mday", 2)),
    7: (("year", 4), ("yday", 3)),
    8: _DAY_AND_CLOCK[:3],
    10: _DAY_AND_CLOCK[:4],
    12: _DAY_AND_CLOCK[:5],
    14: _DAY_AND_CLOCK,
}
# The same when a fraction follows at once: then the run ends with the seconds.
_CLOCK = (("hour", 2), ("minute", 2), ("sec", 2))
_PARTS_BEFORE_FRACTION = {
    2: _CLOCK[2:],
    3: (("minute", 1), ("sec", 2)),
    4: _CLOCK[1:],
    5: (("hour", 1), ("minute", 2), ("sec", 2)),
    6: _CLOCK,
    7: (("mday", 1), *_CLOCK),
    8: (("mday", 2), *_CLOCK),
    10: (("mon", 2), ("mday", 2), *_CLOCK),
    12: (("year", 2), ("mon", 2), ("mday", 2), *_CLOCK),
    14: _DAY_AND_CLOCK,
}
_LENGTH_WITH_CENTURY = 8


def read_run(fields: DateFields, match: re.Match[str]) -> None:
    """Put the parts of the run that `RUN` found into `fields`. Ruby 3.1, `Date._parse`."""
    sign, run, clock, fraction, zone = match.groups()
    backwards = clock is None and fraction is not None
    _share_out(fields, run, (_PARTS_BEFORE_FRACTION if backwards else _PARTS_OF).get(len(run), ()))
    if sign == "-" and fields.year is not None:
        fields.year = -fields.year
    if clock is not None:
        _read_clock(fields, clock, before_fraction=fraction is not None)
    if fraction is not None:
        fields.fraction = True
    if zone is not None:
        fields.zone = _zone_name(zone)


def _share_out(fields: DateFields, run: str, parts: tuple[tuple[str, int], ...]) -> None:
    if len(run) >= _LENGTH_WITH_CENTURY and parts[:1] == _DAY_AND_CLOCK[:1]:
        fields.short_year = False
    start = 0
    for part, width in parts:
        setattr(fields, part, int(run[start : start + width]))
        start += width


def _read_clock(fields: DateFields, clock: str, *, before_fraction: bool) -> None:
    if len(clock) % 2:
        return
    pairs = [clock[start : start + 2] for start in range(0, len(clock), 2)]
    parts = _CLOCK[-len(pairs) :] if before_fraction else _CLOCK
    for (part, _), pair in zip(parts, pairs, strict=False):
        setattr(fields, part, int(pair))


def _zone_name(zone: str) -> str:
    """Return the zone of `[-5:EST]` ("EST"), `[-5]` ("-5") or of one without brackets."""
    if not zone.startswith("["):
        return zone
    offset, colon, name = zone[1:-1].partition(":")
    return name if colon else offset
