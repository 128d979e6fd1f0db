"""A month to pick a day from, opened from a date field."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from editor.ui.form.look import Look

_ARROWS = {"qt_calendar_prevmonth": "‹", "qt_calendar_nextmonth": "›"}
_DAYS = (
    Qt.DayOfWeek.Monday,
    Qt.DayOfWeek.Tuesday,
    Qt.DayOfWeek.Wednesday,
    Qt.DayOfWeek.Thursday,
    Qt.DayOfWeek.Friday,
    Qt.DayOfWeek.Saturday,
    Qt.DayOfWeek.Sunday,
)


class CalendarPopup(QFrame):
    """Show a month; a click or Enter picks a day, Escape closes."""

    picked = Signal(object)  # date

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._month = QCalendarWidget(self)
        self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._month.setAccessibleName("Calendar")
        self._month.clicked.connect(self._on_picked)
        self._month.activated.connect(self._on_picked)
        for name, arrow in _ARROWS.items():
            button = self._month.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(QIcon())
                button.setText(arrow)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self._month)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Draw in another palette and fonts."""
        theme = look.theme
        self._month.setFont(look.text)
        plain = QTextCharFormat()
        plain.setForeground(QColor(theme.ink))
        quiet = QTextCharFormat()
        quiet.setForeground(QColor(theme.muted))
        quiet.setBackground(QColor(theme.pane))
        self._month.setHeaderTextFormat(quiet)
        for day in _DAYS:
            self._month.setWeekdayTextFormat(day, plain)

    def open_at(self, place: QPoint, day: date) -> None:
        """Open at `place` (screen coordinates) with `day` marked."""
        self._month.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        screen = self.screen().availableGeometry()
        x = min(place.x(), screen.right() - self.width())
        y = min(place.y(), screen.bottom() - self.height())
        self.move(max(x, screen.left()), max(y, screen.top()))
        self.show()
        self._month.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _on_picked(self, day: QDate) -> None:
        if self.isVisible():
            self.close()
            self.picked.emit(date(day.year(), day.month(), day.day()))
