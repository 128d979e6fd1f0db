"""What every part of the form is drawn with: the palette and its few fonts."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication

from editor.ui.theme import SMALLEST_TYPE, Theme

_SMALL = 0.885
_TITLE = 15 / 13
_WRITING_MONO = "IBM Plex Mono"


@dataclass(frozen=True, slots=True)
class Look:
    """Hold a palette and the fonts of the form: text, title, small type, small monospaced."""

    theme: Theme
    text: QFont
    title: QFont
    small: QFont
    mono: QFont

    @classmethod
    def of(cls, theme: Theme, font: QFont) -> "Look":
        """Derive the fonts from the window's own font, none smaller than 11.5 pixels."""
        pixels = float(QFontInfo(font).pixelSize())
        title = _sized(font, pixels * _TITLE)
        title.setWeight(QFont.Weight.DemiBold)
        small = max(SMALLEST_TYPE, pixels * _SMALL)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        if QFontDatabase.hasFamily(_WRITING_MONO):
            fixed.setFamily(_WRITING_MONO)
        return cls(theme, QFont(font), title, _sized(font, small), _sized(fixed, small))


def _sized(font: QFont, pixels: float) -> QFont:
    """Give the font at a size in pixels, of which Qt keeps fractions only as points."""
    sized = QFont(font)
    sized.setPointSizeF(pixels * 72 / QGuiApplication.primaryScreen().logicalDotsPerInch())
    return sized
