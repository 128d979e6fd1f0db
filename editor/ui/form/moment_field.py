"""A field for a date and its time, typed as one likes."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from editor.post.dates import written_form
from editor.post.field_edits import FieldEdit, Put, Remove
from editor.post.field_specs import HOUSE_FIELDS, FieldKind
from editor.post.field_values import Literal
from editor.post.form_field import FormField
from editor.ui.form import typed_moments as typed
from editor.ui.form.calendar_popup import CalendarPopup
from editor.ui.form.field import Field
from editor.ui.form.form_site import FormSite
from editor.ui.form.look import Look
from editor.ui.form.moment_edits import doubts_about_moment, edit_for, edit_to
from editor.ui.form.moment_inputs import CLOCK_STRETCH, DAY_STRETCH, MomentInputs
from editor.ui.form.moment_links import MomentLinks, next_morning
from editor.ui.form.moment_views import moment_hint, moment_views
from editor.ui.form.month_names import month_names
from editor.ui.form.said_words import said, said_words
from editor.ui.form.view_rows import ViewRows
from editor.ui.form.written_moment import WrittenMoment, written_moment

_DAY_HELP = "Write the date as 17 Nov 2025, 2025-11-17 or tomorrow 7am."
_CLOCK_HELP = "Write the time as 02:08 or 02:08:21."


class MomentField(Field):
    """Edit a date: what is typed is an edit as soon as it can mean only one thing.

    The digits are those of the file. An edit keeps the file's spelling (`PutDate`) where that can
    hold it, else the date is written out with its zone.
    """

    def __init__(self, look: Look, site: FormSite, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._site = site
        self._moment = WrittenMoment(None, None, site.zone)
        self._calendar: CalendarPopup | None = None
        self._names = month_names()
        self._inherited = ""
        self._inputs = MomentInputs(self)
        self.head_row.setStretch(0, DAY_STRETCH)
        self.head_row.addWidget(self._inputs.clock_label, CLOCK_STRETCH)
        self.links = MomentLinks(self)
        self.set_body(self._inputs)
        self.views = ViewRows(self)
        self.column.insertWidget(2, self.links, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.insertWidget(3, self.views)
        self._connect()

    def _connect(self) -> None:
        day, clock = self._inputs.day, self._inputs.clock
        day.textEdited.connect(self._on_day_typed)
        clock.textEdited.connect(self._on_clock_typed)
        day.finished.connect(self._on_day_finished)
        clock.finished.connect(self._on_clock_finished)
        for line in (day, clock):
            line.given_up.connect(self._show_written)
        self._inputs.calendar_asked.connect(self._on_calendar_asked)
        self.links.now_asked.connect(self._on_now)
        self.links.next_day_asked.connect(self._on_next_day)
        self.links.morning_asked.connect(self._on_morning)
        self.links.zone_asked.connect(self._on_zone)

    # For the form

    @override
    def inputs(self) -> tuple[QWidget, ...]:
        return (self._inputs.day, self._inputs.clock)

    @override
    def tab_stops(self) -> tuple[QWidget, ...]:
        return (*self.inputs(), *self.links.stops())

    @override
    def show_value(self, shown: FormField) -> None:
        self._moment = self._read(shown)
        if not (self.value_stays and self._is_typing()):
            self._show_digits()
        is_house = shown.spec in HOUSE_FIELDS
        self._inputs.clock_label.set_words("T&ime" if is_house else "Time", "", self._inputs.clock)
        self._inputs.clock.setAccessibleName(f"Time of {shown.name}")
        self._inputs.set_has_clock(has_clock=shown.spec.kind is not FieldKind.DATE)
        self.links.name(shown.name, next_morning(self._site.here()))
        self.links.zone.setVisible(self._moment.kind == "local" and self._moment.clock is not None)
        self.links.morning.setVisible(shown.spec.kind is not FieldKind.DATE)
        self._show_hint()

    @override
    def set_placeholder(self, words: str) -> None:
        self._inherited = words

    @override
    def describe(self, sentence: str) -> None:
        super().describe(" ".join(part for part in (sentence, self.views.text()) if part))

    @override
    def site_changed(self) -> None:
        if self.shown is not None:
            self.show_field(self.shown)

    @override
    def commit(self) -> None:
        self._on_day_finished()
        self._on_clock_finished()

    @override
    def forget(self) -> None:
        super().forget()
        for line in (self._inputs.day, self._inputs.clock):
            line.setModified(False)

    @override
    def value_text(self) -> str:
        return self.shown.spelling if self.shown else ""

    @override
    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._inputs.set_look(look)
        self.links.set_look(look)
        self.views.set_look(look)
        if self._calendar is not None:
            self._calendar.set_look(look)

    @override
    def set_read_only(self, *, is_read_only: bool) -> None:
        for line in (self._inputs.day, self._inputs.clock):
            line.setReadOnly(is_read_only)
        self.links.set_enabled(is_enabled=not is_read_only)

    # What is typed

    def _on_day_typed(self, text: str) -> None:
        day = self._typed_day(text)
        if day is not None and typed.is_complete_date(text):
            self._take(day, self._moment.clock)
        self._inputs.set_warned(day=False, clock=False)
        if day is None:
            words = said(text, self._site.here())
            self._help(said_words(words) if words else _DAY_HELP)

    def _on_clock_typed(self, text: str) -> None:
        clock = typed.read_time(text)
        if clock is not None and typed.is_complete_time(text):
            self._take(self._any_day(), clock)
        self._inputs.set_warned(day=False, clock=False)
        if clock is None:
            self._help(_CLOCK_HELP)

    def _on_day_finished(self) -> None:
        line = self._inputs.day
        if not line.isModified():
            return
        if not line.text().strip():
            self._take_away()
            return
        day = self._typed_day(line.text())
        words = (day, None) if day else said(line.text(), self._site.here())
        self._inputs.set_warned(day=words is None, clock=False)
        if words is not None:
            self._take(words[0], words[1] or self._moment.clock)
            self._show_written()

    def _on_clock_finished(self) -> None:
        line = self._inputs.clock
        if not line.isModified():
            return
        clock = typed.read_time(line.text())
        is_emptied = not line.text().strip()
        self._inputs.set_warned(day=False, clock=clock is None and not is_emptied)
        if clock is not None:
            self._take(self._any_day(), clock)
        elif is_emptied and self._moment.day is not None and self._moment.clock is not None:
            self.put(Literal(self._moment.day.isoformat()))
        if clock is not None or is_emptied:
            self._show_written()

    def _take(self, day: date, clock: time | None) -> None:
        """Say what day and time the date has now, unless it has them already."""
        moment = self._moment
        if self.shown is not None and (day, clock) != (moment.day, moment.clock):
            self._say(edit_to(self.shown, moment, self._site, day, clock))

    def _take_away(self) -> None:
        if self.shown is not None and self.shown.is_present:
            self.edited.emit(Remove(self.key))
        self._show_written()

    def _put_moment(self, when: datetime) -> None:
        """Write a moment as the old one was, or out in full where that cannot hold it."""
        is_day = self.shown is not None and self.shown.spec.kind is FieldKind.DATE
        if self._moment.kind in (None, "utc-by-accident") and not is_day:
            self._say(Put(self.key, Literal(written_form(when))))
        elif is_day and self._moment.kind is None:
            self._say(Put(self.key, Literal(when.date().isoformat())))
        elif self.shown is not None:
            self._say(edit_for(self.shown, self._moment, when))

    def _say(self, edit: FieldEdit) -> None:
        self.remember()
        self.edited.emit(edit)

    # Links and the calendar

    def _on_now(self) -> None:
        self._put_moment(self._site.here().replace(microsecond=0))

    def _on_next_day(self) -> None:
        moment = self._moment
        if moment.day is None:
            self._put_moment(self._site.here().replace(microsecond=0) + timedelta(days=1))
        else:
            self._take(moment.day + timedelta(days=1), moment.clock)

    def _on_morning(self) -> None:
        self._put_moment(next_morning(self._site.here()))

    def _on_zone(self) -> None:
        moment = self._moment
        if moment.day is not None and moment.clock is not None:
            meant = datetime.combine(moment.day, moment.clock, self._site.zone)
            self.put(Literal(written_form(meant)))

    def _on_calendar_asked(self) -> None:
        if self._inputs.day.isReadOnly():
            return
        if self._calendar is None:
            self._calendar = CalendarPopup(self.look, self)
            self._calendar.picked.connect(self._on_picked)
        self._calendar.open_at(self._inputs.calendar_place(), self._any_day())

    def _on_picked(self, day: date) -> None:
        self._take(day, self._moment.clock)
        self._inputs.day.setFocus()

    # What is shown

    def _read(self, shown: FormField) -> WrittenMoment:
        if not shown.is_present:
            return WrittenMoment(None, None, self._site.zone)
        return written_moment(shown, self._site.zone, self._site.now())

    def _is_typing(self) -> bool:
        lines = (self._inputs.day, self._inputs.clock)
        return any(line.hasFocus() and line.isModified() for line in lines)

    def _show_digits(self) -> None:
        """Show the file's digits, but leave alone what is being typed and means the same."""
        moment = self._moment
        day, clock = self._inputs.day, self._inputs.clock
        if not (day.hasFocus() and moment.day and self._typed_day(day.text()) == moment.day):
            day.show_text(self._day_text())
        if not (
            clock.hasFocus() and moment.clock and typed.read_time(clock.text()) == moment.clock
        ):
            clock.show_text(typed.shown_time(moment.clock) if moment.clock else "")
        self._inputs.set_warned(day=bool(moment.problem), clock=False)

    def _show_written(self) -> None:
        self._inputs.day.show_text(self._day_text())
        clock = self._moment.clock
        self._inputs.clock.show_text(typed.shown_time(clock) if clock else "")
        self._inputs.set_warned(day=bool(self._moment.problem), clock=False)
        self._show_hint()

    def _show_hint(self) -> None:
        """Say how Jekyll takes the date, and what is off about it."""
        name_day = self._site.name_day if self.shown and self.shown.is_post_date else None
        day = typed.shown_date(name_day) if name_day else ""
        self._inputs.day.setPlaceholderText(self._inherited or day)
        if self.shown is None or not self.shown.is_present:
            self.views.show_rows(())
            self.set_problem("")
            self.set_hint("As in the file name" if name_day else "")
            return
        self.views.show_rows(moment_views(self._moment, self._site))
        self.set_problem(*doubts_about_moment(self.shown, self._moment, self._site))
        self.set_hint(moment_hint(self._moment, self._site))

    def _help(self, words: str) -> None:
        """Help with what is being typed, in the place of what is said about the old date."""
        self.set_problem("")
        self.set_hint(words)

    def _day_text(self) -> str:
        if self._moment.day is not None:
            return typed.shown_date(self._moment.day)
        return self.shown.text if self.shown else ""

    def _typed_day(self, text: str) -> date | None:
        return typed.read_date(text, self._site.here().date(), self._names)

    def _any_day(self) -> date:
        return self._moment.day or self._site.name_day or self._site.here().date()
