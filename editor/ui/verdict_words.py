"""A verdict in the words of the line under the bar."""

from dataclasses import replace
from datetime import date, datetime

from editor.post.calendar_names import DAYS, MONTHS
from editor.post.dates import PostDate
from editor.site.verdict import State, Verdict
from editor.ui.verdict_line import ShownVerdict

NO_SITE = ShownVerdict("none", "This file belongs to no Jekyll site, so it has no address yet.")
_LEADS = {
    State.SHOWN: ("ok", "Will show at"),
    State.LATER: ("warn", "Waits for its day. Will show at"),
    State.DRAFT: ("none", "A draft. Once published it will show at"),
    State.UNPUBLISHED: ("warn", "Will not show: published is off. Its address is"),
    State.BROKEN: ("bad", "Will show broken, without title and layout, at"),
    State.STOPS: ("bad", "Jekyll stops at this post and builds nothing."),
    State.DROPPED: ("bad", "Will not show."),
    State.PASSED_OVER: ("bad", "Will not show."),
    State.OTHER: ("none", "Not a page by itself."),
}
_EXPLAINED = frozenset({State.STOPS, State.DROPPED, State.PASSED_OVER, State.OTHER})


def zone_words(timezone: str | None) -> str:
    """Give the zone's name for a writer: `New York` for `America/New_York`."""
    if timezone is None:
        return "by this computer’s clock"
    return timezone.rpartition("/")[2].replace("_", " ")


def day_words(day: date, today: date) -> str:
    """Give a day as `Sunday 16 November`, with the year where it is another one."""
    words = f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return words if day.year == today.year else f"{words} {day.year}"


def shown_verdict(verdict: Verdict, zone_name: str, now: datetime) -> ShownVerdict:
    """Put a verdict into words; `now` is a moment in the site's zone."""
    tone, lead = _LEADS[verdict.state]
    heading = lead
    if verdict.state in _EXPLAINED:
        lead = verdict.reason or lead
    has_address = verdict.address is not None and verdict.state not in _EXPLAINED
    has_day = has_address and verdict.when is not None and verdict.state is not State.BROKEN
    return ShownVerdict(
        tone=tone,
        lead=lead,
        address=verdict.address.url if has_address and verdict.address else "",
        day=day_words(verdict.when.date(), now.date()) if has_day and verdict.when else "",
        zone=zone_name if has_day else "",
        heading=heading,
        reason=" ".join(part for part in (verdict.reason, *verdict.notes) if part),
    )


def with_cure(shown: ShownVerdict, verdict: Verdict, cure: str) -> ShownVerdict:
    """Add what may surprise in a post that shows, and the words of the cure."""
    if verdict.state is State.BROKEN:
        return replace(shown, note=verdict.reason, cure=cure)
    if verdict.state is not State.SHOWN or not verdict.notes:
        return replace(shown, cure=cure)
    return replace(shown, tone="warn", note=verdict.notes[0], cure=cure)


def with_collision(shown: ShownVerdict, other: str, cure: str) -> ShownVerdict:
    """Add that another file has the same address, of which Jekyll keeps one."""
    note = f"“{other}” has this address too."
    reason = f"{shown.reason} {note} Jekyll writes both to one place, and the later one stays."
    reason = reason.strip()
    return replace(shown, tone="bad", note=note, cure=cure, reason=reason)


def explained(shown: ShownVerdict) -> tuple[str, str]:
    """Give a verdict as a heading and the reason for it."""
    day = f" on {shown.day}" if shown.day else ""
    heading = f"{shown.lead} {shown.address}{day}." if shown.address else shown.heading
    return heading or shown.lead, shown.reason or "Nothing keeps it from showing."


def with_date_note(
    shown: ShownVerdict, read: PostDate, name_day: date | None
) -> tuple[ShownVerdict, bool]:
    """Add what is off about the date; tell whether writing the zone mends it."""
    differs = name_day is not None and name_day != read.when.date()
    is_accident = read.kind == "utc-by-accident" and bool(read.when.utcoffset())
    if not differs and not is_accident:
        return shown, False
    note = (
        f"File name says the {ordinal(name_day.day)}."
        if differs and name_day is not None
        else f"Jekyll reads the time as UTC: {read.when:%H:%M} here."
    )
    tone = "warn" if shown.tone == "ok" else shown.tone
    cure = "Write the zone" if is_accident else ""
    return replace(shown, tone=tone, note=note, cure=cure), is_accident


def ordinal(number: int) -> str:
    """Give `1st`, `2nd`, `3rd`, `4th`."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
