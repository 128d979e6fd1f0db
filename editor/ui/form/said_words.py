"""Read words such as “tomorrow 7am” while they are typed, and say how they were understood."""

from datetime import date, datetime, time

from editor.ui.form.typed_moments import shown_date, shown_time

Said = tuple[date, time | None]


def said(text: str, now: datetime) -> Said | None:
    """Read a moment said in words, on the clock of `now`; None for what is not understood."""
    # Late: few people type words, and nobody does before the window is there.
    from editor.ui.form.said_moments import read_said  # noqa: PLC0415 - see above

    return read_said(text, now)


def said_words(moment: Said) -> str:
    """Say how words were understood, before they are taken with Enter."""
    day, clock = moment
    words = f"{day:%a} {shown_date(day)}"
    return f"{words}, {shown_time(clock)}" if clock is not None else words
