"""The column that the form's parts stand in, as high as they need."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from editor.ui.form.field_frame import RING
from editor.ui.theme import SPACE_L

_SIDE = SPACE_L - RING


class FormScroll(QScrollArea):
    """Show parts one below the other, and scroll to the one that is wanted."""

    def __init__(self, parts: Sequence[QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        content = QWidget()
        content.setObjectName("form_content")
        self._column = QVBoxLayout(content)
        self._column.setSpacing(SPACE_L - RING)
        for part in parts:
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._keep_width()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        self.verticalScrollBar().rangeChanged.connect(self._keep_width)

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll as far as it takes to see a part of the form."""
        self.ensureWidgetVisible(widget, 0, SPACE_L)

    def _keep_width(self) -> None:
        """Let the scroll bar take its room from the margin, so that no field changes its width."""
        bar = self.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() else 0
        self._column.setContentsMargins(_SIDE, SPACE_L, max(_SIDE - taken, 0), SPACE_L)
