"""What stands under a date: the moment as it is written, as the site has it, and as it is here."""

from datetime import datetime, timedelta

from editor.ui.form.form_site import FormSite
from editor.ui.form.typed_moments import shown_date, shown_time
from editor.ui.form.view_rows import Rows
from editor.ui.form.written_moment import WrittenMoment

_NO_OFFSET = timedelta(0)
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def moment_views(moment: WrittenMoment, site: FormSite) -> Rows:
    """Give the moment as it is written, on the site and on the person's own clock, side by side.

    What is the same is not said twice: a date in the site's own time, for a person who lives by
    the same clock, has no rows at all.
    """
    if moment.when is None or moment.day is None or moment.clock is None:
        return ()
    here = site.in_own_zone(moment.when)
    is_other = _is_other(moment)
    is_away = here.utcoffset() != moment.when.utcoffset()
    if not is_other and not is_away:
        return ()
    rows = [("On the site", f"{_words(moment.when)}, {zone_words(site)}")]
    if is_other:
        written = datetime.combine(moment.day, moment.clock, moment.zone)
        rows.insert(0, ("As written", f"{_words(written)} {_offset_words(moment)}"))
    if is_away:
        rows.append(("Here", _words(here)))
    return tuple(rows)


def moment_hint(moment: WrittenMoment, site: FormSite) -> str:
    """Say in a line whose clock a date is on, where no rows say it."""
    if moment.when is None or moment.day is None or moment_views(moment, site):
        return ""
    if moment.clock is None:
        return f"From midnight, {zone_words(site)} time"
    words = zone_words(site)
    words = f"{words[:1].upper()}{words[1:]} time"
    return f"{words}, written {_offset_words(moment)}" if moment.kind == "zoned" else words


def zone_words(site: FormSite) -> str:
    """Give the name of the site's zone in front of “time”."""
    return site.zone_name or "this computer’s"


def _is_other(moment: WrittenMoment) -> bool:
    """Tell whether the digits are not those of the site's clock."""
    when = moment.when
    return when is not None and (moment.day, moment.clock) != (
        when.date(),
        when.time().replace(microsecond=0, tzinfo=None),
    )


def _words(when: datetime) -> str:
    """Give a moment as `Sun 16 Nov, 21:08`."""
    day = " ".join(shown_date(when.date()).split(" ")[:2])
    return f"{_DAYS[when.weekday()]} {day}, {shown_time(when.time().replace(tzinfo=None))}"


def _offset_words(moment: WrittenMoment) -> str:
    if moment.day is None or moment.clock is None:
        return ""
    offset = moment.at(moment.day, moment.clock).utcoffset() or _NO_OFFSET
    if not offset:
        return "UTC"
    minutes = int(abs(offset).total_seconds()) // 60
    sign = "-" if offset < _NO_OFFSET else "+"
    return f"{sign}{minutes // 60:02d}{minutes % 60:02d}"
