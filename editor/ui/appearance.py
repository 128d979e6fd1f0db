"""Fonts and colours of the whole program: follow the system, or what the person chose."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from editor.ui.style_sheet import style_sheet
from editor.ui.theme import Theme, theme_for

CHOICES = ("system", "light", "dark")
_FONT_FILES = ("*.ttf", "*.otf")
_SMALLEST_INTERFACE_TYPE = 13


def load_fonts(folder: Path) -> None:
    """Make the fonts that ship with the program available by name."""
    for pattern in _FONT_FILES:
        for path in sorted(folder.glob(pattern)):
            QFontDatabase.addApplicationFont(str(path))


def writing_font(family: str, size: float) -> QFont:
    """Give the font to write in, or one like it; `size` is in pixels."""
    font = QFont([family, "IBM Plex Mono", "DejaVu Sans Mono", "Menlo", "Consolas"])
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPixelSize(round(size))
    return font


class Appearance(QObject):
    """Dress the application in a theme and change it with the system's."""

    theme_changed = Signal(object)

    def __init__(self, app: QApplication, choice: str) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        app.setStyle("Fusion")
        font = app.font()
        font.setPixelSize(max(_SMALLEST_INTERFACE_TYPE, QFontInfo(font).pixelSize()))
        app.setFont(font)
        self.theme = self._wanted()
        self._dress()
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    def choose(self, choice: str) -> None:
        """Follow the system (`system`), or stay `light` or `dark`."""
        self._choice = choice
        self._refresh()

    def _wanted(self) -> Theme:
        if self._choice in ("light", "dark"):
            return theme_for(is_dark=self._choice == "dark")
        return theme_for(is_dark=self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark)

    def _on_system_changed(self) -> None:
        self._refresh()

    def _refresh(self) -> None:
        wanted = self._wanted()
        if wanted != self.theme:
            self.theme = wanted
            self._dress()
            self.theme_changed.emit(wanted)

    def _dress(self) -> None:
        self._app.setPalette(_palette(self.theme))
        self._app.setStyleSheet(style_sheet(self.theme))


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for each, colour in (
        (role.Window, theme.window),
        (role.WindowText, theme.ink),
        (role.Base, theme.pane),
        (role.AlternateBase, theme.pane2),
        (role.Text, theme.ink),
        (role.Button, theme.pane),
        (role.ButtonText, theme.ink),
        (role.PlaceholderText, theme.muted),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.Link, theme.accent),
        (role.ToolTipBase, theme.pane),
        (role.ToolTipText, theme.ink),
    ):
        palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(theme.faint))
    return palette
