"""The two boxes of a date: the day with its calendar, and the time beside it."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from editor.ui.form.field_frame import RING, FieldFrame
from editor.ui.form.field_label import FieldLabel
from editor.ui.form.glyphs import CalendarButton
from editor.ui.form.look import Look
from editor.ui.form.typed_line import TypedLine

_ROOM_FOR_CALENDAR = 118
DAY_STRETCH, CLOCK_STRETCH = 6, 5


class MomentInputs(QWidget):
    """Hold a line for the day and one for the time."""

    calendar_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.day = TypedLine(self)
        self.clock = TypedLine(self)
        self.clock.setAccessibleName("Time")
        self.clock_label = FieldLabel(self)
        self.clock_label.set_words("T&ime", "", self.clock)
        self._button = CalendarButton(self)
        self._button.clicked.connect(self.calendar_asked)
        self.day.more_asked.connect(self.calendar_asked)
        self._day_frame = FieldFrame(self)
        self._day_frame.add_input(self.day)
        self._day_frame.row.addWidget(self._button)
        self._clock_frame = FieldFrame(self)
        self._clock_frame.add_input(self.clock)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8 - 2 * RING)
        row.addWidget(self._day_frame, DAY_STRETCH)
        row.addWidget(self._clock_frame, CLOCK_STRETCH)

    def calendar_place(self) -> QPoint:
        """Give where a calendar opens, in screen coordinates."""
        return self._day_frame.mapToGlobal(self._day_frame.rect().bottomLeft()) + QPoint(RING, 0)

    def set_has_clock(self, *, has_clock: bool) -> None:
        """Show the line for the time, or leave it out."""
        self._clock_frame.setVisible(has_clock)
        self.clock_label.setVisible(has_clock)

    def set_warned(self, *, day: bool, clock: bool) -> None:
        """Show which of the two is not understood yet."""
        self._day_frame.set_warned(is_warned=day)
        self._clock_frame.set_warned(is_warned=clock)

    def set_look(self, look: Look) -> None:
        """Draw in another palette and fonts."""
        for frame in (self._day_frame, self._clock_frame):
            frame.set_look(look)
        for line in (self.day, self.clock):
            line.setFont(look.text)
        self.clock_label.set_look(look)
        self._button.set_colour(look.theme.muted)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = (self.width() - 8) * DAY_STRETCH / (DAY_STRETCH + CLOCK_STRETCH)
        self._button.setVisible(width >= _ROOM_FOR_CALENDAR)
