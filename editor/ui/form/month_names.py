"""The names of the months that a person may type: English ones, and those of their system."""

from PySide6.QtCore import QLocale

from editor.ui.form.typed_moments import MONTHS


def month_names() -> dict[str, int]:
    """Give month names in small letters with their numbers."""
    names = dict(MONTHS)
    system = QLocale.system()
    for number in range(1, 13):
        names.setdefault(system.monthName(number).casefold(), number)
        names.setdefault(system.standaloneMonthName(number).casefold(), number)
    return names
