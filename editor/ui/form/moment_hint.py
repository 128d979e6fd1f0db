"""The line under a date: how Jekyll understands it."""

from datetime import timedelta

from editor.ui.form.form_site import FormSite
from editor.ui.form.typed_moments import shown_date
from editor.ui.form.written_moment import WrittenMoment

_NO_OFFSET = timedelta(0)


def moment_hint(moment: WrittenMoment, site: FormSite) -> str:
    """Give a short sentence about the zone of a written date.

    A date that lands on another day at the site than its digits say names that day.
    """
    if moment.kind is None:
        return ""
    if moment.kind == "utc-by-accident":
        said = "Jekyll reads this as UTC"
    elif moment.kind == "zoned":
        said = f"Written with its own zone {_offset(moment)}"
    else:
        return f"In the site’s time, {site.zone_name}"
    if moment.site_day is not None and moment.site_day != moment.day:
        return f"{said}: {moment.site_day.day} {shown_date(moment.site_day).split()[1]}"
    return said


def _offset(moment: WrittenMoment) -> str:
    if moment.day is None or moment.clock is None:
        return ""
    offset = moment.at(moment.day, moment.clock).utcoffset() or _NO_OFFSET
    if not offset:
        return "UTC"
    minutes = int(abs(offset).total_seconds()) // 60
    sign = "-" if offset < _NO_OFFSET else "+"
    return f"{sign}{minutes // 60:02d}{minutes % 60:02d}"
