"""The program's line icons, in the colours of the theme and sharp at every scale."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override


class Icons:
    """Give icons by name from a folder of SVG files drawn in `currentColor`."""

    def __init__(self, folder: Path) -> None:
        """Read from `folder`; a name that is not there raises FileNotFoundError."""
        self._folder = folder
        self._sources: dict[str, str] = {}

    def icon(self, name: str, colour: str, disabled: str | None = None) -> QIcon:
        """Give the icon `name` in `colour` (`#RRGGBB`), and in `disabled` where it is off."""
        return QIcon(_SvgEngine(self._source(name), colour, disabled or colour))

    def pixmap(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        """Give the icon as a picture of `size` pixels for a screen of that pixel ratio."""
        return self.icon(name, colour).pixmap(QSize(size, size), ratio)

    def _source(self, name: str) -> str:
        if name not in self._sources:
            self._sources[name] = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        return self._sources[name]


class _SvgEngine(QIconEngine):
    def __init__(self, source: str, colour: str, disabled: str) -> None:
        super().__init__()
        self._source, self._colour, self._disabled = source, colour, disabled

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        colour = self._disabled if mode == QIcon.Mode.Disabled else self._colour
        drawing = self._source.replace("currentColor", QColor(colour).name())
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(rect))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, picture.rect(), mode, state)
        painter.end()
        return picture

    @override
    def clone(self) -> QIconEngine:
        return _SvgEngine(self._source, self._colour, self._disabled)
