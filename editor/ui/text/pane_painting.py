"""What the writing pane paints besides its text: the caret's paragraph, an invitation."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QTextEdit

from editor.ui.theme import Theme

_INVITATION = "Write here."
_BAR_WIDTH = 3


def paint_caret_paragraph(pane: QTextEdit, theme: Theme, event: QPaintEvent) -> None:
    """Mark the paragraph of the caret with a thin bar, behind the text."""
    if pane.isReadOnly() or not pane.hasFocus():
        return
    block = pane.textCursor().block()
    if not block.text().strip():
        return
    rect = pane.document().documentLayout().blockBoundingRect(block)
    top = rect.top() - pane.verticalScrollBar().value()
    place = QRectF(0, top - 2, pane.viewport().width(), rect.height() + 4)
    if place.bottom() < event.rect().top() or place.top() > event.rect().bottom():
        return
    painter = QPainter(pane.viewport())
    painter.fillRect(place, QColor(theme.pane2))
    bar = QRectF(0, place.top(), _BAR_WIDTH, place.height())
    painter.fillRect(bar, QColor(theme.accent))


def paint_invitation(pane: QTextEdit, theme: Theme) -> None:
    """Say in an empty pane what it is for."""
    painter = QPainter(pane.viewport())
    painter.setFont(pane.font())
    painter.setPen(QColor(theme.faint))
    place = pane.document().documentLayout().blockBoundingRect(pane.document().firstBlock())
    painter.drawText(place.translated(2, 0), Qt.AlignmentFlag.AlignBottom, _INVITATION)


def coloured(palette: QPalette, theme: Theme) -> QPalette:
    """Give a palette with the theme's colours for words and what is selected of them."""
    changed = QPalette(palette)
    for role, colour in (
        (QPalette.ColorRole.Base, theme.pane),
        (QPalette.ColorRole.Text, theme.ink),
        (QPalette.ColorRole.PlaceholderText, theme.faint),
        (QPalette.ColorRole.Highlight, theme.accent_soft),
        (QPalette.ColorRole.HighlightedText, theme.ink),
    ):
        changed.setColor(role, QColor(colour))
    return changed
