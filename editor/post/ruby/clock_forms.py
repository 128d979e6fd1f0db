"""Find a time of day in a text: 14:08:21, 2 pm, 14h08, and the zone behind it."""

import re

from editor.post.ruby.date_fields import DateFields

CLOCK = re.compile(
    r"("
    r"(?:[0-9]+\s*:\s*[0-9]+(?:\s*:\s*[0-9]+(?:[,.][0-9]*)?)?"
    r"|[0-9]+\s*h(?:\s*[0-9]+m?(?:\s*[0-9]+s?)?)?)"
    r"(?:\s*[ap](?:m\b|\.m\.))?"
    r"|[0-9]+\s*[ap](?:m\b|\.m\.)"
    r")"
    r"(?:\s*("
    r"(?:gmt|utc?)?[-+][0-9]+(?:[,.:][0-9]+(?::[0-9]+)?)?"
    r"|(?:[^\W\d_]|[.\s])+(?:standard|daylight)\stime\b"
    r"|[^\W\d_]+(?:\sdst)?\b"
    r"))?",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"([0-9]+)h?(?:\s*:?\s*([0-9]+)m?(?:\s*:?\s*([0-9]+)(?:[,.]([0-9]+))?s?)?)?"
    r"(?:\s*([ap])(?:m\b|\.m\.))?",
    re.IGNORECASE,
)
_HALF_DAY = 12


def read_clock(fields: DateFields, match: re.Match[str]) -> None:
    """Put the time of day that `CLOCK` found into `fields`. Ruby 3.1, `Date._parse`."""
    clock, zone = match.groups()
    hour, minute, sec, fraction, half = next(_PARTS.finditer(clock)).groups()
    fields.hour = int(hour)
    if half is not None:
        fields.hour = fields.hour % _HALF_DAY + (_HALF_DAY if half in "pP" else 0)
    fields.minute = None if minute is None else int(minute)
    fields.sec = None if sec is None else int(sec)
    fields.fraction = fraction is not None
    fields.zone = zone
