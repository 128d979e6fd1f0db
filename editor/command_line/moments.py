"""Read a moment as it is typed behind `--date`."""

from datetime import datetime, tzinfo

from editor.command_line.usage import UsageError
from editor.post.dates import DateProblem, read_date


def moment_in(text: str, zone: tzinfo) -> datetime:
    """Return the moment that a text means by the clock of the site.

    Raises:
        UsageError: it is no date.
    """
    try:
        return read_date(text, zone).when
    except DateProblem as problem:
        raise UsageError(
            f"“{text}” is no date. Write it as 2025-11-17 or “2025-11-17 09:30”."
        ) from problem
