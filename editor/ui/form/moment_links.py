"""The links of a date field: now, a day later, the next working morning."""

from datetime import datetime, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from editor.ui.form.field_frame import RING
from editor.ui.form.link_button import LinkButton
from editor.ui.form.link_row import LinkRow

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MORNING = time(6)
_SATURDAY = 5


def next_morning(now: datetime) -> datetime:
    """Give six o'clock on the next day from Monday to Friday, on the clock of `now`."""
    day = now.date() + timedelta(days=1)
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    return datetime.combine(day, _MORNING, now.tzinfo)


class MomentLinks(LinkRow):
    """Offer moments with one click."""

    now_asked = Signal()
    next_day_asked = Signal()
    morning_asked = Signal()
    zone_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        self.now = LinkButton("Now", parent)
        self.next_day = LinkButton("+1 day", parent)
        self.morning = LinkButton("", parent)
        self.zone = LinkButton("Write zone", parent)
        super().__init__((self.now, self.next_day, self.morning, self.zone), parent)
        self.setContentsMargins(RING, 0, RING, 0)
        self.now.clicked.connect(self.now_asked)
        self.next_day.clicked.connect(self.next_day_asked)
        self.morning.clicked.connect(self.morning_asked)
        self.zone.clicked.connect(self.zone_asked)

    def stops(self) -> tuple[LinkButton, ...]:
        """Give the links in their order."""
        return (self.now, self.next_day, self.morning, self.zone)

    def name(self, field: str, morning: datetime) -> None:
        """Name the links for those who do not see where they stand."""
        words = f"{_DAYS[morning.weekday()]} {morning:%H:%M}"
        self.morning.set_words(words)
        self.now.setAccessibleName(f"{field}: now")
        self.next_day.setAccessibleName(f"{field}: one day later")
        self.morning.setAccessibleName(f"{field}: {words}")
        self.zone.setAccessibleName(f"{field}: write the zone")

    def set_enabled(self, *, is_enabled: bool) -> None:
        """Let the links be used, or not."""
        for link in self.stops():
            link.setEnabled(is_enabled)
