"""Write a moment: in the spelling that the file has where that can hold it, else out in full."""

import re
from datetime import date, datetime, time

from editor.post.dates import written_form
from editor.post.field_edits import Cure, FieldEdit, Put, PutDate
from editor.post.field_values import Literal
from editor.post.form_field import FormField
from editor.ui.form.form_site import FormSite
from editor.ui.form.typed_moments import shown_date, shown_time
from editor.ui.form.written_moment import WrittenMoment

MIDNIGHT = time()
_SECONDS = re.compile(r":\d\d:\d\d")


def edit_for(shown: FormField, moment: WrittenMoment, when: datetime) -> FieldEdit:
    """Give the edit that writes a moment."""
    if _can_follow(shown, moment, when):
        return PutDate(shown.key, when)
    return Put(shown.key, Literal(written_form(when)))


def edit_to(
    shown: FormField, moment: WrittenMoment, site: FormSite, day: date, clock: time | None
) -> FieldEdit:
    """Give the edit that writes other digits, in the zone of the ones that stand there."""
    if clock is None and moment.kind is None:
        return Put(shown.key, Literal(day.isoformat()))
    if moment.clock is None and clock is not None:
        return Put(shown.key, Literal(written_form(datetime.combine(day, clock, site.zone))))
    return edit_for(shown, moment, moment.at(day, clock or MIDNIGHT))


def doubts_about_moment(
    shown: FormField, moment: WrittenMoment, site: FormSite
) -> tuple[str, tuple[Cure, ...]]:
    """Say what is off about a date that Jekyll takes, and what mends it; "" for nothing."""
    if moment.problem or moment.when is None or moment.day is None:
        return moment.problem, ()
    if moment.kind == "utc-by-accident" and moment.clock and moment.when.utcoffset():
        return _accident(shown.key, moment, site)
    name_day = site.name_day if shown.is_post_date else None
    if name_day is not None and moment.site_day != name_day:
        edit = _on_day(shown, moment, site, name_day)
        sentence = f"This is {_short(moment.when.date())} on the site; the file name says "
        return f"{sentence}{_short(name_day)}.", (Cure(f"Date it {_short(name_day)}", (edit,)),)
    return "", ()


def _accident(key: str, moment: WrittenMoment, site: FormSite) -> tuple[str, tuple[Cure, ...]]:
    if moment.day is None or moment.clock is None or moment.when is None:
        return "", ()
    clock = shown_time(moment.clock)
    meant = datetime.combine(moment.day, moment.clock, site.zone)
    there = f" in {site.zone_name}" if site.zone_name else " here"
    said = f"Jekyll takes {clock} for UTC, as no zone is written."
    return said, (
        Cure(f"It is {clock}{there}", (Put(key, Literal(written_form(meant))),)),
        Cure(
            f"It is {clock} UTC",
            (Put(key, Literal(written_form(moment.at(moment.day, moment.clock)))),),
        ),
    )


def _on_day(shown: FormField, moment: WrittenMoment, site: FormSite, day: date) -> FieldEdit:
    """Write the same time of day on another day at the site."""
    if moment.clock is None or moment.when is None:
        return edit_to(shown, moment, site, day, None)
    clock = moment.when.time().replace(microsecond=0, tzinfo=None)
    return Put(shown.key, Literal(written_form(datetime.combine(day, clock, site.zone))))


def _can_follow(shown: FormField, moment: WrittenMoment, when: datetime) -> bool:
    if not shown.has_date or not moment.keeps_offset(when):
        return False
    is_day_only = moment.clock is None
    return is_day_only or not when.second or _SECONDS.search(shown.spelling) is not None


def _short(day: date) -> str:
    return " ".join(shown_date(day).split()[:2])
