"""A window above another one, which gives the keys back to it."""

from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override


class ModalDialog(QDialog):
    """Hold the keys as long as it is open, then hand them to the window below at once.

    Most desktops do that by themselves, a moment later; some do not at all, and then Ctrl+S right
    after an answer would go nowhere.
    """

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Dateline")
        self.setModal(True)

    @override
    def done(self, result: int) -> None:
        super().done(result)
        below = self.parentWidget()
        if below is not None and below.window().isVisible():
            below.window().activateWindow()
