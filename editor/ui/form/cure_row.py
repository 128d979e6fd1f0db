"""The buttons under a field that mend what the line above them says."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from editor.post.field_edits import Cure
from editor.ui.form.field_frame import RING
from editor.ui.form.link_button import LinkButton
from editor.ui.form.look import Look


class CureRow(QWidget):
    """Show a link for each cure; `taken` brings the one that was clicked."""

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._cures: tuple[Cure, ...] = ()
        self._links: list[LinkButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(RING, 0, RING, 3)
        self._row.setSpacing(14)
        self._row.addStretch(1)
        self.hide()

    def show_cures(self, cures: Sequence[Cure]) -> None:
        """Offer these cures and no others."""
        if tuple(cures) != self._cures:
            self._cures = tuple(cures)
            while len(self._links) < len(cures):
                self._add_link()
            for link, cure in zip(self._links, cures, strict=False):
                link.set_words(cure.words)
                link.setAccessibleName(cure.words)
        for number, link in enumerate(self._links):
            link.setVisible(number < len(cures))
        self.setVisible(bool(cures))

    def links(self) -> tuple[QWidget, ...]:
        """Give the links that take the keys now."""
        return tuple(self._links[: len(self._cures)])

    def set_look(self, look: Look) -> None:
        """Draw in another palette and fonts."""
        self._look = look
        for link in self._links:
            link.set_look(look)

    def _add_link(self) -> None:
        link = LinkButton("", self)
        if self._look is not None:
            link.set_look(self._look)
        link.clicked.connect(self._on_clicked)
        self._row.insertWidget(len(self._links), link)
        self._links.append(link)

    def _on_clicked(self) -> None:
        sender = self.sender()
        number = next(place for place, link in enumerate(self._links) if link is sender)
        self.taken.emit(self._cures[number])
